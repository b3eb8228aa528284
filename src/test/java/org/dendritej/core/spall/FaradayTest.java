// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.dendritej.core.record.Spallation;
import org.dendritej.core.spall.Faraday.Measured;
import org.junit.jupiter.api.Test;

/** Charge and lithium, and the tilt factor. */
class FaradayTest {

	/** Acceptance value 1 of the physics reference. */
	@Test
	void oneMilliampereHourPlates() {
		assertEquals(4.84908, Faraday.UM_PER_MAH_CM2, 4.84908e-4);
		// mass route: 6.941 g/mol over 0.534 g/cm3 is 12.998 cm3/mol
		assertEquals(3.6 / 96485.33212 * 6.941 / 0.534 * 1e4, Faraday.thicknessUm(1), 2e-3);
	}

	/** Acceptance value 52. */
	@Test
	void fiftyTwoDegreesStretchTheVertical() {
		assertEquals(1.26902, Tilt.ofSection(52).verticalFactor(), 1e-4);
		assertEquals(1 / Math.cos(Math.toRadians(52)), Tilt.ofSurface(52).verticalFactor(), 1e-12);
		for (final double bad : new double[] { 0, 90, -3, 120, Double.NaN })
			assertTrue(assertThrows(IllegalArgumentException.class, () -> Tilt.ofSection(bad)).getMessage().contains("tilt="));
	}

	@Test
	void aTiltIsAppliedOnce() {
		final SurfaceImage raw = SurfaceImage.of(10, 10, 0.5, new byte[100]);
		final SurfaceImage once = raw.corrected(Tilt.ofSection(52));
		assertEquals(0.5 * 1.26902, once.pixelHeightUm(), 1e-5);
		assertEquals(0.5, once.pixelWidthUm());
		assertTrue(assertThrows(IllegalArgumentException.class, () -> once.corrected(Tilt.ofSection(52))).getMessage()
			.contains("already corrected"));
	}

	/** The seed paper's crack holds more lithium than its footprint was given: a ratio above 1 and a local current. */
	@Test
	void accountsForTheLithiumFound() {
		final Faraday.Account a = Faraday.account(new Measured(2000, 100), new Measured(100, 4), new Measured(1, 0.05),
			new Measured(0.5, 0.01));
		assertEquals(484.908, a.platedUm3().value(), 1e-3);
		assertEquals(2000 / 484.908, a.ratio().value(), 1e-5);
		assertEquals(0.5 * 2000 / 484.908, a.currentMaCm2().value(), 1e-5);
		assertEquals(2000 / 4.84908, a.catchmentUm2().value(), 1e-3);
	}

	/** First-order errors against 200,000 draws. */
	@Test
	void propagatesErrors() {
		final Measured v = new Measured(800, 40), s = new Measured(150, 6), q = new Measured(0.8, 0.03), j = new Measured(0.5,
			0.02);
		final Faraday.Account a = Faraday.account(v, s, q, j);
		final Random r = new Random(4);
		final int n = 200000;
		double m1 = 0, m2 = 0, k1 = 0, k2 = 0;
		for (int i = 0; i < n; i++) {
			final double ratio = (v.value() + v.sd() * r.nextGaussian()) / ((s.value() + s.sd() * r.nextGaussian()) * (q.value()
				+ q.sd() * r.nextGaussian()) * Faraday.UM_PER_MAH_CM2);
			final double cur = ratio * (j.value() + j.sd() * r.nextGaussian());
			m1 += ratio / n;
			m2 += ratio * ratio / n;
			k1 += cur / n;
			k2 += cur * cur / n;
		}
		assertEquals(Math.sqrt(m2 - m1 * m1), a.ratio().sd(), 0.02 * a.ratio().sd());
		assertEquals(Math.sqrt(k2 - k1 * k1), a.currentMaCm2().sd(), 0.02 * a.currentMaCm2().sd());
	}

	@Test
	void completesARecord() {
		final SpallationDraft d = new SpallationDraft();
		d.id = 3;
		d.areaUm2 = 100;
		d.diameterUm = 2 * Math.sqrt(100 / Math.PI);
		d.diameterSdUm = 0.1;
		d.openingUm = 1;
		d.lithiumVolumeUm3 = 900;
		final Spallation s = Faraday.complete(d.done(), 0.1, Measured.exact(1), new Measured(Double.NaN, 0));
		assertEquals(900 / 484.908, s.faradayRatio(), 1e-5);
		final double rel = Math.hypot(2 * 0.1 / Math.sqrt(12), 2 * 0.1 / d.diameterUm);
		assertEquals(s.faradayRatio() * rel, s.faradayRatioSd(), 1e-9);
		assertTrue(Double.isNaN(s.localCurrentMaCm2()));
		assertEquals(3, s.id());
	}

	@Test
	void refusesACapacityWithoutAnArea() {
		final Measured one = Measured.exact(1);
		assertTrue(assertThrows(IllegalArgumentException.class, () -> Faraday.account(one, new Measured(Double.NaN, 0), one,
			one)).getMessage().contains("area"));
		assertThrows(IllegalArgumentException.class, () -> Faraday.account(one, one, Measured.exact(0), one));
		assertThrows(IllegalArgumentException.class, () -> Faraday.account(new Measured(Double.NaN, 0), one, one, one));
		assertThrows(IllegalArgumentException.class, () -> new Measured(1, -1));
	}
}
