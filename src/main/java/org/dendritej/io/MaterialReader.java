// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.dendritej.core.model.Mark;
import org.dendritej.core.model.Material;
import org.dendritej.core.model.MaterialKey;
import org.dendritej.core.model.Preset;
import org.dendritej.core.model.Property;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * Reads material and preset files, strictly: an unknown key, a missing unit or source, or a value outside its own range
 * is refused in one sentence that names file, property and remedy. A user's file has the same form as the built-in ones.
 */
public final class MaterialReader {

	/** The materials that come with the suite. */
	public static final List<String> BUILT_IN = List.of("Li6PS5Cl", "LLZTO", "NaBetaAlumina", "lithium", "sodium",
		"LiMg");
	/** The presets that come with the suite. */
	public static final List<String> PRESETS = List.of("A", "B");

	private static final Set<String> PROPERTY_KEYS = Set.of("value", "low", "high", "unit", "mark", "source");

	private MaterialReader() {}

	/**
	 * A material that comes with the suite.
	 *
	 * @param name one of {@link #BUILT_IN}; upper and lower case are alike
	 * @return the material
	 * @throws IllegalArgumentException for any other name
	 */
	public static Material builtIn(final String name) {
		for (final String n : BUILT_IN)
			if (n.equalsIgnoreCase(name == null ? "" : name.trim())) return material(resource(n), n + ".json");
		throw new IllegalArgumentException("material=" + name + " is not built in; use one of " + String.join(", ",
			BUILT_IN) + ", or the path of a material file that ends in .json.");
	}

	/**
	 * A preset that comes with the suite.
	 *
	 * @param name one of {@link #PRESETS}
	 * @return the preset
	 * @throws IllegalArgumentException for any other name
	 */
	public static Preset preset(final String name) {
		for (final String n : PRESETS)
			if (n.equalsIgnoreCase(name == null ? "" : name.trim())) return preset(resource("preset-" + n), "preset-" + n +
				".json");
		throw new IllegalArgumentException("preset=" + name + " is not built in; use one of " + String.join(", ", PRESETS) +
			", or the path of a preset file that ends in .json.");
	}

