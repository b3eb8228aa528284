// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Section;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Connected porosity stops the model, in both modes, but only where measured pores are used. */
class ValidityGateTest {

	private static Microstructure percolating() {
		final Microstructure m = Specimens.uniform("through", MelvinCells.HIGH, 0.01, 5);
		final var p = m.pores();
		return m.withPores(new Section<>(p.grid(), p.face(), p.rows(), p.summary(), List.of(Flag.warn("percolating", "Half the pores run through.")), p
			.provenance()));
	}

	@Test
	void connectedPorosityStops() {
		final Prediction p = Initiation.predict(percolating(), MelvinCells.options("A"));
		assertEquals("stop", p.get("validity").text());
		assertTrue(p.get("validity").source().contains("Half the pores run through. The model holds for isolated pores only"));
		assertTrue(p.ccdMaCm2() > 0);
		final ImagePrediction image = ImagePrediction.predict(percolating(), MelvinCells.options("A"), false, Progress.NONE);
		assertEquals("stop", PredictionTable.of(p, "", image).with(List.of(), List.of()).rows().stream().filter(q -> q.name().equals("validity")).findFirst()
			.orElseThrow().text());
		assertEquals("stop", ValidityGate.verdict(image.flags()));
	}

	@Test
	void typedPoresAreNotThoseOfTheImage() {
		final InitiationOptions typed = MelvinCells.options("A").type(Variable.PORE_RADIUS, 0.5).type(Variable.PORE_SEPARATION, 22);
		assertEquals("warn", Initiation.predict(percolating(), typed).get("validity").text());
	}
}
