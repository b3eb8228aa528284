// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The idealised mode against the physics document (3b.3, 3b.4; rows 20, 21). */
class SphereArrayTest {

	private static SphereShares mixed(final double r, final double l, final double s, final double ratio, final double lambda, final double n) {
		return SphereArray.of(s, r, l + r, lambda).withCentre(ratio * r).solve(n, 0, Progress.NONE);
	}

	@Test
	void row20SmallBesideLarge() {
		final SphereShares s = mixed(2.3, 2.5, 10, 1 / 3., 0, 8);
		assertEquals(.0976, s.centreOfBoth(), .05 * .0976);
		assertTrue(s.centreOfBoth() < .10);
		assertEquals(81.127, s.collectingAreaUm2(), .02 * 81.127);
		assertEquals(8.771, s.centreCollectingAreaUm2(), .05 * 8.771);
		assertEquals(1, s.share() + s.centreCollectingAreaUm2() / 100 + s.electrodeShare(), 2e-6);
	}

	@Test
	void row21EqualPores() {
		assertEquals(.5, mixed(2.3, 2.5, 10, 1, 0, 8).centreOfBoth(), 1e-3 * .5);
	}

	@ParameterizedTest
	@CsvSource({ "2.3, 2.5, 10, 10, 47.73, 4.740, 0.0903", "2.3, 2.5, 14.142, 0, 119.33, 18.48, 0.134" })
	void otherMixedArrays(final double r, final double l, final double s, final double lambda, final double large, final double small,
		final double share)
	{
		final SphereShares got = mixed(r, l, s, 1 / 3., lambda, 6);
		assertEquals(large, got.collectingAreaUm2(), .04 * large);
		assertEquals(small, got.centreCollectingAreaUm2(), .05 * small);
		assertEquals(share, got.centreOfBoth(), .05 * share);
	}

	@Test
	void centresAtEqualDepth() {
		final SphereShares s = new SphereArray(10, 2.3, 4.8, 2.3 / 3, 4.8, 0).solve(8, 0, Progress.NONE);
		assertEquals(75.876, s.collectingAreaUm2(), .02 * 75.876);
		assertEquals(14.615, s.centreCollectingAreaUm2(), .05 * 14.615);
		assertEquals(.1615, s.centreOfBoth(), .05 * .1615);
	}

	@ParameterizedTest
	@CsvSource({ "0.8, 0.546", "0.6, 0.293", "0.5, 0.209", "0.4, 0.143" })
	void shareAgainstSizeRatio(final double ratio, final double smallOverLarge) {
		final SphereShares s = mixed(2.3, 2.5, 10, ratio, 0, 6);
		assertEquals(smallOverLarge, s.centreCollectingAreaUm2() / s.collectingAreaUm2(), .05 * smallOverLarge);
	}

	@ParameterizedTest
	@CsvSource({ "0.5, 77.07", "1, 79.93", "1.5, 82.26", "2, 84.16", "2.5, 85.73", "3.5, 88.13", "5, 90.55" })
	void shareAgainstDepth(final double l, final double alpha) {
		final SphereShares s = SphereArray.of(10, 2.3, l + 2.3, 0).solve(9.2, 0, Progress.NONE);
		assertEquals(alpha, s.collectingAreaUm2(), .02 * alpha);
	}

	@ParameterizedTest
	@CsvSource({ "10, 37.912", "20, 43.7546" })
	void shareAgainstSeparation(final double pitch, final double alpha) {
		assertEquals(alpha, SphereArray.of(pitch, 1, 3, 0).solve(8, 0, Progress.NONE).collectingAreaUm2(), .02 * alpha);
	}

	@Test
	void kineticLimitFollowsTheArea() {
		final SphereShares s = SphereArray.of(10, 2.3, 4.8, 1e6).solve(8, 0, Progress.NONE);
		assertEquals(39.931, s.collectingAreaUm2(), 1e-3 * 39.931);
	}

	@Test
	void refusesImpossibleArrays() {
		for (final double[] a : new double[][] { { 10, 5, 6, 0, 0, 0 }, { 10, 2, 2, 0, 0, 0 }, { 10, 4, 5, 4, 5, 0 }, { 0, 1, 2, 0, 0, 0 },
			{ 10, 1, 2, 0, 0, -1 }, { 10, 1, Double.NaN, 0, 0, 0 } })
			assertThrows(IllegalArgumentException.class, () -> new SphereArray(a[0], a[1], a[2], a[3], a[4], a[5]));
		assertThrows(IllegalArgumentException.class, () -> SphereArray.of(10, 1, 2, 0).solve(2, 0, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> SphereArray.of(1000, 1, 2, 0).solve(8, 0, Progress.NONE));
	}
}
