// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

/** Cosines and sines of equal steps around a circle, computed once for each number of steps. Not for use by two threads. */
final class Compass {

	private double[][] kept = new double[256][];

	/**
	 * Directions 2 pi (i + 1/2) / n.
	 *
	 * @param n steps
	 * @return cosine and sine in turn, 2 n numbers; shared, not to be changed
	 */
	double[] middles(final int n) {
		if (n >= kept.length) kept = java.util.Arrays.copyOf(kept, 2 * n);
		if (kept[n] == null) {
			kept[n] = new double[2 * n];
			for (int i = 0; i < n; i++) {
				kept[n][2 * i] = Math.cos(2 * Math.PI * (i + 0.5) / n);
				kept[n][2 * i + 1] = Math.sin(2 * Math.PI * (i + 0.5) / n);
			}
		}
		return kept[n];
	}
}
