// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.Components;
import org.dendritej.core.label.Connectivity;
import org.dendritej.core.phantom.Rendering;
import org.dendritej.core.phantom.Specimen;
import org.dendritej.core.phantom.SpecimenOptions;
import org.dendritej.core.phantom.Specimens;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many cracks with pores and grey values measured by one and by several threads: the same records, number for number. */
class CrackThreadsTest {

	private static CrackResult measured(final ByteVolume classes, final ByteVolume grey, final IntVolume pores, final ElectrodeFace face,
		final int threads)
	{
		final VoxelGrid g = classes.grid();
		final FloatVolume stack = FloatVolume.of(g, z -> {
			final float[] plane = new float[g.planeSize()];
			for (int i = 0; i < plane.length; i++)
				plane[i] = grey.plane(z)[i] & 0xFF;
			return plane;
		});
		final Phase cracks = new Phase(classes, 2);
		return CrackAnalysis.analyse(cracks, pores, null, CrackGrey.of(stack, cracks, pores, threads, Progress.NONE), CrackOptions.of(face),
			threads, Progress.NONE);
	}

	@ParameterizedTest
	@EnumSource(value = ElectrodeFace.class, names = { "Z_MINUS", "NONE" })
	void manyCracksAreTheSameForAnyNumberOfThreads(final ElectrodeFace face) {
		final SpecimenOptions o = SpecimenOptions.of(SpecimenOptions.Kind.ENDING).withGrid(VoxelGrid.of(150, 150, 48, 0.04, 0.04, 0.1)).withBodies(
			16, 0.35, 1.6, 158).withLook(6, 0.025, 12);
		final Specimen s = Specimens.make(o);
		final ByteVolume classes = Rendering.classes(s, 0, Progress.NONE);
		final ByteVolume grey = Rendering.grey8(s, o.grey(), 0, Progress.NONE);
		final IntVolume pores = Components.label(new Phase(classes, 1), Connectivity.TWENTYSIX, 1, 0, Progress.NONE).volume();
		final CrackResult one = measured(classes, grey, pores, face, 1);
		assertTrue(one.cracks().size() >= 10, "there are many cracks: " + one.cracks().size());
		for (final int threads : new int[] { 2, 5 }) {
			final CrackResult many = measured(classes, grey, pores, face, threads);
			assertEquals(one.cracks(), many.cracks());
			assertEquals(one.branches(), many.branches());
			assertEquals(one.links(), many.links());
			assertEquals(one.profile(), many.profile());
			assertEquals(one.summary(), many.summary());
			assertEquals(one.flags(), many.flags());
			assertEquals(one.byMask(), many.byMask());
			assertArrayEquals(one.surface(), many.surface());
		}
	}
}
