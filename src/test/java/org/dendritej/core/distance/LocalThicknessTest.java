// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.distance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Compares local thickness with its definition, and the definition with plates of known thickness. */
class LocalThicknessTest {

	private static final double[][] EDGES = { { 1, 1, 1 }, { 1, 1, 2.5 }, { 0.04, 0.04, 0.1 }, { 0.7, 1.3, 0.31 },
		{ 1, 1, 25 }, { 3, 1, 1 } };

	@Test
	void equalsDefinitionOnSeededVolumes() {
		for (int seed = 0; seed < 240; seed++) {
			final Random random = new Random(seed);
			final double[] e = EDGES[seed % EDGES.length];
			final VoxelGrid grid = VoxelGrid.of(1 + random.nextInt(11), 1 + random.nextInt(9), 1 + random.nextInt(8), e[0],
				e[1], e[2]);
			final byte[][] planes = seed % 2 == 0 ? noise(random, grid) : blobs(random, grid);
			planes[random.nextInt(grid.nz())][random.nextInt(grid.planeSize())] = 0;
			compare(grid, planes, random.nextBoolean(), seed);
		}
	}

	private static void compare(final VoxelGrid grid, final byte[][] planes, final boolean border, final int seed) {
		final double[][] truth = new BruteThickness(grid, planes, border).map();
		final float[][] found = LocalThickness.diameterUm(new Phase(ByteVolume.of(grid, planes), 1), border, 1 + seed % 3,
			Progress.NONE);
		for (int z = 0; z < grid.nz(); z++)
			for (int i = 0; i < grid.planeSize(); i++) {
				assertEquals(planes[z][i] == 1, found[z][i] > 0, "seed " + seed + " " + grid + " at " + i + "," + z + " found " + found[z][i] + " truth " + truth[z][i]);
				assertEquals(truth[z][i], found[z][i], 1e-5 * truth[z][i], "seed " + seed + " " + grid + " at " + i + "," + z);
			}
	}

	@Test
	void plateOfKVoxelsMeasuresKAlongEveryAxis() {
		for (final double[] e : EDGES)
			for (int axis = 0; axis < 3; axis++)
				for (int k = 1; k <= 10; k++) {
					final int[] size = { 14, 14, 14 };
					size[axis] = k + 6;
					final VoxelGrid grid = VoxelGrid.of(size[0], size[1], size[2], e[0], e[1], e[2]);
					final byte[][] planes = new byte[grid.nz()][grid.planeSize()];
					for (int z = 0; z < grid.nz(); z++)
						for (int i = 0; i < grid.planeSize(); i++) {
							final int at = axis == 0 ? i % grid.nx() : axis == 1 ? i / grid.nx() : z;
							planes[z][i] = (byte) (at >= 3 && at < 3 + k ? 1 : 0);
						}
					final float[][] t = LocalThickness.diameterUm(new Phase(ByteVolume.of(grid, planes), 1), false, 1,
						Progress.NONE);
					for (int z = 0; z < grid.nz(); z++)
						for (int i = 0; i < grid.planeSize(); i++)
							assertEquals(planes[z][i] * k * e[axis], t[z][i], 1e-5 * k * e[axis]);
				}
	}

	@Test
	void tiltedPlatesAreWithinAFewPercent() {
		final double[] widths = { 2, 3, 4, 5, 6, 8 };
		for (final double w : widths) {
			final Random random = new Random(11);
			double sum = 0;
			final int n = 12;
			for (int i = 0; i < n; i++)
				sum += Plates.meanInside(Plates.random(random, (int) w + 22, w, 1), (int) (w / 2) + 5);
			assertTrue(Math.abs(sum / n - w) < 0.06 * w, "mean thickness of tilted plates of " + w + " is " + sum / n);
		}
	}

	@Test
	void threadsChangeNothing() {
		final Random random = new Random(5);
		final VoxelGrid grid = VoxelGrid.of(70, 41, 37, 0.04, 0.04, 0.1);
		final Phase phase = new Phase(ByteVolume.of(grid, blobs(random, grid)), 1);
		final float[][] one = LocalThickness.diameterUm(phase, false, 1, Progress.NONE);
		for (int threads = 2; threads <= 4; threads++)
			assertArrayEquals(one, LocalThickness.diameterUm(phase, false, threads, Progress.NONE));
	}

	@Test
	void largeBallEqualsDefinitionAtItsCentre() {
		// Larger than the table of row lengths: a ball of 20 voxels' radius is painted whole and alone.
		final VoxelGrid grid = VoxelGrid.of(47, 47, 47, 1, 1, 1);
		final byte[][] planes = new byte[47][47 * 47];
		for (int z = 0; z < 47; z++)
			for (int i = 0; i < 47 * 47; i++)
				if (Math.pow(z - 23, 2) + Math.pow(i % 47 - 23, 2) + Math.pow(i / 47 - 23, 2) < 400) planes[z][i] = 1;
		final float[][] t = LocalThickness.diameterUm(new Phase(ByteVolume.of(grid, planes), 1), false, 2, Progress.NONE);
		for (int z = 0; z < 47; z++)
			for (int i = 0; i < 47 * 47; i++)
				if (planes[z][i] == 1) assertEquals(t[23][23 + 47 * 23], t[z][i], 0.01);
		// The voxels nearer than 20 end, on average over directions, half a voxel edge or less before 20.
		assertEquals(40, t[23][23 + 47 * 23], 1);
	}

	@Test
	void unboundedPhaseIsNotMeasured() {
		final VoxelGrid grid = VoxelGrid.of(9, 9, 3, 1, 1, 1);
		final Phase phase = new Phase(ByteVolume.of(grid, new byte[3][81]), 0);
		for (final float[] p : LocalThickness.diameterUm(phase, false, 1, Progress.NONE))
			for (final float v : p)
				assertTrue(Float.isNaN(v));
		final float[][] closed = LocalThickness.diameterUm(phase, true, 1, Progress.NONE);
		assertEquals(3, closed[1][40], 1e-5);
	}

	@Test
	void distancesOfAnotherVolumeAreRefused() {
		final Phase phase = new Phase(ByteVolume.of(VoxelGrid.of(2, 2, 2, 1, 1, 1), new byte[2][4]), 0);
		assertThrows(IllegalArgumentException.class, () -> LocalThickness.fromSquared(phase, new float[1][4], false, 1,
			Progress.NONE));
	}

	private static byte[][] noise(final Random random, final VoxelGrid grid) {
		final double share = 0.5 + 0.5 * random.nextDouble();
		final byte[][] planes = new byte[grid.nz()][grid.planeSize()];
		for (final byte[] p : planes)
			for (int i = 0; i < p.length; i++)
				p[i] = (byte) (random.nextDouble() < share ? 1 : 0);
		return planes;
	}

	private static byte[][] blobs(final Random random, final VoxelGrid g) {
		final byte[][] planes = new byte[g.nz()][g.planeSize()];
		for (int b = 0; b < 5; b++) {
			final double cx = random.nextDouble() * g.nx(), cy = random.nextDouble() * g.ny(), cz = random.nextDouble() * g.nz();
			final double r = 1 + 4 * random.nextDouble();
			for (int z = 0; z < g.nz(); z++)
				for (int i = 0; i < g.planeSize(); i++)
					if (Math.hypot(Math.hypot(i % g.nx() - cx, i / g.nx() - cy), z - cz) < r) planes[z][i] = 1;
		}
		return planes;
	}
}
