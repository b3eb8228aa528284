// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Intervals of a ratio of sums over blocks of the sample: blocks are drawn with replacement, the ratio of the drawn sums
 * is taken, and its 5, 50 and 95 % quantiles are the interval (block bootstrap; Kuensch, Ann. Statist. 17 (1989) 1217,
 * doi:10.1214/aos/1176347265, recalled). What lies in one block stays together, so that clusters widen the interval.
 */
final class RatioBootstrap {

	/** Fewer blocks say nothing about spread. */
	private static final int FEWEST = 8;

	private RatioBootstrap() {}

	/** The 5, 50, 95 % quantiles; all NaN with fewer than 8 blocks that carry anything. */
	static double[] interval(final double[] numerator, final double[] denominator, final int draws, final long seed) {
		int carrying = 0;
		for (final double d : denominator)
			if (d > 0) carrying++;
		if (carrying < FEWEST) return new double[] { Double.NaN, Double.NaN, Double.NaN };
		final SplittableRandom random = new SplittableRandom(seed);
		final double[] ratio = new double[draws];
		int kept = 0;
		for (int k = 0; k < draws; k++) {
			double a = 0, b = 0;
			for (int i = 0; i < numerator.length; i++) {
				final int j = random.nextInt(numerator.length);
				a += numerator[j];
				b += denominator[j];
			}
			if (b > 0) ratio[kept++] = a / b;
		}
		Arrays.sort(ratio, 0, kept);
		return new double[] { quantile(ratio, kept, 0.05), quantile(ratio, kept, 0.5), quantile(ratio, kept, 0.95) };
	}

	/** Quantile of the first n sorted values, linear between them. */
	static double quantile(final double[] sorted, final int n, final double p) {
		if (n == 0) return Double.NaN;
		final double at = p * (n - 1);
		final int i = (int) at;
		return i + 1 < n ? sorted[i] + (at - i) * (sorted[i + 1] - sorted[i]) : sorted[n - 1];
	}
}
