// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.dendritej.core.flow.Parallel;
import org.dendritej.core.flow.Tube;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.record.Crack;
import org.dendritej.core.record.Link;
import org.dendritej.core.record.MgRegion;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Pore;
import org.dendritej.core.record.PoreCurrent;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Image mode against hand-made graphs: single, parallel, serial and shared cracks, occluded pores, measured areas. */
class ConnectedPoresTest {

	private static final CriticalCurrent MODEL = MelvinCells.model("A");

	private static Microstructure sample(final List<Pore> pores, final List<Crack> cracks, final List<Link> links) {
		return Microstructure.empty("s").withPores(Specimens.section(pores)).withCracks(Specimens.section(cracks), Specimens
			.section(List.of()), Specimens.section(links));
	}

	private static Pore pore(final int label, final double radius, final double depth) {
		return Specimens.pore(label, radius, 0.02, new Vec3(12.0 * label, depth, 0));
	}

	private static Crack crack(final int label, final double length, final double width, final Integer... pores) {
		return Specimens.crack(label, length, 0.05, width, 10, true, true, List.of(pores));
	}

	@Test
	void equalPoresGiveThePaperModel() {
		for (final PoreArray a : new PoreArray[] { MelvinCells.LOW, MelvinCells.HIGH }) {
			final ConnectedPores c = ConnectedPores.of(Specimens.uniform("u", a, 0, 0), MODEL, a.separationUm());
			assertEquals(36, c.pores().size());
			assertEquals(MODEL.ccdMaCm2(a), c.weakest().fractureMaCm2(), 1e-9 * MODEL.ccdMaCm2(a));
			assertEquals(a.crackWidthNm(), c.weakest().widthNm(), 1e-6);
			assertEquals(MODEL.wallRatePerS(a), c.weakest().wallRatePerS(), 1e-6 * MODEL.wallRatePerS(a));
		}
	}

	@Test
	void parallelCracksAddTheirFlow() {
		final Microstructure m = sample(List.of(pore(1, 1, 4)), List.of(crack(1, 3, 150, 1), crack(2, 2, 120, 1)), List.of(
			new Link("pore:1", "face", 3, 150), new Link("face", "pore:1", 2, 120)));
		final double q = Parallel.of(new Tube(0.075, 3), new Tube(0.060, 2)).flowUm3PerS(MODEL.conditions().creepNow(),
			155);
		final double area = CollectingArea.squareArray(1, 4, 12, 0).alphaUm2();
		final double expected = q * MODEL.conditions().chargeNcUm3() / area / 0.01;
		assertEquals(expected, ConnectedPores.of(m, MODEL, 12).weakest().fractureMaCm2(), 1e-8 * expected);
		assertEquals(2, ConnectedPores.of(m, MODEL, 12).weakest().pathUm());
	}

	@Test
	void aPoreMayDrainThroughAnother() {
		// crack 2 does not open: it joins pore 2 to pore 1, which drains through crack 1
		final Microstructure m = sample(List.of(pore(1, 1, 4), pore(2, 1, 8)), List.of(crack(1, 3, 150, 1), Specimens.crack(2,
			2, 0, 120, 0, true, false, List.of(1, 2))), List.of(new Link("face", "crack:1", 3, 150), new Link("crack:1",
				"pore:1", 3, 150), new Link("crack:2", "pore:1", 0.1, 120), new Link("crack:2", "pore:2", 2.1, 120), new Link(
					"pore:1", "pore:2", 2, 120)));
		final double flow1 = CollectingArea.squareArray(1, 4, 12, 0).alphaUm2() * 0.01 / MODEL.conditions().chargeNcUm3();
		final double flow2 = CollectingArea.squareArray(1, 8, 12, 0).alphaUm2() * 0.01 / MODEL.conditions().chargeNcUm3();
		final var creep = MODEL.conditions().creepNow();
		final double p1 = new Tube(0.075, 3).dropMPa(creep, flow1 + flow2);
		final double p2 = p1 + new Tube(0.060, 2).dropMPa(creep, flow2);
		final ConnectedPores c = ConnectedPores.of(m, MODEL, 12);
		assertEquals(2, c.weakest().pore());
		assertEquals(p2, c.weakest().pressureAtUnitMPa(), 1e-8 * p2);
		assertEquals(p1, c.pores().get(1).pressureAtUnitMPa(), 1e-8 * p1);
		assertEquals(Math.pow(155 / p2, 1 / 0.15), c.weakest().fractureMaCm2(), 1e-7 * c.weakest().fractureMaCm2());
		assertEquals(5, c.weakest().pathUm());
		assertTrue(c.weakest().shares());
	}

