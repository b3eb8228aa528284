// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.phantom.SpecimenOptions.Kind;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** A perfect instrument draws the specimen; every fault does what its truth says. */
class AcquisitionTest {

	private static final GreyOptions CLEAN = new GreyOptions(new double[] { 170, 40, 40, 70, 230 }, Vec3.ZERO, 0, 0, 9);

	private static AcquisitionOptions faults(final double drift, final double jitter, final double thickness,
		final double tilt, final double curtain, final double shine)
	{
		return new AcquisitionOptions(CLEAN, drift, jitter, thickness, 0.02, tilt, curtain, 2, 0, 0, 0, shine, 0.4);
	}

	/** A cylinder along the milling direction, so that every slice shows the same disc. */
	private static Specimen pillar() {
		final SpecimenBuilder b = new SpecimenBuilder("pillar", VoxelGrid.of(200, 200, 30, 0.04, 0.04, 0.1),
			ElectrodeFace.Y_MINUS, 0.1);
		b.crack(CrackShape.tube(new Vec3(4.03, 3.98, -2), new Vec3(4.03, 3.98, 5), 2));
		return b.build();
	}

	@Test
	void perfectInstrumentDrawsTheSpecimen() {
		final Specimen s = Specimens.make(SpecimenOptions.of(Kind.FIBSEM));
		final AcquisitionOptions o = new AcquisitionOptions(CLEAN, 0, 0, 0, s.grid().dzUm(), 90, 0, 0, 0, 0, 0, 0, 1);
		final ByteVolume seen = Acquisition.record(s, o, 2, Progress.NONE).stack();
		final ByteVolume drawn = Rendering.grey8(s, CLEAN, 2, Progress.NONE);
		assertEquals(s.grid(), seen.grid());
		for (int z = 0; z < s.grid().nz(); z++)
			for (int i = 0; i < s.grid().planeSize(); i++)
				assertEquals(drawn.plane(z)[i] & 0xff, seen.plane(z)[i] & 0xff, 1);
	}

	@Test
	void contentIsShiftedByTheTrueDrift() {
		final Acquisition a = Acquisition.record(pillar(), faults(0.8, 0.5, 0.1, 90, 0, 0), 2, Progress.NONE);
		double most = 0;
		for (final SliceTruth t : a.slices()) {
			final double[] c = centre(a.stack().plane(t.slice()), 200);
			assertEquals(4.03 / 0.04 + t.driftXPx(), c[0], 0.02);
			assertEquals(3.98 / 0.04 + t.driftYPx(), c[1], 0.02);
			most = Math.max(most, Math.abs(t.driftXPx()));
		}
		assertTrue(most > 1);
		assertEquals(0, a.slices().get(0).driftXPx());
	}

	/** Centre and area of the dark disc, in pixels, by the deficit of grey. */
	private static double[] centre(final byte[] plane, final int nx) {
		double sum = 0, x = 0, y = 0;
		for (int i = 0; i < plane.length; i++) {
			final double w = 170 - (plane[i] & 0xff);
			sum += w;
			x += w * (i % nx + 0.5);
			y += w * (i / nx + 0.5);
		}
		return new double[] { x / sum, y / sum, sum / 130 };
	}

	@Test
	void tiltForeshortensTheRows() {
		final Acquisition a = Acquisition.record(pillar(), faults(0, 0, 0, 52, 0, 0), 2, Progress.NONE);
		assertEquals((int) Math.floor(200 * Math.sin(Math.toRadians(52))), a.stack().grid().ny());
		final double[] c = centre(a.stack().plane(3), 200);
		assertEquals(3.98 / 0.04 / 1.26902, c[1], 0.02);
		assertEquals(Math.PI / 0.0016 / 1.26902, c[2], 0.003 * c[2]);
	}

