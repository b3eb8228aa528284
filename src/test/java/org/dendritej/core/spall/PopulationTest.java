// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.apache.commons.math3.distribution.PoissonDistribution;
import org.dendritej.core.record.Spallation;
import org.junit.jupiter.api.Test;

/** Counts, intervals, sizes, distances and trends. */
class PopulationTest {

	private static Spallation rim(final double diameter, final double weight, final double edge) {
		final SpallationDraft d = new SpallationDraft();
		d.diameterUm = diameter;
		d.samplingWeight = weight;
		d.touchesBorder = weight == 0;
		d.edgeDistanceUm = edge;
		return d.done();
	}

	/** The ends are those means whose Poisson tails hold exactly 2.5 %. */
	@Test
	void garwoodIntervalIsExact() {
		for (int n = 0; n <= 40; n++) {
			final PoissonInterval i = PoissonInterval.of(n, 0.95);
			assertEquals(0.025, new PoissonDistribution(i.high()).cumulativeProbability(n), 1e-6);
			if (n > 0) assertEquals(0.025, 1 - new PoissonDistribution(i.low()).cumulativeProbability(n - 1), 1e-6);
			else assertEquals(0, i.low());
		}
		assertEquals(3.6889, PoissonInterval.of(0, 0.95).high(), 1e-4);
		assertThrows(IllegalArgumentException.class, () -> PoissonInterval.of(3, 1.2));
		assertThrows(IllegalArgumentException.class, () -> PoissonInterval.of(-1, 0.9));
	}

	/** Weighted counts: the interval holds the truth at least as often as it says. */
	@Test
	void weightedIntervalCovers() {
		final Random r = new Random(11);
		final PoissonDistribution small = new PoissonDistribution(6), large = new PoissonDistribution(2);
		final double truth = 6 * 1.1 + 2 * 2.5;
		int hit = 0;
		final int runs = 4000;
		small.reseedRandomGenerator(5);
		large.reseedRandomGenerator(r.nextLong());
		for (int k = 0; k < runs; k++) {
			final int a = small.sample(), b = large.sample();
			final PoissonInterval i = PoissonInterval.of(1.1 * a + 2.5 * b, 1.21 * a + 6.25 * b, 2.5, 0.95);
			if (i.low() <= truth && truth <= i.high()) hit++;
		}
		assertTrue(hit >= 0.945 * runs, hit + " of " + runs);
	}

	/** Discs thrown on a plane and seen through a window: weights undo the loss of those that the window cuts. */
	@Test
	void weightsUndoTheBorder() {
		final Random r = new Random(3);
		final double w = 100, h = 60, density = 0.004;
		double weighted = 0, plain = 0;
		final int runs = 400;
		final PoissonDistribution count = new PoissonDistribution(density * (w + 60) * (h + 60));
		count.reseedRandomGenerator(9);
		for (int k = 0; k < runs; k++) {
			final List<Spallation> rims = new ArrayList<>();
			for (int n = count.sample(); n > 0; n--) {
				final double d = r.nextBoolean() ? 8 : 30, x = -30 + (w + 60) * r.nextDouble(), y = -30 + (h + 60) * r
					.nextDouble();
				if (x < -d / 2 || y < -d / 2 || x > w + d / 2 || y > h + d / 2) continue;
				final boolean whole = x >= d / 2 && y >= d / 2 && x <= w - d / 2 && y <= h - d / 2;
				rims.add(rim(d, whole ? w * h / ((w - d) * (h - d)) : 0, Double.NaN));
			}
			final Population.Density p = Population.density(rims, w * h, 0.95);
			weighted += p.perMm2().mean() * 1e-6 / runs;
			plain += p.whole() / (w * h) / runs;
		}
		assertEquals(density, weighted, 0.03 * density);
		assertTrue(plain < 0.75 * density);
	}

	@Test
	void describesSizes() {
		final List<Spallation> rims = new ArrayList<>();
		for (int i = 1; i <= 99; i++)
			rims.add(rim(i, 1, 0));
		rims.add(rim(500, 0, 0));
		final Population.Sizes s = Population.sizes(rims);
		assertEquals(99, s.count());
		assertEquals(50, s.medianUm(), 1e-9);
		assertEquals(50, s.meanUm(), 1e-9);
		assertEquals(5.45, s.p05Um(), 0.01);
		assertEquals(99, s.largestUm());
		assertTrue(Double.isNaN(Population.sizes(List.of()).medianUm()));
		final List<Population.Bin> b = Population.bySize(rims, 1e6, new double[] { 1, 11, 31, 100 }, 0.95);
		assertEquals(10, b.get(0).density().perMm2().mean(), 1e-9);
		assertEquals(20, b.get(1).density().whole());
		assertThrows(IllegalArgumentException.class, () -> Population.density(rims, Double.NaN, 0.95));
	}

