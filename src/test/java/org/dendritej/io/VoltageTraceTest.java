// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text exports of potentiostats. */
class VoltageTraceTest {

	@Test
	void readsTabsAndDecimalCommas() {
		final VoltageTrace v = VoltageTrace.parse("x", List.of("time/s\tEwe/V\t", "9,0763E+002\t2,43E-002", "1000\t0,5"));
		assertArrayEquals(new double[] { 907.63, 1000 }, v.timeS(), 1e-9);
		assertArrayEquals(new double[] { 0.0243, 0.5 }, v.volt(), 1e-12);
		assertTrue(assertThrows(IllegalArgumentException.class, v::currentMa).getMessage().contains("i/a"));
	}

	@Test
	void readsIvPointsBelowAHeader() {
		final VoltageTrace v = VoltageTrace.parse("x", List.of("Instrument: none", "", "Voltage,Current", "-0.1,-2.3e-4",
			"0.1,2.2e-4", "", "0.2,4.4e-4", "end of file", "1,1"));
		assertEquals(3, v.size());
		assertArrayEquals(new double[] { -0.23, 0.22, 0.44 }, v.currentMa(), 1e-12);
		assertTrue(v.hasCurrent());
	}

	@Test
	void picksOneResistanceForEachSpectrum() {
		final VoltageTrace v = VoltageTrace.parse("x", List.of("freq/Hz;Re(Z)/Ohm;time/s", "100;1;0", "10;2;1", "1;3;2",
			"100;4;10", "10;5;11", "1;6;12"));
		assertArrayEquals(new double[] { 2, 5 }, v.resistance(8)[1]);
		assertArrayEquals(new double[] { 2, 12 }, v.resistance(0.1)[0]);
	}

	@Test
	void refusesOtherText(@TempDir final Path folder) throws IOException {
		assertTrue(assertThrows(IllegalArgumentException.class, () -> VoltageTrace.parse("x.txt", List.of("a,b", "1,2")))
			.getMessage().contains("x.txt"));
		assertThrows(IllegalArgumentException.class, () -> VoltageTrace.parse("x", List.of("time/s,Ewe/V", "none,none")));
		assertThrows(UncheckedIOException.class, () -> VoltageTrace.read(folder.resolve("absent.csv")));
		final Path f = folder.resolve("a.csv");
		Files.writeString(f, "time/s,Ewe/V,<I>/mA,µ\n1,2,3,4\n", StandardCharsets.UTF_8);
		assertEquals(3, VoltageTrace.read(f).currentMa()[0]);
	}
}
