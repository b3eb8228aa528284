// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

import ij.process.ColorProcessor;

/** Paints strokes into an RGB image, enlarged for print; works without a screen. */
final class PixelDrawing implements Drawing {

	private final BufferedImage image;
	private final Graphics2D g;

	PixelDrawing(final int width, final int height, final double scale) {
		image = new BufferedImage((int) Math.round(width * scale), (int) Math.round(height * scale), BufferedImage.TYPE_INT_RGB);
		g = image.createGraphics();
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
		g.scale(scale, scale);
		box(0, 0, width, height, Color.WHITE);
	}

	/** The image; nothing can be drawn after that. */
	ColorProcessor image() {
		g.dispose();
		return new ColorProcessor(image);
	}

	@Override
	public void line(final double[] x, final double[] y, final Color c, final double width) {
		final Path2D path = new Path2D.Double();
		boolean down = false;
		for (int i = 0; i < x.length; i++) {
			final boolean there = !Double.isNaN(x[i]) && !Double.isNaN(y[i]);
			if (there && down) path.lineTo(x[i], y[i]);
			else if (there) path.moveTo(x[i], y[i]);
			down = there;
		}
		g.setColor(c);
		g.setStroke(new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
		g.draw(path);
	}

	@Override
	public void box(final double x, final double y, final double w, final double h, final Color c) {
		g.setColor(c);
		g.fill(new Rectangle2D.Double(x, y, w, h));
	}

	@Override
	public void polygon(final double[] x, final double[] y, final Color c) {
		final Path2D path = new Path2D.Double();
		for (int i = 0; i < x.length; i++)
			if (i == 0) path.moveTo(x[i], y[i]);
			else path.lineTo(x[i], y[i]);
		path.closePath();
		g.setColor(c);
		g.fill(path);
	}

	@Override
	public void text(final String s, final double x, final double y, final double size, final boolean bold, final Anchor anchor, final boolean turned) {
		g.setFont(new Font(Font.SANS_SERIF, bold ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) size));
		g.setColor(Color.BLACK);
		final double w = g.getFontMetrics().stringWidth(s);
		final AffineTransform before = g.getTransform();
		g.translate(x, y);
		if (turned) g.rotate(-Math.PI / 2);
		g.drawString(s, (float) (anchor == Anchor.START ? 0 : anchor == Anchor.MIDDLE ? -w / 2 : -w), 0f);
		g.setTransform(before);
	}
}
