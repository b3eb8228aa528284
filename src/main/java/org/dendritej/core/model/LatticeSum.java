// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;

/**
 * The sum over the reciprocal square lattice in eq. 10,
 * {@code Sum_(G != 0) (2 pi/(G s)) (1 - lambda G)/(1 + lambda G) exp(-2 G d)}, a pure number that depends only on
 * d/s and lambda/s.
 */
final class LatticeSum {

	/** Potential constant of a square array of charges with neutralising background: minus the lattice constant. */
	static final double SQUARE = 3.900264920;
	private static final int REACH = 60;

	private final PolynomialSplineFunction spline;
	private final double lowest;
	private final double highest;

	/**
	 * A table over a range of d/s at one lambda/s, for the many evaluations of random draws.
	 *
	 * @param lowestDepth smallest d/s
	 * @param highestDepth largest d/s
	 * @param lambdaOverPitch lambda/s
	 */
	LatticeSum(final double lowestDepth, final double highestDepth, final double lambdaOverPitch) {
		lowest = Math.max(lowestDepth * 0.999, 1e-4);
		highest = Math.max(Math.min(highestDepth * 1.001, 3.3), lowest * 1.01);
		final int n = Math.max(8, (int) Math.ceil(Math.log(highest / lowest) * 24)) + 1;
		final double[] x = new double[n], y = new double[n];
		for (int i = 0; i < n; i++) {
			x[i] = Math.log(lowest) + i * Math.log(highest / lowest) / (n - 1);
			// times exp(4 pi d/s): the leading term then is nearly flat and the spline keeps its digits
			y[i] = of(Math.exp(x[i]), lambdaOverPitch) * Math.exp(4 * Math.PI * Math.exp(x[i]));
		}
		spline = new SplineInterpolator().interpolate(x, y);
	}

	/** Interpolated sum. */
	double at(final double depthOverPitch) {
		if (depthOverPitch > highest) return 0;
		final double x = Math.min(Math.max(Math.log(depthOverPitch), spline.getKnots()[0]), spline.getKnots()[spline
			.getN()]);
		return spline.value(x) * Math.exp(-4 * Math.PI * depthOverPitch);
	}

	/** The sum itself; one eighth of the lattice is visited, and only where the terms matter. */
	static double of(final double depthOverPitch, final double lambdaOverPitch) {
		final double decay = 4 * Math.PI * depthOverPitch;
		double sum = 0;
		for (int i = 1; i <= REACH; i++) {
			if (decay * i > 42) break;
			for (int k = 0; k <= i; k++) {
				final double n = Math.sqrt((double) i * i + (double) k * k);
				if (decay * n > 42) break;
				final double g = 2 * Math.PI * n;
				final double copies = k == 0 || k == i ? 4 : 8;
				sum += copies / n * (1 - lambdaOverPitch * g) / (1 + lambdaOverPitch * g) * Math.exp(-decay * n);
			}
		}
		return sum;
	}
}
