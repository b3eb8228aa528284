// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.record.Crack;
import org.dendritej.core.record.Link;
import org.dendritej.core.record.MgRegion;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Pore;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Magnesium verdicts change a prediction pore by pore: isolated pores are fed by leakage, joined ones drained. */
class MagnesiumInPredictionTest {

	/** Three pores with their own cracks; the first has the narrowest one and is the weakest. */
	private static Microstructure threePores() {
		final List<Pore> pores = new ArrayList<>();
		final List<Crack> cracks = new ArrayList<>();
		final List<Link> links = new ArrayList<>();
		for (int i = 1; i <= 3; i++) {
			pores.add(Specimens.pore(i, 1, 0.02, new Vec3(12 * i, 4, 12 * (i % 2))));
			cracks.add(Specimens.crack(i, 3, 0.05, 100 + 20 * i, 10, true, true, List.of(i)));
			links.add(new Link("pore:" + i, "face", 3, 100 + 20 * i));
		}
		return Microstructure.empty("three").withPores(Specimens.section(pores)).withCracks(Specimens.section(cracks), Specimens
			.section(List.of()), Specimens.section(links));
	}

	private static MgRegion verdict(final int id, final MgRegion.Verdict v, final boolean isolated) {
		return new MgRegion("map", id, 10, 100, 100, 0, 10, 20, 50, 0, 0.3, 0.5, 0.5, v, isolated ? Double.NaN : 3, isolated);
	}

	private static ImagePrediction predict(final Microstructure m) {
		return ImagePrediction.predict(m, MelvinCells.options("A").draws(50, 1, 1), true, Progress.NONE);
	}

	private static double row(final ImagePrediction p, final String name) {
		return p.rows().stream().filter(q -> q.name().equals(name)).findFirst().orElseThrow().value();
	}

	@Test
	void anIsolatedPoreLeavesTheDrainedOnesAndJoinsTheLeakageBranch() {
		final Microstructure m = threePores();
		final ImagePrediction before = predict(m);
		assertEquals(1, before.connected().weakest().pore());
		assertEquals(List.of(), before.occluded());
		final ImagePrediction after = predict(m.withMagnesium(Specimens.section(List.of(verdict(1, MgRegion.Verdict.LI, true), verdict(2,
			MgRegion.Verdict.LI_MG, false), verdict(3, MgRegion.Verdict.UNDECIDED, false)))));
		assertEquals(2, after.connected().weakest().pore());
		assertEquals(List.of(1), after.occluded().stream().map(OccludedRow::pore).toList());
		assertTrue(after.occluded().get(0).reason().contains("without magnesium"));
		assertEquals(2, row(after, "pores_connected"));
		assertEquals(1, row(after, "pores_occluded"));
		assertTrue(row(after, "ccd_weakest_pore") > row(before, "ccd_weakest_pore"));
		assertTrue(row(after, "ccd_leakage") > 0);
		// the other pores are what they were: nothing counts twice
		assertEquals(before.connected().pores().subList(1, 3), after.connected().pores());
	}

	@Test
	void verdictsThatProveNothingChangeNothing() {
		final Microstructure m = threePores();
		final ImagePrediction before = predict(m);
		final ImagePrediction after = predict(m.withMagnesium(Specimens.section(List.of(verdict(1, MgRegion.Verdict.LI, false), verdict(2,
			MgRegion.Verdict.UNDECIDED, false), verdict(9, MgRegion.Verdict.LI, true)))));
		assertEquals(before.connected(), after.connected());
		assertEquals(before.occluded(), after.occluded());
		assertFalse(after.flags().stream().anyMatch(f -> f.code().equals("joined_by_magnesium")));
	}
}
