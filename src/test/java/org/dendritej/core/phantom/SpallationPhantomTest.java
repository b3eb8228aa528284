// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

/** Drawn spallations have the true volumes, the true projected area and the true broken rim. */
class SpallationPhantomTest {

	private static final VoxelGrid GRID = VoxelGrid.of(240, 90, 120, 0.1, 0.1, 0.2);

	private static SpallationSpec spec(final double closure, final int arcs, final double fill) {
		return new SpallationSpec(12, 12, 7, 3, 0.8, closure, arcs, 1, 0.5, fill, 4, 0.6);
	}

	@ParameterizedTest
	@CsvSource({ "0, 1, 0.3", "0.5, 3, 1", "1, 1, 0" })
	void volumesAndProjectionAreTrue(final double closure, final int arcs, final double fill) {
		final SpallationPhantom p = SpallationPhantom.build("s", GRID, List.of(spec(closure, arcs, fill)));
		final SpallationTruth t = p.spallations().get(0);
		assertEquals(t.crackVolumeUm3() - (fill > 0 ? t.lithiumVolumeUm3() : 0), sum(p.specimen(), 0, 0, 1, 0, 0), 0.01 * t
			.crackVolumeUm3());
		assertEquals(t.lithiumVolumeUm3(), sum(p.specimen(), 0, 0, 0, 1, 0), 0.004 * t.crackVolumeUm3());
		final ByteVolume v = Rendering.classes(p.specimen(), 2, Progress.NONE);
		int covered = 0, open = 0;
		for (int z = 0; z < GRID.nz(); z++)
			for (int x = 0; x < GRID.nx(); x++) {
				boolean any = false;
				for (int y = 0; y < GRID.ny(); y++)
					any |= v.plane(z)[x + GRID.nx() * y] != 0;
				if (any) covered++;
				if (v.plane(z)[x] == 2) open++;
			}
		assertEquals(1, covered * 0.02 / t.areaUm2(), 0.02);
		// the open rim at the face: circumference times horizontal opening
		final double opening = 0.5 * Math.hypot(1, 3) / 3;
		if (closure > 0) assertEquals(closure * 2 * Math.PI * (8 - 0.05 / 3) * opening, open * 0.02, 0.05 * open * 0.02);
		else assertEquals(0, open);
		assertEquals(14, t.lidDiameterUm(), 1e-12);
		assertEquals(2.6, t.lidThicknessUm(), 1e-12);
		assertEquals(closure > 0, p.specimen().cracks().get(0).opensAtFace());
	}

	private static double sum(final Specimen s, final double... levels) {
		final FloatVolume v = Rendering.greyFloat(s, GreyOptions.plain(levels), 2, Progress.NONE);
		double sum = 0;
		for (int z = 0; z < s.grid().nz(); z++)
			for (final float x : v.plane(z))
				sum += x;
		return sum * s.grid().voxelVolumeUm3();
	}

	@Test
	void impossibleSpallationsAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> new SpallationSpec(12, 12, 7, 3, 7, 1, 1, 0, 0.5, 0, 0, 0));
		assertThrows(IllegalArgumentException.class, () -> spec(1.2, 1, 0));
		assertThrows(IllegalArgumentException.class, () -> spec(0.5, 1, Double.NaN));
		final SpallationSpec outside = new SpallationSpec(3, 12, 7, 3, 0.8, 1, 1, 1, 0.5, 0, 0, 0);
		assertTrue(assertThrows(IllegalArgumentException.class, () -> SpallationPhantom.build("s", GRID, List.of(outside)))
			.getMessage().contains("leaves the image"));
		assertThrows(IllegalArgumentException.class, () -> SpallationPhantom.build("s", GRID, List.of(spec(1, 1, 0), spec(1,
			1, 0))));
		assertFalse(SpallationTruth.COLUMNS.isEmpty());
	}
}
