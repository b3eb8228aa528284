// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import org.dendritej.core.distance.EuclideanDistance;
import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.LabelSums;
import org.dendritej.core.label.RunSource;
import org.dendritej.core.label.Runs;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * The largest ball inside each object, from the exact Euclidean distance transform.
 * <p>
 * The distance is taken in blocks of slices with some slices more on both sides. A distance found that is longer than this
 * margin may miss a wall beyond it: then the block is done again with a margin twice as wide. So the result is exact, and a
 * volume larger than the memory can be measured, pores that run through all of it included. The image's border ends an
 * object.
 */
final class InscribedBall {

	/** Voxels whose distances are held at once. */
	private static final long BLOCK_VOXELS = 1L << 27;

	private InscribedBall() {}

	/** Largest centre-to-centre distance to a voxel outside the phase, um, for each label; entry 0 is not used. */
	static double[] distances(final Phase phase, final RunSource source, final LabelSums sums, final int threads,
		final Progress progress)
	{
		return distances(phase, source, sums, BLOCK_VOXELS, threads, progress);
	}

	/** The same with a given size of the blocks, on which nothing depends but memory and speed. */
	static double[] distances(final Phase phase, final RunSource source, final LabelSums sums, final long blockVoxels,
		final int threads, final Progress progress)
	{
		final VoxelGrid g = phase.grid();
		final double[] largest = new double[sums.count() + 1];
		if (sums.count() == 0) return largest;
		final int room = (int) Math.min(g.nz(), Math.max(4, blockVoxels / g.planeSize()));
		final int margin = Math.max(1, Math.min(widest(sums, g), room / 4));
		final int height = room == g.nz() ? room : Math.max(1, room - 2 * margin);
		for (int z0 = 0; z0 < g.nz(); z0 += height) {
			final int z1 = Math.min(g.nz(), z0 + height);
			final Progress part = progress.part(z0 / (double) g.nz(), z1 / (double) g.nz());
			for (int m = margin;; m = Math.min(g.nz(), 2 * m)) {
				final int from = Math.max(0, z0 - m), to = Math.min(g.nz(), z1 + m);
				final double[] found = block(phase, source, new int[] { z0, z1, from, to }, largest.length, threads, part);
				double most = 0;
				for (final double v : found)
					most = Math.max(most, v);
				final double sure = (m + 1) * g.dzUm();
				if ((from > 0 || to < g.nz()) && most > sure * sure) continue;
				for (int l = 1; l < found.length; l++)
					largest[l] = Math.max(largest[l], found[l]);
				break;
			}
		}
		for (int l = 1; l < largest.length; l++)
			largest[l] = Math.sqrt(largest[l]);
		return largest;
	}

	/** Largest squared distances in the slices range[0] .. range[1] - 1, walls beyond range[2] .. range[3] - 1 not seen. */
	private static double[] block(final Phase phase, final RunSource source, final int[] range, final int labels,
		final int threads, final Progress progress)
	{
		final float[][] d = EuclideanDistance.squared(slices(phase, range[2], range[3]), false, threads, progress);
		final double[][] found = new double[Math.min(Slabs.threads(threads), range[1] - range[0])][];
		final int chunk = (range[1] - range[0] + found.length - 1) / found.length;
		Slabs.forEach(found.length, threads, progress, null, t -> {
			found[t] = new double[labels];
			final Runs runs = new Runs();
			for (int z = range[0] + t * chunk; z < Math.min(range[1], range[0] + (t + 1) * chunk); z++) {
				progress.check();
				source.read(z, runs);
				slice(runs, d[z - range[2]], phase.grid(), z, found[t]);
			}
		});
		for (int t = 1; t < found.length; t++)
			for (int l = 1; l < labels; l++)
				found[0][l] = Math.max(found[0][l], found[t][l]);
		return found[0];
	}

	/** Slices that the largest ball can need: no ball in an object is larger than half its box's shortest side. */
	private static int widest(final LabelSums sums, final VoxelGrid g) {
		double most = 0;
		for (int l = 1; l <= sums.count(); l++) {
			double side = Double.POSITIVE_INFINITY;
			for (int a = 0; a < 3; a++)
				side = Math.min(side, (sums.max(l, a) - sums.min(l, a) + 1) * g.edgeUm(a));
			most = Math.max(most, side / 2);
		}
		return (int) Math.min(g.nz(), Math.ceil(most / g.dzUm()) + 1);
	}

	private static Phase slices(final Phase phase, final int from, final int to) {
		final VoxelGrid g = phase.grid();
		if (from == 0 && to == g.nz()) return phase;
		final VoxelGrid part = new VoxelGrid(g.nx(), g.ny(), to - from, g.dxUm(), g.dyUm(), g.dzUm(), Vec3.ZERO);
		return new Phase(ByteVolume.of(part, z -> phase.volume().plane(from + z)), phase.value());
	}

	private static void slice(final Runs runs, final float[] d, final VoxelGrid g, final int z, final double[] largest) {
		final double sz = square(Math.min(z + 1, g.nz() - z) * g.dzUm());
		for (int y = 0; y < runs.rows(); y++) {
			final double cap = Math.min(sz, square(Math.min(y + 1, g.ny() - y) * g.dyUm()));
			for (int i = runs.first()[y]; i < runs.first()[y + 1]; i++) {
				final int l = runs.label()[i];
				if (l <= 0) continue;
				double best = largest[l];
				for (int x = runs.bounds()[2 * i]; x < runs.bounds()[2 * i + 1]; x++) {
					final double v = Math.min(d[x + g.nx() * y], cap);
					if (v > best) best = Math.max(best, Math.min(v, square(Math.min(x + 1, g.nx() - x) * g.dxUm())));
				}
				largest[l] = best;
			}
		}
	}

	private static double square(final double v) {
		return v * v;
	}
}
