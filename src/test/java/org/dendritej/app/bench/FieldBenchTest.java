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
}
