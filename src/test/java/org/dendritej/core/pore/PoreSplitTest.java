// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Random;

import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.Components;
import org.dendritej.core.label.Connectivity;
import org.dendritej.core.label.Labels;
import org.dendritej.core.label.RealVolumes;
import org.dendritej.core.record.Pore;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Touching balls come apart where they meet; single bodies stay whole. */
class PoreSplitTest {

	private static final PoreOptions SPLIT = PoreOptions.DEFAULT.withSplit(true);

	@Test
	void twoBallsThatTouchBecomeTwo() {
		final Random r = new Random(8);
		for (final double[] edge : new double[][] { { 1, 1, 1 }, { 1, 1, 2.5 }, { 2, 1, 1 } })
			for (int k = 0; k < 10; k++) {
				final VoxelGrid g = VoxelGrid.of((int) (64 / edge[0]), (int) (64 / edge[1]), (int) (64 / edge[2]), edge[0],
					edge[1], edge[2]);
				final Vec3 u = Bodies.frame(r)[0], c = new Vec3(32, 32, 32).plus(new Vec3(r.nextDouble(), r.nextDouble(), r
					.nextDouble()));
				final Vec3 a = c.minus(u.times(8)), b = c.plus(u.times(8));
				final Phase phase = new Phase(new Bodies(g).ball(a, 10).ball(b, 10).volume(), 1);
				assertEquals(1, Components.label(phase, Connectivity.TWENTYSIX, 1, Progress.NONE).count());
				final PoreResult p = PoreAnalysis.measure(phase, SPLIT, Progress.NONE);
				assertEquals(2, p.pores().size());
				for (final Pore pore : p.pores()) {
					// each loses a cap of height 2
					final double cap = Math.PI * 4 * (30 - 2) / 3;
					final double truth = 4 * Math.PI / 3 * 1000 - cap;
					assertEquals(truth, pore.volumeUm3(), 0.03 * truth);
					assertTrue(Math.min(pore.centroidUm().distance(a), pore.centroidUm().distance(b)) < 1);
				}
			}
	}

	@Test
	void oneBodyStaysOne() {
		final Random r = new Random(12);
		for (int k = 0; k < 12; k++) {
			final VoxelGrid g = VoxelGrid.of(70, 70, 28, 1, 1, 2.5);
			final Bodies b = new Bodies(g).ellipsoid(new Vec3(35 + r.nextDouble(), 35 + r.nextDouble(), 35 + r.nextDouble()),
				Bodies.frame(r), 24, 14, 9);
			assertEquals(1, PoreAnalysis.measure(new Phase(b.volume(), 1), SPLIT, Progress.NONE).pores().size());
		}
	}

	@Test
	void noVoxelIsLostAndThreadsChangeNothing() throws IOException {
		final Phase cement = RealVolumes.tiff("volumes/qim3d_cement_128x128x128.tif", 0, 75, 1);
		final Labels labels = Components.label(cement, Connectivity.SIX, 2, Progress.NONE);
		final PoreSplit one = new PoreSplit(labels, 1, 1, Progress.NONE), three = new PoreSplit(labels, 1, 3, Progress.NONE);
		assertEquals(one.count, three.count);
		assertTrue(one.count > labels.count());
		int next = 1;
		long n = 0;
		for (int z = 0; z < 128; z++) {
			assertArrayEquals(one.volume.plane(z), three.volume.plane(z));
			for (final int l : one.volume.plane(z)) {
				assertTrue(l <= next, "numbered by first voxel");
				if (l == next) next++;
				if (l > 0) n++;
			}
		}
		assertEquals(one.count, next - 1);
		assertEquals(360409, n);
		final PoreSplit large = new PoreSplit(labels, 27, 2, Progress.NONE);
		assertEquals(one.count - large.count, large.dropped);
		long kept = 0;
		for (int z = 0; z < 128; z++)
			for (final int l : large.volume.plane(z))
				if (l > 0) kept++;
		assertEquals(360409 - kept, large.droppedVoxels);
	}
}
