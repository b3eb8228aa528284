// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.current;

/** Which pores and cracks are taken to be full of lithium at the electrode's potential. */
public enum Filling {
	/** Those that the graph (or, without one, their voxels) joins to the electrode; the others are empty and carry nothing. */
	JOINED,
	/** Every one, as in the published model. */
	ALL;

	/**
	 * Reads the key {@code metal}.
	 *
	 * @param key joined or all
	 * @return the choice
	 */
	public static Filling parse(final String key) {
		for (final Filling f : values())
			if (f.name().equalsIgnoreCase(key)) return f;
		throw new IllegalArgumentException("metal=" + key + " is not known; use joined (filled where cracks lead to the electrode) or all.");
	}
}
