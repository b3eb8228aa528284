// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spheres under an electrode against the physics document's reference numbers (rows 13, 15, 16, 18, 19, 20, 21, 22). */
class SphereArrayRowsTest {

	/** Row 16: the very same discretisation, solved by another program. */
	@ParameterizedTest
	@CsvSource({ "2.3, 4.8, 19, 0.5, 85.7134866", "2.3, 4.8, 19, 0.25, 85.9803183", "1, 3, 16, 0.25, 38.5946801",
		"1, 3, 16, 0.5, 36.7130191" })
	void row16VoxelRegression(final double r, final double d, final double height, final double h, final double expected) {
		assertEquals(expected, Bodies.alpha(Bodies.quarterCell(r, d, 10, height, h, 0, 1).tolerance(1e-9)), 1e-6 * expected);
	}
}
