// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.geom;

import java.util.function.IntFunction;

/**
 * A volume of float voxels that is read slice by slice, so that in-memory stacks, virtual stacks and generated
 * volumes look alike.
 * <p>
 * Index inside a slice: {@code x + nx * y}. Implementations must allow calls from several threads at once.
 */
public interface FloatVolume {

	/**
	 * Size and voxel edges.
	 *
	 * @return the grid
	 */
	VoxelGrid grid();

	/**
	 * One slice.
	 *
	 * @param z slice index, from 0
	 * @return nx ny values, to be read only: it may be the image's own memory
	 */
	float[] plane(int z);

	/**
	 * A volume over slices that are already in memory; nothing is copied.
	 *
	 * @param grid size and edges
	 * @param planes nz arrays of nx ny values
	 * @return the volume
	 */
	static FloatVolume of(final VoxelGrid grid, final float[][] planes) {
		if (planes.length != grid.nz()) throw new IllegalArgumentException("A grid of " + grid.nz()
			+ " slices was given " + planes.length + " planes; the two numbers must agree.");
		for (int z = 0; z < planes.length; z++)
			if (planes[z].length != grid.planeSize()) throw new IllegalArgumentException("Slice " + z + " holds "
				+ planes[z].length + " voxels where the grid has " + grid.planeSize() + "; the two numbers must agree.");
		return of(grid, z -> planes[z]);
	}

	/**
	 * A volume whose slices are made when they are asked for; nothing is kept.
	 *
	 * @param grid size and edges
	 * @param slices gives nx ny values for a slice index from 0; called from several threads
	 * @return the volume
	 */
	static FloatVolume of(final VoxelGrid grid, final IntFunction<float[]> slices) {
		return new FloatVolume() {

			@Override
			public VoxelGrid grid() {
				return grid;
			}

			@Override
			public float[] plane(final int z) {
				return slices.apply(z);
			}
		};
	}
}
