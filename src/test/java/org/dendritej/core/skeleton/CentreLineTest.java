// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.junit.jupiter.api.Test;

/** Lengths of digital lines, arcs, helices and tubes of known length, where voxel steps are 7 to 14 % too long. */
class CentreLineTest {

	/** The voxels nearest to a curve, one after the other, 26-connected. */
	private static List<Vec3> digital(final VoxelGrid g, final List<Vec3> curve) {
		final List<Vec3> chain = new ArrayList<>();
		for (final Vec3 p : curve) {
			final Vec3 v = g.centreUm(Math.floor(p.x() / g.dxUm()), Math.floor(p.y() / g.dyUm()), Math.floor(p.z() / g.dzUm()));
			if (chain.isEmpty() || v.distance(chain.get(chain.size() - 1)) > 0) chain.add(v);
			// a corner that a diagonal step avoids is not part of a thin chain
			for (int n = chain.size(); n > 2 && touch(g, chain.get(n - 1), chain.get(n - 3)); n = chain.size())
				chain.remove(n - 2);
		}
		return chain;
	}

	private static boolean touch(final VoxelGrid g, final Vec3 a, final Vec3 b) {
		return Math.abs(a.x() - b.x()) < 1.5 * g.dxUm() && Math.abs(a.y() - b.y()) < 1.5 * g.dyUm() && Math.abs(a.z() - b
			.z()) < 1.5 * g.dzUm();
	}

	private static List<Vec3> sample(final int n, final java.util.function.DoubleFunction<Vec3> f) {
		final List<Vec3> points = new ArrayList<>();
		for (int i = 0; i <= n; i++)
			points.add(f.apply(i / (double) n));
		return points;
	}

	static Vec3 direction(final Random r) {
		return new Vec3(r.nextGaussian(), r.nextGaussian(), r.nextGaussian()).unit();
	}

	private static void digitalLines(final double dz) {
		final VoxelGrid g = VoxelGrid.of(600, 600, 600, 0.04, 0.04, dz);
		final Random random = new Random(11);
		double worst = 0;
		double sum = 0;
		double steps = 0;
		final int n = 500;
		for (int i = 0; i < n; i++) {
			final double length = 0.04 * (10 + 190 * random.nextDouble());
			final Vec3 from = new Vec3(12 + random.nextDouble(), 12 + random.nextDouble(), 12 + random.nextDouble());
			final Vec3 d = direction(random);
			final List<Vec3> chain = digital(g, sample(4000, t -> from.plus(d.times(t * length))));
			if (chain.size() < 3) continue;
			final double truth = chain.get(0).distance(chain.get(chain.size() - 1));
			final double error = CentreLine.along(chain, dz).lengthUm() / truth - 1;
			worst = Math.max(worst, Math.abs(error));
			sum += error;
			steps += CentreLine.length(chain) / truth - 1;
		}
		assertTrue(Math.abs(sum / n) < 0.002, "mean error " + sum / n);
		assertTrue(worst < 0.01, "worst error of 500 digital lines: " + worst);
		assertTrue(steps / n > 0.05, "voxel steps are biased: " + steps / n);
	}

	@Test
	void digitalLinesInAnyDirectionAreWithinOnePercent() {
		digitalLines(0.04);
	}

	@Test
	void digitalLinesInSlicesThickerThanPixelsAreWithinOnePercent() {
		digitalLines(0.1);
	}

	@Test
	void arcsAndHelicesAreWithinOnePercent() {
		final VoxelGrid g = VoxelGrid.of(600, 600, 600, 0.04, 0.04, 0.04);
		final Random random = new Random(12);
		for (int i = 0; i < 200; i++) {
			final double radius = 0.04 * (20 + 60 * random.nextDouble());
			final double turn = Math.PI * (0.5 + random.nextDouble());
			final double rise = i % 2 == 0 ? 0 : radius * random.nextDouble();
			final Vec3 a = direction(random);
			final Vec3 b = a.cross(direction(random)).unit();
			final Vec3 c = a.cross(b);
			final Vec3 centre = new Vec3(12, 12, 12);
			final double truth = turn * Math.hypot(radius, rise);
			final List<Vec3> chain = digital(g, sample(20_000, t -> centre.plus(a.times(radius * Math.cos(turn * t))).plus(b.times(
				radius * Math.sin(turn * t))).plus(c.times(rise * turn * t))));
			final double measured = CentreLine.along(chain, 0.04).lengthUm();
			// each end lies up to half a voxel from the end of the curve
			assertEquals(truth, measured, 0.01 * truth + 0.03, "radius " + radius / 0.04 + " voxels, turn " + turn + ", rise " + rise);
		}
	}

