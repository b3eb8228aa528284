// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import org.dendritej.core.geom.Vec3;

/**
 * A flat crack of finite breadth whose opening is constant (plate) or changes evenly from one end to the other (wedge).
 * <p>
 * Its cross-section in the plane of {@code frame.u} (length) and {@code frame.w} (opening) is a trapezium, swept along
 * {@code frame.v} (breadth). The distance is exact outside and inside.
 *
 * @param from middle of the first edge, um
 * @param length length along u, um
 * @param breadth full breadth along v, um
 * @param openingFrom full opening at the first edge, um
 * @param openingTo full opening at the second edge, um
 * @param frame length, breadth and opening directions
 */
public record Prism(Vec3 from, double length, double breadth, double openingFrom, double openingTo, Frame frame)
	implements Solid
{

	/** Checks the lengths; a wedge may close to nothing at one end only. */
	public Prism {
		Lengths.positive("The length of a plate or wedge", length);
		Lengths.positive("The breadth of a plate or wedge", breadth);
		if (!(openingFrom >= 0 && openingTo >= 0 && openingFrom + openingTo > 0) || Double.isInfinite(openingFrom
			+ openingTo)) throw new IllegalArgumentException("A plate or wedge with the openings " + openingFrom + " and "
				+ openingTo + " um has no volume; both must be finite and at least 0, one of them above 0.");
	}

	@Override
	public double distance(final double x, final double y, final double z) {
		final double px = x - from.x(), py = y - from.y(), pz = z - from.z();
		final Vec3 u = frame.u(), v = frame.v(), w = frame.w();
		final double s = px * u.x() + py * u.y() + pz * u.z();
		final double side = Math.abs(px * v.x() + py * v.y() + pz * v.z()) - 0.5 * breadth;
		final double flat = section(s, Math.abs(px * w.x() + py * w.y() + pz * w.z()));
		if (flat <= 0 || side <= 0) return Math.max(flat, side);
		return Math.sqrt(flat * flat + side * side);
	}

	/** Distance to the upper half of the trapezium (it is symmetric), h at least 0. */
	private double section(final double s, final double h) {
		final double h0 = 0.5 * openingFrom, h1 = 0.5 * openingTo;
		final double slope = (h1 - h0) / length;
		final double above = (h - h0 - slope * s) / Math.sqrt(1 + slope * slope);
		final double ends = Math.max(-s, s - length);
		if (above <= 0 && ends <= 0) return Math.max(above, ends);
		// outside: nearest point of the three sides
		final double t = Math.max(0, Math.min(1, (s * length + (h - h0) * (h1 - h0)) / (length * length + (h1 - h0) * (h1
			- h0))));
		double best = norm(s - t * length, h - h0 - t * (h1 - h0));
		best = Math.min(best, norm(s, Math.max(0, h - h0)));
		return Math.min(best, norm(s - length, Math.max(0, h - h1)));
	}

	private static double norm(final double a, final double b) {
		return Math.sqrt(a * a + b * b);
	}

	private Vec3 middle() {
		return from.plus(frame.u().times(0.5 * length));
	}

	private Vec3 half() {
		return frame.boxHalf(0.5 * length, 0.5 * breadth, 0.5 * Math.max(openingFrom, openingTo));
	}

	@Override
	public Vec3 low() {
		return middle().minus(half());
	}

	@Override
	public Vec3 high() {
		return middle().plus(half());
	}

	@Override
	public double volumeUm3() {
		return length * breadth * 0.5 * (openingFrom + openingTo);
	}

	@Override
	public double thinnestUm() {
		return Math.min(0.5 * (openingFrom + openingTo), Math.min(length, breadth));
	}
}
