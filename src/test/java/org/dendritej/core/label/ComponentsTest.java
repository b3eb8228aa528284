// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.label;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Labels against flood fill, for every neighbourhood, thread count and slab height. */
class ComponentsTest {

	@Test
	void equalsFloodFillForEveryThreadCountAndSlabHeight() {
		for (int seed = 0; seed < 400; seed++) {
			final Random r = new Random(seed);
			final ByteVolume v = FloodFill.random(r);
			final int value = seed % 5 == 0 ? 2 : seed % 2 == 0 ? 1 : 255;
			final Phase phase = new Phase(v, value);
			for (final Connectivity c : Connectivity.values()) {
				final FloodFill truth = new FloodFill(v, value, c.neighbours());
				for (int threads = 1; threads <= 3; threads++)
					for (final int height : new int[] { 1, 2, 3, 100 }) {
						final Labels l = Components.label(phase, c, 1, height, threads, Progress.NONE);
						assertEquals(truth.count, l.count(), "seed " + seed);
						for (int z = 0; z < v.grid().nz(); z++)
							assertArrayEquals(truth.label[z], l.volume().plane(z), "seed " + seed + " z " + z + " " + c);
					}
			}
		}
	}

	@Test
	void sumsEqualSumsOverVoxels() {
		for (int seed = 0; seed < 150; seed++) {
			final ByteVolume v = FloodFill.random(new Random(1000 + seed));
			final VoxelGrid g = v.grid();
			final Labels l = Components.label(new Phase(v, 1), Connectivity.TWENTYSIX, 1, 2, 2, Progress.NONE);
			checkSums(l.sums(), new FloodFill(v, 1, 26), g, seed);
			checkSums(LabelSums.gather(l, 3, Progress.NONE), new FloodFill(v, 1, 26), g, seed);
			checkSums(LabelSums.gather(RunSource.of(l.volume(), l.count()), 2, Progress.NONE), new FloodFill(v, 1, 26), g, seed);
		}
	}

	private static void checkSums(final LabelSums sums, final FloodFill truth, final VoxelGrid g, final int seed) {
		assertEquals(truth.count, sums.count());
		for (int label = 1; label <= truth.count; label++) {
			long n = 0;
			final double[] mean = new double[3];
			final double[][] second = new double[3][3];
			final int[] min = { 99, 999, 999 }, max = new int[3];
			min[0] = 999;
			for (int pass = 0; pass < 2; pass++)
				for (int z = 0; z < g.nz(); z++)
					for (int i = 0; i < g.planeSize(); i++) {
						if (truth.label[z][i] != label) continue;
						final int[] p = { i % g.nx(), i / g.nx(), z };
						if (pass == 0) n++;
						for (int a = 0; a < 3; a++) {
							if (pass == 0) mean[a] += p[a];
							min[a] = Math.min(min[a], p[a]);
							max[a] = Math.max(max[a], p[a] + 1);
							if (pass == 1) for (int b = 0; b < 3; b++)
								second[a][b] += (p[a] - mean[a] / n) * (p[b] - mean[b] / n) / n;
						}
					}
			assertEquals(n, sums.voxels(label));
			for (int a = 0; a < 3; a++) {
				assertEquals(min[a], sums.min(label, a));
				assertEquals(max[a], sums.max(label, a));
				assertEquals(mean[a] / n, sums.meanIndex(label, a), 1e-12);
				for (int b = 0; b < 3; b++) {
					final double own = a == b ? g.edgeUm(a) * g.edgeUm(a) / 12 : 0;
					assertEquals(second[a][b] * g.edgeUm(a) * g.edgeUm(b) + own, sums.momentUm2(label, a, b), 1e-9, "seed " + seed);
				}
			}
			final boolean border = min[0] == 0 || min[1] == 0 || min[2] == 0 || max[0] == g.nx() || max[1] == g.ny()
				|| max[2] == g.nz();
			assertEquals(border, sums.touchesBorder(label));
		}
	}

	@Test
	void smallComponentsGoAndTheRestKeepTheirOrder() {
		for (int seed = 0; seed < 120; seed++) {
			final ByteVolume v = FloodFill.random(new Random(5000 + seed));
			final long smallest = 1 + seed % 7;
			final FloodFill truth = new FloodFill(v, 1, 18);
			final int[] map = new int[truth.count + 1];
			final long[] size = new long[truth.count + 1];
			for (final int[] p : truth.label)
				for (final int l : p)
					size[l]++;
			int kept = 0;
			long lost = 0;
			for (int l = 1; l < size.length; l++) {
				if (size[l] >= smallest) map[l] = ++kept;
				else lost += size[l];
			}
			for (final int height : new int[] { 1, 2, 50 }) {
				final Labels l = Components.label(new Phase(v, 1), Connectivity.EIGHTEEN, smallest, height, 2, Progress.NONE);
				final Labels all = Components.label(new Phase(v, 1), Connectivity.EIGHTEEN, 1, height, 2, Progress.NONE);
				final Labels later = all.filter(k -> all.sums().voxels(k) >= smallest);
				for (final Labels some : new Labels[] { l, later }) {
					assertEquals(kept, some.count());
					assertEquals(lost, some.droppedVoxels());
					assertEquals(truth.count - kept, some.dropped());
					for (int z = 0; z < v.grid().nz(); z++) {
						final int[] want = Arrays.stream(truth.label[z]).map(k -> map[k]).toArray();
						assertArrayEquals(want, some.volume().plane(z));
						final short[] s = new short[want.length];
						final float[] f = new float[want.length];
						Arrays.fill(f, -7);
						some.plane(z, s);
						some.plane(z, f);
						for (int i = 0; i < want.length; i++) {
							assertEquals(want[i], s[i] & 0xFFFF);
							assertEquals(want[i], f[i]);
						}
					}
				}
			}
		}
	}

	@Test
	void aUserMistakeIsASentence() {
		final Phase p = new Phase(ByteVolume.of(VoxelGrid.of(2, 1, 1, 1, 1, 1), new byte[1][2]), 1);
		final Exception e = assertThrows(IllegalArgumentException.class, () -> Components.label(p, Connectivity.SIX, 0, 1,
			Progress.NONE));
		assertTrue(e.getMessage().contains("minvoxels=0"));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> Connectivity.of(8)).getMessage().contains(
			"connectivity=8"));
		assertEquals(0, Components.label(p, Connectivity.SIX, 1, Progress.NONE).count());
	}

	@Test
	void cancelEndsTheWork() {
		final Phase p = new Phase(FloodFill.random(new Random(1)), 1);
		final Progress stop = new Progress() {

			@Override
			public void report(final double fraction, final String stage) {
				// not looked at
			}

			@Override
			public boolean cancelled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> Components.label(p, Connectivity.SIX, 2, stop));
	}
}
