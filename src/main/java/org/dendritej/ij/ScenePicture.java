// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;

/** Turns painted frames into RGB images with scale bar and legend; works without a screen. */
public final class ScenePicture {

	private static final int MARGIN = 12;

	private ScenePicture() {}

	/**
	 * A stack of square frames.
	 *
	 * @param title its title
	 * @param frames [frame][pixel], 0xffRRGGBB
	 * @param sizePx edge of a frame
	 * @param pxPerUm scale
	 * @param remark said behind the scale bar's length
	 * @param legend what the colours mean
	 * @param light whether the background is light, so that the writing is black
	 * @param framesPerSecond for playing
	 * @return the stack; its pixels are calibrated in um
	 */
	public static ImagePlus stack(final String title, final int[][] frames, final int sizePx, final double pxPerUm, final String remark,
		final Legend legend, final boolean light, final double framesPerSecond)
	{
		final ImageStack stack = new ImageStack(sizePx, sizePx);
		final Color ink = light ? Color.BLACK : Color.WHITE;
		for (final int[] f : frames)
			stack.addSlice(null, written(f, sizePx, sizePx, g -> {
				Legend.scale(g, MARGIN, sizePx - MARGIN, sizePx / 4.0, pxPerUm, ink, remark);
				legend.draw(g, MARGIN, MARGIN, ink);
			}));
		final ImagePlus imp = new ImagePlus(title, stack);
		imp.getCalibration().setUnit("um");
		imp.getCalibration().pixelWidth = imp.getCalibration().pixelHeight = 1 / pxPerUm;
		imp.getCalibration().fps = framesPerSecond;
		return imp;
	}

	/**
	 * Three sections with scale bar and legend.
	 *
	 * @param pixels width x height colours
	 * @param width px
	 * @param height px
	 * @param pxPerUm scale
	 * @param corner left and upper edge of the free corner, px
	 * @param legend what the colours mean
	 * @param lines said in the free corner
	 * @return the picture
	 */
	public static ColorProcessor sections(final int[] pixels, final int width, final int height, final double pxPerUm, final int[] corner,
		final Legend legend, final java.util.List<String> lines)
	{
		return written(pixels, width, height, g -> {
			Legend.scale(g, MARGIN, corner[1] - 2 * MARGIN, corner[0] / 4.0, pxPerUm, Color.WHITE, "");
			g.setColor(Color.WHITE);
			g.drawString("x y", 4, 14);
			g.drawString("z y", corner[0] + 4, 14);
			g.drawString("x z", 4, corner[1] + 14);
			int y = corner[1] + 16;
			for (final String line : lines) {
				g.drawString(line, corner[0] + 8, y);
				y += 16;
			}
			legend.draw(g, corner[0] + 8, y - 2, Color.WHITE);
		});
	}

	private static ColorProcessor written(final int[] pixels, final int width, final int height, final java.util.function.Consumer<Graphics2D> writing) {
		final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		image.setRGB(0, 0, width, height, pixels, 0, width);
		final Graphics2D g = image.createGraphics();
		Legend.smooth(g);
		writing.accept(g);
		g.dispose();
		return new ColorProcessor(image);
	}
}
