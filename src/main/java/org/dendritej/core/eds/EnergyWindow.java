// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import org.apache.commons.math3.special.Erf;

/**
 * An energy window of a spectrum, and the linear background that windows beside it predict.
 *
 * @param lowKeV low end, keV
 * @param highKeV high end, keV
 */
public record EnergyWindow(double lowKeV, double highKeV) {

	/** Checks the ends. */
	public EnergyWindow {
		if (!(lowKeV < highKeV)) throw new IllegalArgumentException("An energy window from " + lowKeV + " to " + highKeV
			+ " keV is empty; its low end must be below its high end.");
	}

	/**
	 * A window centred on a line.
	 *
	 * @param line the line
	 * @param halfWidthKeV half its width, keV; 0.06 holds most of Mg K-alpha at a usual detector
	 * @return the window
	 */
	public static EnergyWindow around(final XrayLine line, final double halfWidthKeV) {
		return new EnergyWindow(line.keV() - halfWidthKeV, line.keV() + halfWidthKeV);
	}

	/**
	 * First channel whose energy lies inside.
	 *
	 * @param offsetKeV energy of channel 0
	 * @param gainKeV energy per channel
	 * @return ceil((low - offset) / gain)
	 */
	public int firstChannel(final double offsetKeV, final double gainKeV) {
		return (int) Math.ceil((lowKeV - offsetKeV) / gainKeV);
	}

	/**
	 * Last channel whose energy lies inside.
	 *
	 * @param offsetKeV energy of channel 0
	 * @param gainKeV energy per channel
	 * @return floor((high - offset) / gain)
	 */
	public int lastChannel(final double offsetKeV, final double gainKeV) {
		return (int) Math.floor((highKeV - offsetKeV) / gainKeV);
	}

	/**
	 * The window of equal width at another place.
	 *
	 * @param keV shift, keV
	 * @return a copy
	 */
	public EnergyWindow shifted(final double keV) {
		return new EnergyWindow(lowKeV + keV, highKeV + keV);
	}

	/**
	 * Background counts under a window on the straight line through the mean counts of two side windows.
	 *
	 * @param peak first and last channel of the window
	 * @param left first and last channel of the lower side window
	 * @param right first and last channel of the upper side window
	 * @param leftCounts counts in the lower side window
	 * @param rightCounts counts in the upper side window
	 * @return expected counts in the window without the line
	 */
	public static double linearBackground(final int[] peak, final int[] left, final int[] right, final double leftCounts,
		final double rightCounts)
	{
		final double[] w = sideWeights(peak, left, right);
		return w[0] * leftCounts + w[1] * rightCounts;
	}

	/**
	 * Weights of the side windows' counts in the background under a window. When both are equal, their sum is the scale
	 * of an exact two-window test ({@link Background.Window} with the sum of both side windows).
	 *
	 * @param peak first and last channel of the window
	 * @param left first and last channel of the lower side window
	 * @param right first and last channel of the upper side window
	 * @return weight of the lower and of the upper side window
	 */
	public static double[] sideWeights(final int[] peak, final int[] left, final int[] right) {
		for (final int[] w : new int[][] { peak, left, right })
			if (w[0] > w[1]) throw new IllegalArgumentException("A window from channel " + w[0] + " to " + w[1]
				+ " is empty; its first channel must not lie above its last.");
		if (left[1] >= peak[0] || right[0] <= peak[1]) throw new IllegalArgumentException("The side windows (channels "
			+ left[0] + ".." + left[1] + " and " + right[0] + ".." + right[1] + ") must lie on both sides of the line's window ("
			+ peak[0] + ".." + peak[1] + ") without touching it.");
		final double cl = (left[0] + left[1]) / 2.0;
		final double cr = (right[0] + right[1]) / 2.0;
		final double share = ((peak[0] + peak[1]) / 2.0 - cl) / (cr - cl);
		final double n = peak[1] - peak[0] + 1.0;
		return new double[] { (1 - share) * n / (left[1] - left[0] + 1), share * n / (right[1] - right[0] + 1) };
	}

	/**
	 * Share of a line that falls into a window, for a Gaussian detector.
	 *
	 * @param lineKeV energy of the line
	 * @param window the window
	 * @param fwhmKeV detector resolution at that energy, full width at half maximum
	 * @return 0 to 1
	 */
	public static double shareOfLine(final double lineKeV, final EnergyWindow window, final double fwhmKeV) {
		final double sd = fwhmKeV / (2 * Math.sqrt(2 * Math.log(2)));
		return 0.5 * (Erf.erf((window.highKeV - lineKeV) / (sd * Math.sqrt(2))) - Erf.erf((window.lowKeV - lineKeV) / (sd * Math
			.sqrt(2))));
	}
}
