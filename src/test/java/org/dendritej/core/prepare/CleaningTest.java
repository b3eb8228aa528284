// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.dendritej.core.geom.VoxelGrid;
import org.junit.jupiter.api.Test;

/** Stripes and shading go, widths and levels stay. */
class CleaningTest {

	private static final int NX = 200, NY = 160;

	/** Solid 170 with a vertical slit of the given width in its middle (rows 30 to 130), a disc, stripes and noise. */
	private static float[] slice(final double width, final double stripe, final double noise, final long seed) {
		final Random r = new Random(seed);
		final float[] p = new float[NX * NY];
		final double[] s = new double[NX];
		for (int x = 0; x < NX; x++)
			for (int k = 0; k < 6; k++)
				s[x] += stripe * Math.sin(x * (0.2 + 0.11 * k) + k * k * (1.3 + seed)) / 1.7;
		for (int y = 0; y < NY; y++)
			for (int x = 0; x < NX; x++) {
				final double inside = Math.max(0, Math.min(1, Math.min(x + 0.5 - (100 - width / 2), 100 + width / 2 - (x - 0.5)) ));
				final boolean disc = Math.hypot(x - 40, y - 80) < 18;
				final double solid = y >= 30 && y < 130 ? 170 - 130 * inside : 170;
				p[y * NX + x] = (float) ((disc ? 40 : solid) + s[x] + noise * r.nextGaussian());
			}
		return p;
	}

	/** Width of the slit from its missing grey, mean over its rows, pixels. */
	private static double width(final float[] p) {
		double sum = 0;
		for (int y = 40; y < 120; y++) {
			for (int x = 80; x < 120; x++)
				sum += (170 - p[y * NX + x]) / 130;
		}
		return sum / 80;
	}

	private static double stripeLeft(final float[] p) {
		double q = 0;
		for (int x = 0; x < NX; x++) {
			double m = 0;
			for (int y = 132; y < NY; y++)
				m += p[y * NX + x] / (NY - 132);
			q += (m - 170) * (m - 170) / NX;
		}
		return Math.sqrt(q);
	}

	@Test
	void stripesGoAndASlitAlongThemStays() {
		for (int seed = 1; seed <= 6; seed++)
			for (final double w : new double[] { 2, 3.5, 6 }) {
				final float[] p = slice(w, 6, 3, seed), clean = slice(w, 0, 3, seed);
				final double before = stripeLeft(p);
				final float[] s = Stripes.of(p, NX, NY, 40, 32);
				for (int i = 0; i < p.length; i++)
					p[i] -= s[i];
				// Half at least: columns that a body hides for much of their height keep part of their stripe.
				assertTrue(stripeLeft(p) < 0.5 * before, before + " -> " + stripeLeft(p));
				assertEquals(width(clean), width(p), 0.2, "width of a slit of " + w + " pixels");
			}
	}

	@Test
	void aSliceWithoutStripesIsLeftAlone() {
		final float[] p = slice(3, 0, 2, 4);
		double most = 0;
		for (final float v : Stripes.of(p, NX, NY, 40, 32))
			most = Math.max(most, Math.abs(v));
		assertTrue(most < 2, "largest change " + most);
	}

	@Test
	void waveletsAreOrthogonalAndComeBack() {
		double sum = 0;
		for (int shift = 0; shift < 8; shift += 2) {
			double low = 0, cross = 0;
			for (int k = 0; k + shift < 8; k++) {
				low += Wavelet.LOW[k] * Wavelet.LOW[k + shift];
				cross += Wavelet.LOW[k] * Wavelet.high(k + shift);
			}
			assertEquals(shift == 0 ? 1 : 0, low, 1e-9);
			assertEquals(0, cross, 1e-9);
		}
		for (int m = 0; m < 4; m++) {
			double moment = 0;
			for (int k = 0; k < 8; k++)
				moment += Math.pow(k, m) * Wavelet.high(k);
			assertEquals(0, moment, 1e-7, "moment " + m);
		}
		final Random r = new Random(2);
		for (int n = 8; n <= 128; n += 8) {
			final float[] a = new float[n], b = new float[n], c = new float[n];
			for (int i = 0; i < n; i++)
				a[i] = (float) r.nextGaussian();
			Wavelet.split(a, n, b);
			Wavelet.join(b, n, c);
			assertArrayEquals(a, c, 1e-5f);
			sum += n;
		}
		assertTrue(sum > 0);
	}

	@Test
	void shadingGoesAndTheSolidKeepsItsGrey() {
		final float[] p = slice(4, 0, 2, 1);
		for (int y = 0; y < NY; y++)
			for (int x = 0; x < NX; x++)
				p[y * NX + x] += (float) (15.0 * x / NX + 10.0 * y / NY - 12.5 + 8 * Math.pow(2.0 * x / NX - 1, 2));
		final double level = GreyDrift.solid(p, NX, NY);
		GreyDrift.flatten(p, NX, NY);
		assertEquals(level, GreyDrift.solid(p, NX, NY), 0.3);
		for (final int at : new int[] { 5 * NX + 5, 5 * NX + 190, 150 * NX + 5, 150 * NX + 190 }) {
			double m = 0;
			for (int k = 0; k < 16; k++)
				m += p[at + k / 4 * NX + k % 4] / 16;
			assertEquals(level, m, 2);
		}
	}

	@Test
	void noiseIsMeasuredAndTakenOffWithoutMovingEdges() {
		final VoxelGrid g = VoxelGrid.of(NX, NY, 3, 0.04, 0.04, 0.1);
		final float[] a = slice(4, 0, 8, 1), b = slice(4, 0, 8, 2), c = slice(4, 0, 8, 3);
		assertEquals(8, Denoise.noise(b, NX, NY), 0.5);
		final float[] d = Denoise.slice(a, b, c, g, 8, 2.5);
		assertTrue(Denoise.noise(d, NX, NY) < 4, "noise left " + Denoise.noise(d, NX, NY));
		assertEquals(width(b), width(d), 0.2);
		assertEquals(40, d[80 * NX + 40], 6);
	}

	@Test
	void movingBackGivesTheSlice() {
		final float[] p = new float[NX * NY];
		for (int i = 0; i < p.length; i++)
			p[i] = (float) (3 + 0.02 * (i % NX) * (i % NX) - 0.5 * (i / NX) + 0.01 * (i % NX) * (i / NX));
		final float[] q = Translation.of(p, NX, NY, 1.3, -0.7);
		for (int y = 5; y < NY - 5; y++)
			for (int x = 5; x < NX - 5; x++) {
				final double u = x + 1.3, v = y - 0.7;
				assertEquals(3 + 0.02 * u * u - 0.5 * v + 0.01 * u * v, q[y * NX + x], 2e-3, "cubic convolution is exact for parabolas");
			}
		assertArrayEquals(p, Translation.of(p, NX, NY, 0, 0), 1e-4f);
	}

	@Test
	void tiltIsOneOverTheSine() {
		final VoxelGrid g = VoxelGrid.of(10, 10, 10, 0.02, 0.02, 0.05);
		assertEquals(0.02 / 0.788010753606722, Tilt.corrected(g, 52).dyUm(), 1e-12);
		assertEquals(g, Tilt.corrected(g, 90));
		assertEquals(0.05 * 0.615661475325658 / 0.02, Tilt.shearPx(g, 52), 1e-12);
		for (final double bad : new double[] { 0, -5, 91, Double.NaN })
			assertTrue(assertThrows(IllegalArgumentException.class, () -> Tilt.corrected(g, bad)).getMessage().contains("tilt="));
	}
}
