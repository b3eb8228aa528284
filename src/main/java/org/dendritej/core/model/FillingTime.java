// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import org.apache.commons.math3.special.Gamma;

/**
 * How long plating takes to fill a pore, to pressurise it, and to crack it (eq. 14).
 *
 * @param fillS time to fill the empty pore, s
 * @param crackS time from full to fracture, s; infinite at or below the critical current
 * @param currentMaCm2 current density j, mA/cm2
 */
public record FillingTime(double fillS, double crackS, double currentMaCm2) {

	/**
	 * Times at a current density.
	 *
	 * @param model the conditions
	 * @param array the microstructure
	 * @param area collecting area
	 * @param currentMaCm2 current density j, mA/cm2
	 * @return the times
	 */
	public static FillingTime of(final CriticalCurrent model, final PoreArray array, final CollectingArea area,
		final double currentMaCm2)
	{
		Allowed.positive("the current density", currentMaCm2, "mA/cm2");
		final Conditions c = model.conditions();
		final double inflow = currentMaCm2 * PhysicalConstants.NA_UM2_PER_MA_CM2 * area.alphaUm2() / c.chargeNcUm3();
		final double critical = model.ccdMaCm2(array, area);
		final double volume = array.poreVolumeUm3();
		final double strain = compliancePerGPa(c) * (c.strengthMPa() - c.stackMPa()) * 1e-3;
		final double crack = currentMaCm2 <= critical ? Double.POSITIVE_INFINITY : strain * volume / inflow *
			slowing(c.creep().exponent(), critical / currentMaCm2);
		return new FillingTime(volume / inflow, crack, currentMaCm2);
	}

	/**
	 * Volume that a full pore takes up under pressure, per volume and pressure: compression of the metal and widening of
	 * the sphere, {@code 1/K + 3/(4G)}.
	 *
	 * @param c elastic constants
	 * @return 1/GPa; 0.1566 for lithium in Li6PS5Cl
	 */
	public static double compliancePerGPa(final Conditions c) {
		final double shear = c.youngGPa() / (2 * (1 + c.poisson()));
		return 1 / c.metalBulkGPa() + 3 / (4 * shear);
	}

	/**
	 * How much outflow lengthens the rise of pressure: {@code 2F1(1, 1/m; 1 + 1/m; z)}.
	 *
	 * @param exponent creep exponent m
	 * @param z critical over applied current, 0 to below 1
	 * @return at least 1
	 */
	public static double slowing(final double exponent, final double z) {
		Allowed.between("critical over applied current", z, 0, Math.nextDown(1.0), "");
		final double b = 1 / exponent;
		if (z <= 0.6) {
			double sum = 0, power = 1;
			for (int n = 0; n < 200 && power > 1e-18; n++, power *= z)
				sum += b / (b + n) * power;
			return sum;
		}
		// Near z = 1 the series crawls; the logarithmic expansion in 1 - z (a + b = c) converges fast there.
		double sum = 0, term = 1;
		for (int n = 0; n < 400; n++) {
			sum += term * (Gamma.digamma(n + 1) - Gamma.digamma(b + n) - Math.log1p(-z));
			term *= (b + n) / (n + 1) * (1 - z);
			if (term < 1e-18) break;
		}
		return b * sum;
	}

	/**
	 * Charge per area that fills the pore.
	 *
	 * @return mAh/cm2
	 */
	public double fillCapacityMahCm2() {
		return currentMaCm2 * fillS / 3600;
	}

	/**
	 * Charge per area from the empty pore to fracture.
	 *
	 * @return mAh/cm2; infinite at or below the critical current
	 */
	public double initiationCapacityMahCm2() {
		return currentMaCm2 * (fillS + crackS) / 3600;
	}
}
