// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app.bench;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The benchmark runs the command and finds what it drew; times are printed, not judged. */
class SpallBenchTest {

	@Test
	void findsWhatItDrew() {
		final String line = SpallBench.run(2050);
		assertTrue(line.contains("2050 x 2050 pixels") && line.contains("1 rims found of 1 drawn") && line.contains("of processor time"), line);
	}
}
