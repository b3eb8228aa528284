// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

/**
 * One grid of the multigrid hierarchy: cells with conductances to their six neighbours and to ground.
 * <p>
 * Rows wrap around in all directions; where a side is closed, the conductance across it is 0. Cells are coloured like a
 * chess board. On a z-periodic grid of odd height the first and last slice share colours, so the last is swept apart:
 * otherwise threads would show in the result.
 */
abstract class Level {

	final int nx, ny, nz;
	/** Periodic along x, y, z. */
	final boolean[] periodic;
	/** Conductance of each cell to fixed potentials. */
	float[] ground;
	/** Voxel edges along x, y, z, um. */
	final double[] edge;

	Level(final int nx, final int ny, final int nz, final boolean[] periodic, final double[] edge) {
		this.nx = nx;
		this.ny = ny;
		this.nz = nz;
		this.periodic = periodic;
		this.edge = edge;
	}

	final int size(final int axis) {
		return axis == 0 ? nx : axis == 1 ? ny : nz;
	}

	final int cells() {
		return nx * ny * nz;
	}

	final int row(final int j, final int k) {
		return nx * (j + ny * k);
	}

	/** Row offset of the wrapped neighbour (j + dj, k + dk). */
	final int wrapped(final int j, final int k) {
		final int jj = j < 0 ? ny - 1 : j == ny ? 0 : j;
		final int kk = k < 0 ? nz - 1 : k == nz ? 0 : k;
		return row(jj, kk);
	}

	/** Writes the conductances between the cells of a row and their next neighbours along an axis. */
	abstract void linkRow(int axis, int j, int k, float[] out);

	/** One Gauss-Seidel step on the cells of one colour of one slice. */
	abstract void relax(int k, int colour, float[] x, float[] b);

	/** First step from x = 0: x = b / diagonal on the cells of the colour, 0 elsewhere. */
	abstract void begin(int k, int colour, float[] x, float[] b);

	/** Adds b - A x of the cells of one row and colour (or both: -1) to the aggregates of a coarse row. */
	abstract void addResidual(int j, int k, int colour, float[] x, float[] b, float[] to, int toRow, int shiftX);

	private boolean lastApart() {
		return periodic[2] && (nz & 1) == 1 && nz > 1;
	}

	final void relax(final int colour, final boolean backwards, final float[] x, final float[] b, final Sweep sweep) {
		final int plane = nx * ny;
		if (!lastApart()) {
			sweep.slices(0, nz, plane, k -> relax(k, colour, x, b));
			return;
		}
		if (backwards) relax(nz - 1, colour, x, b);
		sweep.slices(0, nz - 1, plane, k -> relax(k, colour, x, b));
		if (!backwards) relax(nz - 1, colour, x, b);
	}

	/** Colour whose residual is left after {@link #smoothFromZero}: -1 (both) where wrapping joins cells of one colour. */
	int leftColour() {
		return periodic[0] && (nx & 1) == 1 || periodic[1] && (ny & 1) == 1 || periodic[2] && (nz & 1) == 1 ? -1 : 0;
	}

	/** Smooths from x = 0: first one colour, then the other. */
	final void smoothFromZero(final float[] x, final float[] b, final Sweep sweep) {
		sweep.slices(0, nz, nx * ny, k -> begin(k, 0, x, b));
		relax(1, false, x, b, sweep);
	}

	final void smooth(final boolean backwards, final float[] x, final float[] b, final Sweep sweep) {
		relax(backwards ? 1 : 0, backwards, x, b, sweep);
		relax(backwards ? 0 : 1, backwards, x, b, sweep);
	}

	/** Sums the residual of each aggregate: b of the coarse level. */
	final void restrict(final float[] x, final float[] b, final CoarseLevel to, final int colour, final Sweep sweep) {
		sweep.slices(0, to.nz, (long) nx * ny << to.shift[2], kk -> {
			java.util.Arrays.fill(to.b, to.row(0, kk), to.row(0, kk) + to.nx * to.ny, 0f);
			for (int k = kk << to.shift[2], k1 = Math.min(nz, (kk + 1) << to.shift[2]); k < k1; k++)
				for (int j = 0; j < ny; j++)
					addResidual(j, k, colour, x, b, to.b, to.row(j >> to.shift[1], kk), to.shift[0]);
		});
	}

	/** Adds each aggregate's correction to its cells; where the next sweep sets one colour anew, only to the other. */
	final void prolong(final CoarseLevel from, final float[] x, final Sweep sweep) {
		final int sx = from.shift[0], step = leftColour() < 0 ? 1 : 2;
		sweep.slices(0, nz, nx * ny, k -> {
			for (int j = 0; j < ny; j++) {
				final int row = row(j, k);
				final int coarse = from.row(j >> from.shift[1], k >> from.shift[2]);
				for (int i = step == 1 ? 0 : (j + k) & 1; i < nx; i += step)
					x[row + i] += from.x[coarse + (i >> sx)];
			}
		});
	}
}
