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

	private static final int WIDTH = 170;

	private LegendOverlay() {}

	/**
	 * Lays it into the upper left corner, on every slice.
	 *
	 * @param imp an image of ours, never an input
	 * @param legend what the colours mean
	 */
	public static void lay(final ImagePlus imp, final Legend legend) {
		final BufferedImage picture = new BufferedImage(WIDTH, legend.height() + 8, BufferedImage.TYPE_INT_ARGB);
		final Graphics2D g = picture.createGraphics();
		g.setColor(new Color(0, 0, 0, 150));
		g.fillRect(0, 0, WIDTH, picture.getHeight());
		legend.draw(g, 6, 4, Color.WHITE);
		g.dispose();
		final ImageRoi roi = new ImageRoi(4, 4, picture);
		roi.setZeroTransparent(true);
		roi.setName("legend");
		imp.setOverlay(new Overlay(roi));
	}
}
