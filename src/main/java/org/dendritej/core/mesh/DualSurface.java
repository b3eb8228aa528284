// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.mesh;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;

/** Builds the dual surface of a phase, layer by layer of cells; two layers of vertex numbers are kept. */
final class DualSurface {

	private final Phase phase;
	private final VoxelGrid g;
	private final int most;
	private final CellPatches patches = new CellPatches();
	private final int width;
	/** First vertex and kind of each cell, of the layer below and of this one; cell (i, j) lies at i + 1 + width (j + 1). */
	private int[] below, here;
	private byte[] kindBelow, kindHere;
	private double[] xyz = new double[3 << 10];
	private int[] corner = new int[3 << 10];
	private int vertices, corners;
	/** First vertex and kind of the four cells around an edge; their vertices there and those in between, -1 = none. */
	private final int[] first = new int[4], kind = new int[4], ring = new int[8];
	/** Vertices in between, by the two beside them and the way round. */
	private final Map<Long, Integer> twins = new HashMap<>();

	DualSurface(final Phase phase, final int mostTriangles) {
		this.phase = phase;
		most = mostTriangles;
		g = phase.grid();
		width = g.nx() + 1;
		final int cells = Math.multiplyExact(width, g.ny() + 1);
		below = new int[cells];
		here = new int[cells];
		kindBelow = new byte[cells];
		kindHere = new byte[cells];
	}

	SurfaceMesh build(final Progress progress) {
		final byte[] empty = new byte[g.planeSize()];
		byte[] low = empty;
		Arrays.fill(empty, (byte) (phase.code() + 1));
		for (int k = -1; k < g.nz(); k++) {
			progress.check();
			progress.report((k + 1.0) / (g.nz() + 1), "Building the mesh");
			final byte[] high = k + 1 < g.nz() ? phase.volume().plane(k + 1) : empty;
			layer(k, low, high);
			low = high;
			final int[] swap = below;
			below = here;
			here = swap;
			final byte[] kind = kindBelow;
			kindBelow = kindHere;
			kindHere = kind;
		}
		return new SurfaceMesh(g, Arrays.copyOf(xyz, 3 * vertices), Arrays.copyOf(corner, corners));
	}

	private int in(final byte[] plane, final int x, final int y) {
		return x >= 0 && y >= 0 && x < g.nx() && y < g.ny() && plane[x + g.nx() * y] == phase.code() ? 1 : 0;
	}

	private void layer(final int k, final byte[] low, final byte[] high) {
		for (int j = -1; j < g.ny(); j++) {
			int left = in(low, -1, j) | in(low, -1, j + 1) << 2 | in(high, -1, j) << 4 | in(high, -1, j + 1) << 6;
			for (int i = -1; i < g.nx(); i++) {
				final int right = in(low, i + 1, j) | in(low, i + 1, j + 1) << 2 | in(high, i + 1, j) << 4 | in(high, i + 1, j + 1) << 6;
				final int cell = left | right << 1, at = i + 1 + width * (j + 1);
				left = right;
				kindHere[at] = (byte) cell;
				here[at] = vertices;
				if (cell == 0 || cell == 255) continue;
				for (int p = 0; p < patches.count(cell); p++)
					vertex(i, j, k);
				quads(cell, at);
			}
		}
	}

	private void vertex(final int i, final int j, final int k) {
		put(g.originUm().x() + (i + 1) * g.dxUm(), g.originUm().y() + (j + 1) * g.dyUm(), g.originUm().z() + (k + 1) * g.dzUm());
	}

	private int put(final double x, final double y, final double z) {
		if (3 * vertices == xyz.length) xyz = Arrays.copyOf(xyz, 2 * xyz.length);
		xyz[3 * vertices] = x;
		xyz[3 * vertices + 1] = y;
		xyz[3 * vertices + 2] = z;
		return vertices++;
	}

