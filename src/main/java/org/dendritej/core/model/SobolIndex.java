// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

/** Share of a variance that one input explains alone, from draws in which only that input is exchanged. */
final class SobolIndex {

	private SobolIndex() {}

	/**
	 * First-order index. Of the two usual estimators each is exact at one end: Saltelli's (2010) for an input without
	 * effect, Jansen's (1999) for an input that explains all; so the small ones are taken from the first, the large ones
	 * from the second.
	 *
	 * @param a results of the first set of draws
	 * @param b results of the second
	 * @param mixed results of the first with this input taken from the second
	 * @return 0 to 1; 0 if nothing varies
	 */
	static double firstOrder(final double[] a, final double[] b, final double[] mixed) {
		final int n = a.length;
		double mean = 0, variance = 0, saltelli = 0, jansen = 0;
		for (int i = 0; i < n; i++)
			mean += (a[i] + b[i]) / (2 * n);
		for (int i = 0; i < n; i++) {
			variance += ((a[i] - mean) * (a[i] - mean) + (b[i] - mean) * (b[i] - mean)) / (2 * n);
			saltelli += (b[i] - mean) * (mixed[i] - a[i]) / n;
			jansen += (b[i] - mixed[i]) * (b[i] - mixed[i]) / (2 * n);
		}
		// rounding alone: nothing varies
		if (!(variance > 1e-24 * (1 + mean * mean))) return 0;
		final double s = saltelli / variance < 0.5 ? saltelli / variance : 1 - jansen / variance;
		return Math.min(1, Math.max(0, s));
	}
}
