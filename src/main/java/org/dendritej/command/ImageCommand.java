// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.ij.Geometry;
import org.dendritej.ij.Images;
import org.scijava.ItemVisibility;
import org.scijava.plugin.Parameter;

import ij.ImagePlus;

/** What all commands share that look at an image: which one, its voxels, and the sample that it belongs to. */
public abstract class ImageCommand extends SuiteCommand {

	@Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false, description = "Which image, and its voxels")
	private final String imageheading = "<html><b>Image</b></html>";

	@Parameter(label = "Image", persist = false, required = false, description = "Title of the image; default: the active one")
	private ImagePlus image;

	@Parameter(label = "Voxel edges (um)", persist = false, required = false,
		description = "x,y,z in micrometres, such as 0.04,0.04,0.1; empty: the image's own calibration")
	private String voxel = "";

	@Parameter(visibility = ItemVisibility.MESSAGE, persist = false, required = false, description = "The command's own keys")
	private final String ownheading = "<html><b>Settings</b></html>";

	/**
	 * The image, checked to be a single-channel grey stack.
	 *
	 * @param volume whether at least two slices are needed
	 * @return the image, never modified
	 */
	protected ImagePlus image(final boolean volume) {
		image = Images.given(image);
		Images.requireStack(image, volume);
		return image;
	}

	/**
	 * Works on another image than the one that {@code image} names.
	 *
	 * @param other the image
	 * @return the same image, checked to be a single-channel grey image
	 */
	protected ImagePlus use(final ImagePlus other) {
		image = other;
		return image(false);
	}

	/**
	 * The image's voxel grid.
	 *
	 * @return in um
	 */
	protected VoxelGrid grid() {
		return Geometry.grid(image, voxel);
	}

	/**
	 * The sample's name: typed, else the image's property, else its title; the property is then set.
	 *
	 * @return the name
	 */
	protected String sample() {
		final String typed = typedSample();
		final String known = image.getProp(Images.SAMPLE);
		final String name = !typed.isEmpty() ? typed : known != null && !known.isBlank() ? known : plainTitle(image.getTitle());
		image.setProp(Images.SAMPLE, name);
		return name;
	}

	private static String plainTitle(final String title) {
		final String bare = title.replaceFirst("(?i)\\.(tiff?|zip|raw|nrrd|bmp|png)$", "");
		return bare.isBlank() ? "sample" : bare;
	}

	/**
	 * Ties an output image to the sample.
	 *
	 * @param output the image
	 * @param name the sample
	 * @return the same image
	 */
	protected ImagePlus tied(final ImagePlus output, final String name) {
		output.setProp(Images.SAMPLE, name);
		return output;
	}
}
