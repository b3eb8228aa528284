// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import java.util.SplittableRandom;

/**
 * Seeded random numbers with one independent stream per slice, object or row, so that results do not depend on the
 * order of the work.
 */
final class Dice {

	private final SplittableRandom random;

	Dice(final long seed, final long stream) {
		random = new SplittableRandom(mix(seed * 0x9E3779B97F4A7C15L + mix(stream + 0x632BE59BD9B4E019L)));
	}

	/** Finaliser that spreads every bit over the whole word (constants of Stafford's variant 13). */
	private static long mix(final long s) {
		long h = s;
		h = (h ^ (h >>> 30)) * 0xBF58476D1CE4E5B9L;
		h = (h ^ (h >>> 27)) * 0x94D049BB133111EBL;
		return h ^ (h >>> 31);
	}

	double uniform() {
		return random.nextDouble();
	}

	double uniform(final double low, final double high) {
		return low + (high - low) * random.nextDouble();
	}

	double gauss() {
		return random.nextGaussian();
	}

	/**
	 * A Poisson number: multiplication of uniforms for small means, else the transformed rejection method PTRS
	 * (Hoermann, Insurance: Mathematics and Economics 1993, doi:10.1016/0167-6687(93)90997-4).
	 */
	long poisson(final double mean) {
		if (!(mean > 0)) return 0;
		if (mean < 12) return smallPoisson(mean);
		final double b = 0.931 + 2.53 * Math.sqrt(mean), a = -0.059 + 0.02483 * b;
		final double inverse = 1.1239 + 1.1328 / (b - 3.4), vr = 0.9277 - 3.6224 / (b - 2);
		final double log = Math.log(mean);
		while (true) {
			final double u = random.nextDouble() - 0.5, v = random.nextDouble();
			final double us = 0.5 - Math.abs(u);
			final double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
			if (us >= 0.07 && v <= vr) return (long) k;
			if (k < 0 || us < 0.013 && v > us) continue;
			if (Math.log(v * inverse / (a / (us * us) + b)) <= -mean + k * log - logFactorial(k)) return (long) k;
		}
	}

	private long smallPoisson(final double mean) {
		final double limit = Math.exp(-mean);
		long k = 0;
		for (double p = random.nextDouble(); p > limit; p *= random.nextDouble())
			k++;
		return k;
	}

	/** ln k!, by Stirling's series from 10 on. */
	private static double logFactorial(final double k) {
		if (k < 10) {
			double s = 0;
			for (int i = 2; i <= k; i++)
				s += Math.log(i);
			return s;
		}
		final double x = k + 1;
		return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x * x * x);
	}
}
