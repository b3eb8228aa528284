// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;

/** The volume as columns that go down from the electrode face: u and v on the face, w the depth, all in voxels. */
final class FaceAxes {

	final VoxelGrid grid;
	final ElectrodeFace face;
	/** Columns along the two axes of the face, voxels in a column. */
	final int nu, nv, nw;
	/** Voxel edges along them, um. */
	final double du, dv, dw;
	private final int axis;

	FaceAxes(final VoxelGrid grid, final ElectrodeFace face) {
		this.grid = grid;
		this.face = face;
		axis = face.axis();
		final int u = axis == 0 ? 1 : 0, v = axis == 2 ? 1 : 2;
		nu = grid.size(u);
		nv = grid.size(v);
		nw = grid.size(axis);
		du = grid.edgeUm(u);
		dv = grid.edgeUm(v);
		dw = grid.edgeUm(axis);
	}

	/** What is done with each voxel of a slice. */
	interface Visit {

		/**
		 * A voxel.
		 *
		 * @param u column
		 * @param v column
		 * @param w depth
		 * @param index in the slice
		 */
		void voxel(int u, int v, int w, int index);
	}

	/**
	 * Slices in an order that goes down every column.
	 *
	 * @param k running number
	 * @return slice
	 */
	int slice(final int k) {
		return axis == 2 && !face.isLow() ? grid.nz() - 1 - k : k;
	}

	/**
	 * Visits a slice so that every column is gone down.
	 *
	 * @param z slice
	 * @param visit called for each voxel
	 */
	void visit(final int z, final Visit visit) {
		final int nx = grid.nx(), ny = grid.ny();
		final boolean low = face.isLow();
		final int w = axis == 2 ? low ? z : nw - 1 - z : 0;
		for (int j = 0; j < ny; j++) {
			final int y = axis == 1 && !low ? ny - 1 - j : j;
			for (int i = 0, row = y * nx; i < nx; i++) {
				final int x = axis == 0 && !low ? nx - 1 - i : i;
				if (axis == 1) visit.voxel(x, z, j, row + x);
				else if (axis == 0) visit.voxel(y, z, i, row + x);
				else visit.voxel(x, y, w, row + x);
			}
		}
	}

	/**
	 * Position of a point given in voxels along u, v and depth.
	 *
	 * @param u along u, 0 at the volume's side
	 * @param v along v
	 * @param w depth
	 * @return um
	 */
	Vec3 um(final double u, final double v, final double w) {
		final double d = face.isLow() ? w : nw - w;
		final double x = axis == 0 ? d : u, y = axis == 1 ? d : axis == 0 ? u : v, z = axis == 2 ? d : v;
		return grid.centreUm(x - 0.5, y - 0.5, z - 0.5);
	}

	/**
	 * The box of a label on the face.
	 *
	 * @param low first voxel along x, y, z
	 * @param high last voxel along x, y, z
	 * @return u0, v0, u1, v1, w0, w1 with the ends included
	 */
	int[] box(final int[] low, final int[] high) {
		final int u = axis == 0 ? 1 : 0, v = axis == 2 ? 1 : 2;
		final boolean l = face.isLow();
		return new int[] { low[u], low[v], high[u], high[v], l ? low[axis] : nw - 1 - high[axis], l ? high[axis] : nw - 1
			- low[axis] };
	}
}
