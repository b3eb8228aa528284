// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

/** What a critical current depends on: the axes of sweeps, sensitivities and variance shares. */
public enum Variable {
	/** Pore radius R. */
	PORE_RADIUS("poreradius", "pore radius", "um"),
	/** Pore separation s. */
	PORE_SEPARATION("poreseparation", "pore separation", "um"),
	/** Crack length L. */
	CRACK_LENGTH("cracklength", "crack length", "um"),
	/** Crack width w. */
	CRACK_WIDTH("crackwidth", "crack width", "nm"),
	/** Local strength P_f. */
	STRENGTH("strength", "local strength", "MPa"),
	/** Stack pressure. */
	STACK("stack", "stack pressure", "MPa"),
	/** Temperature. */
	TEMPERATURE("temperature", "temperature", "K"),
	/** Creep prefactor A. */
	CREEP_PREFACTOR("creepprefactor", "creep prefactor", "s^-1 MPa^-m"),
	/** Creep exponent m. */
	CREEP_EXPONENT("creepexponent", "creep exponent", "1"),
	/** Interface resistance. */
	RINT("rint", "interface resistance", "ohm cm2"),
	/** Ionic conductivity. */
	SIGMA("sigma", "ionic conductivity", "S/m");

	private final String key;
	private final String words;
	private final String unit;

	Variable(final String key, final String words, final String unit) {
		this.key = key;
		this.words = words;
		this.unit = unit;
	}

	/**
	 * The name that users type.
	 *
	 * @return lower-case name
	 */
	public String key() {
		return key;
	}

	/**
	 * The name on axes.
	 *
	 * @return words
	 */
	public String words() {
		return words;
	}

	/**
	 * The unit.
	 *
	 * @return ASCII unit
	 */
	public String unit() {
		return unit;
	}

	/**
	 * Whether it is one of the four lengths of the microstructure.
	 *
	 * @return true for radius, separation, length, width
	 */
	public boolean isGeometry() {
		return ordinal() <= CRACK_WIDTH.ordinal();
	}

	/**
	 * Reads a variable's name.
	 *
	 * @param key what the user typed
	 * @return the variable
	 */
	public static Variable parse(final String key) {
		final StringBuilder known = new StringBuilder();
		for (final Variable v : values()) {
			if (v.key.equalsIgnoreCase(key == null ? "" : key.trim())) return v;
			known.append(known.length() == 0 ? "" : ", ").append(v.key);
		}
		throw new IllegalArgumentException("sweep=" + key + " is not a variable of the model; use none, all or one of "
			+ known + ".");
	}
}