	/** A way from the face and the reach of the pore within the same crack are one channel; each is told of its crack. */
	@Test
	void aWayThatNamesItsCrackIsNoSecondChannel() {
		final List<Link> reaches = List.of(new Link("face", "crack:1", 3.2, 150, 1), new Link("crack:1", "pore:1", 3, 150, 1), new Link("face", "crack:2", 3.3,
			110, 2), new Link("crack:2", "pore:1", 3.1, 110, 2));
		final List<Link> ways = new java.util.ArrayList<>(reaches);
		ways.add(2, new Link("face", "pore:1", 3, 150, 1));
		ways.add(new Link("face", "pore:1", 3.1, 110, 2));
		final List<Pore> pores = List.of(pore(1, 1, 4));
		final List<Crack> cracks = List.of(crack(1, 3.2, 150, 1), crack(2, 3.3, 110, 1));
		final ConnectedPores a = ConnectedPores.of(sample(pores, cracks, reaches), MODEL, 12), b = ConnectedPores.of(sample(pores, cracks, ways), MODEL, 12);
		assertEquals(a.weakest().fractureMaCm2(), b.weakest().fractureMaCm2(), 1e-12 * a.weakest().fractureMaCm2());
		assertEquals(3, b.weakest().pathUm());
	}

	@Test
	void openCracksStartAtTheFaceAndClosedOnesLeadNowhere() {
		final Microstructure m = sample(List.of(pore(1, 1, 4), pore(2, 1, 8), pore(3, 1, 9)), List.of(crack(1, 5, 150, 1, 2),
			Specimens.crack(2, 2, 0, 120, 0, true, false, List.of(3))), List.of(new Link("face", "crack:1", 5, 150), new Link(
				"crack:1", "pore:1", 3, 150), new Link("crack:1", "pore:2", 5, 140), new Link("crack:2", "pore:3", 2, 120)));
		final ConnectedPores c = ConnectedPores.of(m, MODEL, 12);
		assertEquals(List.of(3), c.occluded());
		final double flow = CollectingArea.squareArray(1, 8, 12, 0).alphaUm2() * 0.01 / MODEL.conditions().chargeNcUm3();
		final double p = new Tube(0.070, 5).dropMPa(MODEL.conditions().creepNow(), flow);
		assertEquals(2, c.weakest().pore());
		assertEquals(p, c.weakest().pressureAtUnitMPa(), 1e-8 * p);
	}

	@Test
	void cracksStandInForAMissingGraph() {
		final Microstructure m = Specimens.mixed(5);
		final Microstructure without = m.withCracks(m.cracks(), m.branches(), null);
		final ConnectedPores a = ConnectedPores.of(m, MODEL, 9), b = ConnectedPores.of(without, MODEL, 9);
		assertEquals(a.pores(), b.pores());
		assertEquals(a.occluded(), b.occluded());
		assertEquals(12, a.occluded().size());
		for (int i = 1; i < a.pores().size(); i++)
			assertTrue(a.pores().get(i - 1).fractureMaCm2() <= a.pores().get(i).fractureMaCm2());
	}

