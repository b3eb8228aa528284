// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.segment;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.Components;
import org.dendritej.core.label.Connectivity;
import org.dendritej.core.label.Labels;
import org.dendritej.core.run.Progress;

/** Marks the bright protective cap: what is brighter than a level and hangs together with a side of the slices, at least 0.1 % of the volume. */
public final class OutsideSample {

	/** Class of what lies outside. */
	public static final byte OUTSIDE = 4;

	/** Bright noise at a side is no cap. */
	private static final double LEAST_SHARE = 0.001;

	private OutsideSample() {}

	/**
	 * Writes class 4 into a class image.
	 *
	 * @param grey the stack
	 * @param above grey level above which material is cap and not electrolyte
	 * @param classes class image of the same size; its planes are changed
	 * @param threads threads; 0 or less means all
	 * @param progress told how far the work is
	 * @throws IllegalArgumentException if nothing as bright touches a side
	 */
	public static void mark(final FloatVolume grey, final double above, final byte[][] classes, final int threads, final Progress progress) {
		final VoxelGrid g = grey.grid();
		final byte[][] bright = new byte[g.nz()][g.planeSize()];
		for (int z = 0; z < g.nz(); z++) {
			progress.check();
			final float[] p = grey.plane(z);
			for (int i = 0; i < p.length; i++)
				if (p[i] > above) bright[z][i] = 1;
		}
		final Labels labels = Components.label(new Phase(ByteVolume.of(g, bright), 1), Connectivity.SIX, threads, progress);
		final boolean[] side = new boolean[labels.count() + 1];
		final int[] line = new int[g.planeSize()];
		for (int z = 0; z < g.nz(); z++) {
			labels.plane(z, line);
			for (int i = 0; i < line.length; i++) {
				final int x = i % g.nx(), y = i / g.nx();
				if (line[i] > 0 && (x == 0 || y == 0 || x == g.nx() - 1 || y == g.ny() - 1)) side[line[i]] = true;
			}
		}
		boolean any = false;
		for (int l = 1; l < side.length; l++) {
			side[l] &= labels.sums().voxels(l) >= LEAST_SHARE * g.voxels();
			any |= side[l];
		}
		if (!any) throw new IllegalArgumentException("cap=" + above
			+ " finds nothing bright at the sides of the slices; give a grey level between those of electrolyte and cap, or 0 if there is no cap.");
		for (int z = 0; z < g.nz(); z++) {
			labels.plane(z, line);
			for (int i = 0; i < line.length; i++)
				if (line[i] > 0 && side[line[i]]) classes[z][i] = OUTSIDE;
		}
	}
}
