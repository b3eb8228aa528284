// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** Every notebook's cells run in order, and the cell-marked script beside it holds the same cells. */
class NotebooksRunTest {

	private static final Path FOLDER = Path.of("macros/notebooks");

	@TestFactory
	Stream<DynamicTest> everyNotebookRuns(@TempDir final Path dir) throws IOException {
		final List<Path> notebooks;
		try (Stream<Path> s = Files.list(FOLDER)) {
			notebooks = s.filter(p -> p.toString().endsWith(".ipynb")).sorted().toList();
		}
		assertTrue(notebooks.size() >= 2, "notebooks are missing");
		return notebooks.stream().map(p -> DynamicTest.dynamicTest(p.getFileName().toString(), () -> {
			final String name = p.getFileName().toString().replace(".ipynb", "");
			final List<String> cells = cells(p);
			assertEquals(scriptCells(FOLDER.resolve(name + ".py")), cells);
			final Path script = Files.writeString(dir.resolve(name + ".py"), String.join("\n\n", cells) + "\n");
			final Path out = Files.createDirectory(dir.resolve(name));
			assertEquals(0, Main.run(script.toString(), out.toString()));
			try (Stream<Path> made = Files.list(out)) {
				assertTrue(made.anyMatch(f -> f.toString().endsWith("-report.html")), "no report was written");
			}
		}));
	}

	/** Code cells without the line that tells the kernel the language. */
	private static List<String> cells(final Path notebook) throws IOException {
		final List<String> cells = new ArrayList<>();
		for (final JsonElement e : JsonParser.parseString(Files.readString(notebook)).getAsJsonObject().getAsJsonArray("cells")) {
			final JsonObject cell = e.getAsJsonObject();
			if (!cell.get("cell_type").getAsString().equals("code")) continue;
			final StringBuilder text = new StringBuilder();
			cell.getAsJsonArray("source").forEach(line -> text.append(line.getAsString()));
			assertTrue(text.toString().startsWith("#!jython\n"), "a cell does not say its language");
			cells.add(text.substring("#!jython\n".length()).strip());
		}
		return cells;
	}

	private static List<String> scriptCells(final Path script) throws IOException {
		final List<String> cells = new ArrayList<>();
		for (final String part : Files.readString(script).split("(?m)^# %%"))
			if (!part.isBlank() && !part.startsWith(" [markdown]")) cells.add(part.strip());
		return cells;
	}
}
