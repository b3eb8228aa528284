// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.awt.Color;

import org.dendritej.ij.Drawing.Anchor;

/** Draws the box of a plot with its ticks, numbers and labels. */
final class Frame {

	static final Color GRID = new Color(222, 222, 222);
	private static final int TEXT = 16;

	private Frame() {}

	/** Grid lines, to be drawn below the data. */
	static void grid(final Drawing d, final Axis x, final Axis y) {
		for (final double v : x.ticks())
			d.stroke(x.at(v), y.start(), x.at(v), y.end(), GRID, 1);
		for (final double v : y.ticks())
			d.stroke(x.start(), y.at(v), x.end(), y.at(v), GRID, 1);
	}

	/** Box, abscissa and ordinate, to be drawn above the data. */
	static void box(final Drawing d, final Axis x, final Axis y) {
		abscissa(d, x, y);
		double widest = 0;
		for (final double v : y.ticks()) {
			d.stroke(x.start() - 6, y.at(v), x.start(), y.at(v), Color.BLACK, 1.2);
			final String s = Axis.number(v);
			widest = Math.max(widest, s.length());
			d.text(s, x.start() - 9, y.at(v) + 6, TEXT, false, Anchor.END, false);
		}
		d.text(y.label(), x.start() - 22 - 9.2 * widest, (y.start() + y.end()) / 2, TEXT + 1, true, Anchor.MIDDLE, true);
	}

	/** Box and abscissa. */
	static void abscissa(final Drawing d, final Axis x, final Axis y) {
		d.line(new double[] { x.start(), x.end(), x.end(), x.start(), x.start() }, new double[] { y.start(), y.start(), y.end(), y.end(), y.start() },
			Color.BLACK, 1.2);
		for (final double v : x.ticks()) {
			d.stroke(x.at(v), y.start(), x.at(v), y.start() + 6, Color.BLACK, 1.2);
			d.text(Axis.number(v), x.at(v), y.start() + 23, TEXT, false, Anchor.MIDDLE, false);
		}
		d.text(x.label(), (x.start() + x.end()) / 2, y.start() + 48, TEXT + 1, true, Anchor.MIDDLE, false);
	}
}
