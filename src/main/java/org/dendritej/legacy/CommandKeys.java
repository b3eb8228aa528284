// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.legacy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

import ij.ImagePlus;
import ij.WindowManager;

/** Turns the option text of a macro into a command's inputs and back, strictly: nothing is guessed, nothing is ignored. */
final class CommandKeys {

	private static final List<String> LAST = List.of("sample", "folder", "overwrite", "threads", "seed");

	private CommandKeys() {}

	/** Key of an input, as macros write it. */
	static String key(final ModuleItem<?> item) {
		return item.getName().toLowerCase(Locale.ROOT);
	}

	/** The inputs that a user sees: image first, the command's own next, what all commands share last. */
	static List<ModuleItem<?>> inputs(final CommandInfo info) {
		final List<ModuleItem<?>> own = new ArrayList<>();
		final List<ModuleItem<?>> first = new ArrayList<>();
		final List<ModuleItem<?>> shared = new ArrayList<>();
		for (final ModuleItem<?> item : info.inputs()) {
			if (item.getVisibility() == ItemVisibility.MESSAGE || Service.class.isAssignableFrom(item.getType())) continue;
			if (item.getType().getName().equals("org.scijava.Context")) continue;
			final String key = key(item);
			(LAST.contains(key) ? shared : key.equals("image") || key.equals("voxel") ? first : own).add(item);
		}
		first.addAll(own);
		first.addAll(shared);
		return first;
	}

	/** Heading of the part of a dialog in which an input stands; empty for the command's own. */
	static String group(final ModuleItem<?> item) {
		final String key = key(item);
		return LAST.contains(key) ? "Sample and output" : key.equals("image") || key.equals("voxel") ? "Image" : "";
	}

	/**
	 * Whether a text input names an open image: the parameter says {@code style = "image"}, or its description begins with
	 * "Title of", perhaps behind a word that says when. Fiji takes an unknown style for a plain text field.
	 */
	static boolean isImageTitle(final ModuleItem<?> item) {
		if (item.getType() != String.class) return false;
		final String style = item.getWidgetStyle(), what = item.getDescription();
		return "image".equals(style) || what != null && what.matches("([A-Z][a-z]+: )?[Tt]itle of .*");
	}

	/** Whether a text input is the path of a file: its key is {@code file}, or its description begins with what the file holds. */
	static boolean isFile(final ModuleItem<?> item) {
		final String what = item.getDescription();
		return item.getType() == String.class && (key(item).equals("file") || what != null && what.matches("(Path of|CSV|File with) .*"));
	}

	/** Refuses a number outside the range that the parameter declares, and a word that is not among its choices. */
	static void requireInRange(final ModuleItem<?> item, final Object value) {
		if (value instanceof Number) {
			final double v = ((Number) value).doubleValue();
			final Object least = item.getMinimumValue(), most = item.getMaximumValue();
			if (Double.isNaN(v) || least instanceof Number && v < ((Number) least).doubleValue() || most instanceof Number && v > ((Number) most).doubleValue())
				throw new IllegalArgumentException(key(item) + "=" + value + " is out of range; give a number" + (least == null ? "" : " from " + least)
					+ (most == null ? "" : " up to " + most) + ".");
		}
		final List<?> choices = item.getChoices();
		if (value instanceof String && choices != null && !choices.isEmpty() && !choices.contains(value)) throw new IllegalArgumentException(key(item)
			+ "=" + value + " does not exist; choose one of " + choices + ".");
	}

	/** Reads the values that {@code options} gives; keys that are not given keep their defaults. */
	static Map<String, Object> parse(final CommandInfo info, final String options) {
		final Map<String, ModuleItem<?>> known = new LinkedHashMap<>();
		inputs(info).forEach(i -> known.put(key(i), i));
		final Map<String, Object> values = new LinkedHashMap<>();
		for (final Map.Entry<String, String> given : MacroOptions.read(options).entrySet()) {
			final String key = given.getKey();
			final ModuleItem<?> item = known.get(key);
			if (item == null) throw new IllegalArgumentException("\"" + info.getLabel() + "\" has no key " + key + "; did you mean "
				+ nearest(key, known.keySet()) + "? It has: " + String.join(", ", known.keySet()) + ".");
			values.put(item.getName(), convert(item, given.getValue()));
		}
		return values;
	}

	static Object convert(final ModuleItem<?> item, final String text) {
		final Class<?> type = item.getType();
		final String key = key(item);
		if (text.isEmpty() && type != String.class) throw new IllegalArgumentException(key
			+ "= has no value; write " + key + "=VALUE, with [ ] around a value that has spaces.");
		if (type == ImagePlus.class) {
			final ImagePlus imp = WindowManager.getImage(text);
			if (imp == null) throw new IllegalArgumentException(key + "=[" + text
				+ "] is not open; give the title of an open image (see the Window menu).");
			return imp;
		}
		if (type == boolean.class || type == Boolean.class) {
			if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) return Boolean.valueOf(text);
			throw new IllegalArgumentException(key + "=" + text + " is neither true nor false; write one of the two.");
		}
		if (type == String.class) return text;
		try {
			if (type == int.class || type == Integer.class) return Integer.valueOf(text.strip());
			if (type == long.class || type == Long.class) return Long.valueOf(text.strip());
			return Double.valueOf(text.strip());
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException(key + "=" + text + " is not a " + (type == double.class || type == Double.class ? "number"
				: "whole number") + "; write it with a point as decimal mark and without a unit.");
		}
	}

	/** Key and text of every value that differs from its default. */
	static Map<String, String> different(final CommandInfo info, final Map<String, Object> values) {
		final Map<String, String> texts = new LinkedHashMap<>();
		for (final ModuleItem<?> item : inputs(info)) {
			final Object value = values.get(item.getName());
			if (value == null || Objects.equals(value, item.getDefaultValue()) || "".equals(value)) continue;
			texts.put(key(item), value instanceof ImagePlus ? ((ImagePlus) value).getTitle() : value.toString());
		}
		return texts;
	}

	/** The options of a macro line that repeats a run. */
	static String recorded(final CommandInfo info, final Map<String, Object> values) {
		final StringBuilder s = new StringBuilder();
		different(info, values).forEach((key, text) -> s.append(s.length() == 0 ? "" : " ").append(key).append('=').append(MacroOptions.written(key, text)));
		return s.toString();
	}

	private static String nearest(final String key, final Iterable<String> known) {
		String best = "";
		int least = Integer.MAX_VALUE;
		for (final String k : known) {
			final int d = edits(key, k);
			if (d < least) {
				least = d;
				best = k;
			}
		}
		return best;
	}

	/** Levenshtein distance. */
	private static int edits(final String a, final String b) {
		int[] row = new int[b.length() + 1];
		for (int j = 0; j <= b.length(); j++)
			row[j] = j;
		for (int i = 1; i <= a.length(); i++) {
			final int[] next = new int[b.length() + 1];
			next[0] = i;
			for (int j = 1; j <= b.length(); j++)
				next[j] = Math.min(Math.min(next[j - 1], row[j]) + 1, row[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
			row = next;
		}
		return row[b.length()];
	}
}
