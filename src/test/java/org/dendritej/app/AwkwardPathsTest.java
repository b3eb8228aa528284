// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Paths with spaces, quotes, brackets and letters of any language, on every way in; and what follows a failure. */
class AwkwardPathsTest {

	private static final String NAME = "a 'q' [b] \u00b5 \u00e9 \u732b, x=1 & 100%";

	@Test
	void macroScriptAndCommandLineTakeThem(@TempDir final Path dir) throws IOException {
		for (final String script : new String[] { "save_microstructure.ijm", "save_microstructure.py" }) {
			final Path home = Files.createDirectories(dir.resolve(NAME + " in " + script.substring(script.length() - 2)));
			final Path copy = Files.copy(Path.of("macros", script), home.resolve("my script " + script));
			final Path out = home.resolve("results " + NAME);
			assertEquals(0, Main.run(copy.toString(), out.toString()), script);
			assertTrue(Files.size(out.resolve("specimen.dendritej.json")) > 1000, script);
		}
	}

	/** A double quote cannot stand in a macro's string, but in a variable it can, and in Jython anyhow. */
	@Test
	void doubleQuotesTooWhereTheLanguageCanHoldThem(@TempDir final Path dir) throws IOException {
		final Path out = dir.resolve("a \"d\" b");
		assertEquals(0, Main.run("macros/save_microstructure.ijm", out.toString()));
		assertTrue(Files.exists(out.resolve("specimen.dendritej.json")));
		final Path again = dir.resolve("a \"d\" c");
		assertEquals(0, Main.run("macros/save_microstructure.py", again.toString()));
		assertTrue(Files.exists(again.resolve("specimen.dendritej.json")));
	}

	@Test
	void aFailedCommandStopsTheMacroInBatchModeToo(@TempDir final Path dir) {
		for (final String mode : new String[] { "", "setBatchMode(true);" }) {
			final Path after = dir.resolve("after" + mode.length() + ".txt");
			final String said = MacroRunner.failure(mode + "run('Make Synthetic Specimen', 'kind=ending size=96,96,32 count=2 poreradius=0.4 sample=s');"
				+ "run('Label Pores', 'image=s-classes phase=77'); File.saveString('x', '" + after + "');");
			assertNotNull(said);
			assertTrue(said.contains("holds no voxel of class 77"), said);
			assertFalse(Files.exists(after), "the macro went on");
		}
	}
}
