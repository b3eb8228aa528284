// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.distance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.concurrent.CancellationException;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compares the distance transform with every pair of voxels. */
class EuclideanDistanceTest {

	private static final double[][] EDGES = { { 1, 1, 1 }, { 1, 1, 2.5 }, { 1, 1, 25 }, { 0.04, 0.04, 0.1 },
		{ 0.7, 1.3, 0.31 }, { 25, 1, 1 }, { 1, 3, 1 }, { 0.1, 0.1, 0.1 } };

	@Test
	void equalsBruteForceOnSeededVolumes() {
		seeded(0, 320, 9, 8, 7);
	}

	@Test
	@Tag("long")
	void equalsBruteForceOnLargerSeededVolumes() {
		seeded(400, 800, 13, 11, 9);
	}

	private static void seeded(final int from, final int to, final int nx, final int ny, final int nz) {
		for (int seed = from; seed < to; seed++) {
			final Random random = new Random(seed);
			final double[] e = EDGES[seed % EDGES.length];
			final VoxelGrid grid = VoxelGrid.of(1 + random.nextInt(nx), 1 + random.nextInt(ny), 1 + random.nextInt(nz), e[0],
				e[1], e[2]);
			check(grid, randomPlanes(random, grid, new double[] { 0, 0.02, 0.2, 0.5, 0.9, 0.99, 1 }[random.nextInt(7)]), seed);
		}
	}

	@Test
	void equalsBruteForceOnLongLines() {
		// Long enough for the envelope behind the bounded search, and wider than one block.
		lines(new int[][] { { 300, 1, 1 }, { 1, 300, 1 }, { 1, 1, 300 }, { 3, 200, 2 }, { 2, 65, 3 }, { 5, 65, 5 }, { 3, 2,
			130 }, { 66, 2, 3 } }, 24);
	}

	@Test
	@Tag("long")
	void equalsBruteForceOnPlates() {
		lines(new int[][] { { 140, 2, 180 }, { 131, 90, 2 }, { 2, 66, 129 }, { 5, 5, 130 } }, 24);
	}

	private static void lines(final int[][] sizes, final int cases) {
		for (int seed = 0; seed < cases; seed++) {
			final Random random = new Random(1000 + seed);
			final int[] s = sizes[seed % sizes.length];
			final double[] e = EDGES[random.nextInt(EDGES.length)];
			final VoxelGrid grid = VoxelGrid.of(s[0], s[1], s[2], e[0], e[1], e[2]);
			check(grid, randomPlanes(random, grid, seed % 3 == 0 ? 1 : 1 - Math.pow(10, -1 - 3 * random.nextDouble())), seed);
		}
	}

	@Test
	void threadsChangeNothing() {
		final Random random = new Random(7);
		final VoxelGrid grid = VoxelGrid.of(150, 33, 41, 0.04, 0.04, 0.1);
		final Phase phase = new Phase(ByteVolume.of(grid, randomPlanes(random, grid, 0.995)), 1);
		final float[][] one = EuclideanDistance.squared(phase, false, 1, Progress.NONE);
		for (int threads = 2; threads <= 5; threads++)
			assertArrayEquals(one, EuclideanDistance.squared(phase, false, threads, Progress.NONE));
	}

	@Test
	void stopsWhenCancelled() {
		final VoxelGrid grid = VoxelGrid.of(8, 8, 8, 1, 1, 1);
		final Progress cancelled = new Progress() {

			@Override
			public void report(final double fraction, final String stage) {
				// not looked at
			}

			@Override
			public boolean cancelled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> EuclideanDistance.squared(new Phase(ByteVolume.of(grid,
			new byte[8][64]), 0), true, 2, cancelled));
	}

	private static byte[][] randomPlanes(final Random random, final VoxelGrid grid, final double share) {
		final byte[][] planes = new byte[grid.nz()][grid.planeSize()];
		for (final byte[] p : planes)
			for (int i = 0; i < p.length; i++)
				p[i] = (byte) (random.nextDouble() < share ? 1 : random.nextBoolean() ? 0 : 200);
		return planes;
	}

	private static void check(final VoxelGrid grid, final byte[][] planes, final int seed) {
		final Phase phase = new Phase(ByteVolume.of(grid, planes), 1);
		final boolean[] sides = { false, true };
		for (final boolean border : sides)
			compare(grid, brute(grid, planes, true, border), EuclideanDistance.squared(phase, border, 1 + seed % 3,
				Progress.NONE), seed);
		compare(grid, brute(grid, planes, false, false), EuclideanDistance.squaredOutside(phase, 1 + seed % 3,
			Progress.NONE), seed);
	}

	private static void compare(final VoxelGrid grid, final double[][] truth, final float[][] found, final int seed) {
		for (int z = 0; z < grid.nz(); z++)
			for (int i = 0; i < grid.planeSize(); i++)
				assertEquals(truth[z][i], found[z][i], 4 * Math.ulp((float) truth[z][i]), () -> "seed " + seed + " " + grid);
	}

	/** Nearest target by trying all of them, including the ring outside the image if it counts. */
	private static double[][] brute(final VoxelGrid g, final byte[][] planes, final boolean inside, final boolean border) {
		final int ring = border ? 1 : 0;
		final double[] tx = new double[(g.nx() + 2) * (g.ny() + 2) * (g.nz() + 2)], ty = tx.clone(), tz = tx.clone();
		int n = 0;
		for (int z = -ring; z < g.nz() + ring; z++)
			for (int y = -ring; y < g.ny() + ring; y++)
				for (int x = -ring; x < g.nx() + ring; x++) {
					final boolean out = x < 0 || y < 0 || z < 0 || x >= g.nx() || y >= g.ny() || z >= g.nz();
					if (!out && (planes[z][x + g.nx() * y] == 1) == inside) continue;
					tx[n] = x * g.dxUm();
					ty[n] = y * g.dyUm();
					tz[n++] = z * g.dzUm();
				}
		final double[][] d = new double[g.nz()][g.planeSize()];
		for (int z = 0; z < g.nz(); z++)
			for (int y = 0; y < g.ny(); y++)
				for (int x = 0; x < g.nx(); x++) {
					final int i = x + g.nx() * y;
					if ((planes[z][i] == 1) != inside) continue;
					double best = Double.POSITIVE_INFINITY;
					for (int t = 0; t < n; t++) {
						final double a = tx[t] - x * g.dxUm(), b = ty[t] - y * g.dyUm(), c = tz[t] - z * g.dzUm();
						best = Math.min(best, a * a + b * b + c * c);
					}
					d[z][i] = best;
				}
		return d;
	}
}
