// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

/** Exact tests, limits, power and false-discovery rate against sums, draws and published numbers. */
class CountingStatisticsTest {

	@Test
	void tailsEqualSummedProbabilities() {
		final Random random = new Random(11);
		for (int i = 0; i < 400; i++) {
			final long n = random.nextInt(60);
			final long nb = random.nextInt(200);
			final double scale = 0.02 + 3 * random.nextDouble();
			final BinomialDistribution b = new BinomialDistribution(null, (int) (n + nb), scale / (1 + scale));
			double upper = 0;
			double lower = 0;
			for (int k = 0; k <= n + nb; k++) {
				if (k >= n) upper += b.probability(k);
				if (k <= n) lower += b.probability(k);
			}
			assertEquals(upper, PoissonTest.upper(n, nb, scale), 1e-9);
			assertEquals(lower, PoissonTest.lower(n, nb, scale), 1e-9);
			final double mean = 50 * random.nextDouble();
			final PoissonDistribution p = new PoissonDistribution(mean);
			double tail = 1;
			for (int k = 0; k < n; k++)
				tail -= p.probability(k);
			assertEquals(tail, PoissonTest.upperKnown(n, mean), 1e-9);
		}
	}

	@Test
	void criticalCountsAreTheFirstSignificantOnes() {
		final Random random = new Random(12);
		for (int i = 0; i < 300; i++) {
			final long nb = random.nextInt(i % 3 == 0 ? 5 : 20000);
			final double scale = 0.01 + 2 * random.nextDouble();
			final double level = Math.pow(10, -0.5 - 5 * random.nextDouble());
			final long c = PoissonTest.critical(nb, scale, level);
			assertTrue(PoissonTest.upper(c, nb, scale) <= level);
			assertTrue(PoissonTest.upper(c - 1, nb, scale) > level);
			final long k = PoissonTest.criticalKnown(scale * nb, level);
			assertTrue(PoissonTest.upperKnown(k, scale * nb) <= level);
			assertTrue(PoissonTest.upperKnown(k - 1, scale * nb) > level);
		}
	}

	@Test
	void currieLimitsAreThePublishedOnes() {
		// physics.md row 54 and Currie's table: the factors are printed with three digits, 2.33, 4.65, 2.71, 1.64, 3.29
		final CurrieLimit paired = CurrieLimit.of(400, 1, 0.05, 0.95);
		assertEquals(2.33, paired.critical() / 20, 0.005);
		assertEquals(4.65, (paired.detection() - 2.71) / 20, 0.005);
		assertEquals(46.6, paired.critical(), 0.1);
		assertEquals(95.7, paired.detection(), 0.1);
		final CurrieLimit known = CurrieLimit.of(400, 0, 0.05, 0.95);
		assertEquals(1.645 * 20, known.critical(), 0.01);
		assertEquals(2.71 + 3.29 * 20, known.detection(), 0.02);
		assertEquals(2.71, CurrieLimit.of(0, 1, 0.05, 0.95).detection(), 0.005);
	}

	@Test
	void powerFollowsDraws() {
		final Random random = new Random(13);
		final Well19937c generator = new Well19937c(13);
		final int draws = 4000;
		for (int i = 0; i < 12; i++) {
			final double background = Math.pow(10, 0.3 + 3 * random.nextDouble());
			final double scale = 0.1 + random.nextDouble();
			final double level = i % 2 == 0 ? 0.05 : 0.002;
			final double mean = scale * background + 2 + 3 * Math.sqrt(scale * background * (1 + scale)) * random.nextDouble();
			final PoissonDistribution inside = new PoissonDistribution(generator, mean, 1e-12, 100000);
			final PoissonDistribution outside = new PoissonDistribution(generator, background, 1e-12, 100000);
			int claims = 0;
			int known = 0;
			for (int d = 0; d < draws; d++) {
				final int n = inside.sample();
				if (PoissonTest.upper(n, outside.sample(), scale) <= level) claims++;
				if (PoissonTest.upperKnown(n, scale * background) <= level) known++;
			}
			final double power = DetectionPower.measured(background, scale, level).at(mean);
			assertEquals(power, claims / (double) draws, 4 * Math.sqrt(power * (1 - power) / draws) + 0.002);
			final double powerKnown = DetectionPower.known(scale * background, level).at(mean);
			assertEquals(powerKnown, known / (double) draws, 4 * Math.sqrt(powerKnown * (1 - powerKnown) / draws) + 0.002);
		}
	}

