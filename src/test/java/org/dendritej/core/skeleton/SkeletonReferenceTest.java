// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import ij.IJ;
import ij.ImagePlus;

/** Real and published volumes: same topology as Fiji's skeletons, and the graph of three fractures. */
class SkeletonReferenceTest {

	private static final Path DATA = Path.of("..", "shared", "data");

	static Path file(final String name) {
		final Path p = DATA.resolve(name);
		Assumptions.assumeTrue(Files.exists(p), () -> p + " is not here; nothing to compare with");
		return p;
	}

	static byte[][] planes(final byte[] raw, final int from, final VoxelGrid g) {
		final byte[][] v = new byte[g.nz()][];
		for (int z = 0; z < g.nz(); z++)
			v[z] = Arrays.copyOfRange(raw, from + z * g.planeSize(), from + (z + 1) * g.planeSize());
		return v;
	}

	static byte[][] tiff(final Path p) {
		final ImagePlus image = IJ.openImage(p.toString());
		final byte[][] v = new byte[image.getStackSize()][image.getWidth() * image.getHeight()];
		for (int z = 0; z < v.length; z++)
			for (int i = 0; i < v[z].length; i++)
				v[z][i] = image.getStack().getProcessor(z + 1).getf(i) != 0 ? (byte) 255 : 0;
		return v;
	}

	@Test
	void blobsHaveTheTopologyOfFijisSkeleton() {
		final byte[][] v = tiff(file("reference/skimage_blobs3d_input.tif"));
		final byte[][] fiji = tiff(file("reference/skimage_blobs_3d_fiji_skeleton.tif"));
		final VoxelGrid g = VoxelGrid.of(32, 32, 30, 1, 1, 1);
		assertEquals(15375, Shapes.count(v));
		assertEquals(4003, Shapes.count(fiji));
		final byte[][] curve = Shapes.thin(g, v, Thinning.Mode.CURVE);
		assertEquals(Shapes.topology(g, v), Shapes.topology(g, curve));
		assertEquals(Shapes.topology(g, fiji), Shapes.topology(g, curve));
		// another accepted answer: 4033 voxels against Fiji's 4003, which ends curves at every splinter
		assertEquals(4003, Shapes.count(curve), 0.02 * 4003);
	}

	@Test
	void threeFracturesAreFiveBranches() throws IOException {
		final VoxelGrid g = VoxelGrid.of(100, 100, 100, 1, 1, 1);
		final byte[][] v = planes(Files.readAllBytes(file("volumes/dpm_3_fractures_100x100x100_uint8.raw")), 0, g);
		final float[][] squared = Shapes.squared(g, v, true);
		final byte[][] curve = Thinning.thin(Shapes.phase(g, v), squared, Thinning.Mode.CURVE, Progress.NONE);
		final Pruning p = Pruning.of(g, curve, squared, 1, Progress.NONE);
		assertEquals(5, p.graph().edges().size());
		assertEquals(2, p.graph().junctions());
		assertEquals(4, p.graph().ends());
	}

	@Test
	void shrewKeepsItsTunnels() throws IOException {
		final byte[] raw = Files.readAllBytes(file("volumes/bonej_headless_Shrew.nrrd"));
		final VoxelGrid g = VoxelGrid.of(114, 114, 115, 4.1, 4.1, 4.1);
		final byte[][] v = planes(raw, raw.length - 114 * 114 * 115, g);
		final float[][] squared = Shapes.squared(g, v, true);
		final byte[][] curve = Thinning.thin(Shapes.phase(g, v), squared, Thinning.Mode.CURVE, Progress.NONE);
		assertEquals(-19, Shapes.topology(g, v).euler());
		assertEquals(Shapes.topology(g, v), Shapes.topology(g, curve));
		for (final double widths : new double[] { 0, 0.5, 1, 1.5 }) {
			final SkeletonGraph s = Pruning.of(g, curve, squared, widths, Progress.NONE).graph();
			assertEquals(20, s.edges().size() - s.vertices() + 1, "independent loops");
		}
	}
}
