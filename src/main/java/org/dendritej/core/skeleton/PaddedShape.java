// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;

/**
 * A shape with an empty voxel on every side, one byte of marks per voxel, so that neighbours are read without tests.
 * <p>
 * Slice z of the image is slice z + 1 here; pixel (x, y) is at {@code (x + 1) + stride (y + 1)}. A voxel's address is
 * {@code (slice << 32) | pixel}.
 */
final class PaddedShape {

	/** The voxel belongs to the shape. */
	static final int SHAPE = 1;
	/** It waits for a later time. */
	static final int QUEUED = 2;
	/** It is being looked at in this bin. */
	static final int CURRENT = 4;
	/** A neighbour was removed while it was looked at. */
	static final int TOUCHED = 8;
	/** It was removed in this bin. */
	static final int GONE = 16;

	final VoxelGrid grid;
	final int stride;
	final byte[][] marks;
	/** Offsets of the 27 neighbourhood bits: slice and pixel. */
	final int[] dz = new int[27];
	final int[] dp = new int[27];
	/** Lengths of the steps to the 27 neighbours, um. */
	final double[] stepUm = new double[27];

	PaddedShape(final Phase phase) {
		grid = phase.grid();
		stride = grid.nx() + 2;
		final long plane = (long) stride * (grid.ny() + 2);
		if (plane > Integer.MAX_VALUE - 8) throw new IllegalArgumentException("One slice of " + grid.nx() + " x "
			+ grid.ny() + " pixels leaves no room for a border; thin at most 46338 x 46338 pixels, or tile the image.");
		marks = new byte[grid.nz() + 2][(int) plane];
		final byte code = phase.code();
		for (int z = 0; z < grid.nz(); z++)
			copy(phase.volume().plane(z), code, marks[z + 1]);
		for (int b = 0; b < 27; b++) {
			final int x = b % 3 - 1;
			final int y = b / 3 % 3 - 1;
			dz[b] = b / 9 - 1;
			dp[b] = x + stride * y;
			stepUm[b] = Math.sqrt(x * x * grid.dxUm() * grid.dxUm() + y * y * grid.dyUm() * grid.dyUm()
				+ dz[b] * dz[b] * grid.dzUm() * grid.dzUm());
		}
	}

	private void copy(final byte[] from, final byte code, final byte[] to) {
		for (int y = 0, i = 0; y < grid.ny(); y++)
			for (int x = 0, o = 1 + stride * (y + 1); x < grid.nx(); x++, i++, o++)
				if (from[i] == code) to[o] = SHAPE;
	}

	/** The 27 bits around a voxel, as {@link SimplePoint} reads them. */
	int neighbourhood(final int z, final int p) {
		return slice(marks[z - 1], p) | slice(marks[z], p) << 9 | slice(marks[z + 1], p) << 18;
	}

	private int slice(final byte[] m, final int p) {
		return row(m, p - stride) | row(m, p) << 3 | row(m, p + stride) << 6;
	}

	private static int row(final byte[] m, final int p) {
		return m[p - 1] & 1 | (m[p] & 1) << 1 | (m[p + 1] & 1) << 2;
	}

	boolean isShape(final int z, final int p) {
		return (marks[z][p] & SHAPE) != 0;
	}

	/** Whether a face neighbour is empty. */
	boolean isBorder(final int z, final int p) {
		final byte[] m = marks[z];
		return (m[p - 1] & m[p + 1] & m[p - stride] & m[p + stride] & marks[z - 1][p] & marks[z + 1][p] & SHAPE) == 0;
	}

	/** Whether along some axis one neighbour is empty and the other is not. */
	boolean isOneSided(final int z, final int p) {
		final byte[] m = marks[z];
		return ((m[p - 1] ^ m[p + 1] | m[p - stride] ^ m[p + stride] | marks[z - 1][p] ^ marks[z + 1][p]) & SHAPE) != 0;
	}

	/** Index of a padded pixel in the image's own slice. */
	int imagePixel(final int p) {
		final int y = p / stride;
		return p - stride * y - 1 + grid.nx() * (y - 1);
	}

	/** The shape as it stands, 255 on it and 0 off it, in the image's own slices. */
	byte[][] toPlanes() {
		final byte[][] planes = new byte[grid.nz()][grid.planeSize()];
		for (int z = 0; z < planes.length; z++)
			for (int y = 0, i = 0; y < grid.ny(); y++)
				for (int x = 0, o = 1 + stride * (y + 1); x < grid.nx(); x++, i++, o++)
					if ((marks[z + 1][o] & SHAPE) != 0) planes[z][i] = (byte) 255;
		return planes;
	}

	static long address(final int z, final int p) {
		return (long) z << 32 | p;
	}
}
