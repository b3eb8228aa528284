// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.geom;

/**
 * A point or a direction in space, in micrometres unless its user says otherwise.
 *
 * @param x first coordinate
 * @param y second coordinate
 * @param z third coordinate
 */
public record Vec3(double x, double y, double z) {

	/** The origin. */
	public static final Vec3 ZERO = new Vec3(0, 0, 0);

	/**
	 * Sum of two vectors.
	 *
	 * @param o the other
	 * @return this + o
	 */
	public Vec3 plus(final Vec3 o) {
		return new Vec3(x + o.x, y + o.y, z + o.z);
	}

	/**
	 * Difference of two vectors.
	 *
	 * @param o the other
	 * @return this - o
	 */
	public Vec3 minus(final Vec3 o) {
		return new Vec3(x - o.x, y - o.y, z - o.z);
	}

	/**
	 * Scaled copy.
	 *
	 * @param f factor
	 * @return f * this
	 */
	public Vec3 times(final double f) {
		return new Vec3(f * x, f * y, f * z);
	}

	/**
	 * Scalar product.
	 *
	 * @param o the other
	 * @return this . o
	 */
	public double dot(final Vec3 o) {
		return x * o.x + y * o.y + z * o.z;
	}

	/**
	 * Vector product.
	 *
	 * @param o the other
	 * @return this x o
	 */
	public Vec3 cross(final Vec3 o) {
		return new Vec3(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
	}

	/**
	 * Euclidean length.
	 *
	 * @return |this|
	 */
	public double norm() {
		return Math.sqrt(dot(this));
	}

	/**
	 * Distance between two points.
	 *
	 * @param o the other
	 * @return |this - o|
	 */
	public double distance(final Vec3 o) {
		return minus(o).norm();
	}

	/**
	 * Some direction at right angles to this one.
	 *
	 * @return of length one
	 * @throws IllegalArgumentException for a vector of length zero
	 */
	public Vec3 across() {
		return cross(Math.abs(x) < 0.6 * norm() ? new Vec3(1, 0, 0) : new Vec3(0, 1, 0)).unit();
	}

	/**
	 * Direction of length one.
	 *
	 * @return this / |this|
	 * @throws IllegalArgumentException for a vector of length zero
	 */
	public Vec3 unit() {
		final double n = norm();
		if (!(n > 0)) throw new IllegalArgumentException("A direction of length " + n
			+ " has no unit vector; give one with at least one coordinate other than 0.");
		return times(1 / n);
	}
}
