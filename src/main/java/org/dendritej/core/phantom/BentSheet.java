// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import java.util.List;

import org.dendritej.core.geom.Vec3;

/**
 * A bent flat crack: a chain of straight pieces in a plane, thickened to a constant opening and swept along the normal of
 * that plane to a finite breadth. Ends and bends are round in the plane, the sides are flat.
 *
 * @param chain corners of the middle line; all in one plane normal to {@code across}, at least two, um
 * @param across direction of the breadth, any length
 * @param opening full opening, um
 * @param breadth full breadth, um
 */
public record BentSheet(List<Vec3> chain, Vec3 across, double opening, double breadth) implements Solid {

	/** Keeps a copy and checks it. */
	public BentSheet {
		chain = List.copyOf(chain);
		across = across.unit();
		Lengths.positive("The opening of a sheet", opening);
		Lengths.positive("The breadth of a sheet", breadth);
		if (chain.size() < 2) throw new IllegalArgumentException("A sheet of " + chain.size()
			+ " points has no length; give at least 2.");
		for (int i = 1; i < chain.size(); i++) {
			final Vec3 step = chain.get(i).minus(chain.get(i - 1));
			Lengths.positive("Piece " + i + " of a sheet", step.norm());
			if (Math.abs(step.dot(across)) > 1e-9 * step.norm()) throw new IllegalArgumentException("Piece " + i
				+ " of a sheet is not at right angles to its breadth " + across + "; the pieces must lie in one plane.");
		}
	}

	@Override
	public double distance(final double x, final double y, final double z) {
		final Vec3 o = chain.get(0);
		final double side = (x - o.x()) * across.x() + (y - o.y()) * across.y() + (z - o.z()) * across.z();
		double best = Double.POSITIVE_INFINITY;
		for (int i = 1; i < chain.size(); i++) {
			final Vec3 a = chain.get(i - 1), b = chain.get(i);
			final double bx = b.x() - a.x(), by = b.y() - a.y(), bz = b.z() - a.z();
			final double px = x - a.x() - side * across.x(), py = y - a.y() - side * across.y(), pz = z - a.z() - side * across
				.z();
			final double t = Math.max(0, Math.min(1, (px * bx + py * by + pz * bz) / (bx * bx + by * by + bz * bz)));
			final double dx = px - t * bx, dy = py - t * by, dz = pz - t * bz;
			best = Math.min(best, dx * dx + dy * dy + dz * dz);
		}
		final double flat = Math.sqrt(best) - 0.5 * opening;
		final double end = Math.abs(side) - 0.5 * breadth;
		if (flat <= 0 || end <= 0) return Math.max(flat, end);
		return Math.sqrt(flat * flat + end * end);
	}

	private Vec3 reach() {
		final double h = 0.5 * opening;
		return new Vec3(one(across.x(), h), one(across.y(), h), one(across.z(), h));
	}

	private double one(final double n, final double h) {
		return h * Math.sqrt(Math.max(0, 1 - n * n)) + 0.5 * breadth * Math.abs(n);
	}

	@Override
	public Vec3 low() {
		Vec3 low = chain.get(0);
		for (final Vec3 p : chain)
			low = new Vec3(Math.min(low.x(), p.x()), Math.min(low.y(), p.y()), Math.min(low.z(), p.z()));
		return low.minus(reach());
	}

	@Override
	public Vec3 high() {
		Vec3 high = chain.get(0);
		for (final Vec3 p : chain)
			high = new Vec3(Math.max(high.x(), p.x()), Math.max(high.y(), p.y()), Math.max(high.z(), p.z()));
		return high.plus(reach());
	}

	/** Closed form for one piece only: bends overlap. */
	@Override
	public double volumeUm3() {
		if (chain.size() > 2) return Double.NaN;
		return breadth * (opening * chain.get(0).distance(chain.get(1)) + Math.PI / 4 * opening * opening);
	}

	@Override
	public double thinnestUm() {
		return Math.min(opening, breadth);
	}
}
