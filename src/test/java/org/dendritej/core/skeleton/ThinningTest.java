// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.concurrent.CancellationException;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Thinning keeps every component, tunnel and cavity, leaves thin things, and lets nothing vanish. */
class ThinningTest {

	private static void assertSameTopology(final VoxelGrid g, final byte[][] shape, final Thinning.Mode mode) {
		final byte[][] thin = Shapes.thin(g, shape, mode);
		assertEquals(Shapes.topology(g, shape), Shapes.topology(g, thin));
		for (int z = 0; z < g.nz(); z++)
			for (int i = 0; i < g.planeSize(); i++)
				assertTrue(thin[z][i] == 0 || shape[z][i] != 0, "the skeleton lies in the shape");
	}

	@ParameterizedTest
	@EnumSource(Thinning.Mode.class)
	void keepsTheTopologyOfAllTwoByTwoByTwoConfigurations(final Thinning.Mode mode) {
		final VoxelGrid small = VoxelGrid.of(4, 4, 4, 0.04, 0.04, 0.1);
		final VoxelGrid large = VoxelGrid.of(6, 6, 6, 0.04, 0.04, 0.1);
		for (int bits = 0; bits < 256; bits++) {
			final byte[][] v = new byte[4][16];
			final byte[][] doubled = new byte[6][36];
			for (int b = 0; b < 8; b++) {
				if ((bits >>> b & 1) == 0) continue;
				final int x = b & 1;
				final int y = b >> 1 & 1;
				final int z = b >> 2;
				v[1 + z][1 + x + 4 * (1 + y)] = (byte) 255;
				for (int c = 0; c < 8; c++)
					doubled[1 + 2 * z + (c >> 2)][1 + 2 * x + (c & 1) + 6 * (1 + 2 * y + (c >> 1 & 1))] = (byte) 255;
			}
			assertSameTopology(small, v, mode);
			assertSameTopology(large, doubled, mode);
		}
	}

	@ParameterizedTest
	@EnumSource(Thinning.Mode.class)
	void keepsTheTopologyOfRandomVolumes(final Thinning.Mode mode) {
		final Random random = new Random(26);
		int tunnels = 0;
		int cavities = 0;
		for (int i = 0; i < 1500; i++) {
			final VoxelGrid g = VoxelGrid.of(3 + random.nextInt(12), 3 + random.nextInt(12), 3 + random.nextInt(12), 0.02 +
				random.nextDouble() / 10, 0.02 + random.nextDouble() / 10, 0.02 + random.nextDouble() / 10);
			final byte[][] v = Shapes.noise(random, g, i % 2 == 0 ? 0.05 + 0.9 * random.nextDouble() : 0.45 + 0.2 * random
				.nextDouble(), i % 2 == 1);
			assertSameTopology(g, v, mode);
			final Topology t = Shapes.topology(g, v);
			tunnels += t.tunnels();
			cavities += t.cavities();
		}
		assertTrue(tunnels > 1000 && cavities > 100, "the volumes have tunnels and cavities: " + tunnels + ", " + cavities);
	}

	@ParameterizedTest
	@EnumSource(Thinning.Mode.class)
	void agreesVoxelByVoxelWithTheOrderWrittenPlainly(final Thinning.Mode mode) {
		final Random random = new Random(11);
		int left = 0;
		int burnt = 0;
		for (int i = 0; i < 700; i++) {
			final int most = i % 50 == 0 ? 40 : 14;
			final VoxelGrid g = VoxelGrid.of(1 + random.nextInt(most), 1 + random.nextInt(most), 1 + random.nextInt(most), 0.04, i % 3 == 0
				? 0.04 : 0.02 + random.nextDouble() / 10, i % 2 == 0 ? 0.04 : 0.02 + random.nextDouble() / 10);
			final byte[][] v = Shapes.noise(random, g, i % 2 == 0 ? 0.2 + 0.8 * random.nextDouble() : 0.45 + 0.2 * random.nextDouble(), i
				% 2 == 1);
			final float[][] squared = Shapes.squared(g, v, i % 4 < 2);
			final byte[][] thin = Thinning.thin(Shapes.phase(g, v), squared, mode, Progress.NONE);
			assertArrayEquals(PlainThinning.thin(Shapes.phase(g, v), squared, mode), thin, "volume " + i);
			left += Shapes.count(thin);
			burnt += Shapes.count(v) - Shapes.count(thin);
		}
		assertTrue(left > 50_000 && burnt > 50_000, "much stays and much burns: " + left + ", " + burnt);
	}

	@ParameterizedTest
	@EnumSource(Thinning.Mode.class)
	void thinningTwiceIsThinningOnce(final Thinning.Mode mode) {
		final Random random = new Random(7);
		for (int i = 0; i < 60; i++) {
			final VoxelGrid g = VoxelGrid.of(10 + random.nextInt(15), 10 + random.nextInt(15), 10 + random.nextInt(15), 0.04, 0.04,
				i % 2 == 0 ? 0.04 : 0.1);
			final byte[][] v = Shapes.noise(random, g, 0.55, true);
			final float[][] squared = Shapes.squared(g, v, true);
			final byte[][] once = Thinning.thin(Shapes.phase(g, v), squared, mode, Progress.NONE);
			final byte[][] twice = mode == Thinning.Mode.CURVE ? Shapes.thin(g, once, mode) : Thinning.thin(Shapes.phase(g, once),
				squared, mode, Progress.NONE);
			for (int z = 0; z < g.nz(); z++)
				assertArrayEquals(once[z], twice[z]);
		}
	}

