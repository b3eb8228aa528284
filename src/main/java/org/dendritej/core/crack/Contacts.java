// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.Arrays;
import java.util.TreeSet;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.Labels;
import org.dendritej.core.run.Progress;

/**
 * One pass over the cracks' voxels: which open at the face, which touch the other side, how deep they reach, and every
 * place where a crack touches a pore (26 neighbours).
 * <p>
 * A voxel opens at the face if its neighbour towards the face lies outside the volume or has the class 4 (outside the sample).
 */
final class Contacts {

	private static final byte OUTSIDE = 4;

	/** By crack label, from 1. */
	final boolean[] opens;
	final boolean[] opposite;
	final double[] depthUm;
	/** The pore label that stands for the electrode face. */
	static final int FACE = 0;
	/** Contacts in raster order: crack label, pore label, slice, pixel. */
	int[] crack = new int[16];
	int[] pore = new int[16];
	int[] slice = new int[16];
	int[] pixel = new int[16];
	int size;
	/** Labels of all pores, and of those that open at the face themselves. */
	final TreeSet<Integer> pores = new TreeSet<>();
	final TreeSet<Integer> openPores = new TreeSet<>();

	private final Phase phase;
	private final VoxelGrid grid;
	private final ElectrodeFace face;
	private final boolean classes;

	Contacts(final Phase phase, final Labels labels, final IntVolume poreLabels, final ElectrodeFace face,
		final Progress progress)
	{
		this.phase = phase;
		this.face = face;
		grid = phase.grid();
		classes = phase.value() < OUTSIDE;
		opens = new boolean[labels.count() + 1];
		opposite = new boolean[labels.count() + 1];
		depthUm = new double[labels.count() + 1];
		Arrays.fill(depthUm, Double.NaN);
		final int[] label = new int[grid.planeSize()];
		final int[][] near = new int[3][];
		for (int z = 0; z < grid.nz(); z++) {
			progress.check();
			labels.plane(z, label);
			if (poreLabels != null) {
				near[0] = z == 0 ? null : near[1];
				near[1] = z == 0 ? poreLabels.plane(0) : near[2];
				near[2] = z + 1 < grid.nz() ? poreLabels.plane(z + 1) : null;
				notePores(z, near[1]);
			}
			for (int p = 0; p < label.length; p++)
				if (label[p] > 0) look(label[p], z, p, poreLabels == null ? null : near);
		}
	}

	private void notePores(final int z, final int[] plane) {
		int last = 0;
		for (int p = 0; p < plane.length; p++) {
			if (plane[p] == 0) continue;
			if (plane[p] != last) pores.add(last = plane[p]);
			if (face != ElectrodeFace.NONE && opensAt(z, p)) openPores.add(plane[p]);
		}
	}

	private void look(final int label, final int z, final int p, final int[][] near) {
		if (face != ElectrodeFace.NONE) {
			if (opensAt(z, p)) {
				opens[label] = true;
				add(label, FACE, z, p);
			}
			final int at = face.axis() == 0 ? p % grid.nx() : face.axis() == 1 ? p / grid.nx() : z;
			final int fromFace = face.isLow() ? at : grid.size(face.axis()) - 1 - at;
			if (fromFace == grid.size(face.axis()) - 1) opposite[label] = true;
			final double depth = (fromFace + 1) * grid.edgeUm(face.axis());
			if (!(depth <= depthUm[label])) depthUm[label] = depth;
		}
		if (near != null) touch(label, z, p, near);
	}

	private boolean opensAt(final int z, final int p) {
		final int step = face.isLow() ? -1 : 1;
		final int x = p % grid.nx() + (face.axis() == 0 ? step : 0);
		final int y = p / grid.nx() + (face.axis() == 1 ? step : 0);
		final int k = z + (face.axis() == 2 ? step : 0);
		if (x < 0 || y < 0 || k < 0 || x >= grid.nx() || y >= grid.ny() || k >= grid.nz()) return true;
		return classes && phase.volume().plane(k)[x + grid.nx() * y] == OUTSIDE;
	}

	private void touch(final int label, final int z, final int p, final int[][] near) {
		final int x = p % grid.nx();
		final int y = p / grid.nx();
		for (final int[] plane : near) {
			if (plane == null) continue;
			for (int j = Math.max(0, y - 1); j <= Math.min(grid.ny() - 1, y + 1); j++)
				for (int i = Math.max(0, x - 1); i <= Math.min(grid.nx() - 1, x + 1); i++) {
					final int id = plane[i + grid.nx() * j];
					if (id > 0 && !known(label, id, z, p)) add(label, id, z, p);
				}
		}
	}

	/** Whether this voxel was just noted with this pore. */
	private boolean known(final int label, final int id, final int z, final int p) {
		for (int i = size - 1; i >= 0 && slice[i] == z && pixel[i] == p; i--)
			if (pore[i] == id && crack[i] == label) return true;
		return false;
	}

	private void add(final int label, final int id, final int z, final int p) {
		if (size == crack.length) {
			crack = Arrays.copyOf(crack, 2 * size);
			pore = Arrays.copyOf(pore, 2 * size);
			slice = Arrays.copyOf(slice, 2 * size);
			pixel = Arrays.copyOf(pixel, 2 * size);
		}
		crack[size] = label;
		pore[size] = id;
		slice[size] = z;
		pixel[size++] = p;
	}
}
