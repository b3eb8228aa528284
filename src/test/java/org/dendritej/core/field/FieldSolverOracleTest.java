// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Random small volumes against a direct solution of an independently assembled matrix. */
class FieldSolverOracleTest {

	private static DenseField.Case draw(final Random r) {
		final VoxelGrid g = VoxelGrid.of(1 + r.nextInt(7), 1 + r.nextInt(6), 1 + r.nextInt(7), .1 + r.nextDouble(), .1 + r.nextDouble(),
			.1 + 2 * r.nextDouble());
		final ElectrodeFace face = ElectrodeFace.values()[r.nextInt(7)];
		ElectrodeFace far = ElectrodeFace.values()[1 + r.nextInt(6)];
		while (far == face)
			far = ElectrodeFace.values()[1 + r.nextInt(6)];
		final boolean image = r.nextInt(4) == 0;
		final Counter counter = image ? Counter.image(.1 + r.nextDouble()) : r.nextBoolean() ? Counter.flux(far, .3 + r.nextDouble())
			: Counter.plane(far, r.nextBoolean() ? 0 : 3 * r.nextDouble(), .01 + r.nextDouble());
		final boolean[] periodic = new boolean[3];
		for (int a = 0; a < 3; a++)
			periodic[a] = a != far.axis() && a != face.axis() && r.nextBoolean();
		final int n = (int) g.voxels();
		final int[] cls = new int[n], label = new int[n];
		final double holes = .5 * r.nextDouble();
		for (int v = 0; v < n; v++) {
			cls[v] = r.nextDouble() < holes ? 2 + r.nextInt(3) : r.nextInt(2);
			label[v] = cls[v] >= 3 ? r.nextInt(4) : 0;
			final int[] p = { v % g.nx(), v / g.nx() % g.ny(), v / g.nx() / g.ny() };
			if (cls[v] >= 3 && p[far.axis()] == (far.isLow() ? 0 : g.size(far.axis()) - 1)) cls[v] = label[v] = 0;
			if (image && r.nextInt(6) == 0) {
				cls[v] = 5;
				label[v] = 0;
			}
		}
		if (image) dropTouching(g, cls, label, periodic);
		final double[] factor = { 1, 1.5, 1 + r.nextDouble(), .7 };
		return new DenseField.Case(g, cls, label, new double[] { .2, .2 * Math.pow(50, r.nextDouble()) }, r.nextBoolean() ? 0 : .02 * r.nextDouble(),
			factor, face, r.nextBoolean() ? 0 : .1 * r.nextDouble(), counter, periodic,
			r.nextBoolean() ? Joining.ALL : Joining.TOUCHING);
	}

	/** Lithium beside the counter electrode becomes electrolyte. */
	private static void dropTouching(final VoxelGrid g, final int[] cls, final int[] label, final boolean[] periodic) {
		final DenseField neighbours = new DenseField(new DenseField.Case(g, cls.clone(), label, new double[] { 1, 1 }, 0, new double[] { 1, 1, 1, 1 },
			ElectrodeFace.NONE, 0, Counter.image(1), periodic, Joining.ALL));
		for (int v = 0; v < cls.length; v++)
			for (int f = 0; f < 6 && (cls[v] == 3 || cls[v] == 4); f++) {
				final int w = neighbours.next(v, f / 2, f % 2 * 2 - 1);
				if (w >= 0 && cls[w] == 5) cls[v] = label[v] = 0;
			}
	}

	private static int[][] planes(final VoxelGrid g, final int[] flat) {
		final int[][] p = new int[g.nz()][g.planeSize()];
		for (int v = 0; v < flat.length; v++)
			p[v / g.planeSize()][v % g.planeSize()] = flat[v];
		return p;
	}

	private static FieldProblem problem(final DenseField.Case c) {
		final byte[][] p = new byte[c.g().nz()][c.g().planeSize()];
		for (int v = 0; v < c.cls().length; v++)
			p[v / c.g().planeSize()][v % c.g().planeSize()] = (byte) (10 * c.cls()[v]);
		final FieldProblem problem = FieldProblem.on(ByteVolume.of(c.g(), p));
		if (c.counter().face() == ElectrodeFace.NONE) problem.counterMetal(50);
		return problem.conductor(0, c.sigma()[0]).conductor(10, c.sigma()[1]).conductor(20, 0).metal(30)
			.electrodeMetal(40).electrode(c.face(), c.rintFace()).contactResistance(c.rintMetal())
			.areaFactors(IntVolume.of(c.g(), planes(c.g(), c.label())), c.factor()).counter(c.counter())
			.periodic(c.periodic()[0], c.periodic()[1], c.periodic()[2]).joining(c.joining()).tolerance(1e-9);
	}

	@Test
	void agreesWithADirectSolution() {
		final Random r = new Random(20260301);
		int solved = 0;
		for (int n = 0; n < 600; n++) {
			final DenseField.Case c = draw(r);
			final DenseField dense = new DenseField(c);
			if (!dense.solvable) {
				assertThrows(IllegalArgumentException.class, () -> FieldSolver.solve(problem(c), Progress.NONE));
				continue;
			}
			final FieldSolution s = FieldSolver.solve(problem(c), Progress.NONE);
			double scale = 0;
			for (final double v : dense.phi)
				if (!Double.isNaN(v)) scale = Math.max(scale, Math.abs(v));
			for (int v = 0; v < dense.phi.length; v++)
				assertEquals(dense.phi[v], s.potentialV(v % c.g().nx(), v / c.g().nx() % c.g().ny(), v / c.g().planeSize()), 1e-6 * scale,
					dense.toString());
			final CollectedCurrents got = s.currents(IntVolume.of(c.g(), planes(c.g(), c.label())));
			assertEquals(dense.total, got.totalUa(), 1e-6 * dense.total, dense.toString());
			assertEquals(dense.electrode, got.electrodeUa(), 1e-6 * dense.total);
			for (final LabelCurrent l : got.bodies())
				assertEquals(dense.byLabel[l.label()], l.currentUa(), 1e-6 * dense.total, dense.toString());
			assertEquals(0, got.imbalance(), 1e-6);
			assertTrue(s.iterations() < 40, s.iterations() + " iterations: " + dense);
			solved++;
		}
		assertTrue(solved > 300, "only " + solved + " cases had a path");
	}

	@Test
	void threadsChangeNothing() {
		for (final double[] edge : new double[][] { { .1, .1, .2 }, { .1, .1, .02 }, { .02, .1, .1 }, { .1, .02, .1 } })
			sameWithAnyThreads(VoxelGrid.of(70, 41, 57, edge[0], edge[1], edge[2]));
	}

	private static void sameWithAnyThreads(final VoxelGrid g) {
		final ByteVolume v = Bodies.draw(g, (x, y, z) -> Math.sin(9 * x) + Math.sin(11 * y + x) + Math.sin(8 * z + y) > 1.7 && z < .9 * g.extentUm(2) ? 1 : 0);
		final FieldProblem p = FieldProblem.on(v).conductor(0, .3).metal(1).electrode(ElectrodeFace.Z_MINUS, 0)
			.counter(Counter.flux(ElectrodeFace.Z_PLUS, 1)).periodic(true, true, false);
		final FieldSolution one = FieldSolver.solve(p.threads(1), Progress.NONE);
		final FieldSolution five = FieldSolver.solve(p.threads(5), Progress.NONE);
		for (int k = 0; k < g.nz(); k++)
			assertArrayEquals(one.potential().plane(k), five.potential().plane(k), 0);
	}
}
