// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

/** A voltage or resistance trace with the onset of the short and what the images counted. */
public final class TraceChart {

	/** Points drawn; more cannot be told apart. */
	private static final int POINTS = 4000;

	private TraceChart() {}

	/**
	 * The chart.
	 *
	 * @param timeS times, s
	 * @param value voltages or resistances
	 * @param quantity what they are, with the unit
	 * @param goodS end of the last good window, s; NaN without a short
	 * @param shortS centre of the window in which the short is established, s
	 * @param counted what the images show, such as "12 spallations per mm2"
	 * @return the chart
	 */
	public static Chart of(final double[] timeS, final double[] value, final String quantity, final double goodS,
		final double shortS, final String counted)
	{
		final int stride = Math.max(1, timeS.length / POINTS), n = (timeS.length + stride - 1) / stride;
		final double[] x = new double[n], y = new double[n];
		double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < n; i++) {
			x[i] = (timeS[i * stride] - timeS[0]) / 3600;
			y[i] = value[i * stride];
			if (y[i] < low) low = y[i];
			if (y[i] > high) high = y[i];
		}
		final Chart c = new Chart("Trace", "Time (h)", quantity).line(counted, x, y);
		if (Double.isNaN(goodS)) return c;
		final double from = (goodS - timeS[0]) / 3600, to = (shortS - timeS[0]) / 3600;
		return c.line("last good", new double[] { from, from }, new double[] { low, high }).line("short established", new double[] { to, to },
			new double[] { low, high });
	}
}
