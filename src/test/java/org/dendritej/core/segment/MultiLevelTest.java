// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Random;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Several materials by grey, thresholds of every pixel's own, and the probability of each class. */
class MultiLevelTest {

	private static final VoxelGrid GRID = VoxelGrid.of(72, 60, 24, 0.04, 0.04, 0.1);
	private static final int[] LEVELS = { 40, 90, 165, 230 };

	/** Rank 0 void, 1 lithium, 2 solid, 3 cap: a cap above, a block of lithium, round voids. */
	private static ByteVolume truth() {
		final byte[][] p = new byte[GRID.nz()][GRID.planeSize()];
		for (int z = 0; z < GRID.nz(); z++)
			for (int i = 0; i < p[z].length; i++) {
				final int x = i % GRID.nx(), y = i / GRID.nx();
				final boolean pore = Math.hypot(Math.hypot(x - 20, y - 35), 2.5 * (z - 12)) < 10 || Math.hypot(Math.hypot(x - 50, y - 45), 2.5 * (z - 8)) < 8;
				p[z][i] = (byte) (y < 10 ? 3 : x > 55 && y > 20 && y < 40 ? 1 : pore ? 0 : 2);
			}
		return ByteVolume.of(GRID, p);
	}

	/** Grey with partial pixels (means over 3 x 3) and noise. */
	private static FloatVolume grey(final ByteVolume t, final double noise, final long seed) {
		final Random r = new Random(seed);
		final int nx = GRID.nx(), ny = GRID.ny();
		final float[][] p = new float[GRID.nz()][GRID.planeSize()];
		for (int z = 0; z < p.length; z++)
			for (int i = 0; i < p[z].length; i++) {
				double s = 0;
				for (int k = 0; k < 9; k++) {
					final int x = Math.max(0, Math.min(nx - 1, i % nx + k % 3 - 1)), y = Math.max(0, Math.min(ny - 1, i / nx + k / 3 - 1));
					s += LEVELS[t.plane(z)[y * nx + x]] / 9.0;
				}
				p[z][i] = (float) (s + noise * r.nextGaussian());
			}
		return FloatVolume.of(GRID, p);
	}

	@Test
	void fourMaterialsComeBack() {
		final ByteVolume t = truth();
		final FloatVolume g = grey(t, 5, 1);
		final MultiLevel m = MultiLevel.of(g, 4, 2, Progress.NONE);
		for (int c = 0; c < 4; c++)
			assertEquals(LEVELS[c], m.levels()[c], 4);
		final ByteVolume seen = m.ranks(g, 0, 2, Progress.NONE);
		for (int c = 0; c < 4; c++) {
			final double d = Drawn.dice(t, seen, c);
			System.out.printf(Locale.ROOT, "multi class %d: dice %.3f%n", c, d);
			assertTrue(d > 0.95, "class " + c + " " + d);
		}
		for (int z = 0; z < GRID.nz(); z++)
			assertArrayEquals(seen.plane(z), m.ranks(g, 0, 1, Progress.NONE).plane(z));
	}

	/** Rims of voids pass the grey of lithium; they are no lithium. */
	@Test
	void rimsAreNoThirdMaterial() {
		final ByteVolume t = truth();
		final FloatVolume g = grey(t, 3, 2);
		final ByteVolume seen = MultiLevel.of(g, 4, 2, Progress.NONE).ranks(g, 0, 2, Progress.NONE);
		long rim = 0;
		for (int z = 0; z < GRID.nz(); z++)
			for (int i = 0; i < GRID.planeSize(); i++)
				if (seen.plane(z)[i] == 1 && i % GRID.nx() < 53 && i / GRID.nx() > 12) rim++;
		assertEquals(0, rim, 20, "voxels of the third material far from it");
	}

	@Test
	void theSplitIsTheBestOfAllSplits() {
		final Random r = new Random(3);
		for (int run = 0; run < 200; run++) {
			final int n = 8 + r.nextInt(8);
			final double[] h = new double[n];
			for (int i = 0; i < n; i++)
				h[i] = 1 + r.nextInt(50);
			final int[] cuts = MultiLevel.otsu(h, 3);
			double best = -1;
			for (int a = 1; a < n - 1; a++)
				for (int b = a + 1; b < n; b++)
					best = Math.max(best, between(h, 0, a) + between(h, a, b) + between(h, b, n));
			assertEquals(best, between(h, cuts[0], cuts[1]) + between(h, cuts[1], cuts[2]) + between(h, cuts[2], cuts[3]), 1e-9 * best);
		}
	}

