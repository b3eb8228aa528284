// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.label;

import java.util.Arrays;

import org.dendritej.core.geom.VoxelGrid;

/**
 * Counts, label by label, what surface and Euler number are made of, row by row on runs.
 * <p>
 * Surface: pairs of voxels of the same label one step apart, for 13 steps. A line along the step crosses the label's
 * boundary 2 (voxels - pairs) times if the outside of the image is background. Weights of 1/8 correct this to crossings
 * inside the window of the voxel centres (border correction, see {@link Shapes}).
 * <p>
 * Euler number: along x, a row of lattice cells of one kind contributes (cells of dimension k) - (cells of dimension
 * k + 1) = number of intervals, so only intervals need counting: for 26 neighbours (union of closed voxels) intervals of
 * the union over 1, 2 and 4 rows, for 6 neighbours those of the intersection (derived).
 */
final class ShapeCounts {

	private static final int STRIDE = 16;
	private static final int VOXELS = 13, EULER6 = 14, EULER26 = 15;

	private final int nx, ny, nz;
	private final long[] t;
	/** Only labels at the border have corrections. */
	private final long[][] correction;
	/** Last vertex covered by a label, in a count that never returns. */
	private final long[] last;
	private long base;
	private final int[] at = new int[4], end = new int[4];

	ShapeCounts(final VoxelGrid g, final int labels) {
		if (labels > (Integer.MAX_VALUE - 8) / STRIDE - 1) throw new IllegalArgumentException(labels
			+ " components are more than can be measured at once; give a larger minvoxels or crop the image.");
		nx = g.nx();
		ny = g.ny();
		nz = g.nz();
		t = new long[(labels + 1) * STRIDE];
		correction = new long[labels + 1][];
		last = new long[labels + 1];
		Arrays.fill(last, -1);
	}

	void add(final ShapeCounts o) {
		for (int i = 0; i < t.length; i++)
			t[i] += o.t[i];
		for (int l = 0; l < correction.length; l++)
			if (o.correction[l] != null) for (int d = 0; d < 13; d++)
				correction(l)[d] += o.correction[l][d];
	}

	/** Crossings of the boundary along a direction, image border counted. */
	long crossings(final int label, final int direction) {
		return 2 * (t[label * STRIDE + VOXELS] - t[label * STRIDE + direction]);
	}

	/** Eight times the crossings inside the window of the voxel centres. */
	long innerCrossings8(final int label, final int direction) {
		final long c = correction[label] == null ? 0 : correction[label][direction];
		return 8 * crossings(label, direction) - c;
	}

	long euler6(final int label) {
		return t[label * STRIDE + EULER6];
	}

	long euler26(final int label) {
		return t[label * STRIDE + EULER26];
	}

	/** Counts slice z and what joins it to the one below; beyond the image (z = 0 below, z = nz here) the slice is empty. */
	void slice(final Runs below, final Runs here, final int z) {
		final boolean inside = z < nz, both = inside && z > 0;
		for (int y = 0; y < ny; y++) {
			if (inside) singles(here, y, z);
			if (inside && y > 0) pairs(here, y, here, y - 1, 1, 2 * halved(z, nz), true);
			if (!both) continue;
			pairs(here, y, below, y, 4, 2 * halved(y, ny), true);
			if (y > 0) pairs(here, y, below, y - 1, 7, 4, false);
			if (y + 1 < ny) pairs(here, y, below, y + 1, 10, 4, false);
			if (y > 0) fourfold(below, here, y);
		}
		for (int y = 0; y <= ny; y++) {
			clearRows();
			if (inside && y > 0) addRow(0, here, y - 1);
			if (inside && y < ny) addRow(1, here, y);
			intervals(here, here, -1);
			if (y < ny) {
				clearRows();
				if (inside) addRow(1, here, y);
				if (z > 0) addRow(2, below, y);
				intervals(here, below, -1);
			}
			clearRows();
			if (inside && y > 0) addRow(0, here, y - 1);
			if (inside && y < ny) addRow(1, here, y);
			if (z > 0 && y < ny) addRow(2, below, y);
			if (z > 0 && y > 0) addRow(3, below, y - 1);
			intervals(here, below, 1);
		}
	}

	private static int halved(final int c, final int n) {
		return c == 0 || c == n - 1 ? 1 : 2;
	}

	/** What a run counts by itself: voxels, steps along x, one interval; and its neighbours beyond the window. */
	private void singles(final Runs r, final int y, final int z) {
		final int[] b = r.bounds(), label = r.label();
		final boolean edge = y == 0 || y == ny - 1 || z == 0 || z == nz - 1;
		for (int i = r.first()[y]; i < r.first()[y + 1]; i++) {
			final int l = label[i];
			if (l <= 0) continue;
			final int s = b[2 * i], e = b[2 * i + 1], k = l * STRIDE;
			t[k + VOXELS] += e - s;
			t[k] += e - s - 1;
			t[k + EULER6]++;
			t[k + EULER26]++;
			if (edge || s == 0 || e == nx) runCorrection(l, s, e, y, z);
		}
	}

