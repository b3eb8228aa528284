// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;

/**
 * A shape as a set of points in space: a point belongs to it if the voxel around it does; nothing lies outside the volume.
 */
public final class Region {

	/** Bisections to find where a ray leaves: the step is divided by 2^10. */
	private static final int BISECTIONS = 10;

	private static final int FINE = 8;
	private static final double GAP_VOXELS = 1.5;

	private final Phase phase;
	private final VoxelGrid grid;
	private final byte code;

	/**
	 * The region of a class.
	 *
	 * @param phase the class
	 */
	public Region(final Phase phase) {
		this.phase = phase;
		grid = phase.grid();
		code = phase.code();
	}

	/**
	 * Size and edges of the image.
	 *
	 * @return the grid
	 */
	public VoxelGrid grid() {
		return grid;
	}

	/**
	 * The voxel's size along a direction: the norm of the edges' shares.
	 *
	 * @param d of length one
	 * @return um, between the finest and the coarsest edge
	 */
	double edgeUm(final Vec3 d) {
		return new Vec3(d.x() * grid.dxUm(), d.y() * grid.dyUm(), d.z() * grid.dzUm()).norm();
	}

	/**
	 * Whether a voxel belongs to the shape.
	 *
	 * @param x column
	 * @param y row
	 * @param z slice
	 * @return false outside the volume
	 */
	public boolean hasVoxel(final int x, final int y, final int z) {
		return x >= 0 && y >= 0 && z >= 0 && x < grid.nx() && y < grid.ny() && z < grid.nz() && phase.volume().plane(z)[x
			+ grid.nx() * y] == code;
	}

	/** The classes of a slice, to be asked with {@link #isShape}. */
	byte[] plane(final int z) {
		return phase.volume().plane(z);
	}

	/** Whether a class is that of the shape. */
	boolean isShape(final byte value) {
		return value == code;
	}

	/**
	 * Whether a point belongs to the shape.
	 *
	 * @param x um
	 * @param y um
	 * @param z um
	 * @return false outside the volume
	 */
	public boolean has(final double x, final double y, final double z) {
		return hasVoxel((int) Math.floor((x - grid.originUm().x()) / grid.dxUm()), (int) Math.floor((y - grid.originUm().y())
			/ grid.dyUm()), (int) Math.floor((z - grid.originUm().z()) / grid.dzUm()));
	}

	private boolean has(final Vec3 p, final Vec3 d, final double t) {
		return has(p.x() + t * d.x(), p.y() + t * d.y(), p.z() + t * d.z());
	}

	/**
	 * How far one can go from a point before leaving the shape.
	 *
	 * @param from the point, um
	 * @param direction of length one
	 * @param mostUm where to stop looking, um
	 * @return um, exact to a thousandth of half a voxel; 0 if the point is outside
	 */
	public double reachUm(final Vec3 from, final Vec3 direction, final double mostUm) {
		final double step = grid.finestEdgeUm() / 2;
		double in = 0;
		if (!has(from, direction, 0)) return 0;
		while (in < mostUm && has(from, direction, in + step))
			in += step;
		if (in >= mostUm) return mostUm;
		double out = in + step;
		for (int i = 0; i < BISECTIONS; i++) {
			final double mid = (in + out) / 2;
			if (has(from, direction, mid)) in = mid;
			else out = mid;
		}
		return Math.min(mostUm, (in + out) / 2);
	}

	/**
	 * Length of a ray that lies in the shape, up to where it leaves it for longer than the steps of a rough wall.
	 * <p>
	 * Where a wall is grazed the first step out comes too early; the length inside is right on average, as every point of a
	 * wall is as often rounded up as down.
	 *
	 * @param from the point, um
	 * @param direction of length one
	 * @param mostUm where to stop looking, um
	 * @return um, in eighths of the finest edge
	 */
	double insideUm(final Vec3 from, final Vec3 direction, final double mostUm) {
		final double step = grid.finestEdgeUm() / FINE;
		final int gap = (int) (GAP_VOXELS * FINE * edgeUm(direction) / grid.finestEdgeUm());
		final Ray ray = new Ray(from, direction, step, mostUm);
		int in = 0;
		for (int i = 0, out = 0; (i + 0.5) * step < mostUm && out <= gap;) {
			final int n = ray.alike(i);
			if (hasVoxel((int) ray.x, (int) ray.y, (int) ray.z)) {
				in += n;
				out = 0;
			}
			else out += n;
			i += n;
		}
		return in * step;
	}

