// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.flow;

/** Refuses values outside what a formula allows, in one sentence that names the parameter, the value and the limit. */
final class Allowed {

	private Allowed() {}

	/** Passes a positive, finite number. */
	static double positive(final String name, final double value, final String unit) {
		if (!(value > 0) || Double.isInfinite(value)) throw new IllegalArgumentException("The " + name + " is " + value
			+ " " + unit + "; it must be a positive, finite number; check the measurement or type another value.");
		return value;
	}

	/** Passes a number between two limits, both allowed. */
	static double between(final String name, final double value, final double low, final double high,
		final String unit)
	{
		if (!(value >= low && value <= high)) throw new IllegalArgumentException("The " + name + " is " + value + " " + unit
			+ "; it must lie between " + low + " and " + high + " " + unit + "; type a value in this range.");
		return value;
	}
}
