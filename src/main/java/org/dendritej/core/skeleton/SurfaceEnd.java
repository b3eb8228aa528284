// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import org.dendritej.core.geom.VoxelGrid;

/**
 * Tells a voxel that a medial surface must keep: it lies on a ridge of the distance map, and the sheet or the line would be
 * shorter without it.
 */
final class SurfaceEnd {

	/** Largest slope of the distance at a ridge: cosine of half the object angle. */
	private static final double RIDGE_SLOPE = 0.68;
	/** Both neighbours along x, y and z. */
	private static final int[] PAIRS = { 1 << 12 | 1 << 14, 1 << 10 | 1 << 16, 1 << 4 | 1 << 22 };
	private static final int[][] SIDES = sides();

	private final PaddedShape shape;
	private final float[][] squared;
	private final double[] rise = new double[27];

	/**
	 * The rule for a shape.
	 *
	 * @param shape the shape
	 * @param squared squared distance to the background, um2, {@code [nz][nx ny]}
	 */
	SurfaceEnd(final PaddedShape shape, final float[][] squared) {
		this.shape = shape;
		this.squared = squared;
		for (int b = 0; b < 27; b++)
			rise[b] = RIDGE_SLOPE * shape.stepUm[b];
	}

	/**
	 * Whether the voxel stays.
	 *
	 * @param z slice
	 * @param p padded pixel
	 * @param around its neighbourhood
	 * @param bit the direction that it would be removed from
	 */
	boolean isEnd(final int z, final int p, final int around, final int bit) {
		return (isTip(around, bit) || thinAcross(around, bit)) && isRidge(z, p);
	}

	/** Whether both neighbours along an axis other than that of the given direction are empty. */
	private static boolean thinAcross(final int around, final int bit) {
		for (final int pair : PAIRS)
			if ((around & pair) == 0 && (pair >>> bit & 1) == 0) return true;
		return false;
	}

	/**
	 * Whether the voxel is where the shape ends in the direction, seen in one of the two coordinate planes through it: no
	 * neighbour at its sides and none further out, so that removing it would shorten a sheet or a line.
	 */
	private static boolean isTip(final int around, final int bit) {
		return (around & SIDES[bit][0]) == 0 || (around & SIDES[bit][1]) == 0;
	}

	/** For each face direction and each plane through it the two neighbours at the sides and the two beyond them. */
	private static int[][] sides() {
		final int[][] sides = new int[27][2];
		final int[] steps = { 1, 3, 9 };
		for (final int axis : steps)
			for (int face = 13 - axis; face <= 13 + axis; face += 2 * axis) {
				int k = 0;
				for (final int step : steps)
					if (step != axis) sides[face][k++] = 1 << 13 + step | 1 << 13 - step | 1 << face + step | 1 << face - step;
			}
		return sides;
	}

	/** Whether the distance rises to no neighbour by more than the ridge's slope; found out once for each voxel. */
	private boolean isRidge(final int z, final int p) {
		final byte[] marks = shape.marks[z];
		if ((marks[p] & (PaddedShape.RIDGE | PaddedShape.SLOPE)) == 0) marks[p] |= ridge(z, p) ? PaddedShape.RIDGE : PaddedShape.SLOPE;
		return (marks[p] & PaddedShape.RIDGE) != 0;
	}

	private boolean ridge(final int z, final int p) {
		final VoxelGrid g = shape.grid;
		final int y = p / shape.stride - 1;
		final int x = p % shape.stride - 1;
		final int i = x + g.nx() * y;
		final float d2 = squared[z - 1][i];
		final double d = d2 < Thinning.INFINITE ? Math.sqrt(d2) : 0;
		final boolean inside = x > 0 && y > 0 && z > 1 && x < g.nx() - 1 && y < g.ny() - 1 && z < g.nz();
		for (int b = 0; b < 27; b++) {
			if (b == 13 || !inside && !has(g, x + b % 3 - 1, y + b / 3 % 3 - 1, z + b / 9 - 2)) continue;
			final double high = d + rise[b];
			if (squared[z + b / 9 - 2][i + shape.imageStep[b]] > high * high) return false;
		}
		return true;
	}

	private static boolean has(final VoxelGrid g, final int x, final int y, final int z) {
		return x >= 0 && y >= 0 && z >= 0 && x < g.nx() && y < g.ny() && z < g.nz();
	}
}
