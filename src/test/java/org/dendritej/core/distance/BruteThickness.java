// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.distance;

import java.util.ArrayList;
import java.util.List;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.dendritej.core.geom.VoxelGrid;

/** Local thickness straight from its definition: all balls, all pairs of voxels, no tables. */
final class BruteThickness {

	private static final double[] SHARE = { 0.25, 0.5, 0.25 };
	private static final double[] SMOOTH = { 1 / 16., 4 / 16., 6 / 16., 4 / 16., 1 / 16. };
	private static final double[] SLOPE = { -1 / 8., -2 / 8., 0, 2 / 8., 1 / 8. };
	private static final double HALF = 0.5 / new NormalDistribution(0, 1).inverseCumulativeProbability(0.75);

	private final VoxelGrid g;
	private final byte[][] m;
	private final boolean border;
	private final double[] e;
	private final List<int[]> phase = new ArrayList<>();
	private final List<int[]> background = new ArrayList<>();

	BruteThickness(final VoxelGrid g, final byte[][] m, final boolean border) {
		this.g = g;
		this.m = m;
		this.border = border;
		e = new double[] { g.dxUm(), g.dyUm(), g.dzUm() };
		final int r = border ? 1 : 0;
		for (int z = -r; z < g.nz() + r; z++)
			for (int y = -r; y < g.ny() + r; y++)
				for (int x = -r; x < g.nx() + r; x++) {
					final boolean in = inImage(x, y, z) && m[z][x + g.nx() * y] == 1;
					(in ? phase : background).add(new int[] { x, y, z });
				}
	}

	private boolean inImage(final int x, final int y, final int z) {
		return x >= 0 && y >= 0 && z >= 0 && x < g.nx() && y < g.ny() && z < g.nz();
	}

	private boolean inside(final int x, final int y, final int z) {
		if (inImage(x, y, z)) return m[z][x + g.nx() * y] == 1;
		return !border && m[Math.max(0, Math.min(g.nz() - 1, z))][Math.max(0, Math.min(g.nx() - 1, x)) + g.nx() * Math.max(0,
			Math.min(g.ny() - 1, y))] == 1;
	}

	double square(final int[] a, final int[] b) {
		double s = 0;
		for (int i = 0; i < 3; i++)
			s += (a[i] - b[i]) * e[i] * ((a[i] - b[i]) * e[i]);
		return s;
	}

	private double nearest(final int[] c) {
		double best = Double.POSITIVE_INFINITY;
		for (final int[] b : background)
			best = Math.min(best, square(b, c));
		return best;
	}

	/** Thickness of every voxel, [z][x + nx y]. */
	double[][] map() {
		final double[][] map = new double[g.nz()][g.planeSize()];
		for (final int[] c : phase) {
			final double d2 = nearest(c);
			if (contained(c, d2)) continue;
			final double diameter = diameter(c);
			for (final int[] x : phase)
				if (square(x, c) < d2 * (1 - 1e-6)) map[x[2]][x[0] + g.nx() * x[1]] = Math.max(map[x[2]][x[0] + g.nx() * x[1]],
					diameter);
		}
		return map;
	}

	/** Whether all voxels of the unlimited lattice in the ball of c lie in the ball of a neighbour. */
	private boolean contained(final int[] c, final double d2) {
		final int[] r = new int[3];
		for (int i = 0; i < 3; i++)
			r[i] = (int) Math.ceil(Math.sqrt(d2) / e[i]);
		for (int q = 0; q < 27; q++) {
			final int[] n = { c[0] + q % 3 - 1, c[1] + q / 3 % 3 - 1, c[2] + q / 9 - 1 };
			if (q == 13 || !inImage(n[0], n[1], n[2]) || !inside(n[0], n[1], n[2])) continue;
			final double dq = nearest(n);
			boolean all = true;
			for (int z = -r[2]; z <= r[2] && all; z++)
				for (int y = -r[1]; y <= r[1] && all; y++)
					for (int x = -r[0]; x <= r[0] && all; x++) {
						final int[] p = { c[0] + x, c[1] + y, c[2] + z };
						all = square(p, c) >= d2 * (1 - 1e-6) || square(p, n) < dq * (1 - 1e-6);
					}
			if (all) return true;
		}
		return false;
	}

	/** Contacts of a ball: mean plane distance and mean normal on the side of the first, the same on the other side. */
	private double[] contacts(final int[] c) {
		final double d2 = nearest(c);
		final double[] s = new double[7];
		double[] first = null;
		for (final int[] b : background) {
			if (Math.abs(square(b, c) - d2) > 1e-6 * d2) continue;
			final double[] p = plane(b, c);
			if (first == null) first = p;
			if (first[0] * p[0] + first[1] * p[1] + first[2] * p[2] < 0) {
				s[5] += p[3];
				s[6]++;
				continue;
			}
			for (int i = 0; i < 4; i++)
				s[i] += p[i];
			s[4]++;
		}
		final double norm = Math.sqrt(s[0] * s[0] + s[1] * s[1] + s[2] * s[2]);
		for (int i = 0; i < 3; i++)
			s[i] /= norm;
		return s;
	}

