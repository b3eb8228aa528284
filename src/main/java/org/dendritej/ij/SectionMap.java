// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.awt.Color;

import org.dendritej.ij.Drawing.Anchor;

import ij.ImagePlus;
import ij.measure.Calibration;

/** One slice of an image of values, with axes in um, a colour bar with its unit, and a sentence below. */
public final class SectionMap extends Graphic {

	private static final int SHADES = 255, MOST_CELLS = 360, PLOT = 460, LEFT = 92, TOP = 40, BELOW = 112, RIGHT = 148, LEAST_WIDTH = 640;
	private static final Color NOTHING = new Color(205, 205, 205);

	private final String heading, valueLabel, caption;
	private final float[] values;
	private final int nx, ny;
	private final double dx, dy, low, high, shown;
	private final int plotWidth, plotHeight;

	private SectionMap(final ImagePlus imp, final int slice, final double low, final double high, final String valueLabel, final double shown,
		final String caption, final int plotWidth, final int plotHeight)
	{
		super(imp.getTitle() + " section", Math.max(LEAST_WIDTH, plotWidth + LEFT + RIGHT), plotHeight + TOP + BELOW);
		this.plotWidth = plotWidth;
		this.plotHeight = plotHeight;
		nx = imp.getWidth();
		ny = imp.getHeight();
		final Calibration c = imp.getCalibration();
		dx = c.pixelWidth;
		dy = c.pixelHeight;
		values = (float[]) imp.getStack().getPixels(slice);
		this.low = low;
		this.high = high > low ? high : low + 1;
		this.valueLabel = valueLabel;
		this.shown = shown;
		this.caption = caption;
		heading = imp.getTitle() + ", slice " + slice + " of " + imp.getStackSize();
	}

	/**
	 * A slice of a 32-bit stack.
	 *
	 * @param imp the stack; its calibration is in um
	 * @param slice from 1
	 * @param low value of the darkest colour
	 * @param high value of the brightest; larger values are drawn like it
	 * @param valueLabel quantity and the unit of the bar
	 * @param shown numbers of the bar per value of the image, such as 1000 for mV beside V
	 * @param caption one sentence below the plot, or empty
	 * @return the drawing; voxels of 0 are black, NaN is grey
	 */
	public static SectionMap of(final ImagePlus imp, final int slice, final double low, final double high, final String valueLabel,
		final double shown, final String caption)
	{
		final Calibration c = imp.getCalibration();
		final double w = imp.getWidth() * c.pixelWidth, h = imp.getHeight() * c.pixelHeight, scale = PLOT / Math.max(w, h);
		return new SectionMap(imp, slice, low, high, valueLabel, shown, caption, (int) Math.max(300, Math.round(w * scale)), (int) Math.max(160, Math
			.round(h * scale)));
	}

	/**
	 * The slice that holds the largest value.
	 *
	 * @param imp 32-bit stack
	 * @return its number, from 1; the first of several
	 */
	public static int brightest(final ImagePlus imp) {
		int best = 1;
		float most = Float.NEGATIVE_INFINITY;
		for (int s = 1; s <= imp.getStackSize(); s++)
			for (final float v : (float[]) imp.getStack().getPixels(s))
				if (v > most) {
					most = v;
					best = s;
				}
		return best;
	}

	@Override
	void draw(final Drawing d) {
		final Axis x = new Axis("x (um)", 0, nx * dx, false, LEFT, LEFT + plotWidth), y = new Axis("y (um)", 0, ny * dy, false, TOP, TOP + plotHeight);
		final int stepX = Math.max(1, (nx + MOST_CELLS - 1) / MOST_CELLS), stepY = Math.max(1, (ny + MOST_CELLS - 1) / MOST_CELLS);
		for (int j = 0; j < ny; j += stepY)
			row(d, x, y, j, stepX, stepY);
		d.text(heading, LEFT, TOP - 14, 16, true, Anchor.START, false);
		Frame.abscissa(d, x, new Axis("", 0, 1, false, TOP + plotHeight, TOP));
		for (final double v : y.ticks()) {
			d.stroke(LEFT - 6, y.at(v), LEFT, y.at(v), Color.BLACK, 1.2);
			d.text(Axis.number(v), LEFT - 9, y.at(v) + 6, 16, false, Anchor.END, false);
		}
		d.text(y.label(), LEFT - 58, TOP + plotHeight / 2.0, 17, true, Anchor.MIDDLE, true);
		bar(d);
		final String[] lines = caption.split("\n");
		for (int n = 0; n < lines.length; n++)
			d.text(lines[n], 14, height() - 10 - 17 * (lines.length - 1 - n), 12.5, false, Anchor.START, false);
	}

	/** Runs of equal colour become one rectangle each, which keeps the SVG small. */
	private void row(final Drawing d, final Axis x, final Axis y, final int j, final int stepX, final int stepY) {
		final double top = y.at(j * dy), bottom = y.at(Math.min(ny, j + stepY) * dy);
		int from = 0;
		for (int i = 0; i < nx; i += stepX) {
			final int next = i + stepX, shade = shade(values[from + nx * j]);
			if (next < nx && shade(values[next + nx * j]) == shade) continue;
			final double left = x.at(from * dx), right = x.at(Math.min(nx, next) * dx);
			// A little overlap hides the seams that viewers draw between cells.
			d.box(left, top, Math.min(x.end(), right + 0.6) - left, Math.min(y.end(), bottom + 0.6) - top, colour(shade));
			from = next;
		}
	}

	/** -1 for NaN, 0 for lithium, else a step of the colours. */
	private int shade(final float v) {
		if (Float.isNaN(v)) return -1;
		return v == 0 ? 0 : (int) Math.max(1, Math.min(SHADES, Math.round(1 + (SHADES - 1) * (v - low) / (high - low))));
	}

	private static Color colour(final int shade) {
		return shade < 0 ? NOTHING : new Color(Colours.values().getRGB(shade));
	}

	private void bar(final Drawing d) {
		final double left = LEFT + plotWidth + 24.0, h = plotHeight / (double) SHADES;
		final Axis scale = new Axis(valueLabel, low * shown, high * shown, false, TOP + plotHeight, TOP);
		for (int s = 1; s <= SHADES; s++)
			d.box(left, TOP + plotHeight - s * h, 20, h + 0.6, colour(s));
		for (final double v : scale.ticks()) {
			d.stroke(left + 20, scale.at(v), left + 26, scale.at(v), Color.BLACK, 1.2);
			d.text(Axis.number(v), left + 30, scale.at(v) + 6, 15, false, Anchor.START, false);
		}
		d.text(valueLabel, left + 104, TOP + plotHeight / 2.0, 16, true, Anchor.MIDDLE, true);
	}
}
