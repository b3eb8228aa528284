// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

/** Constants of nature and the unit factors that follow from them, each with its source. */
public final class PhysicalConstants {

	/** Faraday constant, C/mol: CODATA 2018, exact product of e and N_A. */
	public static final double FARADAY = 96485.33212;
	/** Molar gas constant, J/(mol K): CODATA 2018, exact. */
	public static final double GAS_CONSTANT = 8.314462618;
	/** 1 mA/cm2 in A/m2. */
	static final double A_M2_PER_MA_CM2 = 10;
	/** 1 mA/cm2 in nA/um2. */
	static final double NA_UM2_PER_MA_CM2 = 0.01;
	/** 1 mAh/cm2 in C/m2. */
	static final double C_M2_PER_MAH_CM2 = 3.6e4;
	/** 1 ohm cm2 in ohm m2. */
	static final double OHM_M2_PER_OHM_CM2 = 1e-4;

	private PhysicalConstants() {}

	/**
	 * Thickness of metal that a charge plates: {@code Omega q / F}.
	 *
	 * @param molarVolumeCm3PerMol molar volume Omega, cm3/mol
	 * @param capacityMahCm2 charge over area, mAh/cm2
	 * @return um; 4.849 um for lithium and 1 mAh/cm2
	 */
	public static double platedThicknessUm(final double molarVolumeCm3PerMol, final double capacityMahCm2) {
		return molarVolumeCm3PerMol * 1e-6 * capacityMahCm2 * C_M2_PER_MAH_CM2 / FARADAY * 1e6;
	}

	/**
	 * Charge in a volume of metal, {@code F/Omega}, in the units of the model: also nA for a flow of 1 um3/s.
	 *
	 * @param molarVolumeCm3PerMol molar volume Omega, cm3/mol
	 * @return nC/um3; 7.424 for lithium
	 */
	public static double chargePerVolumeNcUm3(final double molarVolumeCm3PerMol) {
		return FARADAY / (molarVolumeCm3PerMol * 1e-6) * 1e-9;
	}

	/**
	 * Pressure that balances a voltage: {@code F V / Omega}.
	 *
	 * @param molarVolumeCm3PerMol molar volume Omega, cm3/mol
	 * @return MPa per volt; 7424 for lithium (7.424 MPa per mV)
	 */
	public static double pressurePerVoltMPa(final double molarVolumeCm3PerMol) {
		return FARADAY / (molarVolumeCm3PerMol * 1e-6) * 1e-6;
	}

	/**
	 * True height behind an image height seen at an angle: {@code h / sin(angle)}.
	 *
	 * @param angleDeg angle between the electron beam and the milled face, degrees, above 0 and at most 90
	 * @return factor; 1.2690 for 52 degrees
	 */
	public static double tiltFactor(final double angleDeg) {
		if (!(angleDeg > 0 && angleDeg <= 90)) throw new IllegalArgumentException("tilt=" + angleDeg
			+ " degrees cannot be corrected; give an angle above 0 and at most 90 degrees.");
		return 1 / Math.sin(Math.toRadians(angleDeg));
	}
}
