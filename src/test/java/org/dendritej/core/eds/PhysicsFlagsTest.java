// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.special.Erf;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.junit.jupiter.api.Test;

/** Ranges, dilution, blooming, diffusion and frame steps against the acceptance values and closed forms. */
class PhysicsFlagsTest {

	@Test
	void electronRanges() {
		assertEquals(0.858, Electrolyte.LLZTO.electronRangeUm(10), 0.01 * 0.858); // physics.md row 53
		assertEquals(6.318, Electrolyte.LITHIUM.electronRangeUm(10), 0.01 * 6.318);
		assertEquals(0.83, Electrolyte.LLZTO.xrayRangeUm(10, 1.305), 0.005);
	}

	@Test
	void thinCracksAreDiluted() {
		// physics.md 3g: content over that of the source that gives 0.1 wt% in the X-ray volume, for 10 at% = 28.0 wt%
		final double[][] table = { { 0.05, 0.48 }, { 0.1, 0.23 }, { 0.2, 0.10 }, { 0.5, 0.023 } };
		for (final double[] row : table)
			assertEquals(row[1], 0.1 / 28.01 / XrayVolume.dilution(row[0], Measurement.DEFAULT, 10), 0.05 * row[1]);
		assertEquals(1, XrayVolume.dilution(1, Measurement.DEFAULT, 10), 0);
	}

	@Test
	void shareBeyondABorder() {
		assertEquals(0.5, XrayVolume.shareBeyond(0, 2), 1e-12);
		assertEquals(0, XrayVolume.shareBeyond(2, 2), 1e-12);
		final Well19937c random = new Well19937c(5);
		for (final double d : new double[] { 0.3, 1.1, 1.8 }) {
			int in = 0;
			int beyond = 0;
			while (in < 200000) {
				final double x = 4 * random.nextDouble() - 2;
				final double y = 4 * random.nextDouble() - 2;
				if (x * x + y * y > 4) continue;
				in++;
				if (x > d) beyond++;
			}
			assertEquals(beyond / (double) in, XrayVolume.shareBeyond(d, 2), 0.004);
		}
		assertEquals(0.83, XrayVolume.bloomReachUm(0.1, Measurement.DEFAULT), 0.005);
		assertEquals(3, XrayVolume.bloomReachUm(3, Measurement.DEFAULT), 0);
		assertTrue(XrayVolume.bloomReachUm(100, Measurement.DEFAULT) > 6);
	}

	@Test
	void diffusionLengthsAndDepths() {
		final double t = Measurement.DEFAULT.seconds();
		assertEquals(36.0, MagnesiumDiffusion.lengthUm(1e-15, t), 0.001 * 36); // row 51
		final double depth = 4.218 * MagnesiumDiffusion.lengthUm(1e-15, t); // row 50
		assertEquals(0.00286, MagnesiumDiffusion.alongPath(depth, 1e-15, t), 0.005 * 0.00286);
		final double[] filled = { 0.001, 0.010, 0.097, 0.64 }; // 3g: 100 nm neck, 1 um, 100 um3
		for (int i = 0; i < 4; i++)
			assertEquals(filled[i], MagnesiumDiffusion.throughNeck(0.1, 1, 100, Math.pow(10, -17 + i), t), 0.05 * filled[i]);
	}

