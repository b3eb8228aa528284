// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.phantom.Specimen.Body;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the drawing to brute force, to analytic volumes and to itself under other thread counts. */
class RenderingTest {

	private static Specimen bare(final VoxelGrid grid, final List<Body> bodies) {
		return new Specimen("bodies", grid, ElectrodeFace.NONE, bodies, List.of(), List.of(), List.of());
	}

	private static Specimen randomBodies(final Random r) {
		final VoxelGrid grid = new VoxelGrid(9 + r.nextInt(20), 9 + r.nextInt(20), 5 + r.nextInt(12), 0.05 + 0.1 * r
			.nextDouble(), 0.05 + 0.1 * r.nextDouble(), 0.05 + 0.2 * r.nextDouble(), new Vec3(r.nextGaussian(), r
				.nextGaussian(), r.nextGaussian()));
		final List<Body> bodies = new ArrayList<>();
		for (int round = 0; round < 2; round++)
			for (final Solid s : SolidTest.samples(r))
				if (r.nextInt(3) == 0) bodies.add(new Body(1 + r.nextInt(4), bodies.size() + 1, s));
		return bare(grid, bodies);
	}

	@Test
	void classesEqualALookAtEveryBodyInEveryVoxel() {
		final Random r = new Random(21);
		for (int trial = 0; trial < 120; trial++) {
			final Specimen s = randomBodies(r);
			final VoxelGrid g = s.grid();
			final ByteVolume drawn = Rendering.classes(s, 1 + trial % 3, Progress.NONE);
			for (int k = 0; k < g.nz(); k++)
				for (int j = 0; j < g.ny(); j++)
					for (int i = 0; i < g.nx(); i++) {
						final Vec3 p = g.centreUm(i, j, k);
						int expected = 0;
						for (int b = s.bodies().size() - 1; b >= 0; b--)
							if (s.bodies().get(b).solid().distance(p) <= 0) expected = s.bodies().get(b).value();
						assertEquals(expected, drawn.plane(k)[i + g.nx() * j], "trial " + trial + " voxel " + i + " " + j + " "
							+ k);
					}
		}
	}

	@Test
	void greyEqualsALookAtEveryBodyInEveryVoxel() {
		final Random r = new Random(22);
		final double[] levels = { 200, 20, 60, 100, 240 };
		for (int trial = 0; trial < 6; trial++) {
			final Specimen s = randomBodies(r);
			final VoxelGrid g = s.grid();
			final FloatVolume drawn = Rendering.greyFloat(s, GreyOptions.plain(levels), 2, Progress.NONE);
			double worst = 0, square = 0;
			int cut = 0;
			for (int k = 0; k < g.nz(); k++)
				for (int j = 0; j < g.ny(); j++)
					for (int i = 0; i < g.nx(); i++) {
						final double expected = bruteGrey(s, levels, g.centreUm(i, j, k));
						final double off = drawn.plane(k)[i + g.nx() * j] - expected;
						if (Double.isNaN(expected)) continue;
						worst = Math.max(worst, Math.abs(off));
						square += off * off;
						cut++;
					}
			// 8 point samples per axis leave up to 1/8 of the contrast in a single voxel
			assertTrue(worst < 28, "trial " + trial + " worst " + worst);
			assertTrue(Math.sqrt(square / Math.max(1, cut)) < 1.5, "trial " + trial + " rms " + Math.sqrt(square / cut));
		}
	}

	/** Mean over 8^3 points of the class that wins there. */
	private static double bruteGrey(final Specimen s, final double[] levels, final Vec3 centre) {
		final int n = 8;
		double sum = 0;
		for (int c = 0; c < n * n * n; c++) {
			final double x = centre.x() + ((c % n + 0.5) / n - 0.5) * s.grid().dxUm();
			final double y = centre.y() + ((c / n % n + 0.5) / n - 0.5) * s.grid().dyUm();
			final double z = centre.z() + ((c / n / n + 0.5) / n - 0.5) * s.grid().dzUm();
			int value = 0;
			for (final Body b : s.bodies())
				if (b.solid().distance(x, y, z) <= 0) {
					value = b.value();
					break;
				}
			sum += levels[value];
		}
		return sum / (n * n * n);
	}

