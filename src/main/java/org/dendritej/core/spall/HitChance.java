// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import org.apache.commons.math3.special.Beta;

/** Chances of sectors hit: binomial tails, averaged over what is not known of the chance of one hit. */
final class HitChance {

	private HitChance() {}

	/**
	 * What a decision rested on.
	 *
	 * @param sectors sectors of the outline
	 * @param n sectors inside the tile
	 * @param p mean chance of a hit
	 * @param excess variance of that chance from place to place, beyond the binomial
	 * @param credit share of the evidence that is left when each direction of edges is held against its own frequency, 0 to 1
	 * @param log10Offers log10 of the ellipses offered
	 */
	record Support(int sectors, int n, double p, double excess, double credit, double log10Offers) {

		/**
		 * Weighs another number of hits.
		 *
		 * @param k sectors hit
		 * @return log10 of the expected false alarms
		 */
		double log10Alarms(final int k) {
			return credit * mixed(n, k, p, excess) + log10Offers;
		}

		/**
		 * Share of sectors hit beyond chance.
		 *
		 * @param k sectors hit
		 * @return 0 to 1
		 */
		double closure(final int k) {
			return p >= 1 ? 0 : Math.max(0, (k / (double) n - p) / (1 - p));
		}
	}

	/**
	 * The tail averaged over a beta distribution of p with given mean and variance.
	 *
	 * @param n trials
	 * @param k successes
	 * @param mean mean of p
	 * @param variance variance of p; 0 = p is known
	 * @return log10 of the probability, at most 0
	 */
	static double mixed(final double n, final double k, final double mean, final double variance) {
		if (mean <= 0 || mean >= 1 || variance <= 1e-9 * mean * (1 - mean)) return tail(n, k, mean);
		final double both = mean * (1 - mean) / variance - 1;
		// a scatter wider than any beta distribution with a peak: p may be anything
		if (both <= 0) return 0;
		final double a = mean * both, b = (1 - mean) * both, norm = Beta.logBeta(a, b), wide = Math.sqrt(1 / a + 1 / b);
		// even steps in the logit of p; the integrand's peak lies between the mean and the share that was hit, and no step is
		// wider than the narrowest structure, the beta distribution's own width
		final double from = logit(mean) - 8 * wide, to = logit(Math.max(mean, Math.min(k / n, 1 - 1e-6))) + 8 * wide;
		final int steps = (int) Math.min(2000, Math.max(60, Math.ceil(3 * (to - from) / Math.min(wide, 1 / Math.sqrt(n)))));
		double sum = 0, top = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < steps; i++) {
			final double x = from + (to - from) * (i + 0.5) / steps, e = Math.exp(-Math.abs(x)), l = -Math.log1p(e);
			// log p and log (1 - p) without loss at either end
			final double lp = x < 0 ? x + l : l, lq = x < 0 ? l : l - x, p = Math.exp(lp);
			final double term = a * lp + b * lq - norm + Math.log(10) * tail(n, k, p);
			if (term > top) {
				sum = sum * Math.exp(top - term) + 1;
				top = term;
			}
			else sum += Math.exp(term - top);
		}
		return Math.min(0, (top + Math.log(sum * (to - from) / steps)) / Math.log(10));
	}

	private static double logit(final double p) {
		return Math.log(p / (1 - p));
	}

	/**
	 * Chernoff bound of the binomial's upper tail.
	 *
	 * @param n trials, may be broken
	 * @param k successes
	 * @param p chance of one
	 * @return log10 of the bound; 0 if k is not above the mean
	 */
	static double tail(final double n, final double k, final double p) {
		final double f = k / n;
		if (f <= p) return 0;
		if (p <= 0) return Double.NEGATIVE_INFINITY;
		final double kl = f * Math.log(f / p) + (f < 1 ? (1 - f) * Math.log((1 - f) / (1 - p)) : 0);
		return -n * kl / Math.log(10);
	}
}
