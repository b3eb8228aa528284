// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;

/**
 * The order of {@link Thinning} written down plainly: every neighbourhood is read anew each time, every voxel of a bin is
 * looked at in all directions. Slow; for tests.
 */
final class PlainThinning {

	private static final int[] FACES = { 4, 22, 10, 16, 12, 14 };

	private final VoxelGrid g;
	private final PaddedShape padded;
	private final float[][] squared;
	private final boolean surface;
	private final boolean[][][] shape;
	private final boolean[][][] waits;
	private final boolean[][][] current;
	private final double width;
	private final SortedMap<Integer, List<int[]>> bins = new TreeMap<>();
	private int bin = -1;

	private PlainThinning(final Phase phase, final float[][] squared, final Thinning.Mode mode) {
		g = phase.grid();
		padded = new PaddedShape(phase);
		this.squared = squared;
		surface = mode == Thinning.Mode.SURFACE;
		width = g.finestEdgeUm() / 16;
		shape = new boolean[g.nz() + 2][g.ny() + 2][g.nx() + 2];
		waits = new boolean[g.nz() + 2][g.ny() + 2][g.nx() + 2];
		current = new boolean[g.nz() + 2][g.ny() + 2][g.nx() + 2];
		for (int z = 0; z < g.nz(); z++)
			for (int i = 0; i < g.planeSize(); i++)
				shape[z + 1][i / g.nx() + 1][i % g.nx() + 1] = phase.volume().plane(z)[i] == phase.code();
	}

	static byte[][] thin(final Phase phase, final float[][] squared, final Thinning.Mode mode) {
		final PlainThinning t = new PlainThinning(phase, squared, mode);
		t.burn();
		final byte[][] out = new byte[t.g.nz()][t.g.planeSize()];
		for (int z = 0; z < out.length; z++)
			for (int i = 0; i < out[z].length; i++)
				if (t.shape[z + 1][i / t.g.nx() + 1][i % t.g.nx() + 1]) out[z][i] = (byte) 255;
		return out;
	}

	private boolean has(final int[] v, final int bit) {
		return shape[v[2] + bit / 9 - 1][v[1] + bit / 3 % 3 - 1][v[0] + bit % 3 - 1];
	}

	private int around(final int[] v) {
		int bits = 0;
		for (int b = 0; b < 27; b++)
			if (has(v, b)) bits |= 1 << b;
		return bits;
	}

	private boolean isBorder(final int[] v) {
		for (final int face : FACES)
			if (!has(v, face)) return true;
		return false;
	}

	private double distance(final int[] v) {
		final float d2 = squared[v[2] - 1][v[0] - 1 + g.nx() * (v[1] - 1)];
		return d2 < 1e30f ? Math.sqrt(d2) : 0;
	}

	private void await(final int[] v, final double time) {
		waits[v[2]][v[1]][v[0]] = true;
		bins.computeIfAbsent(Math.max(bin + 1, (int) (time / width)), k -> new ArrayList<>()).add(v);
	}

	private void burn() {
		for (int z = 1; z <= g.nz(); z++)
			for (int y = 1; y <= g.ny(); y++)
				for (int x = 1; x <= g.nx(); x++) {
					final int[] v = { x, y, z };
					if (shape[z][y][x] && isBorder(v)) await(v, distance(v));
				}
		while (!bins.isEmpty()) {
			bin = bins.firstKey();
			burn(bins.remove(bin));
		}
	}

	private void burn(final List<int[]> list) {
		final int[] before = new int[list.size()];
		for (int i = 0; i < before.length; i++) {
			final int[] v = list.get(i);
			waits[v[2]][v[1]][v[0]] = false;
			current[v[2]][v[1]][v[0]] = true;
			before[i] = around(v);
		}
		for (final int face : FACES)
			turn(list, face);
		final List<int[]> slanting = new ArrayList<>();
		for (final int[] v : list)
			if (has(v, 13) && has(v, 4) == has(v, 22) && has(v, 10) == has(v, 16) && has(v, 12) == has(v, 14)) slanting.add(v);
		for (int bit = 0; bit < 27; bit++)
			if (bit != 13) turn(slanting, bit);
		for (int i = 0; i < before.length; i++) {
			final int[] v = list.get(i);
			current[v[2]][v[1]][v[0]] = false;
			final int gone = before[i] & ~around(v);
			double step = Double.POSITIVE_INFINITY;
			for (int b = 0; b < 27; b++)
				if ((gone >>> b & 1) != 0) step = Math.min(step, padded.stepUm[b]);
			if (has(v, 13) && gone != 0) await(v, bin * width + step);
		}
	}

	private void turn(final List<int[]> list, final int bit) {
		final List<int[]> open = new ArrayList<>();
		for (final int[] v : list)
			if (has(v, 13) && !has(v, bit) && has(v, 26 - bit) && SimplePoint.isSimple(around(v))) open.add(v);
		for (final int[] v : open)
			if (SimplePoint.isSimple(around(v)) && !isProtected(v, bit)) remove(v);
	}

	private void remove(final int[] v) {
		shape[v[2]][v[1]][v[0]] = false;
		padded.remove(v[2], v[0] + padded.stride * v[1]);
		for (int b = 0; b < 27; b++) {
			final int[] w = { v[0] + b % 3 - 1, v[1] + b / 3 % 3 - 1, v[2] + b / 9 - 1 };
			if (!has(v, b) || waits[w[2]][w[1]][w[0]] || current[w[2]][w[1]][w[0]] || !isBorder(w)) continue;
			final double d = distance(w);
			await(w, d > bin * width ? d : bin * width + padded.stepUm[b]);
		}
	}

	private boolean isProtected(final int[] v, final int bit) {
		final int around = around(v);
		if (surface) return (isTip(around, bit) || isThinAcross(around, bit)) && isRidge(v);
		return Integer.bitCount(around) == 2 && new CurveEnd(padded).isEnd(v[2], v[0] + padded.stride * v[1], bin * width);
	}

	/** In one of the coordinate planes through a face direction nothing lies at the sides or farther out; slanting ones are tips. */
	private static boolean isTip(final int around, final int bit) {
		final int axis = axis(bit);
		if (axis == 0) return true;
		for (final int side : new int[] { 1, 3, 9 })
			if (side != axis && (around >>> 13 + side & 1) + (around >>> 13 - side & 1) + (around >>> bit + side & 1) + (around >>> bit
				- side & 1) == 0) return true;
		return false;
	}

	private static boolean isThinAcross(final int around, final int bit) {
		for (final int axis : new int[] { 1, 3, 9 })
			if (axis != axis(bit) && (around >>> 13 + axis & 1) + (around >>> 13 - axis & 1) == 0) return true;
		return false;
	}

	/** Distance of the bits along the axis of a face direction; 0 for a slanting one. */
	private static int axis(final int bit) {
		final int step = Math.abs(bit - 13);
		return step == 1 || step == 3 || step == 9 ? step : 0;
	}

	private boolean isRidge(final int[] v) {
		for (int b = 0; b < 27; b++) {
			final int x = v[0] + b % 3 - 1;
			final int y = v[1] + b / 3 % 3 - 1;
			final int z = v[2] + b / 9 - 1;
			if (b == 13 || x < 1 || y < 1 || z < 1 || x > g.nx() || y > g.ny() || z > g.nz()) continue;
			final double high = distance(v) + 0.68 * padded.stepUm[b];
			if (squared[z - 1][x - 1 + g.nx() * (y - 1)] > high * high) return false;
		}
		return true;
	}
}
