// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;

import org.dendritej.io.MaterialReader;
import org.junit.jupiter.api.Test;

/** Dimensional consistency: the model's practical units against SI written out, and scaling laws of every length. */
class DimensionsTest {

	private static void near(final double expected, final double actual, final double relative) {
		assertEquals(expected, actual, relative * Math.abs(expected));
	}

	@Test
	void practicalUnitsAgreeWithSi() {
		final SplittableRandom r = new SplittableRandom(4);
		for (int i = 0; i < 200; i++) {
			final PoreArray a = new PoreArray(0.2 + r.nextDouble(), 8 + 10 * r.nextDouble(), 0.5 + 4 * r.nextDouble(), 60 + 200 *
				r.nextDouble());
			final Conditions c = MelvinCells.preset(i % 2 == 0 ? "A" : "B").with(Kinetics.PRESSURE, 5 * r.nextDouble());
			final CriticalCurrent m = new CriticalCurrent(c);
			final CollectingArea area = m.area(a);
			final double omega = c.molarVolumeCm3PerMol() * 1e-6, k = c.creep().exponent();
			final double b = Math.pow(3, (k + 1) / 2) * c.creep().prefactor298() * Math.pow(1e-6, k);
			final double w = a.crackWidthNm() * 1e-9, length = a.crackLengthUm() * 1e-6, p = c.strengthMPa() * 1e6;
			final double q = Math.PI * b * Math.pow(p / (2 * length), k) * Math.pow(w / 2, k + 3) / (k + 3);
			final double lambda = c.conductivitySPerM() * c.interfaceOhmCm2() * 1e-4;
			near(lambda * 1e6, c.kineticLengthUm(), 1e-12);
			final double ampere = PhysicalConstants.FARADAY / omega * q + area.betaUm() * 1e-6 * c.conductivitySPerM() * omega *
				p / PhysicalConstants.FARADAY;
			near(ampere / (area.alphaUm2() * 1e-12) / 10, m.ccdMaCm2(a), 1e-10);
			final double cap = PhysicalConstants.FARADAY / omega * 10 * area.alphaUm2() * 1e-12 / (area.betaUm() * 1e-6 * c
				.conductivitySPerM());
			near(cap * 1e-6, m.pressureCapMPa(1, area), 1e-12);
			near(4.0 / 3 * Math.PI * Math.pow(a.radiusUm() * 1e-6, 3) * PhysicalConstants.FARADAY / omega / (10 * area
				.alphaUm2() * 1e-12), FillingTime.of(m, a, area, 1).fillS(), 1e-12);
		}
	}

	@Test
	void collectingAreaScalesWithTheSquareOfLength() {
		final SplittableRandom r = new SplittableRandom(5);
		for (int i = 0; i < 300; i++) {
			final double radius = 0.1 + r.nextDouble(), d = radius * (1.05 + 4 * r.nextDouble()), s = radius * (4.2 + 40 * r
				.nextDouble()), lambda = r.nextInt(2) * 5 * r.nextDouble(), f = Math.exp(4 * r.nextDouble() - 2);
			final CollectingArea a = CollectingArea.squareArray(radius, d, s, lambda), b = CollectingArea.squareArray(f *
				radius, f * d, f * s, f * lambda);
			near(f * f * a.alphaUm2(), b.alphaUm2(), 1e-10);
			near(f * a.betaUm(), b.betaUm(), 1e-10);
			final CollectingArea u = CollectingArea.isolatedSphere(radius, d), v = CollectingArea.isolatedSphere(f * radius, f *
				d);
			near(f * f * u.alphaUm2(), v.alphaUm2(), 1e-10);
			near(f * u.betaUm(), v.betaUm(), 1e-10);
		}
	}

	@Test
	void latticeSumSkipsNothingThatMatters() {
		for (final double u : new double[] { 0.03, 0.1, 0.3, 0.48, 1, 2 })
			for (final double l : new double[] { 0, 0.1, 1, 100 }) {
				double brute = 0;
				for (int i = -60; i <= 60; i++)
					for (int k = -60; k <= 60; k++) {
						final double n = Math.hypot(i, k);
						if (n > 0) brute += 1 / n * (1 - l * 2 * Math.PI * n) / (1 + l * 2 * Math.PI * n) * Math.exp(-4 * Math.PI * u *
							n);
					}
				near(brute, LatticeSum.of(u, l), 1e-9);
			}
	}

