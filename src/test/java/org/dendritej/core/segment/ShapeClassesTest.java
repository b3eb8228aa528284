// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.Components;
import org.dendritej.core.label.Connectivity;
import org.dendritej.core.label.Labels;
import org.dendritej.core.phantom.Rendering;
import org.dendritej.core.phantom.Specimen;
import org.dendritej.core.phantom.SpecimenOptions;
import org.dendritej.core.phantom.Specimens;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Pores, cracks, and pores with cracks get the classes that they were drawn as. */
class ShapeClassesTest {

	private static final VoxelGrid GRID = VoxelGrid.of(90, 70, 40, 0.04, 0.04, 0.1);

	private static ByteVolume classes(final Drawn.Body b) {
		return ShapeClasses.of(Drawn.phase(GRID, b), 3, 2, Progress.NONE);
	}

	private static long[] counts(final ByteVolume v) {
		final long[] n = new long[3];
		for (int z = 0; z < v.grid().nz(); z++)
			for (final byte b : v.plane(z))
				n[b]++;
		return n;
	}

	@Test
	void ballsArePores() {
		final long[] n = counts(classes((x, y, z) -> Math.hypot(Math.hypot(x - 1.8, y - 1.4), z - 2) < 0.7));
		assertEquals(0, n[2], "crack voxels of a ball");
		assertEquals(4 / 3.0 * Math.PI * 0.343 / GRID.voxelVolumeUm3(), n[1], 0.02 * n[1]);
	}

	@Test
	void slitsAndRodsAreCracks() {
		assertEquals(0, counts(classes((x, y, z) -> Math.abs(y - 1.4) < 0.1 && Math.abs(x - 1.8) < 1 && Math.abs(z - 2) < 0.8))[1], "pore voxels of a slit");
		assertEquals(0, counts(classes((x, y, z) -> Math.hypot(y - 1.4, z - 2) < 0.25 && Math.abs(x - 1.8) < 1.4))[1], "pore voxels of a rod");
	}

	/** A rod of L:w on either side of the rule; the mean thickness of a round rod is near its diameter. */
	@Test
	void theRuleIsThreeToOne() {
		assertEquals(0, counts(classes((x, y, z) -> Math.hypot(y - 1.4, z - 2) < 0.3 && Math.abs(x - 1.8) < 0.6))[2], "2 : 1 is a pore");
		assertEquals(0, counts(classes((x, y, z) -> Math.hypot(y - 1.4, z - 2) < 0.3 && Math.abs(x - 1.8) < 1.2))[1], "4 : 1 is a crack");
	}

	@Test
	void aPoreWithACrackIsCutInTwo() {
		final Drawn.Body ball = (x, y, z) -> Math.hypot(Math.hypot(x - 1.8, y - 2), z - 2) < 0.6;
		final Drawn.Body slit = (x, y, z) -> Math.abs(x - 1.8) < 0.1 && y < 1.6 && Math.abs(z - 2) < 0.4;
		final ByteVolume seen = classes((x, y, z) -> ball.at(x, y, z) || slit.at(x, y, z));
		final ByteVolume truth = Drawn.mask(GRID, ball);
		for (int z = 0; z < GRID.nz(); z++)
			for (int i = 0; i < GRID.planeSize(); i++) {
				final var c = GRID.centreUm(i % GRID.nx(), i / GRID.nx(), z);
				if (truth.plane(z)[i] == 0 && slit.at(c.x(), c.y(), c.z())) truth.plane(z)[i] = 2;
			}
		assertTrue(Drawn.dice(truth, seen, 1) > 0.95, "pore " + Drawn.dice(truth, seen, 1));
		assertTrue(Drawn.dice(truth, seen, 2) > 0.8, "crack " + Drawn.dice(truth, seen, 2));
	}

	@Test
	void specimensKeepTheirClasses() {
		for (int seed = 1; seed <= 3; seed++) {
			final Specimen s = Specimens.make(SpecimenOptions.of(SpecimenOptions.Kind.ENDING).withBodies(4, 0.5, 2, 158).withLook(6, 0.025, seed));
			final ByteVolume truth = Rendering.classes(s, 2, Progress.NONE);
			final byte[][] voids = new byte[s.grid().nz()][s.grid().planeSize()];
			for (int z = 0; z < voids.length; z++)
				for (int i = 0; i < voids[z].length; i++)
					voids[z][i] = (byte) (truth.plane(z)[i] > 0 ? 1 : 0);
			final ByteVolume seen = ShapeClasses.of(new Phase(ByteVolume.of(s.grid(), voids), 1), 3, 2, Progress.NONE);
			assertTrue(Drawn.dice(truth, seen, 1) > 0.97, "pores " + Drawn.dice(truth, seen, 1));
			assertTrue(Drawn.dice(truth, seen, 2) > 0.7, "cracks " + Drawn.dice(truth, seen, 2));
		}
	}

