// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;

import org.dendritej.core.record.Column;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as JSON: what is written is read, and whatever else is in a file is refused in one sentence. */
class JsonRowsTest {

	private static final List<Column<Object[]>> COLUMNS = List.of(new Column<>("n", "a whole number", r -> r[0]), new Column<>("x_um", "a length", r -> r[1]),
		new Column<>("s", "a text", r -> r[2]));

	@Test
	void whatIsWrittenIsRead() {
		final String text = JsonRows.text("some-table", Map.of("note", "a \"remark\""), COLUMNS, List.of(new Object[] { 1, 0.25, "µ" }, new Object[] { 2, Double.NaN,
			null }));
		assertEquals(List.of(Map.of("n", "1", "x_um", "0.25", "s", "µ"), Map.of("n", "2", "x_um", "", "s", "")), JsonRows.read("k", "f", text, "some-table"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "3", "[]", "{", "{\"format\": null}", "{\"format\": {}}", "{\"format\": \"t\"}", "{\"format\": \"t\", \"rows\": null}",
		"{\"format\": \"t\", \"rows\": {}}", "{\"format\": \"t\", \"rows\": [null]}", "{\"format\": \"t\", \"rows\": [1]}",
		"{\"format\": \"t\", \"rows\": [{\"a\": []}]}", "{\"format\": \"t\", \"rows\": [{\"a\": {}}]}" })
	void whatIsNoTableIsRefused(final String text) {
		assertEquals("k=f cannot be read as a JSON table; give a file that the suite wrote.", assertThrows(IllegalArgumentException.class, () -> JsonRows.read("k",
			"f", text, "t")).getMessage());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"format\": \"other\", \"rows\": []}", "{\"format\": 3}" })
	void anotherFormatIsRefused(final String text) {
		assertEquals("k=f is not of the format t; give a file that the suite wrote.", assertThrows(IllegalArgumentException.class, () -> JsonRows.read("k", "f",
			text, "t")).getMessage());
	}
}
