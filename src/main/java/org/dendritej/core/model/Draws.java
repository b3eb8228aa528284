// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Random numbers that depend only on seed, draw and factor, so that threads and order change nothing; and quantiles. */
final class Draws {

	private Draws() {}

	/** Generator of one factor in one draw. */
	static SplittableRandom random(final long seed, final long draw, final long factor) {
		return new SplittableRandom(mix(mix(mix(seed + 0x9E3779B97F4A7C15L) ^ draw * 0xD1342543DE82EF95L) ^ factor *
			0xAF251AF3B0F025B5L));
	}

	/** Stafford's variant 13 of the 64-bit finalizer. */
	private static long mix(final long x) {
		long z = (x ^ x >>> 30) * 0xBF58476D1CE4E5B9L;
		z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
		return z ^ z >>> 31;
	}

	/** Quantile by linear interpolation between order statistics (type 7). */
	static double quantile(final double[] sorted, final double p) {
		final double h = (sorted.length - 1) * p;
		final int i = (int) Math.floor(h);
		if (i + 1 >= sorted.length) return sorted[sorted.length - 1];
		// equal neighbours first: infinity minus infinity is no number
		return sorted[i] == sorted[i + 1] ? sorted[i] : sorted[i] + (h - i) * (sorted[i + 1] - sorted[i]);
	}

	/** 5 %, 50 % and 95 %. */
	static double[] interval(final double[] values) {
		final double[] s = values.clone();
		Arrays.sort(s);
		return new double[] { quantile(s, 0.05), quantile(s, 0.5), quantile(s, 0.95) };
	}

	/** Standard deviation of the logarithm for a range that is read as 5 to 95 %. */
	static double sdOfLog(final double low, final double high) {
		return low > 0 && high > low ? Math.log(high / low) / (2 * 1.6448536269514722) : 0;
	}
}
