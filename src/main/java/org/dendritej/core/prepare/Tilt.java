// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

import org.dendritej.core.geom.VoxelGrid;

/**
 * The geometry of a milled face seen at an angle: rows cover 1/sin(angle) of their apparent height, and without a
 * correction by the microscope the face climbs through the image as it is milled away.
 */
public final class Tilt {

	private Tilt() {}

	/**
	 * Rows at their true height.
	 *
	 * @param grid as recorded, square pixels
	 * @param angleDeg angle between the beam and the milled face, above 0 to 90; the usual FIB-SEM has 52
	 * @return the same voxels with rows of dy / sin(angle); the origin is kept
	 */
	public static VoxelGrid corrected(final VoxelGrid grid, final double angleDeg) {
		check(angleDeg);
		return new VoxelGrid(grid.nx(), grid.ny(), grid.nz(), grid.dxUm(), angleDeg == 90 ? grid.dyUm() : grid.dyUm() / Math.sin(Math
			.toRadians(angleDeg)), grid.dzUm(), grid.originUm());
	}

	/**
	 * Rows by which the milled face moves in the image from one slice to the next: dz cos(angle) / dy of the recorded image.
	 *
	 * @param grid as recorded
	 * @param angleDeg angle between the beam and the milled face
	 * @return rows per slice
	 */
	public static double shearPx(final VoxelGrid grid, final double angleDeg) {
		check(angleDeg);
		return angleDeg == 90 ? 0 : grid.dzUm() * Math.cos(Math.toRadians(angleDeg)) / grid.dyUm();
	}

	private static void check(final double angleDeg) {
		if (!(angleDeg >= 10 && angleDeg <= 90)) throw new IllegalArgumentException("tilt=" + angleDeg
			+ " degrees is not an angle between beam and milled face; give 10 to 90 (52 on most microscopes), or 0 for none.");
	}
}
