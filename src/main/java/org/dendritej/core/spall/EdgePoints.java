// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.Arrays;

/**
 * The points of a tile where the grey changes most along its own gradient, each with its normal and with a rank among
 * its surroundings. Dark lines, bright lines and steps all leave such points, so polarity plays no part.
 * <p>
 * Gradient: central differences after a 1-4-6-4-1 binomial filter, in um, thinned to maxima along the gradient. Rank 1 to
 * 4: the magnitude is above the 80, 90, 95, 98 % quantile of all pixels within 192 x 192 pixels around, which follows
 * shading and changing texture. A quantile, not a grey value, so that any noise and any contrast are on one scale.
 */
final class EdgePoints {

	/** Ranks that a point can have. */
	static final int RANKS = 4;

	private static final double[] QUANTILES = { 0.80, 0.90, 0.95, 0.98 };
	/** Edge of a block for quantiles, pixels; tiles start on multiples of it. */
	static final int BLOCK = 64;
	private static final int BINS = 2048;

	/** Columns. */
	final int w;
	/** Rows. */
	final int h;
	/** Pixel size, um. */
	final double px, py;
	/** The tile's first column and row in its level. */
	final int x0, y0;
	/** Gradient, grey per um. */
	final float[] gx, gy;
	/** 0 = no point, else 1 to 4. */
	final byte[] rank;

	private Listed listed;
	private final float[] limit;
	private final double[] scale;
	private final int blocksX;

	/**
	 * Finds the points of a tile.
	 *
	 * @param grey w h grey values; its contents are lost
	 * @param w columns
	 * @param h rows
	 * @param px pixel width, um
	 * @param py pixel height, um
	 */
	EdgePoints(final float[] grey, final int w, final int h, final double px, final double py) {
		this(grey, w, h, px, py, 0, 0);
	}

	/**
	 * Finds the points of a tile that starts elsewhere in its level.
	 *
	 * @param grey w h grey values; its contents are lost
	 * @param w columns
	 * @param h rows
	 * @param px pixel width, um
	 * @param py pixel height, um
	 * @param x0 first column in the level
	 * @param y0 first row in the level
	 */
	EdgePoints(final float[] grey, final int w, final int h, final double px, final double py, final int x0, final int y0) {
		this.x0 = x0;
		this.y0 = y0;
		this.w = w;
		this.h = h;
		this.px = px;
		this.py = py;
		gx = new float[w * h];
		gy = new float[w * h];
		rank = new byte[w * h];
		smooth(grey, w, h, gx);
		gradient(grey, rangeOf(grey));
		blocksX = (w + BLOCK - 1) / BLOCK;
		final int blocksY = (h + BLOCK - 1) / BLOCK;
		limit = new float[blocksX * blocksY * RANKS];
		limits(blocksY);
		scale = new double[blocksX * blocksY];
		for (int i = 0; i < scale.length; i++)
			scale[i] = Math.sqrt(limit[i * RANKS + 1]);
		thin();
	}

	private static float rangeOf(final float[] grey) {
		float lo = Float.POSITIVE_INFINITY, hi = Float.NEGATIVE_INFINITY;
		for (final float g : grey) {
			lo = Math.min(lo, g);
			hi = Math.max(hi, g);
		}
		return hi - lo;
	}

	/** Binomial filter along both axes; the border repeats its own pixel. */
	static void smooth(final float[] g, final int w, final int h, final float[] tmp) {
		for (int y = 0; y < h; y++) {
			final int o = y * w;
			for (int x = 0; x < w; x++) {
				if (x >= 2 && x < w - 2) {
					tmp[o + x] = (g[o + x - 2] + g[o + x + 2] + 4 * (g[o + x - 1] + g[o + x + 1]) + 6 * g[o + x]) / 16;
					continue;
				}
				final int a = Math.max(0, x - 1), b = Math.max(0, x - 2), c = Math.min(w - 1, x + 1), d = Math.min(w - 1, x + 2);
				tmp[o + x] = (g[o + b] + g[o + d] + 4 * (g[o + a] + g[o + c]) + 6 * g[o + x]) / 16;
			}
		}
		for (int y = 0; y < h; y++) {
			final int o = y * w, a = Math.max(0, y - 1) * w, b = Math.max(0, y - 2) * w, c = Math.min(h - 1, y + 1) * w,
					d = Math.min(h - 1, y + 2) * w;
			for (int x = 0; x < w; x++)
				g[o + x] = (tmp[b + x] + tmp[d + x] + 4 * (tmp[a + x] + tmp[c + x]) + 6 * tmp[o + x]) / 16;
		}
	}

