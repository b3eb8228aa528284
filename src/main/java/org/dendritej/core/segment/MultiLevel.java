// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.segment;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * Several materials of different grey, from dark to bright, such as voids, lithium, solid and cap.
 * <p>
 * Otsu's criterion with k classes (IEEE Trans. Syst. Man Cybern. 9 (1979) 62, doi 10.1109/TSMC.1979.4310076), its best split found
 * exactly on 256 bins; the commonest grey of each class is its level, and thresholds lie half-way between the levels of adjacent
 * classes, which keeps the size of blurred bodies. A rim between two materials that passes the grey of a third is no third
 * material: what no 3 x 3 square of the slice fills goes to the darker or brighter neighbour class.
 *
 * @param levels commonest grey of each class, from dark to bright
 * @param thresholds between adjacent classes
 * @param noise standard deviation of the brightest noise that was seen about a level, grey levels
 */
public record MultiLevel(double[] levels, double[] thresholds, double noise) {

	/** Fewest and most classes. */
	public static final int FEWEST = 2, MOST = 5;
	private static final int BINS = 256, SMOOTH = 2;

	/**
	 * Finds levels and thresholds.
	 *
	 * @param grey the volume
	 * @param k number of classes, 2 to 5
	 * @param threads threads; 0 or less means all
	 * @param progress told how far the work is
	 * @return levels and thresholds
	 * @throws IllegalArgumentException if the voxels have fewer greys than classes, or a class has no level of its own
	 */
	public static MultiLevel of(final FloatVolume grey, final int k, final int threads, final Progress progress) {
		if (k < FEWEST || k > MOST) throw new IllegalArgumentException("order= names " + k + " classes; give " + FEWEST + " to " + MOST
			+ ", from dark to bright.");
		final float[] range = HalfContrast.range(grey, threads, progress);
		final long[] fine = range[1] > range[0] ? HalfContrast.histogram(grey, range, threads, progress) : new long[HalfContrast.BINS];
		final double[] h = new double[BINS];
		for (int i = 0; i < fine.length; i++)
			h[i * BINS / fine.length] += fine[i];
		int filled = 0;
		for (final double v : h)
			if (v > 0) filled++;
		if (filled < 2 * k) throw new IllegalArgumentException("The grey stack holds " + filled + " different greys; " + k
			+ " classes need at least " + 2 * k + ". Check that it is the right image, or name fewer classes in order=.");
		final int[] cuts = otsu(h, k);
		final double[] smooth = smoothed(h), levels = new double[k], thresholds = new double[k - 1];
		final double width = (range[1] - range[0]) / BINS;
		for (int c = 0; c < k; c++) {
			int at = cuts[c];
			for (int i = cuts[c]; i < cuts[c + 1]; i++)
				if (smooth[i] > smooth[at]) at = i;
			levels[c] = range[0] + (at + 0.5) * width;
		}
		for (int c = 0; c + 1 < k; c++)
			thresholds[c] = 0.5 * (levels[c] + levels[c + 1]);
		final double noise = spread(h, smooth, cuts, k) * width;
		for (int c = 0; c + 1 < k; c++)
			if (levels[c + 1] - levels[c] < 2 * noise) throw new IllegalArgumentException("Two of the " + k + " classes have greys of "
				+ Math.round(levels[c] * 10) / 10.0 + " and " + Math.round(levels[c + 1] * 10) / 10.0 + ", closer than twice the noise ("
				+ Math.round(noise * 10) / 10.0 + "); name fewer classes in order=, or denoise the stack first.");
		return new MultiLevel(levels, thresholds, noise);
	}

	/** Borders of the classes, the first 0 and the last the number of bins, of largest variance between classes. */
	static int[] otsu(final double[] h, final int k) {
		final int n = h.length;
		final double[] count = new double[n + 1], moment = new double[n + 1];
		for (int i = 0; i < n; i++) {
			count[i + 1] = count[i] + h[i];
			moment[i + 1] = moment[i] + i * h[i];
		}
		final double[][] best = new double[k + 1][n + 1];
		final int[][] from = new int[k + 1][n + 1];
		for (final double[] row : best)
			java.util.Arrays.fill(row, Double.NEGATIVE_INFINITY);
		best[0][0] = 0;
		for (int c = 1; c <= k; c++)
			for (int j = c; j <= n; j++)
				for (int i = c - 1; i < j; i++) {
					final double w = count[j] - count[i], m = moment[j] - moment[i];
					if (w == 0 || best[c - 1][i] == Double.NEGATIVE_INFINITY) continue;
					final double v = best[c - 1][i] + m * m / w;
					if (v > best[c][j]) {
						best[c][j] = v;
						from[c][j] = i;
					}
				}
		final int[] cuts = new int[k + 1];
		cuts[k] = n;
		for (int c = k; c > 0; c--)
			cuts[c - 1] = from[c][cuts[c]];
		return cuts;
	}

