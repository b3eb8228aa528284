// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.mesh;

import java.util.Arrays;

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
		if (3 * vertices == xyz.length) xyz = Arrays.copyOf(xyz, 2 * xyz.length);
		xyz[3 * vertices] = g.originUm().x() + (i + 1) * g.dxUm();
		xyz[3 * vertices + 1] = g.originUm().y() + (j + 1) * g.dyUm();
		xyz[3 * vertices++ + 2] = g.originUm().z() + (k + 1) * g.dzUm();
	}

	/** The quadrilaterals of the three edges at the cell's lowest corner; the other three cells around each are done. */
	private void quads(final int cell, final int at) {
		final int inside = cell & 1;
		for (int axis = 0; axis < 3; axis++) {
			if ((cell >> (1 << axis) & 1) == inside) continue;
			final int u = (axis + 1) % 3, v = (axis + 2) % 3;
			final int a = number(at, axis, u, v, 1, 1), b = number(at, axis, u, v, 0, 1);
			final int c = number(at, axis, u, v, 0, 0), d = number(at, axis, u, v, 1, 0);
			if (inside == 1) quad(a, b, c, d);
			else quad(d, c, b, a);
		}
	}

	/** Vertex of the cell that lies bu and bv cells lower along u and v, for the edge that it has there. */
	private int number(final int at, final int axis, final int u, final int v, final int bu, final int bv) {
		int cell = at;
		boolean lower = false;
		for (int k = 0; k < 2; k++) {
			final int along = k == 0 ? u : v, step = k == 0 ? bu : bv;
			if (along == 0) cell -= step;
			else if (along == 1) cell -= step * width;
			else lower = step == 1;
		}
		final int kind = (lower ? kindBelow : kindHere)[cell] & 0xff;
		return (lower ? below : here)[cell] + patches.patch(kind, 4 * axis + bu + 2 * bv);
	}

	private void quad(final int a, final int b, final int c, final int d) {
		if (corners + 6 > 3L * most) throw new IllegalArgumentException("The mesh has more than " + most
			+ " triangles; crop the image or bin it first.");
		if (corners + 6 > corner.length) corner = Arrays.copyOf(corner, 2 * corner.length);
		for (final int v : new int[] { a, b, c, a, c, d })
			corner[corners++] = v;
	}
}
