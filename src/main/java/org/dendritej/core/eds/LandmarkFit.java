// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import java.util.List;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.QRDecomposition;
import org.dendritej.core.geom.VoxelGrid;

/**
 * Affine transform through pairs of landmarks by least squares.
 *
 * @param transform map to reference
 * @param residualNm root mean square distance between fitted and given points, with 2 n - 6 degrees of freedom, nm; NaN
 *          for exactly three pairs, which any affine transform fits
 */
public record LandmarkFit(MapTransform transform, double residualNm) {

	/**
	 * Fits.
	 *
	 * @param pairs each x and y in the map, x and y in the reference image, in pixels of each (0.5, 0.5 = middle of the
	 *          first pixel)
	 * @param map grid of the map
	 * @param reference grid of the reference image
	 * @return transform in um
	 * @throws IllegalArgumentException for fewer than three pairs, a point outside its image, or points on one line
	 */
	public static LandmarkFit of(final List<double[]> pairs, final VoxelGrid map, final VoxelGrid reference) {
		if (pairs.size() < 3) throw new IllegalArgumentException("landmarks: " + pairs.size()
			+ " pairs were given; an affine registration needs at least 3 that do not lie on one line.");
		final int n = pairs.size();
		final double[][] rows = new double[n][];
		final double[] x = new double[n];
		final double[] y = new double[n];
		for (int i = 0; i < n; i++) {
			final double[] p = pairs.get(i);
			inside("map", i, p[0], p[1], map);
			inside("reference", i, p[2], p[3], reference);
			rows[i] = new double[] { p[0] * map.dxUm() / map.extentUm(0), p[1] * map.dyUm() / map.extentUm(1), 1 };
			x[i] = p[2] * reference.dxUm();
			y[i] = p[3] * reference.dyUm();
		}
		final DecompositionSolver solver = new QRDecomposition(new Array2DRowRealMatrix(rows, false), 1e-4).getSolver();
		if (!solver.isNonSingular()) throw new IllegalArgumentException("landmarks: the " + n
			+ " points of the map lie on one line; add a pair away from it.");
		final double[] a = solver.solve(new ArrayRealVector(x, false)).toArray();
		final double[] b = solver.solve(new ArrayRealVector(y, false)).toArray();
		final double w = map.extentUm(0);
		final double h = map.extentUm(1);
		final MapTransform t = new MapTransform(a[0] / w, a[1] / h, b[0] / w, b[1] / h, a[2], b[2]);
		double squares = 0;
		for (int i = 0; i < n; i++) {
			final double px = pairs.get(i)[0] * map.dxUm();
			final double py = pairs.get(i)[1] * map.dyUm();
			squares += Math.pow(t.x(px, py) - x[i], 2) + Math.pow(t.y(px, py) - y[i], 2);
		}
		return new LandmarkFit(t, n > 3 ? 1000 * Math.sqrt(2 * squares / (2 * n - 6)) : Double.NaN);
	}

	private static void inside(final String image, final int row, final double x, final double y, final VoxelGrid g) {
		if (!(x >= 0 && y >= 0 && x <= g.nx() && y <= g.ny())) throw new IllegalArgumentException("landmarks: point "
			+ (row + 1) + " (" + x + ", " + y + ") lies outside the " + image + " of " + g.nx() + " x " + g.ny()
			+ " pixels; give pixel coordinates inside.");
	}
}
