// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dendritej.core.record.Column;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;

/** A table as JSON: its format, remarks that belong to it, and one object for each row; what is not measured is null. */
public final class JsonRows {

	private JsonRows() {}

	/**
	 * Writes a table.
	 *
	 * @param <R> type of a row
	 * @param format name of the format, such as dendritej-transforms
	 * @param remarks texts by name
	 * @param columns what to write of each row
	 * @param rows the rows
	 * @return the text
	 */
	public static <R> String text(final String format, final Map<String, String> remarks, final List<Column<R>> columns, final List<R> rows) {
		final JsonObject all = new JsonObject();
		all.addProperty("format", format);
		all.addProperty("schema", 1);
		remarks.forEach(all::addProperty);
		final JsonArray list = new JsonArray();
		for (final R r : rows) {
			final JsonObject o = new JsonObject();
			for (final Column<R> c : columns)
				o.add(c.name(), element(c.of().apply(r)));
			list.add(o);
		}
		all.add("rows", list);
		return new GsonBuilder().setPrettyPrinting().serializeNulls().create().toJson(all) + "\n";
	}

	private static JsonElement element(final Object v) {
		if (v == null || v instanceof Double && !Double.isFinite((Double) v)) return JsonNull.INSTANCE;
		return v instanceof Number ? new JsonPrimitive((Number) v) : v instanceof Boolean ? new JsonPrimitive((Boolean) v) : new JsonPrimitive(v.toString());
	}

	/**
	 * Reads the rows of such a table.
	 *
	 * @param key parameter that names the file, for errors
	 * @param file its name
	 * @param text its content
	 * @param format the format that is wanted
	 * @return each row's values as texts, by name; null values are empty
	 * @throws IllegalArgumentException if it is no such table
	 */
	public static List<Map<String, String>> read(final String key, final String file, final String text, final String format) {
		final JsonObject all = object(parsed(text));
		final JsonElement own = all == null ? null : all.get("format"), list = all == null ? null : all.get("rows");
		if (all == null || own != null && !own.isJsonPrimitive()) throw unreadable(key, file);
		if (own == null || !own.getAsString().equals(format)) throw new IllegalArgumentException(key + "=" + file + " is not of the format " + format
			+ "; give a file that the suite wrote.");
		if (list == null || !list.isJsonArray()) throw unreadable(key, file);
		final List<Map<String, String>> rows = new ArrayList<>();
		for (final JsonElement e : list.getAsJsonArray()) {
			final JsonObject o = object(e);
			if (o == null) throw unreadable(key, file);
			final Map<String, String> row = new LinkedHashMap<>();
			for (final Map.Entry<String, JsonElement> c : o.entrySet()) {
				if (!c.getValue().isJsonNull() && !c.getValue().isJsonPrimitive()) throw unreadable(key, file);
				row.put(c.getKey(), c.getValue().isJsonNull() ? "" : c.getValue().getAsString());
			}
			rows.add(row);
		}
		return rows;
	}

	/** What a text holds; null if it is no JSON. */
	private static JsonElement parsed(final String text) {
		try {
			return JsonParser.parseString(text);
		}
		catch (final JsonParseException e) {
			return null;
		}
	}

	private static JsonObject object(final JsonElement e) {
		return e != null && e.isJsonObject() ? e.getAsJsonObject() : null;
	}

	private static IllegalArgumentException unreadable(final String key, final String file) {
		return new IllegalArgumentException(key + "=" + file + " cannot be read as a JSON table; give a file that the suite wrote.");
	}
}
