// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.mesh;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

class LabelBoxesTest {

	/** The mesh of a label's box is that of the label in the whole volume: same triangles, same volume, same place. */
	@Test
	void aLabelsBoxGivesTheMeshOfTheWholeVolume() {
		final Random r = new Random(8);
		for (int n = 0; n < 40; n++) {
			final VoxelGrid g = new VoxelGrid(3 + r.nextInt(8), 3 + r.nextInt(8), 3 + r.nextInt(8), 0.04, 0.05, 0.1, new Vec3(1, -2, 3));
			final int[][] p = new int[g.nz()][g.planeSize()];
			final int[] count = new int[4];
			for (final int[] plane : p)
				for (int i = 0; i < plane.length; i++)
					count[plane[i] = r.nextInt(4)]++;
			final IntVolume labels = IntVolume.of(g, p);
			final LabelBoxes boxes = new LabelBoxes(labels, Progress.NONE);
			for (final int l : boxes.labels()) {
				final SurfaceMesh whole = SurfaceMesh.of(labels, l, Progress.NONE), box = SurfaceMesh.of(boxes.box(l), l, Progress.NONE);
				assertEquals(count[l] * g.voxelVolumeUm3(), box.volumeUm3(), 1e-12);
				assertEquals(whole.triangles(), box.triangles());
				assertEquals(whole.areaUm2(), box.areaUm2(), 1e-9);
				double a = 0, b = 0;
				for (int v = 0; v < whole.vertices(); v++)
					for (int k = 0; k < 3; k++) {
						a += (k + 1) * whole.at(v, k);
						b += (k + 1) * box.at(v, k);
					}
				assertEquals(a, b, 1e-9, "the box lies elsewhere");
			}
			assertEquals((count[1] + count[2] + count[3]) * g.voxelVolumeUm3(), SurfaceMesh.of(labels, Progress.NONE).volumeUm3(), 1e-12);
		}
	}
}
