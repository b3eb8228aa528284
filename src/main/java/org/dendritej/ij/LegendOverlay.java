// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;

/** Lays a legend over an image of ours without touching its pixels. */
public final class LegendOverlay {

	private static final int WIDTH = 150;
	/** On an image of this edge and above the legend has its full size; on smaller ones it shrinks down to its smallest scale. */
	private static final double FULL_AT = 500, SMALLEST = 0.6;

	private LegendOverlay() {}

	/**
	 * Lays it into the upper left corner, on every slice.
	 *
	 * @param imp an image of ours, never an input
	 * @param legend what the colours mean
	 */
	public static void lay(final ImagePlus imp, final Legend legend) {
		final double scale = Math.max(SMALLEST, Math.min(1, Math.min(imp.getWidth(), imp.getHeight()) / FULL_AT));
		final int height = legend.height() + 8;
		final BufferedImage picture = new BufferedImage((int) (scale * WIDTH), (int) (scale * height), BufferedImage.TYPE_INT_ARGB);
		final Graphics2D g = picture.createGraphics();
		g.scale(scale, scale);
		g.setColor(new Color(0, 0, 0, 150));
		g.fillRect(0, 0, WIDTH, height);
		legend.draw(g, 6, 4, Color.WHITE);
		g.dispose();
		final ImageRoi roi = new ImageRoi(4, 4, picture);
		roi.setZeroTransparent(true);
		roi.setName("legend");
		imp.setOverlay(new Overlay(roi));
	}
}
