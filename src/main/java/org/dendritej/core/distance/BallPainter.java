// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.distance;

import org.dendritej.core.geom.VoxelGrid;

/** Writes diameters into the voxels of balls, first come first kept, by spans of rows and one bit per voxel. */
final class BallPainter {

	private final VoxelGrid grid;
	private final float[][] planes;
	private final int z0;
	private final int z1;
	private final int words;
	private final long[] painted;

	/** Paints slices z0 to z1 - 1 only. */
	BallPainter(final VoxelGrid grid, final float[][] planes, final int z0, final int z1) {
		this.grid = grid;
		this.planes = planes;
		this.z0 = z0;
		this.z1 = z1;
		words = (grid.nx() + 63) / 64;
		painted = new long[Math.multiplyExact((z1 - z0) * words, grid.ny())];
	}

	/** Paints what is left of one ball. */
	void paint(final BallList balls, final int b) {
		final int x = balls.x(b), y = balls.y(b), z = balls.z(b);
		final double d2 = balls.squaredUm2(b) * BallContainment.INSIDE;
		final float value = balls.diameterUm(b);
		final double ey = grid.dyUm(), ez = grid.dzUm(), ex = grid.dxUm();
		final int rz = BallContainment.halfLength(d2, ez);
		for (int k = Math.max(z0, z - rz); k <= Math.min(z1 - 1, z + rz); k++) {
			final double a = d2 - (k - z) * ez * ((k - z) * ez);
			final int ry = BallContainment.halfLength(a, ey);
			for (int j = Math.max(0, y - ry); j <= Math.min(grid.ny() - 1, y + ry); j++) {
				final int rx = BallContainment.halfLength(a - (j - y) * ey * ((j - y) * ey), ex);
				span(k, j, Math.max(0, x - rx), Math.min(grid.nx() - 1, x + rx), value);
			}
		}
	}

	private void span(final int z, final int y, final int from, final int to, final float value) {
		final int at = ((z - z0) * grid.ny() + y) * words;
		final float[] plane = planes[z];
		final int row = grid.nx() * y;
		for (int w = from >> 6; w <= to >> 6; w++) {
			final int lo = Math.max(from, w << 6), hi = Math.min(to, (w << 6) + 63);
			final long mask = -1L >>> 63 - (hi - lo) << (lo & 63);
			long open = mask & ~painted[at + w];
			if (open == 0) continue;
			painted[at + w] |= mask;
			while (open != 0) {
				plane[row + (w << 6) + Long.numberOfTrailingZeros(open)] = value;
				open &= open - 1;
			}
		}
	}
}
