// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

import org.dendritej.core.record.Flag;

/**
 * From the pores of an image to the weakest pore of an electrode: the lower tail of the fracture currents,
 * {@code Lambda(j) = Lambda_u (j/u)^k} per area, and {@code S(j; A) = exp(-A Lambda(j))}. An extrapolation of the model,
 * not a measurement: the median minimum of literal distributions falls far below what cells withstand.
 *
 * @param thresholdMaCm2 u: the tail below it was fitted, mA/cm2
 * @param tail number of pores in the tail
 * @param densityPerMm2 Lambda_u, pores of the tail per area, 1/mm2
 * @param shape k, maximum likelihood
 * @param shapeLow 5 % end of k
 * @param shapeHigh 95 % end of k
 * @param seed of the random numbers behind intervals
 */
public record WeakestLink(double thresholdMaCm2, int tail, double densityPerMm2, double shape, double shapeLow,
	double shapeHigh, long seed)
{

	/** Fewest pores in the tail. */
	public static final int FEWEST = 20;
	private static final int DRAWS = 4000;

	/**
	 * Fits the tail: the lowest tenth, at least 20 pores.
	 *
	 * @param fractureMaCm2 fracture currents of all connected pores, any order, mA/cm2
	 * @param imagedMm2 electrode area that the image shows, mm2
	 * @param seed of the random numbers behind intervals
	 * @return the fit
	 * @throws IllegalArgumentException for fewer than 21 pores
	 */
	public static WeakestLink fit(final double[] fractureMaCm2, final double imagedMm2, final long seed) {
		Allowed.positive("the imaged electrode area", imagedMm2, "mm2");
		if (fractureMaCm2.length <= FEWEST) throw new IllegalArgumentException("Only " + fractureMaCm2.length +
			" connected pores are known, but a tail needs at least " + FEWEST +
			" below its threshold; image a larger volume or leave electrodearea out.");
		final double[] s = fractureMaCm2.clone();
		Arrays.sort(s);
		final int n = Math.max(FEWEST, s.length / 10);
		final double u = s[n];
		double sum = 0;
		for (int i = 0; i < n; i++)
			sum += Math.log(u / s[i]);
		final double k = n / sum;
		final SplittableRandom r = Draws.random(seed, 0, 77);
		final double[] ks = new double[DRAWS];
		for (int i = 0; i < DRAWS; i++)
			ks[i] = k * gammaMean(r, n);
		final double[] q = Draws.interval(ks);
		return new WeakestLink(u, n, n / imagedMm2, k, q[0], q[2], seed);
	}

	/** Mean of n exponential numbers of mean 1: the law of the estimated over the true shape, inverted. */
	private static double gammaMean(final SplittableRandom r, final int n) {
		double sum = 0;
		for (int i = 0; i < n; i++)
			sum -= Math.log(1 - r.nextDouble());
		return sum / n;
	}

	/**
	 * Current density that the weakest pore of an electrode survives with a probability.
	 *
	 * @param areaMm2 electrode area, mm2
	 * @param survival probability, above 0 and below 1; 0.5 gives the median
	 * @return mA/cm2; never above the threshold, beyond which the fit says nothing
	 */
	public double currentMaCm2(final double areaMm2, final double survival) {
		return current(Allowed.positive("electrodearea", areaMm2, "mm2"), Allowed.between("survival probability", survival,
			1e-12, 1 - 1e-12, ""), densityPerMm2, shape);
	}

	/**
	 * The same for a tail that is cut off: below the floor no pore is believed to exist (a neck that narrow is closed).
	 *
	 * @param areaMm2 electrode area, mm2
	 * @param survival probability, above 0 and below 1
	 * @param floorMaCm2 lowest fracture current that is believed possible, mA/cm2
	 * @return mA/cm2, at least the floor
	 */
	public double currentMaCm2(final double areaMm2, final double survival, final double floorMaCm2) {
		return Math.max(Allowed.notNegative("the floor of the tail", floorMaCm2, "mA/cm2"), currentMaCm2(areaMm2, survival));
	}

	private double current(final double area, final double survival, final double density, final double k) {
		return thresholdMaCm2 * Math.min(1, Math.pow(-Math.log(survival) / (area * density), 1 / k));
	}

	/**
	 * Interval of the median minimum from the uncertainty of shape (exact gamma law) and of the number in the tail
	 * (Poisson).
	 *
	 * @param areaMm2 electrode area, mm2
	 * @return 5 %, 50 % and 95 %, mA/cm2
	 */
	public double[] medianInterval(final double areaMm2) {
		final SplittableRandom r = Draws.random(seed, 1, 77);
		final double[] j = new double[DRAWS];
		for (int i = 0; i < DRAWS; i++) {
			final double k = shape * gammaMean(r, tail);
			// normal approximation to Poisson: at least 20 counts, and never below one
			final double count = Math.max(1, tail + Math.sqrt(tail) * r.nextGaussian());
			j[i] = current(areaMm2, 0.5, densityPerMm2 * count / tail, k);
		}
		return Draws.interval(j);
	}

	/**
	 * The caution that must stand beside every such number.
	 *
	 * @param areaMm2 electrode area, mm2
	 * @return the remark
	 */
	public Flag caution(final double areaMm2) {
		return Flag.warn("model_extrapolation", String.format(Locale.ROOT,
			"The weakest link at %.4g mm2 is a model extrapolation from %d pores (k = %.3g, 5-95 %% %.3g to %.3g); real tails " +
				"are bounded (narrow necks are not filled, lengths and widths are correlated), and cells withstand more.",
			areaMm2, tail, shape, shapeLow, shapeHigh));
	}
}
