// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

/**
 * Where a profile is crack and where it is matrix.
 *
 * @param from first index of the crack with its blurred walls; -1 = no crack found
 * @param to last index of it
 * @param matrix matrix level at each index, a straight line between the two sides
 * @param level matrix level in the middle
 * @param levelSd standard error of that level
 */
record SlitWindow(int from, int to, double[] matrix, double level, double levelSd) {

	private static final SlitWindow NONE = new SlitWindow(-1, -1, new double[0], Double.NaN, Double.NaN);

	boolean found() {
		return from >= 0;
	}

	/**
	 * Finds the dark dip nearest to the middle and the matrix on both sides.
	 *
	 * @param profile grey values
	 * @param widestUm the dip is sought within half of this from the middle
	 * @param tailUm how far the blurred walls reach beyond half depth, um
	 * @param flankUm length of matrix to use on each side, um
	 */
	static SlitWindow find(final GreyProfile profile, final double widestUm, final double tailUm, final double flankUm) {
		final double[] v = profile.mean();
		final int middle = profile.middle();
		final int search = (int) Math.ceil(Math.max(0.25 * widestUm, flankUm / 4) / profile.stepUm());
		final int bottom = darkest(v, middle - search, middle + search);
		if (bottom < 0) return NONE;
		final int tail = (int) Math.ceil(tailUm / profile.stepUm()), flank = (int) Math.ceil(flankUm / profile.stepUm());
		double level = brightest(v);
		int from = 0, to = 0;
		double left = Double.NaN, right = Double.NaN;
		for (int round = 0; round < 4; round++) {
			final double halfway = 0.5 * (level + v[bottom]);
			from = cross(v, bottom, -1, halfway) - tail;
			to = cross(v, bottom, 1, halfway) + tail;
			left = profile.median(from - flank, from);
			right = profile.median(to, to + flank);
			if (Double.isNaN(left) || Double.isNaN(right)) return NONE;
			level = 0.5 * (left + right);
		}
		if (from < 0 || to >= v.length || Double.isNaN(v[from]) || Double.isNaN(v[to])) return NONE;
		return straight(profile, from, to, flank, left, right, v[bottom]);
	}

	/** Baseline through both flanks, or through the brighter one where the other is another void. */
	private static SlitWindow straight(final GreyProfile profile, final int from, final int to, final int flank,
		final double left, final double right, final double bottom)
	{
		final double contrast = Math.max(left, right) - bottom;
		final boolean even = Math.abs(left - right) < 0.3 * contrast;
		final double a = even ? left : Math.max(left, right), b = even ? right : a;
		final double[] v = profile.mean();
		final double[] matrix = new double[v.length];
		final double sa = from - flank / 2.0, sb = to + flank / 2.0;
		for (int i = 0; i < v.length; i++)
			matrix[i] = a + (b - a) * (i - sa) / (sb - sa);
		double squares = 0;
		int n = 0;
		for (int i = Math.max(0, from - flank); i <= Math.min(v.length - 1, to + flank); i++) {
			if (i > from && i < to || Double.isNaN(v[i])) continue;
			squares += (v[i] - matrix[i]) * (v[i] - matrix[i]);
			n++;
		}
		// Samples are a quarter of a voxel apart and interpolated: about six of them make one independent value.
		final double sd = Math.sqrt(squares / Math.max(1, n) / Math.max(1, n / 6.0)) * 1.253;
		return new SlitWindow(from, to, matrix, 0.5 * (matrix[from] + matrix[to]), sd);
	}

	private static int darkest(final double[] v, final int from, final int to) {
		int best = -1;
		for (int i = Math.max(0, from); i <= Math.min(v.length - 1, to); i++)
			if (!Double.isNaN(v[i]) && (best < 0 || v[i] < v[best])) best = i;
		return best;
	}

	private static double brightest(final double[] v) {
		final double[] s = java.util.Arrays.stream(v).filter(x -> !Double.isNaN(x)).sorted().toArray();
		return s[(int) (0.8 * (s.length - 1))];
	}

	/** First index from the bottom at which the profile has risen to a level. */
	private static int cross(final double[] v, final int bottom, final int step, final double level) {
		int i = bottom;
		while (i > 0 && i < v.length - 1 && !Double.isNaN(v[i + step]) && v[i] < level)
			i += step;
		return i;
	}
}
