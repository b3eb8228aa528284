// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import org.apache.commons.math3.analysis.interpolation.SplineInterpolator;
import org.apache.commons.math3.analysis.polynomials.PolynomialSplineFunction;

/**
 * When a pore under pressure cracks: three criteria that a user names, and what each takes as its number.
 */
public enum Fracture {
	/** Published: pore pressure reaches the local strength of the grain boundaries. */
	STRENGTH("strength"),
	/** Hoop stress of a sphere, P/2 at its wall, reaches the tensile strength of the electrolyte: P_f = 2 sigma_f. */
	HOOP("hoop"),
	/** A ring-shaped flaw around the equator of the pore reaches the toughness. */
	TOUGHNESS("toughness");

	private static final double[] C_OVER_R = { 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5 };
	/** K/(P sqrt R), axisymmetric finite elements, nu = 0.25, +-2 %. */
	private static final double[] FILLED = { 0.406, 0.607, 0.797, 1.004, 1.298, 1.569, 1.951, 2.796 };
	private static final double[] EMPTY = { 0.136, 0.191, 0.235, 0.262, 0.239, 0.175, 0.093 };

	private final String key;

	Fracture(final String key) {
		this.key = key;
	}

	/**
	 * The name that users type.
	 *
	 * @return strength, hoop or toughness
	 */
	public String key() {
		return key;
	}

	/**
	 * Reads a name.
	 *
	 * @param key what the user typed
	 * @return the criterion
	 */
	public static Fracture parse(final String key) {
		for (final Fracture f : values())
			if (f.key.equalsIgnoreCase(key == null ? "" : key.trim())) return f;
		throw new IllegalArgumentException("fracture=" + key + " is not known; use strength, hoop or toughness.");
	}

	/**
	 * Hoop stress around a sphere under internal pressure in an infinite body (Lame): {@code (P/2)(R/r)^3}.
	 *
	 * @param pressureMPa pressure in the pore, MPa
	 * @param distanceOverRadius distance from the centre over the radius, at least 1
	 * @return tension, MPa
	 */
	public static double hoopStressMPa(final double pressureMPa, final double distanceOverRadius) {
		Allowed.between("distance over radius", distanceOverRadius, 1, 1e9, "");
		return pressureMPa / 2 / Math.pow(distanceOverRadius, 3);
	}

	/**
	 * Pore pressure at which the hoop stress reaches a tensile strength.
	 *
	 * @param tensileStrengthMPa sigma_f, MPa
	 * @return P_f = 2 sigma_f, MPa
	 */
	public static double hoopLimitMPa(final double tensileStrengthMPa) {
		return 2 * Allowed.positive("the tensile strength", tensileStrengthMPa, "MPa");
	}

	/**
	 * Stress intensity of a ring-shaped flaw around the equator of a sphere, {@code K/(P sqrt R)}; splines through the
	 * finite-element table, beyond it the limits for short and long flaws, scaled to join.
	 *
	 * @param flawOverRadius length of the flaw over the radius of the pore, above 0
	 * @param filled whether metal presses on the flaw's faces
	 * @return a pure number
	 */
	public static double annularFlaw(final double flawOverRadius, final boolean filled) {
		final double x = Allowed.positive("flaw length over pore radius", flawOverRadius, "");
		final double[] table = filled ? FILLED : EMPTY;
		final double first = C_OVER_R[0], last = C_OVER_R[table.length - 1];
		if (x < first) return shallow(x, filled) * (1 + (table[0] / shallow(first, filled) - 1) * x / first);
		if (x > last) return deep(x, filled) * (1 + (table[table.length - 1] / deep(last, filled) - 1) * last / x);
		final double[] u = new double[table.length], v = new double[table.length];
		for (int i = 0; i < table.length; i++) {
			u[i] = Math.log(C_OVER_R[i]);
			v[i] = Math.log(table[i]);
		}
		final PolynomialSplineFunction s = new SplineInterpolator().interpolate(u, v);
		return Math.exp(s.value(Math.min(Math.max(Math.log(x), u[0]), u[u.length - 1])));
	}

	private static double shallow(final double x, final boolean filled) {
		return 1.122 * (filled ? 1.5 : 0.5) * Math.sqrt(Math.PI * x);
	}

	private static double deep(final double x, final boolean filled) {
		return filled ? 2 * Math.sqrt((1 + x) / Math.PI) : Math.pow(1 + x, -1.5) / Math.sqrt(Math.PI);
	}

	/**
	 * Pore pressure at which a ring-shaped flaw grows.
	 *
	 * @param toughnessMPaSqrtM fracture toughness K_Ic, MPa m^0.5
	 * @param radiusUm pore radius, um
	 * @param flawOverRadius length of the flaw over the radius
	 * @param filled whether metal presses on the flaw's faces
	 * @return P_f, MPa
	 */
	public static double toughnessLimitMPa(final double toughnessMPaSqrtM, final double radiusUm,
		final double flawOverRadius, final boolean filled)
	{
		Allowed.positive("toughness", toughnessMPaSqrtM, "MPa m^0.5");
		Allowed.positive("poreradius", radiusUm, "um");
		return toughnessMPaSqrtM / (annularFlaw(flawOverRadius, filled) * Math.sqrt(radiusUm * 1e-6));
	}
}
