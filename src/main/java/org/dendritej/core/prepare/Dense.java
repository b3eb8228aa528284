// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

/** Symmetric positive definite systems whose lower half is stored, by Cholesky's factor in place: n band^2 / 2 multiplications. */
final class Dense {

	private Dense() {}

	static void factor(final double[][] a, final int band) {
		for (int i = 0; i < a.length; i++)
			for (int j = Math.max(0, i - band); j <= i; j++) {
				double s = a[i][j];
				for (int k = Math.max(0, i - band); k < j; k++)
					s -= a[i][k] * a[j][k];
				a[i][j] = i == j ? Math.sqrt(s) : s / a[j][j];
			}
	}

	/** Solves with a factored matrix, in place. */
	static void substitute(final double[][] a, final int band, final double[] b) {
		for (int i = 0; i < b.length; i++) {
			for (int k = Math.max(0, i - band); k < i; k++)
				b[i] -= a[i][k] * b[k];
			b[i] /= a[i][i];
		}
		for (int i = b.length - 1; i >= 0; i--) {
			for (int k = i + 1; k <= Math.min(b.length - 1, i + band); k++)
				b[i] -= a[k][i] * b[k];
			b[i] /= a[i][i];
		}
	}

	/** Mean variance of the unknowns about their common mean, from the factored inverse covariance. */
	static double varianceAboutMean(final double[][] a, final int band) {
		final int n = a.length;
		double own = 0, all = 0;
		for (int k = 0; k < n; k++) {
			final double[] e = new double[n];
			e[k] = 1;
			substitute(a, band, e);
			own += e[k];
			for (final double v : e)
				all += v;
		}
		return Math.max(0, (own - all / n) / n);
	}
}
