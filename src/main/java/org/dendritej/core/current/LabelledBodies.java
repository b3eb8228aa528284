// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.current;

import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.label.Components;
import org.dendritej.core.label.Connectivity;
import org.dendritej.core.label.Labels;
import org.dendritej.core.run.Progress;

/**
 * Labels of the pores or the cracks.
 *
 * @param labels label of each voxel, 0 = none
 * @param count largest label
 */
public record LabelledBodies(IntVolume labels, int count) {

	/**
	 * Labels that exist already.
	 *
	 * @param labels label of each voxel
	 * @param key parameter that named them, for the error
	 * @param progress may cancel
	 * @return the bodies; one pass
	 */
	public static LabelledBodies given(final IntVolume labels, final String key, final Progress progress) {
		int most = 0;
		for (int k = 0; k < labels.grid().nz(); k++) {
			progress.check();
			for (final int l : labels.plane(k))
				most = Math.max(most, l);
		}
		if (most == 0) throw new IllegalArgumentException(key + "= names an image without labels: all its voxels are 0; give a label image or leave "
			+ key + "= out.");
		return new LabelledBodies(labels, most);
	}

	/**
	 * Labels the objects of a class, as Label Pores and Skeletonize Cracks do (26 neighbours).
	 *
	 * @param phase the class
	 * @param minVoxels smaller objects get no label
	 * @param threads threads, 0 = all
	 * @param progress may cancel
	 * @return the bodies, perhaps none
	 */
	public static LabelledBodies found(final Phase phase, final long minVoxels, final int threads, final Progress progress) {
		final Labels l = Components.label(phase, Connectivity.TWENTYSIX, minVoxels, threads, progress);
		return new LabelledBodies(l.volume(), l.count());
	}
}
