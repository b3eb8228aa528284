// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.Arrays;

/**
 * One crack as columns under its footprint: where it starts and ends below the lid, and whether it reaches the surface.
 * Filled by going down each column once.
 */
final class LidMap {

	/** Box on the face and in depth, ends included. */
	final int u0, v0, w, h, w0, w1;
	/** First voxel of the covered run; -1 where no run is covered. */
	final int[] top;
	/** Voxel after that run. */
	final int[] end;
	/** Voxel after the last voxel of the crack in the column; 0 = none. */
	final int[] bottom;
	/** Whether the crack meets the surface in the column. */
	final boolean[] open;
	long voxels;
	long lithium;

	LidMap(final int[] box) {
		u0 = box[0];
		v0 = box[1];
		w = box[2] - box[0] + 1;
		h = box[3] - box[1] + 1;
		w0 = box[4];
		w1 = box[5];
		top = new int[w * h];
		Arrays.fill(top, -1);
		end = new int[w * h];
		bottom = new int[w * h];
		open = new boolean[w * h];
	}

	/**
	 * Takes a voxel in; voxels of a column come from the top down.
	 *
	 * @param u column on the face
	 * @param v column on the face
	 * @param d depth
	 * @param surface depth at which the sample starts in this column
	 * @param isLithium whether it is lithium
	 */
	void add(final int u, final int v, final int d, final int surface, final boolean isLithium) {
		final int i = (v - v0) * w + u - u0;
		voxels++;
		if (isLithium) lithium++;
		final boolean joined = bottom[i] == d && d > 0;
		bottom[i] = d + 1;
		if (d == surface) open[i] = true;
		else if (top[i] < 0) {
			// a run that hangs on the surface is not under a lid; the first one that does not is
			if (joined) return;
			top[i] = d;
			end[i] = d + 1;
		}
		else if (joined && end[i] == d) end[i] = d + 1;
	}

	/**
	 * Whether the crack is met in a column.
	 *
	 * @param i column
	 * @return true if so
	 */
	boolean has(final int i) {
		return bottom[i] > 0;
	}
}
