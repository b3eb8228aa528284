// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.record.Crack;
import org.dendritej.core.record.Link;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Pore;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Draws of image mode: known distribution for one pore, threads, speed, and blocks. */
class ImageUncertaintyTest {

	private static final CriticalCurrent MODEL = MelvinCells.model("A");

	private static Microstructure many(final int n, final long seed) {
		final SplittableRandom r = new SplittableRandom(seed);
		final List<Pore> pores = new ArrayList<>();
		final List<Crack> cracks = new ArrayList<>();
		final List<Link> links = new ArrayList<>();
		final int side = (int) Math.ceil(Math.sqrt(n));
		for (int i = 0; i < n; i++) {
			final double radius = 0.8 * Math.exp(0.35 * r.nextGaussian()), length = 2 * Math.exp(0.35 * r.nextGaussian());
			final double width = 150 * Math.exp(0.15 * r.nextGaussian());
			pores.add(Specimens.pore(i + 1, radius, 0.02, new Vec3(i % side * 10, length + radius, i / side * 10)));
			cracks.add(Specimens.crack(i + 1, length, 0.05, width, 15, true, true, List.of(i + 1)));
			links.add(new Link("pore:" + (i + 1), "face", length, width));
		}
		return Microstructure.empty("many").withPores(Specimens.section(pores)).withCracks(Specimens.section(cracks),
			Specimens.section(List.of()), Specimens.section(links));
	}

	@Test
	void onePoreHasTheLogNormalItShouldHave() {
		final Pore pore = Specimens.pore(1, 1, 0, new Vec3(0, 4, 0));
		final Crack crack = Specimens.crack(1, 3, 0, 150, 15, true, true, List.of(1));
		final Microstructure m = Microstructure.empty("one").withPores(Specimens.section(List.of(pore))).withCracks(Specimens
			.section(List.of(crack)), Specimens.section(List.of()), Specimens.section(List.of(new Link("pore:1", "face", 3,
				150))));
		final int n = 20000;
		final ConnectedPores c = ConnectedPores.of(m, MODEL, 12);
		final ImageUncertainty u = new ImageUncertainty(c, MODEL, MelvinCells.options("A").draws(n, 3, 2), new int[] { 7 }, 12,
			Progress.NONE);
		final double exponent = 1 / 0.15;
		final double width = (exponent + 3) * 0.1, strength = exponent * Math.log(163.0 / 148) / (2 * 1.6448536);
		final double sd = Math.hypot(width, strength);
		final double[] q = u.interval();
		final double j = c.weakest().fractureMaCm2();
		assertEquals(0, Math.log(q[1] / j), 4 * 1.2533 * sd / Math.sqrt(n));
		assertEquals(1.6448536 * sd, Math.log(q[2] / j), 0.03);
		assertEquals(-1.6448536 * sd, Math.log(q[0] / j), 0.03);
		// shares of the variance are known exactly: half of the width is common, half is the pore's own
		assertEquals(width * width / 2 / sd / sd, u.shares().get(ImageUncertainty.Source.COMMON_WIDTH), 0.03);
		assertEquals(width * width / 2 / sd / sd, u.shares().get(ImageUncertainty.Source.OWN_ERRORS), 0.03);
		assertEquals(strength * strength / sd / sd, u.shares().get(ImageUncertainty.Source.STRENGTH), 0.03);
		assertEquals(0, u.shares().get(ImageUncertainty.Source.SAMPLING), 1e-12);
		assertEquals(1, u.weakestShare().get(1), 1e-9);
	}

