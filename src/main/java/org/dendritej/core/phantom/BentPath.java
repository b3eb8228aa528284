// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import java.util.List;

import org.dendritej.core.geom.Vec3;

/**
 * A bent tube: all points within a radius of a chain of straight pieces, so its ends and bends are round.
 *
 * @param points corners of the chain, at least two, um
 * @param radius radius, um
 */
public record BentPath(List<Vec3> points, double radius) implements Solid {

	/** Keeps a copy and checks it. */
	public BentPath {
		points = List.copyOf(points);
		Lengths.positive("The radius of a bent tube", radius);
		if (points.size() < 2) throw new IllegalArgumentException("A bent tube of " + points.size()
			+ " points has no length; give at least 2.");
		for (int i = 1; i < points.size(); i++)
			Lengths.positive("Piece " + i + " of a bent tube", points.get(i).distance(points.get(i - 1)));
	}

	@Override
	public double distance(final double x, final double y, final double z) {
		double best = Double.POSITIVE_INFINITY;
		for (int i = 1; i < points.size(); i++)
			best = Math.min(best, toPiece(points.get(i - 1), points.get(i), x, y, z));
		return Math.sqrt(best) - radius;
	}

	private static double toPiece(final Vec3 a, final Vec3 b, final double x, final double y, final double z) {
		final double bx = b.x() - a.x(), by = b.y() - a.y(), bz = b.z() - a.z();
		final double px = x - a.x(), py = y - a.y(), pz = z - a.z();
		final double t = Math.max(0, Math.min(1, (px * bx + py * by + pz * bz) / (bx * bx + by * by + bz * bz)));
		final double dx = px - t * bx, dy = py - t * by, dz = pz - t * bz;
		return dx * dx + dy * dy + dz * dz;
	}

	@Override
	public Vec3 low() {
		Vec3 low = points.get(0);
		for (final Vec3 p : points)
			low = new Vec3(Math.min(low.x(), p.x()), Math.min(low.y(), p.y()), Math.min(low.z(), p.z()));
		return low.minus(new Vec3(radius, radius, radius));
	}

	@Override
	public Vec3 high() {
		Vec3 high = points.get(0);
		for (final Vec3 p : points)
			high = new Vec3(Math.max(high.x(), p.x()), Math.max(high.y(), p.y()), Math.max(high.z(), p.z()));
		return high.plus(new Vec3(radius, radius, radius));
	}

	/** Closed form for one piece only: bends overlap. */
	@Override
	public double volumeUm3() {
		if (points.size() > 2) return Double.NaN;
		return Math.PI * radius * radius * (points.get(0).distance(points.get(1)) + 4 * radius / 3);
	}

	@Override
	public double thinnestUm() {
		return 2 * radius;
	}
}
