// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.distance;

import java.util.Arrays;

import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/** Finds the balls that no neighbour's ball contains; these alone can give a voxel its thickness. */
final class MaximalBalls {

	/** Slices searched by one task. */
	private static final int HEIGHT = 8;

	/** Slices and rows painted by one task. */
	private static final int BAR_SLICES = 16;
	private static final int BAR_ROWS = 32;

	private final VoxelGrid grid;
	private final float[][] squared;
	private final boolean border;

	MaximalBalls(final VoxelGrid grid, final float[][] squared, final boolean border) {
		this.grid = grid;
		this.squared = squared;
		this.border = border;
	}

	/** All maximal balls, in raster order. */
	BallList find(final int threads, final Progress progress) {
		final int tasks = (grid.nz() + HEIGHT - 1) / HEIGHT;
		final BallList[] lists = new BallList[tasks];
		final MaskBits mask = MaskBits.of(grid, squared, border, threads, progress);
		Slabs.forEach(tasks, threads, progress, "Finding local balls", t -> {
			final Finder finder = new Finder(mask);
			for (int z = t * HEIGHT; z < Math.min(grid.nz(), (t + 1) * HEIGHT); z++) {
				progress.check();
				finder.slice(z);
			}
			lists[t] = finder.found;
		});
		return BallList.joined(lists);
	}

	/** Works through slices with tables of its own. */
	private final class Finder {

		private final BallShapes shapes = new BallShapes(grid.dxUm(), grid.dyUm(), grid.dzUm());
		private final BallDiameter diameter;
		private final BallList found = new BallList();
		private final float[] empty = new float[grid.planeSize()];
		private float last;
		private float[] limits;

		Finder(final MaskBits mask) {
			diameter = new BallDiameter(grid, squared, mask, shapes, border);
		}

		void slice(final int z) {
			final int nx = grid.nx(), ny = grid.ny();
			final float[] here = squared[z];
			final float[] below = z > 0 ? squared[z - 1] : empty, above = z < grid.nz() - 1 ? squared[z + 1] : empty;
			for (int y = 0, i = 0; y < ny; y++)
				for (int x = 0; x < nx; x++, i++) {
					final float d2 = here[i];
					if (d2 == 0 || d2 == Float.POSITIVE_INFINITY) continue;
					if (d2 != last) {
						limits = shapes.of(d2).limits;
						last = d2;
					}
					if (contained(here, 0, x, y, i) || contained(below, 4, x, y, i) || contained(above, 4, x, y, i)) continue;
					found.add(x, y, z, d2, (float) diameter.diameterUm(x, y, z));
				}
		}

		private boolean contained(final float[] p, final int step, final int x, final int y, final int i) {
			final int nx = grid.nx();
			final boolean west = x > 0, east = x < nx - 1;
			if (step > 0 && p[i] > limits[step]) return true;
			if (west && p[i - 1] > limits[step + 1] || east && p[i + 1] > limits[step + 1]) return true;
			return y > 0 && row(p, i - nx, step + 2, west, east) || y < grid.ny() - 1 && row(p, i + nx, step + 2, west, east);
		}

		private boolean row(final float[] p, final int i, final int step, final boolean west, final boolean east) {
			return p[i] > limits[step] || west && p[i - 1] > limits[step + 1] || east && p[i + 1] > limits[step + 1];
		}
	}

	/** Replaces squared distances by the diameter of the largest ball over each voxel, one cache-sized bar after another. */
	void paint(final BallList balls, final int threads, final Progress progress) {
		final int across = (grid.ny() + BAR_ROWS - 1) / BAR_ROWS;
		final int[][] parts = byBar(balls, across);
		Slabs.forEach(parts.length, threads, progress, "Painting local thickness", t -> {
			final int z0 = t / across * BAR_SLICES, z1 = Math.min(grid.nz(), z0 + BAR_SLICES);
			final int y0 = t % across * BAR_ROWS, y1 = Math.min(grid.ny(), y0 + BAR_ROWS);
			for (int z = z0; z < z1; z++)
				clear(squared[z], y0 * grid.nx(), y1 * grid.nx());
			final BallPainter painter = new BallPainter(grid, squared, z0, z1, y0, y1);
			balls.sortByDiameter(parts[t]);
			for (int b = 0; b < parts[t].length; b++) {
				if ((b & 0xFFFF) == 0) progress.check();
				painter.paint(balls, parts[t][b]);
			}
		});
	}

	/** Nothing is left of the distances but the voxels that have none: there the thickness is not measured. */
	private static void clear(final float[] plane, final int from, final int to) {
		for (int i = from; i < to; i++)
			plane[i] = plane[i] == Float.POSITIVE_INFINITY ? Float.NaN : 0;
	}

	/** For each bar, the balls that reach into it, in the order given. */
	private int[][] byBar(final BallList balls, final int across) {
		final int[][] parts = new int[(grid.nz() + BAR_SLICES - 1) / BAR_SLICES * across][16];
		final int[] size = new int[parts.length];
		for (int b = 0; b < balls.size(); b++) {
			final double d2 = balls.squaredUm2(b) * BallShapes.INSIDE;
			final int rz = BallShapes.halfLength(d2, grid.dzUm()), ry = BallShapes.halfLength(d2, grid.dyUm());
			final int y = balls.y(b), z = balls.z(b);
			final int v1 = Math.min(grid.ny() - 1, y + ry) / BAR_ROWS, u1 = Math.min(grid.nz() - 1, z + rz) / BAR_SLICES;
			for (int u = Math.max(0, z - rz) / BAR_SLICES; u <= u1; u++)
				for (int v = Math.max(0, y - ry) / BAR_ROWS; v <= v1; v++) {
					final int t = u * across + v;
					if (size[t] == parts[t].length) parts[t] = Arrays.copyOf(parts[t], 2 * size[t]);
					parts[t][size[t]++] = b;
				}
		}
		for (int t = 0; t < parts.length; t++)
			parts[t] = Arrays.copyOf(parts[t], size[t]);
		return parts;
	}
}
