// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.apache.commons.math3.special.Beta;
import org.junit.jupiter.api.Test;

/** The tail averaged over a beta distribution, against plain quadrature in 200,000 steps. */
class HitChanceTest {

	private static double slow(final double n, final double k, final double mean, final double variance) {
		final double both = mean * (1 - mean) / variance - 1, a = mean * both, b = (1 - mean) * both, norm = Beta.logBeta(a, b);
		final int steps = 200_000;
		double sum = 0;
		for (int i = 0; i < steps; i++) {
			final double p = (i + 0.5) / steps;
			sum += Math.exp((a - 1) * Math.log(p) + (b - 1) * Math.log1p(-p) - norm + Math.log(10) * HitChance.tail(n, k, p)) / steps;
		}
		return Math.log10(sum);
	}

	/** Narrow distributions too: a fixed grid once missed their peak and called noise a rim. */
	@Test
	void narrowAndWideDistributions() {
		final Random random = new Random(3);
		for (int c = 0; c < 25; c++) {
			final double mean = 0.03 + 0.3 * random.nextDouble(), variance = mean * (1 - mean) * Math.pow(10, -1.5 - 3.5 * random.nextDouble());
			final double n = 20 + random.nextInt(150), k = Math.round(n * (mean + (1 - mean) * 0.8 * random.nextDouble()));
			assertEquals(slow(n, k, mean, variance), HitChance.mixed(n, k, mean, variance), 0.02, n + " " + k + " " + mean + " " + variance);
		}
	}

	@Test
	void aNarrowDistributionIsTheBinomial() {
		assertEquals(HitChance.tail(38, 23, 0.2837), HitChance.mixed(38, 23, 0.2837, 5e-6), 0.02);
	}
}
