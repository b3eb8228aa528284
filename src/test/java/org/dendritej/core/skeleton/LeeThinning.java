// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.geom.VoxelGrid;

/**
 * Slow reference of the curve thinning of T. C. Lee, R. L. Kashyap and C. N. Chu, "Building skeleton models via 3-D medial
 * surface/axis thinning algorithms", CVGIP: Graphical Models and Image Processing 56 (1994) 462, doi:10.1006/cgip.1994.1042, which Fiji's
 * Skeletonize3D follows. Written from the description; it looks nothing up in tables.
 * <p>
 * Whole layers go, one of six sides after the other: all voxels that are open on that side, have other than one neighbour, leave
 * the Euler number and hold no two parts together. They are listed first and then go one by one, each only if its neighbours still
 * are in one part (or none). What lies outside of the image is background.
 */
final class LeeThinning {

	/** The sides in their order: y low, y high, x high, x low, z high, z low. */
	static final int[][] SIDES = { { 0, -1, 0 }, { 0, 1, 0 }, { 1, 0, 0 }, { -1, 0, 0 }, { 0, 0, 1 }, { 0, 0, -1 } };
	private static final int CENTRE = 13;
	/** Neighbours of the 27 that touch each of them, without the centre. */
	private static final int[] TOUCHING = new int[27];
	/** Corners, edges and faces of the centre cube: the neighbours that share each, and its sign in the Euler number. */
	private static final List<int[]> CELLS = new ArrayList<>();

	static {
		for (int a = 0; a < 27; a++)
			for (int b = 0; b < 27; b++)
				if (a != CENTRE && b != CENTRE && Math.abs(a % 3 - b % 3) < 2 && Math.abs(a / 3 % 3 - b / 3 % 3) < 2 && Math.abs(a / 9 - b / 9) < 2)
					TOUCHING[a] |= 1 << b;
		for (int cell = 0; cell < 27; cell++)
			if (cell != CENTRE) CELLS.add(new int[] { sharing(cell), dimension(cell) == 1 ? -1 : 1 });
	}

	private final int nx, ny, nz;
	private final boolean[] on;

	private LeeThinning(final VoxelGrid g, final byte[][] planes) {
		nx = g.nx() + 2;
		ny = g.ny() + 2;
		nz = g.nz() + 2;
		on = new boolean[nx * ny * nz];
		for (int z = 0; z < g.nz(); z++)
			for (int p = 0; p < planes[z].length; p++)
				on[p % g.nx() + 1 + nx * (p / g.nx() + 1 + ny * (z + 1))] = planes[z][p] != 0;
	}

	/** The direction of a neighbour is that of the cell of the cube that it touches: 2 for faces, 1 for edges, 0 for corners. */
	private static int dimension(final int cell) {
		return (cell % 3 == 1 ? 1 : 0) + (cell / 3 % 3 == 1 ? 1 : 0) + (cell / 9 == 1 ? 1 : 0);
	}

	/** The neighbours that hold a cell: those that do not lie on its other side along any axis and go no farther than it. */
	private static int sharing(final int cell) {
		int bits = 0;
		for (int b = 0; b < 27; b++) {
			boolean holds = b != CENTRE;
			for (int axis = 0, power = 1; axis < 3; axis++, power *= 3) {
				final int at = b / power % 3;
				holds &= at == 1 || at == cell / power % 3;
			}
			if (holds) bits |= 1 << b;
		}
		return bits;
	}

	/**
	 * Thins.
	 *
	 * @param g size; the edges play no part
	 * @param planes {@code [nz][nx ny]}, not 0 on the shape; not changed
	 * @param sides the six sides in the order in which they are taken
	 * @return 255 on the skeleton
	 */
	static byte[][] thin(final VoxelGrid g, final byte[][] planes, final int[][] sides) {
		final LeeThinning t = new LeeThinning(g, planes);
		boolean changed;
		do {
			changed = false;
			for (final int[] side : sides)
				changed |= t.peel(side[0] + t.nx * (side[1] + t.ny * side[2]));
		}
		while (changed);
		final byte[][] left = new byte[g.nz()][g.planeSize()];
		for (int z = 0; z < g.nz(); z++)
			for (int p = 0; p < left[z].length; p++)
				if (t.on[p % g.nx() + 1 + t.nx * (p / g.nx() + 1 + t.ny * (z + 1))]) left[z][p] = (byte) 255;
		return left;
	}

	private boolean peel(final int outwards) {
		final List<Integer> layer = new ArrayList<>();
		for (int i = 0; i < on.length; i++) {
			if (!on[i] || on[i + outwards]) continue;
			final int around = around(i);
			if (Integer.bitCount(around) != 1 && keepsEuler(around) && parts(around) < 2) layer.add(i);
		}
		boolean changed = false;
		for (final int i : layer)
			if (parts(around(i)) < 2) {
				on[i] = false;
				changed = true;
			}
		return changed;
	}

	private int around(final int i) {
		int bits = 0;
		for (int b = 0; b < 27; b++)
			if (b != CENTRE && on[i + b % 3 - 1 + nx * (b / 3 % 3 - 1 + ny * (b / 9 - 1))]) bits |= 1 << b;
		return bits;
	}

	/** Corners - edges + faces of the centre cube that no neighbour holds; with the cube itself they must cancel. */
	private static boolean keepsEuler(final int around) {
		int lost = -1;
		for (final int[] cell : CELLS)
			if ((around & cell[0]) == 0) lost += cell[1];
		return lost == 0;
	}

	private static int parts(final int around) {
		int n = 0;
		for (int left = around; left != 0; n++) {
			int part = Integer.lowestOneBit(left), before;
			do {
				before = part;
				for (int b = 0; b < 27; b++)
					if ((before >>> b & 1) != 0) part |= TOUCHING[b] & around;
			}
			while (part != before);
			left &= ~part;
		}
		return n;
	}
}
