// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipFile;

import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.io.RoiDecoder;

/** Label images and outlines: exactly the voxels of the labels, or a sentence that says why not. */
class LabelViewsTest {

	@Test
	void outlinesHoldExactlyTheVoxelsOfTheirLabel(@TempDir final Path dir) throws Exception {
		for (int seed = 0; seed < 60; seed++) {
			final Random r = new Random(seed);
			final VoxelGrid g = VoxelGrid.of(3 + r.nextInt(20), 2 + r.nextInt(17), 2 + r.nextInt(5), 0.1, 0.2, 0.3);
			final int count = 1 + r.nextInt(9);
			final int[][] p = new int[g.nz()][g.planeSize()];
			for (final int[] q : p)
				for (int i = 0; i < q.length; i++)
					q[i] = r.nextInt(3) == 0 ? 0 : 1 + (i % g.nx() / 4 + i / g.nx() / 4) % count;
			final LabelOutlines lines = LabelOutlines.of(IntVolume.of(g, p), count, 1 + seed % 3, Progress.NONE);
			final ImagePlus imp = NewStack.labels("labels", g, count, IntVolume.of(g, p), 1, Progress.NONE);
			lines.layOver(imp);
			final int[][] painted = new int[g.nz()][g.planeSize()];
			for (final Roi roi : imp.getOverlay().toArray())
				for (final java.awt.Point at : roi.getContainedPoints())
					painted[roi.getPosition() - 1][at.x + g.nx() * at.y] += Integer.parseInt(roi.getName());
			assertTrue(Arrays.deepEquals(p, painted), "seed " + seed);
			final Path file = dir.resolve(seed + ".zip");
			lines.write(file);
			try (ZipFile zip = new ZipFile(file.toFile())) {
				assertEquals(lines.size(), zip.size());
				final var first = zip.entries().nextElement();
				final Roi back = new RoiDecoder(zip.getInputStream(first).readAllBytes(), first.getName()).getRoi();
				assertEquals(imp.getOverlay().get(0).getStatistics().pixelCount, back.getStatistics().pixelCount);
			}
		}
	}

	@Test
	void whatDoesNotFitIsSaid() {
		final VoxelGrid g = VoxelGrid.of(1000, 1000, 1000, 1, 1, 1);
		assertEquals("", NewStack.noLabels(g, 65535, 3_000_000_000L));
		final String wide = NewStack.noLabels(g, 65536, 3_000_000_000L);
		assertTrue(wide.contains("4.0 GB") && wide.contains("3.0 GB") && wide.contains("65536 labels"), wide);
		final String many = NewStack.noLabels(g, NewStack.EXACT + 1, Long.MAX_VALUE);
		assertTrue(many.contains("16777217 labels") && many.contains("16777216") && many.contains("tables"), many);
		assertEquals("", NewStack.noLabels(g, NewStack.EXACT, Long.MAX_VALUE));
	}
}
