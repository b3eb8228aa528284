// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

/** Checks of the numbers that describe shapes and images, each with one sentence for the user. */
final class Lengths {

	private Lengths() {}

	/** A length above zero, in um. */
	static double positive(final String what, final double um) {
		if (!(um > 0) || Double.isInfinite(um)) throw new IllegalArgumentException(what + " is " + um
			+ " um; it must be a finite length above 0.");
		return um;
	}

	/** A number within bounds. */
	static double within(final String what, final double value, final double low, final double high) {
		if (!(value >= low && value <= high)) throw new IllegalArgumentException(what + " is " + value
			+ "; it must lie between " + low + " and " + high + ".");
		return value;
	}

	/** A whole number within bounds. */
	static int within(final String what, final int value, final int low, final int high) {
		if (value < low || value > high) throw new IllegalArgumentException(what + " is " + value + "; it must lie between "
			+ low + " and " + high + ".");
		return value;
	}
}
