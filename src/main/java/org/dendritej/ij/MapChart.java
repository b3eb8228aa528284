// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

import org.dendritej.ij.Drawing.Anchor;

/** A positive quantity over two variables: colours on a logarithmic scale of even lightness, labelled contour lines, marks. */
public final class MapChart extends Graphic {

	private static final int SHADES = 64;
	private static final Color REFUSED = new Color(205, 205, 205);

	private record Mark(String name, double x, double y, String shape) {}

	private final String xLabel, yLabel, valueLabel;
	private final double[] xs, ys;
	private final double[][] value;
	private final double target;
	private final List<Mark> marks = new ArrayList<>();

	/**
	 * A map.
	 *
	 * @param title window title
	 * @param xLabel quantity and unit of the abscissa
	 * @param yLabel quantity and unit of the ordinate
	 * @param valueLabel quantity and unit of the colours
	 * @param xs evenly spaced abscissae, at least 2
	 * @param ys evenly spaced ordinates, at least 2
	 * @param value at [x][y], positive; NaN is grey
	 * @param target value whose contour is drawn thick; NaN for none
	 */
	public MapChart(final String title, final String xLabel, final String yLabel, final String valueLabel, final double[] xs, final double[] ys,
		final double[][] value, final double target)
	{
		super(title, 780, 560);
		this.xLabel = xLabel;
		this.yLabel = yLabel;
		this.valueLabel = valueLabel;
		this.xs = xs.clone();
		this.ys = ys.clone();
		this.value = value;
		this.target = target;
	}

	/**
	 * Marks a point if it lies on the map.
	 *
	 * @param name beside it
	 * @param x abscissa
	 * @param y ordinate
	 * @param shape circle, box, triangle or diamond
	 * @return this
	 */
	public MapChart mark(final String name, final double x, final double y, final String shape) {
		marks.add(new Mark(name, x, y, shape));
		return this;
	}

	@Override
	void draw(final Drawing d) {
		final Axis x = new Axis(xLabel, xs[0], xs[xs.length - 1], false, 96, width() - 150);
		final Axis y = new Axis(yLabel, ys[0], ys[ys.length - 1], false, height() - 64, 22);
		double low = Double.POSITIVE_INFINITY, high = 0;
		for (final double[] column : value)
			for (final double v : column)
				if (v > 0) {
					low = Math.min(low, v);
					high = Math.max(high, v);
				}
		if (!(low < high)) {
			low = low > 0 && low < Double.POSITIVE_INFINITY ? low / 2 : 0.5;
			high = 4 * low;
		}
		final Axis scale = new Axis(valueLabel, low, high, true, y.start(), y.end());
		cells(d, x, y, scale);
		for (final double level : scale.ticks())
			if (!(Math.abs(level / target - 1) < 1e-6)) contour(d, x, y, level, false);
		if (target > 0) contour(d, x, y, target, true);
		refused(d, x, y);
		for (final Mark m : marks)
			if (x.holds(m.x) && y.holds(m.y)) mark(d, m, x, y);
		Frame.box(d, x, y);
		bar(d, scale);
	}

	private static Color colour(final int shade) {
		final int[] c = { 1 + Math.min(SHADES - 1, Math.max(0, shade)) * 254 / (SHADES - 1) };
		return new Color(Colours.values().getRGB(c[0]));
	}

	private int shade(final double v, final Axis scale) {
		return !(v > 0) ? -1 : (int) Math.min(SHADES - 1, Math.max(0, Math.floor(SHADES * (scale.at(v) - scale.start()) / (scale.end() - scale.start()))));
	}

	/** Runs of equal colour along y become one rectangle each, which keeps the SVG small. */
	private void cells(final Drawing d, final Axis x, final Axis y, final Axis scale) {
		for (int i = 0; i < xs.length; i++) {
			final double left = x.at(edge(xs, i)), right = x.at(edge(xs, i + 1));
			int from = 0;
			for (int k = 1; k <= ys.length; k++) {
				final int s = shade(value[i][from], scale);
				if (k < ys.length && shade(value[i][k], scale) == s) continue;
				final double bottom = y.at(edge(ys, from)), top = y.at(edge(ys, k));
				// A little overlap to the right and above hides the seams that viewers draw between cells.
				d.box(left, top, Math.min(x.end(), right + 0.6) - left, Math.min(y.start(), bottom + 0.6) - top, s < 0 ? REFUSED : colour(s));
				from = k;
			}
		}
	}

	private static double edge(final double[] v, final int i) {
		return i == 0 ? v[0] : i == v.length ? v[v.length - 1] : (v[i - 1] + v[i]) / 2;
	}

