// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;

/**
 * A penny-shaped crack under pressure, parallel to a free surface: the pothole before its lid breaks (eq. 18).
 * <p>
 * {@code V = (1-nu^2) P c^3/E F(x)}, {@code w0 = (1-nu^2) P c/E W(x)}, {@code K_eff = 2 P sqrt(c/pi) Y(x)}, x = c/h, with
 * F, W, Y from axisymmetric finite elements, interpolated in ln x. Below the table the deep limits hold, above it the
 * clamped plate with root compliance.
 *
 * @param radiusUm crack radius c, um
 * @param depthUm depth h below the free surface, um
 * @param youngGPa Young's modulus, GPa
 * @param poisson Poisson's ratio
 */
public record PennyCrack(double radiusUm, double depthUm, double youngGPa, double poisson) {

	private static final double[] X = { 0.05, 0.2, 0.5, 1, 1.5, 2, 3, 5, 7, 10, 14, 20 };
	private static final double[] F = { 5.334, 5.355, 5.614, 6.853, 9.010, 12.07, 21.28, 55.96, 120.0, 291.7, 711.2,
		1902 };
	private static final double[] W = { 2.545, 2.555, 2.687, 3.398, 4.779, 6.873, 13.63, 41.18, 94.87, 244.1, 618.3,
		1701 };
	private static final double[] Y = { 1.000, 1.004, 1.048, 1.224, 1.475, 1.774, 2.481, 4.238, 6.357, 10.09, 15.93,
		26.25 };

	/** Checks every number. */
	public PennyCrack {
		Allowed.positive("the crack radius", radiusUm, "um");
		Allowed.positive("the crack depth", depthUm, "um");
		Allowed.positive("youngs_modulus", youngGPa, "GPa");
		Allowed.between("poisson_ratio", poisson, 0, 0.5, "");
	}

	/**
	 * Volume function F(x).
	 *
	 * @param x radius over depth
	 * @return 16/3 when deep
	 */
	public static double volumeShape(final double x) {
		if (x < X[0]) return 16.0 / 3;
		return x > 20 ? Math.PI / 16 * x * x * x * Math.pow(1 + 0.65 / x, 6) : table(F, x);
	}

	/**
	 * Opening function W(x).
	 *
	 * @param x radius over depth
	 * @return 8/pi when deep
	 */
	public static double openingShape(final double x) {
		if (x < X[0]) return 8 / Math.PI;
		final double root = Math.pow((1 + 0.65 / x) / (1 + 0.65 / 20), 4);
		return x > 20 ? W[W.length - 1] * Math.pow(x / 20, 3) * root : table(W, x);
	}

	/**
	 * Stress-intensity function Y(x).
	 *
	 * @param x radius over depth
	 * @return 1 when deep
	 */
	public static double intensityShape(final double x) {
		if (x < X[0]) return 1;
		// Y^2 = (3 F + x F')/16, here with the plate and its root compliance
		if (x > 20) return Math.sqrt(volumeShape(x) * (6 - 3.9 / (x + 0.65)) / 16);
		return table(Y, x);
	}

	/**
	 * The clamped plate alone, too low by 8 % still at x = 20.
	 *
	 * @param x radius over depth
	 * @return {@code sqrt(3/32) x^1.5 sqrt(pi)/2}
	 */
	public static double plateIntensity(final double x) {
		return Math.sqrt(3.0 / 32) * Math.pow(x, 1.5) * Math.sqrt(Math.PI) / 2;
	}

	private static double table(final double[] values, final double x) {
		final double[] u = new double[X.length], v = new double[X.length];
		for (int i = 0; i < X.length; i++) {
			u[i] = Math.log(X[i]);
			v[i] = Math.log(values[i]);
		}
		final PolynomialSplineFunction s = new SplineInterpolator().interpolate(u, v);
		return Math.exp(s.value(Math.min(Math.max(Math.log(x), u[0]), u[u.length - 1])));
	}

	private double slenderness() {
		return radiusUm / depthUm;
	}

	private double strainPerMPa() {
		return (1 - poisson * poisson) / (youngGPa * 1e3);
	}

	/**
	 * Pressure at which the crack grows; it falls with growing radius, so that growth runs away.
	 *
	 * @param toughnessMPaSqrtM K_Ic, MPa m^0.5
	 * @return P_c, MPa
	 */
	public double criticalPressureMPa(final double toughnessMPaSqrtM) {
		return Allowed.positive("toughness", toughnessMPaSqrtM, "MPa m^0.5") * Math.sqrt(Math.PI) / (2 * Math.sqrt(radiusUm *
			1e-6) * intensityShape(slenderness()));
	}

	/**
	 * Volume opened by a pressure.
	 *
	 * @param pressureMPa MPa
	 * @return um3
	 */
	public double volumeUm3(final double pressureMPa) {
		return strainPerMPa() * pressureMPa * radiusUm * radiusUm * radiusUm * volumeShape(slenderness());
	}

	/**
	 * Opening in the middle under a pressure.
	 *
	 * @param pressureMPa MPa
	 * @return um
	 */
	public double openingUm(final double pressureMPa) {
		return strainPerMPa() * pressureMPa * radiusUm * openingShape(slenderness());
	}

	/**
	 * Stress intensity under a pressure, both modes together.
	 *
	 * @param pressureMPa MPa
	 * @return K_eff, MPa m^0.5
	 */
	public double intensityMPaSqrtM(final double pressureMPa) {
		return 2 * pressureMPa * Math.sqrt(radiusUm * 1e-6 / Math.PI) * intensityShape(slenderness());
	}

	/**
	 * Charge per projected area that fills the crack with metal.
	 *
	 * @param pressureMPa MPa
	 * @param molarVolumeCm3PerMol molar volume of the metal, cm3/mol
	 * @return mAh/cm2
	 */
	public double fillCapacityMahCm2(final double pressureMPa, final double molarVolumeCm3PerMol) {
		return volumeUm3(pressureMPa) / (Math.PI * radiusUm * radiusUm) / PhysicalConstants.platedThicknessUm(
			molarVolumeCm3PerMol, 1);
	}
}
