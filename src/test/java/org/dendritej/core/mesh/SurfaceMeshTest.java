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

/** Meshes close, hold the voxels' volume exactly before smoothing and nearly so after it, and come near the area of a sphere. */
class SurfaceMeshTest {

	private static SurfaceMesh mesh(final VoxelGrid g, final byte[][] v) {
		return SurfaceMesh.of(new Phase(ByteVolume.of(g, v), 1), Progress.NONE);
	}

	/** Each edge belongs to two triangles, which run it in opposite directions; vertices at one place (in the precision of files) count as one. */
	private static boolean closed(final SurfaceMesh m, final boolean byPlace) {
		final int[] vertex = new int[m.vertices()];
		final Map<String, Integer> places = new HashMap<>();
		for (int v = 0; v < vertex.length; v++) {
			final int own = v;
			vertex[v] = byPlace ? places.computeIfAbsent((float) m.at(v, 0) + " " + (float) m.at(v, 1) + " " + (float) m.at(v, 2), k -> own) : v;
		}
		final Map<Long, Integer> forwards = new HashMap<>();
		for (int t = 0; t < m.triangles(); t++)
			for (int k = 0; k < 3; k++) {
				final long a = vertex[m.corner(t, k)], b = vertex[m.corner(t, (k + 1) % 3)];
				if (a == b || forwards.merge(a << 32 | b, 1, Integer::sum) > 1) return false;
			}
		return forwards.keySet().stream().allMatch(e -> forwards.containsKey(e << 32 | e >>> 32));
	}

	/** Bodies of one voxel, bodies that touch at edges and corners, gaps of one voxel, all of it cut by the border. */
	@Test
	void closesAroundEveryRandomFieldAndHoldsItsVolume() {
		final Random r = new Random(11);
		for (int run = 0; run < 300; run++) {
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
			final SurfaceMesh m = mesh(g, v), smooth = m.smoothed(10, Progress.NONE);
			assertTrue(closed(m, false), "run " + run);
			assertEquals(n * g.voxelVolumeUm3(), m.volumeUm3(), 1e-12, "run " + run);
			assertTrue(closed(smooth, true), "smoothed, run " + run);
			// Where nearly every vertex has come to the end of its reach there is no way to give all of the volume back.
			assertEquals(1, n == 0 ? 1 : smooth.volumeUm3() / (n * g.voxelVolumeUm3()), 0.01, "run " + run);
			borderStays(g, m, smooth);
		}
	}

	/** No vertex leaves the image, those on its border stay there, and none goes half a voxel. */
	private static void borderStays(final VoxelGrid g, final SurfaceMesh m, final SurfaceMesh smooth) {
		final double[] low = { g.originUm().x(), g.originUm().y(), g.originUm().z() };
		for (int v = 0; v < m.vertices(); v++)
			for (int axis = 0; axis < 3; axis++) {
				final double high = low[axis] + g.size(axis) * g.edgeUm(axis), was = m.at(v, axis), is = smooth.at(v, axis);
				if (was == low[axis] || was == high) assertEquals(was, is, 0);
				assertTrue(is >= low[axis] && is <= high && Math.abs(is - was) < g.edgeUm(axis) / 2);
			}
	}

	/** Slanting sheets as thin as cracks, where smoothing alone takes 4 % (one voxel) or adds 1 % (three). */
	@Test
	void smoothingTakesNoVolumeFromThinSheets() {
		final VoxelGrid g = VoxelGrid.of(60, 60, 24, 0.04, 0.04, 0.1);
		final Vec3 c = new Vec3(1.2, 1.2, 1.2);
		for (int thick = 1; thick <= 5; thick++) {
			final byte[][] v = new byte[g.nz()][g.planeSize()];
			int n = 0;
			for (int z = 0; z < g.nz(); z++)
				for (int i = 0; i < g.planeSize(); i++) {
					final Vec3 p = g.centreUm(i % 60, i / 60, z).minus(c);
					if (Math.abs(0.6 * p.x() + 0.7 * p.y() + 0.387 * p.z()) > 0.02 * thick || p.norm() > 1) continue;
					v[z][i] = 1;
					n++;
				}
			final SurfaceMesh m = mesh(g, v), smooth = m.smoothed(10, Progress.NONE);
			assertEquals(n * g.voxelVolumeUm3(), smooth.volumeUm3(), 1e-5 * n * g.voxelVolumeUm3(), thick + " voxels");
			assertTrue(closed(smooth, true));
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
