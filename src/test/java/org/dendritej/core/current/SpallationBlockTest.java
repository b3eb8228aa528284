// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.current;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.phantom.Rendering;
import org.dendritej.core.phantom.Specimen;
import org.dendritej.core.phantom.SpecimenOptions;
import org.dendritej.core.phantom.Specimens;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The block of the second paper, 20 x 30 x 50 um with a spallation half full of lithium: crack and lithium collect. */
class SpallationBlockTest {

	private static CurrentResult map(final double voxelUm) {
		final SpecimenOptions plain = SpecimenOptions.of(SpecimenOptions.Kind.SPALLATION);
		final VoxelGrid g = VoxelGrid.of((int) Math.round(20 / voxelUm), (int) Math.round(30 / voxelUm), (int) Math.round(50 / voxelUm), voxelUm,
			voxelUm, voxelUm);
		final Specimen s = Specimens.make(plain.withGrid(g).withBodies(1, 6, plain.lengthUm(), plain.widthNm()));
		final ByteVolume classes = Rendering.classes(s, 0, Progress.NONE);
		return Blocks.map(classes, null, Blocks.options(ElectrodeFace.Y_MINUS, Filling.ALL, 0, 0, 1e-6));
	}

	private static double value(final CurrentResult r, final String name) {
		return r.summary().stream().filter(q -> q.name().equals(name)).findFirst().orElseThrow().value();
	}

	private static double lithium(final CurrentResult r) {
		return value(r, "cracks_share") + value(r, "other_lithium_share");
	}

	@Test
	@Tag("long")
	void thirtyMillionVoxels() {
		final CurrentResult coarse = map(.2), fine = map(.1);
		assertEquals(30e6, value(fine, "voxels"), 0);
		assertTrue(value(fine, "iterations") <= value(coarse, "iterations") + 4, "iterations grow with the grid");
		assertTrue(value(fine, "relative_residual") <= 1e-6);
		assertEquals(0, value(fine, "imbalance"), 1e-6);
		assertEquals(1, value(fine, "electrode_share") + lithium(fine), 1e-6);
		assertEquals(lithium(fine), lithium(coarse), .1 * lithium(fine), "share of the spallation at twice the voxel");
	}
}
