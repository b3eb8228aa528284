// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import java.util.Arrays;

/**
 * Makes a coarser grid by joining cells along the axes whose edges are the shortest, so that strongly anisotropic
 * voxels become cubes first (semi-coarsening) and then all axes coarsen together.
 * <p>
 * Where one edge of the image is the shortest by itself, whole lines along it are smoothed at once ({@link LineSmoother}),
 * so that as many cells can be joined there in one step as make a cube: levels in between would cost up to half of the
 * memory. A coarse conductance is that of the columns of fine cells between the two aggregates' centres in series;
 * columns in parallel. It is exact for a uniform medium and keeps every connection of the fine grid (derived).
 */
final class Coarsening {

	/** An axis is paired if its edge is at most this much longer than the shortest that can be paired. */
	private static final double ALIKE = 1.5;
	/** Up to this ratio a few more iterations voxel by voxel cost less than lines. */
	private static final double NEARLY_ALIKE = 2;
	/** Fewest halvings along lines: with one, the coarse grids would need more than a quarter of the image's cells. */
	private static final int LEAST_ALONG_LINES = 2;

	private final Level fine;
	private final CoarseLevel coarse;
	/** Bit 2 a: an electrode lies on the low side of axis a; bit 2 a + 1: on the high side. */
	private final int electrodeSides;

	private Coarsening(final Level fine, final CoarseLevel coarse, final int electrodeSides) {
		this.fine = fine;
		this.coarse = coarse;
		this.electrodeSides = electrodeSides;
	}

	/** The axis whose edge alone is so much the shortest that whole lines along it must be smoothed; else -1. */
	static int lineAxis(final int[] n, final double[] edge) {
		final int a = alone(n, edge);
		return a >= 0 && next(n, edge, a) > NEARLY_ALIKE * edge[a] ? a : -1;
	}

	/** The axis whose edge alone is the shortest: -1 if others are alike. */
	private static int alone(final int[] n, final double[] edge) {
		final int[] paired = pairs(n, edge);
		if (paired[0] + paired[1] + paired[2] != 1) return -1;
		return paired[0] == 1 ? 0 : paired[1] == 1 ? 1 : 2;
	}

	/** The shortest edge of the other axes. */
	private static double next(final int[] n, final double[] edge, final int axis) {
		double next = Double.POSITIVE_INFINITY;
		for (int other = 0; other < 3; other++)
			if (other != axis && n[other] > 1) next = Math.min(next, edge[other]);
		return next;
	}

	/** Halvings of the number of cells along each axis from the image to the first coarse grid. */
	static int[] firstShifts(final int[] n, final double[] edge) {
		final int[] shift = pairs(n, edge);
		final int a = alone(n, edge);
		if (a < 0) return shift;
		final double next = next(n, edge, a);
		final int toCube = Math.max(LEAST_ALONG_LINES, (int) Math.round(Math.min(30, Math.log(next / edge[a]) / Math.log(2))));
		shift[a] = Math.min(toCube, 32 - Integer.numberOfLeadingZeros(n[a] - 1));
		return shift;
	}

	/** Which axes to pair on a coarse grid, 1 = yes. All 0 for a single cell. */
	static int[] pairs(final int[] n, final double[] edge) {
		double shortest = Double.POSITIVE_INFINITY;
		for (int a = 0; a < 3; a++)
			if (n[a] > 1) shortest = Math.min(shortest, edge[a]);
		final int[] shift = new int[3];
		for (int a = 0; a < 3; a++)
			shift[a] = n[a] > 1 && edge[a] <= ALIKE * shortest ? 1 : 0;
		return shift;
	}

	/** Replaces sizes and edges by those of the next coarser grid. */
	static void coarsen(final int[] n, final double[] edge, final int[] shift) {
		for (int a = 0; a < 3; a++) {
			n[a] = (n[a] + (1 << shift[a]) - 1) >> shift[a];
			edge[a] *= 1 << shift[a];
		}
	}

	/** The next coarser level. */
	static CoarseLevel of(final Level fine, final int electrodeSides, final Sweep sweep) {
		final int[] n = { fine.nx, fine.ny, fine.nz };
		final double[] edge = fine.edge.clone();
		final int[] shift = fine instanceof FineLevel ? firstShifts(n, edge) : pairs(n, edge);
		coarsen(n, edge, shift);
		final CoarseLevel to = new CoarseLevel(n[0], n[1], n[2], fine.periodic, edge, shift);
		final Coarsening work = new Coarsening(fine, to, electrodeSides);
		sweep.slices(0, to.nz, (long) fine.nx * fine.ny << shift[2], work::slice);
		return to;
	}

	private void slice(final int kk) {
		final Path path = new Path(fine.nx);
		for (int jj = 0; jj < coarse.ny; jj++)
			for (int k = first(2, kk); k < end(2, kk); k++)
				for (int j = first(1, jj); j < end(1, jj); j++)
					groundRow(jj, kk, j, k, path);
		for (int axis = 0; axis < 3; axis++) {
			if (coarse.size(axis) == 1) continue;
			for (int jj = 0; jj < coarse.ny; jj++)
				linkRows(axis, jj, kk, path);
		}
	}

	private int first(final int axis, final int index) {
		return index << coarse.shift[axis];
	}

