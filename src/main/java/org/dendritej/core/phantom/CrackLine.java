// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import java.util.List;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;

/** Measures the part of a crack's middle line that counts: inside the image and outside the pores in which it ends. */
final class CrackLine {

	/** Steps per piece in which the line may change sides; crossings are then refined by bisection. */
	private static final int STEPS = 256;

	private final VoxelGrid grid;
	private final ElectrodeFace face;
	private final List<Solid> pores;

	CrackLine(final VoxelGrid grid, final ElectrodeFace face, final List<Solid> pores) {
		this.grid = grid;
		this.face = face;
		this.pores = pores;
	}

	private boolean counts(final Vec3 p) {
		final Vec3 q = p.minus(grid.originUm());
		if (q.x() < 0 || q.y() < 0 || q.z() < 0 || q.x() > grid.extentUm(0) || q.y() > grid.extentUm(1) || q.z() > grid
			.extentUm(2)) return false;
		for (final Solid s : pores)
			if (s.distance(p) < 0) return false;
		return true;
	}

	/** A stretch of the line that counts, as fractions of a piece. */
	private interface Stretch {

		void take(Vec3 from, Vec3 to, double s0, double s1);
	}

	private void stretches(final Vec3 a, final Vec3 b, final Stretch out) {
		double start = counts(a) ? 0 : Double.NaN;
		for (int i = 1; i <= STEPS; i++) {
			final double s = i / (double) STEPS;
			final boolean on = counts(at(a, b, s));
			if (on == !Double.isNaN(start)) continue;
			final double x = crossing(a, b, (i - 1) / (double) STEPS, s, on);
			if (on) start = x;
			else {
				out.take(a, b, start, x);
				start = Double.NaN;
			}
		}
		if (!Double.isNaN(start)) out.take(a, b, start, 1);
	}

	private double crossing(final Vec3 a, final Vec3 b, final double off, final double on, final boolean onAtEnd) {
		double lo = off, hi = on;
		for (int i = 0; i < 50; i++) {
			final double m = 0.5 * (lo + hi);
			if (counts(at(a, b, m)) == onAtEnd) hi = m;
			else lo = m;
		}
		return 0.5 * (lo + hi);
	}

	private static Vec3 at(final Vec3 a, final Vec3 b, final double s) {
		return a.plus(b.minus(a).times(s));
	}

	/** Length that counts, um. */
	double length(final List<Vec3> path) {
		final double[] sum = new double[1];
		for (int i = 1; i < path.size(); i++)
			stretches(path.get(i - 1), path.get(i), (a, b, s0, s1) -> sum[0] += (s1 - s0) * a.distance(b));
		return sum[0];
	}

	/** Greatest depth of the part that counts, um; NaN without a face. */
	double depth(final List<Vec3> path) {
		final double[] most = { Double.NaN };
		for (int i = 1; i < path.size(); i++)
			stretches(path.get(i - 1), path.get(i), (a, b, s0, s1) -> {
				final double d = Math.max(face.depthUm(grid, at(a, b, s0)), face.depthUm(grid, at(a, b, s1)));
				if (!(d <= most[0])) most[0] = d;
			});
		return most[0];
	}

	/** Whether the line comes from beyond the face, or starts on it. */
	boolean crossesFace(final List<Vec3> path) {
		double least = Double.POSITIVE_INFINITY, most = Double.NEGATIVE_INFINITY;
		for (final Vec3 p : path) {
			least = Math.min(least, face.depthUm(grid, p));
			most = Math.max(most, face.depthUm(grid, p));
		}
		return least <= 0 && most > 0;
	}

	/** Mean and least opening along the part of the main line that counts, um; midpoint rule over 2000 points. */
	double[] opening(final CrackShape shape) {
		final List<Vec3> path = shape.paths().get(0);
		double total = 0;
		for (int i = 1; i < path.size(); i++)
			total += path.get(i).distance(path.get(i - 1));
		final double whole = total;
		final double[] acc = { 0, 0, Double.POSITIVE_INFINITY };
		double before = 0;
		for (int i = 1; i < path.size(); i++) {
			final double start = before;
			stretches(path.get(i - 1), path.get(i), (a, b, s0, s1) -> {
				final double len = a.distance(b);
				final int n = 2000;
				for (int k = 0; k < n; k++) {
					final double s = s0 + (k + 0.5) * (s1 - s0) / n;
					acc[0] += shape.openingUm((start + s * len) / whole) * (s1 - s0) * len / n;
				}
				acc[1] += (s1 - s0) * len;
				acc[2] = Math.min(acc[2], Math.min(shape.openingUm((start + s0 * len) / whole), shape.openingUm((start + s1
					* len) / whole)));
			});
			before += path.get(i).distance(path.get(i - 1));
		}
		return new double[] { acc[1] > 0 ? acc[0] / acc[1] : Double.NaN, acc[1] > 0 ? acc[2] : Double.NaN };
	}
}
