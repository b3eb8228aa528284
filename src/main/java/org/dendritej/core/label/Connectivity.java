// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.label;

/**
 * Which neighbours of a voxel belong to the same object.
 * <p>
 * For run-based labelling a connectivity is the widening of a run before it is compared with the runs of an earlier row:
 * 0 = the runs must share a column, 1 = touching across a corner is enough, -1 = the rows are no neighbours.
 */
public enum Connectivity {
	/** Common faces. */
	SIX(6, 0, -1),
	/** Common faces or edges. */
	EIGHTEEN(18, 1, 0),
	/** Common faces, edges or corners. */
	TWENTYSIX(26, 1, 1);

	private final int neighbours;
	private final int straight;
	private final int diagonal;

	Connectivity(final int neighbours, final int straight, final int diagonal) {
		this.neighbours = neighbours;
		this.straight = straight;
		this.diagonal = diagonal;
	}

	/**
	 * The name that users type.
	 *
	 * @return 6, 18 or 26
	 */
	public int neighbours() {
		return neighbours;
	}

	/** Widening against the rows (y - 1, z) and (y, z - 1). */
	int straight() {
		return straight;
	}

	/** Widening against the rows (y - 1, z - 1) and (y + 1, z - 1). */
	int diagonal() {
		return diagonal;
	}

	/**
	 * Reads a connectivity.
	 *
	 * @param neighbours what the user typed
	 * @return the connectivity
	 * @throws IllegalArgumentException for anything but 6, 18 and 26
	 */
	public static Connectivity of(final int neighbours) {
		for (final Connectivity c : values())
			if (c.neighbours == neighbours) return c;
		throw new IllegalArgumentException("connectivity=" + neighbours
			+ " is not a voxel neighbourhood; use 6 (faces), 18 (faces and edges) or 26 (faces, edges and corners).");
	}
}
