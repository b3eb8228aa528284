// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.phantom.SpecimenOptions.Kind;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every kind of specimen can be made, holds what it says, and depends on the seed alone. */
class SpecimensTest {

	@ParameterizedTest
	@EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = { "DENSE83", "DENSE99" })
	void drawnVoidIsTheTrueVoid(final Kind kind) {
		final SpecimenOptions o = kind == Kind.SPALLATION ? SpecimenOptions.of(kind).withGrid(VoxelGrid.of(180, 100, 90, 0.2,
			0.2, 0.4)) : SpecimenOptions.of(kind);
		final Specimen s = Specimens.make(o);
		assertEquals(s.bodies(), Specimens.make(o).bodies());
		assertNotEquals(s.bodies(), Specimens.make(o.withLook(6, 0.025, 2)).bodies());
		final FloatVolume v = Rendering.greyFloat(s, GreyOptions.plain(0, 1, 1, 1, 1), 2, Progress.NONE);
		double sum = 0;
		for (int z = 0; z < s.grid().nz(); z++)
			for (final float x : v.plane(z))
				sum += x;
		assertEquals(1, sum * s.grid().voxelVolumeUm3() / (s.truth("porosity") * s.grid().volumeUm3()), 5e-3);
	}

	@ParameterizedTest
	@EnumSource(Kind.class)
	void namesAreReadBack(final Kind kind) {
		assertEquals(kind, SpecimenOptions.parse(" " + kind.key().toUpperCase(java.util.Locale.ROOT) + " "));
	}

	@Test
	void sizesAreThoseAskedFor() {
		final SpecimenOptions o = SpecimenOptions.of(Kind.PLATES).withBodies(5, 0.6, 1.5, 200);
		for (final CrackTruth c : Specimens.make(o).cracks()) {
			assertEquals(1.5, c.lengthUm(), 1e-9);
			assertEquals(200, c.widthMeanNm(), 1e-6);
			assertEquals(1.5 * 0.9 * 0.2, c.volumeUm3(), 1e-9);
		}
		assertEquals(0.7, Specimens.make(SpecimenOptions.of(Kind.SPHERES).withBodies(6, 0.7, 2.5, 158)).truth("pore_radius"),
			1e-9);
		for (final CrackTruth c : Specimens.make(SpecimenOptions.of(Kind.WEDGE)).cracks())
			assertEquals(158 * 2 / 3.0, c.widthMeanNm(), 1e-6);
		for (final CrackTruth c : Specimens.make(SpecimenOptions.of(Kind.BRANCHING)).cracks()) {
			assertEquals(2.5, c.lengthUm(), 1e-9);
			assertEquals(2.5 * 1.3, c.totalLengthUm(), 1e-9);
		}
		final Specimen ending = Specimens.make(SpecimenOptions.of(Kind.ENDING).withBodies(6, 0.6, 2, 158));
		for (final CrackTruth c : ending.cracks()) {
			assertEquals(2, c.lengthUm(), 1e-9);
			assertTrue(c.opensAtFace() && c.poreIds().size() == 1);
		}
		assertTrue(ending.pores().stream().allMatch(PoreTruth::joined));
	}

	@Test
	void tooSmallAVolumeIsRefused() {
		final SpecimenOptions o = SpecimenOptions.of(Kind.SPHERES).withGrid(VoxelGrid.of(50, 50, 20, 0.04, 0.04, 0.1));
		final IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Specimens.make(o));
		assertTrue(e.getMessage().contains("of 20 pores"), e.getMessage());
		assertThrows(IllegalArgumentException.class, () -> Specimens.make(SpecimenOptions.of(Kind.SPALLATION).withBodies(9,
			12, 6, 300)));
	}

	@Test
	void badNumbersAreRefused() {
		final SpecimenOptions o = SpecimenOptions.of(Kind.TUBES);
		assertThrows(IllegalArgumentException.class, () -> o.withBodies(0, 1, 1, 100));
		assertThrows(IllegalArgumentException.class, () -> o.withBodies(1, Double.NaN, 1, 100));
		assertThrows(IllegalArgumentException.class, () -> o.withBodies(1, 1, 0.2, 100));
		assertThrows(IllegalArgumentException.class, () -> o.withLook(-1, 0, 1));
		assertThrows(IllegalArgumentException.class, () -> SpecimenOptions.parse("sponge"));
		assertThrows(IllegalArgumentException.class, () -> GreyOptions.plain(1, 2));
	}
}
