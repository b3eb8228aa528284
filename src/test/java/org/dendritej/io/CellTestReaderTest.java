// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.dendritej.core.model.CellTest;
import org.junit.jupiter.api.Test;

/** CSV of cell tests: what is read and what is refused. */
class CellTestReaderTest {

	@Test
	void columnsMayStandInAnyOrder() {
		final List<CellTest> t = CellTestReader.tests("\uFEFF# made by hand\r\nspecimen,failed,remark,current_ma_cm2\r\n" +
			"\"cell 1\",true,,10\r\n\r\ncell 2,no,ok,9.5\r\n", "t.csv");
		assertEquals(List.of(new CellTest(10, "cell 1", true), new CellTest(9.5, "cell 2", false)), t);
	}

	@Test
	void mistakesNameTheLine() {
		final String header = "current_ma_cm2,specimen,failed\n";
		fails("current,specimen,failed\n1,a,true", "needs the columns");
		fails(header + "1,a,true\n9;5,b,false", "line 3: the current is \"9;5\"");
		fails(header + "9,5,b,false", "line 2: 4 cells");
		fails(header + "9,b,maybe", "use true or false");
		fails(header + "-9,b,true", "positive");
		fails(header, "holds 0 cell tests");
	}

	private static void fails(final String csv, final String words) {
		final String message = assertThrows(IllegalArgumentException.class, () -> CellTestReader.tests(csv, "t.csv"))
			.getMessage();
		assertTrue(message.contains(words), message);
		assertTrue(message.startsWith("t.csv"), message);
	}
}
