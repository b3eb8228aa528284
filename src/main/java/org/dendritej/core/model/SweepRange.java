// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.Locale;

import org.dendritej.core.flow.CreepLaw;

/**
 * From where to where a variable is swept.
 *
 * @param from first value, in the variable's unit
 * @param to last value
 */
public record SweepRange(double from, double to) {

	/** Checks the order. */
	public SweepRange {
		if (!(from < to) || from < 0 || Double.isInfinite(to)) throw new IllegalArgumentException("range=" + from + "," + to +
			" is no range; give the first and the larger last value, not negative, such as range=0.5,2.3.");
	}

	/**
	 * Reads what a user typed.
	 *
	 * @param text first and last value with a comma between
	 * @return the range
	 */
	public static SweepRange parse(final String text) {
		final String[] part = text.split(",", -1);
		try {
			if (part.length == 2) return new SweepRange(Double.parseDouble(part[0].trim()), Double.parseDouble(part[1].trim()));
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException("range=" + text + " holds what is no number; give two numbers such as range=0.5,2.3.",
				e);
		}
		throw new IllegalArgumentException("range=" + text + " has " + part.length +
			" numbers; give the first and the last value such as range=0.5,2.3.");
	}

	/**
	 * The usual range. The four lengths: from half the smaller to one and a half times the larger of the sample's value, but
	 * at least over the range of Fig. 5 (Melvin et al. 2025). Temperature: 20 K below room temperature to 353 K, within the
	 * creep law. Stack pressure: up to nine tenths of the strength, at most 50 MPa. Creep exponent: a fifth to either side.
	 * Others: half to twice the value.
	 *
	 * @param model the conditions
	 * @param array the microstructure
	 * @param v what varies
	 * @return the range
	 */
	public static SweepRange of(final CriticalCurrent model, final PoreArray array, final Variable v) {
		final double x = model.value(array, v);
		if (v.isGeometry()) {
			final double a = PublishedCells.DENSE83.get(v), b = PublishedCells.DENSE99.get(v);
			return new SweepRange(Math.min(x / 2, Math.min(a, b)), Math.max(1.5 * x, Math.max(a, b)));
		}
		if (v == Variable.TEMPERATURE) return new SweepRange(Math.max(CreepLaw.LOWEST_K, Math.min(x - 20, 278.15)), Math.min(
			CreepLaw.HIGHEST_K, Math.max(x + 20, 353.15)));
		if (v == Variable.STACK) return new SweepRange(0, Math.min(50, 0.9 * model.conditions().strengthMPa()));
		if (v == Variable.CREEP_EXPONENT) return new SweepRange(0.8 * x, 1.2 * x);
		if (v == Variable.RINT && x == 0) return new SweepRange(0, 100);
		return new SweepRange(x / 2, 2 * x);
	}

	/**
	 * The two ends as an array.
	 *
	 * @return from, to
	 */
	public double[] ends() {
		return new double[] { from, to };
	}

	@Override
	public String toString() {
		return String.format(Locale.ROOT, "%.4g,%.4g", from, to);
	}
}
