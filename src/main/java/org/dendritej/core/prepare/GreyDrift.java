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

	private static final int TERMS = 6, DENSE_PIXELS = 250_000;

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
		// Six numbers need no more than some ten thousand pixels.
		final int stride = p.length > DENSE_PIXELS ? 3 : 1;
		for (int y = 0; y < ny; y += stride)
			for (int x = 0; x < nx; x += stride) {
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
		for (int y = 0; y < ny; y++) {
			final double v = 2 * (y + 0.5) / ny - 1, row = c[0] + c[2] * v + c[5] * v * v - level, slope = c[1] + c[4] * v;
			for (int x = 0; x < nx; x++) {
				final double u = 2 * (x + 0.5) / nx - 1;
				p[y * nx + x] -= (float) (row + u * (slope + u * c[3]));
			}
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
