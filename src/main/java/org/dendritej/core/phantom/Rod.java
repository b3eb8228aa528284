// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import org.dendritej.core.geom.Vec3;

/**
 * A straight cylinder with flat ends: the crack of the published model; a short one is a flat disc.
 *
 * @param from centre of one end, um
 * @param to centre of the other end, um
 * @param radius radius, um
 */
public record Rod(Vec3 from, Vec3 to, double radius) implements Solid {

	/** Checks radius and length. */
	public Rod {
		Lengths.positive("The radius of a cylinder", radius);
		Lengths.positive("The length of a cylinder", from.distance(to));
	}

	@Override
	public double distance(final double x, final double y, final double z) {
		final double bx = to.x() - from.x(), by = to.y() - from.y(), bz = to.z() - from.z();
		final double px = x - from.x(), py = y - from.y(), pz = z - from.z();
		final double len = Math.sqrt(bx * bx + by * by + bz * bz);
		final double s = (px * bx + py * by + pz * bz) / len;
		final double off = Math.sqrt(Math.max(0, px * px + py * py + pz * pz - s * s)) - radius;
		final double end = Math.abs(s - 0.5 * len) - 0.5 * len;
		if (off <= 0 || end <= 0) return Math.max(off, end);
		return Math.sqrt(off * off + end * end);
	}

	private Vec3 reach() {
		final Vec3 n = to.minus(from).unit();
		return new Vec3(radius * side(n.x()), radius * side(n.y()), radius * side(n.z()));
	}

	/** Reach of a disc of radius 1 along an axis that makes the cosine n with its normal. */
	private static double side(final double n) {
		return Math.sqrt(Math.max(0, 1 - n * n));
	}

	@Override
	public Vec3 low() {
		return new Vec3(Math.min(from.x(), to.x()), Math.min(from.y(), to.y()), Math.min(from.z(), to.z())).minus(reach());
	}

	@Override
	public Vec3 high() {
		return new Vec3(Math.max(from.x(), to.x()), Math.max(from.y(), to.y()), Math.max(from.z(), to.z())).plus(reach());
	}

	@Override
	public double volumeUm3() {
		return Math.PI * radius * radius * from.distance(to);
	}

	@Override
	public double thinnestUm() {
		return Math.min(2 * radius, from.distance(to));
	}
}
