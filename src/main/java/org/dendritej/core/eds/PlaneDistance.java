// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

/**
 * Exact Euclidean distances inside one map, in micrometres, for rings around objects and widths of objects.
 * <p>
 * Two passes of lower envelopes of parabolas (Felzenszwalb &amp; Huttenlocher, Theory of Computing 8, 415 (2012),
 * doi:10.4086/toc.2012.v008a019); time and memory grow with the pixels.
 */
final class PlaneDistance {

	private PlaneDistance() {}

	/** Which pixels are sources. */
	interface Source {

		boolean at(int x, int y);
	}

	/**
	 * Distance of each pixel centre to the nearest source centre.
	 *
	 * @param nx columns
	 * @param ny rows
	 * @param dx pixel width, um
	 * @param dy pixel height, um
	 * @param source tells the sources
	 * @return nx ny distances, um; infinite without any source
	 */
	static double[] of(final int nx, final int ny, final double dx, final double dy, final Source source) {
		final double[] d = new double[nx * ny];
		final int n = Math.max(nx, ny);
		final double[] f = new double[n];
		final double[] out = new double[n];
		final int[] at = new int[n];
		final double[] from = new double[n + 1];
		for (int y = 0; y < ny; y++) {
			for (int x = 0; x < nx; x++)
				f[x] = source.at(x, y) ? 0 : Double.POSITIVE_INFINITY;
			envelope(f, nx, dx, out, at, from);
			System.arraycopy(out, 0, d, y * nx, nx);
		}
		for (int x = 0; x < nx; x++) {
			for (int y = 0; y < ny; y++)
				f[y] = d[y * nx + x];
			envelope(f, ny, dy, out, at, from);
			for (int y = 0; y < ny; y++)
				d[y * nx + x] = Math.sqrt(out[y]);
		}
		return d;
	}

	/** out[i] = min over j of f[j] + (edge (i - j))^2. */
	private static void envelope(final double[] f, final int n, final double edge, final double[] out, final int[] at,
		final double[] from)
	{
		final double e2 = edge * edge;
		int k = -1;
		for (int q = 0; q < n; q++) {
			if (Double.isInfinite(f[q])) continue;
			double s = Double.NEGATIVE_INFINITY;
			while (k >= 0) {
				final int v = at[k];
				s = ((f[q] - f[v]) / e2 + (double) q * q - (double) v * v) / (2.0 * (q - v));
				if (s > from[k]) break;
				k--;
			}
			if (k < 0) s = Double.NEGATIVE_INFINITY;
			k++;
			at[k] = q;
			from[k] = s;
			from[k + 1] = Double.POSITIVE_INFINITY;
		}
		if (k < 0) {
			java.util.Arrays.fill(out, 0, n, Double.POSITIVE_INFINITY);
			return;
		}
		int j = 0;
		for (int i = 0; i < n; i++) {
			while (from[j + 1] < i)
				j++;
			final double t = i - at[j];
			out[i] = f[at[j]] + e2 * t * t;
		}
	}
}
