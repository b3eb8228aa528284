// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import java.util.Arrays;

/**
 * Voxels that wait for the burning front, in bins of equal time and, inside a bin, in order of arrival.
 * <p>
 * Constant time per voxel; memory is 8 bytes per waiting voxel. Bins are chains of blocks, and blocks are used again, so that
 * nothing is copied while a bin grows.
 */
final class BurnQueue {

	private static final int BLOCK_BITS = 10;
	private static final int LAST_IN_BLOCK = (1 << BLOCK_BITS) - 1;

	private final double width;
	private long[][] blocks = new long[16][];
	/** For each block the next one of its bin, or of the unused ones; -1 at the end. */
	private int[] next = new int[16];
	private int made;
	private int unused = -1;
	private int[] firstBlock = new int[256];
	private int[] lastBlock = new int[256];
	private int[] sizes = new int[256];
	private int current = -1;
	private int last = -1;

	/**
	 * An empty queue.
	 *
	 * @param width time that one bin spans, um
	 */
	BurnQueue(final double width) {
		this.width = width;
	}

	/** Adds a voxel; a time that has passed means the next bin. */
	void add(final double time, final long voxel) {
		final int b = Math.max(current + 1, (int) (time / width));
		if (b > last) last = room(b);
		final int n = sizes[b]++;
		if ((n & LAST_IN_BLOCK) == 0) append(b, n == 0);
		blocks[lastBlock[b]][n & LAST_IN_BLOCK] = voxel;
	}

	private int room(final int b) {
		if (b >= sizes.length) {
			sizes = Arrays.copyOf(sizes, Math.max(b + 1, sizes.length * 2));
			firstBlock = Arrays.copyOf(firstBlock, sizes.length);
			lastBlock = Arrays.copyOf(lastBlock, sizes.length);
		}
		return b;
	}

	private void append(final int b, final boolean first) {
		final int block = block();
		if (first) firstBlock[b] = block;
		else next[lastBlock[b]] = block;
		lastBlock[b] = block;
	}

	private int block() {
		final int block = unused >= 0 ? unused : made++;
		if (unused >= 0) unused = next[block];
		else if (block == blocks.length) {
			blocks = Arrays.copyOf(blocks, 2 * block);
			next = Arrays.copyOf(next, 2 * block);
		}
		if (blocks[block] == null) blocks[block] = new long[LAST_IN_BLOCK + 1];
		next[block] = -1;
		return block;
	}

	/** Goes on to the next bin that holds voxels; false at the end. */
	boolean next() {
		do current++;
		while (current <= last && sizes[current] == 0);
		return current <= last;
	}

	/** Number of voxels in the current bin. */
	int size() {
		return sizes[current];
	}

	/** Takes the voxels of the current bin out. */
	void take(final long[] into) {
		final int n = sizes[current];
		int block = firstBlock[current];
		for (int i = 0; i < n; i += LAST_IN_BLOCK + 1) {
			System.arraycopy(blocks[block], 0, into, i, Math.min(LAST_IN_BLOCK + 1, n - i));
			final int after = next[block];
			next[block] = unused;
			unused = block;
			block = after;
		}
	}

	/** Time at which the current bin begins, um. */
	double time() {
		return current * width;
	}
}
