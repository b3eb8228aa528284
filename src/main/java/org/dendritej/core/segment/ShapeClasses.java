// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.segment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.HeapNeed;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.Components;
import org.dendritej.core.label.Connectivity;
import org.dendritej.core.label.LabelSums;
import org.dendritej.core.label.Labels;
import org.dendritej.core.label.Runs;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * Tells pores from cracks by shape, piece by piece: a pore with a crack attached is cut in two.
 * <p>
 * The rule of Melvin et al. (doi 10.1038/s41560-025-01847-0) is that a crack has a length:width of at least 3:1; it does
 * not say what length and width are in three dimensions. Here each connected void is cut where its local thickness falls
 * below half of its own largest; of each piece, width is the mean local thickness and length is that of the rod with the
 * same largest second moment, sqrt(12 lambda_1). Corners that no large ball fills are no cracks: a thin piece of which a
 * third or more touches its body, or that is shorter than the rule, takes the class of that body.
 * <p>
 * No void is a neighbour of another, so each is judged by itself, in the box that holds it: the slices are read once, a void
 * is cut out while they pass and judged when it has ended, as if it were alone in the image. Memory: 1 byte per voxel for the result (none
 * if it is written over the voids), 4 per run, and 7 per voxel of the largest void's box.
 */
public final class ShapeClasses {

	/** Class of a pore. */
	public static final byte PORE = 1;
	/** Class of a crack. */
	public static final byte CRACK = 2;
	private static final String WHAT = "Telling pores from cracks by shape";
	/** Boxes from here on are judged one by one with all threads, smaller ones side by side; voxels. */
	private static final long LARGE_BOX = 1L << 22;

	private final Labels voids;
	private final LabelSums sums;
	private final byte[][] out;
	private final double aspect;
	private final int threads;
	private final Map<Integer, CutOut> open = new HashMap<>();
	private final List<CutOut> ended = new ArrayList<>();
	private long endedVoxels;

	private ShapeClasses(final Labels voids, final byte[][] out, final double aspect, final int threads) {
		this.voids = voids;
		this.out = out;
		sums = voids.sums();
		this.aspect = aspect;
		this.threads = threads;
	}

	/**
	 * Classes of all voids.
	 *
	 * @param voids the voids of either kind
	 * @param aspect least length:width of a crack, at least 1
	 * @param threads threads to use; 0 or less means all
	 * @param progress told how far the work is; asked whether to stop
	 * @return 0 solid, 1 pore, 2 crack; new planes
	 * @throws IllegalArgumentException if the heap cannot hold the largest void, before it is judged
	 */
	public static ByteVolume of(final Phase voids, final double aspect, final int threads, final Progress progress) {
		HeapNeed.check(WHAT, voids.grid(), VoxelGrid::voxels);
		final byte[][] own = new byte[voids.grid().nz()][];
		final byte code = voids.code();
		for (int z = 0; z < own.length; z++) {
			final byte[] p = voids.volume().plane(z);
			own[z] = new byte[p.length];
			for (int i = 0; i < p.length; i++)
				own[z][i] = (byte) (p[i] == code ? 1 : 0);
		}
		return inPlace(voids.grid(), own, aspect, threads, progress);
	}

	/**
	 * Classes of all voids, written over them.
	 *
	 * @param grid size and edges
	 * @param voids 1 where a void is, else 0: {@code [nz][nx ny]}; holds the classes afterwards
	 * @param aspect least length:width of a crack, at least 1
	 * @param threads threads to use; 0 or less means all
	 * @param progress told how far the work is; asked whether to stop
	 * @return the planes as a volume
	 * @throws IllegalArgumentException if the heap cannot hold the largest void, before it is judged
	 */
	public static ByteVolume inPlace(final VoxelGrid grid, final byte[][] voids, final double aspect, final int threads,
		final Progress progress)
	{
		if (!(aspect >= 1) || aspect > 1000) throw new IllegalArgumentException("aspect=" + aspect
			+ " is not a length:width ratio that a crack can have; give 1 to 1000 (the paper's is 3).");
		final ByteVolume volume = ByteVolume.of(grid, voids);
		final Labels labels = Components.label(new Phase(volume, 1), Connectivity.TWENTYSIX, threads, progress.part(0, 0.2));
		final ShapeClasses s = new ShapeClasses(labels, voids, aspect, threads);
		s.checkHeap();
		s.sweep(progress.part(0.2, 1));
		return volume;
	}

	/** The largest box as a share of the image tells what a coarser image would need. */
	private void checkHeap() {
		long most = 0;
		for (int l = 1; l <= voids.count(); l++)
			most = Math.max(most, new CutOut(l, sums, voids.grid()).voxels());
		final double share = most / (double) voids.grid().voxels();
		HeapNeed.check(WHAT, voids.grid(), g -> (long) (VoidPieces.BYTES * share * g.voxels()));
	}

	/** Each slice is read before a void that ends in it or above is written, and never again. */
	private void sweep(final Progress progress) {
		final Runs runs = new Runs();
		for (int z = 0; z < out.length; z++) {
			progress.check();
			progress.report(z / (double) out.length, "Telling pores from cracks");
			voids.read(z, runs);
			for (int y = 0; y < runs.rows(); y++)
				for (int i = runs.first()[y]; i < runs.first()[y + 1]; i++) {
					final int label = runs.label()[i];
					if (label > 0) cutOut(label).add(runs.bounds()[2 * i], runs.bounds()[2 * i + 1], y, z);
				}
			end(z, progress);
		}
		judge(progress);
	}

	private CutOut cutOut(final int label) {
		CutOut c = open.get(label);
		if (c == null) {
			c = new CutOut(label, sums, voids.grid()).opened();
			open.put(label, c);
		}
		return c;
	}

	/** Hands over the voids whose last slice this was; judges them when there are enough for all threads. */
	private void end(final int z, final Progress progress) {
		final List<CutOut> now = open.values().stream().filter(c -> c.endsAt(z)).toList();
		for (final CutOut c : now) {
			open.remove(c.label());
			ended.add(c);
			endedVoxels += c.voxels();
		}
		if (endedVoxels >= LARGE_BOX) judge(progress);
	}

	/** Voids write to voxels of their own only, so neither their order nor the threads matter. */
	private void judge(final Progress progress) {
		final List<CutOut> small = ended.stream().filter(c -> c.voxels() < LARGE_BOX).toList();
		final Progress muted = progress.muted();
		Slabs.forEach(small.size(), threads, muted, null, i -> small.get(i).judge(aspect, 1, out, voids.grid().nx(), muted));
		for (final CutOut c : ended)
			if (c.voxels() >= LARGE_BOX) c.judge(aspect, threads, out, voids.grid().nx(), muted);
		ended.clear();
		endedVoxels = 0;
	}
}
