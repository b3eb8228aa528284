// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * The part of the image that is sample: counts of sample and pore voxels in blocks, and the electrode surface where an
 * outside class shows it.
 * <p>
 * Blocks are the units of the bootstrap: at most 4 along an axis, none thinner than 8 voxels.
 */
final class SampleRegion {

	private static final int MOST = 4, THINNEST = 8;

	private final VoxelGrid grid;
	private final ElectrodeFace face;
	private final int[] blocks = new int[3];
	private final long[] pore;
	private final long[] sample;
	private final int[] depth;
	private boolean outsideSeen;

	SampleRegion(final Phase phase, final ElectrodeFace face, final int outside, final int threads,
		final Progress progress)
	{
		grid = phase.grid();
		this.face = face;
		for (int a = 0; a < 3; a++)
			blocks[a] = Math.max(1, Math.min(MOST, grid.size(a) / THINNEST));
		final int perSlice = blocks[0] * blocks[1];
		final long[][] counts = new long[grid.nz()][];
		Slabs.forEach(grid.nz(), threads, progress, "Sample volume", z -> counts[z] = slice(phase, z, outside));
		pore = new long[perSlice * blocks[2]];
		sample = new long[pore.length];
		long missing = 0;
		for (int z = 0; z < grid.nz(); z++)
			for (int b = 0; b < perSlice; b++) {
				final int at = b + perSlice * block(z, 2);
				pore[at] += counts[z][b];
				missing += counts[z][perSlice + b];
				sample[at] -= counts[z][perSlice + b];
			}
		for (int z = 0; z < blocks[2]; z++)
			for (int y = 0; y < blocks[1]; y++)
				for (int x = 0; x < blocks[0]; x++)
					sample[x + blocks[0] * (y + blocks[1] * z)] += (long) length(x, 0) * length(y, 1) * length(z, 2);
		outsideSeen = missing > 0;
		depth = outsideSeen && face != ElectrodeFace.NONE ? surface(phase, outside, threads, progress) : null;
	}

	private int block(final int c, final int axis) {
		return (int) ((long) c * blocks[axis] / grid.size(axis));
	}

	/** First index that block(c) maps to b. */
	private int start(final int b, final int axis) {
		return (int) (((long) b * grid.size(axis) + blocks[axis] - 1) / blocks[axis]);
	}

	private int length(final int b, final int axis) {
		return start(b + 1, axis) - start(b, axis);
	}

	/** Pore voxels, then outside voxels, of the blocks that a slice cuts. */
	private long[] slice(final Phase phase, final int z, final int outside) {
		final int per = blocks[0] * blocks[1], nx = grid.nx();
		final long[] n = new long[2 * per];
		final byte[] p = phase.volume().plane(z);
		final byte code = phase.code(), out = (byte) outside;
		final boolean count = outside >= 0;
		for (int y = 0; y < grid.ny(); y++)
			for (int bx = 0; bx < blocks[0]; bx++) {
				int pores = 0, missing = 0;
				final int end = nx * y + start(bx + 1, 0);
				for (int i = nx * y + start(bx, 0); i < end; i++) {
					if (p[i] == code) pores++;
					else if (count && p[i] == out) missing++;
				}
				n[bx + blocks[0] * block(y, 1)] += pores;
				n[per + bx + blocks[0] * block(y, 1)] += missing;
			}
		return n;
	}

	/** Thickness of the outside class over each column of the face, voxels. */
	private int[] surface(final Phase phase, final int outside, final int threads, final Progress progress) {
		final int nx = grid.nx(), ny = grid.ny(), nz = grid.nz();
		final byte out = (byte) outside;
		final boolean low = face.isLow();
		if (face.axis() == 2) {
			final int[] h = new int[nx * ny];
			for (int k = 0; k < nz; k++) {
				progress.check();
				final byte[] p = phase.volume().plane(low ? k : nz - 1 - k);
				for (int i = 0; i < h.length; i++)
					if (h[i] == k && p[i] == out) h[i]++;
			}
			return h;
		}
		final int width = face.axis() == 0 ? ny : nx, n = grid.size(face.axis());
		final int[] h = new int[width * nz];
		Slabs.forEach(nz, threads, progress, null, z -> {
			final byte[] p = phase.volume().plane(z);
			for (int c = 0; c < width; c++) {
				int k = 0;
				while (k < n) {
					final int at = low ? k : n - 1 - k;
					if (p[face.axis() == 0 ? at + nx * c : c + nx * at] != out) break;
					k++;
				}
				h[c + width * z] = k;
			}
		});
		return h;
	}

	/** Voxels below the electrode face: 0 = the voxel lies at the electrode. Without an outside class the image's side counts. */
	int below(final int x, final int y, final int z) {
		final int c = face.axis() == 0 ? x : face.axis() == 1 ? y : z;
		return (face.isLow() ? c : grid.size(face.axis()) - 1 - c) - covered(x, y, z);
	}

	/** Thickness of what covers the sample over this column, voxels. */
	int covered(final int x, final int y, final int z) {
		if (depth == null) return 0;
		return face.axis() == 2 ? depth[x + grid.nx() * y] : face.axis() == 1 ? depth[x + grid.nx() * z] : depth[y + grid
			.ny() * z];
	}

	/** Whether the image shows the electrode's side as a class of its own. */
	boolean surfaceSeen() {
		return depth != null;
	}

	boolean outsideSeen() {
		return outsideSeen;
	}

	int blockCount() {
		return pore.length;
	}

	int blockOf(final double ix, final double iy, final double iz) {
		return block((int) Math.round(ix), 0) + blocks[0] * (block((int) Math.round(iy), 1) + blocks[1] * block((int) Math
			.round(iz), 2));
	}

	double[] poreVoxels() {
		return java.util.Arrays.stream(pore).asDoubleStream().toArray();
	}

	double[] sampleVoxels() {
		return java.util.Arrays.stream(sample).asDoubleStream().toArray();
	}

	/** Sample voxels in the image. */
	long voxels() {
		return java.util.Arrays.stream(sample).sum();
	}

	/** Pore voxels in the image, whatever their label. */
	long pores() {
		return java.util.Arrays.stream(pore).sum();
	}
}
