// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

/** The two readings of "the longest cracks (within 33 % of the longest cracks)" (Melvin et al. 2025). */
public enum CrackRule {
	/** L &gt;= 2/3 L_max. */
	TWOTHIRDS("twothirds"),
	/** The longest third of all cracks, by number. */
	LONGESTTHIRD("longestthird");

	private final String key;

	CrackRule(final String key) {
		this.key = key;
	}

	/**
	 * The name that users type.
	 *
	 * @return twothirds or longestthird
	 */
	public String key() {
		return key;
	}

	/**
	 * The other reading.
	 *
	 * @return the rule that this is not
	 */
	public CrackRule other() {
		return this == TWOTHIRDS ? LONGESTTHIRD : TWOTHIRDS;
	}

	/**
	 * Reads a name.
	 *
	 * @param key what the user typed
	 * @return the rule
	 */
	public static CrackRule parse(final String key) {
		for (final CrackRule r : values())
			if (r.key.equalsIgnoreCase(key == null ? "" : key.trim())) return r;
		throw new IllegalArgumentException("crackrule=" + key +
			" is not known; use twothirds (L >= 2/3 L_max) or longestthird (the longest third by number).");
	}
}
