// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Random draws of paper mode: critical current, collecting area and pressure cap for each draw, and the share of the
 * variance of ln CCD that each input alone explains (first-order Sobol index, Saltelli's estimator).
 */
public final class PaperUncertainty {

	private final List<Factor> factors;
	private final Map<Variable, double[]> inputs = new EnumMap<>(Variable.class);
	private final Map<Variable, Double> shares = new EnumMap<>(Variable.class);
	private final double[] ccd;
	private final double[] alpha;
	private final double[] cap;
	private int crowded;

	PaperUncertainty(final PoreArray array, final CriticalCurrent model, final List<Factor> factors, final int samples,
		final long seed)
	{
		this.factors = factors;
		final int n = samples, k = factors.size();
		final double[][] a = new double[k][n], b = new double[k][n];
		for (int f = 0; f < k; f++)
			for (int i = 0; i < n; i++) {
				final int id = factors.get(f).variable().ordinal();
				a[f][i] = factors.get(f).draw().applyAsDouble(Draws.random(seed, i, 2L * id));
				b[f][i] = factors.get(f).draw().applyAsDouble(Draws.random(seed, i, 2L * id + 1));
			}
		ccd = new double[n];
		alpha = new double[n];
		cap = new double[n];
		final ArrayEvaluation e = new ArrayEvaluation(array, model);
		final double[] point = new double[k];
		for (int i = 0; i < n; i++) {
			for (int f = 0; f < k; f++)
				point[f] = a[f][i];
			e.evaluate(factors, point);
			ccd[i] = e.ccd;
			alpha[i] = e.alpha;
			cap[i] = e.cap;
			if (e.crowded) crowded++;
		}
		for (int f = 0; f < k; f++)
			inputs.put(factors.get(f).variable(), a[f]);
		shares(e, a, b);
	}

	private void shares(final ArrayEvaluation e, final double[][] a, final double[][] b) {
		final int n = ccd.length, k = a.length;
		final double[] fa = new double[n], fb = new double[n], mixed = new double[n], point = new double[k];
		for (int i = 0; i < n; i++) {
			fa[i] = Math.log(ccd[i]);
			for (int f = 0; f < k; f++)
				point[f] = b[f][i];
			e.evaluate(factors, point);
			fb[i] = Math.log(e.ccd);
		}
		for (int f = 0; f < k; f++) {
			for (int i = 0; i < n; i++) {
				for (int g = 0; g < k; g++)
					point[g] = g == f ? b[g][i] : a[g][i];
				e.evaluate(factors, point);
				mixed[i] = Math.log(e.ccd);
			}
			shares.put(factors.get(f).variable(), SobolIndex.firstOrder(fa, fb, mixed));
		}
	}

	/**
	 * Critical current of each draw.
	 *
	 * @return mA/cm2, in the order of the draws
	 */
	public double[] ccdMaCm2() {
		return ccd.clone();
	}

	/**
	 * 5 %, 50 % and 95 % of the critical current.
	 *
	 * @return mA/cm2
	 */
	public double[] ccdInterval() {
		return Draws.interval(ccd);
	}

	double[] alphaInterval() {
		return Draws.interval(alpha);
	}

	double[] capInterval() {
		return Draws.interval(cap);
	}

	/** Interval of an input; three times the estimate if it does not vary. */
	double[] inputInterval(final Variable v, final double estimate) {
		return inputs.containsKey(v) ? Draws.interval(inputs.get(v)) : new double[] { estimate, estimate, estimate };
	}

	/**
	 * Share of the variance of ln CCD that an input explains alone.
	 *
	 * @return 0 to 1 for each input that varies
	 */
	public Map<Variable, Double> shares() {
		return new EnumMap<>(shares);
	}

	/**
	 * What each share stands for.
	 *
	 * @return sources in the order of the variables
	 */
	public List<String> sources() {
		final List<String> all = new ArrayList<>();
		for (final Factor f : factors)
			all.add(f.variable().key() + ": " + f.source());
		return all;
	}

	/**
	 * Draws in which the pores stood closer than the closed form allows, so that each took all current of its cell.
	 *
	 * @return 0 to 1
	 */
	public double crowdedShare() {
		return crowded / (double) ccd.length;
	}

	/**
	 * Probability that one specimen's critical current exceeds another's, draws being independent.
	 *
	 * @param first draws of one specimen, mA/cm2
	 * @param second draws of the other, mA/cm2
	 * @return 0 to 1; ties count one half; cost n log n
	 */
	public static double probabilityFirstExceeds(final double[] first, final double[] second) {
		if (first.length == 0 || second.length == 0) throw new IllegalArgumentException(
			"One of the two specimens has 0 draws; run the prediction with samples of at least 20.");
		final double[] b = second.clone();
		java.util.Arrays.sort(b);
		double wins = 0;
		for (final double x : first) {
			int low = lower(b, x, false), high = lower(b, x, true);
			wins += low + (high - low) / 2.0;
		}
		return wins / ((double) first.length * b.length);
	}

	/** Number of values below x, or not above it. */
	private static int lower(final double[] sorted, final double x, final boolean orEqual) {
		int lo = 0, hi = sorted.length;
		while (lo < hi) {
			final int mid = (lo + hi) >>> 1;
			if (sorted[mid] < x || orEqual && sorted[mid] == x) lo = mid + 1;
			else hi = mid;
		}
		return lo;
	}
}
