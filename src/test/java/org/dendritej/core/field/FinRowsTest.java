// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** The conducting fin on an electrode (equations 19, 20; rows 44, 45, 46): the model of a lithium-filled crack. */
class FinRowsTest {

	static FieldSolution fin(final double h) {
		final VoxelGrid g = VoxelGrid.of((int) Math.round(10 / h), (int) Math.round(30 / h), 1, h, h, h);
		return FieldSolver.solve(FieldProblem.on(Bodies.draw(g, (x, y, z) -> x < h && y < 5 ? 1 : 0)).conductor(0, 1).metal(1)
			.electrode(ElectrodeFace.Y_MINUS, 0).counter(Counter.flux(ElectrodeFace.Y_PLUS, 1)).tolerance(1e-8), Progress.NONE);
	}

	static double fraction(final FieldSolution s) {
		return s.currents(null).of(0).share();
	}

	@Test
	void row44FractionIntoTheFin() {
		final double exact = 2 / Math.PI * Math.asin(Math.tanh(Math.PI * 5 / 20));
		assertEquals(.455332, exact, 1e-6);
		final double[] h = { 1, .5, .25, .125, .0625 }, f = { .5732, .5228, .4933, .4764, .4669 };
		final double[] got = new double[5];
		for (int n = 0; n < 5; n++) {
			got[n] = fraction(fin(h[n]));
			assertEquals(f[n], got[n], 1e-4);
		}
		assertEquals(exact, 2 * got[4] - got[3], .01 * exact);
	}

	private static TipReport tip(final FieldSolution s, final double length) {
		return TipField.ahead(s, new Vec3(0, 5, s.grid().dzUm() / 2), new Vec3(0, 1, 0), length, true);
	}

	/** The largest voxel flux is a mesh number: the warning must say so. */
	@Test
	void row45LargestVoxelFlux() {
		final double[] h = { 1, .5, .25, .125, .0625 }, max = { 2.44, 3.31, 4.56, 6.35, 8.90 };
		double last = 0;
		for (int n = 0; n < 5; n++) {
			final TipReport t = tip(fin(h[n]), Math.max(8 * h[n], 1));
			assertEquals(max[n], t.maxFluxMaCm2(), .005 * max[n]);
			assertTrue(t.warning().contains("grows by sqrt(2) when they are halved"), t.warning());
			if (n >= 2) assertEquals(1.41, t.maxFluxMaCm2() / last, .03 * 1.41);
			last = t.maxFluxMaCm2();
		}
	}

	/** Exact on the axis ahead of the fin: phi = (2b/pi) arcosh(cosh(pi y/2b) / cosh(pi c/2b)). */
	private static double exactMean(final double length) {
		final double ratio = Math.cosh(Math.PI * (5 + length) / 20) / Math.cosh(Math.PI * 5 / 20);
		return 20 / Math.PI * Math.log(ratio + Math.sqrt(ratio * ratio - 1)) / length;
	}

	@Test
	void row46MeanFieldIsMeshIndependent() {
		assertEquals(3.0349, exactMean(1), 1e-3);
		assertEquals(2.2449, exactMean(2), 1e-3);
		final FieldSolution coarse = fin(.125), fine = fin(.0625);
		assertEquals(2.801, tip(coarse, 1).focusing(), 2e-3);
		assertEquals(2.899, tip(fine, 1).focusing(), 2e-3);
		assertEquals(2.152, tip(coarse, 2).focusing(), 2e-3);
		assertEquals(2.191, tip(fine, 2).focusing(), 2e-3);
		final double one = 2 * tip(fine, 1).focusing() - tip(coarse, 1).focusing();
		assertEquals(2.997, one, 2e-3);
		assertEquals(exactMean(1), one, .02 * exactMean(1));
		assertEquals(exactMean(2), 2 * tip(fine, 2).focusing() - tip(coarse, 2).focusing(), .02 * exactMean(2));
		assertThrows(IllegalArgumentException.class, () -> tip(coarse, .9));
	}

	/** K = (j/sigma) sqrt(2 b tanh(pi c/2b)), which is (j/sigma) sqrt(pi c) for a single fin. */
	@Test
	void intensityFromTheFit() {
		final double exact = 1e-5 * Math.sqrt(20 * Math.tanh(Math.PI * 5 / 20));
		double last = .2;
		for (double h = .25; h > .04; h /= 2) {
			final double high = tip(fin(h), 8 * h).intensity() / exact - 1;
			assertTrue(high > 0 && high < last, "h " + h + ": " + high);
			last = high;
		}
		assertEquals(.077, last, .003);
	}
}