	/** Marching squares on the logarithm; each square is cut along its diagonal, so that no case is ambiguous. */
	private void contour(final Drawing d, final Axis x, final Axis y, final double level, final boolean thick) {
		double bestX = Double.NaN, bestY = Double.NaN, best = Double.POSITIVE_INFINITY;
		for (int i = 1; i < xs.length; i++)
			for (int k = 1; k < ys.length; k++)
				for (int half = 0; half < 2; half++) {
					final int[][] t = { { i - 1, k - 1 }, half == 0 ? new int[] { i, k - 1 } : new int[] { i - 1, k }, { i, k } };
					final double[] s = cut(t, level);
					if (s == null) continue;
					d.stroke(x.at(s[0]), y.at(s[1]), x.at(s[2]), y.at(s[3]), thick ? Color.RED : Color.WHITE, thick ? 2.6 : 1.2);
					final double u = (x.at(s[0]) - x.start()) / (x.end() - x.start()), v = (y.at(s[1]) - y.start()) / (y.end() - y.start());
					// Labels stand where the line meets the falling diagonal, or nearest to it, off the border.
					final double away = Math.abs(u + v - (thick ? 0.7 : 1)) + (inside(i, k) ? 0 : 1);
					if (away < best) {
						best = away;
						bestX = x.at(s[0]);
						bestY = y.at(s[1]);
					}
				}
		if (best < 1) label(d, (thick ? "target " : "") + Axis.number(level), bestX, bestY);
	}

	/** Whether the values around a square are all there, so that a label neither hangs over the border nor over grey. */
	private boolean inside(final int i, final int k) {
		final int a = Math.max(2, xs.length / 14), b = Math.max(2, ys.length / 25);
		if (i < a || k < b || i + a >= xs.length || k + b >= ys.length) return false;
		return value[i - a][k] > 0 && value[i + a][k] > 0 && value[i][k - b] > 0 && value[i][k + b] > 0;
	}

	/** Says what grey means, in the middle of it. */
	private void refused(final Drawing d, final Axis x, final Axis y) {
		double n = 0, sx = 0, sy = 0;
		for (int i = 0; i < xs.length; i++)
			for (int k = 0; k < ys.length; k++)
				if (!(value[i][k] > 0)) {
					n++;
					sx += x.at(xs[i]);
					sy += y.at(ys[k]);
				}
		if (n > 0.03 * xs.length * ys.length) label(d, "pores too close", sx / n, sy / n);
	}

	private static void label(final Drawing d, final String s, final double x, final double y) {
		d.box(x - 4.4 * s.length() - 4, y - 10, 8.8 * s.length() + 8, 19, Color.WHITE);
		d.text(s, x, y + 5, 14, false, Anchor.MIDDLE, false);
	}

	private double[] cut(final int[][] t, final double level) {
		final double[] f = new double[3];
		for (int a = 0; a < 3; a++)
			f[a] = Math.log(value[t[a][0]][t[a][1]] / level);
		final double[] s = new double[4];
		int found = 0;
		for (int a = 0; a < 3; a++) {
			final int b = (a + 1) % 3;
			if (Double.isNaN(f[a]) || Double.isNaN(f[b])) return null;
			if (f[a] < 0 == f[b] < 0) continue;
			final double w = f[a] / (f[a] - f[b]);
			s[2 * found] = xs[t[a][0]] + w * (xs[t[b][0]] - xs[t[a][0]]);
			s[2 * found + 1] = ys[t[a][1]] + w * (ys[t[b][1]] - ys[t[a][1]]);
			found++;
		}
		return found == 2 ? s : null;
	}

	private static void mark(final Drawing d, final Mark m, final Axis x, final Axis y) {
		d.symbol(m.shape, x.at(m.x), y.at(m.y), 9, Color.WHITE);
		d.symbol(m.shape, x.at(m.x), y.at(m.y), 6, Colours.line(1));
		final boolean right = x.at(m.x) < (x.start() + x.end()) / 2;
		final double w = 9.6 * m.name.length() + 10, left = right ? x.at(m.x) + 13 : x.at(m.x) - 13 - w;
		d.box(left, y.at(m.y) - 11, w, 21, Color.WHITE);
		d.text(m.name, left + w / 2, y.at(m.y) + 5, 15, true, Anchor.MIDDLE, false);
	}

	private void bar(final Drawing d, final Axis scale) {
		final double left = width() - 128, h = (scale.start() - scale.end()) / SHADES;
		for (int s = 0; s < SHADES; s++)
			d.box(left, scale.start() - (s + 1) * h, 20, h + 0.6, colour(s));
		for (final double v : scale.ticks()) {
			d.stroke(left + 20, scale.at(v), left + 26, scale.at(v), Color.BLACK, 1.2);
			d.text(Axis.number(v), left + 30, scale.at(v) + 6, 15, false, Anchor.START, false);
		}
		d.text(valueLabel, width() - 14, (scale.start() + scale.end()) / 2, 16, true, Anchor.MIDDLE, true);
	}
}
