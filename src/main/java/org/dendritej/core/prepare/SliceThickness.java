// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

import java.util.Arrays;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * The distance between slices from how much they differ: for bodies with sharp surfaces the mean square difference grows
 * in proportion to the distance (the slope of the two-point probability; Debye, Anderson and Brumberger 1957,
 * doi 10.1063/1.1722830), so each difference over the usual one about it is the relative thickness.
 */
final class SliceThickness {

	private static final int HALF_WINDOW = 7;

	private SliceThickness() {}

	/** Distance to the next slice over the usual one; NaN for the last slice and beside blank ones. p: places of the slices. */
	static double[] relative(final FloatVolume grey, final double[][] p, final boolean[] blank, final int threads, final Progress progress) {
		final int n = grey.grid().nz(), nx = grey.grid().nx(), ny = grey.grid().ny();
		final double[] difference = new double[n];
		Arrays.fill(difference, Double.NaN);
		Slabs.forEach(n - 1, threads, progress, "Comparing slices", k -> {
			if (blank[k] || blank[k + 1]) return;
			final float[] b = Translation.of(grey.plane(k + 1), nx, ny, p[0][k + 1] - p[0][k], p[1][k + 1] - p[1][k]);
			difference[k] = difference(grey.plane(k), b, nx, ny);
		});
		final double[] out = new double[n];
		for (int k = 0; k < n; k++) {
			final double[] near = Arrays.copyOfRange(difference, Math.max(0, k - HALF_WINDOW), Math.min(n, k + HALF_WINDOW + 1));
			final double[] known = Arrays.stream(near).filter(v -> !Double.isNaN(v)).sorted().toArray();
			final double usual = known.length < 3 ? Double.NaN : known[known.length / 2];
			out[k] = usual > 0 ? Math.max(0, difference[k]) / usual : Double.NaN;
		}
		return out;
	}

	/** Mean square difference of means over 2 x 2 pixels, less the noise and the means of the slices. */
	private static double difference(final float[] a, final float[] b, final int nx, final int ny) {
		double s = 0, q = 0, rough = 0;
		long n = 0;
		final int m = Math.min(nx, ny) / 16;
		for (int y = m; y + 1 < ny - m; y += 2)
			for (int x = m; x + 1 < nx - m; x += 2) {
				final int i = y * nx + x;
				final double d00 = a[i] - b[i], d01 = a[i + 1] - b[i + 1], d10 = a[i + nx] - b[i + nx], d11 = a[i + nx + 1] - b[i + nx + 1];
				final double d = 0.25 * (d00 + d01 + d10 + d11), c = 0.25 * (d00 - d01 - d10 + d11);
				s += d;
				q += d * d;
				rough += c * c;
				n++;
			}
		return n == 0 ? Double.NaN : q / n - s / n * (s / n) - rough / n;
	}
}
