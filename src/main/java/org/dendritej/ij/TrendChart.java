// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.util.List;

import org.dendritej.core.spall.CountTrend;
import org.dendritej.core.spall.SampleCount;

/** Densities of several samples with their intervals, and the fitted trend. */
public final class TrendChart {

	private static final int STEPS = 100;

	private TrendChart() {}

	/**
	 * The chart.
	 *
	 * @param samples samples with counts
	 * @param group name of the abscissa, with its unit
	 * @param trend the fit
	 * @return the chart
	 */
	public static Chart of(final List<SampleCount> samples, final String group, final CountTrend trend) {
		final double[] x = samples.stream().mapToDouble(SampleCount::group).toArray();
		final Chart c = new Chart("Spallations against " + group, group, "Spallations (1/mm\u00b2)").points("samples, 5 to 95 %", x, samples.stream()
			.mapToDouble(s -> s.interval().mean()).toArray(), samples.stream().mapToDouble(s -> s.interval().low()).toArray(), samples.stream()
				.mapToDouble(s -> s.interval().high()).toArray(), "circle");
		if (Double.isInfinite(trend.slope())) return c;
		double low = x[0], high = x[0];
		for (final double v : x) {
			low = Math.min(low, v);
			high = Math.max(high, v);
		}
		final double[] at = new double[STEPS + 1], fit = new double[STEPS + 1];
		for (int i = 0; i <= STEPS; i++) {
			at[i] = low + (high - low) * i / STEPS;
			fit[i] = trend.perMm2AtMean() * Math.exp(trend.slope() * (at[i] - trend.meanX()));
		}
		return c.line("Poisson regression", at, fit);
	}
}
