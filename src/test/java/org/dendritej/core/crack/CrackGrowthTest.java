// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Cracks that grow, appear, close, break up and stay, of known lengths. */
class CrackGrowthTest {

	private static final VoxelGrid GRID = VoxelGrid.of(60, 80, 24, 0.04, 0.04, 0.1);

	private static byte[][] tube(final byte[][] on, final double x, final double from, final double to) {
		return Bodies.draw(GRID, on, 2, Bodies.tube(List.of(new Vec3(x, from, 1.2), new Vec3(x, to, 1.2)), 0.12));
	}

	@Test
	void growthNewAndDetachedPiecesAreTold() {
		byte[][] b = tube(null, 0.3, 0, 1);
		b = tube(b, 0.8, 0, 1.5);
		b = tube(b, 1.3, 0, 2);
		b = tube(b, 2.2, 0.3, 1);
		byte[][] a = tube(null, 0.3, 0, 1.6);
		a = tube(a, 0.8, 0, 1.5);
		a = tube(a, 1.3, 0, 1.1);
		a = tube(a, 1.3, 1.5, 2);
		a = tube(a, 1.75, 0, 0.9);
		final CrackResult before = Bodies.analyse(GRID, b, ElectrodeFace.Y_MINUS), after = Bodies.analyse(GRID, a, ElectrodeFace.Y_MINUS);
		final List<CrackChange> all = CrackGrowth.compare(before, after, 2, Progress.NONE);
		final var by = all.stream().collect(Collectors.groupingBy(CrackChange::state));
		assertEquals(1, by.get("grown").size(), all.toString());
		final CrackChange grown = by.get("grown").get(0);
		assertEquals(0.6, grown.growthUm(), 2 * grown.growthSdUm());
		assertEquals(grown.growthUm() / 2, grown.growthPerChargeUm(), 1e-12);
		assertEquals(1, by.get("new").size());
		assertEquals(0.9, by.get("new").get(0).growthUm(), 0.15);
		assertEquals(1, by.get("unchanged").size());
		assertEquals(0, by.get("unchanged").get(0).gainedUm3(), 1e-12);
		assertEquals(1, by.get("detached").size());
		assertEquals(1, by.get("shorter").size());
		assertEquals(1, by.get("closed").size());
		assertTrue(by.get("closed").get(0).lostUm3() > 0);
	}

	@Test
	void aVolumeComparedWithItselfHasNotChanged() {
		final CrackResult r = Bodies.analyse(GRID, tube(tube(null, 0.3, 0, 1), 1.2, 0.4, 2), ElectrodeFace.Y_MINUS);
		for (final CrackChange c : CrackGrowth.compare(r, r, Double.NaN, Progress.NONE)) {
			assertEquals("unchanged", c.state());
			assertEquals(0, c.growthUm());
			assertEquals(0, c.gainedUm3() + c.lostUm3());
			assertTrue(Double.isNaN(c.growthPerChargeUm()));
		}
		assertThrows(IllegalArgumentException.class, () -> CrackGrowth.compare(r, r, -1, Progress.NONE));
	}
}
