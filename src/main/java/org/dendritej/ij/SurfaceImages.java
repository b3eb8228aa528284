// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.util.Locale;

import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.spall.SurfaceImage;
import org.dendritej.core.spall.Tilt;

import ij.ImagePlus;
import ij.process.ImageProcessor;

/** Shows a 2D electron image to the surface survey without copying it, and keeps the record of its tilt correction. */
public final class SurfaceImages {

	/** The string property of an image whose vertical calibration already holds a tilt correction. */
	public static final String TILT = "dendritej.tilt";

	private SurfaceImages() {}

	/**
	 * A single image as a surface.
	 *
	 * @param imp 8-, 16- or 32-bit image of one slice
	 * @param grid its calibration, um
	 * @param tilt correction to apply, or {@link Tilt#NONE}
	 * @return a view of its pixels
	 * @throws IllegalArgumentException for a stack, an image without contrast, or a second tilt correction
	 */
	public static SurfaceImage of(final ImagePlus imp, final VoxelGrid grid, final Tilt tilt) {
		if (imp.getStackSize() > 1) throw new IllegalArgumentException("Image \"" + imp.getTitle() + "\" has " + imp
			.getStackSize() + " slices; mode=surface measures a single image, so duplicate the slice first, or use mode=volume"
			+ " for a class image.");
		refuseSecond(imp, tilt);
		final ImageProcessor ip = imp.getProcessor();
		if (!(ip.getStats().stdDev > 0)) throw new IllegalArgumentException("Image \"" + imp.getTitle()
			+ "\" has the same grey value everywhere or holds values that are not numbers; no rim can be seen on it.");
		final int nx = imp.getWidth();
		final SurfaceImage raw = SurfaceImage.of(nx, imp.getHeight(), grid.dxUm(), grid.dyUm(), (x, y, w, h, out) -> {
			for (int r = 0; r < h; r++)
				for (int i = 0; i < w; i++)
					out[r * w + i] = ip.getf(x + i + nx * (y + r));
		});
		return tilt.corrects() ? raw.corrected(tilt) : raw;
	}

	/**
	 * Refuses a tilt correction of an image that has one.
	 *
	 * @param imp the image
	 * @param tilt what is asked for
	 * @throws IllegalArgumentException if both the image and the request correct
	 */
	public static void refuseSecond(final ImagePlus imp, final Tilt tilt) {
		final String known = imp.getProp(TILT);
		if (tilt.corrects() && known != null) throw new IllegalArgumentException("tilt=" + tilt.angleDeg()
			+ " was asked for, but image \"" + imp.getTitle() + "\" is already corrected (" + known
			+ "); a tilt is corrected once only, so leave tilt out.");
	}

	/**
	 * Marks an image whose calibration holds the correction.
	 *
	 * @param imp a result, never the user's image
	 * @param tilt the correction
	 * @param from the image it was made of, whose mark it inherits
	 */
	public static void mark(final ImagePlus imp, final Tilt tilt, final ImagePlus from) {
		final String text = tilt.corrects() ? String.format(Locale.ROOT, "%s deg, factor %.6f", tilt.angleDeg(), tilt
			.verticalFactor()) : from.getProp(TILT);
		if (text != null) imp.setProp(TILT, text);
	}
}
