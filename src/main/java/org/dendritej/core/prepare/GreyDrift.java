// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;

/**
 * Evens out the grey of the solid inside a slice (shading) and from slice to slice (charging, detector drift).
 * <p>
 * Shading is the second-order surface through the solid pixels; it is taken off as a sum. The slice is then multiplied so
 * that its solid has the grey wanted. Voids do not count, see {@link SolidOnly}. Cost: a few passes.
 */
public final class GreyDrift {

	private static final int TERMS = 6;

	private GreyDrift() {}

	/**
	 * Grey of a slice's solid: the mean of pixels near the commonest grey of their neighbourhood.
	 *
	 * @param p nx ny values
	 * @param nx columns
	 * @param ny rows
	 * @return grey level
	 */
	public static double solid(final float[] p, final int nx, final int ny) {
		final boolean[] m = SolidOnly.mask(p, nx, ny);
		double s = 0;
		long n = 0;
		for (int i = 0; i < p.length; i++)
			if (m[i]) {
				s += p[i];
				n++;
			}
		return n == 0 ? Double.NaN : s / n;
	}

	/**
	 * Takes the shading off, in place; the mean of the solid stays.
	 *
	 * @param p nx ny values
	 * @param nx columns
	 * @param ny rows
	 */
	public static void flatten(final float[] p, final int nx, final int ny) {
		final boolean[] m = SolidOnly.mask(p, nx, ny);
		final double[][] a = new double[TERMS][TERMS];
		final double[] b = new double[TERMS], t = new double[TERMS], mean = new double[TERMS];
		long n = 0;
		for (int y = 0; y < ny; y++)
			for (int x = 0; x < nx; x++) {
				if (!m[y * nx + x]) continue;
				terms(x, y, nx, ny, t);
				n++;
				for (int i = 0; i < TERMS; i++) {
					mean[i] += t[i];
					b[i] += t[i] * p[y * nx + x];
					for (int j = 0; j < TERMS; j++)
						a[i][j] += t[i] * t[j];
				}
			}
		if (n < 10 * TERMS) return;
		final QRDecomposition qr = new QRDecomposition(new Array2DRowRealMatrix(a, false), 1e-9 * n);
		if (!qr.getSolver().isNonSingular()) return;
		final double[] c = qr.getSolver().solve(new ArrayRealVector(b, false)).toArray();
		double level = 0;
		for (int i = 0; i < TERMS; i++)
			level += c[i] * mean[i] / n;
		for (int y = 0; y < ny; y++)
			for (int x = 0; x < nx; x++) {
				terms(x, y, nx, ny, t);
				double s = -level;
				for (int i = 0; i < TERMS; i++)
					s += c[i] * t[i];
				p[y * nx + x] -= (float) s;
			}
	}

	private static void terms(final int x, final int y, final int nx, final int ny, final double[] t) {
		final double u = 2 * (x + 0.5) / nx - 1, v = 2 * (y + 0.5) / ny - 1;
		t[0] = 1;
		t[1] = u;
		t[2] = v;
		t[3] = u * u;
		t[4] = u * v;
		t[5] = v * v;
	}
}