	/** Eighths by which the crossings that start at this run's voxels are too many. */
	private void runCorrection(final int label, final int s, final int e, final int y, final int z) {
		final long[] c = correction(label);
		for (int d = 0; d < 13; d++) {
			final int[] step = CroftonDirections.STEPS[d];
			for (int sign = -1; sign <= 1; sign += 2) {
				final int ty = y + sign * step[1], tz = z + sign * step[2], dx = sign * step[0];
				long seen = 0;
				if (ty >= 0 && ty < ny && tz >= 0 && tz < nz) {
					final int fy = step[1] == 0 ? halved(y, ny) : 2, fz = step[2] == 0 ? halved(z, nz) : 2;
					seen = (long) fy * fz * columns(s, e, dx);
				}
				c[d] += 8L * (e - s) - seen;
			}
			if (d == 0) c[d] -= 2 * (8L * (e - s - 1) - 2L * (e - s - 1) * halved(y, ny) * halved(z, nz));
		}
	}

	/** Twice the columns of [s, e) from which a step dx stays in the window; those at the side count half for dx = 0. */
	private int columns(final int s, final int e, final int dx) {
		final int lost = dx == 0 ? (s == 0 ? 1 : 0) + (e == nx ? 1 : 0) : dx < 0 ? s == 0 ? 2 : 0 : e == nx ? 2 : 0;
		return 2 * (e - s) - lost;
	}

	/** Equal labels one step apart in two rows, for the three steps d, d + 1, d + 2 (dx = -1, 0, 1). */
	private void pairs(final Runs p, final int rp, final Runs q, final int rq, final int d, final int w,
		final boolean straight)
	{
		final int[] pb = p.bounds(), qb = q.bounds(), pl = p.label(), ql = q.label();
		int j0 = q.first()[rq];
		final int j1 = q.first()[rq + 1], i1 = p.first()[rp + 1];
		for (int i = p.first()[rp]; i < i1; i++) {
			final int l = pl[i], s = pb[2 * i], e = pb[2 * i + 1];
			while (j0 < j1 && qb[2 * j0 + 1] < s)
				j0++;
			if (l <= 0) continue;
			for (int j = j0; j < j1 && qb[2 * j] <= e; j++) {
				if (ql[j] != l) continue;
				final int k = l * STRIDE + d, qs = qb[2 * j], qe = qb[2 * j + 1];
				final int left = Math.max(0, Math.min(e, qe + 1) - Math.max(s, qs + 1));
				final int right = Math.max(0, Math.min(e, qe - 1) - Math.max(s, qs - 1));
				final int from = Math.max(s, qs), to = Math.min(e, qe), same = Math.max(0, to - from);
				t[k] += left;
				t[k + 1] += same;
				t[k + 2] += right;
				if (straight && same > 0) t[l * STRIDE + EULER6]--;
				if (w != 4 || from == 0 || to == nx) {
					final long[] c = correction(l);
					c[d] -= 2L * (8 - 2 * w) * left;
					c[d + 1] -= same == 0 ? 0 : 2L * (8 * same - w * columns(from, to, 0));
					c[d + 2] -= 2L * (8 - 2 * w) * right;
				}
			}
		}
	}

	/** Intervals common to the rows y - 1 and y of both slices. */
	private void fourfold(final Runs below, final Runs here, final int y) {
		final int[] b = here.bounds(), c = below.bounds(), hl = here.label(), bl = below.label();
		final int[] hf = here.first(), bf = below.first();
		int i = hf[y - 1], j = hf[y], k = bf[y - 1], m = bf[y];
		while (i < hf[y] && j < hf[y + 1] && k < bf[y] && m < bf[y + 1]) {
			final int ie = b[2 * i + 1], je = b[2 * j + 1], ke = c[2 * k + 1], me = c[2 * m + 1];
			final int to = Math.min(Math.min(ie, je), Math.min(ke, me));
			final int from = Math.max(Math.max(b[2 * i], b[2 * j]), Math.max(c[2 * k], c[2 * m]));
			final int l = hl[i];
			if (from < to && l > 0 && l == hl[j] && l == bl[k] && l == bl[m]) t[l * STRIDE + EULER6]++;
			if (ie == to) i++;
			if (je == to) j++;
			if (ke == to) k++;
			if (me == to) m++;
		}
	}

	private void clearRows() {
		Arrays.fill(at, 0);
		Arrays.fill(end, 0);
	}

	private void addRow(final int slot, final Runs r, final int row) {
		at[slot] = r.first()[row];
		end[slot] = r.first()[row + 1];
	}

	/** Adds sign x intervals of the union of up to four rows, runs closed at both ends; slots 0, 1 from a, 2, 3 from b. */
	private void intervals(final Runs a, final Runs b, final int sign) {
		base += nx + 3L;
		while (true) {
			int best = -1, start = Integer.MAX_VALUE;
			for (int k = 0; k < 4; k++)
				if (at[k] < end[k] && (k < 2 ? a : b).bounds()[2 * at[k]] < start) {
					start = (k < 2 ? a : b).bounds()[2 * at[k]];
					best = k;
				}
			if (best < 0) return;
			final Runs r = best < 2 ? a : b;
			final int i = at[best]++, l = r.label()[i];
			if (l <= 0) continue;
			if (base + start > last[l]) t[l * STRIDE + EULER26] += sign;
			last[l] = Math.max(last[l], base + r.bounds()[2 * i + 1]);
		}
	}

	private long[] correction(final int label) {
		if (correction[label] == null) correction[label] = new long[13];
		return correction[label];
	}
}
