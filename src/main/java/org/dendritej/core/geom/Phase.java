// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.geom;

/**
 * One class of a class image: the voxels of {@code volume} whose value equals {@code value}. It selects without copying.
 *
 * @param volume class image: 0 solid electrolyte, 1 pore, 2 crack, 3 lithium, 4 outside; or a 0/255 mask
 * @param value the class, 0 to 255
 */
public record Phase(ByteVolume volume, int value) {

	/** Checks the class number. */
	public Phase {
		if (value < 0 || value > 255) throw new IllegalArgumentException("Class " + value
			+ " cannot occur in an 8-bit image; give a class from 0 to 255.");
	}

	/**
	 * The class as it stands in the slices' memory.
	 *
	 * @return the signed byte to compare with
	 */
	public byte code() {
		return (byte) value;
	}

	/**
	 * Size and voxel edges.
	 *
	 * @return the volume's grid
	 */
	public VoxelGrid grid() {
		return volume.grid();
	}
}
