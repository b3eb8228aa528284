// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.label.LabelSums;

/**
 * The full ellipsoid with the same second moments as an object: a semi-axis is the root of five times a principal moment.
 *
 * @param radiiUm semi-axes, largest first, um
 * @param major direction of the largest, of length one; its first coordinate that is not 0 is positive
 */
record InertiaEllipsoid(Vec3 radiiUm, Vec3 major) {

	static InertiaEllipsoid of(final LabelSums sums, final int label) {
		final double[][] m = new double[3][3];
		for (int a = 0; a < 3; a++)
			for (int b = 0; b < 3; b++)
				m[a][b] = sums.momentUm2(label, a, b);
		final double scale = m[0][0] + m[1][1] + m[2][2];
		for (final double[] row : m)
			for (int b = 0; b < 3; b++)
				row[b] /= scale;
		final EigenDecomposition e = new EigenDecomposition(new Array2DRowRealMatrix(m, false));
		int big = 0, small = 0;
		for (int i = 1; i < 3; i++) {
			if (e.getRealEigenvalue(i) > e.getRealEigenvalue(big)) big = i;
			if (e.getRealEigenvalue(i) <= e.getRealEigenvalue(small)) small = i;
		}
		final int middle = big == small ? big : 3 - big - small;
		final double[] v = e.getEigenvector(big).toArray();
		Vec3 major = new Vec3(clean(v[0]), clean(v[1]), clean(v[2])).unit();
		final double sign = major.x() != 0 ? major.x() : major.y() != 0 ? major.y() : major.z();
		if (sign < 0) major = new Vec3(0 - major.x(), 0 - major.y(), 0 - major.z());
		return new InertiaEllipsoid(new Vec3(radius(e, big, scale), radius(e, middle, scale), radius(e, small, scale)),
			major);
	}

	/** Rounding noise must not decide the sign of an axis. */
	private static double clean(final double v) {
		return Math.abs(v) < 1e-12 ? 0 : v;
	}

	private static double radius(final EigenDecomposition e, final int i, final double scale) {
		return Math.sqrt(5 * Math.max(0, e.getRealEigenvalue(i)) * scale);
	}
}