	/** An error of the threshold alone: the width's share raised to n + 3 and nothing else, common to all. */
	@Test
	void theThresholdOfTheSegmentationWidensTheInterval() {
		final Microstructure m = many(40, 2);
		final ConnectedPores c = ConnectedPores.of(m, MODEL, 10);
		final int[] blocks = ImagePrediction.blocks(m, c);
		final double[] without = new ImageUncertainty(c, MODEL, MelvinCells.options("A").draws(2000, 5, 2), blocks, 10, Progress.NONE).interval();
		final ImageUncertainty u = new ImageUncertainty(c, MODEL, MelvinCells.options("A").draws(2000, 5, 2), blocks, 10, new SegmentationError(0, 0, 0.1),
			Progress.NONE);
		final double before = Math.log(without[2] / without[0]) / (2 * 1.6448536), after = Math.log(u.interval()[2] / u.interval()[0]) / (2 * 1.6448536);
		assertEquals(Math.hypot(before, (1 / 0.15 + 3) * 0.1), after, 0.1 * after);
		assertEquals(1 - before * before / (after * after), u.shares().get(ImageUncertainty.Source.SEGMENTATION), 0.1);
		org.junit.jupiter.api.Assertions.assertArrayEquals(without, new ImageUncertainty(c, MODEL, MelvinCells.options("A").draws(2000, 5, 2), blocks, 10,
			SegmentationError.NONE, Progress.NONE).interval());
	}

	@Test
	void firstOrderChangesAgreeWithTheFullModel() {
		// the linearised draw at +1 sd of length and radius against a document in which they are changed
		final PoreArray a = new PoreArray(1, 12, 3, 150);
		final double h = 0.02;
		final double slopeLength = MODEL.sensitivity(a, Variable.CRACK_LENGTH), slopeRadius = MODEL.sensitivity(a,
			Variable.PORE_RADIUS);
		final double full = MODEL.ccdMaCm2(new PoreArray(1 + h, 12, 3 * (1 + h), 150));
		final double linear = MODEL.ccdMaCm2(a) * Math.exp((slopeLength + slopeRadius) * Math.log(1 + h));
		assertEquals(full, linear, 1e-3 * full);
	}

	@Test
	void threadsChangeNothing() {
		final Microstructure m = many(500, 4);
		final ConnectedPores c = ConnectedPores.of(m, MODEL, 10);
		final int[] blocks = ImagePrediction.blocks(m, c);
		final double[] one = new ImageUncertainty(c, MODEL, MelvinCells.options("A").draws(100, 9, 1), blocks, 10,
			Progress.NONE).weakestMaCm2();
		final double[] three = new ImageUncertainty(c, MODEL, MelvinCells.options("A").draws(100, 9, 3), blocks, 10,
			Progress.NONE).weakestMaCm2();
		assertArrayEquals(one, three);
	}

	@Test
	@Tag("long")
	void tenThousandPairsTimesAThousandDrawsInFiveSeconds() {
		final Microstructure m = many(10_000, 5);
		final long start = System.nanoTime();
		final ImagePrediction p = ImagePrediction.predict(m, MelvinCells.options("A").draws(1000, 1, 2).electrodeArea(0.785),
			false, Progress.NONE);
		final double seconds = (System.nanoTime() - start) * 1e-9;
		assertEquals(10_000, p.connected().pores().size());
		assertTrue(seconds < 5, "image mode took " + seconds + " s");
		final long paper = System.nanoTime();
		Initiation.predict(m, MelvinCells.options("A").draws(1000, 1, 2));
		assertTrue((System.nanoTime() - paper) * 1e-9 < 5, "paper mode took " + (System.nanoTime() - paper) * 1e-9 + " s");
		System.out.printf("image mode %.2f s, paper mode %.2f s%n", seconds, (System.nanoTime() - paper) * 1e-9);
	}

	@Test
	void electrodeIsWeakerThanTheImageAndMarkedAsExtrapolation() {
		final Microstructure m = many(1000, 5);
		final ImagePrediction p = ImagePrediction.predict(m, MelvinCells.options("A").draws(100, 1, 2).electrodeArea(0.785),
			false, Progress.NONE);
		assertTrue(p.uncertainty().interval()[0] < p.connected().weakest().fractureMaCm2());
		final Quantity ccd = p.rows().stream().filter(q -> q.name().equals("ccd_electrode")).findFirst().get();
		assertTrue(ccd.p05() < ccd.value() && ccd.value() < ccd.p95());
		assertTrue(p.flags().stream().anyMatch(f -> f.code().equals("model_extrapolation")));
		assertEquals(1, p.uncertainty().weakestShare().values().stream().mapToDouble(Double::doubleValue).sum(), 1e-9);
	}
}
