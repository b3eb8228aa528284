// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.Locale;

import org.apache.commons.math3.distribution.TDistribution;

/**
 * Resistance of a short from its I-V points, and the diameter of the one straight lithium filament that would have it:
 * D = sqrt(4 rho l / (pi R)) (physics reference, 3f; 440 ohm over 1.2 mm gives 567.7 nm).
 *
 * @param ohm resistance
 * @param ohmLow lower end of its interval
 * @param ohmHigh upper end
 * @param offsetA current at zero voltage, A; NaN if the resistance was given
 * @param diameterNm equivalent diameter, nm
 * @param diameterLowNm its lower end (from ohmHigh), nm
 * @param diameterHighNm its upper end (from ohmLow), nm
 */
public record Filament(double ohm, double ohmLow, double ohmHigh, double offsetA, double diameterNm,
	double diameterLowNm, double diameterHighNm)
{

	/** Resistivity of lithium at room temperature, ohm m (physics reference, 3f). */
	public static final double LITHIUM_OHM_M = 9.28e-8;
	/** Points below which a fit says nothing. */
	public static final int FEWEST = 4;

	/**
	 * Diameter of a straight filament.
	 *
	 * @param ohm resistance, above 0
	 * @param lengthMm length, mm
	 * @param ohmM resistivity, ohm m
	 * @return nm
	 * @throws IllegalArgumentException if a number is not positive
	 */
	public static double diameterNm(final double ohm, final double lengthMm, final double ohmM) {
		if (!(ohm > 0 && lengthMm > 0 && ohmM > 0)) throw new IllegalArgumentException("A filament of " + ohm + " ohm, "
			+ lengthMm + " mm and " + ohmM + " ohm m has no diameter; all three must be above 0.");
		return Math.sqrt(4 * ohmM * lengthMm * 1e-3 / (Math.PI * ohm)) * 1e9;
	}

	/**
	 * From a resistance with its interval.
	 *
	 * @param ohm resistance
	 * @param ohmLow lower end
	 * @param ohmHigh upper end
	 * @param lengthMm thickness of the electrolyte, mm
	 * @param ohmM resistivity, ohm m
	 * @return the filament
	 */
	public static Filament of(final double ohm, final double ohmLow, final double ohmHigh, final double lengthMm,
		final double ohmM)
	{
		return new Filament(ohm, ohmLow, ohmHigh, Double.NaN, diameterNm(ohm, lengthMm, ohmM), diameterNm(ohmHigh, lengthMm,
			ohmM), diameterNm(ohmLow, lengthMm, ohmM));
	}

	/**
	 * From I-V points: least squares of the current on the voltage, Student interval of the slope, turned over.
	 *
	 * @param volt voltages, V
	 * @param ampere currents, A
	 * @param lengthMm thickness of the electrolyte, mm
	 * @param ohmM resistivity, ohm m
	 * @param confidence of the interval, such as 0.95
	 * @return the filament
	 * @throws IllegalArgumentException for fewer than 4 points, one voltage only, or a slope that is not above zero within
	 *           its interval
	 */
	public static Filament fromPoints(final double[] volt, final double[] ampere, final double lengthMm,
		final double ohmM, final double confidence)
	{
		final int n = volt.length;
		if (n != ampere.length) throw new IllegalArgumentException("The I-V curve has " + n + " voltages and "
			+ ampere.length + " currents; give one of each for every point.");
		if (n < FEWEST) throw new IllegalArgumentException("The I-V curve has " + n + " points; a resistance with an interval "
			+ "needs at least " + FEWEST + ".");
		double mv = 0, mi = 0, vv = 0, vi = 0, ii = 0;
		for (int k = 0; k < n; k++) {
			mv += volt[k] / n;
			mi += ampere[k] / n;
		}
		for (int k = 0; k < n; k++) {
			vv += (volt[k] - mv) * (volt[k] - mv);
			vi += (volt[k] - mv) * (ampere[k] - mi);
			ii += (ampere[k] - mi) * (ampere[k] - mi);
		}
		if (!(vv > 0)) throw new IllegalArgumentException("All " + n + " I-V points have the voltage " + mv
			+ " V; a resistance needs at least two voltages.");
		final double g = vi / vv, rest = Math.max(0, ii - g * vi) / (n - 2);
		final double half = new TDistribution(null, n - 2).inverseCumulativeProbability(0.5 + confidence / 2) * Math.sqrt(rest
			/ vv);
		if (!(g > 0) || g - half <= 0) throw new IllegalArgumentException(String.format(Locale.ROOT,
			"The I-V slope is %.3g +- %.2g A/V, which does not exclude zero: no resistance follows; check the contact, the "
				+ "units or the sign of the current.", g, half));
		final Filament f = of(1 / g, 1 / (g + half), 1 / (g - half), lengthMm, ohmM);
		return new Filament(f.ohm, f.ohmLow, f.ohmHigh, mi - g * mv, f.diameterNm, f.diameterLowNm, f.diameterHighNm);
	}

	/**
	 * Diameter of each of several equal filaments in parallel.
	 *
	 * @param n filaments, 1 or more
	 * @return nm
	 */
	public double eachOfNm(final int n) {
		if (n < 1) throw new IllegalArgumentException(n + " filaments carry no current; give 1 or more.");
		return diameterNm / Math.sqrt(n);
	}

	/**
	 * How to read the diameter.
	 *
	 * @return sentences
	 */
	public String meaning() {
		return String.format(Locale.ROOT, "One straight lithium filament of %.0f nm (%.0f to %.0f nm) would have this "
			+ "resistance of %.4g ohm. It is a lower bound if the loop also contains probe, contact or interface resistance. "
			+ "If several filaments run in parallel each is thinner: 4 equal ones %.0f nm, 10 equal ones %.0f nm. A winding "
			+ "filament is longer than the electrolyte is thick and therefore wider.", diameterNm, diameterLowNm,
			diameterHighNm, ohm, eachOfNm(4), eachOfNm(10));
	}
}