	@Test
	void missedMagnesiumFollowsTheTableAndTheClosedForm() {
		final Measurement m = Measurement.DEFAULT;
		// 3g: path, missed in bulk lithium (visible 0.00286), missed in a 100 nm slit (0.23)
		final double[][] table = { { 10, 0, 0 }, { 20, 0, 0.010 }, { 30, 0, 0.19 }, { 50, 0.017, 0.41 }, { 100, 0.32, 0.71 } };
		for (final double[] row : table)
			for (int k = 0; k < 2; k++) {
				final double visible = k == 0 ? 0.00286 : 0.23;
				final MagnesiumDiffusion.Path path = new MagnesiumDiffusion.Path(row[0], Double.NaN, 1, 1);
				final double missed = MagnesiumDiffusion.missed(path, MagnesiumDiffusion.draws(m), m.seconds(), visible);
				final double root = row[0] / (2 * Erf.erfcInv(visible));
				final double critical = root * root * 1e-12 / m.seconds();
				final double exact = Math.min(1, Math.max(0, Math.log10(critical / 1e-16) / 2));
				assertEquals(exact, missed, 4 * Math.sqrt(exact * (1 - exact) / m.draws()) + 1e-9);
				assertEquals(row[1 + k], exact, 0.02);
			}
		assertEquals(0.5 / (0.5 + 0.5 * 0.41), MagnesiumDiffusion.isolatedGivenNone(0.5, 0.41), 1e-12);
		assertEquals(1, MagnesiumDiffusion.missed(new MagnesiumDiffusion.Path(5, Double.NaN, 1, 1), MagnesiumDiffusion.draws(m), 0,
			0.01), 0);
		// halving finds what counting finds, with a neck too
		final double[] draws = MagnesiumDiffusion.draws(m);
		for (final double visible : new double[] { 0.001, 0.02, 0.2, 0.9 }) {
			final MagnesiumDiffusion.Path neck = new MagnesiumDiffusion.Path(12, 0.1, 1, 60);
			int below = 0;
			for (final double d : draws)
				if (neck.content(d, m.seconds()) < visible) below++;
			assertEquals(below / (double) draws.length, MagnesiumDiffusion.missed(neck, draws, m.seconds(), visible), 0);
		}
	}

	@Test
	void frameStepsAreFoundAndBordersAreNot() {
		final int nx = 90;
		final int ny = 70;
		final Well19937c random = new Well19937c(8);
		int found = 0;
		int falsely = 0;
		for (int trial = 0; trial < 40; trial++) {
			final int at = 15 + random.nextInt(ny - 30);
			final float[] step = new float[nx * ny];
			final float[] border = new float[nx * ny];
			for (int i = 0; i < step.length; i++) {
				final int y = i / nx;
				final int x = i % nx;
				step[i] = new PoissonDistribution(random, y >= at ? 26 : 20, 1e-12, 100000).sample();
				border[i] = new PoissonDistribution(random, y >= at && x < nx / 2 ? 60 : 20, 1e-12, 100000).sample();
			}
			final List<FrameStep> s = FrameStep.find(map(nx, ny, step), 0);
			if (s.size() == 1 && Math.abs(s.get(0).row() - at) <= 2) found++;
			if (!FrameStep.find(map(nx, ny, border), 0).isEmpty()) falsely++;
		}
		assertTrue(found >= 38, "steps of 30 % found in " + found + " of 40 maps");
		assertEquals(0, falsely);
		assertTrue(FrameStep.find(map(nx, ny, new float[nx * ny]), 0).isEmpty());
	}

	private static FloatVolume map(final int nx, final int ny, final float[] p) {
		return FloatVolume.of(VoxelGrid.of(nx, ny, 1, 1, 1, 1), new float[][] { p });
	}

	@Test
	void linesAndWindows() {
		assertTrue(XrayLine.MG_K_ALPHA.neighbours(0.08).contains(XrayLine.TA_M_ZETA));
		final EnergyWindow w = EnergyWindow.around(XrayLine.MG_K_ALPHA, 0.06);
		assertEquals(167, w.firstChannel(-0.47225277, 0.009999));
		assertEquals(178, w.lastChannel(-0.47225277, 0.009999));
		assertEquals(1, EnergyWindow.shareOfLine(1.2536, w.shifted(0), 0.01), 1e-9);
		// a straight spectrum 3 + 2 c is predicted exactly
		final int[] peak = { 20, 29 };
		final int[] left = { 5, 9 };
		final int[] right = { 40, 52 };
		assertEquals(straight(peak), EnergyWindow.linearBackground(peak, left, right, straight(left), straight(right)), 1e-9);
		assertThrows(IllegalArgumentException.class, () -> EnergyWindow.sideWeights(peak, new int[] { 15, 20 }, right));
	}

	private static double straight(final int[] w) {
		double s = 0;
		for (int c = w[0]; c <= w[1]; c++)
			s += 3 + 2 * c;
		return s;
	}

	@Test
	void wrongMeasurementsAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> Measurement.DEFAULT.withBeam(1));
		assertThrows(IllegalArgumentException.class, () -> Measurement.DEFAULT.after(-1));
		assertThrows(IllegalArgumentException.class, () -> Measurement.DEFAULT.withWidths(java.util.Map.of(1, 0.0)));
		assertThrows(IllegalArgumentException.class, () -> new Electrolyte("x", 1, 0, 1, false));
	}
}
