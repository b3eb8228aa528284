// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.distance;

import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * A phase as one bit per voxel with a margin of three voxels around the image, so that neighbourhoods are read without
 * asking where the image ends. The margin is background, or goes on like the border voxels.
 */
final class MaskBits {

	/** Width of the margin. */
	static final int MARGIN = 3;

	private final int words;
	private final long[][] slices;
	private final int ny;

	private MaskBits(final VoxelGrid grid) {
		words = (grid.nx() + 2 * MARGIN + 63 >> 6) + 1;
		ny = grid.ny();
		slices = new long[grid.nz() + 2 * MARGIN][];
	}

	/**
	 * Packs the voxels with a positive value.
	 *
	 * @param grid size
	 * @param planes values
	 * @param border true: the margin is background
	 */
	static MaskBits of(final VoxelGrid grid, final float[][] planes, final boolean border, final int threads,
		final Progress progress)
	{
		final MaskBits bits = new MaskBits(grid);
		Slabs.forEach(grid.nz(), threads, progress, null, z -> bits.slices[z + MARGIN] = bits.pack(grid, planes[z], border));
		for (int k = 0; k < MARGIN; k++) {
			final int end = grid.nz() + MARGIN;
			bits.slices[k] = border ? new long[bits.slices[MARGIN].length] : bits.slices[MARGIN];
			bits.slices[end + k] = border ? bits.slices[k] : bits.slices[end - 1];
		}
		return bits;
	}

	private long[] pack(final VoxelGrid grid, final float[] plane, final boolean border) {
		final int nx = grid.nx();
		final long[] bits = new long[words * (ny + 2 * MARGIN)];
		for (int y = 0; y < ny; y++) {
			final int at = (y + MARGIN) * words;
			for (int x = 0; x < nx; x++)
				if (plane[nx * y + x] > 0) bits[at + (x + MARGIN >> 6)] |= 1L << x + MARGIN;
			if (border) continue;
			for (int x = 0; x < MARGIN; x++) {
				if (plane[nx * y] > 0) bits[at] |= 1L << x;
				final int r = nx + MARGIN + x;
				if (plane[nx * y + nx - 1] > 0) bits[at + (r >> 6)] |= 1L << r;
			}
		}
		for (int y = 0; y < MARGIN && !border; y++) {
			System.arraycopy(bits, MARGIN * words, bits, y * words, words);
			System.arraycopy(bits, (ny + MARGIN - 1) * words, bits, (ny + MARGIN + y) * words, words);
		}
		return bits;
	}

	/** Whether voxel (x, y, z) belongs to the phase; up to the margin outside the image. */
	boolean get(final int x, final int y, final int z) {
		return (slices[z + MARGIN][(y + MARGIN) * words + (x + MARGIN >> 6)] >>> x + MARGIN & 1) != 0;
	}

	/** Five voxels x - 2 .. x + 2 of a row, the first in the lowest bit; (x, y, z) at most one voxel outside the image. */
	int five(final int x, final int y, final int z) {
		final long[] slice = slices[z + MARGIN];
		final int first = x - 2 + MARGIN;
		final int at = (y + MARGIN) * words + (first >> 6);
		final int shift = first & 63;
		final long low = slice[at] >>> shift;
		return (int) (shift > 59 ? low | slice[at + 1] << 64 - shift : low) & 31;
	}
}
