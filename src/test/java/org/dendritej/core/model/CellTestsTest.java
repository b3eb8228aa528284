// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

/** Cell tests: exact limits, interval-censored fits against known populations, calibration of the strength. */
class CellTestsTest {

	@Test
	void threeOfThreeLeavesSixtyThreePercent() {
		assertEquals(1 - Math.cbrt(0.05), FailureLimits.of(9, 3, 0, 0.95).upper(), 1e-12);
		assertEquals(0.632, FailureLimits.of(9, 3, 0, 0.95).upper(), 5e-4);
		assertEquals(0, FailureLimits.of(9, 3, 0, 0.95).lower());
		assertEquals(Math.cbrt(0.05), FailureLimits.of(10, 3, 3, 0.95).lower(), 1e-12);
		assertEquals(1, FailureLimits.of(10, 3, 3, 0.95).upper());
	}

	@Test
	void limitsAreExactTailProbabilities() {
		for (int n = 1; n <= 12; n++)
			for (int x = 0; x <= n; x++) {
				final FailureLimits l = FailureLimits.of(1, n, x, 0.9);
				if (x < n) assertEquals(0.1, tail(n, 0, x, l.upper()), 1e-9);
				if (x > 0) assertEquals(0.1, tail(n, x, n, l.lower()), 1e-9);
			}
	}

	private static double tail(final int n, final int from, final int to, final double p) {
		double sum = 0;
		for (int k = from; k <= to; k++) {
			double c = 1;
			for (int i = 0; i < k; i++)
				c *= (n - i) / (i + 1.0);
			sum += c * Math.pow(p, k) * Math.pow(1 - p, n - k);
		}
		return sum;
	}

	@Test
	void furtherTestsByCounting() {
		for (int n = 1; n < 8; n++)
			for (int x = 0; x < n; x++)
				for (final double wanted : new double[] { 0.5, 0.2, 0.05 }) {
					int more = 0;
					while (FailureLimits.of(1, n + more, x, 0.95).upper() > wanted)
						more++;
					assertEquals(more, FailureLimits.of(1, n, x, 0.95).furtherTestsNeeded(wanted), n + " " + x + " " + wanted);
				}
		assertEquals(56, FailureLimits.of(9, 3, 0, 0.95).furtherTestsNeeded(0.05)); // the well-known 59
	}

