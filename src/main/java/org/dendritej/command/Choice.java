// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.List;
import java.util.Locale;

/** Reads a key whose values are words: macros are not held to the list that the dialog offers. */
final class Choice {

	private Choice() {}

	static String of(final String key, final String typed, final String... allowed) {
		final String word = typed == null || typed.isBlank() ? allowed[0] : typed.strip().toLowerCase(Locale.ROOT);
		if (List.of(allowed).contains(word)) return word;
		throw new IllegalArgumentException(key + "=" + typed + " is not known; use " + String.join(", ", allowed) + ".");
	}
}
