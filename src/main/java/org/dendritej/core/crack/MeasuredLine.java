// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dendritej.core.geom.Vec3;

/**
 * A crack's line between the tips that the grey values show, and its openings.
 *
 * @param points the line, um
 * @param lengthUm its length, um
 * @param measured openings where they could be measured
 * @param whole the same, taken on to tips at which a sheet closes slowly, as fitted there
 * @param start the tip at the start; null where the line's own end stands
 * @param end the tip at the end; null where the line's own end stands
 */
record MeasuredLine(List<Vec3> points, double lengthUm, WidthProfile measured, WidthProfile whole, GreyTips.Tip start, GreyTips.Tip end) {

	/** Stretch of the line that leads straight to a tip, finest edges. */
	private static final double STRETCH = 6;
	/** A sheet closes slowly over more than this times its opening; less is a blunt or round end. */
	private static final double SLOWLY = 2;
	/** Such a sheet has closed to this part of its mean opening where it was last measured; at a corner it has not. */
	private static final double CLOSED = 0.85;

	/** A line with its own ends. */
	static MeasuredLine of(final CrackLine line, final WidthProfile profile) {
		return new MeasuredLine(line.points(), line.lengthUm(), profile, profile, null, null);
	}

	/**
	 * A line with other tips.
	 *
	 * @param given the line
	 * @param profile its openings
	 * @param start tip at its start; null = its own
	 * @param end tip at its end; null = its own
	 * @param edgeUm finest edge, um
	 */
	static MeasuredLine of(final CrackLine given, final WidthProfile profile, final GreyTips.Tip start, final GreyTips.Tip end, final double edgeUm) {
		final CrackLine line = turned(given, start == null ? Vec3.ZERO : start.aside(), end == null ? Vec3.ZERO : end.aside());
		final double length = line.lengthUm(), stretch = Math.min(STRETCH * edgeUm, length / 4);
		final double from = start == null ? 0 : stretch, to = end == null ? length : length - stretch;
		final List<Vec3> points = new ArrayList<>();
		if (start != null) points.add(start.at());
		points.add(line.at(from));
		points.addAll(line.between(from, to));
		points.add(line.at(to));
		if (end != null) points.add(end.at());
		final CrackLine ended = new CrackLine(points);
		final double before = start == null ? 0 : start.at().distance(line.at(from)) - stretch;
		final WidthProfile moved = profile.at(profile.fromUm() + before, profile.widthUm());
		return new MeasuredLine(points, ended.lengthUm(), moved, closed(moved, ended.lengthUm(), start, end), start, end);
	}

	/** The line turned towards tips beside its ends: the shift grows evenly along it, so that what was straight stays straight. */
	private static CrackLine turned(final CrackLine line, final Vec3 start, final Vec3 end) {
		if (start.norm() == 0 && end.norm() == 0) return line;
		final List<Vec3> points = new ArrayList<>();
		for (int i = 0; i < line.points().size(); i++) {
			final double part = line.passedUm(i) / line.lengthUm();
			points.add(line.points().get(i).plus(start.times(1 - part)).plus(end.times(part)));
		}
		return new CrackLine(points);
	}

	double straightUm() {
		return points.get(0).distance(points.get(points.size() - 1));
	}

	private static WidthProfile closed(final WidthProfile p, final double length, final GreyTips.Tip start, final GreyTips.Tip end) {
		if (!p.sheet()) return p;
		final WidthProfile one = start == null ? p : closing(p, length, start.riseUm(), false);
		return end == null ? one : closing(one, length, end.riseUm(), true);
	}

	/** Fills the samples between the last measured one and the tip with the shape of an elastic crack that closes there. */
	private static WidthProfile closing(final WidthProfile p, final double length, final double riseUm, final boolean atEnd) {
		final int last = p.outermost(atEnd);
		if (last < 0 || !(riseUm > SLOWLY * p.smooth(last)) || p.smooth(last) > CLOSED * p.meanUm()) return p;
		final double[] w = p.widthUm();
		final int n = w.length, beyond = (int) Math.max(0, Math.floor((atEnd ? length - p.fromUm() - (n - 0.5) * p.stepUm() : p.fromUm() - p.stepUm() / 2)
			/ p.stepUm() + 0.5));
		final double[] all = new double[n + beyond];
		Arrays.fill(all, Double.NaN);
		System.arraycopy(w, 0, all, atEnd ? 0 : beyond, n);
		final double from = atEnd ? p.fromUm() : p.fromUm() - beyond * p.stepUm(), size = p.smooth(last) / share(inward(p, length, last, atEnd), riseUm);
		final WidthProfile longer = p.at(from, all);
		for (int i = atEnd ? last + 1 : last + beyond - 1; i >= 0 && i < all.length; i += atEnd ? 1 : -1)
			all[i] = size * share(inward(longer, length, i, atEnd), riseUm);
		return longer;
	}

	private static double share(final double inwardUm, final double riseUm) {
		return TipShape.sharp(TipShape.Kind.OPENING, riseUm, inwardUm);
	}

	/** Distance of a sample from the tip. */
	private static double inward(final WidthProfile p, final double length, final int sample, final boolean atEnd) {
		final double s = p.fromUm() + sample * p.stepUm();
		return atEnd ? length - s : s;
	}
}
