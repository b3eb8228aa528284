// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** More than 2^31 voxels, made slice by slice, in a heap of 2 GB. Writes its figures to target/trust-huge.md. */
@Tag("long")
class HugeVolumeTest {

	private static final int N = 1300, CELL = 20, R = 7;

	@Test
	void moreVoxelsThanAnIntCounts() throws IOException {
		final VoxelGrid g = VoxelGrid.of(N, N, N, 0.04, 0.04, 0.1);
		assertTrue(g.voxels() > 1L << 31);
		final ByteVolume balls = new ByteVolume() {

			@Override
			public VoxelGrid grid() {
				return g;
			}

			@Override
			public byte[] plane(final int z) {
				final byte[] p = new byte[g.planeSize()];
				final int dz = z % CELL - CELL / 2;
				for (int y = 0; y < N; y++) {
					final int dy = y % CELL - CELL / 2, room = R * R - dz * dz - dy * dy;
					if (room < 0) continue;
					final int half = (int) Math.sqrt(room);
					for (int c = CELL / 2; c < N; c += CELL)
						java.util.Arrays.fill(p, y * N + c - half, y * N + c + half + 1, (byte) 1);
				}
				return p;
			}
		};
		int ball = 0;
		for (int k = -R; k <= R; k++)
			for (int j = -R; j <= R; j++)
				for (int i = -R; i <= R; i++)
					if (i * i + j * j + k * k <= R * R) ball++;
		final int across = N / CELL;
		final long start = System.nanoTime();
		final Labels l = Components.label(new Phase(balls, 1), Connectivity.TWENTYSIX, 2, Progress.NONE);
		final double labelled = (System.nanoTime() - start) / 1e9;
		System.gc();
		final long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
		assertEquals(across * across * across, l.count());
		for (int k = 1; k <= l.count(); k += 1 + k / 50) {
			assertEquals(ball, l.sums().voxels(k));
			// raster order of the balls' first voxels: z, then y, then x
			assertEquals((k - 1) % across * CELL + CELL / 2, l.sums().meanIndex(k, 0), 1e-12);
			assertEquals((k - 1) / across % across * CELL + CELL / 2, l.sums().meanIndex(k, 1), 1e-12);
			assertEquals((k - 1) / across / across * CELL + CELL / 2, l.sums().meanIndex(k, 2), 1e-12);
		}
		final int[] plane = new int[g.planeSize()];
		l.plane(N - CELL / 2, plane);
		assertEquals(l.count(), plane[N - CELL / 2 + N * (N - CELL / 2)]);
		Files.writeString(Path.of("target", "trust-huge.md"), String.format(Locale.ROOT,
			"%d voxels (%d^3), %d components, 26 neighbours, 2 threads, heap limit %.2f GB: labelled with statistics in %.1f s "
				+ "(slices made on the fly included), %.0f MB in use afterwards.%n", g.voxels(), N, l.count(), Runtime
					.getRuntime().maxMemory() / 1e9, labelled, used / 1e6));
	}
}