	@ParameterizedTest
	@CsvSource({ "0.04, 0.04, 0.1", "0.05, 0.05, 0.05", "0.03, 0.06, 0.09", "0.1, 0.1, 0.1" })
	void greyDeficitIsTheAnalyticVolume(final double dx, final double dy, final double dz) {
		final Random r = new Random(23);
		final VoxelGrid grid = VoxelGrid.of((int) (4 / dx), (int) (4 / dy), (int) (4 / dz), dx, dy, dz);
		for (int trial = 0; trial < 6; trial++) {
			final Vec3 o = new Vec3(2 + 0.1 * r.nextGaussian(), 2 + 0.1 * r.nextGaussian(), 2 + 0.1 * r.nextGaussian());
			final Vec3 n = trial == 0 ? new Vec3(0, 0, 1) : trial == 1 ? new Vec3(1, 0, 0) : SolidTest.direction(r);
			final Frame f = Frame.withNormal(n);
			final Vec3 from = o.minus(f.u().times(0.8)), to = o.plus(f.u().times(0.8));
			for (final Solid s : List.of(new Ball(o, 0.9), CrackShape.tube(from, to, 0.16).solid(), CrackShape.sheet(from, to, f
				.v(), 1, 0.125).solid(), CrackShape.wedge(from, to, f.v(), 1, 0.2, 0.05).solid(), CrackShape.penny(o, n, 0.9,
					0.2).solid(), CrackShape.disc(o, n, 0.9, 0.13).solid(), new PointedPore(o, 1.1, f)))
			{
				final Specimen one = bare(grid, List.of(new Body(1, 1, s)));
				final FloatVolume v = Rendering.greyFloat(one, GreyOptions.plain(1, 0, 0, 0, 0), 2, Progress.NONE);
				double deficit = 0;
				for (int k = 0; k < grid.nz(); k++)
					for (final float x : v.plane(k))
						deficit += 1 - x;
				assertEquals(1, deficit * grid.voxelVolumeUm3() / s.volumeUm3(), 6e-3, s + " n " + n);
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "0.04, 0.04, 0.1", "0.05, 0.05, 0.05", "0.025, 0.03, 0.02" })
	void classVolumeOfThickBodiesIsTheAnalyticVolume(final double dx, final double dy, final double dz) {
		// sum by midpoints over the sections of a body of half height c: relative error up to edge^2 / (4 c^2) per axis
		final double tolerance = (dx * dx + dy * dy + dz * dz) / (4 * 0.7 * 0.7);
		final Random r = new Random(24);
		final VoxelGrid grid = VoxelGrid.of((int) (4 / dx), (int) (4 / dy), (int) (4 / dz), dx, dy, dz);
		for (int trial = 0; trial < 4; trial++) {
			final Vec3 o = new Vec3(2 + 0.1 * r.nextGaussian(), 2 + 0.1 * r.nextGaussian(), 2 + 0.1 * r.nextGaussian());
			final Frame f = Frame.withNormal(SolidTest.direction(r));
			for (final Solid s : List.of(new Ball(o, 1.2), new Ellipsoid(o, 1.2, 0.9, 0.7, f), new Ellipsoid(o, 0.75, 1.1, 0.9,
				f)))
			{
				final ByteVolume v = Rendering.classes(bare(grid, List.of(new Body(1, 1, s))), 2, Progress.NONE);
				long n = 0;
				for (int k = 0; k < grid.nz(); k++)
					for (final byte b : v.plane(k))
						n += b;
				assertEquals(1, n * grid.voxelVolumeUm3() / s.volumeUm3(), tolerance, s.toString());
			}
		}
	}

	@Test
	void threadsAndOrderChangeNothingAndSeedsChangeTheNoise() {
		final Specimen s = randomBodies(new Random(25));
		final GreyOptions o = new GreyOptions(new double[] { 170, 40, 40, 70, 230 }, new Vec3(0.08, 0.03, 0.2), 5, 2, 7);
		final ByteVolume one = Rendering.grey8(s, o, 1, Progress.NONE), four = Rendering.grey8(s, o, 4, Progress.NONE);
		final GreyOptions other = new GreyOptions(o.levels(), o.blurUm(), 5, 2, 8);
		final ByteVolume reseeded = Rendering.grey8(s, other, 4, Progress.NONE);
		for (int z = 0; z < s.grid().nz(); z++) {
			assertArrayEquals(one.plane(z), four.plane(z));
			assertFalse(Arrays.equals(one.plane(z), reseeded.plane(z)));
			if (z > 0) assertFalse(Arrays.equals(one.plane(z), one.plane(z - 1)));
		}
	}

	@Test
	void croppedWindowShowsTheSameGreyValues() {
		final Specimen s = randomBodies(new Random(26));
		final VoxelGrid g = s.grid();
		final GreyOptions o = new GreyOptions(new double[] { 170, 40, 40, 70, 230 }, new Vec3(0.08, 0.1, 0.2), 0, 0, 1);
		final FloatVolume whole = Rendering.greyFloat(s, o, 2, Progress.NONE);
		final VoxelGrid part = new VoxelGrid(g.nx() - 4, g.ny() - 3, g.nz() - 2, g.dxUm(), g.dyUm(), g.dzUm(), g.originUm()
			.plus(new Vec3(2 * g.dxUm(), g.dyUm(), g.dzUm())));
		final FloatVolume cropped = Rendering.greyFloat(s.seenIn(part), o, 2, Progress.NONE);
		for (int z = 0; z < part.nz(); z++)
			for (int y = 0; y < part.ny(); y++)
				for (int x = 0; x < part.nx(); x++)
					assertEquals(whole.plane(z + 1)[x + 2 + g.nx() * (y + 1)], cropped.plane(z)[x + part.nx() * y], 0.02);
	}

	@Test
	void blurKeepsTheSumAndAddsItsVariance() {
		for (final double sigma : new double[] { 0.2, 0.5, 1, 2.5, 14 }) {
			final float[] k = Blur.kernel(sigma);
			double sum = k[0], second = 0;
			for (int i = 1; i < k.length; i++) {
				sum += 2 * k[i];
				second += 2.0 * i * i * k[i];
			}
			assertEquals(1, sum, 1e-6);
			assertEquals(1, second / (sigma * sigma), 0.015, "sigma " + sigma);
		}
		assertEquals(1, Blur.kernel(0).length);
	}

	@Test
	void noiseHasTheStatedVariance() {
		final VoxelGrid g = VoxelGrid.of(300, 300, 3, 1, 1, 1);
		final GreyOptions o = new GreyOptions(new double[] { 100, 0, 0, 0, 0 }, Vec3.ZERO, 3, 0.5, 4);
		final FloatVolume v = Rendering.greyFloat(bare(g, List.of()), o, 2, Progress.NONE);
		double sum = 0, square = 0;
		for (int z = 0; z < 3; z++)
			for (final float x : v.plane(z)) {
				sum += x - 100;
				square += (x - 100.0) * (x - 100.0);
			}
		final long n = g.voxels();
		assertEquals(0, sum / n, 4 * Math.sqrt(209.0 / n));
		// Gaussian 3^2 plus Poisson 100/0.5
		assertEquals(209, square / n, 4 * 209 * Math.sqrt(2.0 / n));
	}

	@Test
	void poissonHasMeanAndVariance() {
		for (final double mean : new double[] { 0.02, 0.7, 5, 11.9, 12.1, 40, 900 }) {
			final Dice d = new Dice(3, 1);
			final int n = 200_000;
			double sum = 0, square = 0;
			for (int i = 0; i < n; i++) {
				final double off = d.poisson(mean) - mean;
				sum += off;
				square += off * off;
			}
			assertEquals(0, sum / n, 4.5 * Math.sqrt(mean / n), "mean " + mean);
			assertEquals(1, square / n / mean, 4.5 * Math.sqrt((2 + 1 / mean) / n), "variance at " + mean);
		}
		assertEquals(0, new Dice(1, 1).poisson(0));
	}

	@Test
	void sixteenBitsAndEightBitsRoundTheSameValues() {
		final Specimen s = randomBodies(new Random(27));
		final GreyOptions o = GreyOptions.standard(3);
		final FloatVolume f = Rendering.greyFloat(s, o, 2, Progress.NONE);
		final ByteVolume b = Rendering.grey8(s, o, 2, Progress.NONE);
		final short[][] w = Rendering.grey16(s, o, 2, Progress.NONE);
		for (int z = 0; z < s.grid().nz(); z++)
			for (int i = 0; i < s.grid().planeSize(); i++) {
				final double exact = f.plane(z)[i];
				assertEquals(Math.max(0, Math.min(255, exact)), b.plane(z)[i] & 0xff, 0.501);
				assertEquals(Math.max(0, exact), w[z][i] & 0xffff, 0.501);
			}
	}

	@Test
	void cancelStopsTheDrawing() {
		final Progress stop = new Progress() {

			@Override
			public void report(final double fraction, final String stage) {
				// not shown
			}

			@Override
			public boolean cancelled() {
				return true;
			}
		};
		final Specimen s = randomBodies(new Random(28));
		assertThrows(CancellationException.class, () -> Rendering.classes(s, 2, stop));
		assertThrows(CancellationException.class, () -> Rendering.grey8(s, GreyOptions.standard(1), 2, stop));
	}
}
