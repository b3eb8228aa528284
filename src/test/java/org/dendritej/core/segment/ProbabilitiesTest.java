// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Probability maps, hysteresis, the interval and pore backs against plain loops. */
class ProbabilitiesTest {

	private static final VoxelGrid GRID = VoxelGrid.of(14, 11, 9, 0.04, 0.05, 0.1);

	private static FloatVolume constant(final float v) {
		final float[][] p = new float[GRID.nz()][GRID.planeSize()];
		for (final float[] q : p)
			java.util.Arrays.fill(q, v);
		return FloatVolume.of(GRID, p);
	}

	@Test
	void theMostProbableClassWinsAndSumsMustBeOne() {
		final Random r = new Random(1);
		final float[][][] m = new float[3][GRID.nz()][GRID.planeSize()];
		for (int z = 0; z < GRID.nz(); z++)
			for (int i = 0; i < GRID.planeSize(); i++) {
				final float a = r.nextFloat(), b = r.nextFloat() * (1 - a);
				m[0][z][i] = a;
				m[1][z][i] = b;
				m[2][z][i] = 1 - a - b;
			}
		final List<FloatVolume> maps = List.of(FloatVolume.of(GRID, m[0]), FloatVolume.of(GRID, m[1]), FloatVolume.of(GRID, m[2]));
		final var c = Probabilities.classes(maps, new int[] { 0, 1, 2 }, 2, Progress.NONE);
		for (int z = 0; z < GRID.nz(); z++)
			for (int i = 0; i < GRID.planeSize(); i++)
				for (int k = 0; k < 3; k++)
					assertTrue(m[c.plane(z)[i]][z][i] >= m[k][z][i]);
		assertTrue(assertThrows(IllegalArgumentException.class, () -> Probabilities.classes(List.of(constant(0.5f), constant(0.4f)), new int[] { 0, 1 }, 1,
			Progress.NONE)).getMessage().contains("sum to"));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> Probabilities.classes(List.of(constant(255), constant(0)), new int[] { 0, 1 }, 1,
			Progress.NONE)).getMessage().contains("between 0 and 1"));
	}

	@Test
	void chancesAreThoseOfTheNormalDistribution() {
		assertEquals(0.5, Probabilities.below(constant(100), 100, 6, 1, Progress.NONE).plane(0)[0], 1e-6);
		assertEquals(0.8413447, Probabilities.below(constant(94), 100, 6, 1, Progress.NONE).plane(0)[0], 1e-4);
		assertEquals(0.0227501, Probabilities.below(constant(112), 100, 6, 1, Progress.NONE).plane(0)[0], 1e-4);
	}

	@Test
	void weakVoxelsStayOnlyWithAStrongOne() {
		final float[][] p = new float[GRID.nz()][GRID.planeSize()];
		for (final float[] q : p)
			java.util.Arrays.fill(q, 170);
		for (int x = 2; x < 12; x++)
			p[4][5 * 14 + x] = x == 3 ? 40 : 100;
		for (int x = 2; x < 12; x++)
			p[7][8 * 14 + x] = 100;
		final var v = Hysteresis.below(FloatVolume.of(GRID, p), 60, 120, 2, Progress.NONE);
		int n = 0;
		for (int z = 0; z < GRID.nz(); z++)
			for (final byte b : v.volume().plane(z))
				n += b;
		assertEquals(10, n);
		assertThrows(IllegalArgumentException.class, () -> Hysteresis.below(FloatVolume.of(GRID, p), 120, 60, 1, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> Hysteresis.below(FloatVolume.of(GRID, p), 10, 120, 1, Progress.NONE));
	}

	/** A square pore whose last three slices shine at 120, above the threshold of 105. */
	@Test
	void shiningBackWallsStayVoid() {
		final float[][] p = new float[GRID.nz()][GRID.planeSize()];
		for (int z = 0; z < GRID.nz(); z++)
			for (int i = 0; i < GRID.planeSize(); i++) {
				final int x = i % 14, y = i / 14;
				final boolean pore = x >= 4 && x < 9 && y >= 3 && y < 8 && z >= 2 && z < 7;
				p[z][i] = !pore ? 170 : z < 4 ? 40 : 120;
			}
		final FloatVolume g = FloatVolume.of(GRID, p);
		final HalfContrast h = new HalfContrast(105, 170, 40, 4);
		final var plain = Thresholded.below(g, 105, 1, Progress.NONE);
		assertEquals(50, count(plain));
		assertEquals(125, count(PoreBacks.filled(g, plain, h, 0.8, true, Progress.NONE)));
		assertEquals(50, count(PoreBacks.filled(g, plain, h, 0.8, false, Progress.NONE)), "seen from behind nothing is added");
		assertThrows(IllegalArgumentException.class, () -> PoreBacks.filled(g, plain, h, 0.4, true, Progress.NONE));
	}

	private static int count(final org.dendritej.core.geom.Phase v) {
		int n = 0;
		for (int z = 0; z < GRID.nz(); z++)
			for (final byte b : v.volume().plane(z))
				n += b;
		return n;
	}

	@Test
	void theIntervalIsInOrder() {
		final ThresholdRange r = ThresholdRange.of(new HalfContrast(105, 170, 40, 6));
		assertEquals(92, r.low(), 1e-9);
		assertEquals(118, r.high(), 1e-9);
		assertThrows(IllegalArgumentException.class, () -> new ThresholdRange(5, 5, 6));
	}
}
