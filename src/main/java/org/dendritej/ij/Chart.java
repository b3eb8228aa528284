// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.awt.Color;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import ij.gui.Plot;

/**
 * A plot as people will print it: axes with units, large type, colours that can be told apart. It is an ordinary ImageJ
 * plot, so that users can edit it and list its data.
 */
public final class Chart {

	private static final int WIDTH = 620;
	private static final int HEIGHT = 420;
	private final Plot plot;
	private final String xLabel, yLabel;
	private final List<ChartDrawing.Series> series = new ArrayList<>();
	private final List<String> legend = new ArrayList<>();
	private final List<String> order = new ArrayList<>();
	private double xMin = Double.POSITIVE_INFINITY, xMax = Double.NEGATIVE_INFINITY;
	private double yMin = Double.POSITIVE_INFINITY, yMax = Double.NEGATIVE_INFINITY;
	private boolean logX, logY;

	/**
	 * An empty chart.
	 *
	 * @param title window title
	 * @param xLabel quantity and unit of the abscissa
	 * @param yLabel quantity and unit of the ordinate
	 */
	public Chart(final String title, final String xLabel, final String yLabel) {
		this.xLabel = xLabel;
		this.yLabel = yLabel;
		plot = new Plot(title, xLabel, yLabel);
		plot.setFrameSize(WIDTH, HEIGHT);
		plot.setFont(Font.PLAIN, 16);
		plot.setAxisLabelFont(Font.BOLD, 17);
		plot.setLineWidth(2);
	}

	/**
	 * Uses logarithmic axes. Values must then be positive.
	 *
	 * @param x abscissa
	 * @param y ordinate
	 * @return this
	 */
	public Chart logarithmic(final boolean x, final boolean y) {
		logX = x;
		logY = y;
		return this;
	}

	/**
	 * Adds a line.
	 *
	 * @param name legend entry
	 * @param x abscissae
	 * @param y ordinates
	 * @return this
	 */
	public Chart line(final String name, final double[] x, final double[] y) {
		series.add(new ChartDrawing.Series(name, x, y, null, null, "line"));
		return add(name, x, y, "line", null);
	}

	/**
	 * Adds points with optional bars from low to high.
	 *
	 * @param name legend entry
	 * @param x abscissae
	 * @param y ordinates
	 * @param low lower ends, or null for no bars
	 * @param high upper ends, or null
	 * @param shape circle, box, triangle, diamond, cross or x
	 * @return this
	 */
	public Chart points(final String name, final double[] x, final double[] y, final double[] low, final double[] high, final String shape) {
		if (low != null) {
			plot.setColor(Colours.line(legend.size()));
			plot.setLineWidth(2);
			for (int i = 0; i < x.length; i++) {
				if (Double.isNaN(low[i]) || Double.isNaN(high[i])) continue;
				plot.add("line", new double[] { x[i], x[i] }, new double[] { low[i], high[i] });
				// No legend entry for a bar: labels are set for all data sets at once.
				order.add("");
				extend(new double[] { x[i], x[i] }, new double[] { low[i], high[i] });
			}
		}
		series.add(new ChartDrawing.Series(name, x, y, low, high, shape));
		return add(name, x, y, shape, Colours.line(legend.size()));
	}

	private Chart add(final String name, final double[] x, final double[] y, final String shape, final Color fill) {
		final Color c = Colours.line(legend.size());
		if (fill == null) plot.setColor(c);
		else plot.setColor(c, fill);
		plot.setLineWidth(shape.equals("line") ? 3 : 2);
		plot.add(shape, x, y);
		legend.add(name);
		order.add(name);
		extend(x, y);
		return this;
	}

	private void extend(final double[] x, final double[] y) {
		for (int i = 0; i < x.length; i++) {
			if (Double.isNaN(x[i]) || Double.isNaN(y[i])) continue;
			xMin = Math.min(xMin, x[i]);
			xMax = Math.max(xMax, x[i]);
			yMin = Math.min(yMin, y[i]);
			yMax = Math.max(yMax, y[i]);
		}
	}

	/**
	 * Completes the chart.
	 *
	 * @return an ordinary ImageJ plot
	 */
	public Plot plot() {
		if (logX) plot.setAxisXLog(true);
		if (logY) plot.setAxisYLog(true);
		final double[] x = limits(xMin, xMax, logX), y = limits(yMin, yMax, logY);
		plot.setLimits(x[0], x[1], y[0], y[1]);
		plot.setFormatFlags(Plot.X_NUMBERS | Plot.Y_NUMBERS | Plot.X_TICKS | Plot.Y_TICKS | Plot.X_GRID | Plot.Y_GRID | (logX ? Plot.X_LOG_NUMBERS
			| Plot.X_LOG_TICKS : 0) | (logY ? Plot.Y_LOG_NUMBERS | Plot.Y_LOG_TICKS : 0));
		if (legend.size() > 1) {
			plot.setColor(Color.BLACK);
			plot.setLineWidth(1);
			plot.addLegend(String.join("\n", order));
		}
		return plot;
	}

	private static double[] limits(final double from, final double to, final boolean log) {
		if (!(from <= to)) return log ? new double[] { 0.1, 10 } : new double[] { 0, 1 };
		if (log) {
			final double margin = Math.max(1.3, Math.pow(to / from, 0.06));
			return new double[] { from / margin, to * margin };
		}
		final double margin = to > from ? 0.06 * (to - from) : Math.max(1e-9, 0.1 * Math.abs(to));
		return new double[] { from >= 0 && from < margin * 3 ? 0 : from - margin, to + margin };
	}

	/**
	 * Adds a histogram as an outline of steps from zero.
	 *
	 * @param name legend entry
	 * @param edges rising edges of the bins
	 * @param height one value for each bin
	 * @return this
	 */
	public Chart steps(final String name, final double[] edges, final double[] height) {
		final int n = height.length;
		final double[] x = new double[2 * n + 2], y = new double[2 * n + 2];
		for (int i = 0; i < n; i++) {
			x[2 * i + 1] = edges[i];
			x[2 * i + 2] = edges[i + 1];
			y[2 * i + 1] = y[2 * i + 2] = height[i];
		}
		x[0] = edges[0];
		x[2 * n + 1] = edges[n];
		return line(name, x, y);
	}

	/** Shows the chart as an ImageJ plot window; without a window a macro gets its picture. */
	public void show() {
		final Plot drawn = plot();
		drawn.draw();
		if (GraphicsEnvironment.isHeadless()) Screen.publish(drawn.getImagePlus());
		else drawn.show();
	}

	/**
	 * Writes the chart as a PNG file at twice the screen's resolution.
	 *
	 * @param file where to
	 * @throws IOException if it cannot be written
	 */
	public void write(final Path file) throws IOException {
		drawing().writePng(file);
	}

	/**
	 * Writes the chart as SVG: the same drawing as vectors.
	 *
	 * @param file where to
	 * @throws IOException if it cannot be written
	 */
	public void writeSvg(final Path file) throws IOException {
		drawing().writeSvg(file);
	}

	private Graphic drawing() {
		return new ChartDrawing(xLabel, yLabel, limits(xMin, xMax, logX), limits(yMin, yMax, logY), logX, logY, series);
	}
}
