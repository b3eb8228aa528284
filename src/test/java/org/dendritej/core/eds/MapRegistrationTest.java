// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import javax.imageio.ImageIO;

import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.Well19937c;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Known warps of real images are found again; what cannot be aligned is refused. */
class MapRegistrationTest {

	private static final Path SLICES = Path.of("../shared/data/semslices");

	private static FloatVolume slice(final String name) throws IOException {
		final Path file = SLICES.resolve(name);
		Assumptions.assumeTrue(Files.isReadable(file), "no real image " + file);
		final BufferedImage b = ImageIO.read(file.toFile());
		final float[] p = new float[b.getWidth() * b.getHeight()];
		for (int i = 0; i < p.length; i++)
			p[i] = b.getRaster().getSample(i % b.getWidth(), i / b.getWidth(), 0);
		return FloatVolume.of(VoxelGrid.of(b.getWidth(), b.getHeight(), 1, 0.1, 0.1, 1), new float[][] { p });
	}

	/** What a map of nx x ny pixels sees of an image: inverted, dim, and with counting noise. */
	private static FloatVolume seen(final FloatVolume image, final MapTransform mapToImage, final int nx, final int ny,
		final double edge, final double counts, final int seed)
	{
		final Well19937c random = new Well19937c(seed);
		final VoxelGrid g = VoxelGrid.of(nx, ny, 1, edge, edge, 1);
		final SmoothImage s = new SmoothImage(image, 0, 0.4 * edge / image.grid().dxUm(), 0.4 * edge / image.grid().dyUm());
		final float[] p = new float[nx * ny];
		for (int i = 0; i < p.length; i++) {
			final double x = (i % nx + 0.5) * edge;
			final double y = (i / nx + 0.5) * edge;
			final double v = s.at(mapToImage.x(x, y), mapToImage.y(x, y));
			final double mean = counts * (1.1 - Math.min(255, Math.max(0, Double.isNaN(v) ? 128 : v)) / 255);
			p[i] = new PoissonDistribution(random, mean, 1e-12, 100000).sample();
		}
		return FloatVolume.of(g, new float[][] { p });
	}

	/** Largest distance between two transforms over the map, in map pixels. */
	private static double worst(final MapTransform a, final MapTransform b, final VoxelGrid g) {
		double most = 0;
		for (int k = 0; k < 4; k++) {
			final double x = k % 2 * g.extentUm(0);
			final double y = k / 2 * g.extentUm(1);
			most = Math.max(most, Math.hypot(a.x(x, y) - b.x(x, y), a.y(x, y) - b.y(x, y)) / g.dxUm());
		}
		return most;
	}

	@Test
	void shiftsOfRealImagesAreFoundWithinAFifthOfAPixel() throws IOException {
		final String[] names = { "yamamoto_sample_001_sem.bmp", "yamamoto_sample_002_sem.bmp",
			"yamamoto_test_sample_001_sem.bmp" };
		final Random random = new Random(1);
		for (int i = 0; i < names.length; i++) {
			final FloatVolume image = slice(names[i]);
			final MapTransform truth = MapTransform.shift(6 * random.nextDouble(), 6 * random.nextDouble());
			final FloatVolume map = seen(image, truth, 190, 190, 0.1, 60, i);
			final MapRegistration.Result r = MapRegistration.register(map, image, MapRegistration.Motion.TRANSLATION,
				Progress.NONE);
			final double error = worst(truth, r.transform(), map.grid());
			assertTrue(error < 0.2, names[i] + ": " + error + " pixels, score " + r.score());
			assertTrue(r.residualNm() < 100, "residual " + r.residualNm());
		}
	}

	@Test
	void coarserMapsAreFoundWithinAFifthOfTheirPixel() throws IOException {
		final FloatVolume image = slice("yamamoto_sample_002_sem.bmp");
		final MapTransform truth = MapTransform.shift(3.37, 2.11);
		final FloatVolume map = seen(image, truth, 80, 76, 0.25, 100, 5);
		final MapRegistration.Result r = MapRegistration.register(map, image, MapRegistration.Motion.TRANSLATION,
			Progress.NONE);
		assertTrue(worst(truth, r.transform(), map.grid()) < 0.2, "error " + worst(truth, r.transform(), map.grid()));
	}

