// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.distance;

import java.util.Arrays;

/**
 * What all balls of one squared radius have in common, worked out once per value met: when a neighbour's ball contains
 * them, and which voxels lie exactly at the radius.
 * <p>
 * The ball around c holds the voxels nearer to c than the background: |x - c|^2 &lt; D^2(c). It lies in the ball around q
 * when D^2(q) exceeds the largest |x - q|^2 of its voxels. That largest value depends on D^2(c) and on the step from c to q
 * only (Remy and Thiel, Image Vision Comput. 23 (2005) 167, doi 10.1016/j.imavis.2004.06.007). One instance per thread.
 */
final class BallShapes {

	/** Squares are floats: a voxel counts as inside when it is nearer by more than this share. */
	static final double INSIDE = 1 - 5e-7;

	/** Relative width of "exactly": a few roundings of float squares. */
	private static final double TIE = 1e-6;

	private final double[] e;
	private int[] keys = new int[1 << 12];
	private int[] slot = new int[1 << 12];
	private Shape[] shapes = new Shape[1 << 11];
	private int count;

	/** One squared radius. */
	static final class Shape {

		/** What D^2 of the neighbour must exceed, um2, by step: bit 0 = along x, bit 1 = along y, bit 2 = along z. */
		final float[] limits = new float[8];

		/** Triples (i, j, k) of all voxels at exactly this radius, in raster order; null until asked for. */
		private int[] rim;

		/** For each slice k >= 0 the half-lengths of its rows j >= 0; null until asked for. */
		private int[][] rows;
	}

	BallShapes(final double dxUm, final double dyUm, final double dzUm) {
		e = new double[] { dxUm, dyUm, dzUm };
	}

	/** The shape of balls with this squared radius, um2. */
	Shape of(final float squared) {
		final int bits = Float.floatToRawIntBits(squared);
		int h = hash(bits, keys.length);
		while (keys[h] != 0) {
			if (keys[h] == bits) return shapes[slot[h]];
			h = h + 1 & keys.length - 1;
		}
		if (count == shapes.length) {
			grow();
			return of(squared);
		}
		keys[h] = bits;
		slot[h] = count;
		return shapes[count++] = compute(squared);
	}

	/** Offsets (i, j, k) of the voxels at exactly the radius, one after another. */
	int[] rim(final float squared) {
		final Shape shape = of(squared);
		if (shape.rim == null) shape.rim = computeRim(squared);
		return shape.rim;
	}

	/** Half-lengths of the rows (k, j) of a ball, both from 0; rows beyond are empty. */
	int[][] rows(final float squared) {
		final Shape shape = of(squared);
		if (shape.rows == null) shape.rows = computeRows(squared * INSIDE);
		return shape.rows;
	}

	private int[][] computeRows(final double d2) {
		final int[][] rows = new int[halfLength(d2, e[2]) + 1][];
		for (int k = 0; k < rows.length; k++) {
			final double a = d2 - k * k * e[2] * e[2];
			rows[k] = new int[halfLength(a, e[1]) + 1];
			for (int j = 0; j < rows[k].length; j++)
				rows[k][j] = halfLength(a - j * j * e[1] * e[1], e[0]);
		}
		return rows;
	}

	private int[] computeRim(final double squared) {
		final double tie = TIE * squared;
		int[] found = new int[96];
		int n = 0;
		final int rz = (int) (Math.sqrt(squared + tie) / e[2]);
		for (int k = -rz; k <= rz; k++) {
			final double inSlice = squared - k * k * e[2] * e[2];
			final int ry = (int) (Math.sqrt(Math.max(0, inSlice + tie)) / e[1]);
			for (int j = -ry; j <= ry; j++) {
				final double rest = inSlice - j * j * e[1] * e[1];
				final int i = (int) (Math.sqrt(Math.max(0, rest)) / e[0] + 0.5);
				if (Math.abs(i * i * e[0] * e[0] - rest) > tie) continue;
				if (n + 6 > found.length) found = Arrays.copyOf(found, 2 * found.length);
				for (int side = -1; side <= (i > 0 ? 1 : -1); side += 2) {
					found[n++] = side * i;
					found[n++] = j;
					found[n++] = k;
				}
			}
		}
		return Arrays.copyOf(found, n);
	}

	private static int hash(final int bits, final int size) {
		return (bits * 0x9E3779B9 >>> 8) & size - 1;
	}

	private void grow() {
		final int[] oldKeys = keys, oldSlot = slot;
		shapes = Arrays.copyOf(shapes, 2 * shapes.length);
		keys = new int[2 * oldKeys.length];
		slot = new int[keys.length];
		for (int i = 0; i < oldKeys.length; i++) {
			if (oldKeys[i] == 0) continue;
			int h = hash(oldKeys[i], keys.length);
			while (keys[h] != 0)
				h = h + 1 & keys.length - 1;
			keys[h] = oldKeys[i];
			slot[h] = oldSlot[i];
		}
	}

	private Shape compute(final float squared) {
		final double d2 = squared * INSIDE;
		final double[] most = new double[8];
		final int rz = halfLength(d2, e[2]);
		for (int k = 0; k <= rz; k++) {
			final double a = d2 - k * k * e[2] * e[2];
			final int ry = halfLength(a, e[1]);
			for (int j = 0; j <= ry; j++) {
				final int i = halfLength(a - j * j * e[1] * e[1], e[0]);
				for (int step = 1; step < 8; step++)
					most[step] = Math.max(most[step], far(i, step & 1, 0) + far(j, step >> 1 & 1, 1) + far(k, step >> 2, 2));
			}
		}
		final Shape shape = new Shape();
		for (int step = 1; step < 8; step++)
			shape.limits[step] = (float) (most[step] / INSIDE);
		return shape;
	}

	private double far(final int i, final int step, final int axis) {
		final double l = (i + step) * e[axis];
		return l * l;
	}

	/** Largest i with (i edge)^2 below a positive square. */
	static int halfLength(final double square, final double edge) {
		final int i = (int) (Math.sqrt(square) / edge);
		return i * edge * (i * edge) >= square ? i - 1 : (i + 1) * edge * ((i + 1) * edge) < square ? i + 1 : i;
	}
}
