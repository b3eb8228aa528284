// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.distance;

import java.util.Arrays;

import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * Exact Euclidean distance between voxel centres, for voxels with three different edges.
 * <p>
 * Separable: squared distances along the rows, then lower envelopes along y and z (Felzenszwalb and Huttenlocher,
 * Theory of Computing 8 (2012) 415, doi 10.4086/toc.2012.v008a019), in blocks of neighbouring lines. Squares are
 * carried in units of the finest edge, so that isotropic results are exact integers up to 2^24 before the unit is
 * multiplied in; other results are exact to a few float roundings. Memory: 4 bytes per voxel, the result. Time:
 * linear in the number of voxels; short distances are cheapest. The result does not depend on the number of threads.
 */
public final class EuclideanDistance {

	private EuclideanDistance() {}

	/**
	 * Squared distance from the centre of each voxel of the phase to the centre of the nearest voxel not of the phase.
	 *
	 * @param phase the phase
	 * @param borderIsBackground true: a ring of background voxels outside the image counts; false: the image's border is
	 *          no boundary, the phase goes on outside
	 * @param threads threads to use; 0 or less means all
	 * @param progress told how far the work is; asked whether to stop
	 * @return um2, [z][x + nx y]; 0 outside the phase; positive infinity where there is no background at all
	 */
	public static float[][] squared(final Phase phase, final boolean borderIsBackground, final int threads,
		final Progress progress)
	{
		return transform(phase, true, borderIsBackground, threads, progress);
	}

	/**
	 * Squared distance from the centre of each voxel outside the phase to the centre of the nearest voxel of the phase.
	 * Nothing outside the image counts.
	 *
	 * @param phase the phase
	 * @param threads threads to use; 0 or less means all
	 * @param progress told how far the work is; asked whether to stop
	 * @return um2, [z][x + nx y]; 0 in the phase; positive infinity where the image holds no voxel of the phase
	 */
	public static float[][] squaredOutside(final Phase phase, final int threads, final Progress progress) {
		return transform(phase, false, false, threads, progress);
	}

	private static float[][] transform(final Phase phase, final boolean inside, final boolean border, final int threads,
		final Progress progress)
	{
		final VoxelGrid grid = phase.grid();
		final double unit = grid.finestEdgeUm();
		final float[][] planes = new float[grid.nz()][];
		final Progress first = progress.part(0, 0.6);
		final int perTask = 4;
		final int tasks = (grid.nz() + perTask - 1) / perTask;
		Slabs.forEach(tasks, threads, first, "Distance within slices", t -> {
			final SlicePass pass = new SlicePass(phase, inside, border, unit);
			for (int z = t * perTask; z < Math.min(grid.nz(), (t + 1) * perTask); z++)
				planes[z] = pass.plane(z);
		});
		alongZ(grid, planes, border, unit, threads, progress.part(0.6, 1));
		return planes;
	}

	/** Third axis, and the unit: in place, one block of lines after another. */
	private static void alongZ(final VoxelGrid grid, final float[][] planes, final boolean border, final double unit,
		final int threads, final Progress progress)
	{
		final int size = grid.planeSize();
		final int blocks = (size + DistanceBlock.WIDTH - 1) / DistanceBlock.WIDTH;
		final int lines = DistanceBlock.WIDTH * ((blocks + 255) / 256);
		final int tasks = (int) (((long) size + lines - 1) / lines);
		final double w = grid.dzUm() / unit;
		final float scale = (float) (unit * unit);
		Slabs.forEach(tasks, threads, progress, "Distance across slices", t -> {
			final DistanceBlock block = new DistanceBlock(grid.nz(), w * w, border);
			final int end = (int) Math.min(size, (t + 1L) * lines);
			for (int p = t * lines; p < end; p += DistanceBlock.WIDTH) {
				final int width = Math.min(DistanceBlock.WIDTH, end - p);
				for (int z = 0; z < planes.length; z++)
					System.arraycopy(planes[z], p, block.source[z], 0, width);
				block.solve(width);
				for (int z = 0; z < planes.length; z++)
					scaled(block.result[z], planes[z], p, width, scale);
			}
		});
	}

	private static void scaled(final float[] from, final float[] to, final int at, final int n, final float scale) {
		for (int i = 0; i < n; i++)
			to[at + i] = from[i] * scale;
	}

	/** The first two axes of one slice; one instance per task. */
	private static final class SlicePass {

		private final Phase phase;
		private final boolean inside;
		private final boolean border;
		private final int nx;
		private final int ny;
		private final float[] squares;
		private final float[][] rows;
		private final DistanceBlock block;

		SlicePass(final Phase phase, final boolean inside, final boolean border, final double unit) {
			final VoxelGrid grid = phase.grid();
			this.phase = phase;
			this.inside = inside;
			this.border = border;
			nx = grid.nx();
			ny = grid.ny();
			final double wx = grid.dxUm() / unit, wy = grid.dyUm() / unit;
			squares = DistanceBlock.squares(nx, wx * wx);
			rows = new float[ny][nx];
			block = new DistanceBlock(ny, wy * wy, border);
		}

		float[] plane(final int z) {
			final byte[] mask = phase.volume().plane(z);
			final float[] out = new float[nx * ny];
			for (int y = 0; y < ny; y++)
				row(mask, y * nx, rows[y]);
			for (int x = 0; x < nx; x += DistanceBlock.WIDTH) {
				final int w = Math.min(DistanceBlock.WIDTH, nx - x);
				for (int y = 0; y < ny; y++)
					System.arraycopy(rows[y], x, block.source[y], 0, w);
				block.solve(w);
				for (int y = 0; y < ny; y++)
					System.arraycopy(block.result[y], 0, out, y * nx + x, w);
			}
			return out;
		}

		/** Squared distance along one row, run by run. */
		private void row(final byte[] mask, final int at, final float[] out) {
			final byte code = phase.code();
			Arrays.fill(out, 0);
			int x = 0;
			while (x < nx) {
				while (x < nx && mask[at + x] == code != inside)
					x++;
				final int a = x;
				while (x < nx && mask[at + x] == code == inside)
					x++;
				if (x > a) run(out, a, x);
			}
		}

		private void run(final float[] out, final int a, final int b) {
			final boolean left = a > 0 || border, right = b < nx || border;
			if (!left && !right) {
				Arrays.fill(out, a, b, Float.POSITIVE_INFINITY);
				return;
			}
			final int middle = left && right ? a + b >>> 1 : left ? b : a;
			for (int x = a; x < middle; x++)
				out[x] = squares[x - a + 1];
			for (int x = middle; x < b; x++)
				out[x] = squares[b - x];
		}
	}
}
