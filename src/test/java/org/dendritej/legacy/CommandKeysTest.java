// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.legacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;

class CommandKeysTest {

	@Test
	void keysAreFoundOutsideValues() {
		assertEquals(List.of("image", "face", "folder"), CommandKeys.keysIn("image=[a b=c [d]] face=Y- folder='/x y=z/'"));
		assertEquals(List.of(), CommandKeys.keysIn("  "));
		assertThrows(IllegalArgumentException.class, () -> CommandKeys.keysIn("flag"));
		assertThrows(IllegalArgumentException.class, () -> CommandKeys.keysIn("image=[open"));
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
