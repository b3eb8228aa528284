// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.report;

import java.util.Arrays;
import java.util.Locale;

/** A histogram as SVG: it stays sharp in print and needs no file of its own. */
final class Histogram {

	private static final int WIDTH = 460, HEIGHT = 250, LEFT = 54, BOTTOM = 46, TOP = 14, RIGHT = 14;

	private Histogram() {}

	/**
	 * Draws.
	 *
	 * @param label quantity and unit of the abscissa
	 * @param values the values; NaN is left out
	 * @return an svg element, or a sentence where there is nothing to draw
	 */
	static String svg(final String label, final double[] values) {
		final double[] v = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
		if (v.length < 2 || v[0] == v[v.length - 1]) return "<p class=s>" + Html.escape(label) + ": too few different values for a histogram.</p>\n";
		final int bins = Math.max(5, Math.min(40, (int) Math.ceil(Math.sqrt(v.length))));
		final double step = nice((v[v.length - 1] - v[0]) / bins);
		final double from = Math.floor(v[0] / step) * step;
		final int[] count = new int[(int) Math.floor((v[v.length - 1] - from) / step) + 1];
		for (final double x : v)
			count[Math.min(count.length - 1, (int) ((x - from) / step))]++;
		final int most = Arrays.stream(count).max().getAsInt();
		final double w = (WIDTH - LEFT - RIGHT) / (double) count.length, h = (HEIGHT - TOP - BOTTOM) / (double) most;
		final StringBuilder s = new StringBuilder(String.format(Locale.ROOT,
			"<svg viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"img\" aria-label=\"%s\">%n", WIDTH, HEIGHT, WIDTH, HEIGHT, Html.escape(label)));
		for (int i = 0; i < count.length; i++)
			s.append(String.format(Locale.ROOT, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#0072b2\" stroke=\"white\"/>%n", LEFT + i * w,
				HEIGHT - BOTTOM - count[i] * h, w, count[i] * h));
		s.append(String.format(Locale.ROOT, "<path d=\"M%d %dV%dH%d\" fill=\"none\" stroke=\"black\"/>%n", LEFT, TOP, HEIGHT - BOTTOM, WIDTH - RIGHT));
		final int every = (int) Math.ceil(count.length / 6.0);
		for (int i = 0; i <= count.length; i += every)
			s.append(text(LEFT + i * w, HEIGHT - BOTTOM + 17, "middle", Html.number(from + i * step)));
		s.append(text(LEFT - 6, TOP + 5, "end", Integer.toString(most))).append(text(LEFT - 6, HEIGHT - BOTTOM + 4, "end", "0"));
		s.append(text(LEFT + (WIDTH - LEFT - RIGHT) / 2.0, HEIGHT - 8, "middle", Html.escape(label)));
		s.append(String.format(Locale.ROOT, "<text transform=\"translate(16 %d) rotate(-90)\" text-anchor=\"middle\">number</text>%n", HEIGHT / 2));
		return s.append("</svg>\n").toString();
	}

	private static String text(final double x, final double y, final String anchor, final String words) {
		return String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, words);
	}

	/** The next of 1, 2, 5 times a power of ten. */
	private static double nice(final double raw) {
		final double p = Math.pow(10, Math.floor(Math.log10(raw)));
		return raw <= p ? p : raw <= 2 * p ? 2 * p : raw <= 5 * p ? 5 * p : 10 * p;
	}
}
