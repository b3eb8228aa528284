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

/** Marks what lies outside the sample: the bright protective cap and the dark trench, where they hang together with a side of the slices. */
public final class OutsideSample {

	/** Class of what lies outside. */
	public static final byte OUTSIDE = 4;

	/** Bright noise at a side is no cap. */
	private static final double LEAST_SHARE = 0.001, TRENCH_SHARE = 0.01;

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
		mark(grey, above, true, LEAST_SHARE, classes, threads, progress);
	}

	/**
	 * Writes class 4 where a trench or the vacuum beside the milled edge is seen: darker than a level and joined to a side of the slices, at
	 * least 1 % of the volume, which no pore at the border is.
	 *
	 * @param grey the stack
	 * @param below grey level below which it is trench
	 * @param classes class image of the same size; its planes are changed
	 * @param threads threads; 0 or less means all
	 * @param progress told how far the work is
	 * @throws IllegalArgumentException if nothing as dark and as large touches a side
	 */
	public static void trench(final FloatVolume grey, final double below, final byte[][] classes, final int threads, final Progress progress) {
		mark(grey, below, false, TRENCH_SHARE, classes, threads, progress);
	}

	private static void mark(final FloatVolume grey, final double level, final boolean cap, final double share, final byte[][] classes,
		final int threads, final Progress progress)
	{
		final VoxelGrid g = grey.grid();
		final byte[][] bright = new byte[g.nz()][g.planeSize()];
		for (int z = 0; z < g.nz(); z++) {
			progress.check();
			final float[] p = grey.plane(z);
			for (int i = 0; i < p.length; i++)
				if (cap ? p[i] > level : p[i] < level) bright[z][i] = 1;
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
			side[l] &= labels.sums().voxels(l) >= share * g.voxels();
			any |= side[l];
		}
		if (!any) throw new IllegalArgumentException(cap ? "cap=" + level
			+ " finds nothing bright at the sides of the slices; give a grey level between those of electrolyte and cap, or 0 if there is no cap."
			: "trench=" + level + " finds nothing dark of 1 % of the volume at the sides of the slices; give a grey level between those of trench and electrolyte, or 0 for none.");
		for (int z = 0; z < g.nz(); z++) {
			labels.plane(z, line);
			for (int i = 0; i < line.length; i++)
				if (line[i] > 0 && side[line[i]]) classes[z][i] = OUTSIDE;
		}
	}
}