	private double diameter(final int[] c) {
		final double[] here = contacts(c);
		final double radius = here[3] / here[4];
		if (here[6] > 0) return radius + here[5] / here[6];
		int[] best = null;
		double[] way = null;
		double most = 0, length = 0;
		for (int q = 0; q < 27; q++) {
			if (q == 13) continue;
			final double[] v = { (q % 3 - 1) * e[0], (q / 3 % 3 - 1) * e[1], (q / 9 - 1) * e[2] };
			final double l = Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
			final double cos = -(v[0] * here[0] / l + v[1] * here[1] / l + v[2] * here[2] / l);
			if (cos <= most + 1e-12) continue;
			most = cos;
			length = l;
			way = new double[] { v[0] / l, v[1] / l, v[2] / l };
			best = new int[] { c[0] + q % 3 - 1, c[1] + q / 3 % 3 - 1, c[2] + q / 9 - 1 };
		}
		if (!inImage(best[0], best[1], best[2]) || !inside(best[0], best[1], best[2])) {
			if (!border && !inImage(best[0], best[1], best[2])) return 2 * radius;
			final double[] p = plane(best, c);
			return here[0] * p[0] + here[1] * p[1] + here[2] * p[2] < 0 ? Math.max(2 * radius, radius + p[3]) : 2 * radius;
		}
		final double[] there = contacts(best);
		final double fall = there[0] * way[0] + there[1] * way[1] + there[2] * way[2];
		if (there[6] > 0 || here[0] * there[0] + here[1] * there[1] + here[2] * there[2] >= 0 || fall <= 0) return 2 * radius;
		final double step = (there[3] / there[4] - radius + length * fall) / (most + fall);
		return step < 0 || step > length ? 2 * radius : 2 * (radius + most * step);
	}

	/** Unit normal out of the phase and distance of c from the plane fitted at background voxel b. */
	private double[] plane(final int[] b, final int[] c) {
		double[] fit = fit(b, null);
		if (fit[4] >= 28 / 64.) fit = fit(b, c);
		final double[] v = new double[3];
		double length = 0, dot = 0;
		for (int i = 0; i < 3; i++) {
			v[i] = (b[i] - c[i]) * e[i];
			length += v[i] * v[i];
		}
		length = Math.sqrt(length);
		for (int i = 0; i < 3; i++)
			dot += fit[i] * v[i];
		if (!(dot > 0)) {
			for (int i = 0; i < 3; i++)
				fit[i] = v[i] / length;
			dot = length;
		}
		return new double[] { fit[0], fit[1], fit[2], Math.max(length / 4, Math.min(length, dot - fit[3])) };
	}

	/** Normal, depth of the surface below the centre of b, and share of the phase; only the side of c if that is given. */
	private double[] fit(final int[] b, final int[] c) {
		double share = 0;
		final double[] slope = new double[3];
		for (int z = -2; z <= 2; z++)
			for (int y = -2; y <= 2; y++)
				for (int x = -2; x <= 2; x++) {
					if (c != null && x * (c[0] - b[0]) + y * (c[1] - b[1]) + z * (c[2] - b[2]) < 0) continue;
					if (!inside(b[0] + x, b[1] + y, b[2] + z)) continue;
					slope[0] += SLOPE[x + 2] * SMOOTH[y + 2] * SMOOTH[z + 2];
					slope[1] += SMOOTH[x + 2] * SLOPE[y + 2] * SMOOTH[z + 2];
					slope[2] += SMOOTH[x + 2] * SMOOTH[y + 2] * SLOPE[z + 2];
					if (Math.max(Math.abs(x), Math.max(Math.abs(y), Math.abs(z))) < 2) share += SHARE[x + 1] * SHARE[y + 1] *
						SHARE[z + 1];
				}
		final double index = Math.sqrt(slope[0] * slope[0] + slope[1] * slope[1] + slope[2] * slope[2]);
		double um = 0;
		for (int i = 0; i < 3; i++)
			um += slope[i] / e[i] * (slope[i] / e[i]);
		um = Math.sqrt(um);
		if (index == 0) return new double[] { 0, 0, 0, 0, share };
		final double f = Math.min(1 - 1 / 128., Math.max(1 / 128., share));
		double depth = HALF * new NormalDistribution(0, 1).inverseCumulativeProbability(1 - f) * index / um;
		double box = 0;
		for (int i = 0; i < 3; i++)
			box += 0.5 * Math.abs(slope[i]);
		depth = Math.min(depth, box / um);
		return new double[] { -slope[0] / e[0] / um, -slope[1] / e[1] / um, -slope[2] / e[2] / um, depth, share };
	}
}
