// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.dendritej.core.record.Column;
import org.dendritej.core.record.Quantity;

/**
 * One sample of a comparison: what distinguishes it, and how many spallations it has on how much surface.
 *
 * @param sample its name
 * @param group value of the group column, such as a density or a current density
 * @param count weighted number of spallations
 * @param areaMm2 area looked at, mm2
 */
public record SampleCount(String sample, double group, double count, double areaMm2) {

	/**
	 * The comparison table.
	 *
	 * @param group name of the group column
	 * @return its columns
	 */
	public static List<Column<SampleCount>> columns(final String group) {
		return List.of(
			new Column<>("sample", "name of the sample", SampleCount::sample),
			new Column<>(group, "group value", SampleCount::group),
			new Column<>("count", "weighted number of spallations", SampleCount::count),
			new Column<>("area_mm2", "area looked at", SampleCount::areaMm2),
			new Column<>("density_per_mm2", "count over area", s -> s.interval().mean()),
			new Column<>("density_p05_per_mm2", "5 % end of the exact Poisson interval", s -> s.interval().low()),
			new Column<>("density_p95_per_mm2", "95 % end", s -> s.interval().high()));
	}

	/**
	 * Density with its interval.
	 *
	 * @return per mm2, both tails 5 %
	 */
	public PoissonInterval interval() {
		return PoissonInterval.of(count, count, 1, 0.9).over(areaMm2);
	}

	/**
	 * Poisson regression of the densities on the group value.
	 *
	 * @param samples two or more samples
	 * @param group name of the group column
	 * @return trend as rows of a summary
	 */
	public static List<Quantity> trend(final List<SampleCount> samples, final String group) {
		final CountTrend t = fit(samples);
		final List<Quantity> rows = new ArrayList<>();
		rows.add(Quantity.of("trend_slope", t.slope(), t.low(), Double.NaN, t.high(), "per unit of " + group,
			"change of ln(density); Poisson regression, profile likelihood, both tails 5 %"));
		rows.add(Quantity.of("trend_factor", Math.exp(t.slope()), Math.exp(t.low()), Double.NaN, Math.exp(t.high()), "",
			"factor of the density for one more unit of " + group));
		rows.add(Quantity.of("trend_p", t.p(), "", "probability of a trend at least as clear if " + group + " had no influence"));
		rows.add(Quantity.of("trend_density", t.perMm2AtMean(), "1/mm2", String.format(Locale.ROOT, "fitted at the mean %s of %.4g",
			group, t.meanX())));
		rows.add(Quantity.of("trend_dispersion", t.dispersion(), "", t.dispersion() > 2
			? "Pearson chi-square per degree of freedom; the samples differ by more than chance, so the interval is too narrow"
			: "Pearson chi-square per degree of freedom; about 1 if chance alone separates the samples"));
		return rows;
	}

	/**
	 * The fitted densities, to draw.
	 *
	 * @param samples two or more samples
	 * @return group values in even steps and fitted numbers per mm2; empty if the slope has no end
	 */
	public static double[][] line(final List<SampleCount> samples) {
		final CountTrend t = fit(samples);
		final double low = samples.stream().mapToDouble(SampleCount::group).min().orElseThrow();
		final double high = samples.stream().mapToDouble(SampleCount::group).max().orElseThrow();
		final int steps = Double.isInfinite(t.slope()) ? 0 : 101;
		final double[][] line = new double[2][steps];
		for (int i = 0; i < steps; i++) {
			line[0][i] = low + (high - low) * i / (steps - 1);
			line[1][i] = t.perMm2AtMean() * Math.exp(t.slope() * (line[0][i] - t.meanX()));
		}
		return line;
	}

	/**
	 * The regression itself.
	 *
	 * @param samples two or more samples
	 * @return the trend
	 */
	public static CountTrend fit(final List<SampleCount> samples) {
		return CountTrend.of(samples.stream().mapToDouble(SampleCount::group).toArray(), samples.stream().mapToDouble(
			SampleCount::count).toArray(), samples.stream().mapToDouble(SampleCount::areaMm2).toArray(), 0.9);
	}
}
