// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.Arrays;

import org.apache.commons.math3.util.KthSelector;

/** The middle of a list of numbers, found without sorting all of them: in linear time on average. */
final class Median {

	private Median() {}

	/**
	 * The median.
	 *
	 * @param v numbers, none of them NaN; their order may change
	 * @param n how many of them count
	 * @return the middle one, or the mean of the two in the middle; NaN of none
	 */
	static double of(final double[] v, final int n) {
		if (n == 0) return Double.NaN;
		final double[] own = n == v.length ? v : Arrays.copyOf(v, n);
		final double upper = new KthSelector().select(own, null, n / 2);
		if (n % 2 == 1) return upper;
		// smaller ones have come to lie before it
		double lower = own[0];
		for (int i = 1; i < n / 2; i++)
			lower = Math.max(lower, own[i]);
		return 0.5 * (lower + upper);
	}
}
