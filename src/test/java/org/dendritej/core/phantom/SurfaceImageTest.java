// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** The drawn rims lie where the truth says, and noise and texture have the stated spread. */
class SurfaceImageTest {

	private static SurfaceImage clean(final double tilt, final RimSpec... rims) {
		return new SurfaceImage(400, 300, 0.25, tilt, 100, 0, 0, 0, 0, 0, 1, List.of(rims));
	}

	@Test
	void brightestPixelsLieOnTheForeshortenedCircle() {
		final RimSpec rim = RimSpec.closed(50.3, 37.2, 20, 1, 50);
		final SurfaceImage image = clean(52, rim);
		final float[] v = image.floats(2, Progress.NONE);
		final RimTruth t = image.truth().get(0);
		double sum = 0, weight = 0;
		for (int y = 0; y < 300; y++)
			for (int x = 0; x < 400; x++) {
				final double w = v[y * 400 + x] - 100;
				final double dx = (x + 0.5 - t.xPx()) * 0.25, dy = (y + 0.5 - t.yPx()) * 0.25 * 1.26902;
				sum += w * Math.hypot(dx, dy);
				weight += w;
			}
		// mean radius weighted by the bell times the circumference: R + sigma^2 / R
		assertEquals(20 + 0.25 / 20, sum / weight, 2e-3);
		assertEquals(40, t.diameterUm(), 1e-9);
		assertEquals(37.2 / 1.26902 / 0.25, t.yPx(), 1e-3);
	}

	@Test
	void closureIsTheShareOfAngles() {
		for (final int arcs : new int[] { 1, 3 }) {
			final RimSpec rim = new RimSpec(50, 37, 20, 0.35, arcs, 0.4, -1, 50, 0.5, 0, 0);
			final float[] v = clean(90, rim).floats(2, Progress.NONE);
			double whole = 0, part = 0;
			final float[] full = clean(90, RimSpec.closed(50, 37, 20, -1, 50)).floats(2, Progress.NONE);
			for (int i = 0; i < v.length; i++) {
				part += 100 - v[i];
				whole += 100 - full[i];
			}
			assertEquals(0.35, part / whole, 0.004);
		}
	}

	@Test
	void bothEdgesOfABipolarRimCancel() {
		final float[] v = clean(90, RimSpec.closed(50, 37, 20, 0, 50)).floats(2, Progress.NONE);
		double most = 0, least = 200;
		for (final float x : v) {
			most = Math.max(most, x);
			least = Math.min(least, x);
		}
		assertEquals(150, most, 1);
		assertEquals(50, least, 1);
	}

	@Test
	void serrationIsTheRmsDeviationOfTheRim() {
		final RimSpec rim = new RimSpec(50, 37, 20, 1, 1, 0, 1, 50, 0.3, 0.03, 0);
		final SurfaceImage fine = new SurfaceImage(1000, 800, 0.1, 90, 0, 0, 0, 0, 0, 0, 5, List.of(rim));
		final float[] v = fine.floats(2, Progress.NONE);
		double square = 0, mean = 0, weight = 0, area = 0;
		for (int y = 0; y < 800; y++)
			for (int x = 0; x < 1000; x++) {
				final double r = Math.hypot((x + 0.5) * 0.1 - 50, (y + 0.5) * 0.1 - 37), w = v[y * 1000 + x] / r;
				mean += w * r;
				square += w * r * r;
				weight += w;
			}
		mean /= weight;
		area = square / weight - mean * mean;
		// variance across the radius: that of the bell and that of the serration
		assertEquals(Math.sqrt(0.09 + 0.36), Math.sqrt(area), 0.06);
		assertEquals(Math.PI * 400 * 1.0009, fine.truth().get(0).areaUm2(), 1e-6);
	}

	@Test
	void noiseTextureAndSlopeHaveTheStatedSize() {
		final SurfaceImage image = new SurfaceImage(600, 500, 0.1, 90, 100, 20, -30, 6, 0.15, 8, 3, List.of());
		final float[] v = image.floats(2, Progress.NONE);
		double square = 0;
		for (int y = 0; y < 500; y++)
			for (int x = 0; x < 600; x++) {
				final double off = v[y * 600 + x] - 100 - 20 * ((x + 0.5) / 600 - 0.5) + 30 * ((y + 0.5) / 500 - 0.5);
				square += off * off;
			}
		assertEquals(10, Math.sqrt(square / v.length), 0.1);
		assertArrayEquals(v, image.floats(5, Progress.NONE));
		final SurfaceImage other = new SurfaceImage(600, 500, 0.1, 90, 100, 20, -30, 6, 0.15, 8, 4, List.of());
		assertFalse(Arrays.equals(v, other.floats(1, Progress.NONE)));
	}

	@Test
	void borderIsToldAndBadImagesAreRefused() {
		assertTrue(clean(90, RimSpec.closed(15, 37, 20, 1, 50)).truth().get(0).touchesBorder());
		assertFalse(clean(90, RimSpec.closed(50, 37, 20, 1, 50)).truth().get(0).touchesBorder());
		// seen at 52 degrees the same rim fits although 60 um lie beyond an untilted image
		assertFalse(clean(52, RimSpec.closed(50, 60, 20, 1, 50)).truth().get(0).touchesBorder());
		assertTrue(clean(90, RimSpec.closed(50, 60, 20, 1, 50)).truth().get(0).touchesBorder());
		assertThrows(IllegalArgumentException.class, () -> clean(0));
		assertThrows(IllegalArgumentException.class, () -> clean(91));
		assertThrows(IllegalArgumentException.class, () -> RimSpec.closed(1, 1, -2, 1, 5));
		assertThrows(IllegalArgumentException.class, () -> RimSpec.closed(1, 1, 2, 2, 5));
	}
}
