// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import org.dendritej.core.geom.Vec3;

/**
 * A crack on a truncated cone: the rim by which a spallation lid breaks through to the surface.
 * <p>
 * In the plane of the axis it is a straight stroke with round ends from the lower to the upper circle; around the axis
 * it may be broken into equal arcs that together cover a given share of the circumference.
 *
 * @param foot centre of the lower circle, um
 * @param frame {@code frame.w} is the axis, from the lower to the upper circle; angles count from u towards v
 * @param lowerRadius radius of the lower circle, um
 * @param upperRadius radius of the upper circle, um
 * @param height distance of the two circles along the axis, um
 * @param opening full opening across the stroke, um
 * @param closure share of the circumference that is cracked, above 0 to 1
 * @param arcs number of equal arcs into which it is broken
 * @param turn angle of the middle of the first arc, rad
 */
public record ConeShell(Vec3 foot, Frame frame, double lowerRadius, double upperRadius, double height, double opening,
	double closure, int arcs, double turn) implements Solid
{

	/** Checks the lengths and the closure. */
	public ConeShell {
		Lengths.positive("The lower radius of a cone crack", lowerRadius);
		Lengths.positive("The upper radius of a cone crack", upperRadius);
		Lengths.positive("The height of a cone crack", height);
		Lengths.positive("The opening of a cone crack", opening);
		Lengths.within("The rim closure", closure, 1e-3, 1);
		Lengths.within("The number of arcs of a rim", arcs, 1, 1000);
		if (Math.min(lowerRadius, upperRadius) <= opening / 2) throw new IllegalArgumentException("A cone crack of radius "
			+ Math.min(lowerRadius, upperRadius) + " um and opening " + opening
			+ " um closes over its axis; the radius must exceed half the opening.");
	}

	@Override
	public double distance(final double x, final double y, final double z) {
		final double px = x - foot.x(), py = y - foot.y(), pz = z - foot.z();
		final Vec3 u = frame.u(), v = frame.v(), w = frame.w();
		final double a = px * u.x() + py * u.y() + pz * u.z(), b = px * v.x() + py * v.y() + pz * v.z();
		final double h = px * w.x() + py * w.y() + pz * w.z();
		final double r = Math.sqrt(a * a + b * b);
		final double dr = upperRadius - lowerRadius;
		final double t = Math.max(0, Math.min(1, ((r - lowerRadius) * dr + h * height) / (dr * dr + height * height)));
		final double offR = r - lowerRadius - t * dr, offH = h - t * height;
		final double stroke = Math.sqrt(offR * offR + offH * offH) - opening / 2;
		return closure >= 1 ? stroke : Math.max(stroke, toArcs(Math.atan2(b, a), r));
	}

	/** Signed distance to the wedges of the arcs: all periods are alike, so the angle is folded into one. */
	private double toArcs(final double angle, final double r) {
		final double period = 2 * Math.PI / arcs;
		final double off = Math.abs(Math.IEEEremainder(angle - turn, period)) - 0.5 * closure * period;
		return Math.signum(off) * r * Math.sin(Math.min(Math.PI / 2, Math.abs(off)));
	}

	@Override
	public Vec3 low() {
		return foot.plus(frame.w().times(height / 2)).minus(half());
	}

	@Override
	public Vec3 high() {
		return foot.plus(frame.w().times(height / 2)).plus(half());
	}

	private Vec3 half() {
		final double r = Math.max(lowerRadius, upperRadius) + opening / 2, h = (height + opening) / 2;
		final Vec3 w = frame.w();
		return new Vec3(side(w.x(), r, h), side(w.y(), r, h), side(w.z(), r, h));
	}

	private static double side(final double n, final double r, final double h) {
		return r * Math.sqrt(Math.max(0, 1 - n * n)) + h * Math.abs(n);
	}

	/** Pappus: the stroke's area times the way of its centre. */
	@Override
	public double volumeUm3() {
		final double length = Math.hypot(upperRadius - lowerRadius, height);
		return closure * Math.PI * (lowerRadius + upperRadius) * (opening * length + Math.PI / 4 * opening * opening);
	}

	@Override
	public double thinnestUm() {
		return opening;
	}
}
