// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.mesh;

import java.util.Arrays;

import org.dendritej.core.run.Progress;

/**
 * Gives each closed surface of a smoothed mesh the volume back that it had: its vertices move outwards or inwards, all by the same
 * distance, along their normals.
 * <p>
 * Smoothing takes up to a twentieth from sheets one voxel thick and swells those of two or three by a hundredth. A mesh of cracks must not
 * owe its volume, and so its mean opening, to that. The derivative of the volume by a vertex is a sixth of the sum of the vector products of the triangles
 * there, so the distance is found by Newton's method. Cost: two to three rounds of the smoothing; 12 bytes
 * per vertex.
 */
final class BodyVolumes {

	private static final int MOST_STEPS = 10;
	/** Part of a surface's volume that may be wrong in the end. */
	private static final double ENOUGH = 1e-6;
	/** A step by which to try whether a coordinate may move, um. */
	private static final double TRIAL = 1e-6;

	private final int[] corner;
	/** The surface of each vertex, by its lowest vertex. */
	private final int[] body;
	private final double[] volume;

	BodyVolumes(final double[] xyz, final int[] corner) {
		this.corner = corner;
		body = new int[xyz.length / 3];
		Arrays.setAll(body, v -> v);
		for (int t = 0; t < corner.length; t += 3) {
			join(corner[t], corner[t + 1]);
			join(corner[t], corner[t + 2]);
		}
		for (int v = 0; v < body.length; v++)
			body[v] = root(v);
		volume = sixfold(xyz);
	}

	private int root(final int v) {
		int r = v;
		while (body[r] != r)
			r = body[r] = body[body[r]];
		return r;
	}

	private void join(final int a, final int b) {
		final int p = root(a), q = root(b);
		body[Math.max(p, q)] = Math.min(p, q);
	}

	/** Six times the volume inside of each surface, seen from its lowest vertex. */
	private double[] sixfold(final double[] xyz) {
		final double[] six = new double[body.length];
		for (int t = 0; t < corner.length; t += 3) {
			final int o = 3 * body[corner[t]], a = 3 * corner[t], b = 3 * corner[t + 1], c = 3 * corner[t + 2];
			final double ax = xyz[a] - xyz[o], ay = xyz[a + 1] - xyz[o + 1], az = xyz[a + 2] - xyz[o + 2];
			final double bx = xyz[b] - xyz[o], by = xyz[b + 1] - xyz[o + 1], bz = xyz[b + 2] - xyz[o + 2];
			final double cx = xyz[c] - xyz[o], cy = xyz[c + 1] - xyz[o + 1], cz = xyz[c + 2] - xyz[o + 2];
			six[body[corner[t]]] += ax * (by * cz - bz * cy) - ay * (bx * cz - bz * cx) + az * (bx * cy - by * cx);
		}
		return six;
	}

	/**
	 * Moves the vertices.
	 *
	 * @param xyz the smoothed mesh, um; changed
	 * @param bounds keeps each coordinate where it may be
	 * @param progress asked whether to stop
	 */
	void restore(final double[] xyz, final Bounds bounds, final Progress progress) {
		final double[] normal = new double[xyz.length], slope = new double[body.length];
		for (int s = 0; s < MOST_STEPS; s++) {
			progress.check();
			final double[] now = sixfold(xyz);
			if (enough(now)) return;
			normals(xyz, normal);
			Arrays.fill(slope, 0);
			for (int v = 0, i = 0; v < body.length; v++) {
				final double n = length(normal, v), way = TRIAL * Math.signum(volume[body[v]] - now[body[v]]);
				for (int axis = 0; axis < 3; axis++, i++)
					// Coordinates at the end of their reach do not move with the others.
					if (n > 0 && bounds.keep(i, axis, xyz[i] + way * normal[i] / n) != xyz[i]) slope[body[v]] += normal[i] * normal[i] / n;
			}
			for (int v = 0, i = 0; v < body.length; v++) {
				final double n = length(normal, v) * slope[body[v]], by = n > 0 ? (volume[body[v]] - now[body[v]]) / n : 0;
				for (int axis = 0; axis < 3; axis++, i++)
					xyz[i] = bounds.keep(i, axis, xyz[i] + by * normal[i]);
			}
		}
	}

	private boolean enough(final double[] now) {
		for (int v = 0; v < body.length; v++)
			if (Math.abs(now[v] - volume[v]) > ENOUGH * Math.abs(volume[v])) return false;
		return true;
	}

	/** Where a coordinate may lie. */
	interface Bounds {

		/** The nearest that it may be to a value. */
		double keep(int coordinate, int axis, double value);
	}

	private static double length(final double[] n, final int v) {
		return Math.sqrt(n[3 * v] * n[3 * v] + n[3 * v + 1] * n[3 * v + 1] + n[3 * v + 2] * n[3 * v + 2]);
	}

	/** At each vertex the sum of the vector products of its triangles: six times the derivative of the volume. */
	private void normals(final double[] xyz, final double[] normal) {
		Arrays.fill(normal, 0);
		for (int t = 0; t < corner.length; t += 3) {
			final int a = 3 * corner[t], b = 3 * corner[t + 1], c = 3 * corner[t + 2];
			final double ux = xyz[b] - xyz[a], uy = xyz[b + 1] - xyz[a + 1], uz = xyz[b + 2] - xyz[a + 2];
			final double vx = xyz[c] - xyz[a], vy = xyz[c + 1] - xyz[a + 1], vz = xyz[c + 2] - xyz[a + 2];
			final double x = uy * vz - uz * vy, y = uz * vx - ux * vz, z = ux * vy - uy * vx;
			for (int k = 0; k < 3; k++) {
				final int i = 3 * corner[t + k];
				normal[i] += x;
				normal[i + 1] += y;
				normal[i + 2] += z;
			}
		}
	}
}
