// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.segment;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * A threshold of its own for every pixel, from the mean m and the standard deviation s of a square about it:
 * T = m (1 + w (s / R - 1)), Sauvola and Pietikainen 2000 (doi 10.1016/S0031-3203(99)00055-2), with R half the range of greys (1 to
 * 99 %). It finds voids where the grey of the solid changes from place to place; inside voids larger than the square it fails.
 * Means come from sums over rows and columns: the cost does not depend on the square.
 */
public final class LocalThreshold {

	private LocalThreshold() {}

	/**
	 * Voids of a stack.
	 *
	 * @param grey the volume
	 * @param radius the square reaches this many pixels to every side, 2 to 1000; about the size of the largest void
	 * @param weight w, above 0 to 1; 0.2 is usual, larger finds less
	 * @param shift added to every threshold, grey levels: 0, or the end of the interval, see {@link #reach}
	 * @param threads threads; 0 or less means all
	 * @param progress told how far the work is
	 * @return the phase, 1 byte per voxel
	 * @throws IllegalArgumentException if no voxel or every voxel is void
	 */
	public static Phase below(final FloatVolume grey, final int radius, final double weight, final double shift, final int threads,
		final Progress progress)
	{
		if (radius < 2 || radius > 1000) throw new IllegalArgumentException("radius=" + radius
			+ " pixels is no square for a local threshold; give 2 to 1000, about the size of the largest void.");
		if (!(weight > 0 && weight <= 1)) throw new IllegalArgumentException("weight=" + weight
			+ " is no weight of the local scatter; give above 0 to 1 (0.2 is usual).");
		final float[] ends = ends(grey, threads, progress);
		if (!(ends[1] > ends[0])) throw new IllegalArgumentException("Nearly every voxel of the grey stack is " + ends[0]
			+ "; there is nothing to segment, so check that it is the right image.");
		final double half = 0.5 * (ends[1] - ends[0]);
		final int nx = grey.grid().nx(), ny = grey.grid().ny();
		final byte[][] out = new byte[grey.grid().nz()][];
		final AtomicLong count = new AtomicLong();
		Slabs.forEach(out.length, threads, progress, "Local thresholds", z -> {
			final float[] g = grey.plane(z);
			final byte[] p = new byte[g.length];
			final double[][] sums = sums(g, nx, ny, ends[0]);
			long n = 0;
			for (int y = 0; y < ny; y++)
				for (int x = 0; x < nx; x++) {
					final int x0 = Math.max(0, x - radius), x1 = Math.min(nx, x + radius + 1), y0 = Math.max(0, y - radius), y1 = Math.min(ny, y + radius + 1);
					final double pixels = (double) (x1 - x0) * (y1 - y0);
					final double m = box(sums[0], nx, x0, y0, x1, y1) / pixels, q = box(sums[1], nx, x0, y0, x1, y1) / pixels;
					final double s = Math.sqrt(Math.max(0, q - m * m)), t = m * (1 + weight * (s / half - 1)) + shift;
					if (g[y * nx + x] - ends[0] < t) {
						p[y * nx + x] = 1;
						n++;
					}
				}
			out[z] = p;
			count.addAndGet(n);
		});
		if (count.get() == 0 || count.get() == grey.grid().voxels()) throw new IllegalArgumentException("The local thresholds (radius=" + radius
			+ ", weight=" + weight + ") make " + (count.get() == 0 ? "no voxel" : "every voxel") + " a void; give another radius or a smaller weight.");
		return new Phase(ByteVolume.of(grey.grid(), out), 1);
	}

	/**
	 * How far every threshold may be shifted to either side: a tenth of the range of greys (1 to 99 %).
	 *
	 * @param grey the volume
	 * @param threads threads; 0 or less means all
	 * @param progress told how far the work is
	 * @return grey levels
	 */
	public static double reach(final FloatVolume grey, final int threads, final Progress progress) {
		final float[] e = ends(grey, threads, progress);
		return 0.1 * (e[1] - e[0]);
	}

	/** 1 and 99 % of the greys, from up to 50,000 pixels of each slice. */
	private static float[] ends(final FloatVolume grey, final int threads, final Progress progress) {
		final int nz = grey.grid().nz();
		final float[] low = new float[nz], high = new float[nz];
		Slabs.forEach(nz, threads, progress, null, z -> {
			final float[] g = grey.plane(z);
			final int stride = g.length < 100_000 ? 1 : g.length / 50_000 | 1;
			final float[] s = new float[(g.length + stride - 1) / stride];
			for (int i = 0; i < s.length; i++)
				s[i] = g[i * stride];
			Arrays.sort(s);
			low[z] = s[(int) (0.01 * (s.length - 1))];
			high[z] = s[(int) (0.99 * (s.length - 1))];
		});
		Arrays.sort(low);
		Arrays.sort(high);
		return new float[] { low[nz / 2], high[nz / 2] };
	}

	/** Sums and sums of squares of everything left of and above a place, (nx + 1) (ny + 1) values; greys less the darkest. */
	private static double[][] sums(final float[] g, final int nx, final int ny, final float dark) {
		final int w = nx + 1;
		final double[] s = new double[w * (ny + 1)], q = new double[w * (ny + 1)];
		for (int y = 0; y < ny; y++) {
			double rs = 0, rq = 0;
			for (int x = 0; x < nx; x++) {
				final double v = g[y * nx + x] - dark;
				rs += v;
				rq += v * v;
				s[(y + 1) * w + x + 1] = s[y * w + x + 1] + rs;
				q[(y + 1) * w + x + 1] = q[y * w + x + 1] + rq;
			}
		}
		return new double[][] { s, q };
	}

	private static double box(final double[] s, final int nx, final int x0, final int y0, final int x1, final int y1) {
		final int w = nx + 1;
		return s[y1 * w + x1] - s[y0 * w + x1] - s[y1 * w + x0] + s[y0 * w + x0];
	}
}
