// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.current;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;

/**
 * Classes and labels of one specimen seen as numbered bodies: pores 1 .. P, cracks P+1 .. P+C, the outside that lies on
 * the electrode's side P+C+1, everything else 0. Nothing is stored; slices are made when read.
 */
final class ClassImage {

	static final int SOLID = 0, PORE = 1, CRACK = 2, LITHIUM = 3, OUTSIDE = 4;

	final ByteVolume classes;
	final VoxelGrid grid;
	final IntVolume pores;
	final IntVolume cracks;
	final int poreCount;
	final int crackCount;
	final ElectrodeFace face;
	/** Voxels from the electrode's side that are outside, per column; null if there are none. */
	private final int[] cap;

	ClassImage(final ByteVolume classes, final LabelledBodies pores, final LabelledBodies cracks, final ElectrodeFace face) {
		this.classes = classes;
		this.grid = classes.grid();
		this.pores = pores.labels();
		this.cracks = cracks.labels();
		poreCount = pores.count();
		crackCount = cracks.count();
		this.face = face;
		cap = cap();
	}

	/** Number given to the outside at the electrode. */
	int electrode() {
		return poreCount + crackCount + 1;
	}

	boolean isCrack(final int body) {
		return body > poreCount && body < electrode();
	}

	/** Column of a voxel and its layer counted from the electrode's side. */
	private int column(final int p, final int k) {
		return face.axis() == 2 ? p : face.axis() == 1 ? p % grid.nx() + grid.nx() * k : p / grid.nx() + grid.ny() * k;
	}

	int layer(final int p, final int k) {
		final int a = face.axis(), at = a == 2 ? k : a == 1 ? p / grid.nx() : p % grid.nx();
		return face.isLow() ? at : grid.size(a) - 1 - at;
	}

	private int[] cap() {
		final int a = face.axis();
		final int[] height = new int[a == 2 ? grid.planeSize() : (a == 1 ? grid.nx() : grid.ny()) * grid.nz()];
		java.util.Arrays.fill(height, Integer.MAX_VALUE);
		boolean any = false;
		for (int k = 0; k < grid.nz(); k++) {
			final byte[] plane = classes.plane(k);
			for (int p = 0; p < grid.planeSize(); p++) {
				if (plane[p] != OUTSIDE) height[column(p, k)] = Math.min(height[column(p, k)], layer(p, k));
				any |= plane[p] == OUTSIDE;
			}
		}
		return any ? height : null;
	}

	/** Whether a voxel of class OUTSIDE belongs to the electrode: nothing but outside between it and the electrode's side. */
	private boolean capped(final int p, final int k) {
		return cap != null && layer(p, k) < cap[column(p, k)];
	}

	/** Numbers of the bodies. */
	IntVolume bodies() {
		return IntVolume.of(grid, this::numbers);
	}

	private int[] numbers(final int k) {
		final byte[] c = classes.plane(k);
		final int[] out = new int[c.length], p = pores.plane(k), q = cracks.plane(k);
		for (int i = 0; i < out.length; i++) {
			if (p[i] > 0) out[i] = p[i];
			else if (q[i] > 0) out[i] = poreCount + q[i];
			else if (c[i] == OUTSIDE && capped(i, k)) out[i] = electrode();
			if (out[i] > 0 && out[i] < electrode() && c[i] != PORE && c[i] != CRACK && c[i] != LITHIUM)
				throw new IllegalArgumentException((p[i] > 0 ? "pores=: label " + p[i] : "cracks=: label " + q[i]) + " lies on class " + (c[i] & 0xff)
					+ " at voxel (" + i % grid.nx() + ", " + i / grid.nx() + ", " + k
					+ "), which is no pore, crack or lithium; give the labels of this class image.");
		}
		return out;
	}
}
