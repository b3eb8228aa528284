// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.awt.Color;

import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;

/**
 * Grey slices with the outlines of their classes, made when a slice is looked at: what is painted into the class image shows
 * as soon as the slice is drawn again. One window shows both, so their slices are linked. Memory: none but the slice shown.
 */
public final class ReviewStack extends VirtualStack {

	private static final int GAP = 4;
	private final ImageStack grey, classes;
	private final double min, max;
	private final boolean beside;

	private ReviewStack(final ImagePlus grey, final ImageStack classes, final boolean beside) {
		super(beside ? 2 * grey.getWidth() + GAP : grey.getWidth(), grey.getHeight());
		this.grey = grey.getStack();
		this.classes = classes;
		this.beside = beside;
		min = grey.getDisplayRangeMin();
		max = grey.getDisplayRangeMax();
	}

	/**
	 * A view of a grey stack and its classes.
	 *
	 * @param title its title
	 * @param grey the grey stack, shown with its present display range
	 * @param classes class image of the same size
	 * @param beside true: grey at the left, outlines at the right; false: outlines alone
	 * @return the view, not shown
	 */
	public static ImagePlus of(final String title, final ImagePlus grey, final ImagePlus classes, final boolean beside) {
		Images.requireSameSize(grey, classes, "classes");
		final ImagePlus imp = new ImagePlus(title, new ReviewStack(grey, classes.getStack(), beside));
		imp.setCalibration(grey.getCalibration().copy());
		imp.setSlice(Math.min(grey.getCurrentSlice(), grey.getStackSize()));
		return imp;
	}

	@Override
	public int getSize() {
		return classes.getSize();
	}

	/** ImageJ asks for the pixels too. */
	@Override
	public Object getPixels(final int n) {
		return getProcessor(n).getPixels();
	}

	@Override
	public int getBitDepth() {
		return 24;
	}

	@Override
	public String getSliceLabel(final int n) {
		return grey.getSliceLabel(n);
	}

	@Override
	public ImageProcessor getProcessor(final int n) {
		final ImageProcessor g = grey.getProcessor(n);
		g.setMinAndMax(min, max);
		final ByteProcessor b = g.convertToByteProcessor(true);
		final ImageProcessor c = classes.getProcessor(n);
		final int w = b.getWidth(), h = b.getHeight(), wide = getWidth(), from = beside ? w + GAP : 0;
		final ColorProcessor out = new ColorProcessor(wide, h);
		final int[] rgb = (int[]) out.getPixels();
		final java.awt.image.IndexColorModel colours = Colours.classes();
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++) {
				final int v = b.get(x, y), k = c.get(x, y), plain = new Color(v, v, v).getRGB();
				if (beside) rgb[y * wide + x] = plain;
				rgb[y * wide + from + x] = k != 0 && edge(c, x, y, k) ? colours.getRGB(Math.min(255, k)) : plain;
			}
		return out;
	}

	private static boolean edge(final ImageProcessor c, final int x, final int y, final int k) {
		return x > 0 && c.get(x - 1, y) != k || y > 0 && c.get(x, y - 1) != k || x + 1 < c.getWidth() && c.get(x + 1, y) != k || y + 1 < c.getHeight() && c.get(
			x, y + 1) != k;
	}
}
