// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.label;

import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;

/**
 * A labelled volume that is read slice by slice as runs: the result of a labelling, a label image, or a phase taken as
 * one object. May be read by several threads at once.
 */
public interface RunSource {

	/**
	 * Size and voxel edges.
	 *
	 * @return the grid
	 */
	VoxelGrid grid();

	/**
	 * Largest label.
	 *
	 * @return labels run from 1 to this
	 */
	int count();

	/**
	 * Reads the runs of one slice, ny rows, with their labels. Runs of label 0 may occur and mean background.
	 *
	 * @param z slice index, from 0
	 * @param into the buffer; what it held is forgotten
	 */
	void read(int z, Runs into);

	/**
	 * A phase as one object of label 1, connected or not.
	 *
	 * @param phase the phase
	 * @return the source; nothing is copied
	 */
	static RunSource whole(final Phase phase) {
		return new RunSource() {

			@Override
			public VoxelGrid grid() {
				return phase.grid();
			}

			@Override
			public int count() {
				return 1;
			}

			@Override
			public void read(final int z, final Runs into) {
				into.clear(phase.grid().ny());
				into.append(phase, z);
				java.util.Arrays.fill(into.needLabels(into.size()), 0, into.size(), 1);
			}
		};
	}

	/**
	 * A label image.
	 *
	 * @param labels values; 0 and less is background
	 * @param count largest label
	 * @return the source; nothing is copied
	 */
	static RunSource of(final IntVolume labels, final int count) {
		return new RunSource() {

			@Override
			public VoxelGrid grid() {
				return labels.grid();
			}

			@Override
			public int count() {
				return count;
			}

			@Override
			public void read(final int z, final Runs into) {
				into.readLabels(labels.plane(z), labels.grid().nx(), labels.grid().ny());
			}
		};
	}
}
