// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import org.dendritej.core.geom.VoxelGrid;

import ij.ImagePlus;
import ij.process.ImageProcessor;

/** Shows a crack skeleton on the image that it was measured in. */
public final class SkeletonView {

	private SkeletonView() {}

	/**
	 * The image as it is displayed, with the skeleton in vermilion.
	 *
	 * @param title title of the new image
	 * @param grid geometry
	 * @param under the image below
	 * @param skeleton planes, not 0 on the skeleton
	 * @return an RGB stack: 4 bytes per voxel
	 */
	public static ImagePlus of(final String title, final VoxelGrid grid, final ImagePlus under, final byte[][] skeleton) {
		final int colour = Colours.line(1).getRGB();
		final double low = under.getDisplayRangeMin(), high = under.getDisplayRangeMax();
		return NewStack.of(title, grid, z -> {
			final ImageProcessor ip = under.getStack().getProcessor(z + 1);
			ip.setMinAndMax(low, high);
			final int[] rgb = (int[]) ip.duplicate().convertToRGB().getPixels();
			for (int i = 0; i < rgb.length; i++)
				if (skeleton[z][i] != 0) rgb[i] = colour;
			return rgb;
		});
	}
}
