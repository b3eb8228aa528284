// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Branches, junctions, ends, loops and points counted; spurs pruned; the longest shortest way against all pairs. */
class SkeletonGraphTest {

	private static SkeletonGraph graph(final VoxelGrid g, final byte[][] v) {
		return SkeletonGraph.of(VoxelGraph.of(g, v));
	}

	@Test
	void countsACrossARingAndAPoint() {
		final VoxelGrid g = VoxelGrid.of(40, 20, 3, 1, 1, 1);
		final byte[][] v = new byte[3][800];
		for (int i = 2; i <= 16; i++) {
			v[1][i + 40 * 9] = (byte) 255;
			v[1][9 + 40 * i] = (byte) 255;
		}
		for (int i = 0; i < 9; i++) {
			v[1][24 + i + 40 * 4] = (byte) 255;
			v[1][24 + i + 40 * 12] = (byte) 255;
			v[1][24 + 40 * (4 + i)] = (byte) 255;
			v[1][32 + 40 * (4 + i)] = (byte) 255;
		}
		v[1][24 + 40 * 4] = v[1][32 + 40 * 4] = v[1][24 + 40 * 12] = v[1][32 + 40 * 12] = 0;
		v[1][38 + 40 * 18] = (byte) 255;
		final SkeletonGraph s = graph(g, v);
		assertEquals(1, s.junctions());
		assertEquals(4, s.ends());
		assertEquals(5, s.edges().size(), "four arms and a ring");
		assertEquals(6, s.vertices(), "junction, ends and the point");
		final SkeletonGraph.Edge ring = s.edges().stream().filter(e -> e.from() < 0).findFirst().orElseThrow();
		assertEquals(28, ring.voxels().length - 1);
	}

	/** A lattice of bars with some left out, drawn in voxels; the way is compared with all pairs. */
	static byte[][] lattice(final VoxelGrid g, final int n, final int pitch, final Random random, final double keep) {
		final byte[][] v = new byte[g.nz()][g.planeSize()];
		for (int a = 0; a < n; a++)
			for (int b = 0; b < n; b++)
				for (int c = 0; c < n; c++)
					for (int axis = 0; axis < 3; axis++) {
						final int[] at = { 2 + a * pitch, 2 + b * pitch, 2 + c * pitch };
						if ((axis == 0 ? a : axis == 1 ? b : c) == n - 1 || random.nextDouble() > keep) continue;
						for (int i = 0; i <= pitch; i++) {
							v[at[2]][at[0] + g.nx() * at[1]] = (byte) 255;
							if (i < pitch) at[axis]++;
						}
					}
		return v;
	}

	private static double allPairs(final SkeletonGraph s) {
		final int n = s.vertices();
		final double[][] d = new double[n][n];
		for (int i = 0; i < n; i++)
			for (int j = 0; j < n; j++)
				d[i][j] = i == j ? 0 : Double.POSITIVE_INFINITY;
		for (final SkeletonGraph.Edge e : s.edges())
			if (e.from() >= 0) {
				d[e.from()][e.to()] = Math.min(d[e.from()][e.to()], e.lengthUm());
				d[e.to()][e.from()] = Math.min(d[e.to()][e.from()], e.lengthUm());
			}
		for (int k = 0; k < n; k++)
			for (int i = 0; i < n; i++)
				for (int j = 0; j < n; j++)
					d[i][j] = Math.min(d[i][j], d[i][k] + d[k][j]);
		double longest = 0;
		for (final double[] row : d)
			for (final double x : row)
				if (x < Double.POSITIVE_INFINITY) longest = Math.max(longest, x);
		return longest;
	}

	@Test
	void theLongestWayIsThatOfAllPairs() {
		final Random random = new Random(3);
		for (int i = 0; i < 40; i++) {
			final int n = 2 + random.nextInt(4);
			final VoxelGrid g = VoxelGrid.of(5 * n + 4, 5 * n + 4, 5 * n + 4, 0.04, 0.05, 0.1);
			final SkeletonGraph s = graph(g, lattice(g, n, 5, random, 0.4 + 0.6 * random.nextDouble()));
			final GraphPaths paths = new GraphPaths(s);
			final GraphPaths.Path longest = paths.longest();
			assertEquals(allPairs(s), longest.lengthUm(), 1e-9);
			double sum = 0;
			for (final int e : longest.edges())
				sum += s.edges().get(e).lengthUm();
			assertEquals(longest.lengthUm(), sum, 1e-9);
			if (longest.from() >= 0) assertEquals(longest.lengthUm(), paths.shortest(longest.to(), longest.from()).lengthUm(), 1e-9);
		}
	}

	@Test
	void twoThousandJunctionsTakeLessThanASecond() {
		final int n = 13;
		final VoxelGrid g = VoxelGrid.of(5 * n + 4, 5 * n + 4, 5 * n + 4, 1, 1, 1);
		final SkeletonGraph s = graph(g, lattice(g, n, 5, new Random(1), 0.95));
		assertTrue(s.junctions() > 2000, "junctions: " + s.junctions());
		final GraphPaths paths = new GraphPaths(s);
		final long start = System.nanoTime();
		final double length = paths.longest().lengthUm();
		final double seconds = (System.nanoTime() - start) / 1e9;
		final double corner = Math.sqrt(3) * 5 * (n - 1);
		assertTrue(length > corner && seconds < 1, "length " + length + " in " + seconds + " s, searches " + paths.searches());
	}

	@Test
	void spursGoAndArmsStay() {
		final VoxelGrid g = VoxelGrid.of(70, 30, 30, 0.04, 0.04, 0.04);
		final byte[][] v = Shapes.render(g, p -> CentreLineTest.distance(java.util.List.of(new Vec3(0.3, 0.6, 0.6), new Vec3(2.5,
			0.6, 0.6)), p) < 0.2 || CentreLineTest.distance(java.util.List.of(new Vec3(1.4, 0.6, 0.6), new Vec3(1.4, 0.88, 0.6)),
				p) < 0.05);
		final float[][] squared = Shapes.squared(g, v, true);
		final byte[][] curve = Thinning.thin(Shapes.phase(g, v), squared, Thinning.Mode.CURVE, Progress.NONE);
		final Pruning none = Pruning.of(g, curve, squared, 0, Progress.NONE);
		assertEquals(1, none.graph().junctions(), "the spike is a spur");
		assertEquals(0, none.spurs());
		final Pruning some = Pruning.of(g, curve, squared, 1, Progress.NONE);
		assertEquals(1, some.spurs());
		assertTrue(some.spurLengthUm() > 0.1 && some.spurLengthUm() < 0.4, "spur of " + some.spurLengthUm() + " um");
		assertEquals(0, some.graph().junctions());
		assertEquals(2, some.graph().ends());
		assertEquals(1, some.graph().edges().size());
		final Pruning again = Pruning.of(g, some.skeleton(), squared, 1, Progress.NONE);
		for (int z = 0; z < g.nz(); z++)
			assertArrayEquals(some.skeleton()[z], again.skeleton()[z]);
		assertEquals(Shapes.topology(g, v), Shapes.topology(g, some.skeleton()));
	}
}
