// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** The supplementary figures against the reference numbers of the fundamental solutions (physics 3b.3, 3b.4). */
class ArrayFigureTest {

	private static List<SphereShares> solve(final ArrayFigure f) {
		return f.solve(4, 1, Progress.NONE);
	}

	private static void refused(final String words, final String vary, final double r, final double s, final double l, final double sigma,
		final double rint, final double from, final double upTo, final int n)
	{
		final String said = assertThrows(IllegalArgumentException.class, () -> ArrayFigure.of(vary, r, s, l, sigma, rint, from, upTo, n))
			.getMessage();
		assertTrue(said.contains(words), said);
	}

	@Test
	void depths() {
		final ArrayFigure f = ArrayFigure.of("depth", 2.3, 10, 2.5, .2, 0, .5, 2.5, 5);
		final double[] alpha = { 77.07, 79.93, 82.26, 84.16, 85.73 };
		final List<SphereShares> s = solve(f);
		for (int i = 0; i < 5; i++) {
			assertEquals(.5 + .5 * i, f.abscissa(s.get(i)), 1e-12);
			assertEquals(alpha[i], s.get(i).collectingAreaUm2(), .01 * alpha[i]);
		}
	}

	@Test
	void ratios() {
		final ArrayFigure f = ArrayFigure.of("ratio", 2.3, 10, 2.5, .2, 0, .4, .8, 3);
		final double[] smallOverLarge = { .143, .293, .546 };
		final List<SphereShares> s = solve(f);
		for (int i = 0; i < 3; i++)
			assertEquals(smallOverLarge[i], s.get(i).centreCollectingAreaUm2() / s.get(i).collectingAreaUm2(), .03 * smallOverLarge[i]);
		assertEquals(.36 / 1.36, ArrayFigure.areaRatio(s.get(1)), 1e-12);
	}

	@Test
	void separationsWithKinetics() {
		final ArrayFigure f = ArrayFigure.of("separation", 2.3, 99, 2.5, .2, .5, 10, 22, 2);
		final List<SphereShares> s = solve(f);
		assertEquals(10, s.get(0).array().lambdaUm(), 1e-12);
		assertEquals(49.67, s.get(0).collectingAreaUm2(), .01 * 49.67);
		assertTrue(s.get(1).collectingAreaUm2() > s.get(0).collectingAreaUm2() && s.get(1).share() < s.get(0).share());
	}

	@Test
	void badInput() {
		refused("vary=size", "size", 2.3, 10, 2.5, .2, 0, 0, 0, 5);
		refused("radius=-1.0", "depth", -1, 10, 2.5, .2, 0, 0, 0, 5);
		refused("cracklength=0.0", "ratio", 2.3, 10, 0, .2, 0, 0, 0, 5);
		refused("sigma=0.0", "depth", 2.3, 10, 2.5, 0, 0, 0, 0, 5);
		refused("rint=-2.0", "depth", 2.3, 10, 2.5, .2, -2, 0, 0, 5);
		refused("points=1", "depth", 2.3, 10, 2.5, .2, 0, 0, 0, 1);
		refused("are no range", "depth", 2.3, 10, 2.5, .2, 0, 6, 0, 5);
		refused("overlap", "separation", 2.3, 10, 2.5, .2, 0, 4, 20, 5);
		refused("overlap", "ratio", 4.5, 10, 2.5, .2, 0, .2, .8, 5);
	}
}
