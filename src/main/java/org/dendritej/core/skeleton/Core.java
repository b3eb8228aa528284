// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import org.dendritej.core.geom.VoxelGrid;

/**
 * The middle of a shape, one voxel thicker than its medial surface to all sides: the room in which ways are looked for, so
 * that a slit that burnt into the rim of a medial surface is no detour.
 */
public final class Core {

	private Core() {}

	/**
	 * Thickens a medial surface inside its shape.
	 *
	 * @param region the shape
	 * @param surface {@code [nz][nx ny]}, not 0 on the surface
	 * @return {@code [nz][nx ny]}, 255 on the surface and on its 26 neighbours in the shape
	 */
	public static byte[][] of(final Region region, final byte[][] surface) {
		final VoxelGrid g = region.grid();
		final byte[][] core = new byte[g.nz()][g.planeSize()];
		for (int z = 0; z < g.nz(); z++)
			for (int p = Sparse.next(surface[z], 0); p < surface[z].length; p = Sparse.next(surface[z], p + 1))
				thicken(region, core, p % g.nx(), p / g.nx(), z);
		return core;
	}

	private static void thicken(final Region region, final byte[][] core, final int x, final int y, final int z) {
		for (int k = z - 1; k <= z + 1; k++)
			for (int j = y - 1; j <= y + 1; j++)
				for (int i = x - 1; i <= x + 1; i++)
					if (region.hasVoxel(i, j, k)) core[k][i + region.grid().nx() * j] = (byte) 255;
	}
}
