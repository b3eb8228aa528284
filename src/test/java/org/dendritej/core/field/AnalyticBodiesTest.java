// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Textbook solutions of Laplace's equation, with the observed order of convergence where voxels cannot be exact. */
class AnalyticBodiesTest {

	private static FieldSolution solve(final FieldProblem p) {
		return FieldSolver.solve(p.tolerance(1e-8), Progress.NONE);
	}

	/** phi = j z / sigma + j r_int, for any voxel shape. */
	@Test
	void twoPlates() {
		final VoxelGrid g = VoxelGrid.of(5, 4, 33, .04, .07, .1);
		final FieldSolution s = solve(FieldProblem.on(Bodies.draw(g, (x, y, z) -> 0)).conductor(0, .2).electrode(ElectrodeFace.Z_MINUS, 3)
			.counter(Counter.flux(ElectrodeFace.Z_PLUS, 2)));
		for (int k = 0; k < 33; k++)
			assertEquals(2e-5 * ((k + .5) * .1 / .2 + 300), s.potentialV(3, 1, k), 1e-7 * 2e-5 * 316);
		assertEquals(2, s.currentDensity().plane(17)[6], 1e-6);
		assertEquals(-2, s.fluxMaCm2(2, 1, 1, 20, true), 1e-6);
		assertEquals(0, s.fluxMaCm2(0, 1, 1, 20, true), 1e-6);
	}

	@Test
	void layersInSeriesAndParallel() {
		final VoxelGrid g = VoxelGrid.of(12, 6, 30, .1, .05, .2);
		for (final boolean series : new boolean[] { true, false }) {
			final FieldSolution s = solve(FieldProblem.on(Bodies.draw(g, (x, y, z) -> series ? z < 2 ? 1 : 0 : x < .4 ? 1 : 0)).conductor(0, .1)
				.conductor(1, 5).electrode(ElectrodeFace.Z_MINUS, 0).counter(Counter.plane(ElectrodeFace.Z_PLUS, 0, 1)));
			final double area = 1.2 * .3;
			final double expected = series ? area / (2 / 5. + 4 / .1) : .3 * (.4 * 5 + .8 * .1) / 6;
			assertEquals(expected, s.currents(null).totalUa(), 1e-6 * expected);
		}
	}

	/** A quarter of a coaxial pair of cylinders, radii 1 and 4: I = sigma L (pi/2) / ln 4 per volt. */
	private static double coaxialError(final double h) {
		final int n = (int) Math.round(4.5 / h);
		final VoxelGrid g = VoxelGrid.of(n, n, 1, h, h, 1);
		final FieldSolution s = solve(FieldProblem.on(Bodies.draw(g, (x, y, z) -> Math.hypot(x, y) < 1 ? 1 : Math.hypot(x, y) > 4 ? 5 : 0))
			.conductor(0, 1).metal(1).counterMetal(5).counter(Counter.image(1)));
		return s.currents(null).totalUa() / (Math.PI / 2 / Math.log(4)) - 1;
	}

	@Test
	void coaxialCylinders() {
		final double[] e = meanErrors(AnalyticBodiesTest::coaxialError, .1, 5);
		order("coaxial", e, .8);
		assertEquals(0, e[4], .005);
	}

	private interface Error {
		double at(double h);
	}

	/** Mean of |error| over a few nearby voxel sizes: stair-steps make single values jump. */
	private static double[] meanErrors(final Error error, final double h0, final int n) {
		final double[] e = new double[n];
		double h = h0;
		for (int m = 0; m < n; m++, h /= 2)
			for (final double f : new double[] { 1, .93, .86, .79 })
				e[m] += Math.abs(error.at(h * f)) / 4;
		return e;
	}

	/** Least-squares slope of ln error against ln h. */
	private static void order(final String what, final double[] e, final double least) {
		double sxy = 0, sxx = 0;
		final double mid = (e.length - 1) / 2.;
		for (int m = 0; m < e.length; m++) {
			sxy += (m - mid) * Math.log(e[m]);
			sxx += (m - mid) * (m - mid);
		}
		final double order = -sxy / sxx / Math.log(2);
		assertTrue(order > least, what + ": order " + order + " of " + java.util.Arrays.toString(e));
	}

	/**
	 * A conducting or insulating ball in a uniform field: an eighth of a periodic box with walls far off. The dipole of a
	 * periodic cube lattice is known (Maxwell, exact to O(f^(10/3))): sigma_eff = 1 + 3 f / (1/chi - f), chi = +1 or -1/2.
	 */
	private static double ballError(final double h, final boolean metallic) {
		final double r = 1, half = 2.4;
		final int n = (int) Math.round(half / h);
		final double edge = half / n;
		final VoxelGrid g = VoxelGrid.of(n, n, n, edge, edge, edge);
		final FieldProblem p = FieldProblem.on(Bodies.draw(g, (x, y, z) -> Bodies.inBall(x, y, z, 0, 0, 0, r) ? 1 : 0)).conductor(0, 1)
			.electrode(ElectrodeFace.Z_MINUS, 0).counter(Counter.plane(ElectrodeFace.Z_PLUS, 0, 1));
		if (metallic) p.metal(1);
		else p.insulator(1);
		final double got = solve(p).currents(null).totalUa() / half;
		final double f = 4 * Math.PI / 3 / Math.pow(2 * half, 3), chi = metallic ? 1 : -.5;
		final double exact = 1 + 3 * f / (1 / chi - f);
		return (got - 1) / (exact - 1) - 1;
	}

	@Test
	void balls() {
		for (final boolean metallic : new boolean[] { true, false }) {
			final double[] e = meanErrors(h -> ballError(h, metallic), .24, 3);
			order(metallic ? "conducting ball, dipole" : "insulating ball, dipole", e, .7);
			assertEquals(0, e[2], .04);
		}
	}

	@Tag("long")
	@Test
	void ballsOnFinerGrids() {
		for (final boolean metallic : new boolean[] { true, false }) {
			final double[] e = meanErrors(h -> ballError(h, metallic), .24, 4);
			order(metallic ? "conducting ball, dipole" : "insulating ball, dipole", e, .7);
			assertEquals(0, e[3], .02);
		}
	}

	/**
	 * A conducting prolate spheroid, axes 2:1 along the field, far from walls: dipole f / N, N the depolarisation
	 * factor; voxels 2 : 1 along the axis make it a voxel ball, which anisotropic voxels must not notice.
	 */
	private static double spheroidError(final double h) {
		final double a = 1, c = 2, half = 6, halfZ = 12;
		final int n = (int) Math.round(half / h);
		final VoxelGrid g = VoxelGrid.of(n, n, n, half / n, half / n, halfZ / n);
		final FieldSolution s = solve(FieldProblem.on(Bodies.draw(g, (x, y, z) -> (x * x + y * y) / (a * a) + z * z / (c * c) < 1 ? 1 : 0))
			.conductor(0, 1).metal(1).electrode(ElectrodeFace.Z_MINUS, 0).counter(Counter.plane(ElectrodeFace.Z_PLUS, 0, 1)));
		final double got = s.currents(null).totalUa() / (half * half / halfZ) - 1;
		final double ecc = Math.sqrt(1 - a * a / (c * c));
		final double nz = (1 - ecc * ecc) / (ecc * ecc * ecc) * (Math.log((1 + ecc) / (1 - ecc)) / 2 - ecc);
		final double f = 4 * Math.PI / 3 * a * a * c / (8 * half * half * halfZ);
		return got / (f / nz) - 1;
	}

	@Test
	void conductingSpheroid() {
		assertEquals(0, spheroidError(.1), .02);
	}
}
