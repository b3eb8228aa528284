// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;

/**
 * A shape with an empty voxel on every side, one byte of marks per voxel, so that neighbours are read without tests.
 * <p>
 * Slice z of the image is slice z + 1 here; pixel (x, y) is at {@code (x + 1) + stride (y + 1)}. A voxel's address is
 * {@code (slice << 32) | pixel}. Three or eight voxels of a row are read as one word.
 */
final class PaddedShape {

	/** The voxel belongs to the shape. */
	static final int SHAPE = 1;
	/** It waits for a later time. */
	static final int QUEUED = 2;
	/** It is being looked at in this bin. */
	static final int CURRENT = 4;
	/** A neighbour was removed since its neighbourhood was read. */
	static final int STALE = 8;
	/** Whether it is on a ridge of the distance map has been found out: yes, no. */
	static final int RIDGE = 16, SLOPE = 32;

	private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
	private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
	/** Lowest bits of the eight bytes of a word, and of the first three. */
	private static final long ONES = 0x0101010101010101L;
	private static final int THREE = 0x010101;
	/** Room behind a slice so that the last voxels can be read as whole words. */
	private static final int ROOM = 8;

	final VoxelGrid grid;
	final int stride;
	final byte[][] marks;
	/** Offsets of the 27 neighbourhood bits: slice and pixel. */
	final int[] dz = new int[27];
	final int[] dp = new int[27];
	/** Lengths of the steps to the 27 neighbours, um. */
	final double[] stepUm = new double[27];
	/** Offsets of the 27 neighbours' pixels in the image's own slices. */
	final int[] imageStep = new int[27];

	PaddedShape(final Phase phase) {
		grid = phase.grid();
		stride = grid.nx() + 2;
		final long plane = (long) stride * (grid.ny() + 2);
		if (plane > Integer.MAX_VALUE - 8 - ROOM) throw new IllegalArgumentException("One slice of " + grid.nx() + " x "
			+ grid.ny() + " pixels leaves no room for a border; thin at most 46338 x 46338 pixels, or tile the image.");
		marks = new byte[grid.nz() + 2][(int) plane + ROOM];
		final byte code = phase.code();
		for (int z = 0; z < grid.nz(); z++)
			copy(phase.volume().plane(z), code, marks[z + 1]);
		for (int b = 0; b < 27; b++) {
			final int x = b % 3 - 1;
			final int y = b / 3 % 3 - 1;
			dz[b] = b / 9 - 1;
			dp[b] = x + stride * y;
			imageStep[b] = x + grid.nx() * y;
			stepUm[b] = Math.sqrt(x * x * grid.dxUm() * grid.dxUm() + y * y * grid.dyUm() * grid.dyUm()
				+ dz[b] * dz[b] * grid.dzUm() * grid.dzUm());
		}
	}

	private void copy(final byte[] from, final byte code, final byte[] to) {
		final long same = (code & 0xFF) * ONES;
		final int nx = grid.nx();
		for (int y = 0, i = 0; y < grid.ny(); y++) {
			int o = 1 + stride * (y + 1);
			final int end = i + nx;
			for (; i <= end - 8; i += 8, o += 8) {
				// the usual way to find the zero bytes of a word, exact for all of them
				final long off = (long) EIGHT.get(from, i) ^ same;
				EIGHT.set(to, o, ~((off & ~(ONES << 7)) + ~(ONES << 7) | off) >>> 7 & ONES);
			}
			for (; i < end; i++, o++)
				if (from[i] == code) to[o] = SHAPE;
		}
	}

	/** The 27 bits around a voxel, as {@link SimplePoint} reads them. */
	int neighbourhood(final int z, final int p) {
		return slice(marks[z - 1], p) | slice(marks[z], p) << 9 | slice(marks[z + 1], p) << 18;
	}

	/** Nine bits: the lowest bits of three times three bytes. */
	private int slice(final byte[] m, final int p) {
		final int s = (int) FOUR.get(m, p - stride - 1) & THREE | ((int) FOUR.get(m, p - 1) & THREE) << 3 | ((int) FOUR.get(m, p
			+ stride - 1) & THREE) << 6;
		return s & 0x49 | s >>> 7 & 0x92 | s >>> 14 & 0x124;
	}

	/**
	 * Voxels of the shape that have an empty face neighbour.
	 *
	 * @param z slice
	 * @param p pixel of the first of eight voxels
	 * @return 1 in the byte of each, the first lowest; bytes behind the end of the row mean nothing
	 */
	long borders(final int z, final int p) {
		final byte[] m = marks[z];
		final long own = (long) EIGHT.get(m, p) & ONES;
		if (own == 0) return 0;
		return own & ~((long) EIGHT.get(m, p - 1) & (long) EIGHT.get(m, p + 1) & (long) EIGHT.get(m, p - stride) & (long) EIGHT.get(
			m, p + stride) & (long) EIGHT.get(marks[z - 1], p) & (long) EIGHT.get(marks[z + 1], p));
	}

	boolean isShape(final int z, final int p) {
		return (marks[z][p] & SHAPE) != 0;
	}

	/** Whether a face neighbour is empty. */
	boolean isBorder(final int z, final int p) {
		final byte[] m = marks[z];
		return (m[p - 1] & m[p + 1] & m[p - stride] & m[p + stride] & marks[z - 1][p] & marks[z + 1][p] & SHAPE) == 0;
	}

	/**
	 * Marks three voxels of a row as stale where they are being looked at.
	 *
	 * @param m slice
	 * @param p pixel of the first
	 * @return 1 in the byte of each that belongs to the shape and neither waits nor is being looked at
	 */
	static int touch(final byte[] m, final int p) {
		final int w = (int) FOUR.get(m, p);
		final int current = w >>> 2 & THREE;
		if (current != 0) FOUR.set(m, p, w | current * STALE);
		return w & ~(w >>> 1 | current) & THREE;
	}

	void remove(final int z, final int p) {
		marks[z][p] = 0;
	}

	/** Index of a padded pixel in the image's own slice. */
	int imagePixel(final int p) {
		final int y = p / stride;
		return p - stride * y - 1 + grid.nx() * (y - 1);
	}

	/** The shape as it stands, 255 on it and 0 off it, in the image's own slices. */
	byte[][] toPlanes() {
		final byte[][] planes = new byte[grid.nz()][grid.planeSize()];
		final int nx = grid.nx();
		for (int z = 0; z < planes.length; z++)
			for (int y = 0, i = 0; y < grid.ny(); y++) {
				int o = 1 + stride * (y + 1);
				final int end = i + nx;
				for (; i <= end - 8; i += 8, o += 8)
					EIGHT.set(planes[z], i, ((long) EIGHT.get(marks[z + 1], o) & ONES) * 255);
				for (; i < end; i++, o++)
					if ((marks[z + 1][o] & SHAPE) != 0) planes[z][i] = (byte) 255;
			}
		return planes;
	}

	static long address(final int z, final int p) {
		return (long) z << 32 | p;
	}
}
