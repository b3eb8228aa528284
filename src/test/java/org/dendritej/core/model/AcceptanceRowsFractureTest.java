// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The acceptance values of the physics reference on fracture, occluded pores, filaments and fields; row in the name. */
class AcceptanceRowsFractureTest {

	private static final double OMEGA = 12.99625468;

	private static void near(final double expected, final double actual, final double relative) {
		assertEquals(expected, actual, relative * Math.abs(expected));
	}

	@Test
	@DisplayName("row 36: hoop stress around a sphere")
	void row36() {
		assertEquals(50, Fracture.hoopStressMPa(100, 1), 1e-12);
		assertEquals(6.25, Fracture.hoopStressMPa(100, 2), 1e-12);
		assertEquals(155, Fracture.hoopLimitMPa(77.5), 1e-12);
	}

	@Test
	@DisplayName("row 37: ring-shaped flaw, filled")
	void row37() {
		near(1.004, Fracture.annularFlaw(0.2, true), 0.03);
		near(1.569, Fracture.annularFlaw(1, true), 0.03);
		near(151, Fracture.toughnessLimitMPa(0.23, 2.3, 0.2, true), 0.01);
		near(324, Fracture.toughnessLimitMPa(0.23, 0.5, 0.2, true), 0.01);
	}

	@Test
	@DisplayName("row 38: penny crack under a free surface")
	void row38() {
		final double[][] rows = { { 0.05, 1.000 }, { 1, 1.224 }, { 5, 4.238 }, { 10, 10.09 } };
		for (final double[] r : rows) {
			near(r[1], PennyCrack.intensityShape(r[0]), 0.025);
			// the energy relation Y = sqrt((3F + x F')/16) ties the two tables together
			final double x = Math.max(r[0], 0.0501), h = 1e-4 * x;
			final double slope = (PennyCrack.volumeShape(x + h) - PennyCrack.volumeShape(x - h)) / (2 * h);
			near(r[1], Math.sqrt((3 * PennyCrack.volumeShape(x) + x * slope) / 16), 0.025);
		}
	}

	@Test
	@DisplayName("row 39: plate limit at x = 20")
	void row39() {
		near(24.27, PennyCrack.plateIntensity(20), 0.01);
		near(1.082, PennyCrack.intensityShape(20) / PennyCrack.plateIntensity(20), 0.01);
	}

	@Test
	@DisplayName("row 40: critical pressure and volume, D = 25, h = 5 um")
	void row40() {
		final PennyCrack p = new PennyCrack(12.5, 5, 150, 0.25);
		near(117.5, p.criticalPressureMPa(1), 0.03);
		near(23.65, p.volumeUm3(p.criticalPressureMPa(1)), 0.03);
		near(1, p.intensityMPaSqrtM(p.criticalPressureMPa(1)), 1e-12);
		near(0.0099, p.fillCapacityMahCm2(p.criticalPressureMPa(1), OMEGA), 0.03);
	}

	@Test
	@DisplayName("row 41: critical pressure near the deep limit, D = 5, h = 20 um")
	void row41() {
		near(559.6, new PennyCrack(2.5, 20, 150, 0.25).criticalPressureMPa(1), 0.01);
		near(560.5, new PennyCrack(2.5, 2000, 150, 0.25).criticalPressureMPa(1), 0.001);
	}

	@Test
	@DisplayName("row 42: highest pressure by leakage")
	void row42() {
		final OccludedPore p = new OccludedPore(1, 10, 0.1, 1e-6, 500, OMEGA);
		near(1860, p.pressureLimitMPa(0.5), 5e-3);
		final double[][] table = { { 0, 27 }, { 1, 13.5 }, { 5, 4.5 }, { 20, 1.28 }, { 100, 0.27 }, { 500, 0.054 } };
		final double[] lastDigit = { 1, 0.1, 0.1, 0.01, 0.01, 0.001 };
		for (int i = 0; i < table.length; i++)
			assertEquals(table[i][1], new OccludedPore(1, 10, 0.1, 1e-6, table[i][0], OMEGA).criticalCurrentMaCm2(200),
				lastDigit[i] / 2);
	}

	@Test
	@DisplayName("row 43: time to fill by leakage")
	void row43() {
		near(9899, new OccludedPore(1, 1e9, 0.1, 1e-6, 500, OMEGA).fillTimeAtVoltageS(0.25), 1e-3);
		near(98.99, new OccludedPore(0.1, 1e9, 0.1, 1e-6, 500, OMEGA).fillTimeAtVoltageS(0.25), 1e-3);
	}

	@Test
	@DisplayName("row 44: share of the current that enters a fin (exact part)")
	void row44() {
		near(0.455332, CrackTipField.finShare(5, 10), 2e-6);
	}

	@Test
	@DisplayName("row 47: filament of 440 ohm")
	void row47() {
		near(567.7, Filament.diameterNm(9.28e-8, 1.2, 440), 1e-3);
		assertEquals(500, Filament.diameterNm(9.28e-8, 1.2, 440), 100);
	}

	@Test
	@DisplayName("row 48: filament of 487 ohm")
	void row48() {
		near(539.6, Filament.diameterNm(9.28e-8, 1.2, 487), 1e-3);
	}

	@Test
	@DisplayName("row 52: tilt of 52 degrees")
	void row52() {
		near(1.26902, PhysicalConstants.tiltFactor(52), 1e-4);
	}

	@Test
	@DisplayName("row 56: edge crack filled to its tip, and the table of part-filled ones")
	void row56() {
		near(2.003, new DryCrack(100, 100).intensityMPaSqrtM(1) / Math.sqrt(100) * 1e3, 1e-3);
		final double[][] table = { { 0.1, 0.148 }, { 0.25, 0.369 }, { 0.5, 0.745 }, { 0.75, 1.161 }, { 0.9, 1.487 } };
		for (final double[] r : table)
			near(r[1], new DryCrack(100, 100 * r[0]).intensityMPaSqrtM(1) / Math.sqrt(100) * 1e3, 5e-3);
		near(31, new DryCrack(100, 50).criticalPressureMPa(0.23), 0.01);
	}
}