	/** The quadrilaterals of the three edges at the cell's lowest corner; the other three cells around each are done. */
	private void quads(final int cell, final int at) {
		final int inside = cell & 1;
		for (int axis = 0; axis < 3; axis++) {
			if ((cell >> (1 << axis) & 1) == inside) continue;
			int n = 0;
			boolean split = false;
			for (int q = 0; q < 4; q++) {
				locate(q, at, axis);
				ring[n++] = first[q] + patches.patch(kind[q], 4 * axis + U[q] + 2 * V[q]);
				ring[n++] = -1;
			}
			for (int q = 0; q < 4; q++) {
				ring[2 * q + 1] = between(q, (q + 1) % 4, axis, inside);
				split |= ring[2 * q + 1] >= 0;
			}
			if (split) polygon(inside == 1);
			else if (inside == 1) quad(ring[0], ring[2], ring[4], ring[6]);
			else quad(ring[6], ring[4], ring[2], ring[0]);
		}
	}

	/** How much lower along the two next axes the four cells around an edge lie, anticlockwise. */
	private static final int[] U = { 1, 0, 0, 1 }, V = { 1, 1, 0, 0 };

	/** Notes first vertex and kind of the q-th cell around an edge. */
	private void locate(final int q, final int at, final int axis) {
		int cell = at;
		boolean lower = false;
		for (int k = 0; k < 2; k++) {
			final int along = (axis + 1 + k) % 3, step = k == 0 ? U[q] : V[q];
			if (along == 0) cell -= step;
			else if (along == 1) cell -= step * width;
			else lower = step == 1;
		}
		kind[q] = (lower ? kindBelow : kindHere)[cell] & 0xff;
		first[q] = (lower ? below : here)[cell];
	}

	/**
	 * The vertex between those of two cells; -1 where none is needed. It is where two pieces of surface pass from the one cell to the other with
	 * the same vertices in both: without it four triangles would meet in one edge. The two pieces are that of this edge and that of the one
	 * beside it across the cells' common face, if that one runs the other way.
	 */
	private int between(final int p, final int q, final int axis, final int inside) {
		final boolean alongU = U[p] == U[q];
		// The face lies on the side of the two cells on which the edge does not lie.
		final int pu = alongU ? 1 - U[p] : U[p], pv = alongU ? V[p] : 1 - V[p], qu = alongU ? pu : U[q], qv = alongU ? V[q] : pv;
		final int low = (pu << (axis + 1) % 3) + (pv << (axis + 2) % 3);
		if ((kind[p] >> low & 1) == inside || (kind[p] >> low + (1 << axis) & 1) != inside) return -1;
		final int a = ring[2 * p], b = ring[2 * q];
		if (first[p] + patches.patch(kind[p], 4 * axis + pu + 2 * pv) != a || first[q] + patches.patch(kind[q], 4 * axis + qu + 2 * qv) != b) return -1;
		// The two pieces go round one of the two outer voxels at the face each; this says round which.
		final int w = (axis + (alongU ? 1 : 2)) % 3, round = axis < w ? inside : alongU ? U[p] : V[p];
		return twins.computeIfAbsent(((long) Math.min(a, b) << 31 | Math.max(a, b)) << 1 | round, k -> put((xyz[3 * a] + xyz[3 * b]) / 2, (xyz[3 * a + 1]
			+ xyz[3 * b + 1]) / 2, (xyz[3 * a + 2] + xyz[3 * b + 2]) / 2));
	}

	/** The piece of surface with the vertices in between that it has, as triangles from the first of these. */
	private void polygon(final boolean forwards) {
		final int[] round = Arrays.stream(ring).filter(v -> v >= 0).toArray();
		int start = 0;
		while (round[start] != ring[1] && round[start] != ring[3] && round[start] != ring[5] && round[start] != ring[7])
			start++;
		final int n = round.length;
		for (int k = 1; k + 1 < n; k++) {
			final int b = round[(start + k) % n], c = round[(start + k + 1) % n];
			triangle(round[start], forwards ? b : c, forwards ? c : b);
		}
	}

	private void quad(final int a, final int b, final int c, final int d) {
		triangle(a, b, c);
		triangle(a, c, d);
	}

	private void triangle(final int a, final int b, final int c) {
		if (corners + 3 > 3L * most) throw new IllegalArgumentException("The mesh has more than " + most
			+ " triangles; crop the image or bin it first.");
		if (corners + 3 > corner.length) corner = Arrays.copyOf(corner, 2 * corner.length);
		corner[corners] = a;
		corner[corners + 1] = b;
		corner[corners + 2] = c;
		corners += 3;
	}
}
