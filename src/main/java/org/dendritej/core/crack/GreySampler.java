// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;

/** Grey values between voxel centres, trilinear in um; NaN outside the outermost centres. Several threads may ask. */
final class GreySampler {

	private static final int SLOTS = 32;

	private final VoxelGrid grid;
	private final FloatVolume grey;
	/** Slices read last, found by the last bits of their number; a slot is replaced as a whole, as several threads read and write. */
	private final Slice[] slices = new Slice[SLOTS];

	GreySampler(final FloatVolume grey) {
		this.grey = grey;
		grid = grey.grid();
	}

	private float[] plane(final int z) {
		Slice s = slices[z & SLOTS - 1];
		if (s == null || s.z != z) slices[z & SLOTS - 1] = s = new Slice(z, grey.plane(z));
		return s.values;
	}

	private record Slice(int z, float[] values) {}

	double at(final double xUm, final double yUm, final double zUm) {
		final Vec3 o = grid.originUm();
		final double fx = (xUm - o.x()) / grid.dxUm() - 0.5, fy = (yUm - o.y()) / grid.dyUm() - 0.5;
		final double fz = (zUm - o.z()) / grid.dzUm() - 0.5;
		final int nx = grid.nx();
		if (!(fx >= 0 && fy >= 0 && fz >= 0 && fx <= nx - 1 && fy <= grid.ny() - 1 && fz <= grid.nz() - 1)) return Double.NaN;
		final int i = Math.min((int) fx, Math.max(0, nx - 2)), j = Math.min((int) fy, Math.max(0, grid.ny() - 2));
		final int k = Math.min((int) fz, Math.max(0, grid.nz() - 2));
		final double a = fx - i, b = fy - j, c = fz - k;
		final int at = i + nx * j;
		final double low = inPlane(plane(k), at, nx, a, b);
		return c == 0 ? low : low + c * (inPlane(plane(k + 1), at, nx, a, b) - low);
	}

	private static double inPlane(final float[] p, final int at, final int nx, final double a, final double b) {
		final double front = a == 0 ? p[at] : p[at] + a * (p[at + 1] - p[at]);
		if (b == 0) return front;
		final double back = a == 0 ? p[at + nx] : p[at + nx] + a * (p[at + nx + 1] - p[at + nx]);
		return front + b * (back - front);
	}
}
