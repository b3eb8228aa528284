// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Straight edges along an ellipse are no rim, however many of its sectors they hit. */
class RimTurningTest {

	private static final int N = 360;

	/** Offsets from an ellipse of the polygon whose sides touch it inside at the given places, seen over 20 degrees to each side. */
	private static double turning(final Ellipse e, final boolean straight, final double noise, final Random random) {
		final double[] offset = new double[N], at = new double[4], mid = new double[4];
		final boolean[] seen = new boolean[N];
		for (int side = 0; side < 3; side++) {
			e.at(2 * Math.PI * (side * 120 + 40) / N, mid);
			for (int k = -20; k <= 20; k++) {
				final int a = side * 120 + 40 + k;
				e.at(2 * Math.PI * a / N, at);
				seen[a] = true;
				// where the normal at a meets the tangent through the middle of the piece
				final double toLine = ((mid[0] - at[0]) * mid[2] + (mid[1] - at[1]) * mid[3]) / (at[2] * mid[2] + at[3] * mid[3]);
				offset[a] = (straight ? toLine : 0) + noise * random.nextGaussian();
			}
		}
		return RimTurning.of(offset, seen, e);
	}

	@Test
	void straightPiecesHaveNoneAndRimsHaveAll() {
		final Random random = new Random(1);
		for (int k = 0; k < 200; k++) {
			final double r = 3 + 20 * random.nextDouble();
			final Ellipse e = new Ellipse(0, 0, r * (1 + 0.2 * random.nextDouble()), r, Math.PI * random.nextDouble());
			assertEquals(1, turning(e, false, 0.01 * r, random), 0.2);
			assertEquals(0, turning(e, true, 0.01 * r, random), 0.25);
		}
		final boolean[] all = new boolean[N];
		assertEquals(0, RimTurning.of(new double[N], all, Ellipse.circle(0, 0, 5)), 0);
		java.util.Arrays.fill(all, true);
		assertEquals(1, RimTurning.of(new double[N], all, Ellipse.circle(0, 0, 5)), 0);
	}

	/** Scratches that cross leave polygons; of twelve finds that a careless promise of 100 per mm2 would admit there is none. */
	@Test
	void polygonsOfScratchesAreNoRims() {
		for (int seed = 0; seed < 3; seed++) {
			final SurfaceScene s = new SurfaceScene(2000, 2000, 0.1, 50 + seed).shading(25).texture(10, 3).noise(10).scratches(25, 30);
			assertEquals(0, SurfaceSurvey.measure(s.image(), new SurfaceOptions(5, 100, 100, 0.4, 1.6, 0.07, null, 0), Progress.NONE).rims().size());
		}
	}

	/** Half an ellipse fits any bent edge; half a circle is a broken rim. */
	@Test
	void ofABrokenRimAlmostACircleIsAsked() {
		for (int k = 0; k < 2; k++) {
			final SurfaceScene s = new SurfaceScene(600, 600, 0.1, 8).noise(10);
			final double aspect = k == 0 ? 1.1 : 1.55, r = 12;
			s.rim(new Ellipse(30, 29, r * Math.sqrt(aspect), r / Math.sqrt(aspect), 0.3), 0.6, SurfaceScene.Kind.DARK, 40, 0.5, 0.005);
			assertEquals(1 - k, SurfaceSurvey.measure(s.image(), SurfaceOptions.DEFAULT, Progress.NONE).rims().size());
		}
	}
}
