// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import java.util.Arrays;

/**
 * Voxels that wait for the burning front, in bins of equal time and, inside a bin, in order of arrival.
 * <p>
 * Constant time per voxel; memory is 8 bytes per waiting voxel (at most 16 while a bin grows).
 */
final class BurnQueue {

	private final double width;
	private long[][] bins = new long[256][];
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
		if (b >= bins.length) {
			bins = Arrays.copyOf(bins, Math.max(b + 1, bins.length * 2));
			sizes = Arrays.copyOf(sizes, bins.length);
		}
		long[] list = bins[b];
		if (list == null) list = bins[b] = new long[64];
		else if (sizes[b] == list.length) list = bins[b] = Arrays.copyOf(list, list.length * 2);
		list[sizes[b]++] = voxel;
		if (b > last) last = b;
	}

	/** Goes on to the next bin that holds voxels; false at the end. */
	boolean next() {
		if (current >= 0) bins[current] = null;
		do current++;
		while (current <= last && bins[current] == null);
		return current <= last;
	}

	/** The voxels of the current bin; only the first {@link #size()} count. */
	long[] voxels() {
		return bins[current];
	}

	int size() {
		return sizes[current];
	}

	/** Time at which the current bin begins, um. */
	double time() {
		return current * width;
	}
}
