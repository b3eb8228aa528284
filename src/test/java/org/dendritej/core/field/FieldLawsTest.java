// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What must hold for any image: symmetry, rotation, periodicity, linearity, steady iteration counts, floating metal. */
class FieldLawsTest {

	private static final double[] CENTRES = { .7, .8, 1.1, 1.9, .4, 1.4, 1.2, 1.7, 2.0 };

	private static int pores(final double x, final double y, final double z) {
		for (int n = 0; n < 9; n += 3)
			if (Bodies.inBall(x, y, z, CENTRES[n], CENTRES[n + 1], CENTRES[n + 2], .35)) return n == 3 ? 2 : 1;
		return 0;
	}

	private static FieldProblem problem(final ByteVolume v, final ElectrodeFace face) {
		return FieldProblem.on(v).conductor(0, .2).metal(1).insulator(2).electrode(face, .01).contactResistance(.02)
			.counter(Counter.flux(Counter.opposite(face), 1)).tolerance(1e-9);
	}

	/** The same body with its depth axis along x, y and z, from below and from above. */
	@Test
	void turningTheVolumeTurnsTheAnswer() {
		final double ex = .1, ey = .12, ez = .16;
		final int nx = 24, ny = 18, nz = 20;
		final FieldSolution z = FieldSolver.solve(problem(Bodies.draw(VoxelGrid.of(nx, ny, nz, ex, ey, ez), FieldLawsTest::pores),
			ElectrodeFace.Z_MINUS), Progress.NONE);
		final FieldSolution x = FieldSolver.solve(problem(Bodies.draw(VoxelGrid.of(nz, nx, ny, ez, ex, ey), (a, b, c) -> pores(b, c, a)),
			ElectrodeFace.X_MINUS), Progress.NONE);
		final FieldSolution y = FieldSolver.solve(problem(Bodies.draw(VoxelGrid.of(nx, nz, ny, ex, ez, ey),
			(a, b, c) -> pores(a, c, nz * ez - b)), ElectrodeFace.Y_PLUS), Progress.NONE);
		for (int k = 0; k < nz; k++)
			for (int j = 0; j < ny; j++)
				for (int i = 0; i < nx; i++) {
					final double v = z.potentialV(i, j, k);
					assertEquals(v, x.potentialV(k, i, j), 1e-7 * 1e-3);
					assertEquals(v, y.potentialV(i, nz - 1 - k, j), 1e-7 * 1e-3);
				}
		assertTrue(z.potentialV(5, 5, nz - 1) > 1e-5, "the scale of the comparison");
	}

	@Test
	void symmetricImageSymmetricAnswer() {
		final VoxelGrid g = VoxelGrid.of(21, 16, 25, .1, .1, .1);
		final double w = g.extentUm(0);
		final FieldSolution s = FieldSolver.solve(problem(Bodies.draw(g, (x, y, z) -> pores(Math.min(x, w - x), y, z)), ElectrodeFace.Z_MINUS),
			Progress.NONE);
		for (int k = 0; k < 25; k++)
			for (int j = 0; j < 16; j++)
				for (int i = 0; i < 10; i++)
					assertEquals(s.potentialV(i, j, k), s.potentialV(20 - i, j, k), 1e-7 * 1e-3);
	}

	/** A periodic volume may be cut anywhere. */
	@Test
	void shiftingAPeriodicVolumeShiftsTheAnswer() {
		final VoxelGrid g = VoxelGrid.of(23, 17, 24, .1, .12, .1);
		final double w = g.extentUm(0), d = g.extentUm(1);
		final FieldSolution a = FieldSolver.solve(problem(Bodies.draw(g, FieldLawsTest::pores), ElectrodeFace.Z_MINUS).periodic(true, true,
			false), Progress.NONE);
		final FieldSolution b = FieldSolver.solve(problem(Bodies.draw(g, (x, y, z) -> pores((x + .5) % w, (y + .36) % d, z)),
			ElectrodeFace.Z_MINUS).periodic(true, true, false), Progress.NONE);
		for (int k = 0; k < 24; k++)
			for (int j = 0; j < 17; j++)
				for (int i = 0; i < 23; i++)
					assertEquals(a.potentialV((i + 5) % 23, (j + 3) % 17, k), b.potentialV(i, j, k), 1e-7 * 1e-3);
	}

