// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spheres under an electrode against the physics document's reference numbers (rows 13, 15, 16, 17, 18, 19, 22). */
class SphereArrayRowsTest {

	private static double top(final double r, final double d, final double s, final double h) {
		return h * Math.ceil((d + r + 1.2 * s) / h);
	}

	private static double alpha(final double r, final double d, final double s, final double h, final double lambda, final double factor) {
		return Bodies.alpha(Bodies.quarterCell(r, d, s, top(r, d, s, h), h, lambda, factor));
	}

	/** The image series of an isolated sphere below a plane (equation 9). */
	private static double isolated(final double r, final double d) {
		double q = r, z = d, sum = 0;
		for (int n = 0; n < 200; n++) {
			sum += q * z;
			q *= r / (d + z);
			z = d - r * r / (d + z);
		}
		return 4 * Math.PI * sum;
	}

	/** Row 13: the series itself, then a sparse array, whose neighbours take 2.5 % (3b.3: 43.7546 at s = 20). */
	@Test
	void row13IsolatedSphere() {
		assertEquals(178.114296, isolated(2.3, 4.8), 1e-6 * 178);
		assertEquals(14.309314, isolated(.5, 2), 1e-6 * 14.3);
		assertEquals(44.859115, isolated(1, 3), 1e-6 * 44.9);
		assertEquals(43.7546, alpha(1, 3, 20, .125, 0, 1), .02 * 43.7546);
		assertEquals(isolated(1, 3), alpha(1, 3, 40, .25, 0, 1), .04 * isolated(1, 3));
	}

	@ParameterizedTest
	@CsvSource({ "2.3, 4.8, 10, 0.25, 85.728, 0.02", "2.3, 4.8, 10, 0.5, 85.728, 0.04", "0.5, 2, 22, 0.125, 14.252, 0.04",
		"1, 3, 10, 0.125, 37.912, 0.02", "1, 3, 10, 0.25, 37.912, 0.04" })
	void row15PeriodicArray(final double r, final double d, final double s, final double h, final double expected, final double tol) {
		assertEquals(expected, alpha(r, d, s, h, 0, 1), tol * expected);
	}

	@Tag("long")
	@ParameterizedTest
	@CsvSource({ "0.5, 2, 22, 0.0625, 14.252", "1, 3, 10, 0.0625, 37.912", "2.3, 4.8, 10, 0.0625, 85.728" })
	void row15FinerGrids(final double r, final double d, final double s, final double h, final double expected) {
		assertEquals(expected, alpha(r, d, s, h, 0, 1), .02 * expected);
	}

	/** Row 16: the very same discretisation, solved by another program. */
	@ParameterizedTest
	@CsvSource({ "2.3, 4.8, 19, 0.5, 85.7134866", "2.3, 4.8, 19, 0.25, 85.9803183", "1, 3, 16, 0.25, 38.5946801",
		"1, 3, 16, 0.5, 36.7130191" })
	void row16VoxelRegression(final double r, final double d, final double height, final double h, final double expected) {
		assertEquals(expected, Bodies.alpha(Bodies.quarterCell(r, d, 10, height, h, 0, 1).tolerance(1e-9)), 1e-6 * expected);
	}

	@Test
	void row17Conservation() {
		for (final double lambda : new double[] { 0, 1, 1e6 }) {
			final CollectedCurrents c = FieldSolver.solve(Bodies.quarterCell(2.3, 4.8, 10, 19, .25, lambda, 1.5), Progress.NONE).currents(null);
			assertEquals(1, (c.electrodeUa() + c.of(0).currentUa()) / (25 * FieldSides.MA_CM2), 1e-6);
			assertEquals(25, c.counterAreaUm2(), 1e-9);
			assertEquals(0, c.imbalance(), 1e-6);
		}
	}

	/** Row 18: with slow kinetics the current follows the area; voxel faces have 1.5 times the sphere's. */
	@ParameterizedTest
	@CsvSource({ "2.3, 4.8, 10, 0.25, 39.931", "0.5, 2, 22, 0.125, 3.1213", "1, 3, 10, 0.125, 11.164" })
	void row18KineticLimit(final double r, final double d, final double s, final double h, final double expected) {
		final double area = 4 * Math.PI * r * r;
		assertEquals(expected, area * s * s / (s * s + area), 1e-3 * expected);
		assertEquals(expected, alpha(r, d, s, h, 1e6, 1.5), .04 * expected);
	}

	@ParameterizedTest
	@CsvSource({ "1, 1.5, 73.9", "100, 1.5, 41.1", "1, 1, 78.2", "100, 1, 51.1" })
	void row19AreaCorrection(final double lambda, final double factor, final double expected) {
		assertEquals(expected, alpha(2.3, 4.8, 10, .125, lambda, factor), (factor == 1 ? .005 : .02) * expected);
	}

	@Test
	void row22Trends() {
		double last = 0;
		for (final double l : new double[] { .5, 1, 2, 3.5, 5 }) {
			final double a = alpha(2.3, l + 2.3, 10, .25, 0, 1);
			assertTrue(a > last, "deeper pores collect more");
			last = a;
		}
		last = 0;
		for (final double s : new double[] { 5, 7, 10, 16, 22 }) {
			final double a = alpha(2.3, 4.8, s, .25, 0, 1);
			assertTrue(a > last, "neighbours take current away");
			last = a;
		}
		last = 0;
		for (final double r : new double[] { .5, 1, 1.5, 2.3 }) {
			final double a = alpha(r, 4.8, 10, .25, 0, 1);
			assertTrue(a > last, "larger pores collect more");
			last = a;
		}
	}
}