	@Test
	@Tag("long")
	void rotationsAndScalesAreFoundWithoutLandmarks() throws IOException {
		final FloatVolume image = slice("yamamoto_sample_001_sem.bmp");
		final double[][] cases = { { 1.2, 1.0 }, { -2.6, 1.015 }, { 3.4, 0.985 } };
		for (int i = 0; i < cases.length; i++) {
			final MapTransform truth = MapTransform.similarity(cases[i][0], cases[i][1], 10, 10, 2.7, 2.2);
			final FloatVolume map = seen(image, truth, 200, 200, 0.1, 60, 20 + i);
			final MapRegistration.Result r = MapRegistration.register(map, image, MapRegistration.Motion.AFFINE,
				Progress.NONE);
			final double error = worst(truth, r.transform(), map.grid());
			assertTrue(error < 0.2, "rotation " + cases[i][0] + ": " + error + " pixels");
			assertEquals(cases[i][0], r.transform().rotationDegrees(), 0.1);
			assertEquals(cases[i][1], r.transform().scale(), 0.002);
		}
	}

	@Test
	void roughLandmarksAreRefined() throws IOException {
		final FloatVolume image = slice("yamamoto_test_sample_001_sem.bmp");
		final MapTransform truth = new MapTransform(1.06, -0.14, 0.11, 0.95, 3.1, 1.4);
		final FloatVolume map = seen(image, truth, 180, 180, 0.1, 60, 40);
		final Random random = new Random(2);
		final List<double[]> pairs = new ArrayList<>();
		for (final int[] at : new int[][] { { 20, 20 }, { 160, 30 }, { 30, 150 }, { 150, 160 } })
			pairs.add(new double[] { at[0], at[1], truth.x(0.1 * at[0], 0.1 * at[1]) / 0.1 + 1.5 * random.nextGaussian(), truth
				.y(0.1 * at[0], 0.1 * at[1]) / 0.1 + 1.5 * random.nextGaussian() });
		final MapRegistration.Result r = MapRegistration.register(map, image, pairs, Progress.NONE);
		assertTrue(worst(truth, LandmarkFit.of(pairs, map.grid(), image.grid()).transform(), map.grid()) > 0.5);
		assertTrue(worst(truth, r.transform(), map.grid()) < 0.2, "error " + worst(truth, r.transform(), map.grid()));
		assertTrue(r.landmarkResidualNm() > 0);
	}

	@Test
	void unrelatedAndFlatImagesAreRefused() throws IOException {
		final FloatVolume image = slice("yamamoto_sample_001_sem.bmp");
		final Well19937c random = new Well19937c(3);
		for (int i = 0; i < 3; i++) {
			final float[] noise = new float[128 * 128];
			for (int k = 0; k < noise.length; k++)
				noise[k] = new PoissonDistribution(random, 20, 1e-12, 100000).sample();
			final FloatVolume map = FloatVolume.of(VoxelGrid.of(128, 128, 1, 0.1, 0.1, 1), new float[][] { noise });
			final String message = assertThrows(IllegalArgumentException.class, () -> MapRegistration.register(map, image,
				MapRegistration.Motion.TRANSLATION, Progress.NONE)).getMessage();
			assertTrue(message.contains("standard deviations"), message);
		}
		final FloatVolume other = slice("yamamoto_sample_002_sem.bmp");
		assertThrows(IllegalArgumentException.class, () -> MapRegistration.register(seen(other, MapTransform.shift(2, 2), 180,
			180, 0.1, 60, 9), image, MapRegistration.Motion.TRANSLATION, Progress.NONE));
		final FloatVolume flat = FloatVolume.of(VoxelGrid.of(64, 64, 1, 0.1, 0.1, 1), new float[][] { new float[4096] });
		final String message = assertThrows(IllegalArgumentException.class, () -> MapRegistration.register(flat, image,
			MapRegistration.Motion.TRANSLATION, Progress.NONE)).getMessage();
		assertTrue(message.contains("everywhere"), message);
	}

