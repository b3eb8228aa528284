// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.RealVolumes;
import org.dendritej.core.run.Progress;
import org.dendritej.testkit.SharedData;
import org.junit.jupiter.api.Test;

/** Two-point probabilities against counting every pair, and against those published with the Ketton limestone. */
class TwoPointTest {

	@Test
	void equalsCountingEveryPair() {
		for (int seed = 0; seed < 300; seed++) {
			final Random r = new Random(seed);
			final int[] n = { 1 + r.nextInt(seed % 10 == 0 ? 200 : 12), 1 + r.nextInt(7), 1 + r.nextInt(6) };
			final byte[][] p = new byte[n[2]][n[0] * n[1]];
			final double share = r.nextDouble();
			for (final byte[] q : p)
				for (int i = 0; i < q.length; i++)
					q[i] = (byte) (r.nextDouble() < share ? 200 : r.nextInt(3));
			final Phase phase = new Phase(ByteVolume.of(VoxelGrid.of(n[0], n[1], n[2], 1, 2, 3), p), 200);
			final int reach = r.nextInt(220);
			final TwoPoint t = TwoPoint.of(phase, reach, 1 + seed % 3, Progress.NONE);
			final double[][] found = { t.x(), t.y(), t.z() };
			for (int a = 0; a < 3; a++) {
				assertEquals(Math.min(reach, n[a] - 1) + 1, found[a].length);
				for (int k = 0; k < found[a].length; k++)
					assertEquals(brute(p, n, a, k), found[a][k], 1e-15, "seed " + seed + " axis " + a + " lag " + k);
			}
		}
		assertTrue(assertThrows(IllegalArgumentException.class, () -> TwoPoint.of(new Phase(ByteVolume.of(VoxelGrid.of(1, 1, 1, 1, 1,
			1), new byte[1][1]), 0), -1, 1, Progress.NONE)).getMessage().contains("reach=-1"));
	}

	private static double brute(final byte[][] p, final int[] n, final int axis, final int lag) {
		long both = 0, pairs = 0;
		final int dx = axis == 0 ? lag : 0, dy = axis == 1 ? lag : 0, dz = axis == 2 ? lag : 0;
		for (int z = 0; z + dz < n[2]; z++)
			for (int y = 0; y + dy < n[1]; y++)
				for (int x = 0; x + dx < n[0]; x++) {
					pairs++;
					if (p[z][x + n[0] * y] == (byte) 200 && p[z + dz][x + dx + n[0] * (y + dy)] == (byte) 200) both++;
				}
		return both / (double) pairs;
	}

	/** Mosser et al.: column x is axis z, column z is axis y, column y is axis x; twelve digits are printed. */
	@Test
	void kettonAsPublished() throws IOException {
		for (final String[] c : new String[][] { { "pph", "0" }, { "gph", "255" } }) {
			final int grey = Integer.parseInt(c[1]);
			final Phase phase = RealVolumes.tiff("volumes/mosser_ketton_256.zip", grey, grey, 1);
			final List<String> lines = Files.readAllLines(SharedData.file("reference/mosser_ketton_S2_" + c[0] + ".csv"));
			final double[][] published = new double[3][lines.size() - 1];
			for (int k = 1; k < lines.size(); k++)
				for (int a = 0; a < 3; a++)
					published[a][k - 1] = Double.parseDouble(lines.get(k).split(",")[a]);
			final TwoPoint t = TwoPoint.of(phase, published[0].length - 1, 2, Progress.NONE);
			assertArrayEquals(published[0], t.z(), 1e-11, "z");
			assertArrayEquals(published[2], t.y(), 1e-11, "y");
			assertArrayEquals(published[1], t.x(), 1e-11, "x");
			if (grey == 0) assertEquals(0.126862049, t.x()[0], 5e-10);
		}
	}
}
