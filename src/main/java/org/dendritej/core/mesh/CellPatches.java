// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.mesh;

/**
 * How the surface passes through a cell of 2 x 2 x 2 voxel centres: which of its twelve edges it crosses and which of
 * these belong to one patch. Each patch becomes one vertex of the mesh.
 * <p>
 * Corner c = dx + 2 dy + 4 dz. Edge e = 4 axis + b1 + 2 b2, where b1 and b2 are the offsets along the next two axes in
 * cyclic order. Where a face of the cell has two opposite inner corners, the phase is taken as joined (as with 26
 * neighbours); both cells at a face decide alike, so the surface closes.
 */
final class CellPatches {

	/** Patch of each edge for each of the 256 cells; -1 = not crossed. */
	private final byte[][] patch = new byte[256][12];
	private final byte[] count = new byte[256];

	CellPatches() {
		for (int cell = 0; cell < 256; cell++)
			fill(cell);
	}

	private void fill(final int cell) {
		final int[] root = new int[12];
		for (int e = 0; e < 12; e++)
			root[e] = crossed(cell, e) ? e : -1;
		for (int axis = 0; axis < 3; axis++)
			for (int side = 0; side < 2; side++)
				link(cell, axis, side, root);
		byte next = 0;
		for (int e = 0; e < 12; e++)
			patch[cell][e] = root[e] < 0 ? -1 : root[e] == e ? next++ : patch[cell][root[e]];
		count[cell] = next;
	}

	/** Joins the crossed edges of one face. */
	private static void link(final int cell, final int axis, final int side, final int[] root) {
		final int u = (axis + 1) % 3, v = (axis + 2) % 3;
		int first = -1, crossings = 0;
		for (int b = 0; b < 2; b++)
			for (final int e : new int[] { edge(u, v, b, axis, side), edge(v, u, b, axis, side) })
				if (root[e] >= 0) crossings++;
		for (int b = 0; b < 4; b++) {
			final int corner = (side << axis) + ((b & 1) << u) + ((b >> 1) << v);
			if (crossings == 4 && (cell >> corner & 1) != 0) continue;
			// The two edges of the face at this corner.
			final int p = edge(u, v, b >> 1, axis, side), q = edge(v, u, b & 1, axis, side);
			if (crossings == 4) join(root, p, q);
			else for (final int e : new int[] { p, q })
				if (root[e] >= 0) {
					if (first >= 0) join(root, first, e);
					first = e;
				}
		}
	}

	/** The edge along one axis at offset b along another and at a side along the third. */
	private static int edge(final int along, final int other, final int b, final int third, final int side) {
		return 4 * along + (other == (along + 1) % 3 ? b + 2 * side : side + 2 * b);
	}

	private static void join(final int[] root, final int a, final int b) {
		final int low = Math.min(root[a], root[b]), high = Math.max(root[a], root[b]);
		for (int e = 0; e < 12; e++)
			if (root[e] == high) root[e] = low;
	}

	private static boolean crossed(final int cell, final int e) {
		final int axis = e / 4, low = ((e & 1) << (axis + 1) % 3) + ((e >> 1 & 1) << (axis + 2) % 3);
		return (cell >> low & 1) != (cell >> low + (1 << axis) & 1);
	}

	int count(final int cell) {
		return count[cell];
	}

	int patch(final int cell, final int edge) {
		return patch[cell][edge];
	}
}