	private int end(final int axis, final int index) {
		return Math.min(fine.size(axis), (index + 1) << coarse.shift[axis]);
	}

	/** Links between an aggregate's outermost cell and its centre: halves count. */
	private double toCentre(final int axis, final int index) {
		return (end(axis, index) - first(axis, index) - 1) / 2.0;
	}

	private int next(final int axis, final int index) {
		return index + 1 == coarse.size(axis) ? 0 : index + 1;
	}

	private void linkRows(final int axis, final int jj, final int kk, final Path path) {
		final float[] to = coarse.links(axis);
		final int out = coarse.row(jj, kk);
		if (axis == 0) {
			for (int k = first(2, kk); k < end(2, kk); k++)
				for (int j = first(1, jj); j < end(1, jj); j++) {
					fine.linkRow(0, j, k, path.links);
					for (int ii = 0; ii < coarse.nx; ii++)
						to[out + ii] += alongRow(path.links, ii);
				}
			return;
		}
		final int index = axis == 1 ? jj : kk, other = axis == 1 ? kk : jj, across = 3 - axis;
		for (int o = first(across, other); o < end(across, other); o++) {
			fetch(axis, end(axis, index) - 1, o, path.links);
			path.begin(path.links, 0);
			inward(axis, end(axis, index) - 2, -1, toCentre(axis, index), o, path);
			inward(axis, first(axis, next(axis, index)), 1, toCentre(axis, next(axis, index)), o, path);
			for (int i = 0; i < fine.nx; i++)
				to[out + (i >> coarse.shift[0])] += path.conductance(i);
		}
	}

	private float alongRow(final float[] links, final int ii) {
		final float face = links[end(0, ii) - 1];
		if (face <= 0) return 0;
		final int n = next(0, ii);
		return (float) (1 / (1.0 / face + inRow(links, end(0, ii) - 2, -1, toCentre(0, ii)) + inRow(links, first(0, n), 1, toCentre(0, n))));
	}

	/** Resistance of the links in a row from a face inwards; a link of 0 means that the aggregate's cells end there. */
	private static double inRow(final float[] links, final int from, final int step, final double count) {
		double r = 0, left = count;
		for (int i = from; left > 0 && links[i] > 0; i += step, left--)
			r += Math.min(1, left) / links[i];
		return r;
	}

	/** The same for all columns of a row, along y or z. */
	private void inward(final int axis, final int from, final int step, final double count, final int other, final Path path) {
		path.inside();
		double left = count;
		for (int index = from; left > 0; index += step, left--) {
			fetch(axis, index, other, path.links);
			path.add(Math.min(1, left));
		}
	}

	private void fetch(final int axis, final int index, final int other, final float[] row) {
		if (axis == 1) fine.linkRow(1, index, other, row);
		else fine.linkRow(2, other, index, row);
	}

	private void groundRow(final int jj, final int kk, final int j, final int k, final Path path) {
		final int out = coarse.row(jj, kk), r = fine.row(j, k);
		final int lowZ = side(2, k), lowY = side(1, j);
		final boolean atSide = lowY != 0 || lowZ != 0;
		if (atSide) path.begin(fine.ground, r);
		if (lowZ != 0) inward(2, lowZ > 0 ? k : k - 1, lowZ, toCentre(2, kk), j, path);
		else if (lowY != 0) inward(1, lowY > 0 ? j : j - 1, lowY, toCentre(1, jj), k, path);
		boolean fetched = false;
		for (int i = 0; i < fine.nx; i++) {
			final float g = fine.ground[r + i];
			if (g == 0) continue;
			final int ii = i >> coarse.shift[0], lowX = side(0, i);
			if (lowX != 0) {
				if (!fetched) fine.linkRow(0, j, k, path.links);
				fetched = true;
				coarse.ground[out + ii] += (float) (1 / (1.0 / g + inRow(path.links, lowX > 0 ? i : i - 1, lowX, toCentre(0, ii))));
			}
			else coarse.ground[out + ii] += atSide ? path.conductance(i) : g;
		}
	}

	/** Way inwards (1 or -1) from a cell in an electrode's layer; 0 for any other cell. */
	private int side(final int axis, final int index) {
		if ((electrodeSides >> 2 * axis & 1) == 1 && index == 0) return 1;
		return (electrodeSides >> 2 * axis + 1 & 1) == 1 && index == fine.size(axis) - 1 ? -1 : 0;
	}

	/** Resistances of the columns of one row, summed up link by link. */
	private static final class Path {

		final float[] links;
		private final double[] resistance;
		private final boolean[] open;

		Path(final int n) {
			links = new float[n];
			resistance = new double[n];
			open = new boolean[n];
		}

		void begin(final float[] first, final int from) {
			for (int i = 0; i < resistance.length; i++)
				resistance[i] = first[from + i] > 0 ? 1.0 / first[from + i] : 0;
		}

		/** Starts at a face again. */
		void inside() {
			Arrays.fill(open, true);
		}

		void add(final double part) {
			for (int i = 0; i < open.length; i++) {
				open[i] &= links[i] > 0;
				if (open[i] && resistance[i] > 0) resistance[i] += part / links[i];
			}
		}

		float conductance(final int i) {
			return resistance[i] > 0 ? (float) (1 / resistance[i]) : 0;
		}
	}
}
