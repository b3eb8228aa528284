// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.dendritej.core.geom.Vec3;

/**
 * Takes the voxel steps out of a line: the curve with the least squared distance to the points plus a penalty on bending.
 * <p>
 * Whittaker's graduation with second differences (Whittaker, Proc. Edinb. Math. Soc. 1922, 41, 63; recalled): straight
 * lines pass unchanged, waves of period p points shrink by 1 / (1 + lambda (2 pi / p)^4). One banded solution per
 * coordinate, O(n).
 */
final class LineSmoothing {

	/** Penalty for a chain of voxels whose edges are equal: steps that come back every 12 voxels are halved in a tenth. */
	private static final double CHAIN_PENALTY = 40;

	private LineSmoothing() {}

	/**
	 * Smooths a chain of voxel centres.
	 *
	 * @param chain points, um
	 * @param edgeUm coarsest edge, um
	 */
	static List<Vec3> chain(final List<Vec3> chain, final double edgeUm) {
		if (chain.size() < 3) return chain;
		final double mean = CentreLine.length(chain) / (chain.size() - 1);
		final double ratio = Math.max(1, edgeUm / mean);
		return withEnds(chain, smooth(chain, CHAIN_PENALTY * ratio * ratio * ratio * ratio));
	}

	/** Smoothing shifts the ends along the line: moves them back to where the given ends lie along its direction. */
	private static List<Vec3> withEnds(final List<Vec3> given, final List<Vec3> smooth) {
		final int n = smooth.size();
		final List<Vec3> out = new ArrayList<>(smooth);
		final int back = Math.min(n - 1, 5);
		out.set(0, moved(smooth.get(0), smooth.get(0).minus(smooth.get(back)), given.get(0)));
		out.set(n - 1, moved(smooth.get(n - 1), smooth.get(n - 1).minus(smooth.get(n - 1 - back)), given.get(n - 1)));
		return out;
	}

	private static Vec3 moved(final Vec3 end, final Vec3 direction, final Vec3 wanted) {
		if (!(direction.norm() > 0)) return wanted;
		final Vec3 t = direction.unit();
		return end.plus(t.times(wanted.minus(end).dot(t)));
	}

	static List<Vec3> smooth(final List<Vec3> line, final double lambda) {
		final int n = line.size();
		if (n < 3) return line;
		final double[] x = solve(line.stream().mapToDouble(Vec3::x).toArray(), lambda);
		final double[] y = solve(line.stream().mapToDouble(Vec3::y).toArray(), lambda);
		final double[] z = solve(line.stream().mapToDouble(Vec3::z).toArray(), lambda);
		return IntStream.range(0, n).mapToObj(i -> new Vec3(x[i], y[i], z[i])).toList();
	}

	/** Solves (I + lambda D'D) u = v, D the second difference, by a banded L D L' factorisation. */
	private static double[] solve(final double[] v, final double lambda) {
		final int n = v.length;
		final double[] d = new double[n];
		final double[] l1 = new double[n];
		final double[] l2 = new double[n];
		final double[] u = v.clone();
		for (int i = 0; i < n; i++) {
			double a0 = 1 + lambda * diagonal(i, n);
			double a1 = i + 1 < n ? lambda * beside(i, n) : 0;
			final double a2 = i + 2 < n ? lambda : 0;
			if (i >= 1) {
				a0 -= l1[i - 1] * l1[i - 1] * d[i - 1];
				a1 -= l1[i - 1] * l2[i - 1] * d[i - 1];
			}
			if (i >= 2) a0 -= l2[i - 2] * l2[i - 2] * d[i - 2];
			d[i] = a0;
			l1[i] = a1 / a0;
			l2[i] = a2 / a0;
			if (i >= 1) u[i] -= l1[i - 1] * u[i - 1];
			if (i >= 2) u[i] -= l2[i - 2] * u[i - 2];
		}
		for (int i = n - 1; i >= 0; i--) {
			u[i] /= d[i];
			if (i + 1 < n) u[i] -= l1[i] * u[i + 1];
			if (i + 2 < n) u[i] -= l2[i] * u[i + 2];
		}
		return u;
	}

	/** Diagonal of D'D. */
	private static double diagonal(final int i, final int n) {
		double a = 0;
		if (i + 2 < n) a += 1;
		if (i >= 1 && i + 1 < n) a += 4;
		if (i >= 2) a += 1;
		return a;
	}

	/** Element (i, i + 1) of D'D. */
	private static double beside(final int i, final int n) {
		double a = 0;
		if (i + 2 < n) a -= 2;
		if (i >= 1) a -= 2;
		return a;
	}
}
