// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import java.util.Arrays;

/**
 * The voxels of one bin while it burns: each with its neighbourhood as it was at the beginning of the bin and as it is now.
 * <p>
 * A neighbourhood is read once, and again only after a neighbour went; whether the voxel is simple is found out with it. A
 * direction in which nothing can go is not looked at. 24 bytes per voxel of the largest bin.
 */
final class BurnFront {

	/** Marks a neighbourhood whose voxel is simple. */
	private static final int SIMPLE = 1 << 27;
	private static final int ALL = SIMPLE - 1;

	/** Number of neighbourhoods that are remembered, as a power of two: the same few are met all the time. */
	private static final int MET_BITS = 12;

	private final PaddedShape shape;
	private long[] voxels = new long[0];
	private int n;
	private int[] first = new int[0];
	private int[] now = first;
	private int[] turn = first;
	private int[] slanting = first;
	private int slants;
	/** Directions in which some voxel may go. */
	private int ways;
	/** Neighbourhoods met before, shifted up by two, 2 for known and 1 for simple. */
	private final int[] met = new int[1 << MET_BITS];
	/** Whether a voxel went since all that matter were looked at; what was empty then is empty now. */
	private boolean stale;

	BurnFront(final PaddedShape shape) {
		this.shape = shape;
	}

	/** Takes the voxels of the queue's bin and marks them as being looked at. */
	void open(final BurnQueue queue) {
		n = queue.size();
		if (now.length < n) {
			now = new int[Math.max(n, 2 * now.length)];
			first = new int[now.length];
			turn = new int[now.length];
			voxels = new long[now.length];
		}
		queue.take(voxels);
		ways = 0;
		stale = false;
		for (int i = 0; i < n; i++) {
			final int z = (int) (voxels[i] >>> 32);
			final int p = (int) voxels[i];
			final byte[] marks = shape.marks[z];
			marks[p] = (byte) (marks[p] & ~PaddedShape.QUEUED | PaddedShape.CURRENT);
			first[i] = read(i, z, p) & ALL;
		}
	}

	int size() {
		return n;
	}

	/** Reads the neighbourhood of a voxel anew. */
	private int read(final int i, final int z, final int p) {
		int c = shape.neighbourhood(z, p);
		final int open = open(c);
		if (open != 0 && isSimple(c)) {
			c |= SIMPLE;
			ways |= open;
		}
		return now[i] = c;
	}

	private boolean isSimple(final int c) {
		final int place = c * 0x9E3779B1 >>> 32 - MET_BITS;
		final int known = met[place];
		if (known >>> 2 == c) return (known & 1) != 0;
		final boolean simple = SimplePoint.isSimple(c);
		met[place] = c << 2 | (simple ? 3 : 2);
		return simple;
	}

	/** Directions in which the neighbour is empty and the one behind is not. */
	private static int open(final int c) {
		return ~c & Integer.reverse(c) >>> 5 & ALL;
	}

	private int fresh(final int i) {
		final int z = (int) (voxels[i] >>> 32);
		final int p = (int) voxels[i];
		final byte[] marks = shape.marks[z];
		if ((marks[p] & PaddedShape.STALE) == 0) return now[i];
		marks[p] &= ~PaddedShape.STALE;
		return read(i, z, p);
	}

	/**
	 * Collects the voxels that may go in one direction now: open to it, with the shape behind them (sheets burn from their
	 * rims), and simple before any of this turn goes (the fire does not run along a line in one turn).
	 *
	 * @param bit the direction
	 * @return how many; {@link #turn} gives them, in the order of the bin
	 */
	int openTo(final int bit) {
		if (!stale && (ways >>> bit & 1) == 0) return 0;
		final int behind = 1 << 26 - bit;
		final int want = behind | SIMPLE;
		final int read = want | 1 << bit;
		int m = 0;
		for (int i = 0; i < n; i++) {
			int c = now[i];
			if (stale && (c & behind) != 0) c = fresh(i);
			turn[m] = i;
			if ((c & read) == want) m++;
		}
		return m;
	}

	/** Collects the voxels that no face direction can take: along each axis both neighbours are empty or both are not. */
	boolean slanting() {
		slants = 0;
		int open = 0;
		for (int i = 0; i < n; i++) {
			int c = now[i];
			if (stale && c != 0) c = fresh(i);
			if (c == 0 || ((c >>> 4 ^ c >>> 22 | c >>> 10 ^ c >>> 16 | c >>> 12 ^ c >>> 14) & 1) != 0) continue;
			if (slanting.length == slants) slanting = Arrays.copyOf(slanting, Math.max(64, 2 * slants));
			slanting[slants++] = i;
			if ((c & SIMPLE) != 0) open |= open(c);
		}
		stale = false;
		ways = open;
		return open != 0;
	}

	/** As {@link #openTo}, among the voxels that no face direction can take. */
	int slantingOpenTo(final int bit) {
		if (!stale && (ways >>> bit & 1) == 0) return 0;
		final int want = 1 << 26 - bit | SIMPLE;
		final int read = want | 1 << bit;
		int m = 0;
		int open = 0;
		for (int k = 0; k < slants; k++) {
			final int i = slanting[k];
			int c = now[i];
			if (stale && c != 0) c = fresh(i);
			if ((c & SIMPLE) == 0) continue;
			open |= open(c);
			if ((c & read) == want) turn[m++] = i;
		}
		ways = open;
		stale = false;
		return m;
	}

	/** The k-th voxel of the turn. */
	int turn(final int k) {
		return turn[k];
	}

	long voxel(final int i) {
		return voxels[i];
	}

	/** The neighbourhood of a voxel if it still is simple, else 0. */
	int simple(final int i) {
		final int z = (int) (voxels[i] >>> 32);
		final int p = (int) voxels[i];
		if ((shape.marks[z][p] & PaddedShape.STALE) == 0) return now[i] & ALL;
		final int c = shape.neighbourhood(z, p);
		return isSimple(c) ? c : 0;
	}

	/** Forgets a voxel that was removed. */
	void remove(final int i) {
		now[i] = 0;
		stale = true;
		ways = ALL;
	}

	/**
	 * Ends the looking at a voxel.
	 *
	 * @return its neighbours that went while it was looked at; 0 if it went itself
	 */
	int close(final int i) {
		if (now[i] == 0) return 0;
		final int z = (int) (voxels[i] >>> 32);
		final int p = (int) voxels[i];
		final byte[] marks = shape.marks[z];
		final int c = (marks[p] & PaddedShape.STALE) != 0 ? shape.neighbourhood(z, p) : now[i];
		marks[p] &= ~(PaddedShape.STALE | PaddedShape.CURRENT);
		return first[i] & ~c;
	}
}