	@Test
	void facesLieWhereTheTruthSays() {
		// a ball's sections tell the place of every face
		final SpecimenBuilder b = new SpecimenBuilder("ball", VoxelGrid.of(160, 160, 40, 0.04, 0.04, 0.1),
			ElectrodeFace.Y_MINUS, 0.1);
		b.sphere(new Vec3(3.2, 3.2, 2), 1.6);
		final Acquisition a = Acquisition.record(b.build(), faults(0, 0, 0.15, 90, 0, 0), 2, Progress.NONE);
		double next = a.slices().get(0).positionUm();
		int checked = 0;
		for (final SliceTruth t : a.slices()) {
			assertEquals(next, t.positionUm(), 1e-12);
			next += t.thicknessUm();
			final double dz = t.positionUm() + 0.01 - 2, area = Math.PI * (1.6 * 1.6 - dz * dz);
			if (area < 1) continue;
			assertEquals(1, centre(a.stack().plane(t.slice()), 160)[2] * 0.0016 / area, 0.004);
			checked++;
		}
		assertTrue(checked > 20);
	}

	@Test
	void backWallsShineThroughOnlyInShallowPores() {
		final SpecimenBuilder b = new SpecimenBuilder("shine", VoxelGrid.of(120, 60, 60, 0.04, 0.04, 0.1),
			ElectrodeFace.Y_MINUS, 0.1);
		// two cylinders from above: one ends 0.2 um behind slice 10, the other runs on for 5 um
		b.crack(CrackShape.tube(new Vec3(1.2, 1.2, -1), new Vec3(1.2, 1.2, 1.25), 1));
		b.crack(CrackShape.tube(new Vec3(3.6, 1.2, -1), new Vec3(3.6, 1.2, 8), 1));
		final AcquisitionOptions o = faults(0, 0, 0, 90, 0, 0.5);
		final byte[] plane = Acquisition.record(b.build(), o, 2, Progress.NONE).stack().plane(10);
		final int shallow = plane[30 + 120 * 30] & 0xff, deep = plane[90 + 120 * 30] & 0xff, solid = plane[60 + 120 * 30]
			& 0xff;
		// first look behind the wall at 2/3 of 0.4 um: 0.5 exp(-2/3) of the contrast
		assertEquals(40 + 130 * 0.5 * Math.exp(-2.0 / 3), shallow, 1);
		assertEquals(40, deep, 1);
		assertEquals(170, solid);
	}

	@Test
	void curtainsRunAlongColumnsWithTheStatedSpread() {
		final SpecimenBuilder b = new SpecimenBuilder("plain", VoxelGrid.of(400, 20, 60, 0.04, 0.04, 0.1),
			ElectrodeFace.Y_MINUS, 0.1);
		final ByteVolume v = Acquisition.record(b.build(), faults(0, 0, 0, 90, 6, 0), 2, Progress.NONE).stack();
		double square = 0;
		for (int z = 0; z < 60; z++)
			for (int x = 0; x < 400; x++) {
				for (int y = 1; y < 20; y++)
					assertEquals(v.plane(z)[x], v.plane(z)[x + 400 * y]);
				square += Math.pow((v.plane(z)[x] & 0xff) - 170.0, 2);
			}
		assertEquals(6, Math.sqrt(square / 24000), 0.6);
	}

	@Test
	void threadsChangeNothing() {
		final Specimen s = Specimens.make(SpecimenOptions.of(Kind.FIBSEM));
		final Acquisition one = Acquisition.record(s, AcquisitionOptions.standard(4), 1, Progress.NONE);
		final Acquisition three = Acquisition.record(s, AcquisitionOptions.standard(4), 3, Progress.NONE);
		assertEquals(one.slices(), three.slices());
		for (int z = 0; z < s.grid().nz(); z++)
			assertArrayEquals(one.stack().plane(z), three.stack().plane(z));
		assertEquals(List.of("slice", "position_um"), SliceTruth.COLUMNS.stream().limit(2).map(c -> c.name()).toList());
	}

	@Test
	void badInstrumentsAreRefused() {
		assertThrows(IllegalArgumentException.class, () -> faults(0, 0, 0, 0, 0, 0));
		assertThrows(IllegalArgumentException.class, () -> faults(-1, 0, 0, 90, 0, 0));
		assertThrows(IllegalArgumentException.class, () -> faults(0, 0, 0, 90, 0, 2));
	}
}
