// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.junit.jupiter.api.Test;

/** Raw counts are told from everything else, and distances inside a map are exact. */
class CountsMapTest {

	private static FloatVolume map(final int nx, final float... p) {
		return FloatVolume.of(VoxelGrid.of(nx, p.length / nx, 1, 1, 1, 1), new float[][] { p });
	}

	@Test
	void kindsAreToldApartWithTheirReason() {
		CountsMap.requireCounts("Mg", map(2, 0, 3, 5, 7), 0);
		refused("zero in every pixel", map(2, 0, 0, 0, 0));
		refused("background was already subtracted", map(2, 1, 2, -1, 0.5f));
		refused("x=1, y=1", map(2, 1, 2, 3, -4));
		refused("fractions", map(2, 1, 2, 3, 0.25f));
		refused("not numbers", map(2, 1, Float.NaN, 3, 4));
	}

	private static void refused(final String reason, final FloatVolume map) {
		final String message = assertThrows(IllegalArgumentException.class, () -> CountsMap.requireCounts("Mg", map, 0))
			.getMessage();
		assertTrue(message.contains(reason), message);
	}

	@Test
	void smoothedAndScaledCountsAreRemarked() {
		final Well19937c random = new Well19937c(4);
		final int n = 64;
		final float[] raw = new float[n * n];
		for (int i = 0; i < raw.length; i++)
			raw[i] = new PoissonDistribution(random, 12, 1e-12, 100000).sample();
		assertTrue(CountsMap.remarks("Mg", map(n, raw), 0).isEmpty());
		assertEquals(1, CountsMap.dispersion(map(n, raw), 0), 0.1);
		final float[] smooth = raw.clone();
		final float[] scaled = raw.clone();
		for (int i = 0; i < raw.length; i++) {
			if (i > 0 && i + 1 < raw.length) smooth[i] = Math.round((raw[i - 1] + raw[i] + raw[i + 1]) / 3);
			scaled[i] = 4 * raw[i];
		}
		assertEquals("counts_smoothed", CountsMap.remarks("Mg", map(n, smooth), 0).get(0).code());
		assertEquals("counts_scaled", CountsMap.remarks("Mg", map(n, scaled), 0).get(0).code());
	}

	@Test
	void distancesEqualBruteForce() {
		final Random random = new Random(3);
		for (int trial = 0; trial < 300; trial++) {
			final int nx = 1 + random.nextInt(14);
			final int ny = 1 + random.nextInt(11);
			final double dx = 0.1 + random.nextDouble();
			final double dy = 0.1 + random.nextDouble();
			final boolean[] source = new boolean[nx * ny];
			for (int i = 0; i < source.length; i++)
				source[i] = random.nextInt(9) == 0;
			final double[] d = PlaneDistance.of(nx, ny, dx, dy, (x, y) -> source[x + nx * y]);
			for (int i = 0; i < d.length; i++) {
				double least = Double.POSITIVE_INFINITY;
				for (int j = 0; j < d.length; j++)
					if (source[j]) least = Math.min(least, Math.hypot(dx * (i % nx - j % nx), dy * (i / nx - j / nx)));
				if (Double.isInfinite(least)) assertTrue(Double.isInfinite(d[i]));
				else assertEquals(least, d[i], 1e-9);
			}
		}
	}
}
