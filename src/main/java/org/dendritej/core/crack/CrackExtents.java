// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.LabelSums;
import org.dendritej.core.label.Labels;
import org.dendritej.core.run.Progress;

/** Principal axes of each crack, and how far it extends along each, voxels counted as boxes. */
final class CrackExtents {

	private final Vec3[][] axes;
	private final double[][] low;
	private final double[][] high;

	CrackExtents(final Labels labels, final Progress progress) {
		final int n = labels.count() + 1;
		axes = new Vec3[n][];
		low = new double[n][3];
		high = new double[n][3];
		for (int l = 1; l < n; l++) {
			axes[l] = principal(labels.sums(), l);
			java.util.Arrays.fill(low[l], Double.POSITIVE_INFINITY);
			java.util.Arrays.fill(high[l], Double.NEGATIVE_INFINITY);
		}
		final VoxelGrid g = labels.grid();
		final int[] plane = new int[g.planeSize()];
		for (int z = 0; z < g.nz(); z++) {
			progress.check();
			labels.plane(z, plane);
			for (int p = 0; p < plane.length; p++)
				if (plane[p] > 0) note(plane[p], (p % g.nx() + 0.5) * g.dxUm(), (p / g.nx() + 0.5) * g.dyUm(), (z + 0.5) * g.dzUm());
		}
		for (int l = 1; l < n; l++)
			for (int a = 0; a < 3; a++) {
				final Vec3 e = axes[l][a];
				final double box = Math.sqrt(Math.pow(e.x() * g.dxUm(), 2) + Math.pow(e.y() * g.dyUm(), 2) + Math.pow(e.z() * g.dzUm(),
					2));
				high[l][a] += box;
			}
	}

	private static Vec3[] principal(final LabelSums sums, final int label) {
		final double[][] m = new double[3][3];
		for (int a = 0; a < 3; a++)
			for (int b = 0; b < 3; b++)
				m[a][b] = sums.momentUm2(label, Math.min(a, b), Math.max(a, b));
		final EigenDecomposition e = new EigenDecomposition(new Array2DRowRealMatrix(m));
		final Vec3[] axes = new Vec3[3];
		for (int i = 0; i < 3; i++)
			axes[i] = new Vec3(e.getEigenvector(i).getEntry(0), e.getEigenvector(i).getEntry(1), e.getEigenvector(i).getEntry(2))
				.unit();
		return axes;
	}

	private void note(final int l, final double x, final double y, final double z) {
		for (int a = 0; a < 3; a++) {
			final Vec3 e = axes[l][a];
			final double s = x * e.x() + y * e.y() + z * e.z();
			low[l][a] = Math.min(low[l][a], s);
			high[l][a] = Math.max(high[l][a], s);
		}
	}

	/** Direction of a principal axis, 0 = the longest. */
	Vec3 axis(final int label, final int a) {
		return axes[label][a];
	}

	/** Extent along a principal axis, um. */
	double extentUm(final int label, final int a) {
		return high[label][a] - low[label][a];
	}
}