	private static String resource(final String name) {
		final String path = "/org/dendritej/materials/" + name + ".json";
		try (InputStream in = MaterialReader.class.getResourceAsStream(path)) {
			if (in == null) throw new IllegalStateException("resource " + path + " is missing from the jar");
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (final IOException e) {
			throw new IllegalStateException("resource " + path + " cannot be read", e);
		}
	}

	/**
	 * Reads the text of a material file.
	 *
	 * @param json the text
	 * @param file its name, for messages
	 * @return the material
	 * @throws IllegalArgumentException for anything that does not belong
	 */
	public static Material material(final String json, final String file) {
		final JsonObject o = object(json, file);
		allow(o, Set.of("format", "name", "kind", "metal", "note", "properties"), file, "the file");
		format(o, file);
		final String kind = text(o, "kind", file);
		if (!Set.of("metal", "electrolyte").contains(kind)) throw new IllegalArgumentException(file + ": kind is \"" + kind +
			"\"; use metal or electrolyte.");
		return new Material(text(o, "name", file), Material.Kind.valueOf(kind.toUpperCase(Locale.ROOT)), text(o, "metal",
			file), o.has("note") ? text(o, "note", file) : "", properties(o, file));
	}

	/**
	 * Reads the text of a preset file.
	 *
	 * @param json the text
	 * @param file its name, for messages
	 * @return the preset
	 * @throws IllegalArgumentException for anything that does not belong
	 */
	public static Preset preset(final String json, final String file) {
		final JsonObject o = object(json, file);
		allow(o, Set.of("format", "preset", "metal", "electrolyte", "note", "properties"), file, "the file");
		format(o, file);
		final Map<MaterialKey, Property> p = properties(o, file);
		final Set<MaterialKey> wanted = Set.of(MaterialKey.CREEP_EXPONENT, MaterialKey.CREEP_PREFACTOR,
			MaterialKey.CREEP_ACTIVATION, MaterialKey.STRENGTH);
		for (final MaterialKey k : wanted)
			if (!p.containsKey(k)) throw new IllegalArgumentException(file + ": a preset needs the property \"" + k.key() +
				"\"; add it with value, unit, mark and source.");
		for (final MaterialKey k : p.keySet())
			if (!wanted.contains(k)) throw new IllegalArgumentException(file + ": the property \"" + k.key() +
				"\" does not belong into a preset; move it to a material file.");
		return new Preset(text(o, "preset", file), text(o, "metal", file), text(o, "electrolyte", file), p.get(
			MaterialKey.CREEP_EXPONENT), p.get(MaterialKey.CREEP_PREFACTOR), p.get(MaterialKey.CREEP_ACTIVATION), p.get(
				MaterialKey.STRENGTH), o.has("note") ? text(o, "note", file) : "");
	}

	private static JsonObject object(final String json, final String file) {
		try {
			final JsonElement e = JsonParser.parseString(json);
			if (e.isJsonObject()) return e.getAsJsonObject();
		}
		catch (final JsonParseException e) {
			throw new IllegalArgumentException(file + " is no valid JSON (" + e.getMessage().split("\n")[0] +
				"); correct the file or copy a built-in one.", e);
		}
		throw new IllegalArgumentException(file + " holds no JSON object; it must begin with {; copy a built-in file.");
	}

	private static void format(final JsonObject o, final String file) {
		final double format = o.has("format") ? number(o, "format", file, "the file") : Double.NaN;
		if (format != 1) throw new IllegalArgumentException(file + ": format is " + (o.has("format") ? o.get("format")
			: "missing") + "; this version reads format 1.");
	}

	private static Map<MaterialKey, Property> properties(final JsonObject o, final String file) {
		if (!o.has("properties") || !o.get("properties").isJsonObject()) throw new IllegalArgumentException(file +
			": the object \"properties\" is missing; copy a built-in file.");
		final Map<MaterialKey, Property> all = new EnumMap<>(MaterialKey.class);
		for (final Map.Entry<String, JsonElement> e : o.getAsJsonObject("properties").entrySet()) {
			try {
				final MaterialKey key = MaterialKey.parse(e.getKey());
				all.put(key, property(key, e.getValue(), file));
			}
			catch (final IllegalArgumentException x) {
				throw x.getMessage().startsWith(file) ? x : new IllegalArgumentException(file + ": " + x.getMessage(), x);
			}
		}
		return all;
	}

	private static Property property(final MaterialKey key, final JsonElement e, final String file) {
		final String where = "property \"" + key.key() + "\"";
		if (!e.isJsonObject()) throw new IllegalArgumentException(where + " is " + e +
			"; it must be an object with value, low, high, unit, mark and source.");
		final JsonObject o = e.getAsJsonObject();
		allow(o, PROPERTY_KEYS, file, where);
		if (!o.has("unit")) throw new IllegalArgumentException(where + " has no unit; add \"unit\": \"" + key.unit() +
			"\".");
		final String unit = text(o, "unit", file);
		final double value = number(o, "value", file, where);
		final double low = o.has("low") ? number(o, "low", file, where) : value;
		final double high = o.has("high") ? number(o, "high", file, where) : value;
		return new Property(key, key.convert(value, unit), key.convert(low, unit), key.convert(high, unit), Mark.parse(text(
			o, "mark", file)), text(o, "source", file));
	}

	private static void allow(final JsonObject o, final Set<String> keys, final String file, final String where) {
		for (final String k : o.keySet())
			if (!keys.contains(k)) throw new IllegalArgumentException(file + ": " + where + " holds the unknown key \"" + k +
				"\"; use only " + String.join(", ", new TreeSet<>(keys)) + ".");
	}

	private static String text(final JsonObject o, final String key, final String file) {
		if (!o.has(key) || !o.get(key).isJsonPrimitive() || o.get(key).getAsString().isBlank())
			throw new IllegalArgumentException(file + ": \"" + key + "\" is missing or empty; add it as a text.");
		return o.get(key).getAsString();
	}

	private static double number(final JsonObject o, final String key, final String file, final String where) {
		try {
			final double v = o.get(key).getAsDouble();
			if (Double.isFinite(v)) return v;
		}
		catch (final RuntimeException e) {
			// falls through to the same sentence as a missing or infinite number
		}
		throw new IllegalArgumentException(file + ": " + where + " has " + (o.has(key) ? key + " = " + o.get(key) : "no " +
			key) + "; give a finite number.");
	}
}
