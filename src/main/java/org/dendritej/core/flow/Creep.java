// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.flow;

/**
 * Power-law creep at one temperature: what the flow formulas need.
 *
 * @param exponent m, a pure number
 * @param prefactor uniaxial prefactor A at that temperature, s^-1 MPa^-m
 */
public record Creep(double exponent, double prefactor) {

	/** Checks the two numbers. */
	public Creep {
		Allowed.between("creep exponent m", exponent, 1, 30, "");
		Allowed.positive("creep prefactor A", prefactor, "s^-1 MPa^-m");
	}

	/**
	 * Prefactor in simple shear: {@code gamma_dot = B tau^m} with {@code B = 3^((m+1)/2) A}, because
	 * {@code sigma_eq = sqrt(3) tau} and {@code eps_eq = gamma_dot / sqrt(3)} (von Mises).
	 *
	 * @return B, s^-1 MPa^-m
	 */
	public double shearPrefactor() {
		return Math.pow(3, (exponent + 1) / 2) * prefactor;
	}

	/**
	 * Shear rate under a shear stress.
	 *
	 * @param shearStressMPa tau, MPa
	 * @return gamma_dot, 1/s
	 */
	public double shearRatePerS(final double shearStressMPa) {
		return shearPrefactor() * Math.pow(shearStressMPa, exponent);
	}
}