	private static double between(final double[] h, final int from, final int to) {
		double n = 0, m = 0;
		for (int i = from; i < to; i++) {
			n += h[i];
			m += i * h[i];
		}
		return m * m / n;
	}

	@Test
	void localThresholdsAreThoseOfTheFormula() {
		final Random r = new Random(5);
		for (int run = 0; run < 30; run++) {
			final VoxelGrid g = VoxelGrid.of(17 + r.nextInt(8), 13 + r.nextInt(8), 2, 1, 1, 1);
			final float[][] p = new float[2][g.planeSize()];
			for (final float[] q : p)
				for (int i = 0; i < q.length; i++)
					q[i] = r.nextInt(256);
			final int radius = 2 + r.nextInt(5);
			final double weight = 0.1 + 0.2 * r.nextDouble();
			final FloatVolume v = FloatVolume.of(g, p);
			final double half = LocalThreshold.reach(v, 1, Progress.NONE) * 5;
			final Phase seen = LocalThreshold.below(v, radius, weight, 0, 2, Progress.NONE);
			final float[] sorted0 = p[0].clone(), sorted1 = p[1].clone();
			java.util.Arrays.sort(sorted0);
			java.util.Arrays.sort(sorted1);
			final int at = (int) (0.01 * (sorted0.length - 1));
			final double dark = Math.max(sorted0[at], sorted1[at]);
			for (int z = 0; z < 2; z++)
				for (int i = 0; i < p[z].length; i++) {
					double s = 0, q = 0, n = 0;
					for (int y = i / g.nx() - radius; y <= i / g.nx() + radius; y++)
						for (int x = i % g.nx() - radius; x <= i % g.nx() + radius; x++) {
							if (x < 0 || y < 0 || x >= g.nx() || y >= g.ny()) continue;
							final double d = p[z][y * g.nx() + x] - dark;
							s += d;
							q += d * d;
							n++;
						}
					final double m = s / n, t = m * (1 + weight * (Math.sqrt(Math.max(0, q / n - m * m)) / half - 1));
					if (Math.abs(p[z][i] - dark - t) > 1e-6) assertEquals(p[z][i] - dark < t ? 1 : 0, seen.volume().plane(z)[i]);
				}
		}
	}

	/** A ramp of 120 grey levels across the slices defeats one threshold and not local ones. */
	@Test
	void localThresholdsFollowARamp() {
		final ByteVolume m = Drawn.mask(GRID, (x, y, z) -> Math.hypot(x % 0.7 - 0.35, y % 0.6 - 0.3) < 0.12);
		final FloatVolume flat = Drawn.grey(m, 100, 40, 4, false, 3);
		final float[][] p = new float[GRID.nz()][];
		for (int z = 0; z < p.length; z++) {
			p[z] = flat.plane(z).clone();
			for (int i = 0; i < p[z].length; i++)
				p[z][i] += 120f * (i % GRID.nx()) / GRID.nx();
		}
		final FloatVolume ramp = FloatVolume.of(GRID, p);
		double best = 0;
		for (double t = 40; t < 220; t += 5)
			best = Math.max(best, Drawn.dice(m, Thresholded.below(ramp, t, 2, Progress.NONE).volume(), 1));
		final double local = Drawn.dice(m, LocalThreshold.below(ramp, 12, 0.1, 0, 2, Progress.NONE).volume(), 1);
		System.out.printf(Locale.ROOT, "ramp: best single threshold %.3f, local %.3f%n", best, local);
		assertTrue(local > best + 0.2, local + " against " + best);
	}

