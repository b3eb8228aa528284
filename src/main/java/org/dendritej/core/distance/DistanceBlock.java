// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.distance;

import java.util.Arrays;

/**
 * One cache-sized block of neighbouring lines along a strided axis, and the lower envelope of parabolas over each line.
 * <p>
 * Row r of the block holds the r-th sample of all {@code w} lines, so that the inner loops run over neighbouring lines and
 * vectorise. Short distances (the rule in porous solids) are found by a search that stops once the axis alone is
 * longer than the longest distance of the row; long ones by the envelope of Felzenszwalb and Huttenlocher
 * (Theory of Computing 8 (2012) 415, doi 10.4086/toc.2012.v008a019), line by line.
 */
final class DistanceBlock {

	/** Lines worked on together: the source and the result of 512 rows then fit the second-level cache. */
	static final int WIDTH = 128;

	/** Steps after which the search gives way to the envelope; both cost about the same there. */
	private static final int SEARCH = 64;

	/** Rows with long distances after which all lines go to the envelope without further search. */
	private static final int PATIENCE = 8;

	private final int n;
	private final double weight;
	private final float[] squares;
	private final boolean border;
	private final boolean[] deep = new boolean[WIDTH];
	private final int[] site;
	private final double[] from;

	/** Samples given: squared distances found so far. */
	final float[][] source;

	/** Samples found: squared distances with this axis. */
	final float[][] result;

	/**
	 * @param n samples along the axis
	 * @param weight square of the axis' voxel edge
	 * @param border whether background lies one step outside both ends
	 */
	DistanceBlock(final int n, final double weight, final boolean border) {
		this.n = n;
		this.weight = weight;
		this.border = border;
		squares = squares(n, weight);
		source = new float[n][WIDTH];
		result = new float[n][WIDTH];
		site = new int[n + 2];
		from = new double[n + 3];
	}

	/** k^2 weight for k = 0 .. n + 1. */
	static float[] squares(final int n, final double weight) {
		final float[] s = new float[n + 2];
		for (int k = 0; k < s.length; k++)
			s[k] = (float) (weight * k * k);
		return s;
	}

	/** Fills the result from the source, for the first w lines. */
	void solve(final int w) {
		int hard = 0;
		for (int r = 0; r < n; r++) {
			if (!search(r, w)) {
				if (hard++ == 0) Arrays.fill(deep, false);
				if (hard > PATIENCE) break;
				markDeep(result[r], w);
			}
		}
		if (hard == 0) return;
		if (hard > PATIENCE) Arrays.fill(deep, true);
		for (int c = 0; c < w; c++)
			if (deep[c]) envelope(c);
	}

	/** Looks both ways from row r until nothing nearer can come; false if the search was given up. */
	private boolean search(final int r, final int w) {
		final float[] out = result[r];
		System.arraycopy(source[r], 0, out, 0, w);
		float worst = max(out, w);
		if (worst == 0) return true;
		if (border) {
			final float cap = squares[Math.min(r + 1, n - r)];
			if (cap < worst) {
				cap(out, cap, w);
				worst = cap;
			}
		}
		final int reach = Math.min(SEARCH, Math.max(r, n - 1 - r));
		for (int k = 1; k <= reach && squares[k] < worst; k++) {
			final int lo = r - k, hi = r + k;
			if (lo >= 0 && hi < n) lower(out, source[lo], source[hi], squares[k], w);
			else lower(out, source[lo >= 0 ? lo : hi], squares[k], w);
			if ((k & k - 1) == 0 || (k & 3) == 0) worst = max(out, w);
		}
		return reach < SEARCH || Math.max(r, n - 1 - r) == SEARCH || max(out, w) <= squares[SEARCH + 1];
	}

	private void markDeep(final float[] out, final int w) {
		for (int c = 0; c < w; c++)
			if (out[c] > squares[SEARCH + 1]) deep[c] = true;
	}

	private static float max(final float[] a, final int w) {
		float m = 0;
		for (int i = 0; i < w; i++)
			if (a[i] > m) m = a[i];
		return m;
	}

	private static void cap(final float[] out, final float limit, final int w) {
		for (int i = 0; i < w; i++)
			out[i] = Math.min(out[i], limit);
	}

	private static void lower(final float[] out, final float[] a, final float s, final int w) {
		for (int i = 0; i < w; i++)
			out[i] = Math.min(out[i], a[i] + s);
	}

	private static void lower(final float[] out, final float[] a, final float[] b, final float s, final int w) {
		for (int i = 0; i < w; i++)
			out[i] = Math.min(out[i], Math.min(a[i], b[i]) + s);
	}

	/** Exact lower envelope of one line, for distances of any length. */
	private void envelope(final int c) {
		int top = -1;
		if (border) top = push(top, -1, c);
		for (int r = 0; r < n; r++)
			if (source[r][c] < Float.POSITIVE_INFINITY) top = push(top, r, c);
		if (border) top = push(top, n, c);
		int k = 0;
		for (int r = 0; r < n; r++) {
			if (top < 0) {
				result[r][c] = Float.POSITIVE_INFINITY;
				continue;
			}
			while (k < top && from[k + 1] < r)
				k++;
			result[r][c] = height(site[k], c) + squares[Math.abs(r - site[k])];
		}
	}

	private float height(final int r, final int c) {
		return r < 0 || r == n ? 0 : source[r][c];
	}

	private int push(final int last, final int r, final int c) {
		int top = last;
		double start = Double.NEGATIVE_INFINITY;
		while (top >= 0) {
			final int q = site[top];
			start = 0.5 * ((height(r, c) - (double) height(q, c)) / (weight * (r - q)) + r + q);
			if (start > from[top]) break;
			top--;
		}
		site[++top] = r;
		from[top] = top == 0 ? Double.NEGATIVE_INFINITY : start;
		return top;
	}
}
