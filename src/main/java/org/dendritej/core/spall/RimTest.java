// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.Arrays;
import java.util.BitSet;

import org.apache.commons.math3.special.Beta;

/**
 * Decides whether an ellipse is seen more clearly than the image's own texture would show one by chance.
 * <p>
 * A-contrario test (Desolneux, Moisan and Morel, IJCV 2000, doi:10.1023/A:1026593302236). The outline is cut into sectors
 * of three pixels; a sector is hit when an edge point lies in it whose normal agrees with the outline's within 22.5
 * degrees. The chance of a hit is measured, not assumed: the same ellipse is laid at 32 places around, where it should
 * hit nothing but texture. Their mean and their scatter beyond the binomial give a beta distribution of p: in noise it is
 * narrow; among grains and scratches, whose edges hit many sectors in a row, it is wide, and a rim must be all the more
 * complete. The tail P(at least k of n) is Chernoff's bound exp(-n KL(k/n, p)), which is never too small, averaged over
 * that distribution, and multiplied by the number of ellipses that the image offers: the expected number of false alarms.
 * Four contrast ranks are tried and paid for.
 */
final class RimTest {

	private static final double ALIGNED = Math.cos(Math.PI / 8);
	private static final int PLACES = 32;
	/** Places after which a hopeless ellipse is given up. */
	private static final int FIRST = 8;
	/** Orientations and aspects of ellipses that count as different. */
	private static final double SHAPES = 32;

	private final EdgePoints p;
	private final Compass compass = new Compass();

	RimTest(final EdgePoints points) {
		p = points;
	}

	/**
	 * What the test found.
	 *
	 * @param log10Alarms log10 of the expected number of equally clear ellipses in texture
	 * @param closure share of the sectors inside the image that are hit beyond chance
	 * @param inside share of the outline that lies in the tile
	 * @param seen whether each sector is hit at the rank that decided
	 * @param support trials, chance of a hit and offers of that decision, to weigh fewer hits later
	 */
	record Verdict(double log10Alarms, double closure, double inside, BitSet seen, Support support) {}

	/**
	 * What a decision rested on.
	 *
	 * @param sectors sectors of the outline
	 * @param n sectors inside the tile
	 * @param p mean chance of a hit
	 * @param excess variance of that chance from place to place, beyond the binomial
	 * @param log10Offers log10 of the ellipses offered
	 */
	record Support(int sectors, int n, double p, double excess, double log10Offers) {