	@Test
	void landmarksFitExactlyAndAreChecked() {
		final VoxelGrid map = VoxelGrid.of(60, 40, 1, 0.5, 0.4, 1);
		final VoxelGrid image = VoxelGrid.of(500, 400, 1, 0.1, 0.12, 1);
		final MapTransform truth = new MapTransform(1.1, 0.2, -0.1, 0.9, 3, 5);
		final List<double[]> pairs = new ArrayList<>();
		for (final double[] p : new double[][] { { 5, 5 }, { 50, 8 }, { 10, 35 }, { 45, 30 } })
			pairs.add(new double[] { p[0], p[1], truth.x(0.5 * p[0], 0.4 * p[1]) / 0.1, truth.y(0.5 * p[0], 0.4 * p[1]) / 0.12 });
		final LandmarkFit fit = LandmarkFit.of(pairs, map, image);
		assertTrue(worst(truth, fit.transform(), map) < 1e-9);
		assertEquals(0, fit.residualNm(), 1e-6);
		assertTrue(Double.isNaN(LandmarkFit.of(pairs.subList(0, 3), map, image).residualNm()));
		assertThrows(IllegalArgumentException.class, () -> LandmarkFit.of(pairs.subList(0, 2), map, image));
		pairs.set(0, new double[] { -1, 5, 10, 10 });
		assertThrows(IllegalArgumentException.class, () -> LandmarkFit.of(pairs, map, image));
		final List<double[]> line = List.of(new double[] { 1, 1, 1, 1 }, new double[] { 2, 2, 2, 2 }, new double[] { 3, 3, 3,
			3 });
		assertThrows(IllegalArgumentException.class, () -> LandmarkFit.of(line, map, image));
	}

	@Test
	void transformsInvertAndChain() {
		final MapTransform a = new MapTransform(1.1, 0.2, -0.1, 0.9, 3, 5);
		final MapTransform b = MapTransform.similarity(30, 1.3, 2, 4, 1, -1);
		assertEquals(30, b.rotationDegrees(), 1e-9);
		assertEquals(1.3, b.scale(), 1e-12);
		assertEquals(3, b.x(2, 4), 1e-12);
		final MapTransform both = a.then(b);
		assertEquals(b.x(a.x(7, 8), a.y(7, 8)), both.x(7, 8), 1e-12);
		assertEquals(b.y(a.x(7, 8), a.y(7, 8)), both.y(7, 8), 1e-12);
		final MapTransform one = a.then(a.inverse());
		assertArrayEquals(new double[] { 1, 0, 0, 1, 0, 0 }, new double[] { one.xx(), one.xy(), one.yx(), one.yy(), one
			.txUm(), one.tyUm() }, 1e-12);
	}

	@Test
	void labelsKeepTheirPlaceOnTheMap() {
		final VoxelGrid fine = VoxelGrid.of(40, 30, 1, 0.1, 0.1, 1);
		final int[] l = new int[1200];
		for (int i = 0; i < l.length; i++)
			l[i] = i % 40 / 4 + 10 * (i / 40 / 4) + 1;
		final VoxelGrid map = VoxelGrid.of(10, 7, 1, 0.4, 0.4, 1);
		final int[] out = MapRegistration.labelsOnMap(IntVolume.of(fine, new int[][] { l }), 0, MapTransform.IDENTITY, map)
			.plane(0);
		for (int i = 0; i < out.length; i++)
			assertEquals(i % 10 + 10 * (i / 10) + 1, out[i]);
		final int[] moved = MapRegistration.labelsOnMap(IntVolume.of(fine, new int[][] { l }), 0, MapTransform.shift(0.4, 0),
			map).plane(0);
		assertEquals(2, moved[0]);
		assertEquals(0, moved[9]);
	}

	@Test
	void tiltIsAppliedOnce() {
		final VoxelGrid g = VoxelGrid.of(10, 10, 1, 0.1, 0.1, 1);
		final VoxelGrid s = MapRegistration.stretchedForTilt(g, 52);
		assertEquals(1.26902, s.dyUm() / s.dxUm(), 1e-4); // physics.md row 52
		assertThrows(IllegalArgumentException.class, () -> MapRegistration.stretchedForTilt(s, 52));
		assertThrows(IllegalArgumentException.class, () -> MapRegistration.stretchedForTilt(g, 0));
		assertEquals(g, MapRegistration.stretchedForTilt(g, 90));
	}
}
