// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.special.Gamma;

/**
 * How often the exact test of {@link PoissonTest} claims magnesium when the object really has a given mean count.
 * <p>
 * The background count of a repeated measurement varies too: the power is averaged over it (all its values when they are
 * few, else 48 evenly spaced ones within 6 standard deviations). Cost: some 50 critical counts once, some 50 Poisson
 * tails for each power.
 */
public final class DetectionPower {

	private static final int NODES = 48;
	private final double[] weights;
	private final long[] critical;

	private DetectionPower(final double[] weights, final long[] critical) {
		this.weights = weights;
		this.critical = critical;
	}

	/**
	 * Power against a background that is measured together with the object.
	 *
	 * @param meanBackground mean counts in the background region (the observed number stands for it)
	 * @param scale expected counts in the object for one count in the background
	 * @param level largest p that is called magnesium
	 * @return the power curve
	 */
	public static DetectionPower measured(final double meanBackground, final double scale, final double level) {
		final double reach = 6 * Math.sqrt(meanBackground) + 6;
		final long low = (long) Math.max(0, Math.floor(meanBackground - reach));
		final long high = (long) Math.ceil(meanBackground + reach);
		final int n = (int) Math.min(NODES, high - low + 1);
		final double[] weights = new double[n];
		final long[] critical = new long[n];
		double sum = 0;
		for (int i = 0; i < n; i++) {
			final long nb = n == 1 ? low : low + Math.round((high - low) * (i / (n - 1.0)));
			weights[i] = meanBackground == 0 ? (nb == 0 ? 1 : 0)
				: Math.exp(nb * Math.log(meanBackground) - meanBackground - Gamma.logGamma(nb + 1.0));
			sum += weights[i];
			critical[i] = weights[i] > 0 ? PoissonTest.critical(nb, scale, level) : 0;
		}
		for (int i = 0; i < n; i++)
			weights[i] /= sum;
		return new DetectionPower(weights, critical);
	}

	/**
	 * Power against a known background.
	 *
	 * @param mean expected counts in the object without magnesium
	 * @param level largest p that is called magnesium
	 * @return the power curve
	 */
	public static DetectionPower known(final double mean, final double level) {
		return new DetectionPower(new double[] { 1 }, new long[] { PoissonTest.criticalKnown(mean, level) });
	}

	/**
	 * Probability of a claim.
	 *
	 * @param mean true mean counts in the object (background and magnesium)
	 * @return power, 0 to 1
	 */
	public double at(final double mean) {
		double power = 0;
		for (int i = 0; i < weights.length; i++)
			if (weights[i] > 1e-12) power += weights[i] * PoissonTest.upperKnown(critical[i], mean);
		return Math.min(1, power);
	}

	/**
	 * Smallest mean that is claimed with the wanted power.
	 *
	 * @param power wanted probability of a claim, above the level of the test
	 * @return mean counts in the object, to 1e-6 of itself
	 */
	public double meanFor(final double power) {
		if (!(power > 0 && power < 1)) throw new IllegalArgumentException("A power of " + power
			+ " is not possible; give a value between 0 and 1, such as 0.95.");
		double high = 1;
		for (final long c : critical)
			high = Math.max(high, c);
		while (at(high) < power)
			high *= 1.3;
		double low = high;
		while (low > 1e-9 && at(low) > power)
			low /= 1.3;
		if (low <= 1e-9) return 0;
		return new BrentSolver(1e-6, 1e-9 * high).solve(200, m -> at(m) - power, low, high);
	}
}
