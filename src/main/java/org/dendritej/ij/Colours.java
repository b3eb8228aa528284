// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.awt.Color;

import ij.process.LUT;

/** Colour tables: categorical on black for labels and classes, perceptually even for values. */
public final class Colours {

	/**
	 * Colours that people with colour-vision deficiency can tell apart (Okabe and Ito, "Color Universal Design", 2008), for
	 * the lines of a plot.
	 */
	private static final Color[] LINES = { new Color(0, 114, 178), new Color(213, 94, 0), new Color(0, 158, 115),
		new Color(204, 121, 167), new Color(230, 159, 0), new Color(86, 180, 233), Color.BLACK };

	/** Anchors of a dark-blue to yellow scale of even lightness steps, 0 to 255. */
	private static final int[][] EVEN = { { 68, 1, 84 }, { 71, 44, 122 }, { 59, 81, 139 }, { 44, 113, 142 }, { 33, 144, 141 },
		{ 39, 173, 129 }, { 92, 200, 99 }, { 170, 220, 50 }, { 253, 231, 37 } };

	private Colours() {}

	/**
	 * Line colour of a plot.
	 *
	 * @param i number of the line, from 0
	 * @return colour; repeats after seven
	 */
	public static Color line(final int i) {
		return LINES[Math.floorMod(i, LINES.length)];
	}

	/**
	 * Label colours: 0 is black, neighbours in number differ strongly in hue and lightness (golden-angle steps).
	 *
	 * @return the table
	 */
	public static LUT labels() {
		final byte[] r = new byte[256], g = new byte[256], b = new byte[256];
		for (int i = 1; i < 256; i++) {
			final float hue = (float) (i * 0.61803398875 % 1);
			final float saturation = 0.55f + 0.4f * (i * 7 % 3) / 2f;
			final float brightness = 0.65f + 0.35f * (i * 5 % 4) / 3f;
			final int rgb = Color.HSBtoRGB(hue, saturation, brightness);
			r[i] = (byte) (rgb >> 16);
			g[i] = (byte) (rgb >> 8);
			b[i] = (byte) rgb;
		}
		return new LUT(r, g, b);
	}

	/**
	 * Value colours from dark blue to yellow with 0 in black.
	 *
	 * @return the table
	 */
	public static LUT values() {
		final byte[][] c = new byte[3][256];
		for (int i = 1; i < 256; i++) {
			final double t = (i - 1) / 254.0 * (EVEN.length - 1);
			final int k = Math.min(EVEN.length - 2, (int) t);
			for (int a = 0; a < 3; a++)
				c[a][i] = (byte) Math.round(EVEN[k][a] + (t - k) * (EVEN[k + 1][a] - EVEN[k][a]));
		}
		return new LUT(c[0], c[1], c[2]);
	}

	/**
	 * Class colours: electrolyte black, pore blue, crack orange, lithium pale yellow, outside grey; a mask's 255 is white.
	 *
	 * @return the table
	 */
	public static LUT classes() {
		final byte[] r = new byte[256], g = new byte[256], b = new byte[256];
		final Color[] c = { Color.BLACK, LINES[5], LINES[1], new Color(255, 245, 160), Color.GRAY };
		for (int i = 0; i < 256; i++) {
			final Color k = i < c.length ? c[i] : Color.WHITE;
			r[i] = (byte) k.getRed();
			g[i] = (byte) k.getGreen();
			b[i] = (byte) k.getBlue();
		}
		return new LUT(r, g, b);
	}
}
