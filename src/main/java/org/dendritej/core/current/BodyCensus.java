// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.current;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.RunSource;
import org.dendritej.core.label.Shapes;
import org.dendritej.core.run.Progress;

/** Voxels, centre, surface on voxel faces and true surface, and deepest point of each numbered body. */
final class BodyCensus {

	/** Voxel faces over true area of any smooth body lie between 1 and this (|nx| + |ny| + |nz| of a unit normal). */
	private static final double STEEPEST = Math.sqrt(3);

	private final VoxelGrid grid;
	private final ClassImage image;
	final long[] voxels;
	private final double[][] sum;
	private final double[] faceUm2;
	private final Shapes shapes;
	private final int[] deepest;
	private final double[][] tip;

	BodyCensus(final ClassImage image, final int threads, final Progress progress) {
		this.image = image;
		grid = image.grid;
		final int n = image.electrode() + 1;
		voxels = new long[n];
		sum = new double[3][n];
		faceUm2 = new double[n];
		deepest = new int[n];
		tip = new double[3][n];
		Arrays.fill(deepest, -1);
		shapes = Shapes.measure(RunSource.of(image.bodies(), n - 1), threads, progress.part(0, 0.5));
		final long[] atTip = new long[n];
		int[] below = new int[grid.planeSize()];
		for (int k = 0; k <= grid.nz(); k++) {
			progress.check();
			final int[] here = k < grid.nz() ? image.bodies().plane(k) : new int[grid.planeSize()];
			faces(below, here);
			if (k < grid.nz()) count(here, k, atTip);
			below = here;
		}
		for (int b = 1; b < n; b++)
			for (int a = 0; a < 3; a++)
				tip[a][b] /= atTip[b];
		progress.report(1, "Bodies counted");
	}

	private void faces(final int[] below, final int[] here) {
		final int nx = grid.nx();
		final double x = grid.dyUm() * grid.dzUm(), y = grid.dxUm() * grid.dzUm(), z = grid.dxUm() * grid.dyUm();
		for (int p = 0; p < here.length; p++) {
			final int b = here[p];
			if (below[p] != b) {
				faceUm2[below[p]] += z;
				faceUm2[b] += z;
			}
			if (b == 0) continue;
			final int i = p % nx;
			if (i == 0 || here[p - 1] != b) faceUm2[b] += x;
			if (i == nx - 1 || here[p + 1] != b) faceUm2[b] += x;
			if (p < nx || here[p - nx] != b) faceUm2[b] += y;
			if (p >= here.length - nx || here[p + nx] != b) faceUm2[b] += y;
		}
	}

	private void count(final int[] here, final int k, final long[] atTip) {
		for (int p = 0; p < here.length; p++) {
			final int b = here[p];
			if (b == 0) continue;
			final int i = p % grid.nx(), j = p / grid.nx(), layer = image.layer(p, k);
			voxels[b]++;
			sum[0][b] += i;
			sum[1][b] += j;
			sum[2][b] += k;
			if (layer < deepest[b]) continue;
			if (layer > deepest[b]) {
				deepest[b] = layer;
				atTip[b] = 0;
				tip[0][b] = tip[1][b] = tip[2][b] = 0;
			}
			atTip[b]++;
			tip[0][b] += i;
			tip[1][b] += j;
			tip[2][b] += k;
		}
	}

	double radiusUm(final int b) {
		return Math.cbrt(3 * voxels[b] * grid.voxelVolumeUm3() / (4 * Math.PI));
	}

	Vec3 centroidUm(final int b) {
		return grid.centreUm(sum[0][b] / voxels[b], sum[1][b] / voxels[b], sum[2][b] / voxels[b]);
	}

	/** Voxel-face area over true (Crofton) area; 1.5, a sphere's, for metal without number. */
	double[] areaFactors() {
		final double[] f = new double[voxels.length];
		f[0] = 1.5;
		for (int b = 1; b < f.length; b++)
			f[b] = voxels[b] == 0 ? 1 : Math.max(1, Math.min(STEEPEST, faceUm2[b] / shapes.surfaceUm2(b)));
		if (f.length > 1) f[image.electrode()] = 1;
		return f;
	}

	/** For each of some bodies the voxel of its deepest layer that is nearest to this layer's mean: i, j, k. */
	Map<Integer, int[]> deepestVoxels(final Collection<Integer> bodies) {
		final Map<Integer, int[]> at = new HashMap<>();
		final double[] best = new double[voxels.length];
		for (final int b : bodies)
			best[b] = Double.POSITIVE_INFINITY;
		for (int k = 0; k < grid.nz(); k++) {
			final int[] here = image.bodies().plane(k);
			for (int p = 0; p < here.length; p++) {
				final int b = here[p];
				if (b == 0 || best[b] == 0 || image.layer(p, k) != deepest[b]) continue;
				final int i = p % grid.nx(), j = p / grid.nx();
				final double d = fromTip(b, i, j, k);
				if (d >= best[b]) continue;
				best[b] = Math.max(d, Double.MIN_VALUE);
				at.put(b, new int[] { i, j, k });
			}
		}
		return at;
	}

	private double fromTip(final int b, final int i, final int j, final int k) {
		final double x = (i - tip[0][b]) * grid.dxUm(), y = (j - tip[1][b]) * grid.dyUm(), z = (k - tip[2][b]) * grid.dzUm();
		return x * x + y * y + z * z;
	}

	/** Depth of the deepest face below the electrode's side, um; NaN for a body without voxels. */
	double reachUm(final int b) {
		return deepest[b] < 0 ? Double.NaN : (deepest[b] + 1) * grid.edgeUm(image.face.axis());
	}
}
