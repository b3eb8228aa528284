// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.junit.jupiter.api.Test;

/** Truth of hand-made specimens, worked out on paper, and the refusal of bodies that touch. */
class SpecimenBuilderTest {

	private static SpecimenBuilder empty() {
		return new SpecimenBuilder("s", VoxelGrid.of(100, 100, 40, 0.04, 0.04, 0.1), ElectrodeFace.Y_MINUS, 0.2);
	}

	@Test
	void tubeIntoAPoreHasTheVolumeBetweenFaceAndSphere() {
		final SpecimenBuilder b = empty();
		b.sphere(new Vec3(2, 2.5, 2), 1);
		b.crack(CrackShape.tube(new Vec3(2, -1, 2), new Vec3(2, 2.2, 2), 0.4), 1);
		final CrackTruth c = b.build().cracks().get(0);
		// pi a^2 d - 2 pi/3 (R^3 - (R^2 - a^2)^(3/2))
		final double exact = Math.PI * 0.04 * 2.5 - 2 * Math.PI / 3 * (1 - Math.pow(1 - 0.04, 1.5));
		assertEquals(1, c.volumeUm3() / exact, 1e-3);
		assertEquals(1.5, c.lengthUm(), 1e-9);
		assertEquals(400, c.widthMeanNm(), 1e-6);
		assertEquals(1.5, c.depthReachUm(), 1e-9);
		assertTrue(c.opensAtFace());
		assertEquals(List.of(1), c.poreIds());
		assertTrue(b.build().pores().get(0).joined());
		assertEquals(1.5, b.build().pores().get(0).topDepthUm(), 1e-12);
	}

	@Test
	void openingCountsOnlyThePartThatShows() {
		final SpecimenBuilder b = empty();
		b.crack(CrackShape.wedge(new Vec3(2, -1, 2), new Vec3(2, 1, 2), new Vec3(1, 0, 0), 1, 0.4, 0));
		b.crack(CrackShape.penny(new Vec3(2, 3, 2), new Vec3(0, 1, 0), 0.8, 0.3));
		final List<CrackTruth> c = b.build().cracks();
		assertEquals(1, c.get(0).lengthUm(), 1e-9);
		assertEquals(100, c.get(0).widthMeanNm(), 1e-6);
		assertEquals(0, c.get(0).widthMinNm(), 1e-6);
		assertEquals(1, c.get(0).volumeUm3() / 0.1, 1e-3);
		assertEquals(1.6, c.get(1).lengthUm(), 1e-9);
		assertEquals(300 * Math.PI / 4, c.get(1).widthMeanNm(), 0.1);
		assertEquals(4 * Math.PI / 3 * 0.8 * 0.8 * 0.15, c.get(1).volumeUm3(), 1e-12);
		assertFalse(c.get(1).opensAtFace());
	}

	@Test
	void poreCutByTheImageCountsItsPartInside() {
		final SpecimenBuilder b = empty();
		b.sphere(new Vec3(0, 2, 2), 0.8);
		assertEquals(1, b.build().pores().get(0).volumeUm3() / (2 * Math.PI / 3 * 0.512), 2e-3);
	}

	@Test
	void populationFollowsBothReadingsOfLarge() {
		final SpecimenBuilder b = empty();
		b.sphere(new Vec3(1, 1, 1), 0.5);
		b.sphere(new Vec3(3, 1, 1), 0.3);
		b.sphere(new Vec3(3, 3, 1), 0.4);
		b.sphere(new Vec3(1, 2.5, 2.5), 0.1);
		final Specimen s = b.build();
		assertEquals(3, s.truth("pores_large_third"));
		assertEquals(2, s.truth("pores_large_twothirds"));
		assertEquals(2, s.truth("pore_separation"), 1e-12);
		assertEquals(Math.sqrt(8), s.truth("pore_separation_twothirds"), 1e-12);
		assertEquals(4 * Math.PI / 3 * (0.125 + 0.027 + 0.064 + 0.001) / 64, s.truth("porosity"), 1e-12);
	}

	@Test
	void touchingBodiesAreRefusedWithASentence() {
		final SpecimenBuilder b = empty();
		b.sphere(new Vec3(2, 2, 2), 0.5);
		b.crack(CrackShape.tube(new Vec3(1, -1, 1), new Vec3(1, 1, 1), 0.2));
		final IllegalArgumentException pore = assertThrows(IllegalArgumentException.class, () -> b.sphere(new Vec3(2, 2,
			2.9), 0.3));
		assertTrue(pore.getMessage().contains("pore 1") && pore.getMessage().contains("0.2 um"), pore.getMessage());
		assertThrows(IllegalArgumentException.class, () -> b.crack(CrackShape.tube(new Vec3(1.3, -1, 1), new Vec3(1.3, 1, 1),
			0.2)));
		final IllegalArgumentException miss = assertThrows(IllegalArgumentException.class, () -> b.crack(CrackShape.tube(
			new Vec3(2, -1, 2), new Vec3(2, 1.4, 2), 0.2), 1));
		assertTrue(miss.getMessage().contains("does not reach pore 1"), miss.getMessage());
		assertThrows(IllegalArgumentException.class, () -> b.crack(CrackShape.tube(new Vec3(3, -1, 3), new Vec3(3, 1, 3),
			0.2), 7));
		assertFalse(b.offerSphere(new Vec3(2, 2, 2.6), 0.1));
		assertTrue(b.offerSphere(new Vec3(3, 3, 3), 0.1));
	}

	@Test
	void specimenWithoutBodiesHasNoSizes() {
		final Specimen s = empty().build();
		assertEquals(0, s.truth("porosity"));
		assertTrue(Double.isNaN(s.truth("pore_radius")));
		assertTrue(Double.isNaN(s.truth("crack_width")));
		assertTrue(Double.isNaN(s.truth("pore_separation")));
	}
}
