// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.distance;

import org.apache.commons.math3.special.Erf;
import org.dendritej.core.geom.VoxelGrid;

/**
 * Where the surface of a phase lies near one background voxel: a plane fitted to the voxels around it.
 * <p>
 * A mask says which centres lie inside, so the surface lies between the last centre inside and the first outside. The
 * share F of the phase in the 3 x 3 x 3 neighbourhood, weighted 1-2-1 along each axis, tells how far the background
 * voxel's centre lies from the surface: s = s0 Phi^-1(1 - F) with s0 such that a face normal to an axis (F = 1/4) gives
 * exactly half a voxel. The normal is the gradient of the phase smoothed twice by 1-2-1 (5 x 5 x 5 voxels). Both in
 * units of voxels, where planes stay planes; lengths are um afterwards. Derived for this project.
 */
final class BoundaryPlane {

	private static final int[] SMOOTH = { 1, 4, 6, 4, 1 };
	private static final int[] DERIVATIVE = { -1, -2, 0, 2, 1 };

	/** Row sums by the pattern of five voxels: smooth, derivative, and 1-2-1 over the inner three. */
	private static final int[] ROW_SMOOTH = new int[32];
	private static final int[] ROW_DERIVATIVE = new int[32];
	private static final int[] ROW_SHARE = new int[32];

	/** Depth of the surface below the background voxel's centre, in voxels, by the phase's share in 64ths. */
	private static final double[] DEPTH = new double[65];

	static {
		for (int m = 0; m < 32; m++)
			for (int i = 0; i < 5; i++) {
				if ((m >> i & 1) == 0) continue;
				ROW_SMOOTH[m] += SMOOTH[i];
				ROW_DERIVATIVE[m] += DERIVATIVE[i];
				if (i > 0 && i < 4) ROW_SHARE[m] += i == 2 ? 2 : 1;
			}
		for (int i = 0; i <= 64; i++) {
			final double f = Math.min(63.5, Math.max(0.5, i)) / 64;
			DEPTH[i] = 0.5 * Erf.erfInv(1 - 2 * f) / Erf.erfInv(0.5);
		}
	}

	/** Planes remembered, as a power of two. */
	private static final int KEPT = 14;

	private final VoxelGrid grid;
	private final MaskBits mask;
	private final long[] keys = new long[1 << KEPT];
	private final double[] kept = new double[4 << KEPT];

	/** Unit normal out of the phase, um space. */
	double nx, ny, nz;

	/** Distance of the surface from the background voxel's centre against the normal, um. */
	private double depthUm;

	/**
	 * @param grid size and edges
	 * @param mask the phase
	 */
	BoundaryPlane(final VoxelGrid grid, final MaskBits mask) {
		this.grid = grid;
		this.mask = mask;
	}

	/**
	 * Fits the plane next to background voxel (x, y, z), as seen from the phase voxel that lies (dx, dy, dz) voxels away.
	 *
	 * @return distance of that phase voxel's centre from the plane, um
	 */
	double fit(final int x, final int y, final int z, final int dx, final int dy, final int dz) {
		look(x, y, z);
		if (Double.isNaN(depthUm)) gather(x, y, z, true, dx, dy, dz);
		final double lx = dx * grid.dxUm(), ly = dy * grid.dyUm(), lz = dz * grid.dzUm();
		final double length = Math.sqrt(lx * lx + ly * ly + lz * lz);
		if (!(nx * lx + ny * ly + nz * lz < 0)) {
			nx = -lx / length;
			ny = -ly / length;
			nz = -lz / length;
		}
		final double d = -(nx * lx + ny * ly + nz * lz) - depthUm;
		// The surface cannot lie beyond the background centre; it stays off the phase centre even at the roughest surface.
		return Math.max(0.25 * length, Math.min(length, d));
	}

	/** The plane from all of the neighbourhood, remembered: neighbouring balls touch at the same places. */
	private void look(final int x, final int y, final int z) {
		final long key = (z + 1) * (grid.nx() + 2L) * (grid.ny() + 2L) + (y + 1) * (grid.nx() + 2L) + x + 2;
		final int h = (int) (key * 0x9E3779B97F4A7C15L >>> 64 - KEPT);
		if (keys[h] != key) {
			keys[h] = key;
			final boolean one = gather(x, y, z, false, 0, 0, 0);
			kept[4 * h] = nx;
			kept[4 * h + 1] = ny;
			kept[4 * h + 2] = nz;
			kept[4 * h + 3] = one ? depthUm : Double.NaN;
		}
		nx = kept[4 * h];
		ny = kept[4 * h + 1];
		nz = kept[4 * h + 2];
		depthUm = kept[4 * h + 3];
	}

	/** Sums over the neighbourhood, only on the given side if there is one; false if two surfaces are in sight. */
	private boolean gather(final int x, final int y, final int z, final boolean sided, final int dx, final int dy,
		final int dz)
	{
		int share = 0, gx = 0, gy = 0, gz = 0;
		for (int k = -2; k <= 2; k++)
			for (int j = -2; j <= 2; j++) {
				int row = mask.five(x, y + j, z + k);
				if (row == 0) continue;
				if (sided) row &= side(dx, j * dy + k * dz);
				final int along = ROW_SMOOTH[row];
				gx += ROW_DERIVATIVE[row] * SMOOTH[j + 2] * SMOOTH[k + 2];
				gy += along * DERIVATIVE[j + 2] * SMOOTH[k + 2];
				gz += along * SMOOTH[j + 2] * DERIVATIVE[k + 2];
				if (j * j <= 1 && k * k <= 1) share += ROW_SHARE[row] << (1 - j * j) + (1 - k * k);
			}
		final double ux = -gx / grid.dxUm(), uy = -gy / grid.dyUm(), uz = -gz / grid.dzUm();
		final double metric = Math.sqrt(ux * ux + uy * uy + uz * uz);
		nx = metric > 0 ? ux / metric : 0;
		ny = metric > 0 ? uy / metric : 0;
		nz = metric > 0 ? uz / metric : 0;
		// Nor beyond that voxel's far corner, whatever the curvature.
		final double box = 0.5 * (Math.abs(nx) * grid.dxUm() + Math.abs(ny) * grid.dyUm() + Math.abs(nz) * grid.dzUm());
		depthUm = metric > 0 ? Math.min(box, DEPTH[share] * Math.sqrt((double) gx * gx + (double) gy * gy + (double) gz * gz) / metric) : 0;
		return share < 28;
	}

	/** The voxels of a row that lie on the phase voxel's side of the plane through the background voxel. */
	private static int side(final int dx, final int rest) {
		int m = 0;
		for (int i = -2; i <= 2; i++)
			if (i * dx + rest >= 0) m |= 1 << i + 2;
		return m;
	}
}
