// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelTableTest {

	@TempDir
	private Path dir;

	private String file(final String text) throws IOException {
		return Files.writeString(dir.resolve("a table \u00b5.csv"), text).toString();
	}

	@Test
	void ourTablesAndThoseOfOthersAreRead() throws IOException {
		assertEquals(Map.of(1, 0.5, 3, 1e-3), LabelTable.read("table", file("label,radius_eq_um,kind\n1,0.5,\"a, b\"\n2,,c\n3,1e-3,d\n"), "radius_eq_um"));
		assertEquals(Map.of(7, 2.0), LabelTable.read("table", file("Name\tValue\tVol (unit)\r\nobj7\t7\t2\r\n"), "Vol (unit)"));
		assertEquals(Map.of(1, 1.0, 2, 0.0), LabelTable.read("table", file("pore;open\n1;true\n2;false\n"), "open"));
		assertEquals(List.of("a", "b \"c\", d", ""), LabelTable.cells("a,\"b \"\"c\"\", d\",", ','));
	}

	@Test
	void whatCannotBeReadIsNamed() throws IOException {
		final String noColumn = file("label,a\n1,2\n");
		assertTrue(refuse(noColumn, "b").contains("it has: label, a"));
		final String noLabel = file("x,a\n1,2\n");
		assertTrue(refuse(noLabel, "a").contains("no column with the labels"));
		final String words = file("label,a\n1,2\n2,many\n");
		assertTrue(refuse(words, "a").contains("\"many\" in line 3"));
		assertTrue(refuse(dir.resolve("none.csv").toString(), "a").contains("does not exist"));
	}

	private static String refuse(final String file, final String column) {
		return assertThrows(IllegalArgumentException.class, () -> LabelTable.read("table", file, column)).getMessage();
	}
}
