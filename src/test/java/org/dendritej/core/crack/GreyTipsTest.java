// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.List;
import java.util.Random;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.phantom.CrackShape;
import org.dendritej.core.phantom.GreyOptions;
import org.dendritej.core.record.Crack;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Tips from grey values: the fit against sharp shapes blurred by brute force, and whole cracks of known length. */
class GreyTipsTest {

	private static final Vec3 MIDDLE = new Vec3(1.9, 1.9, 1.8);

	private static double brute(final TipShape.Kind kind, final double rise, final double inward, final int n) {
		double sum = 0;
		for (int i = 0; i < n; i++) {
			final double t = -8 + 16 * (i + 0.5) / n;
			sum += Math.exp(-0.5 * t * t) / Math.sqrt(2 * Math.PI) * 16 / n * (rise == 0 ? inward > t ? 1 : 0 : TipShape.sharp(kind, rise, inward - t));
		}
		return sum;
	}

	@Test
	void blurredShapesAreThoseOfABruteSum() {
		final Random r = new Random(3);
		for (final TipShape.Kind kind : TipShape.Kind.values()) {
			final TipShape shape = new TipShape(kind);
			for (int i = 0; i < 100; i++) {
				final int k = r.nextInt(TipShape.RISES.length);
				final double inward = -5 + 40 * r.nextDouble();
				assertEquals(brute(kind, TipShape.RISES[k], inward, 20_000), shape.at(k, inward), 0.004, kind + " " + TipShape.RISES[k] + " " + inward);
			}
			assertEquals(0, shape.at(0, -7));
			assertEquals(1, shape.at(0, 60));
		}
	}

	/** Blunt, round and slowly closing ends with noise of 3 %, whose place is not on the net. */
	@Test
	void fitFindsTipsOfNoisyProfiles() {
		final TipShape shape = new TipShape(TipShape.Kind.OPENING);
		final double[] rises = { 0, 2, 16 };
		for (final double rise : rises) {
			double error = 0, square = 0;
			int covered = 0;
			final int n = 200;
			for (int i = 0; i < n; i++) {
				final Random r = new Random(100 * i + (int) rise);
				final double tip = r.nextDouble() - 0.5;
				final double[] x = new double[30], size = new double[30];
				for (int j = 0; j < x.length; j++) {
					x[j] = -14 + 0.7 * j;
					size[j] = 3 * (brute(TipShape.Kind.OPENING, rise, tip - x[j], 320) + 0.03 * r.nextGaussian());
				}
				final TipFit fit = new TipFit(shape, x, size, any -> true, 1);
				error += (fit.place - tip) / n;
				square += (fit.place - tip) * (fit.place - tip) / n;
				if (tip >= fit.low - (fit.high - fit.low) / 2 - 0.1 && tip <= fit.high + (fit.high - fit.low) / 2 + 0.1) covered++;
			}
			assertEquals(0, error, 0.15, "rise " + rise);
			assertTrue(Math.sqrt(square) < 0.35, "rise " + rise + " rms " + Math.sqrt(square));
			assertTrue(covered > 0.9 * n, "rise " + rise + " covered " + covered);
		}
	}

	private static Crack seen(final CrackShape shape, final int seed) {
		return SeenCrack.of(shape, GreyOptions.standard(seed)).largest(true);
	}

	/** A mask at half contrast lost 3 to 6 % of the length of such cracks, and widths were 0.2 voxels too large without their rims. */
	@Test
	void elasticPenniesKeepTheirRims() {
		final Bodies.Errors length = new Bodies.Errors(), width = new Bodies.Errors();
		for (int i = 0; i < 4; i++) {
			final Crack c = seen(CrackShape.penny(MIDDLE, Bodies.direction(new Random(40 + i)), 0.9, 4 / Math.PI * 0.12), i);
			length.add(c.lengthUm(), 1.8);
			width.add(c.widthMeanNm(), 120);
			assertTrue(Math.abs(c.lengthUm() - 1.8) < 3 * c.lengthSdUm(), c::toString);
		}
		assertEquals(0, length.mean(), 0.01, length::toString);
		assertEquals(0, 3 * width.mean(), 0.1, width::toString);
	}

	@Test
	void tubesAndDiscsAreAsLongAsDrawn() {
		final Bodies.Errors tubes = new Bodies.Errors(), discs = new Bodies.Errors();
		for (int i = 0; i < 4; i++) {
			final Vec3 d = Bodies.direction(new Random(60 + i)).times(0.9);
			tubes.add(seen(CrackShape.tube(MIDDLE.minus(d), MIDDLE.plus(d), 0.16), i).lengthUm(), 1.8);
			discs.add(seen(CrackShape.disc(MIDDLE, d.unit(), 0.8, 0.12), i).lengthUm(), 1.6);
		}
		assertEquals(0, tubes.mean(), 0.015, tubes::toString);
		assertEquals(0, discs.mean(), 0.015, discs::toString);
	}

	/** A pore darkens what lies beyond the crack's end: that tip stays where the mask ends. */
	@Test
	void tipsAtPoresAreLeftAlone() {
		final CrackShape tube = CrackShape.tube(SeenCrack.PORE.plus(new Vec3(0.25, 0.25, 0.25)), new Vec3(1.9, 1.9, 1.8), 0.16);
		final CrackResult r = SeenCrack.of(tube, GreyOptions.standard(2)).analyse(true);
		final String note = r.flags().stream().filter(f -> f.code().equals("tips_from_grey")).findFirst().orElseThrow().reason();
		assertTrue(note.startsWith("2 of 4 free tips"), note);
	}

	/** Earlier volumes have no grey values, so growth compares what the masks show. */
	@Test
	void growthComparesMasksWithMasks() {
		final SeenCrack seen = SeenCrack.of(CrackShape.penny(MIDDLE, new Vec3(0.6, 0, 0.8), 0.9, 0.12), GreyOptions.standard(1));
		final CrackResult now = seen.analyse(true);
		final List<CrackChange> changes = CrackGrowth.since(seen.cracks(), now, SeenCrack.OPTIONS, 1, 1, Progress.NONE);
		final CrackChange c = changes.stream().max(Comparator.comparingDouble(CrackChange::lengthUm)).orElseThrow();
		assertEquals("unchanged", c.state());
		assertEquals(0, c.growthUm(), 1e-12);
		assertTrue(now.cracks().get(c.label() - 1).lengthUm() > c.lengthUm() + 0.03, "grey values show more of a thin rim");
	}
}
