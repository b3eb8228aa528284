// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;

/**
 * Exact tests of a Poisson count against a background.
 * <p>
 * Measured background: n counts in the object, nb in the background, and without magnesium the mean in the object is
 * {@code scale} times the mean in the background. Given n + nb, n is binomial with probability scale / (1 + scale)
 * (Przyborowski &amp; Wilenski, Biometrika 31, 313 (1940), doi:10.1093/biomet/31.3-4.313), so the test needs no estimate of
 * the background and never claims more often than its level. Known background: the Poisson tail itself.
 */
public final class PoissonTest {

	private PoissonTest() {}

	/**
	 * Probability of n or more counts in the object when it holds no magnesium, given n + nb.
	 *
	 * @param n counts in the object
	 * @param nb counts in the background
	 * @param scale expected counts in the object for one count in the background, &gt; 0
	 * @return p, 0 to 1
	 */
	public static double upper(final long n, final long nb, final double scale) {
		check(n, nb, scale);
		return n == 0 ? 1 : Beta.regularizedBeta(scale / (1 + scale), n, nb + 1.0);
	}

	/**
	 * Probability of n or fewer counts in the object when it has the mean of the background, given n + nb.
	 *
	 * @param n counts in the object
	 * @param nb counts in the background
	 * @param scale expected counts in the object for one count in the background, &gt; 0
	 * @return p, 0 to 1
	 */
	public static double lower(final long n, final long nb, final double scale) {
		check(n, nb, scale);
		return nb == 0 ? 1 : Beta.regularizedBeta(1 / (1 + scale), nb, n + 1.0);
	}

	/**
	 * Probability of n or more counts when the mean is known.
	 *
	 * @param n counts
	 * @param mean expected counts, &gt;= 0
	 * @return p, 0 to 1
	 */
	public static double upperKnown(final long n, final double mean) {
		if (!(mean >= 0)) throw new IllegalArgumentException("A mean of " + mean
			+ " counts is not possible; an expected background must be 0 or more.");
		if (n <= 0) return 1;
		return mean == 0 ? 0 : Gamma.regularizedGammaP(n, mean);
	}

	/**
	 * Fewest counts in the object that are significant against a measured background.
	 *
	 * @param nb counts in the background
	 * @param scale as in {@link #upper}
	 * @param level largest p that counts as significant, 0 to 1
	 * @return the smallest n with upper(n, nb, scale) &lt;= level
	 */
	public static long critical(final long nb, final double scale, final double level) {
		final double b = scale * nb;
		final double z = Math.max(0, normalQuantile(1 - level));
		return firstSignificant((long) (b + z * Math.sqrt(b * (1 + scale))), level, n -> upper(n, nb, scale));
	}

	/**
	 * Fewest counts in the object that are significant against a known background.
	 *
	 * @param mean expected counts
	 * @param level largest p that counts as significant, 0 to 1
	 * @return the smallest n with upperKnown(n, mean) &lt;= level
	 */
	public static long criticalKnown(final double mean, final double level) {
		final double z = Math.max(0, normalQuantile(1 - level));
		return firstSignificant((long) (mean + z * Math.sqrt(mean)), level, n -> upperKnown(n, mean));
	}

	/**
	 * Quantile of the standard normal distribution.
	 *
	 * @param probability 0 to 1
	 * @return z
	 */
	static double normalQuantile(final double probability) {
		return Math.sqrt(2) * Erf.erfInv(2 * probability - 1);
	}

	private interface Tail {

		double at(long n);
	}

	/** The tail falls with n: widen a bracket around the guess, then halve it. */
	private static long firstSignificant(final long guess, final double level, final Tail tail) {
		if (!(level > 0 && level < 1)) throw new IllegalArgumentException("A significance level of " + level
			+ " is not possible; give a value between 0 and 1, such as 0.05.");
		long low = guess;
		long high = guess + 1;
		for (long step = 2; low > 0 && tail.at(low) <= level; step *= 2) {
			high = low;
			low -= step;
		}
		low = Math.max(low, 0);
		for (long step = 2; tail.at(high) > level; step *= 2) {
			low = high;
			high += step;
		}
		while (high - low > 1) {
			final long mid = (low + high) >>> 1;
			if (tail.at(mid) <= level) high = mid;
			else low = mid;
		}
		return high;
	}

	private static void check(final long n, final long nb, final double scale) {
		if (n < 0 || nb < 0) throw new IllegalArgumentException("Counts of " + n + " and " + nb
			+ " cannot be tested; counts must be 0 or more.");
		if (!(scale > 0) || Double.isInfinite(scale)) throw new IllegalArgumentException("A background scale of " + scale
			+ " is not possible; it must be positive (object pixels over background pixels).");
	}
}
