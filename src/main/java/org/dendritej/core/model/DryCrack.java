// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.function.DoubleUnaryOperator;

import org.dendritej.core.flow.Creep;

/**
 * Propagation after initiation: a crack from the electrode that metal fills only in its rear and wedges open
 * (an extension, not from the equations of the papers; edge-crack weight function of Bueckner, recalled).
 *
 * @param depthUm depth c of the crack, um
 * @param filledUm length l that is filled, um; at most c
 */
public record DryCrack(double depthUm, double filledUm) {

	/** Checks the lengths. */
	public DryCrack {
		Allowed.positive("the crack depth", depthUm, "um");
		Allowed.positive("the filled length", filledUm, "um");
		if (filledUm > depthUm) throw new IllegalArgumentException("The filled length is " + filledUm
			+ " um, more than the crack depth of " + depthUm + " um; correct one of the two.");
	}

	/**
	 * Stress intensity of a pressure profile in the filled part:
	 * {@code Int_0^l p (2/sqrt(2 pi (c-x))) [1 + 0.6147 (1-x/c) + 0.2502 (1-x/c)^2] dx}.
	 *
	 * @param pressureMPa pressure against distance from the electrode in um
	 * @return K, MPa m^0.5
	 */
	public double intensityMPaSqrtM(final DoubleUnaryOperator pressureMPa) {
		// u = sqrt(c - x) removes the root singularity at the tip
		final double from = Math.sqrt(depthUm - filledUm), to = Math.sqrt(depthUm);
		final int n = 400;
		double sum = 0;
		for (int i = 0; i <= n; i++) {
			final double u = from + (to - from) * i / n;
			final double t = u * u / depthUm;
			final double f = pressureMPa.applyAsDouble(depthUm - u * u) * 4 / Math.sqrt(2 * Math.PI) * (1 + 0.6147 * t +
				0.2502 * t * t);
			sum += f * (i == 0 || i == n ? 1 : i % 2 == 1 ? 4 : 2);
		}
		return sum * (to - from) / (3 * n) * 1e-3;
	}

	/**
	 * Stress intensity of a uniform pressure.
	 *
	 * @param pressureMPa MPa
	 * @return K, MPa m^0.5; 2.003 p sqrt(c) when filled to the tip (exact: 1.988)
	 */
	public double intensityMPaSqrtM(final double pressureMPa) {
		return intensityMPaSqrtM(x -> pressureMPa);
	}

	/**
	 * Uniform pressure at which the crack grows.
	 *
	 * @param toughnessMPaSqrtM macroscopic K_Ic, MPa m^0.5
	 * @return MPa
	 */
	public double criticalPressureMPa(final double toughnessMPaSqrtM) {
		return Allowed.positive("toughness", toughnessMPaSqrtM, "MPa m^0.5") / intensityMPaSqrtM(1);
	}

	/**
	 * Stress intensity when the metal plated onto the filled part (2 j l per breadth, eq. 20) flows back to the electrode
	 * through the crack as a slit, all of it entering at the front: an upper estimate of the pressure.
	 *
	 * @param model conditions: creep law, stack pressure, molar volume
	 * @param currentMaCm2 current density, mA/cm2
	 * @param gapNm opening of the crack, nm
	 * @return K, MPa m^0.5
	 */
	public double wedgeIntensityMPaSqrtM(final Conditions model, final double currentMaCm2, final double gapNm) {
		final Creep creep = model.creepNow();
		final double m = creep.exponent(), half = Allowed.positive("the crack opening", gapNm, "nm") * 1e-3 / 2;
		final double supply = 2 * currentMaCm2 * PhysicalConstants.NA_UM2_PER_MA_CM2 * filledUm / model.chargeNcUm3();
		final double gradient = Math.pow((m + 2) * supply / (2 * creep.shearPrefactor() * half * half), 1 / m) / half;
		return intensityMPaSqrtM(x -> model.stackMPa() + gradient * x);
	}
}
