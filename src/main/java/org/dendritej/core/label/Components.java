// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.label;

import java.util.List;

import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;
import org.dendritej.core.run.Slabs.Slab;

/**
 * Labels the connected components of a phase.
 * <p>
 * Runs of voxels, not voxels, are joined by union-find: slab by slab in parallel, then across the seams. Components are
 * numbered from 1 by their first voxel in raster order (z, then y, then x); the result is the same for any number of
 * threads and any slab height. Each slice is read once, so that a volume larger than the memory can be labelled; kept
 * are 4 bytes per run, the runs of the slices at the seams, and the sums of each component. Limits: 2^31 runs, 134
 * million components. The method follows from L. He et al., "The connected-component labeling problem", Pattern Recognition 70
 * (2017) 25, doi:10.1016/j.patcog.2017.04.018 (recalled), and was written afresh.
 */
public final class Components {

	/** Voxels in a slab: its runs then stay in the processor's cache. */
	private static final int SLAB_VOXELS = 1 << 22;

	private Components() {}

	/**
	 * Labels all components.
	 *
	 * @param phase what to label
	 * @param connectivity which neighbours belong together
	 * @param threads threads; 0 or less = all
	 * @param progress progress and cancelling
	 * @return the labels
	 */
	public static Labels label(final Phase phase, final Connectivity connectivity, final int threads,
		final Progress progress)
	{
		return label(phase, connectivity, 1, threads, progress);
	}

	/**
	 * Labels the components of a smallest size; smaller ones become background, and the others are numbered without gaps.
	 *
	 * @param phase what to label
	 * @param connectivity which neighbours belong together
	 * @param minVoxels size of the smallest component kept, voxels, at least 1
	 * @param threads threads; 0 or less = all
	 * @param progress progress and cancelling
	 * @return the labels; {@link Labels#dropped()} tells what was left out
	 */
	public static Labels label(final Phase phase, final Connectivity connectivity, final long minVoxels,
		final int threads, final Progress progress)
	{
		final VoxelGrid g = phase.grid();
		final int height = Math.max(4, Math.min(64, SLAB_VOXELS / g.planeSize()));
		return label(phase, connectivity, minVoxels, height, threads, progress);
	}

	/** The same with a given slab height, on which nothing depends but speed. */
	static Labels label(final Phase phase, final Connectivity c, final long minVoxels, final int height,
		final int threads, final Progress progress)
	{
		if (minVoxels < 1) throw new IllegalArgumentException("minvoxels=" + minVoxels
			+ " is less than one voxel; give 1 to keep everything.");
		LabelSums.checkMoments(phase.grid());
		final List<Slab> slabs = Slabs.cut(phase.grid().nz(), height);
		final SlabLabels[] parts = new SlabLabels[slabs.size()];
		Slabs.forEach(parts.length, threads, progress, "Labelling", i -> parts[i] = new SlabLabels(phase, c, slabs.get(i),
			minVoxels, progress));
		final int[] first = offsets(parts);
		final int[] label = joinSeams(parts, c, first, progress);
		final int sets = Equivalence.number(label, label.length);
		final int[] map = new int[sets + 1];
		final long[] lost = select(parts, first, label, sets, minVoxels, map);
		final int kept = (int) lost[2];
		for (int i = 0; i < label.length; i++)
			label[i] = map[label[i]];
		final LabelSums sums = new LabelSums(phase.grid(), kept);
		for (int p = 0; p < parts.length; p++)
			for (int l = 1; l <= parts[p].count; l++)
				if (label[first[p] + l - 1] > 0) sums.add(label[first[p] + l - 1], parts[p].sums, l);
		final int[][] runLabels = new int[parts.length][], planeFirst = new int[parts.length][];
		Slabs.forEach(parts.length, threads, progress, null, i -> {
			parts[i].rename(label, first[i]);
			runLabels[i] = parts[i].label;
			planeFirst[i] = parts[i].planeFirst;
		});
		return new Labels(phase, c, height, runLabels, planeFirst, sums, lost[0], lost[1]);
	}

	/** Set number of each slab's label 1, and the number of sets. */
	private static int[] offsets(final SlabLabels[] parts) {
		final int[] first = new int[parts.length + 1];
		for (int p = 0; p < parts.length; p++) {
			final long next = (long) first[p] + parts[p].count;
			if (next > Integer.MAX_VALUE - 8) throw new IllegalArgumentException("The phase falls into more than "
				+ (Integer.MAX_VALUE - 8) + " pieces; smooth the image, give a larger minvoxels or crop it.");
			first[p + 1] = (int) next;
		}
		return first;
	}

	private static int[] joinSeams(final SlabLabels[] parts, final Connectivity c, final int[] first,
		final Progress progress)
	{
		final int[] parent = Equivalence.singletons(first[parts.length]);
		for (int p = 1; p < parts.length; p++) {
			progress.check();
			parts[p].joinTo(parts[p - 1], c, parent, first[p], first[p - 1]);
		}
		return parent;
	}

	/** Fills map with the final number of each set. Returns sets left out, their voxels, sets kept. */
	private static long[] select(final SlabLabels[] parts, final int[] first, final int[] set, final int sets,
		final long minVoxels, final int[] map)
	{
		final long[] voxels = new long[sets + 1];
		long dropped = 0, droppedVoxels = 0;
		for (int p = 0; p < parts.length; p++) {
			dropped += parts[p].dropped;
			droppedVoxels += parts[p].droppedVoxels;
			for (int l = 1; l <= parts[p].count; l++)
				voxels[set[first[p] + l - 1]] += parts[p].sums.voxels(l);
		}
		int kept = 0;
		for (int s = 1; s <= sets; s++) {
			if (voxels[s] >= minVoxels) map[s] = ++kept;
			else {
				dropped++;
				droppedVoxels += voxels[s];
			}
		}
		return new long[] { dropped, droppedVoxels, kept };
	}
}