	private static List<CellTest> published() {
		final List<CellTest> t = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			t.add(new CellTest(9, "pass " + i, false));
			t.add(new CellTest(10, "fail " + i, true));
		}
		return t;
	}

	@Test
	void publishedDesignBracketsButDoesNotShowScatter() {
		final WeibullFit f = WeibullFit.of(published(), 0.9);
		assertTrue(f.medianMaCm2() > 9 && f.medianMaCm2() < 10, "median " + f.medianMaCm2());
		// at a median of 9 the three survivors have a likelihood of 1/8: outside 90 % (drop 1.35), inside 99 % (3.32)
		assertTrue(f.medianLow() >= 9 && f.medianHigh() <= 10, f.medianLow() + " " + f.medianHigh());
		final WeibullFit wide = WeibullFit.of(published(), 0.99);
		assertTrue(wide.medianLow() < 9 && wide.medianHigh() > 10, wide.medianLow() + " " + wide.medianHigh());
		assertTrue(Double.isInfinite(f.shapeHigh()));
		assertTrue(f.remark().contains("not its scatter"), f.remark());
		final List<FailureLimits> l = FailureLimits.of(published(), 0.95);
		assertEquals(2, l.size());
		assertEquals(0.632, l.get(0).upper(), 1e-3);
	}

	@Test
	void onlyPassesOrOnlyFailuresGiveOneSidedLimits() {
		final WeibullFit pass = WeibullFit.of(published().stream().filter(t -> !t.failed()).toList(), 0.9);
		assertTrue(Double.isInfinite(pass.medianHigh()) && pass.remark().contains("none failed"));
		final WeibullFit fail = WeibullFit.of(published().stream().filter(CellTest::failed).toList(), 0.9);
		assertTrue(fail.medianLow() == 0 && fail.remark().contains("all failed"));
	}

	@Test
	void manyCellsGiveTheTrueParametersWithCoverage() {
		final SplittableRandom r = new SplittableRandom(11);
		int inside = 0, insideShape = 0;
		final int runs = 60;
		for (int run = 0; run < runs; run++) {
			final List<CellTest> t = new ArrayList<>();
			for (int i = 0; i < 80; i++) {
				// median 5 mA/cm2, modulus 4; a third of the cells is tested at two currents
				final double ccd = 5 * Math.pow(-Math.log(1 - r.nextDouble()) / Math.log(2), 0.25);
				final double j = 3 + r.nextInt(5);
				t.add(new CellTest(j, "c" + i, ccd <= j));
				if (i % 3 == 0) t.add(new CellTest(j + 1, "c" + i, ccd <= j + 1));
			}
			final WeibullFit f = WeibullFit.of(t, 0.9);
			if (f.medianLow() <= 5 && 5 <= f.medianHigh()) inside++;
			if (f.shapeLow() <= 4 && 4 <= f.shapeHigh()) insideShape++;
			assertEquals(0.5, f.failureProbability(f.medianMaCm2()), 1e-12);
		}
		// nominal 90 %, binomial sd 3.9 %: three of them
		assertTrue(inside >= 0.78 * runs && insideShape >= 0.78 * runs, inside + " " + insideShape);
	}

	@Test
	void fitIsTheMaximumOfTheLikelihood() {
		// brute force on a fine grid
		final List<CellTest> t = new ArrayList<>();
		final double[] j = { 1, 2, 3, 4, 5, 6, 3, 4, 5, 2 };
		final boolean[] failed = { false, false, true, false, true, true, false, true, false, true };
		for (int i = 0; i < j.length; i++)
			t.add(new CellTest(j[i], "c" + i, failed[i]));
		double best = Double.NEGATIVE_INFINITY, median = 0, shape = 0;
		for (double m = 1; m < 10; m += 0.005)
			for (double k = 0.3; k < 10; k += 0.01) {
				double l = 0;
				for (int i = 0; i < j.length; i++) {
					final double h = Math.log(2) * Math.pow(j[i] / m, k);
					l += failed[i] ? Math.log(-Math.expm1(-h)) : -h;
				}
				if (l > best) {
					best = l;
					median = m;
					shape = k;
				}
			}
		final WeibullFit f = WeibullFit.of(t, 0.9);
		assertEquals(median, f.medianMaCm2(), 0.01);
		assertEquals(shape, f.shape(), 0.02);
	}

	@Test
	void contradictionsAreRefused() {
		final String message = assertThrows(IllegalArgumentException.class, () -> WeibullFit.of(List.of(new CellTest(5, "a",
			false), new CellTest(4, "a", true)), 0.9)).getMessage();
		assertTrue(message.contains("Specimen a survived 5.0"), message);
		assertThrows(IllegalArgumentException.class, () -> WeibullFit.of(List.of(), 0.9));
		assertThrows(IllegalArgumentException.class, () -> new CellTest(-1, "a", true));
		assertThrows(IllegalArgumentException.class, () -> FailureLimits.of(1, 3, 4, 0.95));
	}

	@Test
	void calibrationFindsThePresetsAndSaysWhatItCannotKnow() {
		final List<StrengthCalibration.Measured> two = List.of(new StrengthCalibration.Measured("83 %", MelvinCells.LOW,
			MelvinCells.LOW_AREA, 1, 0.9, 1), new StrengthCalibration.Measured("99 %", MelvinCells.HIGH, MelvinCells.HIGH_AREA,
				10, 9, 10));
		final StrengthCalibration a = StrengthCalibration.fit(MelvinCells.preset("A"), two);
		assertEquals(155.2, a.strengthMPa(), 0.3);
		assertEquals(162.7, a.each()[0], 0.5);
		assertEquals(148.0, a.each()[1], 0.5);
		assertEquals(4.38, a.exponentForRatio(), 0.01);
		assertEquals(Math.sqrt(1.882), a.worstFactor(), 0.01);
		assertTrue(a.words().contains("Only the product"), a.words());
		assertEquals(543, StrengthCalibration.fit(MelvinCells.preset("B"), two).strengthMPa(), 1.5);
		final StrengthCalibration stack = StrengthCalibration.fit(MelvinCells.preset("A").with(Variable.STACK, 7), two);
		assertEquals(162.2, stack.strengthMPa(), 0.3);
		final StrengthCalibration ends = StrengthCalibration.fit(MelvinCells.preset("A").with(WidthReading.DIAMETER, true,
			true), two);
		assertEquals(183.6, ends.strengthMPa(), 0.5);
		assertEquals(15.7, ends.predictedMaCm2()[1] / ends.predictedMaCm2()[0], 0.05);
		final StrengthCalibration radius = StrengthCalibration.fit(MelvinCells.preset("A").with(WidthReading.RADIUS, false,
			false), two);
		assertEquals(56.8, radius.strengthMPa(), 0.2);
		assertEquals(a.worstFactor(), radius.worstFactor(), 1e-9);
		assertTrue(StrengthCalibration.fit(MelvinCells.preset("A"), two.subList(0, 1)).words().contains("tests nothing"));
	}

	@Test
	void tenTimesThePrefactorGivesTheSameCurrents() {
		final Conditions c = MelvinCells.preset("A");
		final double m = c.creep().exponent();
		final Conditions d = c.with(Variable.CREEP_PREFACTOR, 10 * c.creep().prefactor298()).with(Variable.STRENGTH, c
			.strengthMPa() * Math.pow(10, -1 / m));
		for (final PoreArray a : new PoreArray[] { MelvinCells.LOW, MelvinCells.HIGH })
			assertEquals(new CriticalCurrent(c).ccdMaCm2(a), new CriticalCurrent(d).ccdMaCm2(a), 1e-10);
	}
}