	@Test
	void sharesDoNotDependOnTheCurrent() {
		final ByteVolume v = Bodies.draw(VoxelGrid.of(20, 20, 24, .1, .1, .1), FieldLawsTest::pores);
		final CollectedCurrents one = FieldSolver.solve(problem(v, ElectrodeFace.Z_MINUS), Progress.NONE).currents(null);
		final CollectedCurrents many = FieldSolver.solve(problem(v, ElectrodeFace.Z_MINUS).counter(Counter.flux(ElectrodeFace.Z_PLUS, 250)),
			Progress.NONE).currents(null);
		assertEquals(one.of(0).collectingAreaUm2(), many.of(0).collectingAreaUm2(), 1e-8);
		assertEquals(250 * one.totalUa(), many.totalUa(), 1e-6 * many.totalUa());
		assertEquals(250, many.farCurrentMaCm2(), 1e-6);
	}

	private static final double[][] SHAPES = { { 1, 1, 1 }, { 1, 1, 2.5 }, { 1, 1, 25 }, { 10, 10, 1 }, { 10, 1, 10 }, { 1, 10, 10 }, { 40, 40, 1 },
		{ 1.6, 1.6, 1 }, { 2, 1, 4 }, { 1, 3, 10 } };

	private static int iterations(final double[] shape, final int n, final boolean periodic) {
		final VoxelGrid g = VoxelGrid.of(n, n, n, .04 * shape[0], .04 * shape[1], .04 * shape[2]);
		final Bodies.At waves = (x, y, z) -> Math.sin(x / .08 / shape[0]) * Math.sin(y / .09 / shape[1] + 1) * Math.sin(z / .08 / shape[2] + y
			/ shape[1]) > .4 ? 2 : 0;
		return FieldSolver.solve(FieldProblem.on(Bodies.draw(g, waves)).conductor(0, 1).insulator(2).electrode(ElectrodeFace.Y_MINUS, 0)
			.periodic(periodic, false, periodic).counter(Counter.flux(ElectrodeFace.Y_PLUS, 1)), Progress.NONE).iterations();
	}

	/** Iterations must grow neither with the grid nor with any flatness of the voxels, whichever side is the shortest. */
	@Test
	void iterationsDoNotGrow() {
		for (final double[] shape : SHAPES)
			for (final boolean periodic : new boolean[] { false, true }) {
				final int[] it = { iterations(shape, 16, periodic), iterations(shape, 32, periodic), iterations(shape, 64, periodic) };
				final String said = java.util.Arrays.toString(shape) + ": " + java.util.Arrays.toString(it) + " iterations on 16^3, 32^3, 64^3";
				final int most = shape[0] == 1 && shape[1] == 1 ? 12 : 16;
				for (final int i : it)
					assertTrue(i <= most, said);
			}
	}

	@Test
	void memoryStaysBelow40BytesPerVoxelWhateverTheirShape() {
		final java.util.Random random = new java.util.Random(40);
		for (int n = 0; n < 2000; n++) {
			final double x = Math.pow(100, random.nextDouble()), y = Math.pow(100, random.nextDouble()), z = Math.pow(100, random.nextDouble());
			final VoxelGrid g = VoxelGrid.of(64 + random.nextInt(900), 64 + random.nextInt(900), 64 + random.nextInt(900), x, y, z);
			assertTrue(FieldMemory.bytes(g) < 40.0 * g.voxels(), g + " " + FieldMemory.bytes(g) / (double) g.voxels());
		}
	}

