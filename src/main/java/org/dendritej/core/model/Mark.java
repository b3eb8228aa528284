// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.Locale;

/** How sure a number's origin is. */
public enum Mark {
	/** Stated in Melvin et al. 2025 or Siniscalchi et al. 2024, the two papers that the suite serves. */
	PUBLISHED,
	/** Seen in another named source. */
	SEEN,
	/** General knowledge, not looked up. */
	RECALLED,
	/** Derived or fitted in this project. */
	DERIVED,
	/** A guess that keeps the model running; replace it. */
	ASSUMED;

	/**
	 * Reads a mark.
	 *
	 * @param word published, seen, recalled, derived or assumed
	 * @return the mark
	 */
	public static Mark parse(final String word) {
		for (final Mark m : values())
			if (m.word().equals(word)) return m;
		throw new IllegalArgumentException("mark \"" + word
			+ "\" is not known; use published, seen, recalled, derived or assumed.");
	}

	/**
	 * The word in files.
	 *
	 * @return lower-case name
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}
}
