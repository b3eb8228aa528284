// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The local strength that fits the measured critical currents of one or several specimens, and what such a fit can and
 * cannot know: without kinetics the model holds strength and creep only as the product {@code A (P_f - P_s)^m}.
 *
 * @param strengthMPa fitted P_f: least squares of ln CCD, MPa
 * @param lowMPa lowest strength that any specimen alone implies, or that its measured interval allows, MPa
 * @param highMPa highest
 * @param each strength that each specimen alone implies, MPa
 * @param predictedMaCm2 critical current of each specimen with the fitted strength, mA/cm2
 * @param worstFactor largest factor between a predicted and a measured critical current
 * @param exponentForRatio creep exponent that would reproduce two specimens exactly; NaN unless there are two and one
 *          exists between 1 and 30
 * @param words what is and what is not identifiable
 */
public record StrengthCalibration(double strengthMPa, double lowMPa, double highMPa, double[] each,
	double[] predictedMaCm2, double worstFactor, double exponentForRatio, String words)
{

	/**
	 * A specimen with a measured critical current.
	 *
	 * @param name its name
	 * @param array its microstructure
	 * @param area its collecting area; null = closed form
	 * @param ccdMaCm2 measured critical current, mA/cm2
	 * @param ccdLow lower end of what the tests allow, mA/cm2
	 * @param ccdHigh upper end, mA/cm2
	 */
	public record Measured(String name, PoreArray array, CollectingArea area, double ccdMaCm2, double ccdLow,
		double ccdHigh)
	{

		/** Checks the interval. */
		public Measured {
			Allowed.positive("the measured critical current of " + name, ccdMaCm2, "mA/cm2");
			if (!(ccdLow > 0 && ccdLow <= ccdMaCm2 && ccdMaCm2 <= ccdHigh)) throw new IllegalArgumentException(
				"The measured critical current of " + name + " is " + ccdMaCm2 + " mA/cm2, outside its interval " + ccdLow +
					" to " + ccdHigh + "; give lower end, value and upper end in this order.");
		}
	}

	/**
	 * Fits.
	 *
	 * @param conditions creep law and choices; its strength is ignored
	 * @param specimens one or more
	 * @return the fit
	 */
	public static StrengthCalibration fit(final Conditions conditions, final List<Measured> specimens) {
		if (specimens.isEmpty()) throw new IllegalArgumentException(
			"There are 0 measured specimens; give at least one with its critical current.");
		final CriticalCurrent model = new CriticalCurrent(conditions);
		final int n = specimens.size();
		final double[] each = new double[n], predicted = new double[n];
		double mean = 0, low = Double.POSITIVE_INFINITY, high = 0;
		for (int i = 0; i < n; i++) {
			final Measured s = specimens.get(i);
			final CollectingArea area = area(model, s);
			each[i] = model.strengthMPa(s.ccdMaCm2, s.array, area);
			mean += Math.log(each[i] - conditions.stackMPa()) / n;
			low = Math.min(low, model.strengthMPa(s.ccdLow, s.array, area));
			if (!Double.isInfinite(s.ccdHigh)) high = Math.max(high, model.strengthMPa(s.ccdHigh, s.array, area));
			else high = Double.POSITIVE_INFINITY;
		}
		final double strength = conditions.stackMPa() + Math.exp(mean);
		final CriticalCurrent fitted = new CriticalCurrent(conditions.with(Variable.STRENGTH, strength));
		double worst = 1;
		for (int i = 0; i < n; i++) {
			predicted[i] = fitted.ccdMaCm2(specimens.get(i).array, area(fitted, specimens.get(i)));
			worst = Math.max(worst, Math.exp(Math.abs(Math.log(predicted[i] / specimens.get(i).ccdMaCm2))));
		}
		final double exponent = n == 2 ? exponent(conditions, specimens) : Double.NaN;
		return new StrengthCalibration(strength, low, high, each, predicted, worst, exponent, words(conditions, strength, n,
			worst, exponent));
	}

	private static CollectingArea area(final CriticalCurrent model, final Measured s) {
		return s.area == null ? model.area(s.array) : s.area;
	}

	/** The ratio of two critical currents holds neither strength nor prefactor, only the exponent. */
	private static double exponent(final Conditions c, final List<Measured> two) {
		final double wanted = Math.log(two.get(1).ccdMaCm2 / two.get(0).ccdMaCm2);
		double lo = 1, hi = 30;
		final double atLo = ratio(c, two, lo) - wanted;
		if (atLo * (ratio(c, two, hi) - wanted) > 0) return Double.NaN;
		for (int i = 0; i < 60; i++) {
			final double mid = (lo + hi) / 2;
			if ((ratio(c, two, mid) - wanted) * atLo > 0) lo = mid;
			else hi = mid;
		}
		return (lo + hi) / 2;
	}

	private static double ratio(final Conditions c, final List<Measured> two, final double exponent) {
		final CriticalCurrent m = new CriticalCurrent(c.with(Variable.CREEP_EXPONENT, exponent));
		return Math.log(m.ccdMaCm2(two.get(1).array, area(m, two.get(1))) / m.ccdMaCm2(two.get(0).array, area(m, two.get(
			0))));
	}

	private static String words(final Conditions c, final double strength, final int n, final double worst,
		final double exponent)
	{
		final double m = c.creep().exponent();
		final StringBuilder s = new StringBuilder(String.format(Locale.ROOT,
			"Fitted: P_f = %.4g MPa on %d specimen%s. ", strength, n, n == 1 ? "" : "s"));
		if (c.kinetics() == Kinetics.PRESSURE) s.append(
			"With pressure coupling most of the current is kept out by the coupling, so that the strength rests on conductivity and interface resistance more than on creep. ");
		else s.append(String.format(Locale.ROOT,
			"Only the product A (P_f - P_s)^m = %.4g 1/s is identifiable: a creep prefactor 10 times larger gives the same currents with a strength %.3g times smaller. ",
			c.creepNow().prefactor() * Math.pow(strength - c.stackMPa(), m), Math.pow(10, 1 / m)));
		if (n == 1) s.append("One specimen fits exactly by construction: this tests nothing. ");
		else s.append(String.format(Locale.ROOT,
			"With one number for %d specimens the worst critical current is off by a factor %.3g; the ratios between specimens do not depend on the strength. ",
			n, worst));
		if (!Double.isNaN(exponent)) s.append(String.format(Locale.ROOT,
			"An exponent of %.3g would give both currents exactly, which is no evidence for it. ", exponent));
		return s.append("Reading the width as radius instead of diameter fits as well with another strength.").toString();
	}
}
