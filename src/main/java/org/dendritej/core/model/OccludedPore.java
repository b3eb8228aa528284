// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

/**
 * An isolated pore that fills by electronic leakage (eq. 15 to 17): the mechanism behind the spallations of Siniscalchi
 * et al., EES 2024, doi:10.1039/d3ee03916a. Plating without electrons is impossible, so the pore takes
 * {@code I_e = sigma_e beta_iso V} with {@code V = eta - Omega P/F} and {@code eta = j (r_int + d/sigma)}. Derived here.
 *
 * @param radiusUm pore radius R, um
 * @param depthUm depth d of its centre, um
 * @param conductivitySPerM ionic conductivity sigma, S/m
 * @param electronicSPerM electronic conductivity sigma_e, S/m
 * @param interfaceOhmCm2 interface resistance r_int at the electrode, ohm cm2
 * @param molarVolumeCm3PerMol molar volume of the metal, cm3/mol
 */
public record OccludedPore(double radiusUm, double depthUm, double conductivitySPerM, double electronicSPerM,
	double interfaceOhmCm2, double molarVolumeCm3PerMol)
{

	/** Checks every number. */
	public OccludedPore {
		Allowed.positive("poreradius", radiusUm, "um");
		if (!(depthUm > radiusUm)) throw new IllegalArgumentException("The occluded pore's centre lies " + depthUm
			+ " um deep, not deeper than its radius of " + radiusUm + " um; it would open at the electrode.");
		Allowed.positive("sigma", conductivitySPerM, "S/m");
		Allowed.positive("electronic_conductivity", electronicSPerM, "S/m");
		Allowed.notNegative("rint", interfaceOhmCm2, "ohm cm2");
		Allowed.positive("molar_volume", molarVolumeCm3PerMol, "cm3/mol");
	}

	private double resistanceOhmM2() {
		return interfaceOhmCm2 * PhysicalConstants.OHM_M2_PER_OHM_CM2 + depthUm * 1e-6 / conductivitySPerM;
	}

	/**
	 * Voltage between the electrode and the depth of the pore.
	 *
	 * @param currentMaCm2 current density, mA/cm2
	 * @return eta, V
	 */
	public double drivingVoltageV(final double currentMaCm2) {
		return Allowed.notNegative("the current density", currentMaCm2, "mA/cm2") * PhysicalConstants.A_M2_PER_MA_CM2 *
			resistanceOhmM2();
	}

	/**
	 * Pressure at which leakage stops (eq. 15).
	 *
	 * @param currentMaCm2 current density, mA/cm2
	 * @return P_max, MPa
	 */
	public double pressureLimitMPa(final double currentMaCm2) {
		return PhysicalConstants.pressurePerVoltMPa(molarVolumeCm3PerMol) * drivingVoltageV(currentMaCm2);
	}

	/**
	 * Time to fill (eq. 16).
	 *
	 * @param currentMaCm2 current density, mA/cm2
	 * @return s
	 */
	public double fillTimeS(final double currentMaCm2) {
		return fillTimeAtVoltageS(drivingVoltageV(currentMaCm2));
	}

	/**
	 * Time to fill at a known voltage: {@code R^2 F/(3 sigma_e eta Omega) (1 - R/2d)}.
	 *
	 * @param voltageV driving voltage eta, V
	 * @return s
	 */
	public double fillTimeAtVoltageS(final double voltageV) {
		final double r = radiusUm * 1e-6;
		return r * r * PhysicalConstants.FARADAY / (3 * electronicSPerM * voltageV * molarVolumeCm3PerMol * 1e-6) * (1 -
			radiusUm / (2 * depthUm));
	}

	/**
	 * Time constant of the rise of pressure after filling, {@code P = P_max (1 - exp(-t/tau))}.
	 *
	 * @param currentMaCm2 current density, mA/cm2
	 * @param compliancePerGPa volume taken up per volume and pressure, 1/GPa
	 * @return tau, s
	 */
	public double pressureTimeS(final double currentMaCm2, final double compliancePerGPa) {
		final double volume = 4 * Math.PI / 3 * Math.pow(radiusUm * 1e-6, 3);
		final double conductance = electronicSPerM * CollectingArea.isolatedSphere(radiusUm, depthUm).betaUm() * 1e-6;
		return volume * compliancePerGPa * 1e-9 * pressureLimitMPa(currentMaCm2) * 1e6 * PhysicalConstants.FARADAY /
			(conductance * drivingVoltageV(currentMaCm2) * molarVolumeCm3PerMol * 1e-6);
	}

	/**
	 * Current density above which leakage reaches a critical pressure (eq. 17).
	 *
	 * @param criticalMPa pressure P_c at which the electrolyte cracks, MPa
	 * @return mA/cm2
	 */
	public double criticalCurrentMaCm2(final double criticalMPa) {
		Allowed.positive("the critical pressure", criticalMPa, "MPa");
		return criticalMPa / PhysicalConstants.pressurePerVoltMPa(molarVolumeCm3PerMol) / resistanceOhmM2() /
			PhysicalConstants.A_M2_PER_MA_CM2;
	}
}
