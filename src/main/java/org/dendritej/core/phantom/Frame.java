// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import org.dendritej.core.geom.Vec3;

/**
 * Three directions at right angles: the axes of a body that is turned in space.
 *
 * @param u first direction, length one
 * @param v second direction, length one
 * @param w third direction, length one
 */
public record Frame(Vec3 u, Vec3 v, Vec3 w) {

	/** The axes of the image. */
	public static final Frame IMAGE = new Frame(new Vec3(1, 0, 0), new Vec3(0, 1, 0), new Vec3(0, 0, 1));

	/**
	 * A frame from two directions; the second is made perpendicular to the first.
	 *
	 * @param first direction of u, any length
	 * @param second direction near which v lies, any length
	 * @return the frame
	 * @throws IllegalArgumentException if the two are parallel or of length zero
	 */
	public static Frame of(final Vec3 first, final Vec3 second) {
		final Vec3 u = first.unit();
		final Vec3 rest = second.minus(u.times(second.dot(u)));
		if (!(rest.norm() > 1e-9 * second.norm())) throw new IllegalArgumentException("The directions " + first + " and "
			+ second + " are parallel; give two that span a plane.");
		final Vec3 v = rest.unit();
		return new Frame(u, v, u.cross(v));
	}

	/**
	 * A frame whose third direction is given; the other two are any.
	 *
	 * @param normal direction of w, any length
	 * @return the frame
	 */
	public static Frame withNormal(final Vec3 normal) {
		final Vec3 w = normal.unit();
		final Vec3 away = Math.abs(w.x()) < 0.6 ? new Vec3(1, 0, 0) : new Vec3(0, 1, 0);
		final Vec3 u = away.minus(w.times(away.dot(w))).unit();
		return new Frame(u, w.cross(u), w);
	}

	/**
	 * Half the sides of the box, along the image axes, around a body that reaches a, b, c along u, v, w.
	 *
	 * @param a half extent along u, um
	 * @param b half extent along v, um
	 * @param c half extent along w, um
	 * @return half extents of the box, um
	 */
	public Vec3 boxHalf(final double a, final double b, final double c) {
		return new Vec3(a * Math.abs(u.x()) + b * Math.abs(v.x()) + c * Math.abs(w.x()), a * Math.abs(u.y()) + b * Math
			.abs(v.y()) + c * Math.abs(w.y()), a * Math.abs(u.z()) + b * Math.abs(v.z()) + c * Math.abs(w.z()));
	}

	/**
	 * The same for an ellipsoid, whose box is smaller than that of its own box.
	 *
	 * @param a radius along u, um
	 * @param b radius along v, um
	 * @param c radius along w, um
	 * @return half extents of the box, um
	 */
	public Vec3 ellipsoidHalf(final double a, final double b, final double c) {
		return new Vec3(root(a * u.x(), b * v.x(), c * w.x()), root(a * u.y(), b * v.y(), c * w.y()), root(a * u.z(), b * v
			.z(), c * w.z()));
	}

	private static double root(final double p, final double q, final double r) {
		return Math.sqrt(p * p + q * q + r * r);
	}
}
