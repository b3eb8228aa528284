// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.label;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;

/**
 * The 13 directions to a voxel's neighbours and the weights that Crofton's formula gives them on a grid of unequal edges.
 * <p>
 * Crofton: the surface of a body is 2 &lt;N(u) a(u)&gt;, where N(u) counts how often the lines of direction u cross it,
 * a(u) = voxel volume / step length is the area each line stands for, and &lt;&gt; is the mean over all directions. The
 * mean is replaced by a sum with the solid angle of each direction's spherical Voronoi cell as weight (Legland, Kieu and
 * Devaux, Image Anal. Stereol. 26 (2007) 83, doi:10.5566/ias.v26.p83-92; recalled). The cells are computed for the
 * grid's own edges, by cutting the tangent plane of each direction with the planes half-way to all others.
 */
public final class CroftonDirections {

	/** Steps to 13 neighbours; with their opposites all 26. First x, then by row offset (y, z), dx = -1, 0, 1. */
	static final int[][] STEPS = steps();

	private final double[] weight = new double[13];
	private final double[] factor = new double[13];

	/**
	 * Computes the weights of a grid.
	 *
	 * @param grid gives the voxel edges
	 */
	public CroftonDirections(final VoxelGrid grid) {
		final List<Vec3> all = new ArrayList<>();
		for (final int[] s : STEPS) {
			final Vec3 u = new Vec3(s[0] * grid.dxUm(), s[1] * grid.dyUm(), s[2] * grid.dzUm()).unit();
			all.add(u);
			all.add(u.times(-1));
		}
		for (int i = 0; i < 13; i++) {
			final int[] s = STEPS[i];
			weight[i] = cell(all, 2 * i) / (2 * Math.PI);
			final double step = new Vec3(s[0] * grid.dxUm(), s[1] * grid.dyUm(), s[2] * grid.dzUm()).norm();
			factor[i] = 2 * weight[i] * grid.voxelVolumeUm3() / step;
		}
	}

	/**
	 * Weight of a direction and its opposite.
	 *
	 * @param direction 0 to 12
	 * @return share of the unit sphere; the 13 sum to 1
	 */
	public double weight(final int direction) {
		return weight[direction];
	}

	/** Surface in um2 for one crossing of a line along the direction. */
	double factorUm2(final int direction) {
		return factor[direction];
	}

	private static int[][] steps() {
		final int[][] s = new int[13][];
		int n = 0;
		s[n++] = new int[] { 1, 0, 0 };
		for (final int[] row : new int[][] { { -1, 0 }, { 0, -1 }, { -1, -1 }, { 1, -1 } })
			for (int dx = -1; dx <= 1; dx++)
				s[n++] = new int[] { dx, row[0], row[1] };
		return s;
	}

	/** Solid angle of the directions that are nearer to all.get(i) than to any other. */
	private static double cell(final List<Vec3> all, final int i) {
		final Vec3 u = all.get(i);
		final Vec3 e = (Math.abs(u.x()) < 0.6 ? new Vec3(1, 0, 0) : new Vec3(0, 1, 0)).cross(u).unit(), f = u.cross(e);
		// no cell reaches 55 degrees, because every direction is that near to an axis: tan 55 < 2
		List<Vec3> polygon = List.of(u.plus(e.times(2)).plus(f.times(2)), u.plus(e.times(-2)).plus(f.times(2)), u.plus(e
			.times(-2)).plus(f.times(-2)), u.plus(e.times(2)).plus(f.times(-2)));
		for (int j = 0; j < all.size(); j++)
			if (j != i) polygon = cut(polygon, u.minus(all.get(j)));
		double angle = 0;
		for (int k = 1; k + 1 < polygon.size(); k++)
			angle += solidAngle(polygon.get(0).unit(), polygon.get(k).unit(), polygon.get(k + 1).unit());
		return angle;
	}

	/** The part of a convex polygon with p . n not negative. */
	private static List<Vec3> cut(final List<Vec3> polygon, final Vec3 n) {
		final List<Vec3> kept = new ArrayList<>();
		for (int k = 0; k < polygon.size(); k++) {
			final Vec3 p = polygon.get(k), q = polygon.get((k + 1) % polygon.size());
			final double a = p.dot(n), b = q.dot(n);
			if (a >= 0) kept.add(p);
			if (a > 0 && b < 0 || a < 0 && b > 0) kept.add(p.times(b / (b - a)).minus(q.times(a / (b - a))));
		}
		return kept;
	}

	/** Van Oosterom and Strackee, IEEE Trans. Biomed. Eng. 30 (1983) 125, doi:10.1109/TBME.1983.325207 (recalled). */
	private static double solidAngle(final Vec3 a, final Vec3 b, final Vec3 c) {
		return Math.abs(2 * Math.atan2(a.dot(b.cross(c)), 1 + a.dot(b) + b.dot(c) + c.dot(a)));
	}
}
