// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

/**
 * Electrode area whose current a pore takes: {@code I = alpha j - beta sigma U}, U being an extra equilibrium voltage of
 * the pore (eq. 8).
 *
 * @param alphaUm2 collecting area alpha, um2
 * @param betaUm shape length beta, um; NaN if it was not computed
 * @param source how it was found
 */
public record CollectingArea(double alphaUm2, double betaUm, String source) {

	/** Largest R/s for which the closed form of the square array holds. */
	public static final double LARGEST_RADIUS_OVER_PITCH = 0.256;

	/** Checks the area. */
	public CollectingArea {
		Allowed.positive("the collecting area", alphaUm2, "um2");
	}

	/**
	 * A sphere alone under a planar electrode without kinetics, exact (eq. 9): image charges and reciprocity.
	 *
	 * @param radiusUm R, um
	 * @param depthUm depth d of the centre, um; above R
	 * @return alpha and beta
	 */
	public static CollectingArea isolatedSphere(final double radiusUm, final double depthUm) {
		checkDepth(radiusUm, depthUm);
		double q = radiusUm, z = depthUm, sumQ = 0, sumQz = 0;
		// The charges fall geometrically, ever more slowly as the sphere nears the electrode; 10^6 reach d = R (1 + 1e-11).
		for (int n = 0; n < 1_000_000; n++) {
			sumQ += q;
			sumQz += q * z;
			final double next = q * radiusUm / (depthUm + z);
			z = depthUm - radiusUm * radiusUm / (depthUm + z);
			q = next;
			if (q < 1e-17 * sumQ) break;
		}
		return new CollectingArea(4 * Math.PI * sumQz, 4 * Math.PI * sumQ, "isolated sphere, exact image series (eq. 9)");
	}

	/**
	 * A square array of equal spheres, closed form (eq. 10): within 4 % of the exact field, 9 % at R/s = 0.23.
	 *
	 * @param radiusUm R, um
	 * @param depthUm depth d of the centres, um; above R
	 * @param pitchUm pitch s, um
	 * @param kineticLengthUm lambda = sigma r_int, um; 0 without kinetics
	 * @return alpha and beta
	 * @throws IllegalArgumentException if the spheres overlap, touch the electrode, or R exceeds 0.256 s
	 */
	public static CollectingArea squareArray(final double radiusUm, final double depthUm, final double pitchUm,
		final double kineticLengthUm)
	{
		checkDepth(radiusUm, depthUm);
		Allowed.positive("poreseparation", pitchUm, "um");
		Allowed.notNegative("the kinetic length sigma r_int", kineticLengthUm, "um");
		if (2 * radiusUm > pitchUm) throw new IllegalArgumentException("The pores overlap: poreradius is " + radiusUm
			+ " um and poreseparation " + pitchUm
			+ " um, below two radii; check both numbers or run Map Current Distribution on the image.");
		if (radiusUm > LARGEST_RADIUS_OVER_PITCH * pitchUm) throw new IllegalArgumentException("poreradius is " + radiusUm
			+ " um, above " + LARGEST_RADIUS_OVER_PITCH + " of poreseparation " + pitchUm
			+ " um, where the closed form for the collecting area fails; run Map Current Distribution on the image.");
		final double denominator = denominator(radiusUm, depthUm, pitchUm, kineticLengthUm, LatticeSum.of(depthUm /
			pitchUm, kineticLengthUm / pitchUm));
		return new CollectingArea((depthUm + kineticLengthUm) / denominator, 1 / denominator,
			"square array, closed form (eq. 10)");
	}

	/** Eq. 10 for any array: beyond its limit every pore takes all current of its cell. */
	static CollectingArea bounded(final PoreArray a, final double lambda) {
		final double s = a.separationUm(), d = a.depthUm();
		final double denominator = denominator(a.radiusUm(), d, s, lambda, LatticeSum.of(d / s, lambda / s));
		return new CollectingArea((d + lambda) / denominator, 1 / denominator, "square array, closed form (eq. 10), bounded");
	}

	/** Eq. 10 without checks, for random draws: beyond its limit every pore takes all current of its cell. */
	static double denominator(final double radius, final double depth, final double pitch, final double lambda,
		final double latticeSum)
	{
		final double p = (1 / radius - LatticeSum.SQUARE / pitch - latticeSum / pitch) / (4 * Math.PI);
		return Math.max(p, 0) + lambda / (4 * Math.PI * radius * radius) + (depth + lambda) / (pitch * pitch);
	}

	private static void checkDepth(final double radius, final double depth) {
		Allowed.positive("poreradius", radius, "um");
		if (!(depth > radius) || Double.isInfinite(depth)) throw new IllegalArgumentException("The pore's centre lies "
			+ depth + " um deep, not deeper than its radius of " + radius
			+ " um: it opens at the electrode, and no crack drains it; leave it out or give a crack length above 0.");
	}
}
