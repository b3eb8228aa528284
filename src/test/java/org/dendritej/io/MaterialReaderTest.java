// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dendritej.core.model.Material;
import org.dendritej.core.model.MaterialKey;
import org.dendritej.core.model.Property;
import org.junit.jupiter.api.Test;

/** Every built-in file is readable and complete, and every mistake in a user's file is one clear sentence. */
class MaterialReaderTest {

	private static final String GOOD = "{\"format\":1,\"name\":\"X\",\"kind\":\"electrolyte\",\"metal\":\"lithium\"," +
		"\"properties\":{\"ionic_conductivity\":{\"value\":2,\"low\":1,\"high\":5,\"unit\":\"mS/cm\",\"mark\":\"seen\"," +
		"\"source\":\"a paper\"}}}";

	@Test
	void builtInMaterialsAreComplete() {
		for (final String n : MaterialReader.BUILT_IN) {
			final Material m = MaterialReader.builtIn(n);
			assertEquals(n, m.name());
			for (final Property p : m.properties().values())
				assertFalse(p.source().isBlank(), n + " " + p.key());
			if (m.kind() == Material.Kind.ELECTROLYTE) {
				assertEquals(Material.Kind.METAL, MaterialReader.builtIn(m.metal()).kind());
				for (final MaterialKey k : new MaterialKey[] { MaterialKey.IONIC_CONDUCTIVITY,
					MaterialKey.ELECTRONIC_CONDUCTIVITY, MaterialKey.YOUNGS_MODULUS, MaterialKey.POISSON_RATIO,
					MaterialKey.TOUGHNESS })
					assertTrue(m.has(k), n + " " + k);
			}
		}
		assertEquals(0.019711, MaterialReader.builtIn("LITHIUM").creepLaw().prefactor298());
		assertEquals(155, MaterialReader.preset("a").strength().value());
	}

	@Test
	void unitsAreConverted() {
		final Property p = MaterialReader.material(GOOD, "x.json").property(MaterialKey.IONIC_CONDUCTIVITY);
		assertEquals(0.2, p.value(), 1e-15);
		assertEquals(0.5, p.high(), 1e-15);
	}

	@Test
	void mistakesAreOneSentence() {
		fails(GOOD.replace("\"unit\":\"mS/cm\",", ""), "has no unit; add \"unit\": \"S/m\"");
		fails(GOOD.replace("mS/cm", "furlong"), "has the unit \"furlong\"; use S/m");
		fails(GOOD.replace("\"ionic_conductivity\"", "\"ionic_conductance\""), "\"ionic_conductance\" is not known");
		fails(GOOD.replace("\"mark\"", "\"Mark\""), "unknown key \"Mark\"");
		fails(GOOD.replace("seen", "sure"), "mark \"sure\" is not known");
		fails(GOOD.replace("\"source\":\"a paper\"", "\"source\":\"\""), "\"source\" is missing or empty");
		fails(GOOD.replace("\"value\":2", "\"value\":9"), "outside its own range");
		fails(GOOD.replace("\"value\":2", "\"value\":\"much\""), "give a finite number");
		fails(GOOD.replace("\"value\":2,", ""), "no value");
		fails(GOOD.replace("\"format\":1", "\"format\":2"), "reads format 1");
		fails(GOOD.replace("electrolyte", "jelly"), "kind is \"jelly\"");
		fails("{", "no valid JSON");
		fails("[]", "holds no JSON object");
		assertTrue(assertThrows(IllegalArgumentException.class, () -> MaterialReader.builtIn("LiPON")).getMessage().contains(
			"Li6PS5Cl"));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> MaterialReader.preset("C")).getMessage().contains(
			"use one of A, B"));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> MaterialReader.preset(
			"{\"format\":1,\"preset\":\"C\",\"metal\":\"lithium\",\"electrolyte\":\"X\",\"properties\":{}}", "c.json"))
				.getMessage().contains("a preset needs the property"));
	}

	private static void fails(final String json, final String words) {
		final String message = assertThrows(IllegalArgumentException.class, () -> MaterialReader.material(json, "x.json"))
			.getMessage();
		assertTrue(message.contains(words), message);
		assertTrue(message.startsWith("x.json"), message);
	}
}
