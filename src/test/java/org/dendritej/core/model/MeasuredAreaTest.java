// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.PoreCurrent;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.record.Section;
import org.junit.jupiter.api.Test;

/** The current section stands in for the closed form: its number, its reach, and what it lifts. */
class MeasuredAreaTest {

	private static final PoreArray DENSE83 = new PoreArray(2.3, 10, 2.5, 158);

	private static Microstructure sample(final PoreArray a, final double alpha, final List<Quantity> summary, final List<Flag> flags) {
		final Microstructure m = Specimens.uniform("s", a, 0.02, 10);
		final List<PoreCurrent> rows = m.pores().rows().stream().map(p -> new PoreCurrent(p.label(), 1, 0.01, alpha, 1, p.depthUm())).toList();
		final Section<PoreCurrent> plain = Specimens.section(rows);
		return m.withCurrent(new Section<>(plain.grid(), plain.face(), rows, summary, flags, plain.provenance()));
	}

	/** CCD = (F/Omega) Q / alpha: it goes with the measured area alone. */
	@Test
	void criticalCurrentGoesWithTheMeasuredArea() {
		final InitiationOptions o = MelvinCells.options("A");
		final Prediction closed = Initiation.predict(Specimens.uniform("s", DENSE83, 0.02, 10), o);
		final Prediction field = Initiation.predict(sample(DENSE83, 50, List.of(), List.of()), o);
		assertEquals(closed.ccdMaCm2() * closed.area().alphaUm2() / 50, field.ccdMaCm2(), 1e-12 * field.ccdMaCm2());
		assertEquals(50, field.get("collecting_area").value(), 1e-12);
		assertTrue(field.get("collecting_area").source().startsWith("field in the image: pore 1"), field.get("collecting_area").source());
		final Quantity ccd = field.get("ccd");
		assertEquals(closed.get("ccd").p50() / closed.ccdMaCm2(), ccd.p50() / ccd.value(), 1e-9);
		assertTrue(ccd.p05() < ccd.value() && ccd.value() < ccd.p95());
	}

	/** If the field finds what the closed form says, every row but the sources stays. */
	@Test
	void anAreaEqualToTheClosedFormChangesNothing() {
		final InitiationOptions o = MelvinCells.options("A").kinetics(Kinetics.PRESSURE);
		final Prediction closed = Initiation.predict(Specimens.uniform("s", DENSE83, 0.02, 10), o);
		final double lambda = closed.conditions().kineticLengthUm();
		final Prediction field = Initiation.predict(sample(DENSE83, closed.area().alphaUm2(), List.of(Quantity.of("kinetic_length", lambda, "um",
			"")), List.of()), o);
		for (final Quantity q : closed.rows())
			if (q.text().isEmpty()) for (final double[] pair : new double[][] { { q.value(), field.get(q.name()).value() }, { q.p05(), field.get(q
				.name()).p05() }, { q.p95(), field.get(q.name()).p95() } })
				assertEquals(pair[0], pair[1], Double.isNaN(pair[0]) ? 0.0 : 1e-9 * Math.max(1, Math.abs(pair[0])), q.name());
	}

	/** The demo's refusal: pores too close for the closed form are predicted once the field is known. */
	@Test
	void theFieldLiftsTheRefusalOfCrowdedPores() {
		final InitiationOptions o = MelvinCells.options("A");
		final PoreArray crowded = new PoreArray(2.3, 8, 2.5, 158);
		final String said = assertThrows(IllegalArgumentException.class, () -> Initiation.predict(Specimens.uniform("s", crowded, 0.02, 10), o))
			.getMessage();
		assertTrue(said.contains("run Map Current Distribution"), said);
		final Prediction p = Initiation.predict(sample(crowded, 55, List.of(), List.of(Flag.warn("counter_near", "too near"))), o);
		assertEquals(55, p.get("collecting_area").value(), 1e-12);
		assertTrue(p.ccdMaCm2() > 0 && p.get("ccd").p05() > 0);
		assertFalse(p.flags().stream().anyMatch(f -> f.code().equals("pores_crowded") || f.code().equals("area_closed_form")));
		assertTrue(p.flags().stream().anyMatch(f -> f.code().equals("counter_near")), "warnings of the field go on to the prediction");
	}

	/** A typed array is another specimen: the image's area says nothing of it. Nor does an empty pore's. */
	@Test
	void typedArraysAndEmptyPoresUseTheClosedForm() {
		final InitiationOptions o = MelvinCells.options("A").type(Variable.PORE_SEPARATION, 12);
		assertTrue(Initiation.predict(sample(DENSE83, 50, List.of(), List.of()), o).get("collecting_area").source().contains("closed form"));
		assertTrue(Initiation.predict(sample(DENSE83, Double.NaN, List.of(), List.of()), MelvinCells.options("A")).get("collecting_area").source()
			.contains("closed form"));
	}

	@Test
	void equalSpheres() {
		final Microstructure m = Specimens.uniform("s", DENSE83, 0.02, 10);
		final EqualSphere e = EqualSphere.in(m, 0);
		assertEquals(CollectingArea.squareArray(2.3, 4.8, 10, 0).alphaUm2(), e.inArrayUm2(2.3, 4.8), 1e-9);
		assertEquals(178.114296, e.aloneUm2(2.3, 4.8), 1e-6);
		assertTrue(Double.isNaN(e.inArrayUm2(3, 4.8)) && e.refusal(3, 4.8).contains("0.256"));
		assertTrue(Double.isNaN(e.aloneUm2(2.3, 2)) && e.refusal(2.3, 2).contains("reach the electrode"));
		final EqualSphere none = EqualSphere.in(null, 5);
		assertTrue(Double.isNaN(none.inArrayUm2(2.3, 4.8)) && none.refusal(2.3, 4.8).contains("no pore table"));
		assertTrue(Double.isNaN(none.aloneUm2(2.3, 4.8)), "the image series holds without kinetics only");
	}
}
