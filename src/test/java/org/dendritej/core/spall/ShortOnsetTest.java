// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipInputStream;

import org.dendritej.io.VoltageTrace;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Onset of a short from voltage and impedance. */
class ShortOnsetTest {

	private static final Path DATA = Path.of("..", "shared", "data", "electrochem", "LiLi_soft_short");

	private static double[][] trace(final double hours, final double fallFrom, final double fallTo, final double after,
		final long seed)
	{
		final Random r = new Random(seed);
		final int n = (int) (hours * 360);
		final double[][] t = new double[3][n];
		for (int i = 0; i < n; i++) {
			final double h = i / 360.0, base = 0.08 + 0.002 * h;
			final double f = h < fallFrom ? 1 : h > fallTo ? after : 1 + (after - 1) * (h - fallFrom) / (fallTo - fallFrom);
			t[0][i] = 3600 * h;
			t[1][i] = -(f * base + 0.003 * r.nextGaussian());
			t[2][i] = 0.4;
		}
		return t;
	}

	@Test
	void bracketsTheFall() {
		for (int k = 0; k < 50; k++) {
			final double at = 5 + 0.3 * k;
			final double[][] t = trace(30, at, at + 0.01, 0.4, k);
			final ShortOnset s = ShortOnset.of(t[0], t[1], t[2], 0.5, ShortOnset.Rule.DEFAULT);
			assertTrue(s.found());
			assertTrue(s.lastGoodS() <= at * 3600 + 1800 && s.establishedS() >= at * 3600 - 900, at + ": " + s);
			assertTrue(s.establishedS() - s.lastGoodS() <= 3600, s.toString());
			assertEquals(0.4 * s.onsetS() / 3600, s.capacityMah(), 1e-3);
			assertEquals(s.capacityMah() / 0.5, s.capacityMahCm2(), 1e-12);
		}
		final double[][] slow = trace(30, 10, 20, 0.5, 1);
		final ShortOnset s = ShortOnset.of(slow[0], slow[1], null, Double.NaN, ShortOnset.Rule.DEFAULT);
		assertTrue(s.lastGoodS() > 9 * 3600 && s.lastGoodS() < 13 * 3600 && s.establishedS() > 14 * 3600, s.toString());
		assertTrue(Double.isNaN(s.capacityMah()));
	}

	@Test
	void noShortWithoutAFall() {
		for (int k = 0; k < 50; k++) {
			final double[][] t = trace(30, 100, 101, 1, k);
			assertFalse(ShortOnset.of(t[0], t[1], t[2], 1, ShortOnset.Rule.DEFAULT).found());
		}
		// contact formation in the first minutes halves the voltage and is no short
		final double[][] t = trace(10, 100, 101, 1, 3);
		for (int i = 0; i < 200; i++)
			t[1][i] *= 3;
		assertFalse(ShortOnset.of(t[0], t[1], t[2], 1, ShortOnset.Rule.DEFAULT).found());
	}

	@Test
	void pausesCarryNoCharge() {
		final double[][] t = trace(12, 8, 8.01, 0.3, 3);
		for (int i = 720; i < t[0].length; i++)
			t[0][i] += 36000;
		final ShortOnset s = ShortOnset.of(t[0], t[1], t[2], Double.NaN, ShortOnset.Rule.DEFAULT);
		assertEquals(0.4 * (s.onsetS() / 3600 - 10), s.capacityMah(), 2e-3);
	}

	@Test
	void refusesBadTraces() {
		final double[] two = { 0, 1 }, down = { 1, 0 };
		assertThrows(IllegalArgumentException.class, () -> ShortOnset.of(two, two, null, 1, ShortOnset.Rule.DEFAULT));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> ShortOnset.of(down, two, null, 1,
			ShortOnset.Rule.DEFAULT)).getMessage().contains("sort"));
		assertThrows(IllegalArgumentException.class, () -> ShortOnset.of(two, new double[3], null, 1,
			ShortOnset.Rule.DEFAULT));
		assertThrows(IllegalArgumentException.class, () -> new ShortOnset.Rule(0, 0.2, 0));
	}

	/** Real Li|Li cell: hourly medians peak in hour 20, have fallen to 0.057 V in hour 24. */
	@Test
	void findsTheSoftShortInTheVoltage() throws IOException {
		final Path zip = DATA.resolve("03_GCPL_C05_time_Ewe.zip");
		Assumptions.assumeTrue(Files.exists(zip), "test data is not there");
		final List<String> lines;
		try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
			in.getNextEntry();
			lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1)).lines().toList();
		}
		final VoltageTrace v = VoltageTrace.parse("03_GCPL_C05.txt", lines);
		assertEquals(76807, v.size());
		assertFalse(v.hasCurrent());
		final double[] current = new double[v.size()];
		java.util.Arrays.fill(current, 0.4);
		final ShortOnset s = ShortOnset.of(v.timeS(), v.volt(), current, Double.NaN, ShortOnset.Rule.DEFAULT);
		assertTrue(s.found(), s.reason());
		assertTrue(s.lastGoodS() / 3600 > 19 && s.establishedS() / 3600 < 26, s.reason());
		assertEquals(0.133, s.before(), 0.005);
		assertTrue(s.capacityMah() > 7 && s.capacityMah() < 11, s.toString());
	}

	/** The same cell's Re(Z) at 1.79 Hz: 226, 220 and then 128 ohm in spectra 23, 24 and 25. */
	@Test
	void findsTheSoftShortInTheImpedance() {
		final Path csv = DATA.resolve("02_GEIS_C05_decoded_by_galvani.csv");
		Assumptions.assumeTrue(Files.exists(csv), "test data is not there");
		final double[][] z = VoltageTrace.read(csv).resistance(1.79);
		assertEquals(45, z[0].length);
		assertEquals(226, z[1][22], 0.5);
		assertEquals(220, z[1][23], 0.5);
		assertEquals(128, z[1][24], 0.5);
		final ShortOnset s = ShortOnset.of(z[0], z[1], null, Double.NaN, new ShortOnset.Rule(1800, 0.25, 3600));
		assertTrue(s.found(), s.reason());
		assertEquals(z[0][24], s.establishedS(), 1, s.reason());
		assertTrue(s.lastGoodS() <= z[0][23] && s.lastGoodS() >= z[0][19], s.reason());
		assertTrue(s.heals(), s.reason());
	}
}
