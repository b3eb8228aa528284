// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Normals of flat sheets at any angle. */
class SheetNormalsTest {

	@Test
	void sheetsAtAnyAngle() {
		for (final double dz : new double[] { 1, 2.5 })
			for (int seed = 0; seed < 60; seed++) {
				final Random r = new Random(seed);
				final Vec3 n = new Vec3(r.nextGaussian(), r.nextGaussian(), r.nextGaussian()).unit();
				final double width = 2.5 + 3 * r.nextDouble();
				final VoxelGrid g = VoxelGrid.of(41, 41, (int) (41 / dz), 1, 1, dz);
				final Vec3 m = SlitPhantom.middle(g);
				final byte[][] planes = new byte[g.nz()][g.planeSize()];
				for (int z = 0; z < g.nz(); z++)
					for (int i = 0; i < g.planeSize(); i++)
						if (Math.abs(g.centreUm(i % 41, i / 41, z).minus(m).dot(n)) < width / 2) planes[z][i] = 1;
				final SheetNormals.Sheet s = SheetNormals.at(new Phase(ByteVolume.of(g, planes), 1), List.of(m.plus(n.times(0.4))),
					3 * width, 1, Progress.NONE).get(0);
				assertEquals(1, s.normal().norm(), 1e-12);
				assertTrue(Math.abs(s.normal().dot(n)) > Math.cos(Math.toRadians(5)), "seed " + seed + " angle " + Math.toDegrees(
					Math.acos(Math.abs(s.normal().dot(n)))));
				assertTrue(s.planarity() > 0.5);
			}
	}

	@Test
	void oneVoxelSheetAndNothing() {
		final VoxelGrid g = VoxelGrid.of(9, 9, 5, 1, 1, 2);
		final byte[][] planes = new byte[5][81];
		java.util.Arrays.fill(planes[2], (byte) 1);
		final Phase phase = new Phase(ByteVolume.of(g, planes), 1);
		final Vec3 middle = SlitPhantom.middle(g);
		final List<SheetNormals.Sheet> s = SheetNormals.at(phase, List.of(middle, new Vec3(4, 4, 1)), 3, 2, Progress.NONE);
		assertEquals(1, Math.abs(s.get(0).normal().z()), 1e-9);
		assertEquals(1, Math.abs(SheetNormals.at(phase, List.of(middle), 0.5, 1, Progress.NONE).get(0).normal().norm()), 1e-9);
		final SheetNormals.Sheet none = SheetNormals.at(phase, List.of(new Vec3(4, 4, 1)), 1, 1, Progress.NONE).get(0);
		assertEquals(Vec3.ZERO, none.normal());
		assertTrue(Double.isNaN(none.planarity()));
		assertThrows(IllegalArgumentException.class, () -> SheetNormals.at(phase, List.of(), 0, 1, Progress.NONE));
	}
}