	/** A floating ball takes no net current and is flat; the same ball grounded takes a lot. */
	@Test
	void floatingMetalIsAnEquipotentialWithoutNetCurrent() {
		final VoxelGrid g = VoxelGrid.of(24, 24, 30, .1, .1, .1);
		final ByteVolume v = Bodies.draw(g, (x, y, z) -> Bodies.inBall(x, y, z, 1.2, 1.2, 1.6, .6) ? 1 : 0);
		final FieldProblem p = FieldProblem.on(v).conductor(0, 1).metal(1).electrode(ElectrodeFace.Z_MINUS, 0)
			.counter(Counter.flux(ElectrodeFace.Z_PLUS, 1)).joining(Joining.TOUCHING);
		final FieldSolution s = FieldSolver.solve(p, Progress.NONE);
		assertEquals(1, s.floatingIslands());
		assertTrue(s.remarks().get(0).contains("1 islands"), s.remarks().toString());
		assertTrue(s.currents(null).bodies().isEmpty());
		assertEquals(1, s.currents(null).electrodeShare(), 1e-6);
		final double across = s.potentialV(0, 0, 24) - s.potentialV(0, 0, 8);
		assertEquals(s.potentialV(12, 12, 11), s.potentialV(12, 12, 20), 1e-12 * across);
		assertEquals(s.potentialV(7, 12, 16), s.potentialV(16, 12, 16), 1e-12 * across);
		assertTrue(FieldSolver.solve(p.joining(Joining.ALL), Progress.NONE).currents(null).of(0).share() > .2);
	}

	/** A crack that joins a pore to the electrode grounds it; the isolated one beside it floats. */
	@Test
	void touchingMetalIsGrounded() {
		final VoxelGrid g = VoxelGrid.of(30, 10, 30, .1, .1, .1);
		final Bodies.At body = (x, y, z) -> Bodies.inBall(x, y, z, .8, .5, 1.2, .4) || Math.abs(x - .85) < .1 && z < 1.2 ? 1
			: Bodies.inBall(x, y, z, 2.2, .5, 1.2, .4) ? 2 : 0;
		final ByteVolume v = Bodies.draw(g, (x, y, z) -> Math.min(1, body.value(x, y, z)));
		final FieldSolution s = FieldSolver.solve(FieldProblem.on(v).conductor(0, 1).metal(1).electrode(ElectrodeFace.Z_MINUS, 0)
			.counter(Counter.flux(ElectrodeFace.Z_PLUS, 1)).joining(Joining.TOUCHING), Progress.NONE);
		final CollectedCurrents c = s.currents(Bodies.labels(g, body));
		assertEquals(1, c.bodies().size());
		assertTrue(c.of(1).share() > .2);
		assertEquals(1, s.floatingIslands());
		assertEquals(0, c.imbalance(), 1e-6);
	}

	@Test
	void walledOffElectrolyteIsLeftOutAndTold() {
		final VoxelGrid g = VoxelGrid.of(12, 12, 20, .1, .1, .1);
		final ByteVolume v = Bodies.draw(g, (x, y, z) -> {
			final double m = Math.max(Math.abs(x - .6), Math.max(Math.abs(y - .6), Math.abs(z - 1)));
			return m < .2 ? 0 : m < .3 ? 2 : 0;
		});
		final FieldSolution s = FieldSolver.solve(FieldProblem.on(v).conductor(0, 1).insulator(2).electrode(ElectrodeFace.Z_MINUS, 0)
			.counter(Counter.flux(ElectrodeFace.Z_PLUS, 1)), Progress.NONE);
		assertEquals(64, s.isolatedVoxels());
		assertTrue(s.remarks().get(0).startsWith("64 conducting voxels in 1 regions"), s.remarks().toString());
		assertTrue(Double.isNaN(s.potentialV(6, 6, 10)));
		assertFalse(Double.isNaN(s.potentialV(0, 0, 10)));
	}

	@Test
	void cancelIsSeen() {
		final VoxelGrid g = VoxelGrid.of(40, 40, 40, .1, .1, .1);
		final AtomicInteger asked = new AtomicInteger();
		final Progress p = new Progress() {

			@Override
			public void report(final double fraction, final String stage) {
				assertTrue(fraction >= 0 && fraction <= 1, stage);
			}

			@Override
			public boolean cancelled() {
				return asked.incrementAndGet() > 9;
			}
		};
		Assertions.assertThrows(CancellationException.class, () -> FieldSolver.solve(problem(Bodies.draw(g, FieldLawsTest::pores),
			ElectrodeFace.Z_MINUS), p));
	}
}
