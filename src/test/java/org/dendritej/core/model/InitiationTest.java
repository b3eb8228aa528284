// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dendritej.core.record.LargeRule;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Quantity;
import org.dendritej.io.MaterialReader;
import org.junit.jupiter.api.Test;

/** Paper mode from typed numbers and from records: rows, intervals, other readings, missing sections. */
class InitiationTest {

	@Test
	void typedNumbersGiveThePublishedCell() {
		final Prediction p = Initiation.predict(null, MelvinCells.typed("A", MelvinCells.LOW));
		assertEquals(0.6649, p.ccdMaCm2(), 0.004);
		for (final String row : new String[] { "ccd", "pore_pressure_limit", "pore_radius", "pore_separation",
			"crack_length", "crack_width", "collecting_area", "pressure_cap", "validity" })
			assertEquals(row, p.get(row).name());
		assertEquals("mA/cm2", p.get("ccd").unit());
		assertEquals("nm", p.get("crack_width").unit());
		assertTrue(p.get("ccd").p05() < p.ccdMaCm2() && p.ccdMaCm2() < p.get("ccd").p95());
		assertEquals("warn", p.get("validity").text());
		assertTrue(p.get("validity").source().contains("creep_extrapolated"), p.get("validity").source());
		assertTrue(p.get("crack_width").source().startsWith("typed"));
		// only the strength varies: it explains everything
		assertEquals(1, p.get("variance_share_strength").value(), 0.15);
	}

	@Test
	void orderOfTheTwoDensitiesIsLikely() {
		final Prediction low = Initiation.predict(Specimens.uniform("low", MelvinCells.LOW, 0.02, 20), MelvinCells.options(
			"A"));
		final Prediction high = Initiation.predict(Specimens.uniform("high", MelvinCells.HIGH, 0.02, 20), MelvinCells
			.options("A"));
		assertEquals(0.6649, low.ccdMaCm2(), 0.01);
		assertEquals(13.559, high.ccdMaCm2(), 0.1);
		assertTrue(PaperUncertainty.probabilityFirstExceeds(high.uncertainty().ccdMaCm2(), low.uncertainty().ccdMaCm2()) >
			0.9);
		// the width dominates the variance by far: slope 9.7 and an error of half a voxel
		assertTrue(high.get("variance_share_crackwidth").value() > 0.5);
	}

	@Test
	void missingSectionNamesTheCommand() {
		final InitiationOptions o = MelvinCells.options("A");
		final String pores = assertThrows(IllegalArgumentException.class, () -> Initiation.predict(Microstructure.empty(
			"cell 7"), o)).getMessage();
		assertTrue(pores.contains("cell 7") && pores.contains("run Label Pores first or type poreradius="), pores);
		o.type(Variable.PORE_RADIUS, 1).type(Variable.PORE_SEPARATION, 10);
		final String cracks = assertThrows(IllegalArgumentException.class, () -> Initiation.predict(Microstructure.empty(
			"cell 7"), o)).getMessage();
		assertTrue(cracks.contains("run Skeletonize Cracks first or type cracklength="), cracks);
	}

	@Test
	void sameSeedSameNumbers() {
		final Microstructure m = Specimens.uniform("low", MelvinCells.LOW, 0.02, 20);
		final Quantity a = Initiation.predict(m, MelvinCells.options("A").draws(200, 5, 1)).get("ccd");
		final Quantity b = Initiation.predict(m, MelvinCells.options("A").draws(200, 5, 2)).get("ccd");
		final Quantity c = Initiation.predict(m, MelvinCells.options("A").draws(200, 6, 2)).get("ccd");
		assertEquals(a.p05(), b.p05());
		assertTrue(a.p05() != c.p05());
	}

	@Test
	void bothReadingsAreReported() {
		final Prediction p = Initiation.predict(Specimens.mixed(3), MelvinCells.options("A"));
		final Prediction other = Initiation.predict(Specimens.mixed(3), MelvinCells.options("A").readings(
			LargeRule.TWOTHIRDS, CrackRule.TWOTHIRDS, WidthReading.DIAMETER));
		assertEquals(other.ccdMaCm2(), p.get("ccd_other_large_rule").value(), 1e-12);
		assertEquals(other.ccdMaCm2() / p.ccdMaCm2(), p.get("ccd_change_other_large_rule").value(), 1e-12);
		assertTrue(p.get("ccd_other_crack_rule").value() > 0);
		assertTrue(p.get("ccd_other_width_reading").value() > 100 * p.ccdMaCm2());
	}

	@Test
	void mistakesAreOneSentence() {
		fails("overlap", () -> Initiation.predict(null, MelvinCells.typed("A", new PoreArray(6, 10, 2.5, 158))));
		fails("0.256", () -> Initiation.predict(null, MelvinCells.typed("A", new PoreArray(2.7, 10, 2.5, 158))));
		fails("stack pressure", () -> Initiation.predict(null, MelvinCells.typed("A", MelvinCells.LOW).type(Variable.STACK,
			155)));
		fails("temperature", () -> Initiation.predict(null, MelvinCells.typed("A", MelvinCells.LOW).type(
			Variable.TEMPERATURE, 25)));
		fails("samples is 0", () -> MelvinCells.options("A").draws(0, 1, 1));
		fails("samples", () -> MelvinCells.options("A").draws(2_000_000_000, 1, 1));
		fails("sodium", () -> new InitiationOptions(MaterialReader.builtIn("NaBetaAlumina"), MaterialReader.builtIn(
			"sodium"), MaterialReader.preset("A")));
		fails("is a metal", () -> new InitiationOptions(MaterialReader.builtIn("lithium"), MaterialReader.builtIn(
			"lithium"), MaterialReader.preset("A")));
	}

	private static void fails(final String words, final org.junit.jupiter.api.function.Executable e) {
		final String message = assertThrows(IllegalArgumentException.class, e).getMessage();
		assertTrue(message.contains(words), message);
	}
}
