// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

/**
 * Decides whether one voxel can be removed without changing the topology of a shape.
 * <p>
 * Foreground is 26-connected, background 6-connected. A neighbourhood is an int of 27 bits, bit
 * {@code (dx+1) + 3 (dy+1) + 9 (dz+1)}, set where the voxel belongs to the shape; bit 13 is the voxel itself and is
 * ignored. A voxel is simple if and only if (a) its foreground neighbours form exactly one 26-component inside the 26
 * neighbours, and (b) its background neighbours that touch one of its faces belong to one 6-component inside the 18
 * neighbours (Bertrand and Malandain, Pattern Recognit. Lett. 1994, 15, 169, doi:10.1016/0167-8655(94)90046-9).
 * <p>
 * Both are decided by growing a seed with bit shifts: some 60 integer operations, no table and no memory.
 */
public final class SimplePoint {

	/** Bit of the voxel itself. */
	static final int CENTRE = 1 << 13;
	private static final int ALL = (1 << 27) - 1;
	private static final int NOT_X0 = planes(0, 0);
	private static final int NOT_X2 = planes(0, 2);
	private static final int NOT_Y0 = planes(1, 0);
	private static final int NOT_Y2 = planes(1, 2);
	private static final int FACES = within(1);
	private static final int EIGHTEEN = within(2);

	private SimplePoint() {}

	/** All bits but those with the given coordinate along an axis. */
	private static int planes(final int axis, final int coordinate) {
		int bits = 0;
		for (int b = 0; b < 27; b++) {
			final int c = axis == 0 ? b % 3 : b / 3 % 3;
			if (c != coordinate) bits |= 1 << b;
		}
		return bits;
	}

	/** Neighbours whose city-block distance from the centre is at most d; without the centre. */
	private static int within(final int d) {
		int bits = 0;
		for (int b = 0; b < 27; b++) {
			final int n = Math.abs(b % 3 - 1) + Math.abs(b / 3 % 3 - 1) + Math.abs(b / 9 - 1);
			if (n > 0 && n <= d) bits |= 1 << b;
		}
		return bits;
	}

	/**
	 * Whether the voxel in the middle is simple.
	 *
	 * @param neighbourhood 27 bits, as in the class description
	 * @return true if removing it keeps components, tunnels and cavities
	 */
	public static boolean isSimple(final int neighbourhood) {
		final int shape = neighbourhood & ALL & ~CENTRE;
		if (shape == 0) return false;
		return oneBackground(~neighbourhood & EIGHTEEN) && oneForeground(shape);
	}

	/**
	 * Number of 26-components among the neighbours that belong to the shape.
	 *
	 * @param neighbourhood 27 bits, as in the class description
	 * @return 0 to 8
	 */
	public static int foregroundParts(final int neighbourhood) {
		int left = neighbourhood & ALL & ~CENTRE;
		int n = 0;
		for (; left != 0; n++) {
			int grown = left & -left;
			for (int before = 0; grown != before;) {
				before = grown;
				grown = spread26(grown) & left;
			}
			left &= ~grown;
		}
		return n;
	}

	/**
	 * Number of sides: 6-components of the background among the 18 neighbours that touch a face of the voxel.
	 *
	 * @param neighbourhood 27 bits, as in the class description
	 * @return 0 to 6
	 */
	public static int backgroundParts(final int neighbourhood) {
		final int empty = ~neighbourhood & EIGHTEEN;
		int left = empty & FACES;
		int n = 0;
		for (; left != 0; n++) {
			int grown = left & -left;
			for (int before = 0; grown != before;) {
				before = grown;
				grown |= empty & spread6(grown);
			}
			left &= ~grown;
		}
		return n;
	}

	private static int spread6(final int bits) {
		return (bits & NOT_X2) << 1 | (bits & NOT_X0) >>> 1 | (bits & NOT_Y2) << 3 | (bits & NOT_Y0) >>> 3 | bits << 9 | bits >>> 9;
	}

	private static int spread26(final int bits) {
		final int x = bits | (bits & NOT_X2) << 1 | (bits & NOT_X0) >>> 1;
		final int y = x | (x & NOT_Y2) << 3 | (x & NOT_Y0) >>> 3;
		return y | y << 9 | y >>> 9;
	}

	private static boolean oneBackground(final int empty) {
		final int faces = empty & FACES;
		if (faces == 0) return false;
		int grown = faces & -faces;
		while ((faces & ~grown) != 0) {
			final int next = grown | empty & spread6(grown);
			if (next == grown) return false;
			grown = next;
		}
		return true;
	}

	private static boolean oneForeground(final int shape) {
		int grown = shape & -shape;
		while (grown != shape) {
			final int next = spread26(grown) & shape;
			if (next == grown) return false;
			grown = next;
		}
		return true;
	}
}
