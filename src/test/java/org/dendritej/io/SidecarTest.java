// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.Crack;
import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Link;
import org.dendritej.core.record.MgRegion;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Provenance;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.record.Section;
import org.dendritej.core.record.Spallation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SidecarTest {

	private static final Provenance HOW = new Provenance("Label Pores", "0", "2026-01-01T00:00:00Z", Map.of("face", "Y-"), Map.of("a \"quoted\" title",
		"00ff"));

	private static <R> Section<R> section(final List<R> rows) {
		return new Section<>(new VoxelGrid(3, 4, 5, 0.04, 0.04, 0.1, new Vec3(1, -2, 0.1)), ElectrodeFace.Y_MINUS, rows, List.of(Quantity.of("porosity",
			0.1 + 0.2, 0.29, 0.3, 0.31, "", "counted"), Quantity.text("validity", "pass", "Ω µm")), List.of(Flag.warn("few", "only 3")), HOW);
	}

	static Microstructure sample() {
		return Microstructure.empty("a sample").withCracks(section(List.of(new Crack(1, 12345678901L, 0.5, 2.5, Double.NaN, 158, 12, 90, 120, 15.8, true, 2.4,
			true, 1.02, List.of(3, 7), true))), section(List.of()), section(List.of(new Link("face", "pore:3", 2.5, Double.POSITIVE_INFINITY))))
			.withMagnesium(section(List.of(new MgRegion("s", 1, 10, 100, 90, 10, 13.8, 2, 4, Double.NaN, 1, 0.5, 0.5, MgRegion.Verdict.UNDECIDED, Double.NaN,
				false))));
	}

	@Test
	void whatIsWrittenIsReadBackEqual() {
		final String text = Sidecar.text(sample());
		final Microstructure back = Sidecar.parse("x", text);
		assertEquals(sample(), back);
		assertEquals(text, Sidecar.text(back));
	}

	@Test
	void everyTruncationIsRefusedWithOneSentence() {
		final String text = Sidecar.text(sample());
		for (int n = 0; n < text.length() - 2; n += 7) {
			final String cut = text.substring(0, n);
			final IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Sidecar.parse("cut.dendritej.json", cut));
			assertTrue(e.getMessage().startsWith("cut.dendritej.json is damaged"), e.getMessage());
		}
	}

	@Test
	void damageIsNamedByItsPlace() {
		final String text = Sidecar.text(sample());
		check(text.replace("\"lengthUm\": 2.5", "\"lengthUm\": \"long\""), "document.cracks.rows[0].lengthUm is not a number");
		check(text.replace("\"tortuosity\"", "\"twist\""), "has no key \"tortuosity\"");
		check(text.replace("\"voxels\": 12345678901", "\"voxels\": 1.5"), "document.cracks.rows[0].voxels");
		check(text.replace("\"UNDECIDED\"", "\"PERHAPS\""), "unknown word \"PERHAPS\"");
		check(text.replace("\"sample\": \"a sample\"", "\"sample\": \"a sample\", \"more\": 1"), "unknown key \"more\"");
		check(text.replace("\"dxUm\": 0.04", "\"dxUm\": -0.04"), "document.cracks.grid is not valid");
		check(text.replace("\"volumeUm3\": 0.5", "\"volumeUm3\": 1e999"), "too large");
		check("[1, 2]", "not complete JSON");
		check("{\"format\": \"other\"}", "format");
	}

	private static void check(final String text, final String expected) {
		final IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Sidecar.parse("x", text));
		assertTrue(e.getMessage().contains(expected), e.getMessage());
	}

	@Test
	void aNewerSchemaIsRefusedWithTheAdviceToUpdate() {
		final String text = Sidecar.text(sample()).replace("\"schema\": 3", "\"schema\": 99");
		final IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Sidecar.parse("x", text));
		assertTrue(e.getMessage().contains("schema 99") && e.getMessage().contains("Update"), e.getMessage());
	}

	@Test
	void spallationsOfSchemaOneAreReadAsNotKnownToBeResolved() {
		final Microstructure now = Microstructure.empty("s").withSpallations(section(List.of(new Spallation(1, "volume", new Vec3(1, 2, 3), 20, 0.1, 21,
			0.98, 1, 314, 5, 4.8, 0.3, 94, 60, 70, 0.86, 0.01, 2, "opened"))));
		final String text = Sidecar.text(now), old = text.replace("\"schema\": 3", "\"schema\": 1").replaceFirst(",\\s*\"openingResolved\": false", "");
		assertTrue(!old.contains("openingResolved"), old);
		assertEquals(now, Sidecar.parse("x", old));
		assertEquals(text, Sidecar.text(Sidecar.parse("x", old)));
		check(old.replace("\"schema\": 1", "\"schema\": 2"), "has no key \"openingResolved\"");
	}

	@Test
	void linksOfSchemaTwoAreReadAsThroughAnUnknownCrack() {
		final Microstructure now = sample();
		final String text = Sidecar.text(now), old = text.replace("\"schema\": 3", "\"schema\": 2").replaceFirst(",\\s*\"crack\": 0", "");
		assertTrue(old.length() < text.length() - 10 && !old.contains("\"crack\":"), old);
		assertEquals(now, Sidecar.parse("x", old));
		check(old.replace("\"schema\": 2", "\"schema\": 3"), "has no key \"crack\"");
	}

	@Test
	void deepNestingDoesNotBreakTheReader() {
		assertThrows(IllegalArgumentException.class, () -> Sidecar.parse("x", "[".repeat(200_000)));
	}

	@Test
	void aMissingFileIsNamed(@TempDir final Path dir) {
		final IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Sidecar.read(dir.resolve("no.dendritej.json").toString()));
		assertTrue(e.getMessage().contains("does not exist"), e.getMessage());
	}

	@Test
	void filesAppearAllOrNotAtAll(@TempDir final Path dir) throws IOException {
		Files.writeString(dir.resolve("b.csv"), "old");
		try (OutputFolder out = new OutputFolder(dir.toString(), false)) {
			out.addText("a.csv", "new");
			assertThrows(IllegalArgumentException.class, () -> out.addText("b.csv", "new"));
		}
		try (var files = Files.list(dir)) {
			assertEquals(List.of("b.csv"), files.map(f -> f.getFileName().toString()).toList());
		}
		assertEquals("old", Files.readString(dir.resolve("b.csv")));
		try (OutputFolder out = new OutputFolder(dir.toString(), true)) {
			out.addText("b.csv", "new");
			out.commit();
		}
		assertEquals("new", Files.readString(dir.resolve("b.csv")));
	}

	@Test
	void aFolderThatCannotBeMadeIsRefused(@TempDir final Path dir) throws IOException {
		final Path file = Files.writeString(dir.resolve("file"), "x");
		assertThrows(IllegalArgumentException.class, () -> new OutputFolder(file.toString(), false));
		assertThrows(IllegalArgumentException.class, () -> new OutputFolder(file.resolve("below").toString(), false));
		assertThrows(IllegalArgumentException.class, () -> new OutputFolder("nul\0byte", false));
	}

	@Test
	void cellsAreSafeForSpreadsheets() {
		assertEquals("", Csv.cell(Double.NaN));
		assertEquals("3", Csv.cell(3.0));
		assertEquals("0.1", Csv.cell(0.1));
		assertEquals("1.0E-12", Csv.cell(1e-12));
		assertEquals("'=1+1", Csv.cell("=1+1"));
		assertEquals("\"a,\"\"b\"\"\"", Csv.cell("a,\"b\""));
		assertEquals("true", Csv.cell(true));
	}
}
