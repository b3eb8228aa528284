// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

/** The two readings of a "cylindrical crack of width w" in Melvin et al. 2025. */
public enum WidthReading {
	/** w is the diameter of the cylinder: the natural reading. */
	DIAMETER("diameter", 0.5),
	/** w is its radius: the same ratio of critical currents with about a third of the strength. */
	RADIUS("radius", 1);

	private final String key;
	private final double radiusPerWidth;

	WidthReading(final String key, final double radiusPerWidth) {
		this.key = key;
		this.radiusPerWidth = radiusPerWidth;
	}

	/**
	 * The name that users type.
	 *
	 * @return diameter or radius
	 */
	public String key() {
		return key;
	}

	/**
	 * Radius of the tube.
	 *
	 * @param widthNm measured width, nm
	 * @return um
	 */
	public double radiusUm(final double widthNm) {
		return radiusPerWidth * widthNm * 1e-3;
	}

	/**
	 * Reads a name.
	 *
	 * @param key what the user typed
	 * @return the reading
	 */
	public static WidthReading parse(final String key) {
		for (final WidthReading r : values())
			if (r.key.equalsIgnoreCase(key == null ? "" : key.trim())) return r;
		throw new IllegalArgumentException("widthreading=" + key + " is not known; use diameter or radius.");
	}
}
