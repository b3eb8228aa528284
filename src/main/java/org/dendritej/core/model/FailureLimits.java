// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.commons.math3.special.Beta;
import org.dendritej.core.record.Column;

/**
 * What a handful of tests at one current density says: exact one-sided binomial limits of the failure probability
 * (Clopper and Pearson 1934). Three cells without a failure still allow 63 % at 95 % confidence.
 *
 * @param currentMaCm2 current density, mA/cm2
 * @param tests cells tested
 * @param failures cells that failed
 * @param lower lower limit: with this confidence the probability is at least so large
 * @param upper upper limit
 * @param confidence confidence of each limit
 */
public record FailureLimits(double currentMaCm2, int tests, int failures, double lower, double upper,
	double confidence)
{

	/** The table. */
	public static final List<Column<FailureLimits>> COLUMNS = List.of(new Column<>("current_ma_cm2", "current density",
		FailureLimits::currentMaCm2), new Column<>("tests", "cells tested", FailureLimits::tests), new Column<>("failures",
			"cells that failed", FailureLimits::failures), new Column<>("failure_lower",
				"one-sided lower limit of the failure probability", FailureLimits::lower), new Column<>("failure_upper",
					"one-sided upper limit", FailureLimits::upper), new Column<>("confidence", "of each limit",
						FailureLimits::confidence));

	/**
	 * Limits for one current.
	 *
	 * @param currentMaCm2 current density, mA/cm2
	 * @param tests cells tested, 1 or more
	 * @param failures cells that failed
	 * @param confidence such as 0.95
	 * @return the limits
	 */
	public static FailureLimits of(final double currentMaCm2, final int tests, final int failures,
		final double confidence)
	{
		Allowed.count("the number of tests", tests, 1, 1_000_000);
		Allowed.count("the number of failures", failures, 0, tests);
		Allowed.between("confidence", confidence, 0.5, 0.9999, "");
		final double a = 1 - confidence;
		final double lower = failures == 0 ? 0 : inverse(a, failures, tests - failures + 1.0);
		final double upper = failures == tests ? 1 : inverse(1 - a, failures + 1.0, tests - failures);
		return new FailureLimits(currentMaCm2, tests, failures, lower, upper, confidence);
	}

	/** Quantile of the beta distribution by bisection: safe, and 60 steps are nothing here. */
	private static double inverse(final double p, final double a, final double b) {
		double lo = 0, hi = 1;
		for (int i = 0; i < 60; i++) {
			final double mid = (lo + hi) / 2;
			if (Beta.regularizedBeta(mid, a, b) < p) lo = mid;
			else hi = mid;
		}
		return (lo + hi) / 2;
	}

	/**
	 * Limits for every current of a series.
	 *
	 * @param tests all tests
	 * @param confidence such as 0.95
	 * @return one for each current, rising
	 */
	public static List<FailureLimits> of(final List<CellTest> tests, final double confidence) {
		final Map<Double, int[]> by = new TreeMap<>();
		for (final CellTest t : tests) {
			final int[] n = by.computeIfAbsent(t.currentMaCm2(), k -> new int[2]);
			n[0]++;
			if (t.failed()) n[1]++;
		}
		final List<FailureLimits> all = new ArrayList<>();
		by.forEach((j, n) -> all.add(of(j, n[0], n[1], confidence)));
		return all;
	}

	/**
	 * Further cells, all surviving, that bring the upper limit down to a wanted probability.
	 *
	 * @param wanted failure probability that is to be excluded, above 0 and below 1
	 * @return further tests; 0 if the limit is met already
	 */
	public int furtherTestsNeeded(final double wanted) {
		Allowed.between("the failure probability to be excluded", wanted, 1e-4, 0.9999, "");
		if (upper <= wanted) return 0;
		int enough = 1;
		while (!excludes(enough, wanted))
			enough *= 2;
		int tooFew = enough / 2;
		while (enough - tooFew > 1) {
			final int mid = (enough + tooFew) >>> 1;
			if (excludes(mid, wanted)) enough = mid;
			else tooFew = mid;
		}
		return enough;
	}

	/** Whether so many more survivors make a probability as large as this unlikely. */
	private boolean excludes(final int more, final double wanted) {
		return Beta.regularizedBeta(wanted, failures + 1.0, tests + more - failures) >= confidence;
	}
}
