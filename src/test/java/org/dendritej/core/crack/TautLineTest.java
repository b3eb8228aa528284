// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.phantom.CrackShape;
import org.dendritej.core.record.Crack;
import org.junit.jupiter.api.Test;

/** Lengths of bent sheets from the mask: the line must be the shortest on the sheet, not one that wanders across it. */
class TautLineTest {

	private static final Vec3 MIDDLE = new Vec3(1.8, 1.8, 1.8);
	private static final double TURN = 1.9, BEND = 0.9, BREADTH = 0.8;

	private static CrackShape sheet(final double opening, final Random r) {
		final Vec3 d = Bodies.direction(r), n = d.cross(Bodies.direction(r)).unit();
		return CrackShape.bentSheet(Bodies.arc(MIDDLE, d, n, TURN, BEND, 0.8, 30), d.cross(n), BREADTH, opening);
	}

	private static Bodies.Errors lengths(final VoxelGrid g, final double opening) {
		final Bodies.Errors errors = new Bodies.Errors();
		for (int i = 0; i < 5; i++) {
			final CrackShape s = sheet(opening, new Random(500 + i));
			final byte[][] v = Bodies.draw(g, null, 2, p -> s.solid().distance(p.x(), p.y(), p.z()) <= 0);
			errors.add(Bodies.analyse(g, v, ElectrodeFace.NONE).cracks().stream().mapToDouble(Crack::lengthUm).max().orElseThrow(), Math.hypot(TURN
				* BEND + opening, BREADTH));
		}
		return errors;
	}

	/** Pulled straight by sight alone these lines were 4 to 10 % too long, single ones up to 19 %. */
	@Test
	void linesOnBentSheetsAreShortest() {
		final VoxelGrid cubes = VoxelGrid.of(90, 90, 90, 0.04, 0.04, 0.04), slices = VoxelGrid.of(90, 90, 36, 0.04, 0.04, 0.1);
		final Bodies.Errors fine = lengths(cubes, 0.16), coarse = lengths(slices, 0.16);
		assertEquals(0, fine.mean(), 0.015, fine::toString);
		assertEquals(0, fine.worst(), 0.03, fine::toString);
		assertEquals(0, coarse.mean(), 0.03, coarse::toString);
		assertEquals(0, coarse.worst(), 0.05, coarse::toString);
	}
}