	private void gradient(final float[] g, final float range) {
		final float fx = (float) (0.5 / px), fy = (float) (0.5 / py);
		// rounding of float sums must not pass for structure on a flat image
		final float floor = (float) (1e-5 * range / Math.max(px, py));
		Arrays.fill(gx, 0);
		for (int y = 1; y < h - 1; y++)
			for (int x = 1, i = y * w + 1; x < w - 1; x++, i++) {
				final float a = (g[i + 1] - g[i - 1]) * fx, b = (g[i + w] - g[i - w]) * fy;
				if (Math.abs(a) + Math.abs(b) <= floor) continue;
				gx[i] = a;
				gy[i] = b;
			}
	}

	private static int bin(final float m2) {
		return Float.floatToRawIntBits(m2) >>> 20;
	}

	/** Quantiles of the squared magnitude over 3 x 3 blocks, from logarithmic histograms. */
	private void limits(final int blocksY) {
		final int[][] counts = new int[blocksX * blocksY][];
		for (int by = 0; by < blocksY; by++)
			for (int bx = 0; bx < blocksX; bx++) {
				final int[] c = new int[BINS];
				for (int y = by * BLOCK; y < Math.min(h, (by + 1) * BLOCK); y++)
					for (int x = bx * BLOCK, i = y * w + x; x < Math.min(w, (bx + 1) * BLOCK); x++, i++)
						c[bin(gx[i] * gx[i] + gy[i] * gy[i])]++;
				counts[by * blocksX + bx] = c;
			}
		final int[] sum = new int[BINS];
		for (int by = 0; by < blocksY; by++)
			for (int bx = 0; bx < blocksX; bx++) {
				Arrays.fill(sum, 0);
				long n = 0;
				for (int y = Math.max(0, by - 1); y <= Math.min(blocksY - 1, by + 1); y++)
					for (int x = Math.max(0, bx - 1); x <= Math.min(blocksX - 1, bx + 1); x++) {
						final int[] c = counts[y * blocksX + x];
						for (int b = 0; b < BINS; b++) {
							sum[b] += c[b];
							n += c[b];
						}
					}
				long below = 0;
				int q = 0;
				for (int b = 0; b < BINS && q < RANKS; b++) {
					below += sum[b];
					while (q < RANKS && below >= QUANTILES[q] * n)
						limit[(by * blocksX + bx) * RANKS + q++] = Float.intBitsToFloat((b + 1) << 20);
				}
			}
	}

	private void thin() {
		for (int y = 1; y < h - 1; y++)
			for (int x = 1, i = y * w + 1; x < w - 1; x++, i++) {
				final float a = gx[i], b = gy[i], m = a * a + b * b;
				final int l = ((y / BLOCK) * blocksX + x / BLOCK) * RANKS;
				if (m < limit[l] || m == 0) continue;
				// direction in pixels, so that the two neighbours are those across the edge
				final double u = Math.abs(a / px), v = Math.abs(b / py);
				final int step = v < 0.41421356 * u ? 1 : u < 0.41421356 * v ? w : a * b > 0 ? w + 1 : w - 1;
				final float m1 = gx[i - step] * gx[i - step] + gy[i - step] * gy[i - step];
				final float m2 = gx[i + step] * gx[i + step] + gy[i + step] * gy[i + step];
				if (m < m1 || m <= m2) continue;
				byte r = 1;
				while (r < RANKS && m >= limit[l + r])
					r++;
				rank[i] = r;
			}
	}

	/**
	 * The points of a tile one after the other.
	 *
	 * @param n points
	 * @param x column in the tile
	 * @param y row in the tile
	 * @param nx unit normal
	 * @param ny unit normal
	 * @param rank 1 to 4
	 */
	record Listed(int n, int[] x, int[] y, float[] nx, float[] ny, byte[] rank) {}

	/**
	 * The points as a list, made at the first call.
	 *
	 * @return points row by row
	 */
	Listed listed() {
		if (listed != null) return listed;
		int n = 0;
		for (final byte k : rank)
			if (k != 0) n++;
		listed = new Listed(n, new int[n], new int[n], new float[n], new float[n], new byte[n]);
		for (int y = 0, i = 0, k = 0; y < h; y++)
			for (int x = 0; x < w; x++, i++) {
				if (rank[i] == 0) continue;
				final double a = gx[i], b = gy[i], f = 1 / Math.sqrt(a * a + b * b);
				listed.x[k] = x;
				listed.y[k] = y;
				listed.nx[k] = (float) (a * f);
				listed.ny[k] = (float) (b * f);
				listed.rank[k++] = rank[i];
			}
		return listed;
	}

	/**
	 * The magnitude that makes rank 2 near a pixel.
	 *
	 * @param x column in the tile
	 * @param y row in the tile
	 * @return grey per um
	 */
	double scale(final int x, final int y) {
		return scale[y / BLOCK * blocksX + x / BLOCK];
	}
}
