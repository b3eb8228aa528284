// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.Map;

import org.dendritej.core.record.Microstructure;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;

/**
 * The document of a sample at rest: {@code <sample>.dendritej.json}, specified in {@code docs/microstructure-schema.md}.
 */
public final class Sidecar {

	/** End of every sidecar's file name. */
	public static final String SUFFIX = ".dendritej.json";
	private static final long LARGEST = 1L << 30;

	private Sidecar() {}

	/**
	 * The document as text. Equal documents give equal text.
	 *
	 * @param m the document
	 * @return JSON, UTF-8 when stored
	 */
	public static String text(final Microstructure m) {
		final JsonObject root = new JsonObject();
		root.addProperty("format", "dendritej-microstructure");
		root.addProperty("schema", Microstructure.SCHEMA);
		root.add("document", RecordTree.write(m));
		final Gson gson = new GsonBuilder().setPrettyPrinting().serializeNulls().disableHtmlEscaping().create();
		return gson.toJson(root) + "\n";
	}

	/**
	 * Reads a document's file.
	 *
	 * @param file path as the user typed it
	 * @return the document
	 * @throws IllegalArgumentException if the file is missing, damaged or newer than this version; nothing is changed then
	 */
	public static Microstructure read(final String file) {
		return parse(Path.of(file.strip()).getFileName().toString(), TextFile.read("file", file, LARGEST));
	}

	/**
	 * Reads a document from text.
	 *
	 * @param name what to call it in an error
	 * @param text JSON
	 * @return the document
	 */
	public static Microstructure parse(final String name, final String text) {
		final JsonObject root;
		try {
			final JsonReader reader = new JsonReader(new StringReader(text));
			final JsonElement e = JsonParser.parseReader(reader);
			root = e.getAsJsonObject();
		}
		catch (final JsonParseException | IllegalStateException | StackOverflowError e) {
			throw damaged(name, "it is not complete JSON");
		}
		if (!root.has("format") || !"dendritej-microstructure".equals(asText(root.get("format")))) throw damaged(name,
			"its \"format\" is not dendritej-microstructure");
		final int schema = schema(name, root);
		if (schema > Microstructure.SCHEMA) throw new IllegalArgumentException(name + " was written with schema " + schema
			+ "; this version reads schemas up to " + Microstructure.SCHEMA + ". Update DendriteJ to open it.");
		SchemaUpgrade.apply(root.get("document"), schema);
		try {
			return (Microstructure) RecordTree.read("document", root.get("document"), Microstructure.class, Map.of());
		}
		catch (final RecordTree.Mismatch e) {
			throw damaged(name, e.getMessage());
		}
	}

	private static String asText(final JsonElement e) {
		return e.isJsonPrimitive() ? e.getAsString() : "";
	}

	private static int schema(final String name, final JsonObject root) {
		final JsonElement e = root.get("schema");
		if (e == null || !e.isJsonPrimitive() || !e.getAsJsonPrimitive().isNumber() || e.getAsInt() < 1) throw damaged(name,
			"its \"schema\" is not a whole number from 1");
		if (!root.has("document")) throw damaged(name, "it has no \"document\"");
		return e.getAsInt();
	}

	private static IllegalArgumentException damaged(final String name, final String why) {
		return new IllegalArgumentException(name + " is damaged or not a DendriteJ sidecar: " + why
			+ ". Restore it from a copy, or run the commands again.");
	}
}
