// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.mesh;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;

/**
 * Shows labelled voxels as a phase, so that a surface can be laid round them: all of them, or those of one label.
 *
 * @param labels the labels, 0 = none
 * @param only the label, or 0 for all
 */
record LabelledVoxels(IntVolume labels, int only) implements ByteVolume {

	static Phase phase(final IntVolume labels, final int only) {
		return new Phase(new LabelledVoxels(labels, only), 1);
	}

	@Override
	public VoxelGrid grid() {
		return labels.grid();
	}

	@Override
	public byte[] plane(final int z) {
		final int[] l = labels.plane(z);
		final byte[] p = new byte[l.length];
		for (int i = 0; i < p.length; i++)
			if (only == 0 ? l[i] > 0 : l[i] == only) p[i] = 1;
		return p;
	}
}
