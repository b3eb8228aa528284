// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * Exact sums over the voxels of each label: how many, their box, first and second moments of their indices.
 * <p>
 * Gathered on runs in closed form with whole numbers, so that the result does not depend on the order of the work.
 * 128 bytes per label. Labels run from 1.
 */
public final class LabelSums {

	/** Whole numbers kept for a label. */
	static final int STRIDE = 16;
	private static final int MIN = 10;

	private final VoxelGrid grid;
	private final int count;
	private final long[] t;

	LabelSums(final VoxelGrid grid, final int count) {
		if (count > (Integer.MAX_VALUE - 8) / STRIDE) throw new IllegalArgumentException(count
			+ " components are more than the " + (Integer.MAX_VALUE - 8) / STRIDE
			+ " that can be measured; give a larger minvoxels or crop the image.");
		this.grid = grid;
		this.count = count;
		t = new long[count * STRIDE];
		for (int i = 0; i < count; i++)
			Arrays.fill(t, i * STRIDE + MIN, i * STRIDE + MIN + 3, Long.MAX_VALUE);
	}

	/**
	 * Gathers the sums of any labelled volume in one pass. Two threads take two sets of sums.
	 *
	 * @param source labelled volume
	 * @param threads threads; 0 or less = all
	 * @param progress progress and cancelling
	 * @return the sums
	 */
	public static LabelSums gather(final RunSource source, final int threads, final Progress progress) {
		final VoxelGrid grid = source.grid();
		checkMoments(grid);
		final int workers = Math.min(Slabs.threads(threads), grid.nz());
		final List<Slabs.Slab> parts = Slabs.cut(grid.nz(), (grid.nz() + workers - 1) / workers);
		final List<LabelSums> sums = new ArrayList<>();
		for (int i = 0; i < parts.size(); i++)
			sums.add(new LabelSums(grid, source.count()));
		Slabs.forEach(parts.size(), threads, progress, "Summing objects", i -> {
			final Runs runs = new Runs();
			for (int z = parts.get(i).z0(); z < parts.get(i).z1(); z++) {
				progress.check();
				source.read(z, runs);
				for (int y = 0; y < runs.rows(); y++)
					sums.get(i).addRow(runs.bounds(), runs.label(), runs.first()[y], runs.first()[y + 1], y, z);
			}
		});
		for (int i = 1; i < sums.size(); i++)
			for (int l = 1; l <= source.count(); l++)
				sums.get(0).add(l, sums.get(i), l);
		return sums.get(0);
	}

	/** Second moments are whole numbers of 63 bits; they suffice far beyond any volume that was ever imaged. */
	static void checkMoments(final VoxelGrid g) {
		final double side = Math.max(g.nx(), Math.max(g.ny(), g.nz()));
		if (g.voxels() * side * side > 9e18 || side > 2e6) throw new IllegalArgumentException("A volume of " + g.nx()
			+ " x " + g.ny() + " x " + g.nz() + " voxels is too large for exact second moments (voxels x side^2 <= 9e18); "
			+ "crop it into parts.");
	}

	/** Adds the runs i0 to i1 - 1 of a row. */
	void addRow(final int[] bounds, final int[] label, final int i0, final int i1, final long y, final long z) {
		for (int i = i0; i < i1; i++) {
			final int l = label[i];
			if (l <= 0) continue;
			final long a = bounds[2 * i], b = bounds[2 * i + 1], n = b - a;
			final long sx = (a + b - 1) * n >> 1, sxx = squares(b) - squares(a);
			final int at = (l - 1) * STRIDE;
			t[at] += n;
			t[at + 1] += sx;
			t[at + 2] += y * n;
			t[at + 3] += z * n;
			t[at + 4] += sxx;
			t[at + 5] += y * y * n;
			t[at + 6] += z * z * n;
			t[at + 7] += y * sx;
			t[at + 8] += z * sx;
			t[at + 9] += y * z * n;
			if (a < t[at + 10]) t[at + 10] = a;
			if (y < t[at + 11]) t[at + 11] = y;
			if (z < t[at + 12]) t[at + 12] = z;
			if (b > t[at + 13]) t[at + 13] = b;
			if (y + 1 > t[at + 14]) t[at + 14] = y + 1;
			if (z + 1 > t[at + 15]) t[at + 15] = z + 1;
		}
	}

	/** Sum of the squares of 0 to n - 1. */
	private static long squares(final long n) {
		return n * (n - 1) / 2 * (2 * n - 1) / 3;
	}

