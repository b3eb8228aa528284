// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.phantom.SpecimenOptions.Kind;
import org.dendritej.core.record.MgRegion.Verdict;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Expected counts follow the content, drawn counts follow the expected ones, labels follow the section. */
class MagnesiumMapTest {

	private static Specimen twoPores() {
		final SpecimenBuilder b = new SpecimenBuilder("two", VoxelGrid.of(300, 200, 60, 0.04, 0.04, 0.1),
			ElectrodeFace.Y_MINUS, 0.2);
		b.sphere(new Vec3(3, 4, 3), 1.5);
		b.sphere(new Vec3(9, 4, 3), 1.5);
		b.crack(CrackShape.tube(new Vec3(3, -1, 3), new Vec3(3, 3, 3), 0.3), 1);
		return b.build();
	}

	@Test
	void onlyJoinedBodiesCarryMagnesium() {
		final Specimen s = twoPores();
		final MagnesiumMap m = MagnesiumMap.record(s, MagnesiumOptions.standard(3, 1, MagnesiumOptions.joinedOnly(s, 10)), 2,
			Progress.NONE);
		assertEquals(4, m.truth().size());
		assertEquals(Verdict.LI_MG, m.truth().get(0).verdict());
		assertEquals(Verdict.LI, m.truth().get(1).verdict());
		assertEquals("crack", m.truth().get(2).kind());
		assertEquals("electrode", m.truth().get(3).kind());
		for (final MagnesiumTruth t : m.truth()) {
			final long pixels = Arrays.stream(m.labels()).filter(l -> l == t.id()).count();
			assertEquals(pixels, t.pixels());
		}
		// far from its rim the pore of the reference content gives the reference counts, the other the background only
		assertEquals(22, m.mean()[30 + 120 * 50], 1e-3);
		assertEquals(2, m.mean()[90 + 120 * 50], 1e-3);
		// far in the solid: background and overlap
		assertEquals(3, m.mean()[60 + 120 * 80], 1e-3);
		assertEquals(Math.PI * 225, m.truth().get(1).pixels(), 12);
	}

	@Test
	void drawnCountsHaveTheExpectedSums() {
		final Specimen s = Specimens.make(SpecimenOptions.of(Kind.MAGNESIUM));
		for (long seed = 1; seed <= 5; seed++) {
			final MagnesiumMap m = MagnesiumMap.record(s, MagnesiumOptions.standard(4, seed, MagnesiumOptions.joinedOnly(s,
				10)), 2, Progress.NONE);
			for (final MagnesiumTruth t : m.truth()) {
				double counts = 0, mean = 0;
				for (int i = 0; i < m.counts().length; i++)
					if (m.labels()[i] == t.id()) {
						counts += m.counts()[i];
						mean += m.mean()[i];
					}
				assertEquals(mean, t.meanNet() + t.meanBackground(), 1e-4 * mean);
				assertEquals(mean, counts, 4.5 * Math.sqrt(mean) + 2, t.toString());
				if (t.verdict() == Verdict.LI) assertEquals(0, t.meanNet());
				else assertTrue(t.meanNet() > 0);
			}
		}
	}

	@Test
	void blurKeepsTheMagnesiumOfABody() {
		final Specimen s = twoPores();
		// only the first pore has magnesium, no depth: the sum is its cross-section times the counts
		final MagnesiumOptions o = new MagnesiumOptions(0.1, 3, 50, 10, 0, 0, 0.3, 0, 0, -1, 1, 1, b -> b.value() == 1 && b
			.id() == 1 ? 5 : 0);
		final MagnesiumMap m = MagnesiumMap.record(s, o, 2, Progress.NONE);
		double sum = 0;
		for (final float v : m.mean())
			sum += v;
		assertEquals(1, sum / (25 * Math.PI * 225), 3e-3);
	}

	@Test
	void thinSlantedBodiesAreDilutedOverTheRange() {
		final SpecimenBuilder b = new SpecimenBuilder("thin", VoxelGrid.of(200, 200, 60, 0.04, 0.04, 0.1),
			ElectrodeFace.Y_MINUS, 0.2);
		// level sheet 0.1 um thick in the section's plane, seen over 0.5 um: a fifth of the counts
		b.crack(CrackShape.sheet(new Vec3(1, 4, 3.05), new Vec3(7, 4, 3.05), new Vec3(0, 1, 0), 6, 0.1));
		final MagnesiumOptions o = new MagnesiumOptions(0.1, 3.0, 100, 10, 0, 0, 0, 0.5, 0, -1, 1, 1, x -> 10);
		final MagnesiumMap m = MagnesiumMap.record(b.build(), o, 1, Progress.NONE);
		assertEquals(20, m.mean()[40 + 80 * 40], 1e-3);
	}

	@Test
	void frameStepThreadsAndSeeds() {
		final Specimen s = twoPores();
		final MagnesiumOptions o = new MagnesiumOptions(0.1, 3, 20, 10, 2, 1, 0.1, 0.5, 1, 45, 1.3, 1, b -> 10);
		final MagnesiumMap one = MagnesiumMap.record(s, o, 1, Progress.NONE), four = MagnesiumMap.record(s, o, 4,
			Progress.NONE);
		assertArrayEquals(one.counts(), four.counts());
		assertEquals(3, one.mean()[60 + 120 * 40], 1e-3);
		assertEquals(3 * 1.3, one.mean()[60 + 120 * 50], 1e-3);
	}

	@Test
	void badMapsAreRefused() {
		final Specimen s = twoPores();
		assertThrows(IllegalArgumentException.class, () -> MagnesiumMap.record(s, MagnesiumOptions.standard(7, 1, b -> 0), 1,
			Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> MagnesiumMap.record(s, MagnesiumOptions.standard(3, 1, b -> 101),
			1, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> MagnesiumOptions.standard(-1, 1, b -> 0));
	}
}
