// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;

/**
 * Weibull distribution of the critical currents of cells, fitted by maximum likelihood to tests that only say "failed" or
 * "survived": each cell's critical current lies below, above or between tested currents (interval censoring). Intervals
 * come from the profile likelihood and its chi-square limit, which is approximate for a handful of cells: beside it stand
 * the exact limits of {@link FailureLimits}.
 *
 * @param medianMaCm2 current density that half of the cells survive, mA/cm2
 * @param medianLow lower end of its interval
 * @param medianHigh upper end of its interval; infinite if no cell failed
 * @param shape Weibull modulus k at the maximum; {@link #LARGEST_SHAPE} where the data would take any larger one
 * @param shapeLow lower end of its interval
 * @param shapeHigh upper end; infinite if not limited by the data
 * @param confidence of the intervals
 * @param remark what the data can and cannot say, in words
 */
public record WeibullFit(double medianMaCm2, double medianLow, double medianHigh, double shape, double shapeLow,
	double shapeHigh, double confidence, String remark)
{

	/** Largest Weibull modulus that is tried: scatter of about 0.6 %. */
	public static final double LARGEST_SHAPE = 200;
	private static final double SMALLEST_SHAPE = 0.2;

	/** Bounds of the critical current of so many cells. */
	private record Bracket(double low, double high, int cells) {}

	/**
	 * Fits.
	 *
	 * @param tests all tests; tests of one specimen are taken together
	 * @param confidence such as 0.9
	 * @return the fit
	 * @throws IllegalArgumentException without tests, or if a specimen survived a current above one at which it failed
	 */
	public static WeibullFit of(final List<CellTest> tests, final double confidence) {
		Allowed.between("confidence", confidence, 0.5, 0.999, "");
		final List<Bracket> data = brackets(tests);
		double lowest = Double.POSITIVE_INFINITY, highest = 0;
		boolean anyFailed = false, anySurvived = false;
		for (final Bracket b : data) {
			lowest = Math.min(lowest, b.low > 0 ? b.low : b.high);
			highest = Math.max(highest, Double.isInfinite(b.high) ? b.low : b.high);
			anyFailed |= !Double.isInfinite(b.high);
			anySurvived |= b.low > 0;
		}
		final double from = Math.log(lowest / 1e3), to = Math.log(highest * 1e3);
		final double[] best = maximum(data, from, to);
		final double drop = best[2] - chiSquare(confidence) / 2;
		final double medianLow = anySurvived ? edge(data, best[0], from, drop) : 0;
		final double medianHigh = anyFailed ? edge(data, best[0], to, drop) : Double.POSITIVE_INFINITY;
		final double top = Math.log(LARGEST_SHAPE), bottom = Math.log(SMALLEST_SHAPE);
		final double shapeHigh = profileShape(data, top, from, to) >= drop ? Double.POSITIVE_INFINITY : Math.exp(bisect(x ->
			profileShape(data, x, from, to) - drop, best[1], top));
		final double shapeLow = profileShape(data, bottom, from, to) >= drop ? 0 : Math.exp(bisect(x -> profileShape(data, x,
			from, to) - drop, best[1], bottom));
		return new WeibullFit(Math.exp(best[0]), medianLow, medianHigh, Math.exp(best[1]), shapeLow, shapeHigh, confidence,
			remark(anyFailed, anySurvived, shapeHigh, shapeLow, data.stream().mapToInt(Bracket::cells).sum()));
	}

	/**
	 * Fitted probability that a cell fails.
	 *
	 * @param currentMaCm2 current density, mA/cm2
	 * @return 0 to 1: {@code 1 - exp(-ln 2 (j/median)^k)}
	 */
	public double failure(final double currentMaCm2) {
		return -Math.expm1(-hazard(shape * Math.log(currentMaCm2 / medianMaCm2)));
	}

	private static List<Bracket> brackets(final List<CellTest> tests) {
		if (tests.isEmpty()) throw new IllegalArgumentException(
			"There are 0 cell tests; give at least one line with current, specimen and failed.");
		final Map<String, double[]> by = new TreeMap<>();
		for (final CellTest t : tests) {
			final double[] b = by.computeIfAbsent(t.specimen(), k -> new double[] { 0, Double.POSITIVE_INFINITY });
			if (t.failed()) b[1] = Math.min(b[1], t.currentMaCm2());
			else b[0] = Math.max(b[0], t.currentMaCm2());
		}
		final Map<List<Double>, Integer> count = new LinkedHashMap<>();
		for (final Map.Entry<String, double[]> e : by.entrySet()) {
			if (e.getValue()[0] >= e.getValue()[1]) throw new IllegalArgumentException("Specimen " + e.getKey() +
				" survived " + e.getValue()[0] + " mA/cm2 but failed at " + e.getValue()[1] +
				"; give different cells different names, or correct the table.");
			count.merge(List.of(e.getValue()[0], e.getValue()[1]), 1, Integer::sum);
		}
		final List<Bracket> all = new ArrayList<>();
		count.forEach((b, n) -> all.add(new Bracket(b.get(0), b.get(1), n)));
		return all;
	}

	private static double logLikelihood(final List<Bracket> data, final double lnMedian, final double lnShape) {
		final double k = Math.exp(lnShape);
		double sum = 0;
		for (final Bracket b : data) {
			final double low = b.low == 0 ? 0 : hazard(k * (Math.log(b.low) - lnMedian));
			if (Double.isInfinite(b.high)) sum -= b.cells * low;
			else sum += b.cells * (-low + lnFailure(b, lnMedian, k));
		}
		return sum;
	}

	/**
	 * Cumulated hazard ln 2 (j/median)^k from its exponent; beyond e^600 a straight line goes on, so that the likelihood
	 * stays finite and keeps its slope.
	 */
	private static double hazard(final double x) {
		return Math.log(2) * (x > 600 ? Math.exp(600) * (x - 599) : Math.exp(x));
	}

	/** ln of the probability to fail between the bounds after surviving the lower, without loss of digits. */
	private static double lnFailure(final Bracket b, final double lnMedian, final double k) {
		final double high = k * (Math.log(b.high) - lnMedian);
		final double ratio = b.low == 0 ? 0 : Math.exp(k * Math.log(b.low / b.high));
		if (high < -30) return Math.log(Math.log(2)) + high + Math.log1p(-ratio);
		final double difference = hazard(high) * (1 - ratio);
		return difference < 0.7 ? Math.log(-Math.expm1(-difference)) : Math.log1p(-Math.exp(-difference));
	}

	/** Median, ln shape and log-likelihood at the maximum; both profiles have one peak, which may be flat. */
	private static double[] maximum(final List<Bracket> data, final double from, final double to) {
		final double bottom = Math.log(SMALLEST_SHAPE), top = Math.log(LARGEST_SHAPE);
		double at = bottom, max = Double.NEGATIVE_INFINITY;
		final int n = 40;
		for (int i = 0; i <= n; i++) {
			final double k = bottom + (top - bottom) * i / n, l = profileShape(data, k, from, to);
			// a rise that no data could show is rounding; the smaller shape then stands
			if (l > max + 1e-9) {
				max = l;
				at = k;
			}
		}
		final double step = (top - bottom) / n;
		final double k = peak(x -> profileShape(data, x, from, to), Math.max(bottom, at - step), Math.min(top, at + step));
		final double best = profileShape(data, k, from, to) > max ? k : at;
		final double median = bestMedian(data, best, from, to);
		return new double[] { median, best, logLikelihood(data, median, best) };
	}

	/** Golden section; where the function is flat, the middle. */
	private static double peak(final DoubleUnaryOperator f, final double from, final double to) {
		double a = from, b = to, u = a + (b - a) * 0.381966, v = a + (b - a) * 0.618034;
		double fu = f.applyAsDouble(u), fv = f.applyAsDouble(v);
		for (int i = 0; i < 46; i++) {
			if (fu == fv) {
				a = u;
				b = v;
				u = a + (b - a) * 0.381966;
				v = a + (b - a) * 0.618034;
				fu = f.applyAsDouble(u);
				fv = f.applyAsDouble(v);
			}
			else if (fu > fv) {
				b = v;
				v = u;
				fv = fu;
				u = a + (b - a) * 0.381966;
				fu = f.applyAsDouble(u);
			}
			else {
				a = u;
				u = v;
				fu = fv;
				v = a + (b - a) * 0.618034;
				fv = f.applyAsDouble(v);
			}
		}
		return (a + b) / 2;
	}

	private static double bestMedian(final List<Bracket> data, final double lnShape, final double from,
		final double to)
	{
		return peak(x -> logLikelihood(data, x, lnShape), from, to);
	}

	private static double profileShape(final List<Bracket> data, final double lnShape, final double from,
		final double to)
	{
		return logLikelihood(data, bestMedian(data, lnShape, from, to), lnShape);
	}

	private static double profileMedian(final List<Bracket> data, final double lnMedian) {
		final double bottom = Math.log(SMALLEST_SHAPE), top = Math.log(LARGEST_SHAPE);
		final int n = 60;
		double max = Double.NEGATIVE_INFINITY, at = 0;
		for (int i = 0; i <= n; i++) {
			final double k = bottom + (top - bottom) * i / n, l = logLikelihood(data, lnMedian, k);
			if (l > max) {
				max = l;
				at = k;
			}
		}
		final double step = (top - bottom) / n;
		return Math.max(max, logLikelihood(data, lnMedian, peak(x -> logLikelihood(data, lnMedian, x), Math.max(bottom, at -
			step), Math.min(top, at + step))));
	}

	private static double edge(final List<Bracket> data, final double inside, final double outside, final double drop) {
		if (profileMedian(data, outside) >= drop) return outside < inside ? 0 : Double.POSITIVE_INFINITY;
		return Math.exp(bisect(m -> profileMedian(data, m) - drop, inside, outside));
	}

	private static double bisect(final DoubleUnaryOperator f, final double inside,
		final double outside)
	{
		double a = inside, b = outside;
		for (int i = 0; i < 50; i++) {
			final double mid = (a + b) / 2;
			if (f.applyAsDouble(mid) >= 0) a = mid;
			else b = mid;
		}
		return (a + b) / 2;
	}

	/** Quantile of chi-square with one degree of freedom: the square of a normal quantile. */
	private static double chiSquare(final double confidence) {
		final double z = org.apache.commons.math3.special.Erf.erfInv(confidence) * Math.sqrt(2);
		return z * z;
	}

	private static String remark(final boolean failed, final boolean survived, final double shapeHigh,
		final double shapeLow, final int cells)
	{
		if (!failed) return cells + " cells and none failed: only a lower limit of the critical current is known; test higher "
			+ "currents.";
		if (!survived) return cells + " cells and all failed: only an upper limit of the critical current is known; test lower "
			+ "currents.";
		if (Double.isInfinite(shapeHigh)) return String.format(Locale.ROOT,
			"The tests bracket the critical current but not its scatter: any Weibull modulus above %.3g fits; test several cells "
				+ "between the highest current survived and the lowest failed.", shapeLow);
		return "Median and scatter are both limited by the " + cells + " cells.";
	}

	/**
	 * Probability that a cell fails at a current density.
	 *
	 * @param currentMaCm2 current density, mA/cm2
	 * @return 0 to 1
	 */
	public double failureProbability(final double currentMaCm2) {
		return -Math.expm1(-hazard(shape * Math.log(Allowed.notNegative("the current density", currentMaCm2, "mA/cm2") /
			medianMaCm2)));
	}

	/**
	 * Share of a prediction's draws that fail at a current density, to be drawn beside the tests.
	 *
	 * @param ccdDraws critical currents of the draws, mA/cm2
	 * @param currentMaCm2 current density, mA/cm2
	 * @return 0 to 1
	 */
	public static double predictedFailure(final double[] ccdDraws, final double currentMaCm2) {
		int n = 0;
		for (final double c : ccdDraws)
			if (c <= currentMaCm2) n++;
		return n / (double) ccdDraws.length;
	}
}
