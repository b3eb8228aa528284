// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.flow;

/**
 * Power-law creep of a metal, {@code eps_eq = A(T) sigma_eq^m}, with an Arrhenius prefactor.
 * <p>
 * Strain rate and stress are uniaxial (von Mises) values. {@code A(T) = A298 exp[-(Qc/R)(1/T - 1/298.15)]}.
 *
 * @param exponent m, a pure number, 1 (Newtonian) to 30
 * @param prefactor298 A at 298.15 K, s^-1 MPa^-m
 * @param activationKJPerMol activation energy Qc, kJ/mol; 0 = no dependence on temperature
 */
public record CreepLaw(double exponent, double prefactor298, double activationKJPerMol) {

	/** Temperature to which the prefactor belongs, K. */
	public static final double REFERENCE_K = 298.15;
	/** Lowest temperature that is accepted, K: creep data end near -75 C (physics reference 2.1). */
	public static final double LOWEST_K = 198;
	/** Highest temperature that is accepted, K: the melting point of lithium. */
	public static final double HIGHEST_K = 453.65;
	/** Molar gas constant, J/(mol K): CODATA 2018, exact. */
	static final double GAS_CONSTANT = 8.314462618;

	/** Checks the three numbers. */
	public CreepLaw {
		Allowed.between("creep exponent m", exponent, 1, 30, "");
		Allowed.positive("creep prefactor A", prefactor298, "s^-1 MPa^-m");
		Allowed.between("activation energy of creep", activationKJPerMol, 0, 400, "kJ/mol");
	}

	/**
	 * A Newtonian liquid as a special case: m = 1 and A = 1/(3 eta).
	 *
	 * @param viscosityPaS shear viscosity eta, Pa s
	 * @return the law
	 */
	public static CreepLaw newtonian(final double viscosityPaS) {
		return new CreepLaw(1, 1e6 / (3 * Allowed.positive("viscosity", viscosityPaS, "Pa s")), 0);
	}

	/**
	 * The law at one temperature.
	 *
	 * @param temperatureK temperature, K, from {@link #LOWEST_K} to {@link #HIGHEST_K}
	 * @return m and A(T)
	 * @throws IllegalArgumentException for a temperature outside that range
	 */
	public Creep at(final double temperatureK) {
		Allowed.between("temperature", temperatureK, LOWEST_K, HIGHEST_K, "K");
		final double factor = Math.exp(-activationKJPerMol * 1e3 / GAS_CONSTANT * (1 / temperatureK - 1 / REFERENCE_K));
		return new Creep(exponent, prefactor298 * factor);
	}

	/**
	 * The law at 298.15 K.
	 *
	 * @return m and A
	 */
	public Creep at298() {
		return new Creep(exponent, prefactor298);
	}
}
