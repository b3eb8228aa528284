// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.Branch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sheets that meet at lines are one branch each, in any direction; tubes on them and tubes alone are branches too. */
class SheetBranchesTest {

	private static final Vec3 MIDDLE = new Vec3(1.8, 1.8, 1.8);

	private static VoxelGrid grid(final double dz) {
		return VoxelGrid.of(90, 90, (int) (3.6 / dz), 0.04, 0.04, dz);
	}

	private static Bodies.Solid union(final List<Bodies.Solid> parts) {
		return p -> parts.stream().anyMatch(s -> s.has(p));
	}

	private static List<Branch> branches(final double dz, final Bodies.Solid solid) {
		final VoxelGrid g = grid(dz);
		final CrackResult r = Bodies.analyse(g, Bodies.draw(g, null, 2, solid), ElectrodeFace.NONE);
		assertEquals(1, r.cracks().size());
		return r.branches();
	}

	/** Sheets of a breadth and an opening, 1.2 um long, that meet in an axis through the middle. */
	private static Bodies.Solid star(final Vec3 axis, final Vec3 u, final int arms, final double breadth, final double opening) {
		final Vec3 v = axis.cross(u);
		final List<Bodies.Solid> parts = new ArrayList<>();
		for (int k = 0; k < arms; k++) {
			final double a = 2 * Math.PI * k / arms + 0.2 * k;
			final Vec3 d = u.times(Math.cos(a)).plus(v.times(Math.sin(a)));
			parts.add(Bodies.box(MIDDLE.plus(d.times(0.6)), d, 0.6, axis, breadth / 2, opening / 2));
		}
		return union(parts);
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0.04, 0.1 })
	void broadSheetsThatMeetAreOneBranchEach(final double dz) {
		final Random r = new Random(3);
		for (int i = 0; i < 4; i++) {
			final Vec3 axis = Bodies.direction(r), u = axis.cross(Bodies.direction(r)).unit();
			final int arms = 3 + i % 2;
			final double opening = i < 2 ? 0.16 : 0.24;
			final List<Branch> b = branches(dz, star(axis, u, arms, 1.8, opening));
			assertEquals(arms, b.size(), b::toString);
			for (final Branch x : b) {
				assertTrue(x.sheet() && x.isCrack(), x::toString);
				// each is 1.2 um by 1.8 um; who gets the junction is a matter of the nearest
				assertEquals(Math.hypot(1.2, 1.8), x.lengthUm(), 0.4, x::toString);
				// the measured line may run along the junction, where the crack is wider
				assertTrue(x.widthMinNm() < 1150 * opening && x.widthMeanNm() > 900 * opening && x.widthMeanNm() < 1500 * opening, x::toString);
			}
		}
	}

	@Test
	void aFlatSheetIsOneBranchAndATubeOnItAnother() {
		final Random r = new Random(4);
		for (int i = 0; i < 4; i++) {
			final Vec3 axis = Bodies.direction(r), u = axis.cross(Bodies.direction(r)).unit(), v = axis.cross(u);
			final Bodies.Solid sheet = Bodies.box(MIDDLE, u, 0.8, axis, 0.7, 0.08);
			assertEquals(1, branches(0.04, sheet).size(), "direction " + v);
			final List<Branch> both = branches(0.04, union(List.of(sheet, Bodies.tube(List.of(MIDDLE, MIDDLE.plus(v.times(1.2))), 0.1))));
			assertEquals(2, both.size(), both::toString);
			assertEquals(1, both.stream().filter(Branch::sheet).count(), both::toString);
			assertEquals(1.3, both.stream().filter(b -> !b.sheet()).findFirst().orElseThrow().lengthUm(), 0.2);
		}
	}

	@Test
	void aBumpOnASheetAndABendInItPartNothing() {
		final Vec3 z = new Vec3(0, 0, 1);
		final Bodies.Solid bump = union(List.of(Bodies.box(MIDDLE, new Vec3(1, 0, 0), 1, z, 0.8, 0.08), p -> p.distance(MIDDLE.plus(new Vec3(0,
			0.08, 0))) < 0.14));
		assertEquals(1, branches(0.04, bump).size());
		final Bodies.Solid bend = star(z, new Vec3(1, 0, 0), 2, 1.6, 0.16);
		assertEquals(1, branches(0.04, bend).size(), "two sheets that meet at an angle are one bent sheet");
	}
}
