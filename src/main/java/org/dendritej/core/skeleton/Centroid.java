// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;

/**
 * The local middle of a shape: the centroid of its voxels in a flat disc at right angles to a line, weighted down smoothly
 * towards the rim of the disc. A ball would pull the middle of a bent tube inward.
 */
final class Centroid {

	/** The disc is larger than the half-width, so that it sees both walls. */
	private static final double MARGIN_VOXELS = 2;
	/** Half its thickness: enough that it always holds voxels. */
	private static final double THICK_VOXELS = 2;

	private Centroid() {}

	/**
	 * Centroid of the shape's voxels within the half-width plus two voxels across a line, and two voxels along it.
	 *
	 * @param region the shape
	 * @param p the point, um
	 * @param t direction of the line, of length one
	 * @param halfWidthUm distance to the background in the middle, um
	 * @return um; the point itself if no voxel is near
	 */
	static Vec3 of(final Region region, final Vec3 p, final Vec3 t, final double halfWidthUm) {
		final VoxelGrid g = region.grid();
		final double rx = halfWidthUm + MARGIN_VOXELS * g.dxUm();
		final double ry = halfWidthUm + MARGIN_VOXELS * g.dyUm();
		final double rz = halfWidthUm + MARGIN_VOXELS * g.dzUm();
		final double along = THICK_VOXELS * new Vec3(t.x() * g.dxUm(), t.y() * g.dyUm(), t.z() * g.dzUm()).norm();
		double sx = 0;
		double sy = 0;
		double sz = 0;
		double sum = 0;
		final int i0 = Math.max(0, first(p.x() - g.originUm().x(), rx, g.dxUm()));
		final int i1 = Math.min(g.nx() - 1, last(p.x() - g.originUm().x(), rx, g.dxUm()));
		final int j0 = Math.max(0, first(p.y() - g.originUm().y(), ry, g.dyUm()));
		final int j1 = Math.min(g.ny() - 1, last(p.y() - g.originUm().y(), ry, g.dyUm()));
		final int k0 = Math.max(0, first(p.z() - g.originUm().z(), rz, g.dzUm()));
		final int k1 = Math.min(g.nz() - 1, last(p.z() - g.originUm().z(), rz, g.dzUm()));
		// Few voxels around a crack belong to it, so that is asked first, and of rows outside the disc nothing.
		final double reach = 1.001 * (along + rx * Math.abs(t.x()));
		for (int k = k0; k <= k1; k++) {
			final byte[] plane = region.plane(k);
			final double z = g.originUm().z() + (k + 0.5) * g.dzUm() - p.z();
			final double zz = z * z / (rz * rz);
			for (int j = j0; j <= j1; j++) {
				final double y = g.originUm().y() + (j + 0.5) * g.dyUm() - p.y();
				final double yy = y * y / (ry * ry);
				if (1 - yy - zz <= 0 || Math.abs(y * t.y() + z * t.z()) > reach) continue;
				for (int i = i0, at = i0 + g.nx() * j; i <= i1; i++, at++) {
					if (!region.isShape(plane[at])) continue;
					final double x = g.originUm().x() + (i + 0.5) * g.dxUm() - p.x();
					final double s = (x * t.x() + y * t.y() + z * t.z()) / along;
					final double w = Math.min(1 - x * x / (rx * rx) - yy - zz, 1 - s * s);
					if (w <= 0) continue;
					sx += w * x;
					sy += w * y;
					sz += w * z;
					sum += w;
				}
			}
		}
		return sum > 0 ? new Vec3(p.x() + sx / sum, p.y() + sy / sum, p.z() + sz / sum) : p;
	}

	private static int first(final double at, final double r, final double edge) {
		return (int) Math.ceil((at - r) / edge - 0.5);
	}

	private static int last(final double at, final double r, final double edge) {
		return (int) Math.floor((at + r) / edge - 0.5);
	}
}
