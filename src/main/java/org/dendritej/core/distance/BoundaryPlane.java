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

	private static final int[] DERIVATIVE = { -1, -2, 0, 2, 1 };
	private static final int[] SMOOTH = { 1, 4, 6, 4, 1 };

	/** Depth of the surface below the background voxel's centre, in voxels, by the phase's share in 64ths. */
	private static final double[] DEPTH = new double[65];

	static {
		for (int i = 0; i <= 64; i++) {
			final double f = Math.min(63.5, Math.max(0.5, i)) / 64;
			DEPTH[i] = 0.5 * Erf.erfInv(1 - 2 * f) / Erf.erfInv(0.5);
		}
	}

	private final VoxelGrid grid;
	private final float[][] squared;
	private final boolean border;

	/** Unit normal out of the phase, um space. */
	double nx, ny, nz;

	/** Distance of the surface from the background voxel's centre against the normal, um. */
	private double depthUm;

	/**
	 * @param grid size and edges
	 * @param squared squared distances: positive in the phase
	 * @param border whether everything outside the image is background; otherwise the border voxels go on outside
	 */
	BoundaryPlane(final VoxelGrid grid, final float[][] squared, final boolean border) {
		this.grid = grid;
		this.squared = squared;
		this.border = border;
	}

	/** Whether a voxel, possibly outside the image, belongs to the phase. */
	boolean phaseAt(final int x, final int y, final int z) {
		int i = x, j = y, k = z;
		if (i < 0 || j < 0 || k < 0 || i >= grid.nx() || j >= grid.ny() || k >= grid.nz()) {
			if (border) return false;
			i = Math.max(0, Math.min(grid.nx() - 1, i));
			j = Math.max(0, Math.min(grid.ny() - 1, j));
			k = Math.max(0, Math.min(grid.nz() - 1, k));
		}
		return squared[k][i + grid.nx() * j] > 0;
	}

	/**
	 * Fits the plane next to background voxel (x, y, z), as seen from the phase voxel that lies (dx, dy, dz) voxels away.
	 *
	 * @return distance of that phase voxel's centre from the plane, um
	 */
	double fit(final int x, final int y, final int z, final int dx, final int dy, final int dz) {
		if (!gather(x, y, z, 0, 0, 0)) gather(x, y, z, dx, dy, dz);
		final double lx = dx * grid.dxUm(), ly = dy * grid.dyUm(), lz = dz * grid.dzUm();
		final double length = Math.sqrt(lx * lx + ly * ly + lz * lz);
		if (!(nx * lx + ny * ly + nz * lz < 0)) {
			nx = -lx / length;
			ny = -ly / length;
			nz = -lz / length;
		}
		final double d = -(nx * lx + ny * ly + nz * lz) - depthUm;
		// The surface cannot lie beyond the background voxel's centre nor beyond its far corner.
		final double box = 0.5 * (Math.abs(lx) * grid.dxUm() + Math.abs(ly) * grid.dyUm() + Math.abs(lz) * grid.dzUm()) / length;
		return Math.max(length - box, Math.min(length, d));
	}

	/** Sums over the neighbourhood, only on the given side if there is one; false if two surfaces are in sight. */
	private boolean gather(final int x, final int y, final int z, final int dx, final int dy, final int dz) {
		int share = 0, gx = 0, gy = 0, gz = 0;
		for (int k = -2; k <= 2; k++)
			for (int j = -2; j <= 2; j++)
				for (int i = -2; i <= 2; i++) {
					if (i * dx + j * dy + k * dz < 0 || !phaseAt(x + i, y + j, z + k)) continue;
					final int sx = SMOOTH[i + 2], sy = SMOOTH[j + 2], sz = SMOOTH[k + 2];
					gx += DERIVATIVE[i + 2] * sy * sz;
					gy += DERIVATIVE[j + 2] * sx * sz;
					gz += DERIVATIVE[k + 2] * sx * sy;
					if (i * i <= 1 && j * j <= 1 && k * k <= 1) share += 2 - i * i << (1 - j * j) + (1 - k * k);
				}
		final double ux = -gx / grid.dxUm(), uy = -gy / grid.dyUm(), uz = -gz / grid.dzUm();
		final double metric = Math.sqrt(ux * ux + uy * uy + uz * uz);
		nx = metric > 0 ? ux / metric : 0;
		ny = metric > 0 ? uy / metric : 0;
		nz = metric > 0 ? uz / metric : 0;
		depthUm = metric > 0 ? DEPTH[share] * Math.sqrt((double) gx * gx + (double) gy * gy + (double) gz * gz) / metric : 0;
		return share < 28;
	}
}
