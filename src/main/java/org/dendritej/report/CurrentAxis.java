// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.report;

import java.util.List;
import java.util.Locale;

/** Critical currents with their intervals on one logarithmic axis, and shares as bars, as SVG. */
final class CurrentAxis {

	private static final int WIDTH = 720, LEFT = 200, RIGHT = 90, ROW = 26, TOP = 8, BOTTOM = 44;

	private CurrentAxis() {}

	/**
	 * One row of the figure.
	 *
	 * @param words what it is
	 * @param maCm2 the current density, mA/cm2, positive
	 * @param p05 5 % end; NaN where there is no interval
	 * @param p95 95 % end
	 */
	record Mark(String words, double maCm2, double p05, double p95) {

		boolean hasInterval() {
			return p05 > 0 && Double.isFinite(p95);
		}
	}

	/**
	 * One part of a whole.
	 *
	 * @param words what it is
	 * @param share 0 to 1; sampling noise can take it a little outside
	 */
	record Share(String words, double share) {}

	/** The figure; empty where there is nothing to draw. */
	static String svg(final List<Mark> marks) {
		if (marks.isEmpty()) return "";
		double low = Double.POSITIVE_INFINITY, high = 0;
		for (final Mark m : marks) {
			low = Math.min(low, m.hasInterval() ? Math.min(m.p05, m.maCm2) : m.maCm2);
			high = Math.max(high, m.hasInterval() ? Math.max(m.p95, m.maCm2) : m.maCm2);
		}
		final int from = (int) Math.floor(Math.log10(low)), to = Math.max(from + 1, (int) Math.ceil(Math.log10(high)));
		final int bottom = TOP + ROW * marks.size();
		final StringBuilder s = open(bottom + BOTTOM, "critical current densities");
		for (int decade = from; decade <= to; decade++) {
			final double x = LEFT + (WIDTH - LEFT - RIGHT) * (decade - from) / (double) (to - from);
			s.append(String.format(Locale.ROOT, "<path d=\"M%.1f %dV%d\" stroke=\"#ccc\"/>%n", x, TOP, bottom));
			s.append(text(x, bottom + 17, "middle", decade >= -3 && decade <= 4 ? Html.plain(Math.pow(10, decade)) : "1e" + decade));
		}
		for (int i = 0; i < marks.size(); i++)
			row(s, marks.get(i), TOP + ROW * i + ROW / 2, from, to);
		s.append(text(LEFT + (WIDTH - LEFT - RIGHT) / 2.0, bottom + 37, "middle", "current density (mA/cm2); bars: 5 to 95 %"));
		return s.append("</svg>\n").toString();
	}

	private static void row(final StringBuilder s, final Mark m, final int y, final int from, final int to) {
		s.append(text(LEFT - 12, y + 5, "end", Html.escape(m.words)));
		if (m.hasInterval()) s.append(String.format(Locale.ROOT, "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"8\" fill=\"#56b4e9\"/>%n", x(m.p05,
			from, to), y - 4, Math.max(1, x(m.p95, from, to) - x(m.p05, from, to))));
		s.append(String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%d\" r=\"5\" fill=\"#0072b2\"/>%n", x(m.maCm2, from, to), y));
		s.append(text(WIDTH - RIGHT + 14, y + 5, "start", Html.rounded(m.maCm2)));
	}

	private static double x(final double current, final int from, final int to) {
		return LEFT + (WIDTH - LEFT - RIGHT) * (Math.log10(current) - from) / (to - from);
	}

	/** Bars of shares, the largest first. */
	static String shares(final List<Share> shares) {
		final List<Share> sorted = shares.stream().sorted((a, b) -> Double.compare(b.share, a.share)).toList();
		final StringBuilder s = open(2 * TOP + ROW * sorted.size(), "shares of the variance");
		for (int i = 0; i < sorted.size(); i++) {
			final int y = TOP + ROW * i + ROW / 2;
			final double share = Math.max(0, Math.min(1, sorted.get(i).share));
			s.append(text(LEFT - 12, y + 5, "end", Html.escape(sorted.get(i).words)));
			s.append(String.format(Locale.ROOT, "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"14\" fill=\"#e69f00\"/>%n", LEFT, y - 7, share * (WIDTH - LEFT
				- RIGHT)));
			s.append(text(WIDTH - RIGHT + 14, y + 5, "start", String.format(Locale.ROOT, share < 0.01 ? "below 1 %%" : "%.0f %%", 100 * share)));
		}
		return s.append("</svg>\n").toString();
	}

	private static StringBuilder open(final int height, final String label) {
		return new StringBuilder(String.format(Locale.ROOT, "<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\">%n", WIDTH,
			height, WIDTH, height, label));
	}

	private static String text(final double x, final double y, final String anchor, final String words) {
		return String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, words);
	}
}
