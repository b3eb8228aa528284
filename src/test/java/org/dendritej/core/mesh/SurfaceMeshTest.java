// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Meshes close, hold the voxels' volume exactly before smoothing, and come near the area of a sphere after it. */
class SurfaceMeshTest {

	private static SurfaceMesh mesh(final VoxelGrid g, final byte[][] v) {
		return SurfaceMesh.of(new Phase(ByteVolume.of(g, v), 1), Progress.NONE);
	}

	/** Directed edges: each is met by its opposite as often. */
	private static boolean closed(final SurfaceMesh m) {
		final Map<Long, Integer> balance = new HashMap<>();
		for (int t = 0; t < m.triangles(); t++)
			for (int k = 0; k < 3; k++) {
				final long a = m.corner(t, k), b = m.corner(t, (k + 1) % 3);
				if (a == b) return false;
				balance.merge(Math.min(a, b) << 32 | Math.max(a, b), a < b ? 1 : -1, Integer::sum);
			}
		return balance.values().stream().allMatch(n -> n == 0);
	}

	@Test
	void closesAroundEveryRandomFieldAndHoldsItsVolume() {
		final Random r = new Random(11);
		for (int run = 0; run < 200; run++) {
			final VoxelGrid g = new VoxelGrid(1 + r.nextInt(8), 1 + r.nextInt(8), 1 + r.nextInt(8), 0.04, 0.05, 0.1, new Vec3(1, -2, 3));
			final byte[][] v = new byte[g.nz()][g.planeSize()];
			final double share = r.nextDouble();
			int n = 0;
			for (final byte[] p : v)
				for (int i = 0; i < p.length; i++)
					if (r.nextDouble() < share) {
						p[i] = 1;
						n++;
					}
			final SurfaceMesh m = mesh(g, v);
			assertTrue(closed(m), "run " + run);
			assertEquals(n * g.voxelVolumeUm3(), m.volumeUm3(), 1e-12, "run " + run);
			assertTrue(closed(m.smoothed(5, Progress.NONE)));
		}
	}

	@Test
	void aSphereKeepsItsVolumeAndGetsItsAreaWhenSmoothed() {
		final VoxelGrid g = VoxelGrid.of(60, 60, 24, 0.04, 0.04, 0.1);
		final byte[][] v = new byte[g.nz()][g.planeSize()];
		final Vec3 c = new Vec3(1.2, 1.2, 1.2);
		for (int z = 0; z < g.nz(); z++)
			for (int i = 0; i < g.planeSize(); i++)
				if (g.centreUm(i % 60, i / 60, z).distance(c) < 1) v[z][i] = 1;
		final SurfaceMesh steps = mesh(g, v), m = steps.smoothed(10, Progress.NONE);
		assertEquals(4 * Math.PI / 3, m.volumeUm3(), 0.02 * 4 * Math.PI / 3);
		assertEquals(4 * Math.PI, m.areaUm2(), 0.05 * 4 * Math.PI);
		assertTrue(steps.areaUm2() > 1.3 * m.areaUm2());
	}
}
