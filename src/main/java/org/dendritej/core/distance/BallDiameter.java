// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.distance;

import org.dendritej.core.geom.VoxelGrid;

/**
 * The diameter of the largest ball that touches the surface where the discrete ball around a voxel does, without the bias
 * of whole voxels: contacts are sub-voxel planes, and the centre may lie between voxel centres.
 * <p>
 * Contacts are the background voxels at exactly the distance of the nearest. Contacts on opposite sides: the radius is the
 * mean of the mean plane distances of the two sides. Contacts on one side: the ball's centre moves away from them, to
 * the neighbouring voxel that lies nearest to that direction; where the contacts of that voxel face the other way, the
 * radius is the height at which the two distances meet. Derived for this project. One instance per thread.
 */
final class BallDiameter {

	private final VoxelGrid grid;
	private final float[][] squared;
	private final MaskBits mask;
	private final BallShapes shapes;
	private final boolean border;
	private final BoundaryPlane plane;
	private final double ex, ey, ez;

	/** Directions to the 26 neighbours in um space, three numbers each; zero for the voxel itself. */
	private final double[] unit = new double[81];

	private double nearSum, farSum;
	private int nearCount, farCount;
	private double firstX, firstY, firstZ;
	private double sumX, sumY, sumZ;

	BallDiameter(final VoxelGrid grid, final float[][] squared, final MaskBits mask, final BallShapes shapes,
		final boolean border)
	{
		this.grid = grid;
		this.squared = squared;
		this.mask = mask;
		this.shapes = shapes;
		this.border = border;
		plane = new BoundaryPlane(grid, mask);
		ex = grid.dxUm();
		ey = grid.dyUm();
		ez = grid.dzUm();
		for (int q = 0; q < 27; q++) {
			if (q == 13) continue;
			final double vx = (q % 3 - 1) * ex, vy = (q / 3 % 3 - 1) * ey, vz = (q / 9 - 1) * ez;
			final double length = Math.sqrt(vx * vx + vy * vy + vz * vz);
			unit[3 * q] = vx / length;
			unit[3 * q + 1] = vy / length;
			unit[3 * q + 2] = vz / length;
		}
	}

	/**
	 * Diameter for the ball around a phase voxel.
	 *
	 * @return um
	 */
	double diameterUm(final int x, final int y, final int z) {
		contacts(x, y, z);
		if (farCount > 0) return nearSum / nearCount + farSum / farCount;
		final double radius = nearSum / nearCount;
		final double norm = Math.sqrt(sumX * sumX + sumY * sumY + sumZ * sumZ);
		final double nx = sumX / norm, ny = sumY / norm, nz = sumZ / norm;
		int best = -1;
		double most = 0;
		for (int q = 0; q < 27; q++) {
			final double cos = -(unit[3 * q] * nx + unit[3 * q + 1] * ny + unit[3 * q + 2] * nz);
			if (cos > most) {
				most = cos;
				best = q;
			}
		}
		if (best < 0) return 2 * radius;
		final int i = best % 3 - 1, j = best / 3 % 3 - 1, k = best / 9 - 1;
		return 2 * across(radius, nx, ny, nz, most, x, y, z, i, j, k);
	}

	/** Radius when the surface opposite is seen from the neighbour (i, j, k). */
	private double across(final double radius, final double nx, final double ny, final double nz, final double rise,
		final int x, final int y, final int z, final int i, final int j, final int k)
	{
		if (!inside(x + i, y + j, z + k)) {
			if (!border && !inImage(x + i, y + j, z + k)) return radius;
			final double d = plane.fit(x + i, y + j, z + k, -i, -j, -k);
			return nx * plane.nx + ny * plane.ny + nz * plane.nz < 0 ? Math.max(radius, (radius + d) / 2) : radius;
		}
		contacts(x + i, y + j, z + k);
		final double norm = Math.sqrt(sumX * sumX + sumY * sumY + sumZ * sumZ);
		if (farCount > 0 || !(nx * sumX + ny * sumY + nz * sumZ < 0)) return radius;
		final double length = Math.sqrt(i * i * ex * ex + j * j * ey * ey + k * k * ez * ez);
		final double fall = (sumX * i * ex + sumY * j * ey + sumZ * k * ez) / (norm * length);
		if (!(fall > 0)) return radius;
		final double step = (nearSum / nearCount - radius + length * fall) / (rise + fall);
		return step >= 0 && step <= length ? radius + rise * step : radius;
	}

	private boolean inImage(final int x, final int y, final int z) {
		return x >= 0 && y >= 0 && z >= 0 && x < grid.nx() && y < grid.ny() && z < grid.nz();
	}

	private boolean inside(final int x, final int y, final int z) {
		return inImage(x, y, z) && squared[z][x + grid.nx() * y] > 0;
	}

	/** All nearest background voxels of (x, y, z), in raster order. */
	private void contacts(final int x, final int y, final int z) {
		nearSum = farSum = sumX = sumY = sumZ = 0;
		nearCount = farCount = 0;
		final int[] rim = shapes.rim(squared[z][x + grid.nx() * y]);
		for (int i = 0; i < rim.length; i += 3)
			contact(x, y, z, rim[i], rim[i + 1], rim[i + 2]);
	}

	private void contact(final int x, final int y, final int z, final int i, final int j, final int k) {
		final int bx = x + i, by = y + j, bz = z + k;
		if (inImage(bx, by, bz) ? mask.get(bx, by, bz) : !border) return;
		final double d = plane.fit(bx, by, bz, -i, -j, -k);
		if (nearCount == 0) {
			firstX = plane.nx;
			firstY = plane.ny;
			firstZ = plane.nz;
		}
		if (firstX * plane.nx + firstY * plane.ny + firstZ * plane.nz < 0) {
			farSum += d;
			farCount++;
			return;
		}
		nearSum += d;
		nearCount++;
		sumX += plane.nx;
		sumY += plane.ny;
		sumZ += plane.nz;
	}
}
