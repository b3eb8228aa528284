// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Widths of slits of known width at any angle, through blur, partial volume and noise. */
class GreyWidthTest {

	private static final double U = 0.04;
	private static final GreyLevels KNOWN = new GreyLevels(SlitPhantom.VOID, 0, Double.NaN);

	/** Widths in units of the 40 nm edge, per point, over random angles; points and normals as inexact as a mask gives. */
	private static List<GreyWidth.Width> slits(final double width, final double dz, final double noise, final int images,
		final GreyLevels levels)
	{
		final List<GreyWidth.Width> all = new ArrayList<>();
		for (int i = 0; i < images; i++) {
			final Random r = new Random(100 * i + 7);
			final Vec3 n = gauss(r).unit();
			final int nx = (int) (width + 34);
			final VoxelGrid g = VoxelGrid.of(nx, nx, (int) Math.ceil(nx * U / dz), U, U, dz);
			final double offset = (r.nextDouble() - 0.5) * U;
			final FloatVolume image = SlitPhantom.image(g, n, offset, width * U, 0.8 * U, noise, r);
			final List<Vec3> points = new ArrayList<>(), normals = new ArrayList<>();
			for (int k = 0; k < 6; k++) {
				final Vec3 t = gauss(r);
				points.add(SlitPhantom.middle(g).plus(t.minus(n.times(t.dot(n))).times(1.5 * U)).plus(n.times(offset + (r.nextDouble()
					- 0.5) * U)));
				normals.add(n.plus(gauss(r).times(0.03)).unit());
			}
			all.addAll(GreyWidth.measure(image, points, normals, 10 * U, levels, 1 + i % 2, Progress.NONE).widths());
		}
		return all;
	}

	private static Vec3 gauss(final Random r) {
		return new Vec3(r.nextGaussian(), r.nextGaussian(), r.nextGaussian());
	}

	private static double mean(final List<GreyWidth.Width> w) {
		return w.stream().mapToDouble(GreyWidth.Width::widthUm).average().orElse(Double.NaN) / U;
	}

	@Test
	void biasStaysBelowATenthOfAVoxelAtAnyAngle() {
		for (final double dz : new double[] { U, 0.1 })
			for (final double w : new double[] { 1, 2, 3, 4, 6 }) {
				final List<GreyWidth.Width> found = slits(w, dz, 8, 24, KNOWN);
				assertEquals(w, mean(found), 0.1, "width " + w + " voxels, slices of " + dz + " um");
			}
	}

	@Test
	void statedErrorCoversTheTruth() {
		for (final double dz : new double[] { U, 0.1 }) {
			final List<GreyWidth.Width> found = slits(3, dz, 8, 40, KNOWN);
			final long inside = found.stream().filter(w -> Math.abs(w.widthUm() - 3 * U) < 2 * w.sdUm()).count();
			assertTrue(inside > 0.8 * found.size(), inside + " of " + found.size());
			final double stated = found.stream().mapToDouble(GreyWidth.Width::sdUm).average().orElse(0) / U;
			final double rms = Math.sqrt(found.stream().mapToDouble(w -> Math.pow(w.widthUm() / U - 3, 2)).average().orElse(0));
			assertTrue(stated > rms / 2 && stated < 2 * rms, stated + " stated, " + rms + " found");
		}
	}

	@Test
	void whatTheImageCannotResolveIsSaid() {
		for (final GreyWidth.Width w : slits(1, U, 8, 12, KNOWN))
			assertFalse(w.resolved());
		for (final GreyWidth.Width w : slits(3, U, 8, 12, KNOWN))
			assertTrue(w.resolved());
	}

	@Test
	void levelsAreFoundInWideSlitsAndDoubtedInNarrowOnes() {
		final List<GreyWidth.Width> wide = slits(6, U, 8, 12, GreyLevels.UNKNOWN);
		assertEquals(6, mean(wide), 0.1);
		assertTrue(wide.stream().allMatch(GreyWidth.Width::resolved));
		for (final GreyWidth.Width w : slits(1.5, U, 8, 12, GreyLevels.UNKNOWN))
			assertFalse(w.resolved());
	}

	@Test
	void voidLevelComesFromDeepInsideVoids() {
		final VoxelGrid g = VoxelGrid.of(40, 40, 20, U, U, 0.1);
		final Vec3 n = new Vec3(1, 0, 0);
		final FloatVolume grey = SlitPhantom.image(g, n, 0, 16 * U, 0.8 * U, 8, new Random(3));
		final byte[][] mask = new byte[20][1600];
		for (int z = 0; z < 20; z++)
			for (int i = 0; i < 1600; i++)
				mask[z][i] = (byte) (Math.abs(i % 40 - 19.5) < 8 ? 1 : 0);
		final GreyLevels found = GreyLevels.fromVoids(grey, new Phase(ByteVolume.of(g, mask), 1), 1, Progress.NONE);
		assertEquals(SlitPhantom.VOID, found.voidLevel(), 4 * found.voidSd() + 1e-9);
		assertTrue(found.voidSd() < 1);
		for (final byte[] p : mask)
			for (int i = 0; i < 1600; i++)
				if (Math.abs(i % 40 - 19.5) > 2) p[i] = 0;
		assertTrue(Double.isNaN(GreyLevels.fromVoids(grey, new Phase(ByteVolume.of(g, mask), 1), 1, Progress.NONE).voidLevel()));
	}

