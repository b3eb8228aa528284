// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import java.util.Arrays;

/** The basins of one component while it is flooded from its deepest places outwards. */
final class Basins {

	private static final double PART = 0.1;

	private final int[] n;
	private final int[] basin;
	private final float[] depth;
	private final double[] length;
	private final int[][] steps;
	private final double h;
	private int[] parent = new int[16];
	private double[] peak = new double[16];
	private int count;
	private int kept;

	/**
	 * Nothing flooded yet.
	 *
	 * @param voxels voxels of the box
	 * @param n its sides
	 * @param neighbours 6, 18 or 26
	 * @param edge voxel edges, um
	 * @param h depth below which a basin is no basin of its own
	 */
	Basins(final int voxels, final int[] n, final int neighbours, final double[] edge, final double h) {
		this.n = n;
		this.h = h;
		basin = new int[voxels];
		depth = new float[voxels];
		length = new double[neighbours];
		steps = new int[neighbours][];
		int k = 0;
		for (int dz = -1; dz <= 1; dz++)
			for (int dy = -1; dy <= 1; dy++)
				for (int dx = -1; dx <= 1; dx++) {
					final int order = Math.abs(dx) + Math.abs(dy) + Math.abs(dz);
					if (order > (neighbours == 6 ? 1 : neighbours == 18 ? 2 : 3) || order == 0) continue;
					length[k] = Math.sqrt(dx * dx * edge[0] * edge[0] + dy * dy * edge[1] * edge[1] + dz * dz * edge[2] * edge[2]);
					steps[k++] = new int[] { dx, dy, dz, dx + n[0] * (dy + n[1] * dz) };
				}
	}

	/** Adds a voxel that lies d from the boundary, not farther than any before it. */
	void flood(final int p, final double d) {
		final int x = p % n[0], y = p / n[0] % n[1], z = p / n[0] / n[1];
		int best = 0;
		double steepest = -1;
		for (int k = 0; k < steps.length; k++) {
			final int r = root(x, y, z, p, steps[k]);
			if (r == 0) continue;
			// the way up decides, or the basin that comes first would creep around the other; flat counts as 0
			final double slope = Math.max(0, (depth[p + steps[k][3]] - d) / length[k]);
			if (!(slope <= steepest)) {
				steepest = slope;
				best = r;
			}
		}
		if (best == 0) {
			if (++count == parent.length) {
				parent = Arrays.copyOf(parent, 2 * count);
				peak = Arrays.copyOf(peak, 2 * count);
			}
			best = parent[count] = count;
			peak[count] = d;
		}
		else for (final int[] s : steps) {
			final int r = root(x, y, z, p, s), own = find(best);
			if (r == 0 || r == own) continue;
			final int high = peak[r] > peak[own] || peak[r] == peak[own] && r < own ? r : own, low = high == r ? own : r;
			// written so that two endless distances (no boundary at all) count as flat
			if (!(peak[low] - d >= Math.max(h, PART * peak[low]))) parent[low] = high;
		}
		depth[p] = (float) d;
		basin[p] = best;
	}

	private int root(final int x, final int y, final int z, final int p, final int[] s) {
		final int a = x + s[0], b = y + s[1], c = z + s[2];
		if (a < 0 || b < 0 || c < 0 || a >= n[0] || b >= n[1] || c >= n[2]) return 0;
		final int i = basin[p + s[3]];
		return i == 0 ? 0 : find(i);
	}

	private int find(final int i) {
		int k = i;
		while (parent[k] != k)
			k = parent[k] = parent[parent[k]];
		return k;
	}

	/** Basin of a voxel, those that it joined taken into account. */
	int of(final int p) {
		return find(basin[p]);
	}

	/** Numbers the basins that joined no other from 1. */
	int[] numbers() {
		final int[] number = new int[count + 1];
		for (int i = 1; i <= count; i++)
			if (parent[i] == i) number[i] = ++kept;
		return number;
	}

	/** Basins that joined no other; known after {@link #numbers()}. */
	int kept() {
		return kept;
	}
}
