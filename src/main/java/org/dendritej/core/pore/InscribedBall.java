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
 * The distance is taken in blocks of slices with as many slices more on both sides as the largest possible ball needs,
 * so that a volume larger than the memory can be measured. The image's border ends an object.
 */
final class InscribedBall {

	/** Voxels whose distances are held at once. */
	private static final long BLOCK_VOXELS = 1L << 27;

	private InscribedBall() {}

	/** Largest centre-to-centre distance to a voxel outside the phase, um, for each label; entry 0 is not used. */
	static double[] distances(final Phase phase, final RunSource source, final LabelSums sums, final int threads,
		final Progress progress)
	{
		final VoxelGrid g = phase.grid();
		final double[] largest = new double[sums.count() + 1];
		if (sums.count() == 0) return largest;
		final int halo = halo(sums, g);
		final long room = Math.max(2, BLOCK_VOXELS / g.planeSize());
		final int height = (int) Math.min(g.nz(), Math.max(1, room - 2L * halo));
		for (int z0 = 0; z0 < g.nz(); z0 += height) {
			final int z1 = Math.min(g.nz(), z0 + height);
			final int from = Math.max(0, z0 - halo), to = Math.min(g.nz(), z1 + halo);
			final Progress part = progress.part(z0 / (double) g.nz(), z1 / (double) g.nz());
			final float[][] d = EuclideanDistance.squared(slices(phase, from, to), false, threads, part);
			final int base = z0;
			final double[][] found = new double[Slabs.threads(threads)][];
			final int chunk = (z1 - z0 + found.length - 1) / found.length;
			Slabs.forEach(found.length, threads, progress, null, t -> {
				found[t] = new double[largest.length];
				final Runs runs = new Runs();
				for (int z = base + t * chunk; z < Math.min(z1, base + (t + 1) * chunk); z++) {
					progress.check();
					source.read(z, runs);
					slice(runs, d[z - from], g, z, found[t]);
				}
			});
			for (final double[] f : found)
				for (int l = 1; l < largest.length; l++)
					largest[l] = Math.max(largest[l], f[l]);
		}
		for (int l = 1; l < largest.length; l++)
			largest[l] = Math.sqrt(largest[l]);
		return largest;
	}

	/** No ball in an object is larger than half its box's shortest side. */
	private static int halo(final LabelSums sums, final VoxelGrid g) {
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
		return new Phase(new ByteVolume() {

			@Override
			public VoxelGrid grid() {
				return part;
			}

			@Override
			public byte[] plane(final int z) {
				return phase.volume().plane(from + z);
			}
		}, phase.value());
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
