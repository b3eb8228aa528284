// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import org.dendritej.core.geom.Vec3;

/**
 * An ellipsoid with its exact distance; an oblate one is the elastic penny crack.
 * <p>
 * The nearest point solves {@code sum (r_i y_i / (t + r_i^2))^2 = 1} for the largest root t (derived from the normal
 * condition); the left side is convex and falls in t, so Newton's steps from below cannot fail.
 *
 * @param centre centre, um
 * @param a radius along {@code frame.u}, um
 * @param b radius along {@code frame.v}, um
 * @param c radius along {@code frame.w}, um
 * @param frame directions of the axes
 */
public record Ellipsoid(Vec3 centre, double a, double b, double c, Frame frame) implements Solid {

	/** Checks the radii. */
	public Ellipsoid {
		Lengths.positive("The first radius of an ellipsoid", a);
		Lengths.positive("The second radius of an ellipsoid", b);
		Lengths.positive("The third radius of an ellipsoid", c);
	}

	@Override
	public double distance(final double x, final double y, final double z) {
		final double px = x - centre.x(), py = y - centre.y(), pz = z - centre.z();
		final Vec3 u = frame.u(), v = frame.v(), w = frame.w();
		return toSurface(Math.abs(px * u.x() + py * u.y() + pz * u.z()), Math.abs(px * v.x() + py * v.y() + pz * v.z()),
			Math.abs(px * w.x() + py * w.y() + pz * w.z()));
	}

	/** Signed distance of a point of the first octant, in the ellipsoid's own axes. */
	private double toSurface(final double p, final double q, final double r) {
		final boolean inside = square(p / a) + square(q / b) + square(r / c) < 1;
		final double small = Math.min(a, Math.min(b, c));
		// a vanishing shift off the plane of symmetry of the shortest axis finds the feet that lie off that plane
		final double eps = inside ? 1e-9 * small : 0;
		final double d = nearest(a == small ? Math.max(p, eps) : p, b == small ? Math.max(q, eps) : q, c == small ? Math.max(
			r, eps) : r);
		return inside ? -d : d;
	}

	/** Distance to the foot; Newton from below, where the left side is at least 1, rises to the root without overshoot. */
	private double nearest(final double p, final double q, final double r) {
		final double aa = a * a, bb = b * b, cc = c * c;
		final double enough = 1e-12 * Math.min(aa, Math.min(bb, cc));
		double t = Math.max(a * p - aa, Math.max(b * q - bb, c * r - cc));
		for (int i = 0; i < 100; i++) {
			final double u = 1 / (t + aa), v = 1 / (t + bb), w = 1 / (t + cc);
			final double x = square(a * p * u), y = square(b * q * v), z = square(c * r * w);
			final double step = (x + y + z - 1) / (2 * (x * u + y * v + z * w));
			if (!(step > enough)) break;
			t += step;
		}
		// p - foot = p t / (t + a^2)
		return Math.sqrt(square(p * t / (t + aa)) + square(q * t / (t + bb)) + square(r * t / (t + cc)));
	}

	private static double square(final double s) {
		return s * s;
	}

	@Override
	public Vec3 low() {
		return centre.minus(frame.ellipsoidHalf(a, b, c));
	}

	@Override
	public Vec3 high() {
		return centre.plus(frame.ellipsoidHalf(a, b, c));
	}

	@Override
	public double volumeUm3() {
		return 4 * Math.PI / 3 * a * b * c;
	}

	@Override
	public double thinnestUm() {
		return 2 * Math.min(a, Math.min(b, c));
	}
}
