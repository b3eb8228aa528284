// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app.bench;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

/** The bench solves what it times, and its iterations do not grow with the grid. */
class FieldBenchTest {

	private static int iterations(final String line) {
		final Matcher m = Pattern.compile(": (\\d+) iterations to \\d").matcher(line);
		assertTrue(m.find(), line);
		return Integer.parseInt(m.group(1));
	}

	@Test
	void iterationsStayLow() {
		for (final int n : new int[] { 16, 32, 48, 96 }) {
			final String line = FieldBench.run(n);
			assertTrue(iterations(line) <= 14, line);
			assertTrue(line.contains("bytes per voxel"), line);
		}
		assertTrue(iterations(FieldBench.run(64, 64, 26, .04, .04, .1, 1)) <= 14);
	}

	@Test
	void refusesSizesThatSayNothing() {
		assertThrows(IllegalArgumentException.class, () -> FieldBench.run(8));
		assertThrows(IllegalArgumentException.class, () -> FieldBench.run(2000));
	}

	@Test
	void theWholeCommandIsTimedByStage() {
		final String line = CurrentBench.run(20);
		assertTrue(line.matches("current 20x30x50: labels .* s, field and currents .* s, images and files .* s, together .* s; \\d+ iterations; .* looks at Cancel"), line);
		assertThrows(IllegalArgumentException.class, () -> CurrentBench.run(2000));
	}

	/** Flat voxels take no more memory and no more iterations than cubes. */
	@Test
	void flatVoxelsCostNoMore() {
		for (final double[] e : new double[][] { { .2, .2, .02 }, { .2, .02, .2 }, { .02, .2, .2 }, { .04, .04, .025 } }) {
			final String line = FieldBench.run(48, 48, 64, e[0], e[1], e[2], 1);
			assertTrue(iterations(line) <= 16, line);
			final Matcher m = Pattern.compile("([\\d.]+) bytes per voxel").matcher(line);
			assertTrue(m.find() && Double.parseDouble(m.group(1)) < 40, line);
		}
	}
}
