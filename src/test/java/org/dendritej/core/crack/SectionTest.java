// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.dendritej.core.crack.SectionShape.Kind;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Circle, ellipse and rectangle told apart from noisy voxels of prisms in random directions. */
class SectionTest {

	private static final VoxelGrid GRID = VoxelGrid.of(40, 40, 16, 0.04, 0.04, 0.1);
	private static final Vec3 MIDDLE = new Vec3(0.8, 0.8, 0.8);

	/** Fits to a prism whose voxels are filled as {@link SectionShape} says, which its own test holds against counted points. */
	private static Section fit(final Kind kind, final double shortUm, final double longUm, final double noise, final Random r) {
		final Vec3 t = Bodies.direction(r), a = t.cross(Bodies.direction(r)).unit(), b = t.cross(a);
		final SectionShape shape = new SectionShape(GRID, a, b, longUm + 0.7);
		shape.draw(kind, shortUm, longUm, Math.PI * r.nextDouble(), 6e-4, 4e-4);
		final float[][] planes = new float[GRID.nz()][GRID.planeSize()];
		final byte[][] mask = new byte[GRID.nz()][GRID.planeSize()];
		for (int z = 0; z < GRID.nz(); z++)
			for (int i = 0; i < GRID.planeSize(); i++) {
				final Vec3 q = GRID.centreUm(i % GRID.nx(), i / GRID.nx(), z).minus(MIDDLE);
				final double filled = shape.at(q.dot(a), q.dot(b));
				planes[z][i] = (float) (170 - 130 * filled + 130 * noise * r.nextGaussian());
				if (filled > 0.5) mask[z][i] = 2;
			}
		final CrackGrey stack = CrackGrey.of(FloatVolume.of(GRID, planes), new Phase(ByteVolume.of(GRID, mask), 2), null, 1, Progress.NONE);
		final SectionVoxels voxels = new SectionVoxels(stack, longUm / 2 + 0.17);
		for (int i = -10; i <= 10; i++)
			voxels.add(MIDDLE.plus(t.times(0.04 * i)).plus(a.times(0.01)), t, 0.04, 170, 130);
		final double area = kind == Kind.RECTANGLE ? shortUm * longUm : Math.PI / 4 * shortUm * longUm;
		return Section.fit(voxels, 2 * Math.sqrt(area / Math.PI), 0.03, 0.04).orElseThrow();
	}

	@Test
	void theShortSideIsFoundWhateverTheShape() {
		final Random r = new Random(7);
		for (final Kind kind : Kind.values())
			for (final double ratio : kind == Kind.CIRCLE ? new double[] { 1 } : new double[] { 1.5, 2, 3 })
				for (int k = 0; k < 4; k++) {
					final double w = 0.12 + 0.02 * k;
					final Section s = fit(kind, w, ratio * w, 0.05, r);
					final double area = (kind == Kind.RECTANGLE ? 1 : Math.PI / 4) * ratio * w * w;
					final String what = kind + " " + ratio + " " + w + " " + s;
					assertEquals(w, s.openingOverDiameter() * 2 * Math.sqrt(area / Math.PI), 0.004, what);
					assertEquals(ratio, s.ratio(), 0.1 * ratio, what);
					assertEquals(ratio * w, s.longUm(), 0.1 * ratio * w, what);
					assertTrue(s.misfit() < 1.3, what);
				}
	}

	/** At two by three voxels the shape is found, or the error says that it was not. */
	@Test
	void whatIsHardToTellApartIsUncertain() {
		final Random r = new Random(8);
		int covered = 0;
		for (int k = 0; k < 12; k++) {
			final Section s = fit(Kind.RECTANGLE, 0.08, 0.12, 0.06, r);
			final double opening = s.openingOverDiameter() * 2 * Math.sqrt(0.08 * 0.12 / Math.PI);
			if (Math.abs(opening - 0.08) <= 2 * s.relativeSd() * opening) covered++;
		}
		assertTrue(covered >= 10, "covered " + covered);
	}
}