	/** Rims strewn evenly: each band of distances has the same density. */
	@Test
	void edgeBandsHaveTheirOwnAreas() {
		final Outline disc = Outline.circle(500, 500, 450);
		final Random r = new Random(6);
		final List<Spallation> rims = new ArrayList<>();
		while (rims.size() < 6000) {
			final double x = 1000 * r.nextDouble(), y = 1000 * r.nextDouble();
			if (disc.contains(x, y)) rims.add(rim(10, 1, disc.depthUm(x, y)));
		}
		final double truth = 6000 / (Math.PI * 0.45 * 0.45);
		for (final Population.Bin b : Population.byEdgeDistance(rims, disc, 1000, 1000, new double[] { 0, 50, 150, 300, 450 },
			0.99))
		{
			assertTrue(b.density().perMm2().low() < truth && truth < b.density().perMm2().high(), b.toString());
			final double a = Math.PI * (Math.pow(450 - b.from(), 2) - Math.pow(450 - b.to(), 2)) * 1e-6;
			assertEquals(a, b.density().areaMm2(), 0.02 * a);
		}
	}

	/** The likelihood's slope against an independent Newton solution of the two score equations. */
	@Test
	void trendSolvesTheScoreEquations() {
		final Random r = new Random(2);
		for (int k = 0; k < 200; k++) {
			final int n = 3 + r.nextInt(5);
			final double[] x = new double[n], c = new double[n], a = new double[n];
			for (int i = 0; i < n; i++) {
				x[i] = 80 + 20 * r.nextDouble();
				a[i] = 0.2 + r.nextDouble();
				c[i] = 1 + r.nextInt(20);
			}
			final CountTrend t = CountTrend.of(x, c, a, 0.95);
			double s0 = 0, s1 = 0;
			for (int i = 0; i < n; i++) {
				final double mu = t.perMm2AtMean() * a[i] * Math.exp(t.slope() * (x[i] - t.meanX()));
				s0 += c[i] - mu;
				s1 += (c[i] - mu) * (x[i] - t.meanX());
			}
			assertEquals(0, s0, 1e-6);
			assertEquals(0, s1, 1e-6);
			assertTrue(t.low() < t.slope() && t.slope() < t.high());
			// a slope of 0 is outside the 95 % interval exactly when p is below 5 %
			assertEquals(t.low() > 0 || t.high() < 0, t.p() < 0.05);
		}
	}

	@Test
	void trendIntervalCovers() {
		final double[] x = { 83, 86, 95, 99 }, a = { 0.5, 0.8, 1, 1.5 };
		int hit = 0;
		final int runs = 1500;
		final PoissonDistribution[] d = new PoissonDistribution[4];
		for (int i = 0; i < 4; i++) {
			d[i] = new PoissonDistribution(12 * a[i] * Math.exp(-0.1 * (x[i] - 90)));
			d[i].reseedRandomGenerator(i + 1);
		}
		for (int k = 0; k < runs; k++) {
			final double[] c = new double[4];
			for (int i = 0; i < 4; i++)
				c[i] = d[i].sample();
			final CountTrend t = CountTrend.of(x, c, a, 0.95);
			if (t.low() <= -0.1 && -0.1 <= t.high()) hit++;
		}
		assertEquals(0.95, hit / (double) runs, 0.02);
	}

	/** None at 0.5 and 2.5 mA/cm2, some at 5: the slope is only bounded from below. */
	@Test
	void saysWhenTheSlopeHasNoEnd() {
		final CountTrend t = CountTrend.of(new double[] { 0.5, 2.5, 5 }, new double[] { 0, 0, 7 }, new double[] { 1, 1, 1 },
			0.95);
		assertEquals(Double.POSITIVE_INFINITY, t.slope());
		assertEquals(Double.POSITIVE_INFINITY, t.high());
		assertTrue(t.low() > 0 && t.low() < 2, t.toString());
		assertTrue(t.p() < 0.001);
		final double[] one = { 1, 1 };
		assertThrows(IllegalArgumentException.class, () -> CountTrend.of(one, one, one, 0.95));
		assertThrows(IllegalArgumentException.class, () -> CountTrend.of(new double[] { 1, 2 }, new double[2], one, 0.95));
		assertThrows(IllegalArgumentException.class, () -> CountTrend.of(new double[] { 1, 2 }, one, new double[2], 0.95));
		assertThrows(IllegalArgumentException.class, () -> CountTrend.of(new double[] { 1, 2, 3 }, one, one, 0.95));
	}
}
