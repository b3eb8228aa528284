// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import java.util.Map;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** Brings documents of older schemas to the present one, so that old sidecars go on being read. */
final class SchemaUpgrade {

	/** Schema 2 says of each spallation whether the voxels resolve its opening; before, nobody had looked. */
	private static final Map<String, JsonElement> SPALLATIONS_2 = Map.of("openingResolved", new JsonPrimitive(false));

	/** Schema 3 names the crack of each link of the graph. */
	private static final Map<String, JsonElement> GRAPH_3 = Map.of("crack", new JsonPrimitive(0));

	private SchemaUpgrade() {}

	/**
	 * Adds the keys that a document of an older schema lacks; those that it has are not touched.
	 *
	 * @param document changed in place
	 * @param schema the schema it was written with
	 */
	static void apply(final JsonElement document, final int schema) {
		if (schema < 2) rows(document, "spallations", SPALLATIONS_2);
		if (schema < 3) rows(document, "graph", GRAPH_3);
	}

	private static void rows(final JsonElement document, final String section, final Map<String, JsonElement> keys) {
		if (!document.isJsonObject()) return;
		final JsonElement s = document.getAsJsonObject().get(section);
		if (s == null || !s.isJsonObject() || s.getAsJsonObject().get("rows") == null || !s.getAsJsonObject().get("rows").isJsonArray()) return;
		for (final JsonElement row : s.getAsJsonObject().getAsJsonArray("rows"))
			if (row.isJsonObject()) fill(row.getAsJsonObject(), keys);
	}

	private static void fill(final JsonObject row, final Map<String, JsonElement> keys) {
		keys.forEach((name, value) -> {
			if (!row.has(name)) row.add(name, value);
		});
	}
}
