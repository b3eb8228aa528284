// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds rims in one tile of one pyramid level: proposes circles, bends them into ellipses along the best path of edge
 * points, and keeps those that the image's texture does not explain.
 */
final class RimFinder {

	/** Chance of a proposal, log10, above which it is not worth a closer look. */
	private static final double LOOK = -3.5;
	/** The same after the first bending. */
	private static final double BENT = -5;
	/** How much clearer, in log10, the full test may find an ellipse than the quick look did. */
	private static final double SLACK = 4;
	private static final double BEND = 0.15;

	private final EdgePoints p;
	private final RimTest test;
	private final SurfaceOptions options;
	private final double log10Offers;
	private final double log10Limit;

	/**
	 * A rim in the tile.
	 *
	 * @param ellipse outline, um
	 * @param verdict how clearly it is seen
	 */
	record Found(Ellipse ellipse, RimTest.Verdict verdict) {

		/** The seen length, with complete rims before pieces of larger ones. */
		double weight() {
			return verdict.closure() * verdict.closure() * ellipse.perimeterUm();
		}
	}

	/**
	 * A finder for a tile.
	 *
	 * @param points the tile's edge points
	 * @param options what to look for
	 * @param log10Offers log10 of the ellipses that the whole search offers
	 * @param log10Limit log10 of the false alarms allowed in the whole search
	 */
	RimFinder(final EdgePoints points, final SurfaceOptions options, final double log10Offers, final double log10Limit) {
		p = points;
		test = new RimTest(points);
		this.options = options;
		this.log10Offers = log10Offers;
		this.log10Limit = log10Limit;
	}

	/**
	 * Rims of one band of radii whose centres lie in the given part of the tile.
	 *
	 * @param r radius, um
	 * @param x0 part, um
	 * @param y0 part, um
	 * @param x1 part, um
	 * @param y1 part, um
	 * @return the rims, not yet freed of doubles
	 */
	List<Found> find(final double r, final double x0, final double y0, final double x1, final double y1) {
		final List<Found> out = new ArrayList<>();
		for (final CircleVotes.Candidate c : CircleVotes.of(p, r)) {
			if (c.x() < x0 - 0.3 * r || c.y() < y0 - 0.3 * r || c.x() > x1 + 0.3 * r || c.y() > y1 + 0.3 * r) continue;
			final Ellipse circle = Ellipse.circle(c.x(), c.y(), r);
			final double quick = test.quick(circle);
			if (quick > LOOK) continue;
			final Found f = settle(circle, quick);
			if (f == null) continue;
			final Ellipse e = f.ellipse;
			if (e.xUm() >= x0 && e.yUm() >= y0 && e.xUm() < x1 && e.yUm() < y1) out.add(f);
		}
		return out;
	}

	/** Bends the circle twice, keeps the traced form unless it hits much less, and only then pays for the full test. */
	private Found settle(final Ellipse circle, final double quick) {
		Ellipse e = circle, best = circle;
		double chance = quick;
		for (int round = 0; round < 2; round++) {
			e = bend(e, round == 0 ? 0.25 : 0.15);
			if (e == null || e.aspect() > options.maxAspect() || e.radiusUm() < 0.7 * circle.radiusUm() || e.radiusUm() > 1.4
				* circle.radiusUm()) break;
			final double q = test.quick(e);
			if (round == 0 && Math.min(q, quick) > BENT) break;
			// A larger outline has more sectors and so more evidence, even where it runs along the outer flank of a rim: the traced
			// form is preferred unless it loses a fifth of it.
			if (q < 0.8 * chance) {
				best = e;
				chance = q;
			}
		}
		if (chance > log10Limit - log10Offers + SLACK) return null;
		final RimTest.Verdict v = test.of(best, log10Offers, log10Limit);
		if (v.log10Alarms() > log10Limit || v.closure() < options.minClosure() || v.inside() < 0.4) return null;
		return new Found(best, v);
	}

	/** Traces the strongest path within a share of the radius and fits an ellipse to its clear points. */
	private Ellipse bend(final Ellipse e, final double share) {
		final double r = e.radiusUm(), step = Math.max(0.5 * Math.min(p.px, p.py), 0.015 * r);
		final int half = (int) Math.ceil(share * r / step), offsets = 2 * half + 1;
		final int angles = Math.max(32, Math.min(160, (int) (e.perimeterUm() / (1.5 * Math.sqrt(p.px * p.py)))));
		final float[] score = new float[angles * offsets];
		final double[] at = new double[4];
		for (int a = 0; a < angles; a++) {
			e.at(2 * Math.PI * a / angles, at);
			for (int o = 0; o < offsets; o++) {
				final double t = (o - half) * step;
				score[a * offsets + o] = score(at[0] + t * at[2], at[1] + t * at[3], at[2], at[3]);
			}
		}
		final int[] path = RimTrace.closed(score, angles, offsets, (float) BEND, 0, offsets);
		final double[] x = new double[angles], y = new double[angles];
		int n = 0;
		for (int a = 0; a < angles; a++) {
			if (score[a * offsets + path[a]] < 0.5f) continue;
			e.at(2 * Math.PI * a / angles, at);
			final double t = (path[a] - half) * step;
			x[n] = at[0] + t * at[2];
			y[n++] = at[1] + t * at[3];
		}
		if (n < Math.max(8, angles / 4)) return null;
		try {
			return EllipseFit.quick(x, y, n);
		}
		catch (final IllegalArgumentException flat) {
			// the points found do not surround an area: the proposal is left as it was
			return null;
		}
	}

	/** Gradient along the normal, less half of that across it, over the local scale; 0 to 3. */
	private float score(final double x, final double y, final double nx, final double ny) {
		final double u = x / p.px - 0.5, v = y / p.py - 0.5;
		if (u < 0 || v < 0 || u >= p.w - 1 || v >= p.h - 1) return 0;
		final int i = (int) u, j = (int) v;
		final float fu = (float) (u - i), fv = (float) (v - j);
		final int o = j * p.w + i;
		final float w00 = (1 - fu) * (1 - fv), w10 = fu * (1 - fv), w01 = (1 - fu) * fv, w11 = fu * fv;
		final double a = w00 * p.gx[o] + w10 * p.gx[o + 1] + w01 * p.gx[o + p.w] + w11 * p.gx[o + p.w + 1];
		final double b = w00 * p.gy[o] + w10 * p.gy[o + 1] + w01 * p.gy[o + p.w] + w11 * p.gy[o + p.w + 1];
		final double s = Math.abs(a * nx + b * ny) - 0.5 * Math.abs(a * ny - b * nx);
		return s <= 0 ? 0 : (float) Math.min(3, s / p.scale(i, j));
	}
}
