// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Decides whether an ellipse is seen more clearly than the image's own texture would show one by chance.
 * <p>
 * A-contrario test (Desolneux, Moisan and Morel, IJCV 2000, doi:10.1023/A:1026593302236). The outline is cut into sectors
 * of three pixels; a sector is hit when an edge point lies in it whose normal agrees with the outline's within 22.5
 * degrees. The chance of a hit is measured, not assumed: the same ellipse is laid at 32 places around, where it should
 * hit nothing but texture. Their mean and their scatter beyond the binomial give a beta distribution of p: in noise it is
 * narrow; among grains and scratches, whose edges hit many sectors in a row, it is wide, and a rim must be all the more
 * complete. Sectors that lie on the tested outline itself are left out there. Edges that run along one direction are held
 * against the sectors of that direction. The tail P(at least k of n) is Chernoff's bound exp(-n KL(k/n, p)), which is never
 * too small, averaged over that distribution, and multiplied by the number of ellipses that the image offers: the expected
 * number of false alarms. Four contrast ranks are tried and paid for. Cost: 33 walks around the outline, fewer for hopeless
 * ones.
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
	record Verdict(double log10Alarms, double closure, double inside, BitSet seen, HitChance.Support support) {}

	private static final Verdict NOTHING = new Verdict(0, 0, 0, new BitSet(), new HitChance.Support(1, 1, 1, 0, 1, 0));

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
	 * @param ranks receives the rank of each sector, -1 for one left out, or null
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
			if (ranks != null) ranks[j] = (byte) best;
			if (best < 0) continue;
			hits[0]++;
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
			best = Math.min(best, HitChance.tail(hits[0], hits[r], 1 - Math.exp(-density[r] * cell)));
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
		final byte[][] around = new byte[PLACES][];
		count(e, own, ranks, null);
		if (own[0] < 6) return NOTHING;
		final double[] sum = new double[EdgePoints.RANKS + 1];
		final double[][] share = new double[PLACES][];
		int places = 0;
		double total = 0;
		for (int i = 0; i < PLACES; i++) {
			if (i == FIRST && hopeless(own, sum, places, total, log10Limit - log10Offers)) return NOTHING;
			// near and far places in turn, spread around from the start
			final int k = 3 * i % PLACES;
			final double d = e.radiusUm() * (k % 2 == 0 ? 1.35 : 1.9), a = 2 * Math.PI * (k + 0.3) / PLACES;
			final byte[] there = new byte[ranks.length];
			count(e.shifted(d * Math.cos(a), d * Math.sin(a)), other, there, e);
			if (other[0] < 6) continue;
			around[k] = there;
			places++;
			total += other[0];
			share[k] = new double[EdgePoints.RANKS + 1];
			for (int r = 1; r <= EdgePoints.RANKS; r++) {
				share[k][r] = other[r] / (double) other[0];
				sum[r] += share[k][r];
			}
		}
		HitChance.Support best = null;
		int rank = 0;
		double alarms = 0;
		for (int r = 1; r <= EdgePoints.RANKS; r++) {
			final HitChance.Support s = support(share, r, places == 0 ? 1 : total / places, ranks.length, own[0], log10Offers);
			if (best == null || s.log10Alarms(own[r]) < alarms) {
				best = s;
				rank = r;
				alarms = s.log10Alarms(own[r]);
			}
		}
		final double credit = credit(e, ranks, around, rank);
		best = new HitChance.Support(best.sectors(), best.n(), best.p(), best.excess(), credit, log10Offers);
		alarms = best.log10Alarms(own[rank]);
		final BitSet seen = new BitSet(ranks.length);
		for (int j = 0; j < ranks.length; j++)
			seen.set(j, ranks[j] >= rank);
		return new Verdict(alarms, best.closure(own[rank]), own[0] / (double) ranks.length, seen, best);
	}

	/**
	 * Mean and scatter of the hits around. Where one half of the surroundings is busier than the other by more than three standard
	 * deviations, the ellipse lies at the edge of a texture, and the busier half is what it must stand out from.
	 */
	private static HitChance.Support support(final double[][] share, final int r, final double n0, final int sectors, final int n,
		final double log10Offers)
	{
		final double[] all = moments(share, r, 0, PLACES);
		double[] use = all;
		for (int from = 0; from < PLACES; from++) {
			final double[] half = moments(share, r, from, PLACES / 2), rest = moments(share, r, from + PLACES / 2, PLACES / 2);
			if (half[0] < 4 || rest[0] < 4 || half[1] <= use[1]) continue;
			final double noise = all[1] * (1 - all[1]) / n0, sd = Math.sqrt((noise + half[2]) / half[0] + (noise + rest[2]) / rest[0]);
			if (half[1] - rest[1] > 3 * sd) use = half;
		}
		final double p0 = Math.min(1, (use[0] * use[1] + 0.5 / n0) / (use[0] + 1 / n0));
		final double var = use[0] < 4 ? 0 : use[2];
		// p is known no better than the trials around allow, however even the places look
		return new HitChance.Support(sectors, n, p0, Math.max(p0 * (1 - p0) / (use[0] * n0 + 2), var - p0 * (1 - p0) / n0), 1, log10Offers);
	}

	/** Number, mean and variance of the shares of places next to each other. */
	private static double[] moments(final double[][] share, final int r, final int from, final int count) {
		double n = 0, s = 0, q = 0;
		for (int i = from; i < from + count; i++) {
			final double[] f = share[i % PLACES];
			if (f == null) continue;
			n++;
			s += f[r];
			q += f[r] * f[r];
		}
		return new double[] { n, n == 0 ? 0 : s / n, n < 2 ? 0 : Math.max(0, (q - s * s / n) / (n - 1)) };
	}

	/**
	 * Share of the evidence that is left when the sectors are held against the texture direction by direction: where edges run along one
	 * direction, sectors along it are hit by chance more often than the mean, and hits there count for less. Four classes of
	 * the normal; sum of n KL over the classes, over n KL of all.
	 */
	private double credit(final Ellipse e, final byte[] ranks, final byte[][] around, final int rank) {
		final double[] n = new double[5], k = new double[5], m = new double[5], h = new double[5];
		final double[] at = new double[4];
		for (int j = 0; j < ranks.length; j++) {
			e.at(2 * Math.PI * (j + 0.5) / ranks.length, at);
			final int c = (int) Math.round(4 * Math.atan2(at[3], at[2]) / Math.PI) & 3;
			if (ranks[j] >= 0) n[c]++;
			if (ranks[j] >= rank) k[c]++;
			for (final byte[] other : around) {
				if (other == null || other[j] < 0) continue;
				m[c]++;
				if (other[j] >= rank) h[c]++;
			}
		}
		for (int c = 0; c < 4; c++) {
			n[4] += n[c];
			k[4] += k[c];
			m[4] += m[c];
			h[4] += h[c];
		}
		double parts = 0;
		for (int c = 0; c < 4; c++)
			if (n[c] > 0) parts += HitChance.tail(n[c], k[c], (h[c] + 0.5) / (m[c] + 1));
		final double all = n[4] == 0 ? 0 : HitChance.tail(n[4], k[4], (h[4] + 0.5) / (m[4] + 1));
		return all < 0 ? Math.min(1, parts / all) : 1;
	}

	/** Whether even an even texture, two standard deviations poorer in edges than the first places, would allow too many. */
	private static boolean hopeless(final int[] own, final double[] sum, final int places, final double total,
		final double limit)
	{
		if (places < FIRST / 2) return false;
		for (int r = 1; r <= EdgePoints.RANKS; r++) {
			final double p = (sum[r] + 0.5 * places / total) / places, least = Math.max(0.1 / total, p - 2 * Math.sqrt(p * Math
				.max(0, 1 - p) / total));
			if (HitChance.tail(own[0], own[r], least) <= limit) return false;
		}
		return true;
	}
}