	@Test
	void columnsKeepTheirLength() {
		for (int w = 1; w <= 8; w++)
			for (int h = w; h <= 8; h++)
				for (int axis = 0; axis < 3; axis++) {
					final int[] size = { w, h, 100 };
					final VoxelGrid g = VoxelGrid.of(size[axis] + 2, size[(axis + 1) % 3] + 2, size[(axis + 2) % 3] + 2, 0.04, 0.04, 0.04);
					final byte[][] v = Shapes.render(g, p -> p.x() > 0.04 && p.y() > 0.04 && p.z() > 0.04 && p.x() < g.extentUm(0) - 0.04
						&& p.y() < g.extentUm(1) - 0.04 && p.z() < g.extentUm(2) - 0.04);
					final int curve = Shapes.count(Shapes.thin(g, v, Thinning.Mode.CURVE));
					final String name = w + " x " + h + " x 100 along axis " + axis;
					assertTrue(curve >= 100 - h - 1 && curve <= 103, name + " leaves a curve of " + curve + " voxels");
					final int sheet = Shapes.count(Shapes.thin(g, v, Thinning.Mode.SURFACE));
					assertTrue(sheet >= 100 - w - 1, name + " leaves a surface of " + sheet + " voxels");
				}
	}

	@Test
	void pennyCracksStayDiscs() {
		final StringBuilder failed = new StringBuilder();
		for (int thickness = 1; thickness <= 5; thickness++)
			for (int axis = 0; axis < 3; axis++) {
				final VoxelGrid g = VoxelGrid.of(axis == 0 ? 9 : 64, axis == 1 ? 9 : 64, axis == 2 ? 9 : 64, 1, 1, 1);
				final int a = axis;
				final double half = thickness / 2.0;
				final double shift = thickness % 2 == 0 ? 5 : 4.5;
				final byte[][] v = Shapes.render(g, p -> {
					final double h = a == 0 ? p.x() : a == 1 ? p.y() : p.z();
					final double r = p.minus(new Vec3(a == 0 ? p.x() : 32, a == 1 ? p.y() : 32, a == 2 ? p.z() : 32)).norm();
					return Math.abs(h - shift) < half && r <= 30;
				});
				final byte[][] thin = Shapes.thin(g, v, Thinning.Mode.SURFACE);
				final double inner = 30 - half - 1.5;
				final int n = Shapes.count(thin);
				if (n < Math.PI * inner * inner || n > 1.05 * Math.PI * 30 * 30) failed.append("thickness ").append(thickness).append(
					" axis ").append(axis).append(": ").append(n).append(" voxels\n");
				assertEquals(new Topology(1, 0, 1), Shapes.topology(g, thin));
			}
		assertEquals("", failed.toString());
	}

	@ParameterizedTest
	@EnumSource(Thinning.Mode.class)
	void quarterTurnsKeepTheTopology(final Thinning.Mode mode) {
		final Random random = new Random(90);
		for (int i = 0; i < 40; i++) {
			final VoxelGrid g = VoxelGrid.of(16, 12, 9, 0.04, 0.05, 0.1);
			final VoxelGrid h = VoxelGrid.of(9, 16, 12, 0.1, 0.04, 0.05);
			final byte[][] v = Shapes.noise(random, g, 0.5, true);
			final byte[][] w = new byte[12][9 * 16];
			for (int z = 0; z < 9; z++)
				for (int y = 0; y < 12; y++)
					for (int x = 0; x < 16; x++)
						w[y][z + 9 * x] = v[z][x + 16 * y];
			assertEquals(Shapes.topology(g, Shapes.thin(g, v, mode)), Shapes.topology(h, Shapes.thin(h, w, mode)));
		}
	}

	@Test
	void refusesDistancesOfAnotherImage() {
		final VoxelGrid g = VoxelGrid.of(4, 3, 2, 1, 1, 1);
		final byte[][] v = Shapes.render(g, p -> true);
		assertThrows(IllegalArgumentException.class, () -> Thinning.thin(Shapes.phase(g, v), new float[3][12],
			Thinning.Mode.CURVE, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> Thinning.thin(Shapes.phase(g, v), new float[2][11],
			Thinning.Mode.CURVE, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> Thinning.thin(Shapes.phase(g, v), new float[2][12],
			Thinning.Mode.CURVE, Progress.NONE));
	}

	@Test
	void stopsWhenAsked() {
		final VoxelGrid g = VoxelGrid.of(8, 8, 8, 1, 1, 1);
		final byte[][] v = Shapes.render(g, p -> true);
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
		assertThrows(CancellationException.class, () -> Thinning.thin(Shapes.phase(g, v), Shapes.squared(g, v, true),
			Thinning.Mode.CURVE, stop));
	}
}
