// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.awt.Color;
import java.util.List;

import org.dendritej.ij.Drawing.Anchor;

/** A chart's data as strokes, for its files: ImageJ's own plot makes pixels only and hides data behind its legend. */
final class ChartDrawing extends Graphic {

	/** One data set; {@code low} and {@code high} may be null. */
	record Series(String name, double[] x, double[] y, double[] low, double[] high, String shape) {}

	private static final int LEGEND = 24;
	private final String xLabel, yLabel;
	private final double[] xs, ys;
	private final boolean logX, logY;
	private final List<Series> series;

	ChartDrawing(final String xLabel, final String yLabel, final double[] xs, final double[] ys, final boolean logX, final boolean logY,
		final List<Series> series)
	{
		super("", 720, 510 + LEGEND * legend(series));
		this.xLabel = xLabel;
		this.yLabel = yLabel;
		this.xs = xs;
		this.ys = ys;
		this.logX = logX;
		this.logY = logY;
		this.series = List.copyOf(series);
	}

	private static int legend(final List<Series> series) {
		return series.size() > 1 ? series.size() : 0;
	}

	@Override
	void draw(final Drawing d) {
		final int top = 20 + LEGEND * legend(series);
		final Axis x = new Axis(xLabel, xs[0], xs[1], logX, 96, width() - 24), y = new Axis(yLabel, ys[0], ys[1], logY, height() - 64, top);
		Frame.grid(d, x, y);
		for (int i = 0; i < series.size(); i++) {
			one(d, series.get(i), x, y, Colours.line(i));
			if (legend(series) > 0) entry(d, series.get(i), 20 + LEGEND * i, Colours.line(i));
		}
		Frame.box(d, x, y);
	}

	private static void one(final Drawing d, final Series s, final Axis x, final Axis y, final Color c) {
		final double[] px = new double[s.x.length], py = new double[s.x.length];
		for (int i = 0; i < px.length; i++) {
			px[i] = x.at(s.x[i]);
			py[i] = y.at(s.y[i]);
			if (s.low != null && s.high != null && !Double.isNaN(y.at(s.low[i])) && !Double.isNaN(y.at(s.high[i]))) d.stroke(px[i], y.at(s.low[i]), px[i], y
				.at(s.high[i]), c, 2);
		}
		if (s.shape.equals("line")) d.line(px, py, c, 2.4);
		else for (int i = 0; i < px.length; i++)
			if (!Double.isNaN(px[i]) && !Double.isNaN(py[i])) d.symbol(s.shape, px[i], py[i], 5, c);
	}

	private static void entry(final Drawing d, final Series s, final double y, final Color c) {
		if (s.shape.equals("line")) d.stroke(100, y - 5, 128, y - 5, c, 2.4);
		else d.symbol(s.shape, 114, y - 5, 5, c);
		d.text(s.name, 138, y, 15, false, Anchor.START, false);
	}
}
