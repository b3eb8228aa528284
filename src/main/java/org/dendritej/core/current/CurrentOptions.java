// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.current;

import java.util.Map;
import java.util.TreeMap;

import org.dendritej.core.field.FieldProblem;
import org.dendritej.core.geom.ElectrodeFace;

/**
 * What a user chooses for the current distribution.
 *
 * @param face side on which the lithium electrode lies; not NONE
 * @param sigmaSm conductivity of the electrolyte, S/m
 * @param rintOhmCm2 interface resistance of all lithium, ohm cm2; 0 = none
 * @param periodic whether the sides along the electrode are periodic; else they carry no current
 * @param tolerance relative residual
 * @param currentMaCm2 mean current density, mA/cm2; it scales the images, no share depends on it
 * @param filling which pores and cracks are lithium
 * @param classes further classes and their conductivity, S/m; 0 = blocking
 * @param plane whether the counter electrode is a plane of one potential; else the current enters uniformly
 * @param distanceUm electrolyte between the image's far side and the counter electrode, um
 * @param tips number of crack tips to report
 * @param aheadUm length over which the mean field ahead of a tip is taken, um; 0 = 8 voxels
 * @param threads threads, 0 = all
 */
public record CurrentOptions(ElectrodeFace face, double sigmaSm, double rintOhmCm2, boolean periodic, double tolerance,
	double currentMaCm2, Filling filling, Map<Integer, Double> classes, boolean plane, double distanceUm, int tips,
	double aheadUm, int threads)
{

	/** Most crack tips that are reported. */
	public static final int MOST_TIPS = 1000;

	/** Checks every number. */
	public CurrentOptions {
		if (face == ElectrodeFace.NONE) throw new IllegalArgumentException(
			"face=none leaves the field without an electrode; give X-, X+, Y-, Y+, Z- or Z+ (Y- is the top of a FIB-SEM slice).");
		positive("sigma", sigmaSm, "S/m", "0.2 is that of Li6PS5Cl");
		notNegative("rint", rintOhmCm2, "ohm cm2");
		positive("current", currentMaCm2, "mA/cm2", "it only scales the images");
		notNegative("distance", distanceUm, "um");
		notNegative("ahead", aheadUm, "um");
		if (!(tolerance >= FieldProblem.FINEST_TOLERANCE && tolerance <= 0.1)) throw new IllegalArgumentException("tolerance=" + tolerance
			+ " cannot be met by the numbers' precision or means nothing; give 1e-10 to 0.1 (1e-6 is usual).");
		if (tips < 0 || tips > MOST_TIPS) throw new IllegalArgumentException("tips=" + tips + " is not possible; give 0 to " + MOST_TIPS + ".");
		classes = Map.copyOf(classes);
	}

	private static void positive(final String key, final double v, final String unit, final String hint) {
		if (!(v > 0) || Double.isInfinite(v)) throw new IllegalArgumentException(key + "=" + v + " " + unit
			+ " is not possible; give a positive, finite number (" + hint + ").");
	}

	private static void notNegative(final String key, final double v, final String unit) {
		if (!(v >= 0) || Double.isInfinite(v)) throw new IllegalArgumentException(key + "=" + v + " " + unit
			+ " is not possible; give 0 or a positive, finite number.");
	}

	/**
	 * Kinetic length.
	 *
	 * @return lambda = sigma r_int, um
	 */
	public double kineticLengthUm() {
		return 100 * sigmaSm * rintOhmCm2;
	}

	/**
	 * Reads the keys {@code blocking} and {@code secondary}.
	 *
	 * @param blocking class numbers separated by commas; may be empty
	 * @param secondary pairs class:S/m separated by commas; may be empty
	 * @return conductivity of each class, 0 = blocking
	 */
	public static Map<Integer, Double> parse(final String blocking, final String secondary) {
		final Map<Integer, Double> found = new TreeMap<>();
		for (final String s : parts(blocking))
			put(found, "blocking", s, s, 0);
		for (final String s : parts(secondary)) {
			final String[] pair = s.split(":");
			final double sigma = pair.length == 2 ? number(s, pair[1]) : Double.NaN;
			if (!(sigma > 0) || Double.isInfinite(sigma)) throw new IllegalArgumentException("secondary=" + secondary + " holds \"" + s
				+ "\"; give class:conductivity with a positive conductivity in S/m, such as 5:0.01 (classes without current go into blocking=).");
			put(found, "secondary", s, pair[0], sigma);
		}
		return found;
	}

	private static String[] parts(final String list) {
		return list == null || list.isBlank() ? new String[0] : list.strip().split("\\s*,\\s*");
	}

	private static void put(final Map<Integer, Double> into, final String key, final String part, final String cls, final double sigma) {
		final double c = number(part, cls);
		if (c != Math.rint(c) || c < 5 || c > 255) throw new IllegalArgumentException(key + "= names \"" + part
			+ "\"; give a class from 5 to 255 (0 is electrolyte, 1 pore, 2 crack, 3 lithium, 4 outside).");
		if (into.put((int) c, sigma) != null) throw new IllegalArgumentException(key + "= names class " + (int) c
			+ " a second time; name each class once, in blocking= or secondary=.");
	}

	private static double number(final String part, final String text) {
		try {
			return Double.parseDouble(text.strip());
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException("\"" + part + "\" in blocking= or secondary= is not a number; give classes such as 5,6 or pairs such as 5:0.01.",
				e);
		}
	}
}
