// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.fiji;

import org.dendritej.ij.ImgViews;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import net.imagej.ImgPlus;
import net.imagej.axis.Axes;
import net.imagej.axis.AxisType;
import net.imagej.axis.CalibratedAxis;
import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.img.Img;
import net.imglib2.img.basictypeaccess.array.ArrayDataAccess;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;

/** Turns ImageJ2's images into ImageJ's and back, with axes, units and origin; planar images are shared, not copied. */
public final class Volumes {

	private static final AxisType[] XYZ = { Axes.X, Axes.Y, Axes.Z };

	private Volumes() {}

	/**
	 * An ImageJ stack over an ImageJ2 image.
	 *
	 * @param image real numbers along X, Y and, if it is a volume, Z; other axes must have length 1 and stand last
	 * @return the stack: 8-bit and 16-bit unsigned and 32-bit float stay what they are, all else becomes 32-bit float
	 * @throws IllegalArgumentException for other axes
	 */
	public static ImagePlus imagePlus(final ImgPlus<?> image) {
		requireVolume(image);
		final Img<?> pixels = image.getImg();
		final ImagePlus imp = pixels instanceof PlanarImg && image.numDimensions() <= 3 && plain(pixels.firstElement()) ? shared(name(image),
			(PlanarImg<?, ?>) pixels) : copied(image);
		calibrate(imp, image);
		return imp;
	}

	private static ImagePlus shared(final String name, final PlanarImg<?, ?> planes) {
		final ImageStack stack = new ImageStack((int) planes.dimension(0), (int) planes.dimension(1));
		for (int z = 0; z < planes.numSlices(); z++)
			stack.addSlice(null, ((ArrayDataAccess<?>) planes.getPlane(z)).getCurrentStorageArray());
		return new ImagePlus(name, stack);
	}

	private static String name(final ImgPlus<?> image) {
		return image.getName() == null ? "image" : image.getName();
	}

	private static boolean plain(final Object type) {
		return type instanceof UnsignedByteType || type instanceof UnsignedShortType || type instanceof FloatType;
	}

	private static void requireVolume(final ImgPlus<?> image) {
		for (int d = 0; d < image.numDimensions(); d++) {
			final boolean right = d < 3 && image.axis(d).type().equals(XYZ[d]);
			if (!right && image.dimension(d) > 1) throw new IllegalArgumentException("Image \"" + image.getName() + "\" has axis " + image.axis(d).type()
				.getLabel() + " of length " + image.dimension(d) + " where " + (d < 3 ? XYZ[d].getLabel() : "none")
				+ " is due; crop it to one channel and one time, with axes X, Y, Z.");
		}
		if (image.numDimensions() < 2 || !(image.firstElement() instanceof RealType)) throw new IllegalArgumentException("Image \"" + image.getName()
			+ "\" is no image of real numbers with at least two axes; convert it first.");
	}

	private static ImagePlus copied(final ImgPlus<?> image) {
		final int nx = (int) image.dimension(0), ny = (int) image.dimension(1), nz = image.numDimensions() > 2 ? (int) image.dimension(2) : 1;
		final Object type = image.firstElement();
		final int bits = type instanceof UnsignedByteType ? 8 : type instanceof UnsignedShortType ? 16 : 32;
		final ImageStack stack = ImageStack.create(nx, ny, nz, bits);
		final Cursor<?> c = image.localizingCursor();
		while (c.hasNext()) {
			final double v = ((RealType<?>) c.next()).getRealDouble();
			stack.setVoxel(c.getIntPosition(0), c.getIntPosition(1), image.numDimensions() > 2 ? c.getIntPosition(2) : 0, v);
		}
		return new ImagePlus(name(image), stack);
	}

	private static void calibrate(final ImagePlus imp, final ImgPlus<?> image) {
		final Calibration c = new Calibration(imp);
		final int axes = Math.min(3, image.numDimensions());
		for (int d = 0; d < axes; d++) {
			final CalibratedAxis axis = image.axis(d);
			final double step = axis.averageScale(0, 1), origin = -axis.calibratedValue(0) / step + 0.0;
			final String unit = axis.unit() == null ? "pixel" : axis.unit();
			if (d == 0) {
				c.pixelWidth = step;
				c.xOrigin = origin;
				c.setXUnit(unit);
			}
			else if (d == 1) {
				c.pixelHeight = step;
				c.yOrigin = origin;
				c.setYUnit(unit);
			}
			else {
				c.pixelDepth = step;
				c.zOrigin = origin;
				c.setZUnit(unit);
			}
		}
		imp.setCalibration(c);
	}

	/**
	 * An ImageJ2 image over an ImageJ stack; the pixels are shared.
	 *
	 * @param imp 8-bit, 16-bit or 32-bit stack in memory
	 * @return image of X, Y and Z with the stack's calibration; its origin is not carried
	 */
	public static ImgPlus<?> imgPlus(final ImagePlus imp) {
		return named(ImgViews.view(imp), imp);
	}

	private static <T> ImgPlus<T> named(final Img<T> img, final ImagePlus imp) {
		final Calibration c = imp.getCalibration();
		return new ImgPlus<>(img, imp.getTitle(), XYZ.clone(), new double[] { c.pixelWidth, c.pixelHeight, c.pixelDepth }, new String[] { c.getXUnit(), c
			.getYUnit(), c.getZUnit() });
	}

	/**
	 * Value of a voxel, for checks.
	 *
	 * @param image image of real numbers
	 * @param position one index for each axis
	 * @return the value
	 */
	static double at(final ImgPlus<?> image, final long... position) {
		final RandomAccess<?> a = image.randomAccess();
		a.setPosition(position);
		return ((RealType<?>) a.get()).getRealDouble();
	}
}
