// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Extreme values of a known population. */
class WeakestLinkTest {

	private static double weibull(final SplittableRandom r, final double k) {
		return Math.pow(-Math.log(1 - r.nextDouble()), 1 / k);
	}

	@Test
	@DisplayName("row 55: median minimum of 1000 Weibull (k = 3) numbers is 0.0885")
	void row55() {
		final SplittableRandom r = new SplittableRandom(55);
		final double[] minima = new double[4000];
		for (int i = 0; i < minima.length; i++) {
			minima[i] = Double.POSITIVE_INFINITY;
			for (int n = 0; n < 1000; n++)
				minima[i] = Math.min(minima[i], weibull(r, 3));
		}
		Arrays.sort(minima);
		assertEquals(0.0885, Draws.quantile(minima, 0.5), 0.03 * 0.0885);
		// a tail that is known exactly gives the same: Lambda(j) = j^3 per pore, 1000 pores per mm2
		final WeakestLink exact = new WeakestLink(1, 1000, 1000, 3, 3, 3, 1);
		assertEquals(0.0885, exact.currentMaCm2(1, 0.5), 0.03 * 0.0885);
	}

	@Test
	void fitFindsTheTailAndCoversTheTruth() {
		final SplittableRandom r = new SplittableRandom(5);
		int shapeInside = 0, medianInside = 0;
		final int runs = 300;
		for (int run = 0; run < runs; run++) {
			final double[] j = new double[2000];
			for (int i = 0; i < j.length; i++)
				j[i] = weibull(r, 3);
			final WeakestLink w = WeakestLink.fit(j, 0.01, run);
			if (w.shapeLow() <= 3 && 3 <= w.shapeHigh()) shapeInside++;
			// an electrode a hundred times larger: 200,000 pores
			final double truth = Math.pow(Math.log(2) / 200_000, 1.0 / 3);
			final double[] q = w.medianInterval(1);
			if (q[0] <= truth && truth <= q[2]) medianInside++;
		}
		// nominal 90 %; binomial sd 1.7 %; the tail of a Weibull is a power law only in the limit
		assertTrue(shapeInside > 0.83 * runs && medianInside > 0.83 * runs, shapeInside + " " + medianInside);
	}

	@Test
	void largerElectrodesAreWeaker() {
		final WeakestLink w = new WeakestLink(2, 50, 1000, 2.5, 2, 3, 1);
		double before = Double.POSITIVE_INFINITY;
		for (double a = 1e-4; a < 100; a *= 3) {
			final double j = w.currentMaCm2(a, 0.5);
			assertTrue(j <= before && j <= 2);
			before = j;
		}
		assertTrue(w.currentMaCm2(1, 0.9) < w.currentMaCm2(1, 0.5));
		assertTrue(w.caution(0.785).reason().contains("extrapolation"));
	}

	@Test
	void tooFewPoresAreRefused() {
		final String message = assertThrows(IllegalArgumentException.class, () -> WeakestLink.fit(new double[20], 0.01, 1))
			.getMessage();
		assertTrue(message.contains("Only 20 connected pores"), message);
	}
}
