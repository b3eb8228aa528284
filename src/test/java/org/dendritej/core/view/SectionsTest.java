// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** Every pixel of the three sections shows the voxel that it lies in, and every click finds that voxel back. */
class SectionsTest {

	private static final int GAP = Sections.GAP;

	/** Colour = label: what is painted can be read back. */
	private static final Scene.Paint SELF = (label, value) -> label;

	private static int[][] random(final Random r, final VoxelGrid g) {
		final int[][] p = new int[g.nz()][g.planeSize()];
		for (final int[] plane : p)
			for (int i = 0; i < plane.length; i++)
				plane[i] = 1 + r.nextInt(0xfffff0);
		return p;
	}

	@Test
	void pixelsShowTheVoxelsTheyLieInAndClicksFindThem() {
		final Random r = new Random(4);
		for (int n = 0; n < 60; n++) {
			final VoxelGrid g = VoxelGrid.of(2 + r.nextInt(20), 2 + r.nextInt(20), 2 + r.nextInt(20), 0.04, 0.04 + 0.05 * r.nextInt(2), 0.1);
			final int[][] planes = random(r, g);
			final Sections s = new Sections(g, 200 + r.nextInt(100));
			final int[] c = { r.nextInt(g.nx()), r.nextInt(g.ny()), r.nextInt(g.nz()) };
			final int[] p = s.picture(IntVolume.of(g, planes), null, 0, 1, SELF, 1, c);
			assertEquals(s.width() * s.height(), p.length);
			final int wx = s.freeCorner()[0] - GAP, wy = s.freeCorner()[1] - GAP;
			for (int k = 0; k < 200; k++) {
				final int x = r.nextInt(s.width()), y = r.nextInt(s.height()), seen = p[x + s.width() * y] & 0xffffff;
				final int[] at = s.moved(x, y, 0, c);
				if (x < wx && y < wy) assertEquals(c[2], at[2]);
				else if (y < wy && x >= wx + GAP) assertEquals(c[0], at[0]);
				else if (x < wx && y >= wy + GAP) assertEquals(c[1], at[1]);
				else {
					assertArrayEquals(c, at, "the gap and the free corner move nothing");
					continue;
				}
				// The cursor's lines hide what is below.
				if (seen != 0xffe000) assertEquals(planes[at[2]][at[0] + g.nx() * at[1]], seen, "at " + x + ", " + y);
				// And the voxel is the one whose box holds the pixel's middle.
				final double px = s.pxPerUm();
				if (x < wx) assertEquals((x + 0.5) / px / g.dxUm(), at[0] + 0.5, 0.5 + 1.0 / wx * g.nx());
				if (y < wy) assertEquals((y + 0.5) / px / g.dyUm(), at[1] + 0.5, 0.5 + 1.0 / wy * g.ny());
			}
		}
	}

	@Test
	void theWheelMovesAlongTheThirdAxisAndStopsAtTheEnds() {
		final Sections s = new Sections(VoxelGrid.of(10, 12, 14, 1, 1, 1), 300);
		final int right = s.freeCorner()[0] + 5, low = s.freeCorner()[1] + 5;
		assertArrayEquals(new int[] { 4, 5, 9 }, s.moved(5, 5, 3, 4, 5, 6));
		assertArrayEquals(new int[] { 7, 5, 6 }, s.moved(right, 5, 3, 4, 5, 6));
		assertArrayEquals(new int[] { 4, 8, 6 }, s.moved(5, low, 3, 4, 5, 6));
		assertArrayEquals(new int[] { 4, 5, 13 }, s.moved(5, 5, 99, 4, 5, 6));
		assertArrayEquals(new int[] { 0, 5, 6 }, s.moved(right, 5, -99, 4, 5, 6));
		assertArrayEquals(new int[] { 4, 5, 6 }, s.moved(right, low, 1, 4, 5, 6));
	}

	@Test
	void coloursLieOverGreyWithTheirOpacity() {
		final VoxelGrid g = VoxelGrid.of(2, 2, 2, 1, 1, 1);
		final FloatVolume grey = FloatVolume.of(g, new float[][] { { 50, 50, 50, 50 }, { 50, 50, 50, 50 } });
		final IntVolume half = IntVolume.of(g, new int[][] { { 0xff0000, 0, 0xff0000, 0 }, { 0xff0000, 0, 0xff0000, 0 } });
		final Sections s = new Sections(g, 206);
		final int[] p = s.picture(half, grey, 0, 100, SELF, 0.25, 0, 0, 0);
		assertEquals(0xff9f5f5f, p[10 + s.width() * 10]);
		assertEquals(0xff7f7f7f, p[90 + s.width() * 10]);
	}

	@Test
	void theLargestBodyIsFoundAndTheVoxelLiesInIt() {
		final VoxelGrid g = VoxelGrid.of(9, 9, 9, 0.1, 0.1, 0.1);
		final int[][] p = new int[9][81];
		// A ring, whose middle is empty, and a smaller block.
		for (int y = 0; y < 9; y++)
			for (int x = 0; x < 9; x++)
				if (Math.max(Math.abs(x - 4), Math.abs(y - 4)) == 4) p[2][x + 9 * y] = 7;
		p[8][0] = p[8][1] = p[8][2] = 3;
		final int[] at = LargestBody.middle(IntVolume.of(g, p), Progress.NONE);
		assertEquals(7, p[at[2]][at[0] + 9 * at[1]]);
		assertEquals(2, at[2]);
		assertArrayEquals(new int[] { 4, 4, 4 }, LargestBody.middle(IntVolume.of(g, new int[9][81]), Progress.NONE));
	}
}
