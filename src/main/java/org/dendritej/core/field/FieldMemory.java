// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import org.dendritej.core.geom.HeapNeed;
import org.dendritej.core.geom.VoxelGrid;

/**
 * What a solution needs: per voxel of the image 29 bytes (potential 8; residual, direction, its image, correction and
 * ground conductance 4 each; code 1), and 24 bytes per voxel of each coarser grid, together 1/7 of the voxels when all
 * axes coarsen, 1/3 while only two do, at most 5/12 in any case: 32.4 to 39 bytes per voxel whatever the voxels' shape
 * (somewhat more in volumes of a few voxels' thickness).
 */
public final class FieldMemory {

	private static final int FINE = 29, COARSE = 24;

	private FieldMemory() {}

	/**
	 * Memory of a solution.
	 *
	 * @param grid the image
	 * @return bytes
	 */
	public static long bytes(final VoxelGrid grid) {
		final int[] n = { grid.nx(), grid.ny(), grid.nz() };
		final double[] edge = { grid.dxUm(), grid.dyUm(), grid.dzUm() };
		long sum = FINE * grid.voxels();
		for (boolean first = true; (long) n[0] * n[1] * n[2] > 1; first = false) {
			Coarsening.coarsen(n, edge, first ? Coarsening.firstShifts(n, edge) : Coarsening.pairs(n, edge));
			sum += COARSE * ((long) n[0] * n[1] * n[2]);
		}
		return sum;
	}

	/**
	 * Refuses an image that does not fit.
	 *
	 * @param grid the image
	 * @param heapBytes memory that can be had
	 * @throws IllegalArgumentException with the figure and the binning that would fit
	 */
	public static void check(final VoxelGrid grid, final long heapBytes) {
		HeapNeed.check("The field", grid, FieldMemory::bytes, Integer.MAX_VALUE - 8, heapBytes);
	}

	/**
	 * Memory that the heap can still give; if that looks too little, what has fallen out of use is collected first.
	 *
	 * @param grid the image
	 * @return bytes
	 */
	public static long availableFor(final VoxelGrid grid) {
		return HeapNeed.availableFor(bytes(grid));
	}
}
