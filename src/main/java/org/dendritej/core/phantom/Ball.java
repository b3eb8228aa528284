// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import org.dendritej.core.geom.Vec3;

/**
 * A ball: the pore of the published model.
 *
 * @param centre centre, um
 * @param radius radius, um
 */
public record Ball(Vec3 centre, double radius) implements Solid {

	/** Checks the radius. */
	public Ball {
		Lengths.positive("The radius of a sphere", radius);
	}

	@Override
	public double distance(final double x, final double y, final double z) {
		final double a = x - centre.x(), b = y - centre.y(), c = z - centre.z();
		return Math.sqrt(a * a + b * b + c * c) - radius;
	}

	@Override
	public Vec3 low() {
		return new Vec3(centre.x() - radius, centre.y() - radius, centre.z() - radius);
	}

	@Override
	public Vec3 high() {
		return new Vec3(centre.x() + radius, centre.y() + radius, centre.z() + radius);
	}

	@Override
	public double volumeUm3() {
		return 4 * Math.PI / 3 * radius * radius * radius;
	}

	@Override
	public double thinnestUm() {
		return 2 * radius;
	}
}
