// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.distance;

import org.dendritej.core.geom.VoxelGrid;

/** Writes diameters into the voxels of balls, first come first kept, by spans of rows and one bit per voxel. */
final class BallPainter {

	/** Radius up to which row lengths come from a table, in finest edges. */
	private static final double TABLED = 16;

	private final VoxelGrid grid;
	private final float[][] planes;
	private final int z0;
	private final int z1;
	private final int y0;
	private final int y1;
	private final int words;
	private final long[] painted;
	private final BallShapes shapes;
	private final double tabled;

	/** Paints slices z0 to z1 - 1 and of them rows y0 to y1 - 1 only. */
	BallPainter(final VoxelGrid grid, final float[][] planes, final int z0, final int z1, final int y0, final int y1) {
		this.grid = grid;
		this.planes = planes;
		this.z0 = z0;
		this.z1 = z1;
		this.y0 = y0;
		this.y1 = y1;
		shapes = new BallShapes(grid.dxUm(), grid.dyUm(), grid.dzUm());
		tabled = TABLED * TABLED * grid.finestEdgeUm() * grid.finestEdgeUm();
		words = (grid.nx() + 63) / 64;
		painted = new long[Math.multiplyExact((z1 - z0) * words, y1 - y0)];
	}

	/** Paints what is left of one ball. */
	void paint(final BallList balls, final int b) {
		final float squared = balls.squaredUm2(b);
		if (squared <= tabled) paintTabled(balls, b, shapes.rows(squared));
		else paintDirect(balls, b, squared * BallShapes.INSIDE);
	}

	private void paintTabled(final BallList balls, final int b, final int[][] rows) {
		final int x = balls.x(b), y = balls.y(b), z = balls.z(b);
		final float value = balls.diameterUm(b);
		final int last = grid.nx() - 1;
		for (int k = Math.max(z0, z - rows.length + 1); k <= Math.min(z1 - 1, z + rows.length - 1); k++) {
			final int[] half = rows[Math.abs(k - z)];
			final int end = Math.min(y1 - 1, y + half.length - 1);
			for (int j = Math.max(y0, y - half.length + 1); j <= end; j++) {
				final int rx = half[Math.abs(j - y)];
				span(k, j, Math.max(0, x - rx), Math.min(last, x + rx), value);
			}
		}
	}

	/** Large balls are rare and seldom of one size: their rows are worked out as they come. */
	private void paintDirect(final BallList balls, final int b, final double d2) {
		final int x = balls.x(b), y = balls.y(b), z = balls.z(b);
		final float value = balls.diameterUm(b);
		final double ey = grid.dyUm(), ez = grid.dzUm(), ex = grid.dxUm();
		final int rz = BallShapes.halfLength(d2, ez);
		for (int k = Math.max(z0, z - rz); k <= Math.min(z1 - 1, z + rz); k++) {
			final double a = d2 - (k - z) * ez * ((k - z) * ez);
			final int ry = BallShapes.halfLength(a, ey);
			for (int j = Math.max(y0, y - ry); j <= Math.min(y1 - 1, y + ry); j++) {
				final int rx = BallShapes.halfLength(a - (j - y) * ey * ((j - y) * ey), ex);
				span(k, j, Math.max(0, x - rx), Math.min(grid.nx() - 1, x + rx), value);
			}
		}
	}

	private void span(final int z, final int y, final int from, final int to, final float value) {
		final int at = ((z - z0) * (y1 - y0) + y - y0) * words;
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
