// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * Two-point probability of a phase along the axes: how likely two voxels a number of voxels apart both belong to it.
 * <p>
 * Every pair of voxels inside the image is counted, nothing is drawn at random and nothing wraps around the border
 * (Torquato, Random Heterogeneous Materials, 2002, S2 of a phase; recalled). Lag 0 is the volume fraction. The counts are
 * exact. The volume is held as one bit per voxel, and 64 pairs are counted at once: voxels / 64 operations for each lag
 * and axis.
 *
 * @param x probability at each lag along x, entry k for k voxels
 * @param y the same along y
 * @param z the same along z
 * @param grid size and edges: lag k is k edges long
 */
public record TwoPoint(double[] x, double[] y, double[] z, VoxelGrid grid) {

	/**
	 * Counts all pairs.
	 *
	 * @param phase the phase
	 * @param reach largest lag, voxels; cut to one less than the image's side along each axis
	 * @param threads threads; 0 or less = all
	 * @param progress progress and cancelling
	 * @return the probabilities
	 * @throws IllegalArgumentException if the reach is negative
	 */
	public static TwoPoint of(final Phase phase, final int reach, final int threads, final Progress progress) {
		if (reach < 0) throw new IllegalArgumentException("reach=" + reach + " voxels is negative; give 0 or more.");
		final VoxelGrid g = phase.grid();
		final int words = (g.nx() + 63) / 64;
		final long[][] bits = new long[g.nz()][];
		Slabs.forEach(g.nz(), threads, progress.part(0, 0.1), "Packing voxels", z -> bits[z] = pack(phase, z, words));
		final double[][] s = new double[3][];
		for (int a = 0; a < 3; a++) {
			final int axis = a;
			final double[] p = s[a] = new double[Math.min(reach, g.size(a) - 1) + 1];
			Slabs.forEach(p.length, threads, progress.part(0.1 + 0.3 * a, 0.4 + 0.3 * a), "Two-point probability", k -> {
				final long pairs = axis == 0 ? alongX(bits, words, k, progress) : axis == 1 ? shifted(bits, words * k, 0,
					progress) : shifted(bits, 0, k, progress);
				p[k] = pairs / ((double) g.voxels() / g.size(axis) * (g.size(axis) - k));
			});
		}
		return new TwoPoint(s[0], s[1], s[2], g);
	}

	/** One bit per voxel; each row starts a new word, bits beyond its end stay 0. */
	private static long[] pack(final Phase phase, final int z, final int words) {
		final int nx = phase.grid().nx(), ny = phase.grid().ny();
		final byte[] p = phase.volume().plane(z);
		final byte code = phase.code();
		final long[] out = new long[words * ny];
		for (int y = 0; y < ny; y++)
			for (int x = 0; x < nx; x++)
				if (p[x + nx * y] == code) out[words * y + (x >> 6)] |= 1L << x;
		return out;
	}

	private static long alongX(final long[][] bits, final int words, final int lag, final Progress progress) {
		final int step = lag >> 6, shift = lag & 63;
		long n = 0;
		for (final long[] p : bits) {
			progress.check();
			for (int row = 0; row < p.length; row += words)
				for (int i = 0; i + step < words; i++) {
					long far = p[row + i + step] >>> shift;
					if (shift > 0 && i + step + 1 < words) far |= p[row + i + step + 1] << 64 - shift;
					n += Long.bitCount(p[row + i] & far);
				}
		}
		return n;
	}

	/** Pairs of which one lies a number of words further in its slice and a number of slices further. */
	private static long shifted(final long[][] bits, final int words, final int slices, final Progress progress) {
		long n = 0;
		for (int z = 0; z + slices < bits.length; z++) {
			progress.check();
			final long[] a = bits[z], b = bits[z + slices];
			for (int i = 0; i + words < a.length; i++)
				n += Long.bitCount(a[i] & b[i + words]);
		}
		return n;
	}
}
