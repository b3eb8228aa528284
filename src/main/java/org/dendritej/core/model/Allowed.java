// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

/** Refuses values outside what the model allows, in one sentence: parameter, value, limits, remedy. */
final class Allowed {

	private Allowed() {}

	static double positive(final String name, final double value, final String unit) {
		if (!(value > 0) || Double.isInfinite(value)) throw new IllegalArgumentException(name + " is " + text(value, unit)
			+ "; it must be a positive, finite number; measure it or type another value.");
		return value;
	}

	static double notNegative(final String name, final double value, final String unit) {
		if (!(value >= 0) || Double.isInfinite(value)) throw new IllegalArgumentException(name + " is " + text(value, unit)
			+ "; it must be 0 or a positive, finite number; type another value.");
		return value;
	}

	static double between(final String name, final double value, final double low, final double high,
		final String unit)
	{
		if (!(value >= low && value <= high)) throw new IllegalArgumentException(name + " is " + text(value, unit)
			+ "; it must lie between " + low + " and " + text(high, unit) + "; type a value in this range.");
		return value;
	}

	static int count(final String name, final int value, final int low, final int high) {
		if (value < low || value > high) throw new IllegalArgumentException(name + " is " + value
			+ "; it must lie between " + low + " and " + high + "; type a number in this range.");
		return value;
	}

	private static String text(final double value, final String unit) {
		return unit.isEmpty() ? String.valueOf(value) : value + " " + unit;
	}
}
