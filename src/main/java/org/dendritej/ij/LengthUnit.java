// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.util.Locale;
import java.util.Map;

/** Reads the length units that ImageJ users and microscopes write. */
final class LengthUnit {

	/** Micrometres in one unit. The micro sign (U+00B5) and the Greek mu (U+03BC) both occur. */
	private static final Map<String, Double> IN_UM = Map.ofEntries(Map.entry("m", 1e6), Map.entry("meter", 1e6),
		Map.entry("metre", 1e6), Map.entry("cm", 1e4), Map.entry("mm", 1e3), Map.entry("millimeter", 1e3),
		Map.entry("um", 1.0), Map.entry("\u00b5m", 1.0), Map.entry("\u03bcm", 1.0), Map.entry("micron", 1.0),
		Map.entry("microns", 1.0), Map.entry("micrometer", 1.0), Map.entry("micrometre", 1.0), Map.entry("micrometers", 1.0),
		Map.entry("\\u00b5m", 1.0), Map.entry("nm", 1e-3), Map.entry("nanometer", 1e-3), Map.entry("nanometre", 1e-3),
		Map.entry("nanometers", 1e-3), Map.entry("pm", 1e-6), Map.entry("\u00e5", 1e-4), Map.entry("\u212b", 1e-4),
		Map.entry("angstrom", 1e-4), Map.entry("a", 1e-4));

	private LengthUnit() {}

	/**
	 * Micrometres in one of the named unit.
	 *
	 * @param unit as ImageJ stores it
	 * @return um per unit, or NaN if the unit is not a length that microscopes use
	 */
	static double inUm(final String unit) {
		if (unit == null) return Double.NaN;
		final String plain = unit.strip();
		// "M" is not a metre; only names longer than two letters are taken in any case.
		final String key = plain.length() > 2 ? plain.toLowerCase(Locale.ROOT) : plain.replace('\u00c5', '\u00e5').replace('A', 'a');
		return IN_UM.getOrDefault(key, Double.NaN);
	}
}