	@Test
	void probabilitiesOfAllClassesSumToOne() {
		final ByteVolume m = Drawn.mask(GRID, (x, y, z) -> Math.hypot(Math.hypot(x - 0.8, y - 1), z - 1) < 0.5 || Math.abs(y - 2) < 0.06 && x > 0.3 && x < 2.6);
		final FloatVolume g = Drawn.grey(m, 170, 40, 8, false, 4);
		final SegmentOptions o = new SegmentOptions("half", 0, 0, 0, SegmentOptions.order("1,0"), 25, 0.2, 0, true, 0, 0, 3);
		final Segmentation s = new Segmentation(g, o, true, 2, Progress.NONE);
		final ByteVolume mid = ByteVolume.of(GRID, s.middle(Progress.NONE)), lo = ByteVolume.of(GRID, s.end(false, Progress.NONE)), hi = ByteVolume.of(GRID, s
			.end(true, Progress.NONE));
		final FloatVolume[] p = ClassMaps.of(s.chance(lo, mid, hi, Progress.NONE), lo, mid, hi, 5, 2, Progress.NONE);
		double pore = 0, crack = 0;
		for (int z = 0; z < GRID.nz(); z++)
			for (int i = 0; i < GRID.planeSize(); i++) {
				double sum = 0;
				for (final FloatVolume v : p) {
					assertTrue(v.plane(z)[i] >= 0 && v.plane(z)[i] <= 1);
					sum += v.plane(z)[i];
				}
				assertEquals(1, sum, 1e-6);
				pore += p[1].plane(z)[i];
				crack += p[2].plane(z)[i];
			}
		final long[] truth = new long[2];
		for (int z = 0; z < GRID.nz(); z++)
			for (int i = 0; i < GRID.planeSize(); i++)
				if (m.plane(z)[i] == 1) truth[Math.abs(GRID.centreUm(i % GRID.nx(), i / GRID.nx(), z).y() - 2) < 0.06 ? 1 : 0]++;
		assertEquals(1, pore / truth[0], 0.1);
		assertEquals(1, crack / truth[1], 0.1);
	}

	@Test
	void sixteenBitsWithSixtyFourLevelsWork() {
		final ByteVolume m = Drawn.mask(GRID, (x, y, z) -> Math.hypot(Math.hypot(x - 1.4, y - 1.2), z - 1.2) < 0.8);
		final FloatVolume fine = Drawn.grey(m, 45000, 12000, 2000, false, 6);
		final float[][] p = new float[GRID.nz()][];
		for (int z = 0; z < p.length; z++) {
			p[z] = fine.plane(z).clone();
			for (int i = 0; i < p[z].length; i++)
				p[z][i] = 1024 * Math.round(p[z][i] / 1024);
		}
		final FloatVolume coarse = FloatVolume.of(GRID, p);
		final HalfContrast h = HalfContrast.of(coarse, 2, Progress.NONE);
		assertEquals(28500, h.threshold(), 1100);
		assertTrue(Drawn.dice(m, Thresholded.below(coarse, h.threshold(), 2, Progress.NONE).volume(), 1) > 0.99);
	}

	@Test
	void saturatedStacksAreRefused() {
		final ByteVolume m = Drawn.mask(GRID, (x, y, z) -> Math.hypot(Math.hypot(x - 1.4, y - 1.2), z - 1.2) < 0.8);
		final FloatVolume g = Drawn.grey(m, 258, 60, 8, true, 7);
		final float[][] p = new float[GRID.nz()][];
		for (int z = 0; z < p.length; z++) {
			p[z] = g.plane(z).clone();
			for (int i = 0; i < p[z].length; i++)
				p[z][i] = Math.min(255, p[z][i]);
		}
		assertTrue(assertThrows(IllegalArgumentException.class, () -> HalfContrast.of(FloatVolume.of(GRID, p), 1, Progress.NONE)).getMessage().contains(
			"saturated"));
	}

	@Test
	void whatCannotBeAskedIsRefused() {
		for (final String order : new String[] { "", "1", "0,1", "1,0,0", "1,2,0", "1,7,0", "1,a,0" })
			assertTrue(assertThrows(IllegalArgumentException.class, () -> SegmentOptions.order(order)).getMessage().contains("order="));
		final FloatVolume g = grey(truth(), 5, 8);
		assertThrows(IllegalArgumentException.class, () -> LocalThreshold.below(g, 1, 0.2, 0, 1, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> LocalThreshold.below(g, 10, 0, 0, 1, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> MultiLevel.of(g, 1, 1, Progress.NONE));
		final FloatVolume constant = FloatVolume.of(GRID, new float[GRID.nz()][GRID.planeSize()]);
		assertThrows(IllegalArgumentException.class, () -> MultiLevel.of(constant, 2, 1, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> LocalThreshold.below(constant, 10, 0.2, 0, 1, Progress.NONE));
	}
}
