// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import java.util.Arrays;

import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.LabelSums;
import org.dendritej.core.label.RunSource;
import org.dendritej.core.label.Runs;
import org.dendritej.core.run.Progress;

/**
 * The largest caliper diameter of each object: the exact largest distance between the centres of two of its voxels.
 * <p>
 * Centres, because they lie inside the body that the voxels stand for: on balls and ellipsoids of known size the result is
 * 0.03 to 0.7 voxels too short, where the distance between the voxels' outer corners is 0.8 to 1.6 voxels too long (2.7 for
 * slices 2.5 times as thick). A straight row of k voxels therefore has k - 1 edges, and a single voxel no diameter (NaN).
 * <p>
 * Slice by slice only the points of the object's convex outline are kept; when its last slice has passed, the farthest
 * pair is sought, farthest points from the centre first, so that few pairs are looked at.
 */
final class FeretDiameter {

	private final VoxelGrid grid;
	private final LabelSums sums;
	private final double[] feret;
	private final int[][] points;
	private final int[] used;
	private final int[] head;
	private int[] rowY = new int[256], rowA = new int[256], rowB = new int[256], before = new int[256];
	private int[] hull = new int[64];

	private FeretDiameter(final VoxelGrid grid, final LabelSums sums) {
		this.grid = grid;
		this.sums = sums;
		final int n = sums.count() + 1;
		feret = new double[n];
		points = new int[n][];
		used = new int[n];
		head = new int[n];
		Arrays.fill(head, -1);
	}

	/** Diameters, um; entry 0 is not used. */
	static double[] of(final RunSource source, final LabelSums sums, final Progress progress) {
		final FeretDiameter f = new FeretDiameter(source.grid(), sums);
		final Runs runs = new Runs();
		final int[] seen = new int[Math.max(1, sums.count())];
		for (int z = 0; z < source.grid().nz(); z++) {
			progress.check();
			progress.report(z / (double) source.grid().nz(), "Diameters");
			source.read(z, runs);
			final int n = f.rows(runs, seen);
			for (int k = 0; k < n; k++) {
				f.keepOutline(seen[k], z);
				f.head[seen[k]] = -1;
				if (sums.max(seen[k], 2) == z + 1) f.finish(seen[k]);
			}
		}
		return f.feret;
	}

	/** Chains the outermost columns of each row to their label. Returns how many labels the slice holds. */
	private int rows(final Runs runs, final int[] seen) {
		int labels = 0, n = 0;
		for (int y = 0; y < runs.rows(); y++)
			for (int i = runs.first()[y]; i < runs.first()[y + 1]; i++) {
				final int l = runs.label()[i], last = runs.bounds()[2 * i + 1] - 1;
				if (l <= 0) continue;
				if (head[l] < 0) seen[labels++] = l;
				if (head[l] >= 0 && rowY[head[l]] == y) {
					rowB[head[l]] = last;
					continue;
				}
				if (n == rowY.length) {
					rowY = Arrays.copyOf(rowY, 2 * n);
					rowA = Arrays.copyOf(rowA, 2 * n);
					rowB = Arrays.copyOf(rowB, 2 * n);
					before = Arrays.copyOf(before, 2 * n);
				}
				rowY[n] = y;
				rowA[n] = runs.bounds()[2 * i];
				rowB[n] = last;
				before[n] = head[l];
				head[l] = n++;
			}
		return labels;
	}

	/** Points of the convex outline of a label's rows: low side by first columns, high side by last ones. */
	private void keepOutline(final int l, final int z) {
		for (int side = -1; side <= 1; side += 2) {
			int h = 0;
			for (int r = head[l]; r >= 0; r = before[r]) {
				final int x = side < 0 ? rowA[r] : rowB[r];
				while (h >= 2 && side * turn(hull[2 * h - 4], hull[2 * h - 3], hull[2 * h - 2], hull[2 * h - 1], x,
					rowY[r]) >= 0)
					h--;
				if (hull.length < 2 * h + 2) hull = Arrays.copyOf(hull, 2 * hull.length);
				hull[2 * h] = x;
				hull[2 * h++ + 1] = rowY[r];
			}
			for (int k = 0; k < h; k++)
				add(l, hull[2 * k], hull[2 * k + 1], z);
		}
	}

	/** Positive if the way o, a, b turns towards low columns while rows fall. */
	private static long turn(final int ox, final int oy, final int ax, final int ay, final int bx, final int by) {
		return (long) (ax - ox) * (by - oy) - (long) (ay - oy) * (bx - ox);
	}

	private void add(final int l, final int x, final int y, final int z) {
		int[] p = points[l];
		if (p == null) p = points[l] = new int[24];
		if (used[l] + 3 > p.length) p = points[l] = Arrays.copyOf(p, 2 * p.length);
		p[used[l]++] = x;
		p[used[l]++] = y;
		p[used[l]++] = z;
	}

	private void finish(final int l) {
		final int n = used[l] / 3;
		final int[] p = points[l];
		final double dx = grid.dxUm(), dy = grid.dyUm(), dz = grid.dzUm();
		final double cx = sums.meanIndex(l, 0), cy = sums.meanIndex(l, 1), cz = sums.meanIndex(l, 2);
		final long[] order = new long[n];
		for (int i = 0; i < n; i++) {
			final double x = (p[3 * i] - cx) * dx, y = (p[3 * i + 1] - cy) * dy, z = (p[3 * i + 2] - cz) * dz;
			// positive floats sort like their bits; the farthest come first
			order[i] = (long) Float.floatToIntBits((float) (Math.sqrt(x * x + y * y + z * z))) << 32 | i;
		}
		Arrays.sort(order);
		double best = 0;
		for (int i = n - 1; i >= 0; i--) {
			final double ri = reach(order[i]);
			if (4 * ri * ri * (1 + 1e-6) < best) break;
			for (int j = i; j >= 0; j--) {
				final double reach = ri + reach(order[j]);
				if (reach * reach * (1 + 1e-6) < best) break;
				final int a = 3 * (int) order[i], b = 3 * (int) order[j];
				final double x = (p[a] - p[b]) * dx, y = (p[a + 1] - p[b + 1]) * dy;
				final double z = (p[a + 2] - p[b + 2]) * dz;
				best = Math.max(best, x * x + y * y + z * z);
			}
		}
		feret[l] = best > 0 ? Math.sqrt(best) : Double.NaN;
		points[l] = null;
	}

	private static double reach(final long key) {
		return Float.intBitsToFloat((int) (key >>> 32));
	}
}
