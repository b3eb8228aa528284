// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

/** Resistance and filament diameter. */
class FilamentTest {

	/** Acceptance values 47 and 48 of the physics reference. */
	@Test
	void seedPaperResistances() {
		assertEquals(567.7, Filament.diameterNm(440, 1.2, 9.28e-8), 0.5677);
		assertEquals(500, Filament.diameterNm(440, 1.2, Filament.LITHIUM_OHM_M), 100);
		assertEquals(539.6, Filament.diameterNm(487, 1.2, 9.28e-8), 0.5396);
		assertEquals(496, Filament.diameterNm(440, 1.0, 8.5e-8), 0.5);
	}

	@Test
	void fitsTheCurve() {
		final double[] v = { -0.1, -0.05, 0, 0.05, 0.1 }, i = new double[5];
		for (int k = 0; k < 5; k++)
			i[k] = v[k] / 440 + 2e-6;
		final Filament f = Filament.fromPoints(v, i, 1.2, Filament.LITHIUM_OHM_M, 0.95);
		assertEquals(440, f.ohm(), 1e-6);
		assertEquals(2e-6, f.offsetA(), 1e-12);
		assertEquals(567.7, f.diameterNm(), 0.5);
		assertEquals(f.diameterNm() / 2, f.eachOfNm(4), 1e-9);
		assertTrue(f.meaning().contains("lower bound") && f.meaning().contains("parallel"));
	}

	@Test
	void intervalCovers() {
		final Random r = new Random(7);
		int hit = 0;
		for (int k = 0; k < 2000; k++) {
			final double[] v = new double[9], i = new double[9];
			for (int n = 0; n < 9; n++) {
				v[n] = -0.1 + 0.025 * n;
				i[n] = v[n] / 440 + 1e-5 * r.nextGaussian();
			}
			final Filament f = Filament.fromPoints(v, i, 1.2, Filament.LITHIUM_OHM_M, 0.95);
			if (f.ohmLow() <= 440 && 440 <= f.ohmHigh()) hit++;
			assertTrue(f.diameterLowNm() <= f.diameterNm() && f.diameterNm() <= f.diameterHighNm());
		}
		assertEquals(0.95, hit / 2000.0, 0.015);
	}

	@Test
	void refusesWhatIsNoResistance() {
		final double[] v = { 0, 1, 2, 3 };
		assertTrue(message(new double[] { 0, 1, 2 }, new double[] { 0, 1, 2 }).contains("at least 4"));
		assertTrue(message(v, new double[] { 1, 1, 1, 1 }).contains("zero"));
		assertTrue(message(v, new double[] { 0, -1, -2, -3 }).contains("sign"));
		assertTrue(message(v, new double[] { 5, 1, 4, 3 }).contains("zero"));
		assertTrue(message(new double[] { 1, 1, 1, 1 }, v).contains("two voltages"));
		assertTrue(message(v, new double[3]).contains("one of each"));
		assertThrows(IllegalArgumentException.class, () -> Filament.diameterNm(0, 1, 1));
	}

	private static String message(final double[] v, final double[] i) {
		return assertThrows(IllegalArgumentException.class, () -> Filament.fromPoints(v, i, 1.2, 9.28e-8, 0.95))
			.getMessage();
	}
}
