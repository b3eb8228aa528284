// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a window ImageJ's own commands that have a dialog say so, instead of going on with other numbers than the macro's. */
class NeedsWindowTest {

	@ParameterizedTest
	@ValueSource(strings = { "'Set...', 'value=1'", "'Gaussian Blur...', 'sigma=2'", "'Duplicate...', 'title=b duplicate'", "'Z Project...', 'projection=[Max Intensity]'",
		"'Properties...', 'unit=um'" })
	void commandsWithADialogAreRefusedInOneSentence(final String call) {
		final String said = MacroRunner.failure("newImage('a', '8-bit black', 8, 8, 2); run(" + call + ");");
		assertTrue(said != null && said.contains(call.substring(1, call.indexOf("'", 1))) && said.contains("--gui"), said);
	}

	/** They have no dialog and are in no property file of ImageJ. */
	@ParameterizedTest
	@ValueSource(strings = { "setColor(7); makeRectangle(1, 1, 3, 3); run('Fill', 'slice'); ok = getPixel(2, 2) == 7 && getPixel(5, 5) == 255;",
		"run('Invert', 'stack'); ok = getPixel(2, 2) == 0;", "run('32-bit'); ok = bitDepth() == 32;", "run('RGB Color'); ok = bitDepth() == 24;",
		"makeRectangle(1, 1, 3, 2); run('Crop'); ok = getWidth() == 3 && getHeight() == 2;", "run('Smooth', 'stack'); ok = getPixel(2, 2) == 255;" })
	void commandsWithoutADialogRun(final String macro) {
		assertNull(MacroRunner.failure("newImage('a', '8-bit white', 8, 9, 2); " + macro + " if (!ok) exit('wrong');"));
	}

	/** A failure inside a loop is told by its reason, not by the loop's missing end. */
	@Test
	void aFailureInALoopKeepsItsReason(@TempDir final Path dir) throws Exception {
		final Path macro = Files.writeString(dir.resolve("loop.ijm"), "for (i = 0; i < 2; i++) { run('Label Pores', 'image=nobody'); print(i); }");
		final PrintStream before = System.err;
		final ByteArrayOutputStream said = new ByteArrayOutputStream();
		System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
		try {
			assertEquals(1, Main.run(macro.toString()));
		}
		finally {
			System.setErr(before);
		}
		final String text = said.toString(StandardCharsets.UTF_8);
		assertTrue(text.contains("image=[nobody] is not open") && text.contains("(line 1)") && !text.contains("expected"), text);
	}

	@Test
	void filesAreStillWrittenAndRead(@TempDir final Path dir) {
		final String file = dir.resolve("a.tif").toString();
		assertNull(MacroRunner.failure("newImage('a', '8-bit white', 8, 9, 2); saveAs('Tiff', '" + file + "'); close(); open('" + file
			+ "'); if (getHeight() != 9 || nSlices != 2) exit('another image');"));
		assertTrue(Files.exists(dir.resolve("a.tif")));
		assertThrows(RuntimeException.class, () -> MacroRunner.failure("newImage('a', '8-bit white', 8, 9, 2); if (getPixel(1, 1) != 7) exit('another value');"),
			"exit does not stop these macros: they prove nothing");
	}
}
