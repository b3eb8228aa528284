// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.Arrays;

/** The middle of a list of numbers, found without sorting all of them: in linear time on average. */
final class Median {

	/** Ranges up to this are sorted. */
	private static final int FEW = 24;

	private Median() {}

	/**
	 * The median.
	 *
	 * @param v numbers, none of them NaN; their order is changed
	 * @param n how many of them count
	 * @return the middle one, or the mean of the two in the middle; NaN of none
	 */
	static double of(final double[] v, final int n) {
		if (n == 0) return Double.NaN;
		final double upper = select(v, n, n / 2);
		if (n % 2 == 1) return upper;
		double lower = v[0];
		for (int i = 1; i < n / 2; i++)
			lower = Math.max(lower, v[i]);
		return 0.5 * (lower + upper);
	}

	/** The k-th smallest from 0; smaller ones come to lie before it and larger ones behind it (Hoare's selection). */
	private static double select(final double[] v, final int n, final int k) {
		int low = 0;
		int high = n - 1;
		while (high - low >= FEW) {
			final double a = v[low], b = v[low + high >>> 1], c = v[high];
			final double pivot = Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
			int i = low;
			int j = high;
			while (i <= j) {
				while (v[i] < pivot)
					i++;
				while (v[j] > pivot)
					j--;
				if (i > j) break;
				final double t = v[i];
				v[i++] = v[j];
				v[j--] = t;
			}
			if (k <= j) high = j;
			else if (k >= i) low = i;
			else return v[k];
		}
		Arrays.sort(v, low, high + 1);
		return v[k];
	}
}
