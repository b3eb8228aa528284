// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.record.LargeRule;
import org.dendritej.core.record.Pore;

/**
 * Largest radius and mean separation of the large pores: what the published model takes from an image (Melvin et al.
 * 2025). The radius is that of the sphere of equal volume; the separation is the mean over the large pores of the
 * distance from centre to centre of the nearest other large pore.
 *
 * @param rule reading of "large"
 * @param largest the pore with the largest radius
 * @param large the large pores
 * @param nearestUm nearest distance of each of them, um
 */
public record LargestPores(LargeRule rule, Pore largest, List<Pore> large, double[] nearestUm) {

	/**
	 * Measures.
	 *
	 * @param pores at least one pore
	 * @param rule reading of "large"
	 * @return the estimate; cost about n^(5/3) of the large pores
	 * @throws IllegalArgumentException if there is no pore
	 */
	public static LargestPores of(final List<Pore> pores, final LargeRule rule) {
		if (pores.isEmpty()) throw new IllegalArgumentException(
			"The sample has 0 pores; label another image or type poreradius= and poreseparation=.");
		Pore largest = pores.get(0);
		for (final Pore p : pores)
			if (p.radiusEqUm() > largest.radiusEqUm()) largest = p;
		final List<Pore> large = new ArrayList<>();
		for (final Pore p : pores)
			if (rule.isLarge(p.radiusEqUm(), largest.radiusEqUm())) large.add(p);
		final double[] nearest = nearest(large);
		return new LargestPores(rule, largest, List.copyOf(large), nearest);
	}

	/** Nearest distances: sorted along x, a search ends where the distance along x alone exceeds the best so far. */
	private static double[] nearest(final List<Pore> large) {
		final int n = large.size();
		final Integer[] order = new Integer[n];
		for (int i = 0; i < n; i++)
			order[i] = i;
		Arrays.sort(order, Comparator.comparingDouble(i -> large.get(i).centroidUm().x()));
		final double[] nearest = new double[n];
		for (int i = 0; i < n; i++) {
			final Vec3 c = large.get(order[i]).centroidUm();
			double best = Double.POSITIVE_INFINITY;
			for (final int step : new int[] { -1, 1 })
				for (int k = i + step; k >= 0 && k < n; k += step) {
					final Vec3 o = large.get(order[k]).centroidUm();
					if (Math.abs(o.x() - c.x()) >= best) break;
					best = Math.min(best, c.distance(o));
				}
			nearest[order[i]] = best;
		}
		return nearest;
	}

	/**
	 * The largest radius as an input.
	 *
	 * @return um, with the standard deviation of that pore's radius
	 */
	public Input radius() {
		final double sd = largest.radiusEqSdUm();
		return new Input(Variable.PORE_RADIUS, largest.radiusEqUm(), Double.isNaN(sd) ? 0 : sd, "largest pore: label " +
			largest.label() + (largest.touchesBorder() ? ", cut by the image border: a lower bound" : "") + (Double.isNaN(sd)
				? "; its uncertainty was not measured" : ""));
	}

	/**
	 * The mean separation as an input.
	 *
	 * @return um, with the standard error of the mean
	 * @throws IllegalArgumentException if fewer than two pores are large
	 */
	public Input separation() {
		if (nearestUm.length < 2) throw new IllegalArgumentException("Only " + nearestUm.length +
			" pore is large by largerule=" + rule.key() +
			", so that pores have no separation; use a larger volume, the other largerule, or type poreseparation=.");
		double sum = 0, squares = 0;
		for (final double d : nearestUm)
			sum += d;
		final double mean = sum / nearestUm.length;
		for (final double d : nearestUm)
			squares += (d - mean) * (d - mean);
		final double error = Math.sqrt(squares / (nearestUm.length - 1) / nearestUm.length);
		return new Input(Variable.PORE_SEPARATION, mean, error, String.format(Locale.ROOT,
			"mean nearest-neighbour distance of %d large pores (%s: r >= %.3g um)", nearestUm.length, rule.key(), rule ==
				LargeRule.THIRD ? largest.radiusEqUm() / 3 : largest.radiusEqUm() * 2 / 3));
	}
}
