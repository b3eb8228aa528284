// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.record;

/**
 * The two readings of "large pores, that is, within a pore radius of 1/3rd" (Melvin et al., Nature Energy 2025,
 * doi:10.1038/s41560-025-01847-0).
 */
public enum LargeRule {
	/** Large is r &gt;= r_max / 3. */
	THIRD("third", 1.0 / 3),
	/** Large is r &gt;= 2/3 r_max. */
	TWOTHIRDS("twothirds", 2.0 / 3);

	private final String key;
	private final double fraction;

	LargeRule(final String key, final double fraction) {
		this.key = key;
		this.fraction = fraction;
	}

	/**
	 * The name that users type.
	 *
	 * @return third or twothirds
	 */
	public String key() {
		return key;
	}

	/**
	 * Whether a radius counts as large.
	 *
	 * @param radius the pore's radius
	 * @param largest the largest radius of the population, same unit
	 * @return true if large
	 */
	public boolean isLarge(final double radius, final double largest) {
		return radius >= fraction * largest;
	}

	/**
	 * Reads a rule's name.
	 *
	 * @param key third or twothirds
	 * @return the rule
	 */
	public static LargeRule parse(final String key) {
		for (final LargeRule r : values())
			if (r.key.equalsIgnoreCase(key == null ? "" : key.trim())) return r;
		throw new IllegalArgumentException("largerule=" + key
			+ " is not known; use third (r >= r_max/3) or twothirds (r >= 2/3 r_max).");
	}
}
