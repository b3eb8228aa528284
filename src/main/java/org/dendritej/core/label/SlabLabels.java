// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.label;

import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs.Slab;

/**
 * The components of one slab by itself: a label for each of its runs, the sums of each label, and the outermost slices,
 * where the slab will be joined to its neighbours.
 */
final class SlabLabels {

	/** Local label of each run, in raster order; 0 = dropped as too small. */
	final int[] label;
	/** First run of each slice of the slab, and the number of runs. */
	final int[] planeFirst;
	/** Number of local labels. */
	final int count;
	/** Sums of the local labels. */
	final LabelSums sums;
	/** Runs of the first slice. */
	final Runs bottom;
	/** Runs of the last slice. */
	final Runs top;
	/** Components dropped inside the slab. */
	final long dropped;
	/** Their voxels. */
	final long droppedVoxels;

	/**
	 * Labels a slab.
	 *
	 * @param phase what to label
	 * @param c neighbourhood
	 * @param slab which slices
	 * @param minVoxels smaller components that end inside the slab are dropped at once
	 * @param progress asked whether to stop
	 */
	SlabLabels(final Phase phase, final Connectivity c, final Slab slab, final long minVoxels, final Progress progress) {
		final VoxelGrid grid = phase.grid();
		final int ny = grid.ny(), height = slab.z1() - slab.z0();
		final Runs runs = new Runs();
		runs.clear(ny * height);
		planeFirst = new int[height + 1];
		for (int k = 0; k < height; k++) {
			progress.check();
			runs.append(phase, slab.z0() + k);
			planeFirst[k + 1] = runs.size();
		}
		final int[] parent = Equivalence.singletons(runs.size());
		joinAll(runs, parent, ny, c);
		final int sets = Equivalence.number(parent, parent.length);
		final LabelSums all = new LabelSums(grid, sets);
		for (int r = 0; r < runs.rows(); r++)
			all.addRow(runs.bounds(), parent, runs.first()[r], runs.first()[r + 1], r % ny, slab.z0() + r / ny);
		bottom = slab.z0() > 0 ? runs.copyRows(0, ny) : null;
		top = slab.z1() < grid.nz() ? runs.copyRows((height - 1) * ny, height * ny) : null;
		final boolean[] open = open(parent, sets, height);
		final int[] map = new int[sets + 1];
		int kept = 0;
		long lost = 0;
		for (int l = 1; l <= sets; l++) {
			if (open[l] || all.voxels(l) >= minVoxels) map[l] = ++kept;
			else lost += all.voxels(l);
		}
		if (kept < sets) {
			for (int i = 0; i < parent.length; i++)
				parent[i] = map[parent[i]];
		}
		label = parent;
		count = kept;
		sums = kept == sets ? all : all.renumber(map, kept);
		dropped = sets - kept;
		droppedVoxels = lost;
	}

	/** Joins the runs of each row with those of the rows before it: one in its own slice, three in the slice below. */
	private static void joinAll(final Runs runs, final int[] parent, final int ny, final Connectivity c) {
		final int[] b = runs.bounds(), first = runs.first();
		final int s = c.straight(), d = c.diagonal();
		for (int r = 0; r < runs.rows(); r++) {
			final int y = r % ny, i0 = first[r], i1 = first[r + 1];
			if (i0 == i1) continue;
			if (y > 0) Equivalence.joinRows(b, parent, i0, i1, first[r - 1], i0, s);
			final int below = r - ny;
			if (below < 0) continue;
			Equivalence.joinRows(b, parent, i0, i1, first[below], first[below + 1], s);
			if (d < 0) continue;
			if (y > 0) Equivalence.joinRows(b, parent, i0, i1, first[below - 1], first[below], d);
			if (y + 1 < ny) Equivalence.joinRows(b, parent, i0, i1, first[below + 1], first[below + 2], d);
		}
	}

	/** Labels that reach a neighbouring slab and may grow there. */
	private boolean[] open(final int[] setOfRun, final int sets, final int height) {
		final boolean[] open = new boolean[sets + 1];
		if (bottom != null) for (int i = 0; i < planeFirst[1]; i++)
			open[setOfRun[i]] = true;
		if (top != null) for (int i = planeFirst[height - 1]; i < setOfRun.length; i++)
			open[setOfRun[i]] = true;
		return open;
	}

	/** Joins this slab's labels with those of the slab before it. */
	void joinTo(final SlabLabels before, final Connectivity c, final int[] parent, final int first, final int firstBefore) {
		final int s = c.straight(), d = c.diagonal();
		final int ny = bottom.rows(), at = before.planeFirst[before.planeFirst.length - 2];
		for (int y = 0; y < ny; y++) {
			Equivalence.joinSeam(bottom, label, 0, y, before.top, before.label, at, y, s, parent, first, firstBefore);
			if (d < 0) continue;
			if (y > 0) Equivalence.joinSeam(bottom, label, 0, y, before.top, before.label, at, y - 1, d, parent, first,
				firstBefore);
			if (y + 1 < ny) Equivalence.joinSeam(bottom, label, 0, y, before.top, before.label, at, y + 1, d, parent, first,
				firstBefore);
		}
	}

	/** Replaces the local labels by final ones. */
	void rename(final int[] finalLabel, final int first) {
		final int[] map = new int[count + 1];
		System.arraycopy(finalLabel, first, map, 1, count);
		for (int i = 0; i < label.length; i++)
			label[i] = map[label[i]];
	}
}
