// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

/** What limits the current into a pore besides the electrolyte's resistance. */
public enum Kinetics {
	/** Nothing: primary (ohmic) current distribution; the only choice that reproduces the published rise of the CCD. */
	NONE("none"),
	/** A linear interface resistance r_int, which spreads the current over lambda = sigma r_int. */
	LINEAR("linear"),
	/** The same, and metal under pressure is harder to plate by Omega P/F (eq. 11). */
	PRESSURE("pressure");

	private final String key;

	Kinetics(final String key) {
		this.key = key;
	}

	/**
	 * The name that users type.
	 *
	 * @return none, linear or pressure
	 */
	public String key() {
		return key;
	}

	/**
	 * Reads a name.
	 *
	 * @param key what the user typed
	 * @return the choice
	 */
	public static Kinetics parse(final String key) {
		for (final Kinetics k : values())
			if (k.key.equalsIgnoreCase(key == null ? "" : key.trim())) return k;
		throw new IllegalArgumentException("kinetics=" + key + " is not known; use none, linear or pressure.");
	}
}
