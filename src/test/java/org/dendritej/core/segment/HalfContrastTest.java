// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.phantom.Rendering;
import org.dendritej.core.phantom.Specimen;
import org.dendritej.core.phantom.SpecimenOptions;
import org.dendritej.core.phantom.Specimens;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** The levels are those that were drawn, and the half between them keeps the size of a blurred body. */
class HalfContrastTest {

	@Test
	void levelsAndNoiseAreThoseThatWereDrawn() {
		final Random r = new Random(7);
		for (int run = 0; run < 60; run++) {
			final VoxelGrid g = VoxelGrid.of(31 + r.nextInt(20), 37, 19, 0.04, 0.05, 0.1);
			final double radius = 0.3 + 0.3 * r.nextDouble();
			final ByteVolume m = Drawn.mask(g, (x, y, z) -> Math.hypot(Math.hypot(x - 0.7, y - 0.9), z - 0.95) < radius);
			final double voids = 20 + 60 * r.nextDouble(), solid = voids + 60 + 60 * r.nextDouble(), noise = 1 + 6 * r.nextDouble();
			final HalfContrast h = HalfContrast.of(Drawn.grey(m, solid, voids, noise, run % 2 == 0, run), 1 + run % 3, Progress.NONE);
			assertEquals(solid, h.solid(), 0.7 * noise + 0.5);
			assertEquals(voids, h.voids(), 0.7 * noise + 0.5);
			assertEquals(0.5 * (h.solid() + h.voids()), h.threshold(), 1e-9);
			assertEquals(noise, h.noise(), 0.45 * noise + 0.3);
		}
	}

	@Test
	void theSizeOfBlurredPoresIsKept() {
		final Specimen s = Specimens.make(SpecimenOptions.of(SpecimenOptions.Kind.SPHERES).withLook(6, 0.05, 3));
		final FloatVolume grey = Rendering.greyFloat(s, SpecimenOptions.of(SpecimenOptions.Kind.SPHERES).withLook(6, 0.05, 3).grey(), 2, Progress.NONE);
		final HalfContrast h = HalfContrast.of(grey, 2, Progress.NONE);
		assertEquals(170, h.solid(), 2);
		assertEquals(40, h.voids(), 4);
		final ByteVolume truth = Rendering.classes(s, 2, Progress.NONE);
		final var seen = Thresholded.below(grey, h.threshold(), 2, Progress.NONE);
		long a = 0, b = 0;
		for (int z = 0; z < s.grid().nz(); z++)
			for (int i = 0; i < s.grid().planeSize(); i++) {
				a += truth.plane(z)[i];
				b += seen.volume().plane(z)[i];
			}
		assertEquals(1, b / (double) a, 0.03);
		assertTrue(Drawn.dice(truth, seen.volume(), 1) > 0.96);
	}

	@Test
	void threadsChangeNothing() {
		final FloatVolume g = Drawn.grey(Drawn.mask(VoxelGrid.of(40, 30, 20, 0.04, 0.04, 0.1), (x, y, z) -> x > 1.2), 170, 40, 5, false, 1);
		assertEquals(HalfContrast.of(g, 1, Progress.NONE), HalfContrast.of(g, 3, Progress.NONE));
		assertArrayEquals(Thresholded.below(g, 100, 1, Progress.NONE).volume().plane(3), Thresholded.below(g, 100, 3, Progress.NONE).volume().plane(3));
	}

	@Test
	void whatNoThresholdSeparatesIsRefused() {
		final VoxelGrid g = VoxelGrid.of(20, 20, 10, 0.04, 0.04, 0.1);
		final ByteVolume m = Drawn.mask(g, (x, y, z) -> x > 0.5);
		final FloatVolume constant = Drawn.grey(m, 100, 100, 0, false, 1);
		assertTrue(assertThrows(IllegalArgumentException.class, () -> HalfContrast.of(constant, 1, Progress.NONE)).getMessage().contains("100"));
		final FloatVolume noisy = Drawn.grey(m, 110, 100, 20, false, 1);
		assertThrows(IllegalArgumentException.class, () -> HalfContrast.of(noisy, 1, Progress.NONE));
	}

	@Test
	void thresholdsWithoutVoxelsAreRefused() {
		final FloatVolume g = Drawn.grey(Drawn.mask(VoxelGrid.of(20, 20, 10, 0.04, 0.04, 0.1), (x, y, z) -> x > 0.5), 170, 40, 0, false, 1);
		for (final double t : new double[] { 40, 171, Double.NaN })
			assertTrue(assertThrows(IllegalArgumentException.class, () -> Thresholded.below(g, t, 1, Progress.NONE)).getMessage().contains("threshold="));
		long n = 0;
		for (int z = 0; z < 10; z++)
			for (final byte b : Thresholded.below(g, 170, 2, Progress.NONE).volume().plane(z))
				n += b;
		assertEquals(10 * 20 * 7, n, "x > 0.5 um: 7 of 20 columns; equal grey stays solid");
	}
}