	private static double[] smoothed(final double[] h) {
		final double[] out = new double[h.length];
		for (int i = 0; i < h.length; i++)
			for (int j = Math.max(0, i - 4 * SMOOTH); j <= Math.min(h.length - 1, i + 4 * SMOOTH); j++)
				out[i] += h[j] * Math.exp(-0.5 * (j - i) * (j - i) / (SMOOTH * SMOOTH));
		return out;
	}

	/** Spread about the level of the commonest class, in bins, from the side where its neighbours are far. */
	private static double spread(final double[] h, final double[] smooth, final int[] cuts, final int k) {
		int at = 0;
		for (int i = 0; i < smooth.length; i++)
			if (smooth[i] > smooth[at]) at = i;
		int c = 0;
		while (c + 1 < k && at >= cuts[c + 1])
			c++;
		double up = 0, upSum = 0, down = 0, downSum = 0;
		for (int i = cuts[c]; i < cuts[c + 1]; i++) {
			final double d = (i - at) * (double) (i - at) * h[i];
			if (i >= at) {
				up += h[i];
				upSum += d;
			}
			if (i <= at) {
				down += h[i];
				downSum += d;
			}
		}
		return Math.sqrt(Math.min(up > 0 ? upSum / up : 0, down > 0 ? downSum / down : 0));
	}

	/**
	 * Number of the class of every voxel, 0 for the darkest.
	 *
	 * @param grey the volume that the levels were found in
	 * @param shift added to the lowest threshold, grey levels: 0, or the end of its interval
	 * @param threads threads; 0 or less means all
	 * @param progress told how far the work is
	 * @return new planes
	 */
	public ByteVolume ranks(final FloatVolume grey, final double shift, final int threads, final Progress progress) {
		final byte[][] out = new byte[grey.grid().nz()][];
		final int nx = grey.grid().nx(), ny = grey.grid().ny(), k = levels.length;
		Slabs.forEach(out.length, threads, progress, "Choosing classes", z -> {
			final float[] g = grey.plane(z);
			final byte[] p = new byte[g.length];
			for (int i = 0; i < p.length; i++) {
				int c = 0;
				while (c + 1 < k && g[i] >= thresholds[c] + (c == 0 ? shift : 0))
					c++;
				p[i] = (byte) c;
			}
			out[z] = k == 2 ? p : withoutRims(p, g, nx, ny);
		});
		return ByteVolume.of(grey.grid(), out);
	}

	/** Middle classes keep what a 3 x 3 square of their own covers; the rest goes to the class below or above, by its grey. */
	private byte[] withoutRims(final byte[] p, final float[] g, final int nx, final int ny) {
		final int last = levels.length - 1;
		final boolean[] core = new boolean[p.length], kept = new boolean[p.length];
		for (int y = 1; y < ny - 1; y++)
			for (int x = 1; x < nx - 1; x++)
				core[y * nx + x] = square(p, nx, x, y);
		for (int y = 0; y < ny; y++)
			for (int x = 0; x < nx; x++)
				for (int v = Math.max(0, y - 1); v <= Math.min(ny - 1, y + 1); v++)
					for (int u = Math.max(0, x - 1); u <= Math.min(nx - 1, x + 1); u++)
						kept[y * nx + x] |= core[v * nx + u] && p[v * nx + u] == p[y * nx + x];
		final byte[] out = p.clone();
		for (int i = 0; i < p.length; i++) {
			if (p[i] == 0 || p[i] == last || kept[i]) continue;
			final int low = neighbour(p, kept, nx, ny, i, last, true), high = neighbour(p, kept, nx, ny, i, last, false);
			if (low == high || low < 0 && high < 0) continue;
			out[i] = (byte) (low < 0 ? high : high < 0 ? low : g[i] < 0.5 * (levels[low] + levels[high]) ? low : high);
		}
		return out;
	}

	private static boolean square(final byte[] p, final int nx, final int x, final int y) {
		final byte c = p[y * nx + x];
		for (int v = y - 1; v <= y + 1; v++)
			for (int u = x - 1; u <= x + 1; u++)
				if (p[v * nx + u] != c) return false;
		return true;
	}

	/** Lowest or highest class that is no rim within two pixels; -1 if there is none. */
	private static int neighbour(final byte[] p, final boolean[] kept, final int nx, final int ny, final int i, final int last, final boolean lowest) {
		final int x = i % nx, y = i / nx;
		int found = -1;
		for (int v = Math.max(0, y - 2); v <= Math.min(ny - 1, y + 2); v++)
			for (int u = Math.max(0, x - 2); u <= Math.min(nx - 1, x + 2); u++) {
				final int c = p[v * nx + u];
				if (!kept[v * nx + u] && c != 0 && c != last) continue;
				if (found < 0 || (lowest ? c < found : c > found)) found = c;
			}
		return found;
	}

	/**
	 * Half the width of the interval that the lowest threshold may lie in: a tenth of the contrast, and at least half the noise.
	 *
	 * @return grey levels
	 */
	public double reach() {
		return Math.max(0.1 * (levels[1] - levels[0]), 0.5 * noise);
	}
}
