// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

class CommandKeysTest {

	@Test
	void keysAreFoundOutsideValues() {
		assertEquals(Map.of("image", "a b=c [d]", "face", "Y-", "folder", "/x y=z/"), MacroOptions.read("image=[a b=c [d]] face=Y- folder='/x y=z/'"));
		assertEquals(Map.of(), MacroOptions.read("  "));
		for (final String wrong : List.of("flag", "image=[open", "folder='open", "image=[a]b", "phase=1 Phase=2"))
			assertThrows(IllegalArgumentException.class, () -> MacroOptions.read(wrong), wrong);
	}

	@Test
	void aKeyInsideAnothersValueIsNotMistakenForIt() {
		assertEquals("right", MacroOptions.read("folder=[/a image=wrong b] image=right").get("image"));
	}

	/** What a macro line can carry comes back equal; what it cannot is refused in words. */
	@Test
	void everyTextComesBackEqualOrIsRefused() {
		final Random random = new Random(10);
		final String signs = "ab µé猫/\\\"'[]=,.:&%$#@!(){} ";
		int refused = 0;
		for (int n = 0; n < 20000; n++) {
			final StringBuilder s = new StringBuilder();
			for (int i = random.nextInt(12); i >= 0; i--)
				s.append(signs.charAt(random.nextInt(signs.length())));
			final String text = s.toString();
			try {
				final String line = "first=1 key=" + MacroOptions.written("key", text) + " last=[x y]";
				assertEquals(Map.of("first", "1", "key", text, "last", "x y"), MacroOptions.read(line), line);
			}
			catch (final IllegalArgumentException e) {
				assertFalse(MacroOptions.balanced(text), text);
				assertTrue(e.getMessage().startsWith("key=") && e.getMessage().contains("square bracket"), e.getMessage());
				refused++;
			}
		}
		assertTrue(refused > 0 && refused < 3000, "refused " + refused);
		assertThrows(IllegalArgumentException.class, () -> MacroOptions.written("key", "two\nlines"));
	}

	@Test
	void aMisspeltKeyIsNamedWithTheNearestRightOne() {
		final IllegalArgumentException e = refuse("floder=/tmp");
		assertTrue(e.getMessage().contains("floder") && e.getMessage().contains("did you mean folder"), e.getMessage());
	}

	@Test
	void valuesOfTheWrongKindAreRefused() {
		assertTrue(refuse("threads=many").getMessage().contains("threads=many"));
		assertTrue(refuse("overwrite=yes").getMessage().contains("true"));
	}

	@Test
	void whatIsRecordedIsReadBackEqual() {
		try (Context context = new Context()) {
			final CommandInfo info = info(context);
			final Map<String, Object> values = Map.of("folder", "/a folder/with 'quotes' and µ", "overwrite", true, "sample", "s 1", "threads", 2, "file", "");
			final Map<String, Object> back = CommandKeys.parse(info, CommandKeys.recorded(info, values));
			assertEquals(Map.of("folder", "/a folder/with 'quotes' and µ", "overwrite", true, "sample", "s 1", "threads", 2), back);
		}
	}

	private static CommandInfo info(final Context context) {
		return context.service(CommandService.class).getCommand("org.dendritej.command.LoadMicrostructure");
	}

	private static IllegalArgumentException refuse(final String options) {
		try (Context context = new Context()) {
			return assertThrows(IllegalArgumentException.class, () -> CommandKeys.parse(info(context), options));
		}
	}
}
