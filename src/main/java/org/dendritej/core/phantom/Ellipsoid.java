// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import org.dendritej.core.geom.Vec3;

/**
 * An ellipsoid with its exact distance; an oblate one is the elastic penny crack.
 * <p>
 * The nearest point solves {@code sum (r_i y_i / (t + r_i^2))^2 = 1} for the largest root t (derived from the normal
 * condition); the left side falls monotonically in t, so bisection cannot fail.
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
		final double f = square(p / a) + square(q / b) + square(r / c);
		final double small = Math.min(a, Math.min(b, c));
		if (f < 1) return insideDistance(p, q, r, small);
		// outside: t lies between 0 and |p| times the largest radius
		double lo = 0, hi = Math.max(a, Math.max(b, c)) * Math.sqrt(p * p + q * q + r * r);
		return nearest(p, q, r, lo, hi);
	}

	private double insideDistance(final double p, final double q, final double r, final double small) {
		// the root lies above minus the smallest radius squared; points on the plane of symmetry of the smallest axis may
		// have their nearest point off that plane, which the closed expressions below cover by a vanishing shift
		final double eps = 1e-9 * small;
		final double p1 = a == small ? Math.max(p, eps) : p;
		final double q1 = b == small ? Math.max(q, eps) : q;
		final double r1 = c == small ? Math.max(r, eps) : r;
		return -nearest(p1, q1, r1, -small * small, 0);
	}

	private double nearest(final double p, final double q, final double r, final double low, final double high) {
		double lo = low, hi = high;
		for (int i = 0; i < 80 && hi - lo > 1e-14 * (Math.abs(lo) + Math.abs(hi)); i++) {
			final double t = 0.5 * (lo + hi);
			final double g = square(a * p / (t + a * a)) + square(b * q / (t + b * b)) + square(c * r / (t + c * c));
			if (g > 1) lo = t;
			else hi = t;
		}
		final double t = 0.5 * (lo + hi);
		// p - foot = p t / (t + a^2)
		final double dx = p * t / (t + a * a), dy = q * t / (t + b * b), dz = r * t / (t + c * c);
		return Math.sqrt(dx * dx + dy * dy + dz * dz);
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
