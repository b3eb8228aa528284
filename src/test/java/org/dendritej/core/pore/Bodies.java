// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;

/** Draws bodies of known size: a voxel belongs to a body if its centre does. */
final class Bodies {

	final VoxelGrid grid;
	final byte[][] planes;

	Bodies(final VoxelGrid grid) {
		this.grid = grid;
		planes = new byte[grid.nz()][grid.planeSize()];
	}

	interface Body {

		boolean holds(double x, double y, double z);
	}

	Bodies add(final Body b, final int value) {
		for (int z = 0; z < grid.nz(); z++)
			for (int y = 0; y < grid.ny(); y++)
				for (int x = 0; x < grid.nx(); x++) {
					final Vec3 p = grid.centreUm(x, y, z);
					if (b.holds(p.x(), p.y(), p.z())) planes[z][x + grid.nx() * y] = (byte) value;
				}
		return this;
	}

	Bodies ball(final Vec3 c, final double r) {
		return add((x, y, z) -> (x - c.x()) * (x - c.x()) + (y - c.y()) * (y - c.y()) + (z - c.z()) * (z - c.z()) <= r * r,
			1);
	}

	/** Ellipsoid with semi-axes a along u, b along v, c along w (orthonormal). */
	Bodies ellipsoid(final Vec3 centre, final Vec3[] axes, final double a, final double b, final double c) {
		return add((x, y, z) -> {
			final Vec3 p = new Vec3(x, y, z).minus(centre);
			final double i = p.dot(axes[0]) / a, j = p.dot(axes[1]) / b, k = p.dot(axes[2]) / c;
			return i * i + j * j + k * k <= 1;
		}, 1);
	}

	ByteVolume volume() {
		return ByteVolume.of(grid, planes);
	}

	/** Three perpendicular directions at random, uniform over rotations. */
	static Vec3[] frame(final java.util.Random r) {
		final Vec3 u = new Vec3(r.nextGaussian(), r.nextGaussian(), r.nextGaussian()).unit();
		final Vec3 w = new Vec3(r.nextGaussian(), r.nextGaussian(), r.nextGaussian());
		final Vec3 v = w.minus(u.times(u.dot(w))).unit();
		return new Vec3[] { u, v, u.cross(v) };
	}
}
