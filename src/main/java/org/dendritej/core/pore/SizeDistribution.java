// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.dendritej.core.record.Pore;

/**
 * Distribution of the equivalent radius by number, with the pores that the image cuts left out and the others weighted
 * by what the border hides of their size (Miles-Lantuejoul).
 *
 * @param radiusUm radii of the uncut pores in rising order, um
 * @param weight their weights
 */
public record SizeDistribution(double[] radiusUm, double[] weight) {

	/**
	 * Collects the uncut pores.
	 *
	 * @param pores all pores
	 * @return the distribution
	 */
	public static SizeDistribution of(final List<Pore> pores) {
		final List<Pore> whole = new ArrayList<>(pores);
		whole.removeIf(p -> !(p.samplingWeight() > 0));
		whole.sort(Comparator.comparingDouble(Pore::radiusEqUm).thenComparingInt(Pore::label));
		return new SizeDistribution(whole.stream().mapToDouble(Pore::radiusEqUm).toArray(), whole.stream().mapToDouble(
			Pore::samplingWeight).toArray());
	}

	/**
	 * Sum of all weights: the number of pores that belong to the image's volume.
	 *
	 * @return pores
	 */
	public double total() {
		double w = 0;
		for (final double v : weight)
			w += v;
		return w;
	}

	/**
	 * Mean radius.
	 *
	 * @return um; NaN without uncut pores
	 */
	public double meanUm() {
		double s = 0;
		for (int i = 0; i < weight.length; i++)
			s += weight[i] * radiusUm[i];
		return s / total();
	}

	/**
	 * Radius below which a share of the pores lies.
	 *
	 * @param share 0 to 1
	 * @return um: the first radius at which the summed weight reaches the share; NaN without uncut pores
	 */
	public double quantileUm(final double share) {
		final double goal = share * total();
		double w = 0;
		for (int i = 0; i < weight.length; i++) {
			w += weight[i];
			if (w >= goal - 1e-12 * goal) return radiusUm[i];
		}
		return weight.length == 0 ? Double.NaN : radiusUm[weight.length - 1];
	}

	/**
	 * Weighted number of pores in each bin.
	 *
	 * @param edgesUm rising bin edges, um
	 * @return one value for each bin; a radius at an edge belongs to the bin above
	 */
	public double[] histogram(final double[] edgesUm) {
		return histogram(edgesUm, true);
	}

	/**
	 * Number of uncut pores in each bin, without weights.
	 *
	 * @param edgesUm rising bin edges, um
	 * @return one value for each bin
	 */
	public double[] counts(final double[] edgesUm) {
		return histogram(edgesUm, false);
	}

	private double[] histogram(final double[] edgesUm, final boolean weighted) {
		final double[] h = new double[edgesUm.length - 1];
		for (int i = 0; i < weight.length; i++)
			for (int b = 0; b < h.length; b++)
				if (radiusUm[i] >= edgesUm[b] && radiusUm[i] < edgesUm[b + 1]) h[b] += weighted ? weight[i] : 1;
		return h;
	}

	/**
	 * Bins for a histogram of the radii: equal steps of the logarithm, 2 n^(1/3) of them (Rice's rule), at least 4
	 * and at most 40.
	 *
	 * @return rising edges, um, that hold all radii; empty without uncut pores
	 */
	public double[] edgesUm() {
		final int n = radiusUm.length;
		if (n == 0) return new double[0];
		final int bins = (int) Math.max(4, Math.min(40, Math.round(2 * Math.cbrt(n))));
		final double low = Math.log(radiusUm[0]) - 1e-3, high = Math.log(radiusUm[n - 1]) + 1e-3;
		final double[] e = new double[bins + 1];
		for (int i = 0; i <= bins; i++)
			e[i] = Math.exp(low + (high - low) * i / bins);
		return e;
	}
}
