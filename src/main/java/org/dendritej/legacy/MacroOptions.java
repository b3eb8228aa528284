// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.legacy;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The text form of a macro's options: {@code key=value key=[a value] key='a value'}. ImageJ's own reader looks for a key
 * anywhere, also inside another key's value; this one reads from left to right.
 */
final class MacroOptions {

	private MacroOptions() {}

	/**
	 * Reads options.
	 *
	 * @param options as a macro gives them
	 * @return lower-case key to its text, in the order given
	 * @throws IllegalArgumentException if a key has no value, is given twice, or a bracket or quote is not closed
	 */
	static Map<String, String> read(final String options) {
		final Map<String, String> values = new LinkedHashMap<>();
		final String s = options.strip() + " ";
		int i = 0;
		while (i < s.length()) {
			if (Character.isWhitespace(s.charAt(i))) {
				i++;
				continue;
			}
			final int start = i;
			while (s.charAt(i) != '=' && !Character.isWhitespace(s.charAt(i)))
				i++;
			final String key = s.substring(start, i).toLowerCase(Locale.ROOT);
			if (s.charAt(i) != '=') throw new IllegalArgumentException("\"" + key + "\" has no value; write " + key + "=true or " + key + "=VALUE.");
			final int end = end(s, i + 1);
			final boolean enclosed = s.charAt(i + 1) == '[' || s.charAt(i + 1) == '\'';
			final String text = enclosed ? s.substring(i + 2, end - 1) : s.substring(i + 1, end);
			if (values.put(key, text) != null) throw new IllegalArgumentException(key + "= is given twice; give it once.");
			i = end;
		}
		return values;
	}

	/** Where the value that begins at {@code from} ends, with its bracket or quote. */
	private static int end(final String s, final int from) {
		if (s.charAt(from) == '\'') {
			final int quote = s.indexOf("' ", from + 1);
			if (quote < 0) throw unclosed("quote", s, from, "'");
			return quote + 1;
		}
		int i = from;
		if (s.charAt(from) != '[') {
			while (!Character.isWhitespace(s.charAt(i)))
				i++;
			return i;
		}
		for (int depth = 0; i < s.length(); i++) {
			if (s.charAt(i) == '[') depth++;
			if (s.charAt(i) == ']' && --depth == 0) break;
		}
		if (i >= s.length()) throw unclosed("bracket", s, from, "]");
		if (!Character.isWhitespace(s.charAt(i + 1))) throw new IllegalArgumentException("The value " + s.substring(from).strip()
			+ " goes on after its closing bracket; put ' ' around a value with single brackets.");
		return i + 1;
	}

	private static IllegalArgumentException unclosed(final String what, final String s, final int from, final String sign) {
		return new IllegalArgumentException("The " + what + " opened at \"" + s.substring(from).strip() + "\" is not closed; end the value with "
			+ sign + ".");
	}

	/**
	 * Writes a value so that {@link #read} gives it back equal.
	 *
	 * @param key for the error
	 * @param text the value
	 * @return it, with brackets or quotes where they are needed
	 * @throws IllegalArgumentException if a macro line cannot hold it
	 */
	static String written(final String key, final String text) {
		final boolean spaced = text.isEmpty() || text.chars().anyMatch(Character::isWhitespace);
		if (text.chars().anyMatch(c -> c == '\n' || c == '\r')) throw new IllegalArgumentException(key
			+ "= holds a line break, which no macro line can carry; remove it.");
		if (!spaced && !text.startsWith("'") && !text.startsWith("[")) return text;
		if (balanced(text)) return "[" + text + "]";
		if (!text.contains("' ") && !text.endsWith("'")) return "'" + text + "'";
		throw new IllegalArgumentException(key + "=" + text + " holds a square bracket without its partner and a quote before a space, which no macro "
			+ "line can carry; rename the file, folder or image.");
	}

	/** Whether every bracket has its partner, so that brackets can stand around the whole. */
	static boolean balanced(final String text) {
		int depth = 0;
		for (int i = 0; i < text.length() && depth >= 0; i++)
			depth += text.charAt(i) == '[' ? 1 : text.charAt(i) == ']' ? -1 : 0;
		return depth == 0;
	}
}
