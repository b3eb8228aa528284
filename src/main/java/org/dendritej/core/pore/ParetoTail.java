// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * Generalized Pareto law of what exceeds a threshold, fitted to weighted values by maximum likelihood.
 * <p>
 * P(excess &gt; y) = (1 + shape y / scale)^(-1/shape). For a given theta = shape / scale the best shape is the weighted
 * mean of ln(1 + theta y), so that only theta is sought (Grimshaw, Technometrics 35 (1993) 185,
 * doi:10.1080/00401706.1993.10485040, recalled). Shapes are held between -0.5, below which maximum likelihood breaks down,
 * and 1.
 *
 * @param threshold where the tail starts
 * @param scale scale, unit of the values
 * @param shape shape: negative = the tail ends, 0 = exponential, positive = heavy
 */
record ParetoTail(double threshold, double scale, double shape) {

	private static final double LOWEST = -0.5, HIGHEST = 1, FLAT = 1e-6;

	/** Fits the tail to the values above the threshold. */
	static ParetoTail fit(final double[] value, final double[] weight, final double threshold) {
		double mean = 0, total = 0, most = 0;
		for (int i = 0; i < value.length; i++) {
			if (!(value[i] > threshold)) continue;
			mean += weight[i] * (value[i] - threshold);
			total += weight[i];
			most = Math.max(most, value[i] - threshold);
		}
		final double m = mean / total, sum = total;
		final double low = -(1 - 1e-9) / most, high = 20 / m;
		// the likelihood may have two tops: a coarse scan finds the higher one
		double best = FLAT / m, top = likelihood(value, weight, threshold, best, sum);
		final int steps = 60;
		for (int k = 0; k <= steps; k++) {
			final double s = k / (double) steps, theta = s < 0.5 ? low * (1 - 2 * s) * (1 - 2 * s) : high * (2 * s - 1) * (2 * s
				- 1);
			final double l = likelihood(value, weight, threshold, theta, sum);
			if (l > top) {
				top = l;
				best = theta;
			}
		}
		final double from = Math.max(low, best - Math.max(0.1 / m, Math.abs(best) / 2)), to = Math.min(high, best + Math.max(
			0.1 / m, Math.abs(best) / 2));
		final double theta = new BrentOptimizer(1e-8, 1e-10 / m).optimize(new MaxEval(200), new SearchInterval(from, to, Math
			.min(to, Math.max(from, best))), GoalType.MAXIMIZE, new UnivariateObjectiveFunction(t -> likelihood(value, weight,
				threshold, t, sum))).getPoint();
		final double shape = shape(value, weight, threshold, theta, sum);
		if (Math.abs(shape) < FLAT) return new ParetoTail(threshold, m, 0);
		if (shape < LOWEST || shape > HIGHEST) {
			final double held = Math.max(LOWEST, Math.min(HIGHEST, shape));
			// the mean excess fixes the scale of a law whose shape is held
			return new ParetoTail(threshold, held < 0 ? m * (1 - held) : shape / theta, held);
		}
		return new ParetoTail(threshold, shape / theta, shape);
	}

	private static double shape(final double[] v, final double[] w, final double u, final double theta, final double sum) {
		double s = 0;
		for (int i = 0; i < v.length; i++)
			if (v[i] > u) s += w[i] * Math.log1p(theta * (v[i] - u));
		return s / sum;
	}

	/** Mean log likelihood at the best shape for theta. */
	private static double likelihood(final double[] v, final double[] w, final double u, final double theta,
		final double sum)
	{
		if (theta == 0) return likelihood(v, w, u, 1e-12, sum);
		final double shape = shape(v, w, u, theta, sum);
		if (shape < LOWEST) return Double.NEGATIVE_INFINITY;
		return -Math.log(shape / theta) - shape - 1;
	}

	/** Value that a share p of the tail stays below. */
	double quantile(final double p) {
		return level(1 - p);
	}

	/** Value that a share of the tail exceeds. */
	double level(final double exceeding) {
		if (shape == 0) return threshold - scale * Math.log(exceeding);
		return threshold + scale / shape * Math.expm1(-shape * Math.log(exceeding));
	}
}