	@Test
	void measuredCollectingAreaIsUsed() {
		final Microstructure m = sample(List.of(pore(1, 1, 4)), List.of(crack(1, 3, 150, 1)), List.of(new Link("pore:1",
			"face", 3, 150))).withCurrent(Specimens.section(List.of(new PoreCurrent(1, 12, 0.1, 20, 19, 4))));
		final PoreFracture w = ConnectedPores.of(m, MODEL, 12).weakest();
		assertEquals(20, w.collectingAreaUm2());
		assertEquals(MODEL.ccdMaCm2(new PoreArray(1, 12, 3, 150), new CollectingArea(20, 1, "")), w.fractureMaCm2(), 1e-9 * w
			.fractureMaCm2());
	}

	@Test
	void occludedPoresGoToTheLeakageBranch() {
		final Microstructure m = sample(List.of(pore(1, 1, 4), pore(2, 1, 5), pore(3, 0.5, 8)), List.of(crack(1, 3, 150, 1)),
			List.of(new Link("pore:1", "face", 3, 150), new Link("pore:2", "pore:3", 2, 100)));
		final ImagePrediction p = ImagePrediction.predict(m, MelvinCells.options("A").draws(50, 1, 1), true, Progress.NONE);
		assertEquals(List.of(2, 3), p.connected().occluded());
		assertEquals(2, p.occluded().size());
		assertTrue(p.occluded().get(0).criticalMaCm2() > 0);
		final MgRegion mg = new MgRegion("map", 2, 10, 900, 100, 800, 30, 20, 50, 5, 0.3, 0, 0, MgRegion.Verdict.LI_MG, 3,
			false);
		final MgRegion li = new MgRegion("map", 1, 10, 100, 100, 0, 10, 20, 50, 0, 0.3, 0.5, 0.5, MgRegion.Verdict.LI,
			Double.NaN, true);
		final ImagePrediction q = ImagePrediction.predict(m.withMagnesium(Specimens.section(List.of(mg, li))), MelvinCells
			.options("A").draws(50, 1, 1), true, Progress.NONE);
		assertEquals(List.of(1, 3), q.occluded().stream().map(OccludedRow::pore).sorted().toList());
		assertTrue(q.flags().stream().anyMatch(f -> f.code().equals("joined_by_magnesium")));
	}

	@Test
	void whatDrainsIntoAnOpenPoreReachesTheElectrode() {
		final Pore p = pore(1, 1, 0.9);
		final Pore open = new Pore(1, p.voxels(), p.volumeUm3(), 1, 0, 1, 12, 1, p.centroidUm(), 0.9, 0, true, 0, 5, true, true,
			true, 2, p.ellipsoidUm(), p.majorAxis(), 1, 1);
		final Microstructure m = sample(List.of(open, pore(2, 1, 6)), List.of(Specimens.crack(1, 3, 0, 150, 0, true, false, List
			.of(1, 2))), List.of(new Link("pore:1", "pore:2", 3, 150)));
		final ConnectedPores c = ConnectedPores.of(m, MODEL, 12);
		assertEquals(List.of(1), c.open());
		assertEquals(List.of(), c.occluded());
		assertEquals(2, c.weakest().pore());
		assertEquals(3, c.weakest().pathUm());
	}

	@Test
	void brokenGraphsAreRefusedInWords() {
		final List<Pore> pores = List.of(pore(1, 1, 4));
		final List<Crack> cracks = List.of(crack(1, 3, 150, 1));
		fails("both must be positive", sample(pores, List.of(), List.of(new Link("pore:1", "face", 3, Double.NaN))));
		fails("pore:NUMBER", sample(pores, cracks, List.of(new Link("pore:x", "face", 3, 100))));
		fails("pore:NUMBER", sample(pores, cracks, List.of(new Link("hole", "face", 3, 100))));
		fails("Skeletonize Cracks", Microstructure.empty("e").withPores(Specimens.section(pores)));
		fails("Label Pores", Microstructure.empty("e"));
	}

	private static void fails(final String words, final Microstructure m) {
		final String message = assertThrows(IllegalArgumentException.class, () -> ConnectedPores.of(m, MODEL, 12))
			.getMessage();
		assertTrue(message.contains(words), message);
	}
}
