// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import java.util.Arrays;

/**
 * Floating bodies, each one unknown: whatever is averaged over a body makes it exactly equipotential.
 * <p>
 * Potentials and directions are constant on a body, residuals are spread evenly over it; then all scalar products of
 * the full volume are those of the reduced system, and averaging the preconditioned residual keeps the preconditioner
 * symmetric (derived).
 */
final class Islands {

	private int[] voxels = new int[0];
	private int[] ends = new int[0];
	private int n, count;

	/** Adds a voxel to the island that is being collected. */
	void add(final int voxel) {
		if (n == voxels.length) voxels = Arrays.copyOf(voxels, Math.max(1024, 2 * n));
		voxels[n++] = voxel;
	}

	/** Ends the island that was being collected. */
	void close() {
		if (count == ends.length) ends = Arrays.copyOf(ends, Math.max(16, 2 * count));
		ends[count++] = n;
	}

	int count() {
		return count;
	}

	long voxels() {
		return n;
	}

	/** Replaces the values on each island by their mean. */
	void even(final float[] v) {
		for (int island = 0, from = 0; island < count; from = ends[island++]) {
			double s = 0;
			for (int c = from; c < ends[island]; c++)
				s += v[voxels[c]];
			final float mean = (float) (s / (ends[island] - from));
			for (int c = from; c < ends[island]; c++)
				v[voxels[c]] = mean;
		}
	}

	/** Spreads each island's net outflow over it; summed in double, because large currents in and out cancel. */
	void residual(final FineLevel level, final double[] x, final float[] r) {
		for (int island = 0, from = 0; island < count; from = ends[island++]) {
			double s = 0;
			for (int c = from; c < ends[island]; c++) {
				final int v = voxels[c];
				if ((level.code[v] & FineLevel.MATERIAL) != 0) s -= level.outflow(v % level.nx, v / level.nx % level.ny,
					v / level.nx / level.ny, x);
			}
			for (int c = from; c < ends[island]; c++)
				r[voxels[c]] = (float) (s / (ends[island] - from));
		}
	}
}
