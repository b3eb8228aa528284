// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

/**
 * Tells pieces of a rim from straight edges that lie along an ellipse: does what is seen turn as the ellipse turns?
 * <p>
 * Scratches, curtains and facets that touch an ellipse make accidental pieces of it, but they are straight. Along each
 * seen piece of 15 degrees or more a parabola is fitted to the offsets from the outline; its second derivative is the difference of
 * the two curvatures. The pieces' curvatures over the ellipse's own are averaged with the inverse of their variances, which fall with
 * the fifth power of the length. A straight piece has 0, a rim has 1; the middle between the two decides. A complete rim
 * turns by itself. Derived for this project.
 */
final class RimTurning {

	/** Nearer to the ellipse than to a straight line. */
	static final double LEAST = 0.5;

	private static final int SHORTEST = 24;

	private RimTurning() {}

	/**
	 * Curvature of the seen pieces over the outline's.
	 *
	 * @param offsetUm offset of the path along the outline's normal for each of n even angles, um, positive outside
	 * @param seen whether the rim is seen there
	 * @param e the outline
	 * @return 1 for a rim, 0 for straight pieces; 1 if all is seen; 0 if no piece is long enough
	 */
	static double of(final double[] offsetUm, final boolean[] seen, final Ellipse e) {
		final int n = seen.length;
		int gap = 0;
		while (gap < n && seen[gap])
			gap++;
		if (gap == n) return 1;
		double sum = 0, weight = 0;
		for (int i = 1, run = 0; i <= n; i++) {
			if (i < n && seen[(gap + i) % n]) {
				run++;
				continue;
			}
			if (run >= n / SHORTEST) {
				final double w = Math.pow(run / (double) n, 5);
				sum += w * piece(offsetUm, e, gap + i - run, run);
				weight += w;
			}
			run = 0;
		}
		return weight == 0 ? 0 : sum / weight;
	}

	private static double piece(final double[] offsetUm, final Ellipse e, final int first, final int run) {
		final int n = offsetUm.length;
		final double ds = e.perimeterUm() / n;
		// offsets against s^2 less its mean: the other terms of the parabola are orthogonal to it on even steps
		double mean = 0;
		for (int j = 0; j < run; j++)
			mean += square(j, run, ds) / run;
		double xy = 0, xx = 0;
		for (int j = 0; j < run; j++) {
			final double x = square(j, run, ds) - mean;
			xy += x * offsetUm[(first + j) % n];
			xx += x * x;
		}
		// in the middle of the piece the ellipse's own curvature is a b / (a^2 sin^2 + b^2 cos^2)^(3/2)
		final double t = 2 * Math.PI * (first + (run - 1) / 2.0) / n, c = Math.cos(t), s = Math.sin(t);
		final double own = e.aUm() * e.bUm() / Math.pow(e.aUm() * e.aUm() * s * s + e.bUm() * e.bUm() * c * c, 1.5);
		return 1 - 2 * xy / xx / own;
	}

	private static double square(final int j, final int run, final double ds) {
		final double s = (j - (run - 1) / 2.0) * ds;
		return s * s;
	}
}