	@Test
	void smallestDetectableMeanInvertsThePower() {
		for (final double background : new double[] { 0, 0.4, 7, 300, 1e5 })
			for (final double scale : new double[] { 0.1, 1 }) {
				final DetectionPower power = DetectionPower.measured(background, scale, 0.01);
				assertEquals(0.95, power.at(power.meanFor(0.95)), 1e-4);
			}
	}

	@Test
	void currieApproachesTheExactLimitForManyCounts() {
		final DetectionPower exact = DetectionPower.measured(40000, 1, 0.05);
		final CurrieLimit currie = CurrieLimit.of(40000, 1, 0.05, 0.95);
		assertEquals(currie.detection(), exact.meanFor(0.95) - 40000, 0.01 * currie.detection());
	}

	@Test
	void qValuesEqualTheDefinition() {
		final Random random = new Random(14);
		for (int trial = 0; trial < 200; trial++) {
			final int m = 1 + random.nextInt(30);
			final double[] p = new double[m];
			for (int i = 0; i < m; i++)
				p[i] = random.nextInt(8) == 0 ? Double.NaN : Math.pow(random.nextDouble(), 1 + random.nextInt(4));
			final double[] q = FalseDiscovery.q(p);
			final double[] tested = Arrays.stream(p).filter(v -> !Double.isNaN(v)).sorted().toArray();
			for (int i = 0; i < m; i++) {
				double least = Double.NaN;
				for (int r = 0; r < tested.length; r++)
					if (tested[r] >= p[i]) least = Double.isNaN(least) ? Math.min(1, tested[r] * tested.length / (r + 1))
						: Math.min(least, tested[r] * tested.length / (r + 1));
				assertEquals(least, q[i], 1e-12);
			}
		}
		assertEquals(0.05 / 4, FalseDiscovery.levelOfNext(new double[] { 0.9, 0.5, Double.NaN, 1, 0.3 }, 0.05), 1e-15);
		assertEquals(0.05, FalseDiscovery.levelOfNext(new double[] { 0.01, 0.02 }, 0.05), 1e-15);
	}

	@Test
	void alloyNumbers() {
		assertEquals(28.01, Alloy.weightPercent(10), 0.028); // physics.md row 49
		assertEquals(0.0286, Alloy.atomicPercent(0.1), 0.005 * 0.0286); // row 50
		assertEquals(0.00286, Alloy.atomicPercent(0.1) / 10, 0.005 * 0.00286);
		for (double at = 0.5; at < 100; at += 7.3) {
			assertEquals(at, Alloy.atomicPercent(Alloy.weightPercent(at)), 1e-9);
			assertEquals(at, Alloy.atomicPercentFromRatio(Alloy.ratioFromAtomicPercent(at, 10), 10), 1e-9);
		}
		assertEquals(0, Alloy.atomicPercentFromRatio(0, 10), 0);
		assertTrue(Alloy.atomicPercentFromRatio(-0.1, 10) < 0);
		assertTrue(Double.isNaN(Alloy.atomicPercentFromRatio(4, 10)));
	}

	@Test
	void impossibleInputIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> PoissonTest.upper(-1, 3, 1));
		assertThrows(IllegalArgumentException.class, () -> PoissonTest.upper(1, 3, 0));
		assertThrows(IllegalArgumentException.class, () -> PoissonTest.upperKnown(1, Double.NaN));
		assertThrows(IllegalArgumentException.class, () -> PoissonTest.critical(1, 1, 0));
		assertThrows(IllegalArgumentException.class, () -> new TestLevels(0, 0.95));
		assertThrows(IllegalArgumentException.class, () -> new TestLevels(0.05, 1));
		assertThrows(IllegalArgumentException.class, () -> new Reference(0, -3, 10, 10));
		assertThrows(IllegalArgumentException.class, () -> new Reference(0, 3, 0, 10));
	}
}
