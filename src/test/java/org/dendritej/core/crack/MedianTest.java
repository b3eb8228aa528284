// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

/** The selection against sorting, on lists with and without equal numbers. */
class MedianTest {

	@Test
	void isThatOfTheSortedList() {
		final Random random = new Random(50);
		for (int i = 0; i < 3000; i++) {
			final int n = 1 + random.nextInt(i % 10 == 0 ? 2000 : 90);
			final int different = 1 + random.nextInt(300);
			final double[] v = new double[n + 3];
			for (int k = 0; k < v.length; k++)
				v[k] = i % 3 == 0 ? random.nextGaussian() : i % 3 == 1 ? random.nextInt(different) - 5 : k * (i % 2 == 0 ? 1 : -1);
			final double[] sorted = Arrays.copyOf(v, n);
			Arrays.sort(sorted);
			assertEquals(0.5 * (sorted[(n - 1) / 2] + sorted[n / 2]), Median.of(v, n), "list " + i);
			final double[] same = Arrays.copyOf(v, n);
			Arrays.sort(same);
			assertEquals(Arrays.toString(sorted), Arrays.toString(same), "the numbers stay the same ones");
		}
	}

	@Test
	void ofNothingIsNotANumber() {
		assertEquals(Double.NaN, Median.of(new double[4], 0));
		assertEquals(7, GreyWidth.median(new double[] { Double.NaN, 6, 8, Double.NaN }));
	}
}
