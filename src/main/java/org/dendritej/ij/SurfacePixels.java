// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import ij.ImagePlus;
import ij.process.ImageProcessor;

/** Reads a single electron image in rectangles without copying it, and keeps the record of its tilt correction. */
public final class SurfacePixels {

	/** The string property of an image whose vertical calibration already holds a tilt correction. */
	public static final String TILT = "dendritej.tilt";

	private final ImageProcessor ip;

	private SurfacePixels(final ImageProcessor ip) {
		this.ip = ip;
	}

	/**
	 * The pixels of an image.
	 *
	 * @param imp 8-, 16- or 32-bit image of one slice
	 * @return a view of its pixels
	 * @throws IllegalArgumentException for a stack and for an image without contrast
	 */
	public static SurfacePixels of(final ImagePlus imp) {
		if (imp.getStackSize() > 1) throw new IllegalArgumentException("Image \"" + imp.getTitle() + "\" has " + imp
			.getStackSize() + " slices; mode=surface measures a single image, so duplicate the slice first, or use mode=volume"
			+ " for a class image.");
		final ImageProcessor ip = imp.getProcessor();
		if (!(ip.getStats().stdDev > 0)) throw new IllegalArgumentException("Image \"" + imp.getTitle()
			+ "\" has the same grey value everywhere or holds values that are not numbers; no rim can be seen on it.");
		return new SurfacePixels(ip);
	}

	/**
	 * Copies a rectangle that lies inside the image.
	 *
	 * @param x first column
	 * @param y first row
	 * @param w columns
	 * @param h rows
	 * @param out receives w h grey values, row by row
	 */
	public void read(final int x, final int y, final int w, final int h, final float[] out) {
		for (int r = 0; r < h; r++)
			for (int i = 0; i < w; i++)
				out[r * w + i] = ip.getf(x + i, y + r);
	}

	/**
	 * Refuses a tilt correction of an image that has one.
	 *
	 * @param imp the image
	 * @param degrees the tilt that is asked for; 0 for none
	 * @throws IllegalArgumentException if both the image and the request correct
	 */
	public static void refuseSecond(final ImagePlus imp, final double degrees) {
		final String known = imp.getProp(TILT);
		if (degrees != 0 && known != null) throw new IllegalArgumentException("tilt=" + degrees
			+ " was asked for, but image \"" + imp.getTitle() + "\" is already corrected (" + known
			+ "); a tilt is corrected once only, so leave tilt out.");
	}

	/**
	 * Marks an image whose calibration holds the correction.
	 *
	 * @param imp a result, never the user's image
	 * @param correction angle and factor in words; empty for none
	 * @param from the image it was made of, whose mark it inherits
	 */
	public static void mark(final ImagePlus imp, final String correction, final ImagePlus from) {
		final String text = correction.isEmpty() ? from.getProp(TILT) : correction;
		if (text != null) imp.setProp(TILT, text);
	}
}
