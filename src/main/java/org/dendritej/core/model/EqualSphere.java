// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import org.dendritej.core.record.LargeRule;
import org.dendritej.core.record.Microstructure;

/**
 * What a sphere of a pore's volume would collect at the pore's depth: the idealised model beside which the field in an
 * image is put.
 */
public final class EqualSphere {

	private final double pitchUm;
	private final double lambdaUm;
	private final String missing;

	private EqualSphere(final double pitchUm, final double lambdaUm, final String missing) {
		this.pitchUm = pitchUm;
		this.lambdaUm = lambdaUm;
		this.missing = missing;
	}

	/**
	 * Takes the pitch from a sample: the mean separation of its large pores (r at least a third of the largest).
	 *
	 * @param sample document with a pores section, or null: only the lone sphere is then known
	 * @param kineticLengthUm lambda = sigma r_int, um
	 * @return the reference
	 */
	public static EqualSphere in(final Microstructure sample, final double kineticLengthUm) {
		Allowed.notNegative("the kinetic length sigma r_int", kineticLengthUm, "um");
		if (sample == null || sample.pores() == null) return new EqualSphere(Double.NaN, kineticLengthUm,
			"the sample has no pore table, so that no separation is known");
		try {
			return new EqualSphere(LargestPores.of(sample.pores().rows(), LargeRule.THIRD).separation().value(), kineticLengthUm, "");
		}
		catch (final IllegalArgumentException e) {
			return new EqualSphere(Double.NaN, kineticLengthUm, e.getMessage());
		}
	}

	/**
	 * In a square array of equal spheres at the sample's separation (eq. 10).
	 *
	 * @param radiusUm radius of the sphere of equal volume, um
	 * @param depthUm depth of its centre, um
	 * @return um2; NaN where the closed form is refused, see {@link #refusal}
	 */
	public double inArrayUm2(final double radiusUm, final double depthUm) {
		return refusal(radiusUm, depthUm).isEmpty() ? CollectingArea.squareArray(radiusUm, depthUm, pitchUm, lambdaUm).alphaUm2()
			: Double.NaN;
	}

	/**
	 * Alone under the electrode without kinetics (eq. 9, exact).
	 *
	 * @param radiusUm radius of the sphere of equal volume, um
	 * @param depthUm depth of its centre, um
	 * @return um2; NaN if the sphere would reach the electrode, or with kinetics
	 */
	public double aloneUm2(final double radiusUm, final double depthUm) {
		return lambdaUm == 0 && depthUm > radiusUm ? CollectingArea.isolatedSphere(radiusUm, depthUm).alphaUm2() : Double.NaN;
	}

	/**
	 * Why the closed form of the array does not hold for a sphere.
	 *
	 * @param radiusUm radius of the sphere of equal volume, um
	 * @param depthUm depth of its centre, um
	 * @return a clause; empty if it holds
	 */
	public String refusal(final double radiusUm, final double depthUm) {
		if (!missing.isEmpty()) return missing;
		if (!(depthUm > radiusUm)) return "the sphere would reach the electrode";
		return radiusUm > CollectingArea.LARGEST_RADIUS_OVER_PITCH * pitchUm ? "radius above 0.256 of the separation" : "";
	}
}