	/**
	 * Whether the straight line between two points stays in the shape, looked at every third of the finest edge.
	 *
	 * @param a um
	 * @param b um
	 * @return true if it does
	 */
	public boolean sees(final Vec3 a, final Vec3 b) {
		final double length = a.distance(b);
		final int n = (int) Math.ceil(3 * length / grid.finestEdgeUm()) + 1;
		final Vec3 d = b.minus(a);
		for (int i = 0; i <= n; i++)
			if (!has(a, d, i / (double) n)) return false;
		return true;
	}

	/**
	 * The same, where points beside the shape count if the voxel before, behind, beside, above or below them belongs to it.
	 *
	 * @param a um
	 * @param b um
	 * @return true if the line stays in the shape or within a voxel of it
	 */
	boolean seesNear(final Vec3 a, final Vec3 b) {
		final int n = (int) Math.ceil(3 * a.distance(b) / grid.finestEdgeUm()) + 1;
		final Vec3 d = b.minus(a);
		for (int i = 0; i <= n; i++) {
			final double t = i / (double) n, x = a.x() + t * d.x(), y = a.y() + t * d.y(), z = a.z() + t * d.z();
			if (!has(x, y, z) && !has(x - grid.dxUm(), y, z) && !has(x + grid.dxUm(), y, z) && !has(x, y - grid.dyUm(), z) && !has(x, y + grid
				.dyUm(), z) && !has(x, y, z - grid.dzUm()) && !has(x, y, z + grid.dzUm())) return false;
		}
		return true;
	}

	/** Samples along a ray, those in one voxel taken together. */
	private final class Ray {

		final Vec3 from, d;
		final double step, most;
		/** Voxel of the sample that was looked at last. */
		double x, y, z;

		Ray(final Vec3 from, final Vec3 d, final double step, final double most) {
			this.from = from;
			this.d = d;
			this.step = step;
			this.most = most;
		}

		/**
		 * How many samples from one on surely lie in the same voxel: as many as lie before its nearest wall ahead, if the last of
		 * them still does. Coordinates only rise or only fall along a ray, also rounded ones, so those in between do too.
		 */
		int alike(final int i) {
			final double t = (i + 0.5) * step;
			final double px = alongX(t), py = alongY(t), pz = alongZ(t);
			x = Math.floor(px);
			y = Math.floor(py);
			z = Math.floor(pz);
			final double wall = Math.min(toWall(px - x, d.x() / grid.dxUm()), Math.min(toWall(py - y, d.y() / grid.dyUm()), toWall(pz - z, d.z()
				/ grid.dzUm())));
			final int n = (int) (Math.min(wall, most) / step);
			final double last = (i + n + 0.5) * step;
			return n > 0 && last < most && Math.floor(alongX(last)) == x && Math.floor(alongY(last)) == y && Math.floor(alongZ(last)) == z ? n + 1
				: 1;
		}

		private double alongX(final double t) {
			return (from.x() + t * d.x() - grid.originUm().x()) / grid.dxUm();
		}

		private double alongY(final double t) {
			return (from.y() + t * d.y() - grid.originUm().y()) / grid.dyUm();
		}

		private double alongZ(final double t) {
			return (from.z() + t * d.z() - grid.originUm().z()) / grid.dzUm();
		}

		/** How far the nearest wall along an axis lies ahead, um. */
		private static double toWall(final double part, final double perUm) {
			return perUm > 0 ? (1 - part) / perUm : perUm < 0 ? -part / perUm : Double.POSITIVE_INFINITY;
		}
	}
}
