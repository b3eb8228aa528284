// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.segment;

import java.util.Arrays;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.LabelSums;
import org.dendritej.core.run.Progress;

/** One connected void in the box that holds it, with one voxel of solid around it except where the image ends. */
final class CutOut {

	private final int label;
	private final int[] from = new int[3];
	private final VoxelGrid grid;
	private final int lastSlice;
	private byte[][] planes;

	/** The box of a label; no memory is taken yet. */
	CutOut(final int label, final LabelSums sums, final VoxelGrid image) {
		this.label = label;
		final int[] size = { image.nx(), image.ny(), image.nz() }, n = new int[3];
		for (int axis = 0; axis < 3; axis++) {
			from[axis] = Math.max(0, sums.min(label, axis) - 1);
			n[axis] = Math.min(size[axis], sums.max(label, axis) + 1) - from[axis];
		}
		lastSlice = sums.max(label, 2) - 1;
		grid = VoxelGrid.of(n[0], n[1], n[2], image.dxUm(), image.dyUm(), image.dzUm());
	}

	/** The same with room for its voxels. */
	CutOut opened() {
		planes = new byte[grid.nz()][grid.planeSize()];
		return this;
	}

	int label() {
		return label;
	}

	long voxels() {
		return grid.voxels();
	}

	boolean endsAt(final int z) {
		return z == lastSlice;
	}

	/** A run of the void, in voxels of the image. */
	void add(final int x0, final int x1, final int y, final int z) {
		final int row = grid.nx() * (y - from[1]) - from[0];
		Arrays.fill(planes[z - from[2]], row + x0, row + x1, (byte) 1);
	}

	/** Judges the void and writes the classes of its voxels; the cut-out is used up by it. */
	void judge(final double aspect, final int threads, final byte[][] image, final int imageNx, final Progress progress) {
		final byte[][] seen = VoidPieces.classes(new Phase(ByteVolume.of(grid, planes), 1), aspect, threads, progress);
		for (int z = 0; z < seen.length; z++)
			for (int y = 0; y < grid.ny(); y++)
				for (int x = 0; x < grid.nx(); x++) {
					final byte c = seen[z][grid.nx() * y + x];
					if (c > 0) image[from[2] + z][imageNx * (from[1] + y) + from[0] + x] = c;
				}
		planes = null;
	}
}
