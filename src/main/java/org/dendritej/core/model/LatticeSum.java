// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

/**
 * The sum over the reciprocal square lattice in eq. 10,
 * {@code Sum_(G != 0) (2 pi/(G s)) (1 - lambda G)/(1 + lambda G) exp(-2 G d)}, a pure number that depends only on
 * d/s and lambda/s.
 */
final class LatticeSum {

	/** Potential constant of a square array of charges with neutralising background: minus the lattice constant. */
	static final double SQUARE = 3.900264920;
	private static final int REACH = 60;

	private LatticeSum() {}

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
