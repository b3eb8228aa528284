// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import org.dendritej.core.geom.Vec3;

/**
 * Finds where cracks end from grey values, as a mask at half contrast ends where blur has halved them: too early at thin tips.
 * <p>
 * The grey deficit over planes at right angles to the line (of a tube), or along the normal (of a sheet), is followed from inside
 * the crack to beyond the mask's tip. Blur across the line leaves it alone; blur along the line spreads the tip, and {@link TipFit}
 * takes it back. In a sheet rows beside the line are looked at too: where one reaches farther the tip is sought there, and where
 * both reach less far it is a corner. Nothing is found where a pore, the border, or another crack is near, or where the deficit
 * does not fall. Derived.
 */
final class GreyTips {

	/** Scatter about the fit, as a part of the full size, from which a tip is not believed. */
	private static final double MOST_MISFIT = 0.15;
	/** Tips farther inside the mask's, or nearer to the end of what was looked at, are not believed, deviations of all blur. */
	private static final double MOST_INSIDE = 3, LEAST_LEFT = 1.5;
	/** Error of a place that the shape of the tip leaves, finest edges, from the phantom tests. */
	private static final double SYSTEMATIC_EDGES = 0.3;
	/** Fewest places. */
	private static final int FEWEST = 8;
	/** Rows this far to both sides tell a corner, finest edges. */
	private static final int BESIDE = 2;
	/** By how much a row must reach farther, finest edges, and the fall to both sides from which it is a corner. */
	private static final double CLEARLY = 0.1, CORNER = 0.35;
	/** Rise from which a crack closes slowly, deviations of the blur: corners and round ends rise faster. */
	private static final double SLOW = 8;

	private final CrackGrey stack;
	private final GreySampler sampler;
	private final double edge;
	private final TipShape sheets = new TipShape(TipShape.Kind.OPENING), tubes = new TipShape(TipShape.Kind.AREA);
	private final TipShape corners = new TipShape(TipShape.Kind.CORNER);

	GreyTips(final CrackGrey stack) {
		this.stack = stack;
		sampler = new GreySampler(stack.grey());
		edge = stack.grey().grid().finestEdgeUm();
	}

	/**
	 * A tip.
	 *
	 * @param at where it lies, um
	 * @param sdUm standard error along the line, um
	 * @param riseUm distance over which the crack closes, um; 0 where that is not long against the blur
	 */
	record Tip(Vec3 at, double sdUm, double riseUm) {}

	/**
	 * Finds the tip at one end of a line.
	 *
	 * @param line the line, as far as the mask goes
	 * @param atEnd whether at its end, else at its start
	 * @param half half the opening, um
	 * @param sheet whether the crack is a sheet
	 * @param farthest whether to look for the farthest tip of a sheet, also beside the line
	 * @return the tip; null if none was found
	 */
	Tip find(final CrackLine line, final boolean atEnd, final double half, final boolean sheet, final boolean farthest) {
		final TipProfile profile = new TipProfile(stack, sampler, line, atEnd, half, sheet);
		if (profile.hidden()) return null;
		if (!sheet) return tip(profile, fit(profile, tubes, profile.areas(), 0, Double.POSITIVE_INFINITY), 0);
		return profile.aside().norm() > 0 ? inSheet(profile, farthest) : null;
	}

	private Tip inSheet(final TipProfile profile, final boolean farthest) {
		final int rows = TipProfile.rows();
		final TipFit[] row = new TipFit[2 * rows + 1];
		int k = rows;
		if (row(row, profile, k) == null) return null;
		for (int next = k; farthest; k = next) {
			for (int i = k - 1; i <= k + 1; i += 2)
				if (row(row, profile, i) != null && row[i].place > row[next].place + (next == k ? CLEARLY * edge / profile.blurUm : 0)) next = i;
			if (next == k) break;
		}
		final TipFit left = row(row, profile, k - BESIDE), right = row(row, profile, k + BESIDE);
		final double fall = left == null || right == null ? 0 : (row[k].place - (left.place + right.place) / 2) * profile.blurUm / (BESIDE * edge);
		if (fall < CORNER) return tip(profile, row[k], k - rows);
		final double rise = Math.max(0.7, Math.min(2, fall)) * profile.blurAsideUm() / profile.blurUm;
		return tip(profile, fit(profile, corners, profile.openings(k - rows), 0.7 * rise, 1.4 * rise), k - rows);
	}

	/** A row, fitted once; null where it is not believed or too far aside. */
	private TipFit row(final TipFit[] row, final TipProfile profile, final int k) {
		if (k < 0 || k >= row.length) return null;
		if (row[k] == null) row[k] = fit(profile, sheets, profile.openings(k - row.length / 2), 0, Double.POSITIVE_INFINITY);
		return row[k];
	}

	/** The fit; null where it is not believed. */
	private TipFit fit(final TipProfile profile, final TipShape shape, final double[] size, final double leastRise, final double mostRise) {
		final double[] scaled = new double[size.length];
		int n = 0;
		for (int i = 0; i < size.length; i++) {
			scaled[i] = profile.x[i] / profile.blurUm;
			if (!Double.isNaN(size[i])) n++;
		}
		if (n < FEWEST) return null;
		final TipFit fit = new TipFit(shape, scaled, size, leastRise, mostRise, 2.5 * profile.blurUm / edge);
		final double least = Math.max(-MOST_INSIDE, scaled[0] + LEAST_LEFT), most = scaled[size.length - 1] - LEAST_LEFT;
		return fit.misfit <= MOST_MISFIT && fit.place >= least && fit.place <= most ? fit : null;
	}

	private Tip tip(final TipProfile profile, final TipFit fit, final int row) {
		if (fit == null) return null;
		final double sd = Math.hypot(profile.blurUm * (fit.high - fit.low) / 2, SYSTEMATIC_EDGES * edge);
		final Vec3 at = profile.tip.plus(profile.out.times(profile.blurUm * fit.place));
		return new Tip(row == 0 ? at : at.plus(profile.aside().times(row * edge)), sd, fit.rise < SLOW ? 0 : profile.blurUm * fit.rise);
	}
}
