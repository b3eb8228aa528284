// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.VoxelGrid;

import ij.ImagePlus;

/** Reads class images of which several classes are wanted at once: pores, cracks and lithium in electrolyte. */
public final class HollowImage {

	private HollowImage() {}

	/**
	 * A class image with something hollow in it; a 0/255 mask is taken as pores in electrolyte.
	 *
	 * @param imp class image or mask
	 * @param grid its geometry
	 * @return the classes
	 * @throws IllegalArgumentException if no voxel is pore, crack or lithium, none is left for the electrolyte, or the image
	 *           is no class image
	 */
	public static ByteVolume of(final ImagePlus imp, final VoxelGrid grid) {
		final ByteVolume volume = Images.classes(imp, grid);
		final long[] histogram = ClassHistogram.of(volume);
		int distinct = 0;
		for (final long h : histogram)
			if (h > 0) distinct++;
		final boolean mask = histogram[255] > 0 && histogram[0] + histogram[255] == grid.voxels();
		final long hollow = histogram[1] + histogram[2] + histogram[3] + (mask ? histogram[255] : 0);
		final String title = "Image \"" + imp.getTitle() + "\"";
		if (distinct > 16) throw new IllegalArgumentException(title + " holds " + distinct
			+ " different values; a class image has a few (0 electrolyte, 1 pore, 2 crack, 3 lithium, 4 outside). Segment the grey stack first.");
		if (hollow == grid.voxels()) throw new IllegalArgumentException("Every voxel of " + title
			+ " is pore, crack or lithium: no electrolyte is left to conduct. The mask may be inverted.");
		if (hollow == 0) throw new IllegalArgumentException(title + " holds no voxel of class 1, 2 or 3 (pore, crack, lithium); it holds "
			+ ClassHistogram.contents(histogram, distinct) + ". Give the class image of Segment Pores and Cracks, or a 0/255 mask of the pores.");
		if (!mask) return volume;
		return ByteVolume.of(grid, z -> {
			final byte[] out = volume.plane(z).clone();
			for (int i = 0; i < out.length; i++)
				out[i] = (byte) (out[i] == 0 ? 0 : 1);
			return out;
		});
	}
}
