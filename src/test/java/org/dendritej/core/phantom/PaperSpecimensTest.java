// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two electrolytes have the numbers of the paper, whatever the seed. */
class PaperSpecimensTest {

	private static void check(final Specimen s, final double radius, final double separation, final double length,
		final double width, final double porosity)
	{
		assertEquals(radius, s.truth("pore_radius"), 1e-9);
		assertEquals(separation, s.truth("pore_separation"), 1e-9);
		assertEquals(separation, s.truth("pore_separation_twothirds"), 1e-9);
		assertEquals(length, s.truth("crack_length"), 1e-9);
		assertEquals(width, s.truth("crack_width"), 1e-6);
		assertEquals(width, s.truth("crack_width_longest_third"), 1e-6);
		assertEquals(porosity, s.truth("porosity"), 0.02 * porosity);
		assertEquals(4, s.truth("pores_large_third"));
		assertEquals(12, s.cracks().size());
		for (int i = 0; i < 4; i++) {
			final PoreTruth p = s.pores().get(i);
			assertTrue(p.joined() && p.largeTwothirds());
			assertEquals(length, p.topDepthUm(), 1e-9);
			assertEquals(length + p.radiusEqUm(), p.depthUm(), 1e-9);
		}
		for (final CrackTruth c : s.cracks()) {
			assertTrue(c.aspect() >= 3, c.toString());
			assertEquals(c.id() <= 4, c.longTwothirds());
			assertEquals(c.id() <= 4, c.longestThird());
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, -7 })
	void numbersOfThePaper(final long seed) {
		check(PaperSpecimens.dense83(seed), 2.3, 10, 2.5, 158, 0.17);
		check(PaperSpecimens.dense99(seed), 0.5, 22, 1.5, 125, 0.01);
	}

	@Test
	void drawnPoreVolumeIsTheTrueOne() {
		final Specimen s = PaperSpecimens.dense83(1);
		final ByteVolume v = Rendering.classes(s, 2, Progress.NONE);
		final long[] n = new long[5];
		for (int z = 0; z < s.grid().nz(); z++)
			for (final byte b : v.plane(z))
				n[b]++;
		final double voxel = s.grid().voxelVolumeUm3();
		assertEquals(1, n[1] * voxel / s.truth("pore_volume"), 2e-3);
		// cracks of 1 to 2 slices: the class of the centre can only be near
		assertEquals(1, n[2] * voxel / s.truth("crack_volume"), 0.1);
		assertEquals(0, n[3] + n[4]);
	}
}
