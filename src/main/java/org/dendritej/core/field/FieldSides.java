// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import java.util.function.IntConsumer;

/** Walks over the voxels of one layer or around one voxel; the bits used while a domain is being built. */
final class FieldSides {

	/** Metal whose contact with the electrode is not yet known. */
	static final int UNSETTLED = 0x40;
	/** Conducting voxels with a path to the lithium. */
	static final int KEPT = 0x40;
	/** mA/cm2 to microampere per um2. */
	static final double MA_CM2 = 1e-5;

	private FieldSides() {}

	/** Calls {@code visit} with the index of each voxel of a layer, in raster order. */
	static void eachVoxel(final Level g, final int axis, final int layer, final IntConsumer visit) {
		for (int k = axis == 2 ? layer : 0; k < (axis == 2 ? layer + 1 : g.nz); k++)
			for (int j = axis == 1 ? layer : 0; j < (axis == 1 ? layer + 1 : g.ny); j++)
				for (int i = axis == 0 ? layer : 0; i < (axis == 0 ? layer + 1 : g.nx); i++)
					visit.accept(g.row(j, k) + i);
	}

	/** Calls {@code visit} with each face neighbour of a voxel. */
	static void eachNeighbour(final FineLevel g, final int voxel, final IntConsumer visit) {
		final int i = voxel % g.nx, j = voxel / g.nx % g.ny, k = voxel / g.nx / g.ny;
		for (int face = 0; face < 6; face++)
			if (g.hasNeighbour(face >> 1, i, j, k, (face & 1) == 1)) visit.accept(g.neighbour(face >> 1, i, j, k, (face & 1) == 1));
	}
}
