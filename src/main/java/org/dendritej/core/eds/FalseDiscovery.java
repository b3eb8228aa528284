// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import java.util.stream.IntStream;

/**
 * False-discovery rate over many objects (Benjamini &amp; Hochberg, J. R. Stat. Soc. B 57, 289 (1995),
 * doi:10.1111/j.2517-6161.1995.tb02031.x).
 */
public final class FalseDiscovery {

	private FalseDiscovery() {}

	/**
	 * The step-up q values: among all objects with q at most alpha, at most the share alpha is expected to be false.
	 *
	 * @param p one p for each object; NaN = not tested, gets NaN and does not count
	 * @return q, in the order of p
	 */
	public static double[] q(final double[] p) {
		final int[] order = IntStream.range(0, p.length).filter(i -> !Double.isNaN(p[i])).boxed()
			.sorted((a, b) -> Double.compare(p[a], p[b])).mapToInt(Integer::intValue).toArray();
		final double[] q = new double[p.length];
		java.util.Arrays.fill(q, Double.NaN);
		double least = 1;
		for (int r = order.length - 1; r >= 0; r--) {
			least = Math.min(least, p[order[r]] * order.length / (r + 1));
			q[order[r]] = least;
		}
		return q;
	}

	/**
	 * The p that one more object would have needed to be claimed.
	 *
	 * @param q the q values; NaN = not tested
	 * @param alpha the rate
	 * @return alpha (k + 1) / m with k claimed of m tested objects, at most alpha
	 */
	public static double levelOfNext(final double[] q, final double alpha) {
		int tested = 0;
		int claimed = 0;
		for (final double v : q) {
			if (Double.isNaN(v)) continue;
			tested++;
			if (v <= alpha) claimed++;
		}
		return tested == 0 ? alpha : alpha * Math.min(tested, claimed + 1) / tested;
	}
}
