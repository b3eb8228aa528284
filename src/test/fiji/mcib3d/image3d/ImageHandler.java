// SPDX-License-Identifier: BSD-2-Clause
package mcib3d.image3d;

import ij.ImagePlus;

/** Stand-in with the methods that are used. */
public class ImageHandler {

	private final ImagePlus imp;

	private ImageHandler(final ImagePlus imp) {
		this.imp = imp;
	}

	public static ImageHandler wrap(final ImagePlus imp) {
		return new ImageHandler(imp);
	}

	public ImageHandler createSameDimensions() {
		return new ImageHandler(ij.IJ.createImage("canvas", imp.getBitDepth() + "-bit black", imp.getWidth(), imp.getHeight(), imp.getStackSize()));
	}

	public float getPixel(final int x, final int y, final int z) {
		return imp.getStack().getProcessor(z + 1).getf(x, y);
	}

	public void setPixel(final int x, final int y, final int z, final float v) {
		imp.getStack().getProcessor(z + 1).setf(x, y, v);
	}

	public ImagePlus getImagePlus() {
		return imp;
	}
}
