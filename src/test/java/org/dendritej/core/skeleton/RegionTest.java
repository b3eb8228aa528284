// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.junit.jupiter.api.Test;

/** Rays and centroids of a region against every sample and every voxel looked at one by one, to the last digit. */
class RegionTest {

	private static VoxelGrid grid(final Random random) {
		return VoxelGrid.of(3 + random.nextInt(18), 3 + random.nextInt(18), 3 + random.nextInt(18), 0.02 + random.nextDouble() / 10, random
			.nextBoolean() ? 0.04 : 0.02 + random.nextDouble() / 10, 0.02 + random.nextDouble() / 10);
	}

	private static Vec3 direction(final Random random, final int i) {
		if (i % 5 == 0) return i % 2 == 0 ? new Vec3(0, 0, -1) : new Vec3(0, 1, 0);
		return new Vec3(random.nextGaussian(), random.nextGaussian(), i % 5 == 1 ? 0 : random.nextGaussian()).unit();
	}

	private static Vec3 point(final Random random, final VoxelGrid g) {
		return new Vec3(random.nextDouble() * g.extentUm(0), random.nextDouble() * g.extentUm(1), random.nextDouble() * g.extentUm(2));
	}

	/** The ray as it is defined: every eighth of the finest edge, until a gap is longer than the steps of a wall. */
	private static double inside(final Region r, final Vec3 p, final Vec3 d, final double most) {
		final double step = r.grid().finestEdgeUm() / 8;
		final int gap = (int) (1.5 * 8 * r.edgeUm(d) / r.grid().finestEdgeUm());
		int in = 0;
		int out = 0;
		for (int i = 0; (i + 0.5) * step < most && out <= gap; i++) {
			final double t = (i + 0.5) * step;
			if (r.has(p.x() + t * d.x(), p.y() + t * d.y(), p.z() + t * d.z())) {
				in++;
				out = 0;
			}
			else out++;
		}
		return in * step;
	}

	@Test
	void raysCountEverySample() {
		final Random random = new Random(31);
		double sum = 0;
		for (int i = 0; i < 200; i++) {
			final VoxelGrid g = grid(random);
			final Region r = new Region(Shapes.phase(g, Shapes.noise(random, g, 0.35 + 0.6 * random.nextDouble(), i % 3 == 0)));
			for (int k = 0; k < 40; k++) {
				final Vec3 d = direction(random, k);
				final Vec3 p = k % 4 == 0 ? g.centreUm(random.nextInt(g.nx()), random.nextInt(g.ny()), random.nextInt(g.nz())) : point(random, g);
				final double most = 0.01 + random.nextDouble();
				final double expected = inside(r, p, d, most);
				assertEquals(expected, r.insideUm(p, d, most));
				sum += expected;
			}
		}
		assertTrue(sum > 400, "many rays run inside: " + sum);
	}

	/** The centroid as it is defined, over all voxels of the box around the disc. */
	private static Vec3 centroid(final Region r, final Vec3 p, final Vec3 t, final double half) {
		final VoxelGrid g = r.grid();
		final double rx = half + 2 * g.dxUm(), ry = half + 2 * g.dyUm(), rz = half + 2 * g.dzUm();
		final double along = 2 * new Vec3(t.x() * g.dxUm(), t.y() * g.dyUm(), t.z() * g.dzUm()).norm();
		double sx = 0, sy = 0, sz = 0, sum = 0;
		for (int k = 0; k < g.nz(); k++)
			for (int j = 0; j < g.ny(); j++)
				for (int i = 0; i < g.nx(); i++) {
					final Vec3 v = g.centreUm(i, j, k).minus(p);
					final double s = v.dot(t) / along;
					final double w = Math.min(1 - v.x() * v.x() / (rx * rx) - v.y() * v.y() / (ry * ry) - v.z() * v.z() / (rz * rz), 1 - s * s);
					if (w <= 0 || !r.hasVoxel(i, j, k)) continue;
					sx += w * v.x();
					sy += w * v.y();
					sz += w * v.z();
					sum += w;
				}
		return sum > 0 ? new Vec3(p.x() + sx / sum, p.y() + sy / sum, p.z() + sz / sum) : p;
	}

	@Test
	void centroidsCountEveryVoxel() {
		final Random random = new Random(32);
		int moved = 0;
		for (int i = 0; i < 2000; i++) {
			final VoxelGrid g = grid(random);
			final Region r = new Region(Shapes.phase(g, Shapes.noise(random, g, 0.1 + 0.8 * random.nextDouble(), i % 3 == 0)));
			final Vec3 p = point(random, g);
			final Vec3 d = direction(random, i);
			final double half = 0.3 * random.nextDouble();
			final Vec3 c = Centroid.of(r, p, d, half);
			assertEquals(0, c.distance(centroid(r, p, d, half)), 1e-12);
			if (c.distance(p) > 0.01) moved++;
		}
		assertTrue(moved > 500, "many points move: " + moved);
	}
}