	@Test
	void threadsChangeNothing() {
		final Phase p = Drawn.phase(GRID, (x, y, z) -> Math.sin(5 * x) + Math.cos(7 * y) + Math.sin(3 * z + x) > 1.6);
		final ByteVolume a = ShapeClasses.of(p, 3, 1, Progress.NONE), b = ShapeClasses.of(p, 3, 3, Progress.NONE);
		for (int z = 0; z < GRID.nz(); z++)
			assertArrayEquals(a.plane(z), b.plane(z));
	}

	@Test
	void aspectsThatNoCrackHasAreRefused() {
		final Phase p = Drawn.phase(GRID, (x, y, z) -> x > 1);
		for (final double a : new double[] { 0.5, -1, Double.NaN, 1e4 })
			assertTrue(assertThrows(IllegalArgumentException.class, () -> ShapeClasses.of(p, a, 1, Progress.NONE)).getMessage().contains("aspect="));
	}

	/** A box of n voxels has the second moment (n^2 edge^2)/12 about its middle: its length is its longest side. */
	@Test
	void lengthOfABoxIsItsLongestSide() {
		final Phase p = Drawn.phase(GRID, (x, y, z) -> Math.abs(x - 1.8) < 1 && Math.abs(y - 1.4) < 0.2 && Math.abs(z - 2) < 0.3);
		assertEquals(2, PrincipalLength.um(Components.label(p, Connectivity.SIX, 1, Progress.NONE).sums(), 1), 0.002);
	}

	/** Voids in their boxes get what each gets alone in the whole volume, voxel for voxel, whatever the threads. */
	@Test
	void boxesGiveWhatEachVoidGetsAlone() {
		final java.util.SplittableRandom random = new java.util.SplittableRandom(11);
		long cracks = 0, pores = 0, voids = 0;
		for (int trial = 0; trial < 200; trial++) {
			final VoxelGrid g = VoxelGrid.of(8 + random.nextInt(40), 8 + random.nextInt(40), 4 + random.nextInt(24), 0.04, 0.04, trial % 2 == 0 ? 0.04 : 0.1);
			final byte[][] v = new byte[g.nz()][g.planeSize()];
			for (int bodies = 1 + random.nextInt(12); bodies > 0; bodies--)
				body(v, g, random);
			final Phase p = new Phase(ByteVolume.of(g, v), 1);
			final Labels labels = Components.label(p, Connectivity.TWENTYSIX, 1, Progress.NONE);
			final byte[][] expected = new byte[g.nz()][g.planeSize()];
			for (int l = 1; l <= labels.count(); l++)
				alone(labels, l, expected);
			final ByteVolume boxes = ShapeClasses.of(p, 3, 1 + trial % 3, Progress.NONE);
			for (int z = 0; z < g.nz(); z++) {
				assertArrayEquals(expected[z], boxes.plane(z), "trial " + trial + ", slice " + z);
				for (final byte b : expected[z]) {
					if (b == 1) pores++;
					if (b == 2) cracks++;
				}
			}
			voids += labels.count();
		}
		assertTrue(voids > 500 && pores > 10_000 && cracks > 10_000, voids + " voids, " + pores + " pore and " + cracks + " crack voxels");
	}

	/** Classes of one void in the whole volume, all others taken out. */
	private static void alone(final Labels labels, final int label, final byte[][] into) {
		final VoxelGrid g = labels.grid();
		final byte[][] own = new byte[g.nz()][g.planeSize()];
		final int[] line = new int[g.planeSize()];
		for (int z = 0; z < g.nz(); z++) {
			labels.plane(z, line);
			for (int i = 0; i < line.length; i++)
				if (line[i] == label) own[z][i] = 1;
		}
		final byte[][] seen = VoidPieces.classes(new Phase(ByteVolume.of(g, own), 1), 3, 1, Progress.NONE);
		for (int z = 0; z < g.nz(); z++)
			for (int i = 0; i < line.length; i++)
				if (seen[z][i] > 0) into[z][i] = seen[z][i];
	}

	/** A random ellipsoid or rod, cut by the border as it comes. */
	private static void body(final byte[][] v, final VoxelGrid g, final java.util.SplittableRandom random) {
		final double cx = random.nextDouble(g.nx()), cy = random.nextDouble(g.ny()), cz = random.nextDouble(g.nz());
		final double ax = 1 + random.nextDouble(random.nextBoolean() ? 20 : 5), ay = 1 + random.nextDouble(5), az = 0.7 + random.nextDouble(4);
		for (int z = 0; z < g.nz(); z++)
			for (int y = 0; y < g.ny(); y++)
				for (int x = 0; x < g.nx(); x++)
					if (Math.pow((x - cx) / ax, 2) + Math.pow((y - cy) / ay, 2) + Math.pow((z - cz) / az, 2) < 1) v[z][y * g.nx() + x] = 1;
	}
}
