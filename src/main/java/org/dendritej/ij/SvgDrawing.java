// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.awt.Color;
import java.util.Locale;

/** Writes strokes as Scalable Vector Graphics 1.1, for print and for editing in any vector program. */
final class SvgDrawing implements Drawing {

	private final StringBuilder out = new StringBuilder();

	SvgDrawing(final int width, final int height) {
		out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"").append(width).append(
			"\" height=\"").append(height).append("\" viewBox=\"0 0 ").append(width).append(' ').append(height).append(
				"\" font-family=\"Helvetica, Arial, sans-serif\">\n");
		box(0, 0, width, height, Color.WHITE);
	}

	/** The whole file. */
	String text() {
		return out + "</svg>\n";
	}

	private static String n(final double v) {
		final String s = String.format(Locale.ROOT, "%.2f", v);
		return s.endsWith(".00") ? s.substring(0, s.length() - 3) : s;
	}

	private static String hex(final Color c) {
		return String.format(Locale.ROOT, "#%02x%02x%02x", c.getRed(), c.getGreen(), c.getBlue());
	}

	@Override
	public void line(final double[] x, final double[] y, final Color c, final double width) {
		final StringBuilder d = new StringBuilder();
		boolean down = false;
		for (int i = 0; i < x.length; i++) {
			final boolean there = !Double.isNaN(x[i]) && !Double.isNaN(y[i]);
			if (there) d.append(down ? 'L' : 'M').append(n(x[i])).append(' ').append(n(y[i]));
			down = there;
		}
		if (d.length() > 0) out.append("<path d=\"").append(d).append("\" fill=\"none\" stroke-linejoin=\"round\" stroke=\"").append(hex(c)).append(
			"\" stroke-width=\"").append(n(width)).append("\"/>\n");
	}

	@Override
	public void box(final double x, final double y, final double w, final double h, final Color c) {
		out.append("<rect x=\"").append(n(x)).append("\" y=\"").append(n(y)).append("\" width=\"").append(n(w)).append("\" height=\"").append(n(h)).append(
			"\" fill=\"").append(hex(c)).append("\"/>\n");
	}

	@Override
	public void polygon(final double[] x, final double[] y, final Color c) {
		out.append("<polygon points=\"");
		for (int i = 0; i < x.length; i++)
			out.append(i == 0 ? "" : " ").append(n(x[i])).append(',').append(n(y[i]));
		out.append("\" fill=\"").append(hex(c)).append("\"/>\n");
	}

	@Override
	public void text(final String s, final double x, final double y, final double size, final boolean bold, final Anchor anchor, final boolean turned) {
		out.append("<text x=\"").append(n(x)).append("\" y=\"").append(n(y)).append("\" font-size=\"").append(n(size)).append("\" text-anchor=\"").append(
			anchor.svg).append('"');
		if (bold) out.append(" font-weight=\"bold\"");
		if (turned) out.append(" transform=\"rotate(-90 ").append(n(x)).append(' ').append(n(y)).append(")\"");
		out.append('>').append(s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")).append("</text>\n");
	}
}
