// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** Ellipses through points, outlines, closed paths and the chance bound. */
class EllipseFitTest {

	@Test
	void recoversExactEllipses() {
		final Random r = new Random(1);
		for (int k = 0; k < 300; k++) {
			final double a = 5 + 50 * r.nextDouble(), b = a * (0.4 + 0.55 * r.nextDouble()), t = Math.PI * r.nextDouble();
			final Ellipse e = new Ellipse(100 * r.nextGaussian(), 100 * r.nextGaussian(), a, b, t);
			final int n = 8 + r.nextInt(60);
			final double[] x = new double[n], y = new double[n], at = new double[4];
			// whole outlines and arcs down to two thirds
			final double part = 2 * Math.PI * (0.67 + 0.33 * r.nextDouble());
			for (int i = 0; i < n; i++) {
				e.at(part * i / n, at);
				x[i] = at[0];
				y[i] = at[1];
				assertEquals(0, e.distance(at[0], at[1]), 1e-9);
				assertEquals(1e-3, e.distance(at[0] + 1e-3 * at[2], at[1] + 1e-3 * at[3]), 1e-5);
			}
			final Ellipse f = EllipseFit.of(x, y, n).ellipse();
			assertEquals(e.xUm(), f.xUm(), 1e-4 * a);
			assertEquals(e.yUm(), f.yUm(), 1e-4 * a);
			assertEquals(a, f.aUm(), 1e-4 * a);
			assertEquals(b, f.bUm(), 1e-4 * a);
			assertEquals(0, Math.sin(t - f.angle()), 1e-3);
		}
	}

	/** The quoted standard deviation is the scatter of the fits. */
	@Test
	void quotesItsScatter() {
		final Random r = new Random(2);
		final Ellipse e = new Ellipse(0, 0, 12, 10, 0.5);
		final int n = 90, runs = 400;
		double sum = 0, square = 0, quoted = 0;
		for (int k = 0; k < runs; k++) {
			final double[] x = new double[n], y = new double[n], at = new double[4];
			for (int i = 0; i < n; i++) {
				e.at(1.5 * Math.PI * i / n, at);
				final double d = 0.2 * r.nextGaussian();
				x[i] = at[0] + d * at[2];
				y[i] = at[1] + d * at[3];
			}
			final EllipseFit f = EllipseFit.of(x, y, n);
			sum += f.ellipse().radiusUm();
			square += Math.pow(f.ellipse().radiusUm(), 2);
			quoted += f.radiusSdUm() / runs;
		}
		final double scatter = Math.sqrt(square / runs - sum * sum / runs / runs);
		assertEquals(e.radiusUm(), sum / runs, 0.01);
		assertTrue(quoted > 0.85 * scatter && quoted < 1.4 * scatter, quoted + " against " + scatter);
	}

	@Test
	void refusesALine() {
		final double[] x = { 0, 1, 2, 3, 4, 5, 6 }, y = new double[7];
		assertThrows(IllegalArgumentException.class, () -> EllipseFit.of(x, y, 7));
		assertThrows(IllegalArgumentException.class, () -> EllipseFit.of(x, y, 5));
		assertThrows(IllegalArgumentException.class, () -> EllipseFit.of(new double[6], new double[6], 6));
	}

	@Test
	void outlinesKnowTheirMeasures() {
		final Outline o = new Outline(new double[] { 1, 5, 5, 1 }, new double[] { 2, 2, 5, 5 });
		assertEquals(12, o.areaUm2(), 1e-12);
		assertEquals(14, o.perimeterUm(), 1e-12);
		assertEquals(5, o.feretUm(), 1e-12);
		assertEquals(3, o.centroidUm()[0], 1e-12);
		assertEquals(1, o.depthUm(2, 3), 1e-12);
		assertEquals(-5, o.depthUm(-2, -2), 1e-12);
		final Outline c = Outline.circle(3, 4, 10);
		assertEquals(1, c.circularity(), 1e-3);
		assertEquals(Math.PI * 100, c.areaUm2(), 0.1);
		assertThrows(IllegalArgumentException.class, () -> new Outline(new double[2], new double[2]));
		assertThrows(IllegalArgumentException.class, () -> new Outline(new double[] { 1, 2, Double.NaN }, new double[3]));
	}

	/** Best closed path against all paths of small tables. */
	@Test
	void pathIsTheBestClosedOne() {
		final Random r = new Random(3);
		for (int k = 0; k < 300; k++) {
			final int angles = 5, offsets = 4;
			final float[] s = new float[angles * offsets];
			for (int i = 0; i < s.length; i++)
				s[i] = r.nextFloat();
			// one clear path, as rims are; without it two turns may prefer a path that needs both to close
			final int clear = r.nextInt(offsets);
			for (int a = 0; a < angles; a++)
				s[a * offsets + clear] += 1.5f;
			final int[] p = RimTrace.closed(s, angles, offsets, 0.1f, 0, offsets);
			assertEquals(best(s, angles, offsets, 0.1), value(s, p, offsets, 0.1), 1e-5);
		}
	}

	private static double best(final float[] s, final int angles, final int offsets, final double bend) {
		double best = Double.NEGATIVE_INFINITY;
		for (int code = 0; code < Math.pow(offsets, angles); code++) {
			final int[] p = new int[angles];
			for (int a = 0, c = code; a < angles; a++, c /= offsets)
				p[a] = c % offsets;
			best = Math.max(best, value(s, p, offsets, bend));
		}
		return best;
	}

	private static double value(final float[] s, final int[] p, final int offsets, final double bend) {
		double v = 0;
		for (int a = 0; a < p.length; a++) {
			final int d = Math.abs(p[a] - p[(a + 1) % p.length]);
			if (d > 1) return Double.NEGATIVE_INFINITY;
			v += s[a * offsets + p[a]] - bend * d;
		}
		return v;
	}

	/** Chernoff's bound is never below the exact tail, and well above the mean a wider p makes it larger. */
	@Test
	void chanceIsNeverTooSmall() {
		for (int n = 5; n <= 80; n += 15)
			for (final double p : new double[] { 0.02, 0.1, 0.3 })
				for (int k = 1; k <= n; k++) {
					final double exact = 1 - new org.apache.commons.math3.distribution.BinomialDistribution(null, n, p)
						.cumulativeProbability(k - 1);
					assertTrue(Math.pow(10, HitChance.tail(n, k, p)) >= exact * (1 - 1e-9) - 1e-12);
					if (k > 2 * n * p + 3) assertTrue(HitChance.mixed(n, k, p, 0.3 * p * p) >= HitChance.tail(n, k, p) - 0.05);
				}
	}
}
