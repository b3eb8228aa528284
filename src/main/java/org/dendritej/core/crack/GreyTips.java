// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.function.DoublePredicate;

import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.dendritej.core.geom.Vec3;

/**
 * Finds where cracks end from grey values, as a mask at half contrast ends where blur has halved them: too early at thin tips.
 * <p>
 * The grey deficit over planes at right angles to the line (of a tube), or along the normal (of a sheet), is followed from inside
 * the crack to beyond the mask's tip. Blur across the line leaves it alone; blur along the line spreads the tip, and {@link TipFit}
 * takes it back. Ends are taken as blunt (of a tube: or round), unless the deficit falls slowly. In a sheet rows beside the line are looked at too: where one reaches farther the tip is sought there, and where
 * both reach less far its edges are taken to where they meet. Nothing is found where a pore, the border, or another crack is near, or where the deficit
 * does not fall. Derived.
 */
final class GreyTips {

	/** Scatter about the fit, as a part of the full size, from which a tip is not believed. */
	private static final double MOST_MISFIT = 0.15;
	/** Tips farther inside the mask's, or nearer to the end of what was looked at, are not believed, deviations of all blur. */
	private static final double MOST_INSIDE = 3, LEAST_LEFT = 1.5;
	/** Error of a place that the shape of the tip leaves, finest edges, from the phantom tests. */
	private static final double SYSTEMATIC_EDGES = 0.3, CORNER_EDGES = 0.5;
	/** Fewest places. */
	private static final int FEWEST = 8;
	/** By how much a row must reach farther, finest edges. */
	private static final double CLEARLY = 0.1;
	/** The edges of a corner are taken from this on, deviations of the blur to the side, and from so many rows. */
	private static final double NEAR = 1.5;
	private static final int EDGE_ROWS = 4;
	/** Least fall of both edges together that makes a corner (a disc of 20 edges' radius falls by 0.35), and most of what it adds, finest edges. */
	private static final double FALL = 0.8, MOST_MORE = 3;
	/** Rise from which a crack closes slowly, deviations of the blur: corners and round ends rise faster. */
	private static final double SLOW = 8;
	/** Longest rise of the round end of a tube, half openings. */
	private static final double ROUND = 1.25;
	/** Half the difference between a tube's round end and a blunt one of equal half place, half openings: (1 - sqrt 0.5) / 2. */
	private static final double ROUND_OR_BLUNT = 0.15;

	private final CrackGrey stack;
	private final GreySampler sampler;
	private final double edge;
	private final TipShape sheets = new TipShape(TipShape.Kind.OPENING), tubes = new TipShape(TipShape.Kind.AREA);

	GreyTips(final CrackGrey stack) {
		this.stack = stack;
		sampler = new GreySampler(stack.grey());
		edge = stack.grey().grid().finestEdgeUm();
	}

	/**
	 * A tip.
	 *
	 * @param at where it lies, um
	 * @param aside how far that is beside the line, um
	 * @param sdUm standard error along the line, um
	 * @param riseUm distance over which the crack closes, um; 0 where that is not long against the blur
	 */
	record Tip(Vec3 at, Vec3 aside, double sdUm, double riseUm) {}

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
		if (!sheet) {
			final TipFit fit = fit(profile, tubes, profile.areas(), r -> r <= ROUND * half / profile.blurUm || r >= SLOW);
			return fit == null ? null : tip(profile, fit, fit.place, 0, Math.hypot(SYSTEMATIC_EDGES, ROUND_OR_BLUNT * half / edge));
		}
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
		final Corner corner = farthest ? corner(row, profile, k) : null;
		return corner == null ? tip(profile, row[k], row[k].place, k - rows, SYSTEMATIC_EDGES) : tip(profile, row[k], corner.place, k + corner.aside
			- rows, CORNER_EDGES);
	}

	/** Where two straight edges meet: rows to the side, and place in deviations of the blur. */
	private record Corner(double aside, double place) {}

	/** The corner near the farthest row, from rows far enough that blur has not rounded the edges off; null where there is none. */
	private Corner corner(final TipFit[] row, final TipProfile profile, final int k) {
		final SimpleRegression left = new SimpleRegression(), right = new SimpleRegression();
		final int near = (int) Math.ceil(NEAR * profile.blurAsideUm() / edge);
		for (int i = near; i < near + EDGE_ROWS; i++) {
			if (row(row, profile, k - i) != null) left.addData(-i, row[k - i].place);
			if (row(row, profile, k + i) != null) right.addData(i, row[k + i].place);
		}
		if (left.getN() < 2 || right.getN() < 2) return null;
		final double up = left.getSlope(), down = right.getSlope(), fall = (up - down) * profile.blurUm / edge;
		final double aside = (right.getIntercept() - left.getIntercept()) / (up - down), place = left.predict(aside);
		final double more = (place - row[k].place) * profile.blurUm / edge;
		return fall > FALL && Math.abs(aside) <= near && more > 0 && more < MOST_MORE ? new Corner(aside, place) : null;
	}

	/** A row, fitted once; null where it is not believed or too far aside. */
	private TipFit row(final TipFit[] row, final TipProfile profile, final int k) {
		if (k < 0 || k >= row.length) return null;
		if (row[k] == null) row[k] = fit(profile, sheets, profile.openings(k - row.length / 2), r -> r == 0 || r >= SLOW);
		return row[k];
	}

	/** The fit; null where it is not believed. */
	private TipFit fit(final TipProfile profile, final TipShape shape, final double[] size, final DoublePredicate rises) {
		final double[] scaled = new double[size.length];
		int n = 0;
		for (int i = 0; i < size.length; i++) {
			scaled[i] = profile.x[i] / profile.blurUm;
			if (!Double.isNaN(size[i])) n++;
		}
		if (n < FEWEST) return null;
		final TipFit fit = new TipFit(shape, scaled, size, rises, 2.5 * profile.blurUm / edge);
		final double least = Math.max(-MOST_INSIDE, scaled[0] + LEAST_LEFT), most = scaled[size.length - 1] - LEAST_LEFT;
		return fit.misfit <= MOST_MISFIT && fit.place >= least && fit.place <= most ? fit : null;
	}

	private Tip tip(final TipProfile profile, final TipFit fit, final double place, final double row, final double systematicEdges) {
		final double sd = Math.hypot(profile.blurUm * (fit.high - fit.low) / 2, systematicEdges * edge);
		final Vec3 at = profile.tip.plus(profile.out.times(profile.blurUm * place));
		final Vec3 aside = row == 0 ? Vec3.ZERO : profile.aside().times(row * edge);
		return new Tip(at.plus(aside), aside, sd, fit.rise < SLOW ? 0 : profile.blurUm * fit.rise);
	}
}
