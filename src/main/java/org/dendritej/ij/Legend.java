// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import java.util.Locale;

/** What the colours of a picture mean, as a bar of values or a list of names, and how long its lengths are. */
public final class Legend {

	/** Height of a colour bar, px. */
	private static final int BAR = 128;
	private static final int LINE = 17;

	private final String name;
	private final double low, high;
	private final List<String> names;
	private final int[] colours;

	private Legend(final String name, final double low, final double high, final List<String> names, final int... colours) {
		this.name = name;
		this.low = low;
		this.high = high;
		this.names = List.copyOf(names);
		this.colours = colours;
	}

	/**
	 * No legend: each object has a colour of its own.
	 *
	 * @return it
	 */
	public static Legend none() {
		return new Legend("", 0, 0, List.of());
	}

	/**
	 * A bar of {@link ValueColours}.
	 *
	 * @param name quantity with its unit
	 * @param low value of the darkest colour
	 * @param high value of the lightest
	 * @return the legend
	 */
	public static Legend bar(final String name, final double low, final double high) {
		return new Legend(name, low, high, List.of());
	}

	/**
	 * A list of names.
	 *
	 * @param names in words
	 * @param colours of each, 0xRRGGBB
	 * @return the legend
	 */
	public static Legend of(final List<String> names, final int... colours) {
		return new Legend("", 0, 0, names, colours.clone());
	}

	static void smooth(final Graphics2D g) {
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
		g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13));
	}

	/** Height, px. */
	int height() {
		return name.isEmpty() ? LINE * names.size() : BAR + LINE;
	}

	/** Draws it with its upper left corner at a point. */
	void draw(final Graphics2D g, final int x, final int y, final Color ink) {
		smooth(g);
		if (!name.isEmpty()) bar(g, x, y, ink);
		for (int i = 0; i < names.size(); i++) {
			g.setColor(new Color(colours[i]));
			g.fillRect(x, y + LINE * i + 2, 12, 12);
			g.setColor(ink);
			g.drawString(names.get(i), x + 18, y + LINE * i + 13);
		}
	}

	private void bar(final Graphics2D g, final int x, final int y, final Color ink) {
		final ValueColours colour = new ValueColours(low, high);
		for (int i = 0; i < BAR; i++) {
			g.setColor(new Color(colour.rgb(high - (high - low) * (i + 0.5) / BAR)));
			g.fillRect(x, y + LINE + i, 14, 1);
		}
		g.setColor(ink);
		g.drawString(name, x, y + 11);
		// What is nothing beside the other end is written as nothing.
		final double least = 1e-4 * Math.max(Math.abs(low), Math.abs(high));
		for (int k = 0; k <= 2; k++)
			g.drawString(number(Math.abs(low + (high - low) * k / 2) < least ? 0 : low + (high - low) * k / 2), x + 20, y + LINE + BAR - BAR * k / 2 + (k == 0 ? 0 : k == 2 ? 10 : 5));
	}

	static String number(final double v) {
		final double a = Math.abs(v);
		if (a == 0) return "0";
		if (a >= 1e5 || a < 1e-3) return String.format(Locale.ROOT, "%.2e", v);
		return String.format(Locale.ROOT, a >= 100 ? "%.0f" : a >= 10 ? "%.1f" : a >= 1 ? "%.2f" : "%.3f", v);
	}

	/** Draws a bar of a round length that is at most as long as {@code mostPx}, its left end and base at a point. */
	static void scale(final Graphics2D g, final int x, final int y, final double mostPx, final double pxPerUm, final Color ink, final String remark) {
		smooth(g);
		final double um = round(mostPx / pxPerUm);
		g.setColor(ink);
		g.setStroke(new BasicStroke(1));
		g.fillRect(x, y - 4, (int) Math.round(um * pxPerUm), 4);
		g.drawString((um >= 1 ? number(um).replaceAll("\\.0+$", "") + " \u00b5m" : Math.round(1000 * um) + " nm") + remark, x, y - 9);
	}

	/** The largest of 1, 2, 5 times a power of ten that is not above a length. */
	static double round(final double most) {
		final double decade = Math.pow(10, Math.floor(Math.log10(most)));
		return most >= 5 * decade ? 5 * decade : most >= 2 * decade ? 2 * decade : decade;
	}
}
