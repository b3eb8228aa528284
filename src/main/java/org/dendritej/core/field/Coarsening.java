// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import java.util.Arrays;

/**
 * Makes a coarser grid by pairing cells along the axes whose edges are the shortest, so that strongly anisotropic
 * voxels become cubes first (semi-coarsening) and then all axes coarsen together.
 * <p>
 * A coarse conductance is that of the columns of fine cells between the two aggregates' centres: half an inner link,
 * the link across the face, half an inner link in series; columns in parallel. It is exact for a uniform medium and
 * keeps every connection of the fine grid (derived).
 */
final class Coarsening {

	/** An axis is paired if its edge is at most this much longer than the shortest that can be paired. */
	private static final double ALIKE = 1.5;

	private final Level fine;
	private final CoarseLevel coarse;
	/** Bit 2 a: an electrode lies on the low side of axis a; bit 2 a + 1: on the high side. */
	private final int electrodeSides;

	private Coarsening(final Level fine, final CoarseLevel coarse, final int electrodeSides) {
		this.fine = fine;
		this.coarse = coarse;
		this.electrodeSides = electrodeSides;
	}

	/** Which axes to pair, 1 = yes. All 0 for a single cell. */
	static int[] shifts(final int[] n, final double[] edge) {
		double shortest = Double.POSITIVE_INFINITY;
		for (int a = 0; a < 3; a++)
			if (n[a] > 1) shortest = Math.min(shortest, edge[a]);
		final int[] shift = new int[3];
		for (int a = 0; a < 3; a++)
			shift[a] = n[a] > 1 && edge[a] <= ALIKE * shortest ? 1 : 0;
		return shift;
	}

	/** The next coarser level. */
	static CoarseLevel of(final Level fine, final int electrodeSides, final Sweep sweep) {
		final int[] n = { fine.nx, fine.ny, fine.nz };
		final int[] shift = shifts(n, fine.edge);
		final double[] edge = fine.edge.clone();
		for (int a = 0; a < 3; a++) {
			n[a] = (n[a] + shift[a]) >> shift[a];
			if (shift[a] == 1) edge[a] *= 2;
		}
		final CoarseLevel to = new CoarseLevel(n[0], n[1], n[2], fine.periodic, edge, shift);
		final Coarsening work = new Coarsening(fine, to, electrodeSides);
		sweep.slices(0, to.nz, (long) fine.nx * fine.ny << shift[2], work::slice);
		return to;
	}

	private void slice(final int kk) {
		final float[][] rows = new float[3][fine.nx];
		for (int jj = 0; jj < coarse.ny; jj++)
			for (int k = first(2, kk); k < end(2, kk); k++)
				for (int j = first(1, jj); j < end(1, jj); j++)
					groundRow(jj, kk, j, k, rows);
		for (int axis = 0; axis < 3; axis++) {
			if (coarse.size(axis) == 1) continue;
			for (int jj = 0; jj < coarse.ny; jj++)
				linkRows(axis, jj, kk, rows);
		}
	}

	private int first(final int axis, final int index) {
		return index << coarse.shift[axis];
	}

	private int end(final int axis, final int index) {
		return Math.min(fine.size(axis), (index + 1) << coarse.shift[axis]);
	}

	/** Fine index of the inner link of an aggregate along an axis, -1 if it is a single cell wide. */
	private int inner(final int axis, final int index) {
		return end(axis, index) - first(axis, index) == 2 ? first(axis, index) : -1;
	}

	private void linkRows(final int axis, final int jj, final int kk, final float[][] rows) {
		final float[] to = coarse.links(axis);
		final int out = coarse.row(jj, kk);
		if (axis == 0) {
			for (int k = first(2, kk); k < end(2, kk); k++)
				for (int j = first(1, jj); j < end(1, jj); j++) {
					fine.linkRow(0, j, k, rows[0]);
					for (int ii = 0; ii < coarse.nx; ii++) {
						final int a = inner(0, ii), b = inner(0, ii + 1 == coarse.nx ? 0 : ii + 1);
						to[out + ii] += series(rows[0][end(0, ii) - 1], a < 0 ? 0 : rows[0][a], b < 0 ? 0 : rows[0][b]);
					}
				}
			return;
		}
		final int index = axis == 1 ? jj : kk, other = axis == 1 ? kk : jj, across = 3 - axis;
		final int next = index + 1 == coarse.size(axis) ? 0 : index + 1;
		for (int o = first(across, other); o < end(across, other); o++) {
			fetch(axis, end(axis, index) - 1, o, rows[0]);
			fetch(axis, inner(axis, index), o, rows[1]);
			fetch(axis, inner(axis, next), o, rows[2]);
			for (int i = 0; i < fine.nx; i++)
				to[out + (i >> coarse.shift[0])] += series(rows[0][i], rows[1][i], rows[2][i]);
		}
	}

	private void fetch(final int axis, final int index, final int other, final float[] row) {
		if (index < 0) Arrays.fill(row, 0);
		else if (axis == 1) fine.linkRow(1, index, other, row);
		else fine.linkRow(2, other, index, row);
	}

	/** Face in series with half of each inner link; an inner link of 0 means the aggregate's cell touches the face. */
	private static float series(final float face, final float innerA, final float innerB) {
		if (face <= 0) return 0;
		return (float) (1 / (1.0 / face + (innerA > 0 ? 0.5 / innerA : 0) + (innerB > 0 ? 0.5 / innerB : 0)));
	}

	private void groundRow(final int jj, final int kk, final int j, final int k, final float[][] rows) {
		final int out = coarse.row(jj, kk), r = fine.row(j, k);
		final int axisY = sideLink(1, j, jj), axisZ = sideLink(2, k, kk);
		if (axisY >= 0) fine.linkRow(1, axisY, k, rows[1]);
		if (axisZ >= 0) fine.linkRow(2, j, axisZ, rows[2]);
		for (int i = 0; i < fine.nx; i++) {
			final float g = fine.ground[r + i];
			if (g == 0) continue;
			float inner = axisZ >= 0 ? rows[2][i] : axisY >= 0 ? rows[1][i] : 0;
			final int ii = i >> coarse.shift[0], axisX = sideLink(0, i, ii);
			if (axisX >= 0) {
				fine.linkRow(0, j, k, rows[0]);
				inner = rows[0][axisX];
			}
			coarse.ground[out + ii] += series(g, inner, 0);
		}
	}

	/** The inner link between a cell in an electrode's layer and its aggregate's centre; -1 if there is none. */
	private int sideLink(final int axis, final int index, final int aggregate) {
		final boolean low = (electrodeSides >> 2 * axis & 1) == 1 && index == 0;
		final boolean high = (electrodeSides >> 2 * axis + 1 & 1) == 1 && index == fine.size(axis) - 1;
		return low || high ? inner(axis, aggregate) : -1;
	}
}
