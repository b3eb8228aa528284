// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import org.dendritej.core.label.RunSource;
import org.dendritej.core.label.Runs;

/** The label slices used last, for work that visits objects one after another in the order of their slices. */
final class LabelWindow {

	private static final long MOST_VOXELS = 1L << 25;

	private final RunSource source;
	private final int[][] plane;
	private final int[] slice;
	private final Runs runs = new Runs();

	/** A window that holds at least as many slices as the highest object needs, lest each object reads them anew. */
	LabelWindow(final RunSource source, final int slices) {
		this.source = source;
		plane = new int[(int) Math.max(Math.max(4, slices), Math.min(source.grid().nz(), MOST_VOXELS / source.grid()
			.planeSize()))][];
		slice = new int[plane.length];
	}

	/** Labels of slice z, to be read only until another slice is asked for. */
	int[] plane(final int z) {
		final int at = z % plane.length, nx = source.grid().nx();
		if (plane[at] != null && slice[at] == z) return plane[at];
		if (plane[at] == null) plane[at] = new int[source.grid().planeSize()];
		else java.util.Arrays.fill(plane[at], 0);
		source.read(z, runs);
		for (int y = 0; y < runs.rows(); y++)
			for (int i = runs.first()[y]; i < runs.first()[y + 1]; i++)
				java.util.Arrays.fill(plane[at], y * nx + runs.bounds()[2 * i], y * nx + runs.bounds()[2 * i + 1], runs
					.label()[i]);
		slice[at] = z;
		return plane[at];
	}
}
