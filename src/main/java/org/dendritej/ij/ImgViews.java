// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import ij.ImagePlus;
import ij.ImageStack;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Shows an ImageJ stack to ImgLib2 programs, and back, over the same pixel arrays: nothing is copied, and what is written
 * on one side is seen on the other.
 */
public final class ImgViews {

	private ImgViews() {}

	/**
	 * An in-memory 8-, 16- or 32-bit grey stack as an ImgLib2 image.
	 *
	 * @param imp the stack; not virtual
	 * @return image of x, y, z
	 */
	public static PlanarImg<?, ?> view(final ImagePlus imp) {
		final ImageStack stack = imp.getStack();
		if (stack.isVirtual()) throw new IllegalArgumentException("Image \"" + imp.getTitle()
			+ "\" is a virtual stack, whose slices are not kept in memory; duplicate it first (Image > Duplicate).");
		final long[] size = { imp.getWidth(), imp.getHeight(), imp.getStackSize() };
		switch (imp.getType()) {
			case ImagePlus.GRAY8: {
				final PlanarImg<UnsignedByteType, ByteArray> img = new PlanarImg<>(size, new net.imglib2.util.Fraction());
				img.setLinkedType(new UnsignedByteType(img));
				for (int z = 0; z < stack.getSize(); z++)
					img.setPlane(z, new ByteArray((byte[]) stack.getPixels(z + 1)));
				return img;
			}
			case ImagePlus.GRAY16: {
				final PlanarImg<UnsignedShortType, ShortArray> img = new PlanarImg<>(size, new net.imglib2.util.Fraction());
				img.setLinkedType(new UnsignedShortType(img));
				for (int z = 0; z < stack.getSize(); z++)
					img.setPlane(z, new ShortArray((short[]) stack.getPixels(z + 1)));
				return img;
			}
			case ImagePlus.GRAY32: {
				final PlanarImg<FloatType, FloatArray> img = new PlanarImg<>(size, new net.imglib2.util.Fraction());
				img.setLinkedType(new FloatType(img));
				for (int z = 0; z < stack.getSize(); z++)
					img.setPlane(z, new FloatArray((float[]) stack.getPixels(z + 1)));
				return img;
			}
			default:
				throw new IllegalArgumentException("Image \"" + imp.getTitle()
					+ "\" has colours; convert it to 8-bit, 16-bit or 32-bit grey first (Image > Type).");
		}
	}
}
