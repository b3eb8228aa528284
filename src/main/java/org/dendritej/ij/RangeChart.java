// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

import org.dendritej.ij.Drawing.Anchor;

/** Named horizontal bars from a low to a high value with a mark between: tornado plots, comparisons, design changes. */
public final class RangeChart extends Graphic {

	private static final int LEFT = 180;
	private static final int ROW = 34;

	private record Bar(String name, double low, double value, double high, String note) {}

	private final String xLabel;
	private final boolean log;
	private final double reference;
	private final List<Bar> bars = new ArrayList<>();

	/**
	 * An empty chart.
	 *
	 * @param title window title
	 * @param xLabel quantity and unit
	 * @param log whether the axis is logarithmic; values must then be positive
	 * @param reference where a line is drawn through all bars; NaN for none
	 * @param rows number of bars that will be added
	 */
	public RangeChart(final String title, final String xLabel, final boolean log, final double reference, final int rows) {
		super(title, 900, 112 + ROW * Math.max(2, rows));
		this.xLabel = xLabel;
		this.log = log;
		this.reference = reference;
	}

	/**
	 * Adds a bar below the others.
	 *
	 * @param name at its left
	 * @param low one end; NaN for a mark alone
	 * @param value the mark; NaN for none
	 * @param high other end, on either side of {@code low}
	 * @param note at its right; may be empty
	 * @return this
	 */
	public RangeChart bar(final String name, final double low, final double value, final double high, final String note) {
		bars.add(new Bar(name, low, value, high, note));
		return this;
	}

	@Override
	void draw(final Drawing d) {
		double from = Double.POSITIVE_INFINITY, to = Double.NEGATIVE_INFINITY;
		for (final Bar b : bars)
			for (final double v : new double[] { b.low, b.value, b.high, reference })
				if (!Double.isNaN(v) && !Double.isInfinite(v) && (!log || v > 0)) {
					from = Math.min(from, v);
					to = Math.max(to, v);
				}
		if (!(from <= to)) from = to = 1;
		if (from == to) {
			from *= 0.8;
			to *= 1.25;
		}
		final double m = log ? Math.pow(to / from, 0.08) : 0.08 * (to - from);
		final Axis x = new Axis(xLabel, log ? from / m : from - m, log ? to * m : to + m, log, LEFT, width() - 30 - note());
		final Axis y = new Axis("", 0, 1, false, height() - 86, 14);
		for (final double v : x.ticks())
			d.stroke(x.at(v), y.start(), x.at(v), y.end(), Frame.GRID, 1);
		for (int i = 0; i < bars.size(); i++)
			one(d, bars.get(i), x, 14 + (y.start() - 14) * (i + 0.5) / bars.size());
		if (!Double.isNaN(reference)) d.stroke(x.at(reference), y.start(), x.at(reference), y.end(), Color.BLACK, 1.6);
		Frame.abscissa(d, x, y);
		if (bars.stream().anyMatch(b -> Double.isNaN(b.value) && !Double.isNaN(b.low))) legend(d, x);
	}

	/** Room for the longest note. */
	private double note() {
		return 8.6 * bars.stream().mapToInt(b -> b.note.length()).max().orElse(0);
	}

	private void legend(final Drawing d, final Axis x) {
		final double middle = (x.start() + x.end()) / 2;
		d.box(middle - 150, height() - 21, 14, 14, Colours.line(0));
		d.text("at its lower value", middle - 130, height() - 8, 15, false, Anchor.START, false);
		d.box(middle + 20, height() - 21, 14, 14, Colours.line(1));
		d.text("at its higher value", middle + 40, height() - 8, 15, false, Anchor.START, false);
	}

	private void one(final Drawing d, final Bar b, final Axis x, final double y) {
		d.text(b.name, LEFT - 10, y + 6, 16, false, Anchor.END, false);
		d.text(b.note, x.end() + 8, y + 6, 15, false, Anchor.START, false);
		final boolean whole = !Double.isNaN(b.low) && !Double.isNaN(b.high);
		if (whole && Double.isNaN(b.value)) {
			// No mark: the two ends are two cases, told apart by their colours, each drawn from the reference.
			half(d, x, b.low, b.high, y);
		}
		else if (whole) d.box(Math.min(x.at(b.low), x.at(b.high)), y - 4, Math.max(1, Math.abs(x.at(b.high) - x.at(b.low))), 8, Colours.line(5));
		if (!Double.isNaN(b.value)) d.symbol("circle", x.at(b.value), y, 6, Colours.line(0));
	}

	private void half(final Drawing d, final Axis x, final double low, final double high, final double y) {
		final double middle = !Double.isNaN(reference) ? reference : x.log() ? Math.sqrt(low * high) : (low + high) / 2;
		final double a = x.at(low), m = x.at(middle), b = x.at(high);
		d.box(Math.min(a, m), y - 9, Math.abs(m - a), 18, Colours.line(0));
		d.box(Math.min(b, m), y - 9, Math.abs(b - m), 18, Colours.line(1));
	}
}
