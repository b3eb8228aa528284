// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

/**
 * Tells the end of a line from a splinter at the rim of something broader: walks from the end in layers of neighbours and
 * asks whether the shape stays a line for long enough.
 */
final class CurveEnd {

	/** A line shorter than this part of the half-breadth that has burnt beside it is a splinter. */
	private static final double LENGTH_PER_HALF_BREADTH = 0.5;
	/** A line has at least this many voxels beyond its end. */
	private static final int FEWEST_LAYERS = 2;
	private static final int MOST_LAYERS = 64;
	/** A line may be this broad where it turns. */
	private static final int BROADEST = 2;

	private final PaddedShape shape;
	private final long[] walked = new long[1 + BROADEST * MOST_LAYERS + 27];
	private int n;

	CurveEnd(final PaddedShape shape) {
		this.shape = shape;
	}

	/**
	 * Whether the voxel ends a line that is long enough, or the object is nothing but a short line.
	 *
	 * @param z slice
	 * @param p padded pixel
	 * @param burntUm how far the fire has come, um
	 */
	boolean isEnd(final int z, final int p, final double burntUm) {
		walked[0] = PaddedShape.address(z, p);
		n = 1;
		int from = 0;
		for (int layer = 1; layer <= MOST_LAYERS; layer++) {
			final int to = n;
			for (int i = from; i < to; i++)
				if (!step(walked[i], to)) return false;
			if (n == to) return true;
			from = to;
			if (layer >= FEWEST_LAYERS && distanceUm(walked[from]) >= LENGTH_PER_HALF_BREADTH * burntUm) return true;
		}
		return true;
	}

	/** Adds the neighbours not yet walked; false if the layer becomes too broad. */
	private boolean step(final long voxel, final int to) {
		final int z = (int) (voxel >>> 32);
		final int p = (int) voxel;
		for (int b = 0; b < 27; b++) {
			final int nz = z + shape.dz[b];
			final int np = p + shape.dp[b];
			if (!shape.isShape(nz, np) || known(PaddedShape.address(nz, np))) continue;
			if (n - to == BROADEST) return false;
			walked[n++] = PaddedShape.address(nz, np);
		}
		return true;
	}

	private boolean known(final long voxel) {
		for (int i = n - 1; i >= 0; i--)
			if (walked[i] == voxel) return true;
		return false;
	}

	private double distanceUm(final long voxel) {
		final int a = (int) walked[0];
		final int b = (int) voxel;
		final double x = (a % shape.stride - b % shape.stride) * shape.grid.dxUm();
		final double y = (a / shape.stride - b / shape.stride) * shape.grid.dyUm();
		final double z = ((walked[0] >>> 32) - (voxel >>> 32)) * shape.grid.dzUm();
		return Math.sqrt(x * x + y * y + z * z);
	}
}
