// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Openings of a few voxels, against cracks of known shape. */
class LidOpeningTest {

	private static final int W = 130;

	/** Voxels in each column of a crack of elliptic opening (voxels in the middle) and radius 50 columns, and their middles. */
	private static LidOpening measure(final double most, final boolean blunt, final double phase, final double tilt, final double bowl,
		final double shift)
	{
		final int[] thick = new int[W * W];
		final double[] middle = new double[W * W];
		for (int v = 0; v < W; v++)
			for (int u = 0; u < W; u++) {
				final double x = u - 65 + shift, y = v - 65 - 0.7 * shift, r = Math.hypot(x, y) / 50;
				if (r >= 1) continue;
				final double half = 0.5 * most * (blunt ? 1 : Math.sqrt(1 - r * r)), mid = 40 + phase + tilt * x + bowl * r * r;
				final int from = (int) Math.ceil(mid - half - 0.5), to = (int) Math.floor(mid + half - 0.5);
				thick[v * W + u] = Math.max(0, to - from + 1);
				middle[v * W + u] = 0.5 * (from + to + 1);
			}
		return new LidOpening(W, thick, middle);
	}

	private static int columns(final double most, final double phase, final double tilt, final double bowl, final double shift) {
		int n = 0;
		for (int v = 0; v < W; v++)
			for (int u = 0; u < W; u++) {
				final double x = u - 65 + shift, y = v - 65 - 0.7 * shift, r = Math.hypot(x, y) / 50;
				if (r >= 1) continue;
				final double half = 0.5 * most * Math.sqrt(1 - r * r), mid = 40 + phase + tilt * x + bowl * r * r;
				if (Math.floor(mid + half - 0.5) >= Math.ceil(mid - half - 0.5)) n++;
			}
		return n;
	}

	/** Mean errors over cracks whose middles lie anywhere: neither area nor opening may lean to one side. */
	@ParameterizedTest
	@CsvSource({ "3,0.03,0.03", "3.5,0.015,0.03", "4,0.015,0.025", "5,0.015,0.025", "7,0.015,0.025" })
	void anElasticCrackOfAFewVoxels(final double most, final double ofArea, final double ofOpening) {
		final Random random = new Random(4);
		for (int kind = 0; kind < 3; kind++) {
			double area = 0, opening = 0, raw = 0;
			final int n = 40;
			for (int k = 0; k < n; k++) {
				final double phase = random.nextDouble(), tilt = kind == 1 ? 0.03 + 0.05 * random.nextDouble() : 0, bowl = kind == 2 ? 3 * random
					.nextDouble() : 0, shift = random.nextDouble();
				final LidOpening o = measure(most, false, phase, tilt, bowl, shift);
				final double seen = columns(most, phase, tilt, bowl, shift) / (Math.PI * 2500);
				raw += (seen - 1) / n;
				area += (o.areaRatio * seen - 1) / n;
				opening += (o.meanVoxels / (2 * most / 3) - 1) / n;
			}
			final String what = "flat, inclined or bowl " + kind + ": area " + area + " (seen " + raw + "), opening " + opening;
			assertEquals(0, area, ofArea, what);
			assertEquals(0, opening, ofOpening, what);
			assertTrue(Math.abs(area) < Math.abs(raw) + 0.003, what);
		}
	}

	@Test
	void aBluntCrackIsLeftAlone() {
		final Random random = new Random(5);
		for (int k = 0; k < 50; k++) {
			final double most = 2 + 4 * random.nextDouble(), tilt = 0.03 + 0.05 * random.nextDouble();
			final LidOpening o = measure(most, true, random.nextDouble(), tilt, 0, 0);
			assertEquals(1, o.areaRatio, 0.015);
			assertEquals(most, o.meanVoxels, 0.04 * most);
		}
	}

	@Test
	void whatIsThinnerThanTwoVoxelsIsSaidToBeUnresolved() {
		assertFalse(measure(1.5, false, 0.3, 0.04, 1, 0).resolved);
		assertTrue(measure(5, false, 0.3, 0.04, 1, 0).resolved);
	}

	@Test
	void thresholdsFollowTheMiddle() {
		// middle on a voxel's centre: 1 voxel from the start, 2 and 3 together at an opening of 2
		assertEquals(0, LidOpening.threshold(1, 0), 0);
		assertEquals(2, LidOpening.threshold(2, 0), 0);
		assertEquals(2, LidOpening.threshold(3, 0), 0);
		// middle between two voxels: both from an opening of 1 on
		assertEquals(1, LidOpening.threshold(1, 0.5), 0);
		assertEquals(1, LidOpening.threshold(2, 0.5), 0);
		assertEquals(3, LidOpening.threshold(3, 0.5), 0);
	}
}