		/**
		 * Weighs another number of hits.
		 *
		 * @param k sectors hit
		 * @return log10 of the expected false alarms
		 */
		double log10Alarms(final int k) {
			return mixed(n, k, p, excess) + log10Offers;
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

	private static final Verdict NOTHING = new Verdict(0, 0, 0, new BitSet(), new Support(1, 1, 1, 0, 0));

	/**
	 * Number of ellipses that an area offers, for one band of radii.
	 *
	 * @param areaUm2 area, um2
	 * @param r radius of the band, um
	 * @return independent positions times shapes times ranks
	 */
	static double offers(final double areaUm2, final double r) {
		return areaUm2 / (0.01 * r * r) * SHAPES * EdgePoints.RANKS;
	}

	/** Half width of the search band, um. */
	private double reach(final Ellipse e) {
		return Math.max(1.5 * Math.max(p.px, p.py), 0.06 * e.radiusUm());
	}

	private int sectors(final Ellipse e) {
		return Math.max(8, (int) Math.round(e.perimeterUm() / (3 * Math.sqrt(p.px * p.py))));
	}

	/**
	 * Counts hit sectors.
	 *
	 * @param e outline in the tile, um
	 * @param hits receives hits at rank 1..4 in [1..4] and the sectors inside the tile in [0]
	 * @param ranks receives the rank of each sector, or null
	 * @param tested the outline under test, when e is a place beside it, or null: its own edge points say nothing about the
	 *          texture around it, so that sectors on it are left out
	 */
	private void count(final Ellipse e, final int[] hits, final byte[] ranks, final Ellipse tested) {
		final int n = sectors(e);
		final double reach = reach(e), apart = tested == null ? 0 : reach + reach(tested);
		final int m = (int) Math.ceil(reach / Math.min(p.px, p.py));
		final double[] way = compass.middles(3 * n);
		final double ca = Math.cos(e.angle()), sa = Math.sin(e.angle());
		Arrays.fill(hits, 0);
		for (int j = 0; j < n; j++) {
			int best = -1;
			for (int i = 3 * j; i < 3 * j + 3; i++) {
				final double ct = way[2 * i], st = way[2 * i + 1], u = e.bUm() * ct, v = e.aUm() * st;
				final double f = 1 / Math.sqrt(u * u + v * v), nx = f * (ca * u - sa * v), ny = f * (sa * u + ca * v);
				final double x = e.xUm() + ca * e.aUm() * ct - sa * e.bUm() * st, y = e.yUm() + sa * e.aUm() * ct + ca * e.bUm()
					* st;
				if (tested != null && i == 3 * j + 1 && Math.abs(tested.distance(x, y)) < apart) {
					best = -1;
					break;
				}
				best = Math.max(best, along(x, y, nx, ny, reach, m));
			}
			if (best < 0) continue;
			hits[0]++;
			if (ranks != null) ranks[j] = (byte) best;
			for (int r = 1; r <= best; r++)
				hits[r]++;
		}
	}

	/** Best rank on a stretch of normal whose direction agrees; -1 if the stretch lies outside the tile. */
	private int along(final double cx, final double cy, final double nx, final double ny, final double reach, final int m) {
		final double stepX = nx * reach / m / p.px, stepY = ny * reach / m / p.py, x0 = cx / p.px, y0 = cy / p.py;
		int best = -1;
		for (int k = -m; k <= m && best < EdgePoints.RANKS; k++) {
			final int x = (int) (x0 + k * stepX), y = (int) (y0 + k * stepY);
			if (x < 1 || y < 1 || x >= p.w - 1 || y >= p.h - 1) continue;
			final int i = y * p.w + x, r = p.rank[i];
			if (best < 0) best = 0;
			if (r <= best) continue;
			final double a = p.gx[i], b = p.gy[i], c = a * nx + b * ny;
			if (c * c >= ALIGNED * ALIGNED * (a * a + b * b)) best = r;
		}
		return best;
	}

	/**
	 * A quick look without the surroundings: log10 of the chance at the density of edge points of an even texture.
	 *
	 * @param e outline in the tile, um
	 * @return log10 p, 0 or less
	 */
	double quick(final Ellipse e) {
		final int[] hits = new int[EdgePoints.RANKS + 1];
		count(e, hits, null, null);
		if (hits[0] < 6) return 0;
		final double cell = 2 * reach(e) * 3 / Math.sqrt(p.px * p.py) * 0.25;
		// thinned points per pixel at the four quantiles of an even texture
		final double[] density = { 0, 0.08, 0.045, 0.024, 0.01 };
		double best = 0;
		for (int r = 1; r <= EdgePoints.RANKS; r++)
			best = Math.min(best, tail(hits[0], hits[r], 1 - Math.exp(-density[r] * cell)));
		return best;
	}

	/**
	 * The full test.
	 *
	 * @param e outline in the tile, um
	 * @param log10Offers log10 of the number of ellipses that the whole search offers
	 * @param log10Limit log10 of the false alarms allowed; an ellipse that cannot get there is given up early
	 * @return the verdict
	 */
	Verdict of(final Ellipse e, final double log10Offers, final double log10Limit) {
		final int[] own = new int[EdgePoints.RANKS + 1], other = new int[EdgePoints.RANKS + 1];
		final byte[] ranks = new byte[sectors(e)];
		count(e, own, ranks, null);
		if (own[0] < 6) return NOTHING;
		final double[] sum = new double[EdgePoints.RANKS + 1], square = new double[EdgePoints.RANKS + 1];
		int places = 0;
		double total = 0;
		for (int i = 0; i < PLACES; i++) {
			if (i == FIRST && hopeless(own, sum, places, total, log10Limit - log10Offers)) return NOTHING;
			// near and far places in turn, spread around from the start
			final int k = 3 * i % PLACES;
			final double d = e.radiusUm() * (k % 2 == 0 ? 1.35 : 1.9), a = 2 * Math.PI * (k + 0.3) / PLACES;
			count(e.shifted(d * Math.cos(a), d * Math.sin(a)), other, null, e);
			if (other[0] < 6) continue;
			places++;
			total += other[0];
			for (int r = 1; r <= EdgePoints.RANKS; r++) {
				final double f = other[r] / (double) other[0];
				sum[r] += f;
				square[r] += f * f;
			}
		}
		Support best = null;
		int rank = 0;
		double alarms = 0;
		for (int r = 1; r <= EdgePoints.RANKS; r++) {
			final double n0 = places == 0 ? 1 : total / places;
			final double p0 = Math.min(1, (sum[r] + 0.5 / n0) / (places + 1 / n0));
			final double var = places < 4 ? 0 : Math.max(0, (square[r] - sum[r] * sum[r] / places) / (places - 1));
			// p is known no better than the trials around allow, however even the places look
			final Support s = new Support(ranks.length, own[0], p0, Math.max(p0 * (1 - p0) / (total + 2), var - p0 * (1 - p0)
				/ n0), log10Offers);
			if (best == null || s.log10Alarms(own[r]) < alarms) {
				best = s;
				rank = r;
				alarms = s.log10Alarms(own[r]);
			}
		}
		final BitSet seen = new BitSet(ranks.length);
		for (int j = 0; j < ranks.length; j++)
			seen.set(j, ranks[j] >= rank);
		return new Verdict(alarms, best.closure(own[rank]), own[0] / (double) ranks.length, seen, best);
	}

	/** Whether even an even texture, two standard deviations poorer in edges than the first places, would allow too many. */
	private static boolean hopeless(final int[] own, final double[] sum, final int places, final double total,
		final double limit)
	{
		if (places < FIRST / 2) return false;
		for (int r = 1; r <= EdgePoints.RANKS; r++) {
			final double p = (sum[r] + 0.5 * places / total) / places, least = Math.max(0.1 / total, p - 2 * Math.sqrt(p * Math
				.max(0, 1 - p) / total));
			if (tail(own[0], own[r], least) <= limit) return false;
		}
		return true;
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