	@Test
	void materialUnitsChangeNothing() {
		final String text = "{\"format\":1,\"name\":\"X\",\"kind\":\"metal\",\"metal\":\"X\",\"properties\":{" +
			"\"molar_volume\":{\"value\":VALUE,\"unit\":\"UNIT\",\"mark\":\"assumed\",\"source\":\"test\"}}}";
		final double a = MaterialReader.material(text.replace("VALUE", "12.99").replace("UNIT", "cm3/mol"), "a").value(
			MaterialKey.MOLAR_VOLUME);
		final double b = MaterialReader.material(text.replace("VALUE", "12.99e-6").replace("UNIT", "m3/mol"), "b").value(
			MaterialKey.MOLAR_VOLUME);
		near(a, b, 1e-12);
	}

	@Test
	void leakageAndFractureFormulasScale() {
		// all lengths x f: P_c ~ f^-1/2, V ~ f^5/2 at K_Ic fixed
		final PennyCrack p = new PennyCrack(12.5, 5, 150, 0.25), q = new PennyCrack(125, 50, 150, 0.25);
		near(p.criticalPressureMPa(1) / Math.sqrt(10), q.criticalPressureMPa(1), 1e-10);
		near(p.volumeUm3(p.criticalPressureMPa(1)) * Math.pow(10, 2.5), q.volumeUm3(q.criticalPressureMPa(1)), 1e-10);
		final DryCrack c = new DryCrack(100, 50), d = new DryCrack(400, 200);
		near(2 * c.intensityMPaSqrtM(1), d.intensityMPaSqrtM(1), 1e-9);
		final OccludedPore o = new OccludedPore(1, 10, 0.1, 1e-6, 2, 13);
		near(2 * o.pressureLimitMPa(0.5), o.pressureLimitMPa(1), 1e-12);
		near(o.pressureLimitMPa(o.criticalCurrentMaCm2(200)), 200, 1e-12);
		near(4 * Math.PI / 3 * 1e-18 * 0.1566e-9 * o.pressureLimitMPa(1) * 1e6 * PhysicalConstants.FARADAY / (1e-6 *
			CollectingArea.isolatedSphere(1, 10).betaUm() * 1e-6 * o.drivingVoltageV(1) * 13e-6), o.pressureTimeS(1, 0.1566),
			1e-10);
	}

	@Test
	void splinesRunThroughTheirTablesAndJoinTheirLimits() {
		near(1, PennyCrack.intensityShape(0.0500001), 1e-3);
		near(PennyCrack.intensityShape(19.999), PennyCrack.intensityShape(20.001), 5e-3);
		near(PennyCrack.volumeShape(19.999), PennyCrack.volumeShape(20.001), 5e-3);
		near(PennyCrack.openingShape(19.999), PennyCrack.openingShape(20.001), 5e-3);
		for (final boolean filled : new boolean[] { true, false }) {
			near(Fracture.annularFlaw(0.01999, filled), Fracture.annularFlaw(0.02001, filled), 2e-3);
			final double last = filled ? 5 : 2;
			near(Fracture.annularFlaw(last - 1e-4, filled), Fracture.annularFlaw(last + 1e-4, filled), 2e-3);
		}
		near(1.122 * 1.5 * Math.sqrt(Math.PI * 1e-6), Fracture.annularFlaw(1e-6, true), 1e-4);
		near(2 * Math.sqrt(1001 / Math.PI), Fracture.annularFlaw(1000, true), 1e-3);
	}

	@Test
	void wedgedCrackIsEasedByLowCurrentAndShortFill() {
		final Conditions c = MelvinCells.preset("A");
		final DryCrack crack = new DryCrack(100, 50);
		final double k = crack.wedgeIntensityMPaSqrtM(c, 1, 100);
		assertEquals(true, k > crack.wedgeIntensityMPaSqrtM(c, 0.5, 100) && k > new DryCrack(100, 40).wedgeIntensityMPaSqrtM(c,
			1, 100) && k < crack.wedgeIntensityMPaSqrtM(c.with(Variable.STACK, 7), 1, 100));
	}
}
