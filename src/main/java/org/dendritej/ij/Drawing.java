// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.awt.Color;

/** The few strokes from which our plots are made, so that one description gives pixels and vectors alike. */
interface Drawing {

	/** Where a text stands relative to its point. */
	enum Anchor {
		/** The text begins at the point. */
		START("start"),
		/** The point is the text's middle. */
		MIDDLE("middle"),
		/** The text ends at the point. */
		END("end");

		final String svg;

		Anchor(final String svg) {
			this.svg = svg;
		}
	}

	/** A line through points; a NaN breaks it. */
	void line(double[] x, double[] y, Color c, double width);

	/** A filled rectangle. */
	void box(double x, double y, double w, double h, Color c);

	/** A filled polygon. */
	void polygon(double[] x, double[] y, Color c);

	/** A text on its base line, upright or turned to read from below. */
	void text(String s, double x, double y, double size, boolean bold, Anchor anchor, boolean turned);

	/** A straight line. */
	default void stroke(final double x0, final double y0, final double x1, final double y1, final Color c, final double width) {
		line(new double[] { x0, x1 }, new double[] { y0, y1 }, c, width);
	}

	/** A plot symbol: circle, box, triangle, diamond, cross or x. */
	default void symbol(final String shape, final double x, final double y, final double r, final Color c) {
		switch (shape) {
			case "box":
				box(x - r, y - r, 2 * r, 2 * r, c);
				break;
			case "triangle":
				polygon(new double[] { x - r, x + r, x }, new double[] { y + r, y + r, y - r }, c);
				break;
			case "diamond":
				polygon(new double[] { x - r * 1.3, x, x + r * 1.3, x }, new double[] { y, y - r * 1.3, y, y + r * 1.3 }, c);
				break;
			case "cross":
				stroke(x - r, y, x + r, y, c, 2);
				stroke(x, y - r, x, y + r, c, 2);
				break;
			case "x":
				stroke(x - r, y - r, x + r, y + r, c, 2);
				stroke(x - r, y + r, x + r, y - r, c, 2);
				break;
			default:
				final double[] px = new double[24], py = new double[24];
				for (int i = 0; i < 24; i++) {
					px[i] = x + r * Math.cos(i * Math.PI / 12);
					py[i] = y + r * Math.sin(i * Math.PI / 12);
				}
				polygon(px, py, c);
		}
	}
}
