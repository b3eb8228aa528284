// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import ij.process.LUT;

/** Colours of values between two ends, dark blue to yellow in even steps of lightness; what was not measured is grey. */
public final class ValueColours {

	/** Colour of what was not measured. */
	public static final int UNKNOWN = 0x9a9a9a;

	private final double low, high;
	private final LUT table = Colours.values();

	/**
	 * A scale.
	 *
	 * @param low value of the darkest colour
	 * @param high value of the lightest; larger than low
	 */
	public ValueColours(final double low, final double high) {
		this.low = low;
		this.high = high;
	}

	/**
	 * Colour of a value.
	 *
	 * @param value any; values beyond the ends have the colour of the end
	 * @return 0xRRGGBB
	 */
	public int rgb(final double value) {
		if (Double.isNaN(value)) return UNKNOWN;
		final double t = high > low ? (value - low) / (high - low) : 1;
		return table.getRGB(1 + (int) Math.round(254 * Math.max(0, Math.min(1, t)))) & 0xffffff;
	}

	/**
	 * Colours of labels where objects are only told apart.
	 *
	 * @return 255 colours, 0xRRGGBB, none black: that of label l stands at (l - 1) % 255
	 */
	public static int[] labels() {
		final LUT t = Colours.labels();
		final int[] rgb = new int[255];
		for (int i = 0; i < 255; i++)
			rgb[i] = t.getRGB(i + 1) & 0xffffff;
		return rgb;
	}

	/**
	 * Colours of classes; a mask's 255 has that of the pores.
	 *
	 * @return 256 colours, 0xRRGGBB
	 */
	public static int[] classes() {
		final LUT t = Colours.classes();
		final int[] rgb = new int[256];
		for (int i = 0; i < 256; i++)
			rgb[i] = t.getRGB(i == 255 ? 1 : i) & 0xffffff;
		return rgb;
	}
}