	/** Adds another set's label to one of these. */
	void add(final int label, final LabelSums o, final int from) {
		final int a = (label - 1) * STRIDE, b = (from - 1) * STRIDE;
		for (int k = 0; k < MIN; k++)
			t[a + k] += o.t[b + k];
		for (int k = MIN; k < MIN + 3; k++) {
			t[a + k] = Math.min(t[a + k], o.t[b + k]);
			t[a + k + 3] = Math.max(t[a + k + 3], o.t[b + k + 3]);
		}
	}

	/** The sums of some labels under new numbers: label l becomes map[l]; 0 = dropped. */
	LabelSums renumber(final int[] map, final int newCount) {
		final LabelSums r = new LabelSums(grid, newCount);
		for (int l = 1; l <= count; l++)
			if (map[l] > 0) r.add(map[l], this, l);
		return r;
	}

	/**
	 * Number of labels.
	 *
	 * @return count
	 */
	public int count() {
		return count;
	}

	/**
	 * Size of an object.
	 *
	 * @param label from 1
	 * @return voxels
	 */
	public long voxels(final int label) {
		return t[at(label)];
	}

	/**
	 * Low corner of the object's box.
	 *
	 * @param label from 1
	 * @param axis 0 = x, 1 = y, 2 = z
	 * @return smallest voxel index
	 */
	public int min(final int label, final int axis) {
		return (int) t[at(label) + MIN + axis];
	}

	/**
	 * High corner of the object's box.
	 *
	 * @param label from 1
	 * @param axis 0 = x, 1 = y, 2 = z
	 * @return largest voxel index + 1
	 */
	public int max(final int label, final int axis) {
		return (int) t[at(label) + MIN + 3 + axis];
	}

	/**
	 * Centre of mass as a fractional voxel index; integers are voxel centres.
	 *
	 * @param label from 1
	 * @param axis 0 = x, 1 = y, 2 = z
	 * @return mean index
	 */
	public double meanIndex(final int label, final int axis) {
		return t[at(label) + 1 + axis] / (double) voxels(label);
	}

	/**
	 * Centre of mass.
	 *
	 * @param label from 1
	 * @return um
	 */
	public Vec3 centroidUm(final int label) {
		return grid.centreUm(meanIndex(label, 0), meanIndex(label, 1), meanIndex(label, 2));
	}

	/**
	 * Central second moment of the voxels, each with its own extent (edge^2 / 12 along each axis).
	 *
	 * @param label from 1
	 * @param a axis: 0 = x, 1 = y, 2 = z
	 * @param b axis
	 * @return mean of (p_a - c_a)(p_b - c_b) over the object's volume, um2
	 */
	public double momentUm2(final int label, final int a, final int b) {
		final double ea = grid.edgeUm(a), eb = grid.edgeUm(b);
		final int entry = a == b ? 4 + a : 6 + a + b;
		final long n = voxels(label);
		// mean of products minus product of means, about the box corner to keep the digits
		final double oa = min(label, a), ob = min(label, b);
		final double ma = (t[at(label) + 1 + a] - oa * n) / n, mb = (t[at(label) + 1 + b] - ob * n) / n;
		final double raw = about(t[at(label) + entry], t[at(label) + 1 + a], t[at(label) + 1 + b], (long) oa, (long) ob, n);
		final double central = raw / n - ma * mb + (a == b ? 1.0 / 12 : 0);
		return central * ea * eb;
	}

	/** Sum of (p - oa)(q - ob) in whole numbers; wraps and returns, as the true result fits. */
	private static long about(final long spq, final long sp, final long sq, final long oa, final long ob, final long n) {
		return spq - oa * sq - ob * sp + oa * ob * n;
	}

	/**
	 * Whether the object lies at a side of the image, so that the image may cut it.
	 *
	 * @param label from 1
	 * @param side the side; {@code NONE} is never touched
	 * @return true if a voxel of it is in the outermost layer
	 */
	public boolean touches(final int label, final ElectrodeFace side) {
		if (side == ElectrodeFace.NONE) return false;
		return side.isLow() ? min(label, side.axis()) == 0 : max(label, side.axis()) == grid.size(side.axis());
	}

	/**
	 * Whether the object lies at any side of the image.
	 *
	 * @param label from 1
	 * @return true if a voxel of it is in an outermost layer
	 */
	public boolean touchesBorder(final int label) {
		for (final ElectrodeFace f : ElectrodeFace.values())
			if (touches(label, f)) return true;
		return false;
	}

	private int at(final int label) {
		if (label < 1 || label > count) throw new IllegalArgumentException("Label " + label + " does not exist; labels run from 1 to "
			+ count + ".");
		return (label - 1) * STRIDE;
	}
}
