// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.testkit;

import java.util.function.IntFunction;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.measure.Calibration;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

/** A virtual stack whose slices are computed each time they are asked for, so that it can be larger than the memory. */
public final class GeneratedStack extends VirtualStack {

	private final int width, height, slices;
	private final IntFunction<byte[]> planes;

	private GeneratedStack(final int width, final int height, final int slices, final IntFunction<byte[]> planes) {
		super(width, height, null, "");
		this.width = width;
		this.height = height;
		this.slices = slices;
		this.planes = planes;
		setBitDepth(8);
	}

	/** A calibrated image, voxels 0.04 x 0.04 x 0.1 um, over slices counted from 0. */
	public static ImagePlus image(final String title, final int width, final int height, final int slices, final IntFunction<byte[]> planes) {
		final ImagePlus imp = new ImagePlus(title, new GeneratedStack(width, height, slices, planes));
		final Calibration c = imp.getCalibration();
		c.setUnit("um");
		c.pixelWidth = c.pixelHeight = 0.04;
		c.pixelDepth = 0.1;
		return imp;
	}

	@Override
	public int getSize() {
		return slices;
	}

	@Override
	public int size() {
		return slices;
	}

	@Override
	public int getWidth() {
		return width;
	}

	@Override
	public int getHeight() {
		return height;
	}

	@Override
	public ImageProcessor getProcessor(final int n) {
		return new ByteProcessor(width, height, planes.apply(n - 1), null);
	}

	@Override
	public String getSliceLabel(final int n) {
		return null;
	}
}