	/** Distance from a point to a polygon. */
	static double distance(final List<Vec3> line, final Vec3 p) {
		double best = Double.POSITIVE_INFINITY;
		for (int i = 1; i < line.size(); i++) {
			final Vec3 a = line.get(i - 1);
			final Vec3 d = line.get(i).minus(a);
			final double t = Math.max(0, Math.min(1, p.minus(a).dot(d) / d.dot(d)));
			best = Math.min(best, p.distance(a.plus(d.times(t))));
		}
		return best;
	}

	private static double tube(final VoxelGrid g, final List<Vec3> axis, final double radius) {
		final byte[][] v = Shapes.render(g, p -> distance(axis, p) <= radius);
		final float[][] squared = Shapes.squared(g, v, false);
		final byte[][] thin = Thinning.thin(Shapes.phase(g, v), squared, Thinning.Mode.CURVE, org.dendritej.core.run.Progress.NONE);
		final VoxelGraph graph = VoxelGraph.of(g, thin);
		final Geodesics ways = new Geodesics(graph);
		ways.search(new int[] { 0 }, null, 0, null);
		int far = 0;
		for (int i = 0; i < graph.size(); i++)
			if (ways.distanceUm(i) > ways.distanceUm(far)) far = i;
		final Geodesics again = new Geodesics(graph);
		again.search(new int[] { far }, null, 0, null);
		for (int i = 0; i < graph.size(); i++)
			if (again.distanceUm(i) > again.distanceUm(far)) far = i;
		final List<Vec3> way = new ArrayList<>();
		final int[] path = again.path(far);
		final double[] half = new double[path.length];
		for (int i = 0; i < path.length; i++) {
			way.add(graph.centreUm(path[i]));
			half[i] = Math.sqrt(squared[graph.slice(path[i])][graph.pixel(path[i])]);
		}
		return CentreLine.through(new Region(Shapes.phase(g, v)), way, half, true, true).lengthUm();
	}

	@Test
	void straightTubesReadTheirLength() {
		final Random random = new Random(13);
		for (final double dz : new double[] { 0.04, 0.1 }) {
			final VoxelGrid g = VoxelGrid.of(70, 70, dz > 0.05 ? 28 : 70, 0.04, 0.04, dz);
			double sum = 0;
			final int n = 20;
			for (int i = 0; i < n; i++) {
				final double radius = (dz > 0.05 ? 0.06 : 0.04) + 0.06 * random.nextDouble();
				final double length = 0.8 + 1.2 * random.nextDouble();
				final Vec3 d = direction(random);
				final Vec3 a = new Vec3(1.4, 1.4, 1.4).minus(d.times(length / 2));
				final double truth = length + 2 * radius;
				final double error = tube(g, List.of(a, a.plus(d.times(length))), radius) - truth;
				sum += error / truth;
				assertEquals(truth, truth + error, 0.01 * truth + dz, "direction " + d + ", radius " + radius);
			}
			assertTrue(Math.abs(sum / n) < 0.01, "mean error " + sum / n + " at slices of " + dz);
		}
	}

	@Test
	void bentTubesReadTheirLength() {
		final Random random = new Random(14);
		final VoxelGrid g = VoxelGrid.of(90, 90, 90, 0.04, 0.04, 0.04);
		double sum = 0;
		double worst = 0;
		final int n = 12;
		for (int i = 0; i < n; i++) {
			final double bend = 0.04 * (15 + 20 * random.nextDouble());
			final double turn = Math.PI * (0.5 + 0.5 * random.nextDouble());
			final double radius = 0.04 * (1.2 + 3 * random.nextDouble());
			final Vec3 a = direction(random);
			final Vec3 b = a.cross(direction(random)).unit();
			final Vec3 centre = new Vec3(1.8, 1.8, 1.8).minus(b.times(bend / 2));
			final double truth = turn * bend + 2 * radius;
			final double error = tube(g, sample(60, t -> centre.plus(a.times(bend * Math.cos(turn * t))).plus(b.times(bend * Math.sin(
				turn * t)))), radius) / truth - 1;
			sum += error;
			worst = Math.max(worst, Math.abs(error));
		}
		assertTrue(Math.abs(sum / n) < 0.01 && worst < 0.03, "mean " + sum / n + ", worst " + worst);
	}
}
