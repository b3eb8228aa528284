// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.record;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a section was made, in enough detail to make it again.
 *
 * @param command menu label of the command
 * @param version version of the suite
 * @param date UTC, ISO 8601
 * @param parameters the command's keys and values as a macro would write them
 * @param inputs image title or file to SHA-256 of its pixels
 */
public record Provenance(String command, String version, String date, Map<String, String> parameters,
	Map<String, String> inputs)
{

	/** Keeps sorted copies, so that equal runs give equal text. */
	public Provenance {
		parameters = java.util.Collections.unmodifiableMap(new TreeMap<>(parameters));
		inputs = java.util.Collections.unmodifiableMap(new TreeMap<>(inputs));
	}
}