	@Test
	void shadingDoesNotMatter() {
		final VoxelGrid g = VoxelGrid.of(44, 30, 30, U, U, U);
		final FloatVolume flat = SlitPhantom.image(g, new Vec3(1, 0, 0), 0, 3 * U, 0.8 * U, 0, new Random(1));
		final float[][] shaded = new float[30][];
		for (int z = 0; z < 30; z++) {
			shaded[z] = flat.plane(z).clone();
			for (int i = 0; i < shaded[z].length; i++)
				shaded[z][i] += 1.0f * (i % 44 - 21.5f);
		}
		final Vec3 p = SlitPhantom.middle(g);
		final GreyWidth.Width w = GreyWidth.measure(FloatVolume.of(g, shaded), List.of(p), List.of(new Vec3(1, 0, 0)), 8 * U,
			KNOWN, 1, Progress.NONE).widths().get(0);
		assertEquals(3, w.widthUm() / U, 0.05);
	}

	@Test
	void emptyMatrixMeasuresNothingMuch() {
		final VoxelGrid g = VoxelGrid.of(40, 40, 40, U, U, U);
		final float[][] planes = new float[40][1600];
		final Random r = new Random(8);
		for (final float[] p : planes)
			for (int i = 0; i < p.length; i++)
				p[i] = (float) (180 + 8 * r.nextGaussian());
		final GreyWidth.Width w = GreyWidth.measure(FloatVolume.of(g, planes), List.of(SlitPhantom.middle(g)), List.of(new Vec3(
			0, 1, 0)), 6 * U, KNOWN, 1, Progress.NONE).widths().get(0);
		assertFalse(w.resolved());
		assertTrue(Double.isNaN(w.widthUm()) || Math.abs(w.widthUm()) < 0.3 * U);
	}

	@Test
	void pointsThatCannotBeMeasuredSayNaN() {
		final VoxelGrid g = VoxelGrid.of(12, 12, 12, U, U, U);
		final FloatVolume grey = SlitPhantom.image(g, new Vec3(1, 0, 0), 0, 3 * U, 0.8 * U, 0, new Random(1));
		final List<GreyWidth.Width> w = GreyWidth.measure(grey, List.of(new Vec3(0.01, 0.2, 0.2), SlitPhantom.middle(g)), List
			.of(new Vec3(1, 0, 0), Vec3.ZERO), 8 * U, KNOWN, 1, Progress.NONE).widths();
		for (final GreyWidth.Width x : w) {
			assertTrue(Double.isNaN(x.widthUm()) && Double.isNaN(x.sdUm()));
			assertFalse(x.resolved());
		}
	}

	@Test
	void badInputsAreNamed() {
		final VoxelGrid g = VoxelGrid.of(4, 4, 4, U, U, U);
		final FloatVolume grey = FloatVolume.of(g, new float[4][16]);
		final List<Vec3> one = List.of(SlitPhantom.middle(g));
		assertThrows(IllegalArgumentException.class, () -> GreyWidth.measure(grey, one, List.of(), U, KNOWN, 1, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> GreyWidth.measure(grey, one, List.of(new Vec3(2, 0, 0)), U, KNOWN, 1,
			Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> GreyWidth.measure(grey, one, List.of(new Vec3(1, 0, 0)), 0, KNOWN, 1,
			Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> new GreyLevels(0, 0, -1));
		assertThrows(IllegalArgumentException.class, () -> GreyLevels.fromVoids(grey, new Phase(ByteVolume.of(VoxelGrid.of(3, 4,
			4, U, U, U), new byte[4][12]), 1), 1, Progress.NONE));
	}

	@Test
	void threadsChangeNothing() {
		final List<GreyWidth.Width> a = slits(3, 0.1, 8, 1, GreyLevels.UNKNOWN);
		assertEquals(a, slits(3, 0.1, 8, 1, GreyLevels.UNKNOWN));
		final VoxelGrid g = VoxelGrid.of(30, 30, 30, U, U, U);
		final FloatVolume grey = SlitPhantom.image(g, new Vec3(0, 0, 1), 0, 3 * U, 0.8 * U, 8, new Random(1));
		final List<Vec3> points = new ArrayList<>(), normals = new ArrayList<>();
		for (int i = 0; i < 700; i++) {
			points.add(SlitPhantom.middle(g).plus(new Vec3(i % 20 * 0.01, i / 20 * 0.01, 0)));
			normals.add(new Vec3(0, 0, 1));
		}
		assertEquals(GreyWidth.measure(grey, points, normals, 6 * U, KNOWN, 1, Progress.NONE), GreyWidth.measure(grey, points,
			normals, 6 * U, KNOWN, 3, Progress.NONE));
	}
}
