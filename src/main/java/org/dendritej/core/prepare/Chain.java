// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

import java.util.List;

/**
 * Turns motions between neighbours over several distances into a place for every slice: weighted least squares, repeated
 * with Cauchy weights so that single wrong motions lose their say. Places without any measurement are interpolated.
 */
final class Chain {

	private static final double STIFF = 1e-6;
	private static final int ROUNDS = 8;

	private Chain() {}

	/** Motion from slice to slice i to j, pixels, and its standard deviation. */
	record Link(int i, int j, double dx, double dy, double sdPx) {}

	/** Places x and y of n slices; the first stays at 0. reach is the largest j - i. */
	static double[][] places(final int n, final List<Link> links, final int reach) {
		final double[] robust = new double[links.size()];
		java.util.Arrays.fill(robust, 1);
		double[][] p = new double[2][n];
		for (int round = 0; round < ROUNDS; round++) {
			p = solve(n, links, robust, Math.max(2, reach));
			for (int l = 0; l < robust.length; l++) {
				final double r = residual(links.get(l), p) / (2.5 * Math.max(0.1, links.get(l).sdPx()));
				robust[l] = 1 / (1 + r * r);
			}
		}
		return p;
	}

	static double residual(final Link l, final double[][] p) {
		return Math.hypot(p[0][l.j()] - p[0][l.i()] - l.dx(), p[1][l.j()] - p[1][l.i()] - l.dy());
	}

	private static double[][] solve(final int n, final List<Link> links, final double[] robust, final int band) {
		final double[][] a = new double[n][band + 1];
		final double[] bx = new double[n], by = new double[n];
		for (int l = 0; l < robust.length; l++) {
			final Link k = links.get(l);
			final double wgt = robust[l] / (k.sdPx() * k.sdPx());
			a[k.i()][0] += wgt;
			a[k.j()][0] += wgt;
			a[k.j()][k.j() - k.i()] -= wgt;
			bx[k.i()] -= wgt * k.dx();
			bx[k.j()] += wgt * k.dx();
			by[k.i()] -= wgt * k.dy();
			by[k.j()] += wgt * k.dy();
		}
		for (int k = 1; k + 1 < n; k++) {
			final int[] at = { k - 1, k, k + 1 };
			final double[] c = { 1, -2, 1 };
			for (int u = 0; u < 3; u++)
				for (int v = 0; v <= u; v++)
					a[at[u]][at[u] - at[v]] += STIFF * c[u] * c[v];
		}
		for (int k = 0; k < n; k++)
			a[k][0] += 1e-9;
		a[0][0] += 1e6;
		factor(a, band);
		substitute(a, band, bx);
		substitute(a, band, by);
		for (int k = n - 1; k >= 0; k--) {
			bx[k] -= bx[0];
			by[k] -= by[0];
		}
		return new double[][] { bx, by };
	}

	/** Cholesky factor of a symmetric banded matrix; a[i][d] is the element (i, i - d). */
	private static void factor(final double[][] a, final int band) {
		for (int i = 0; i < a.length; i++)
			for (int d = Math.min(band, i); d >= 0; d--) {
				final int j = i - d;
				double s = a[i][d];
				for (int k = Math.max(0, i - band); k < j; k++)
					if (j - k <= band) s -= a[i][i - k] * a[j][j - k];
				a[i][d] = d == 0 ? Math.sqrt(s) : s / a[j][0];
			}
	}

	private static void substitute(final double[][] a, final int band, final double[] b) {
		for (int i = 0; i < b.length; i++) {
			for (int k = Math.max(0, i - band); k < i; k++)
				b[i] -= a[i][i - k] * b[k];
			b[i] /= a[i][0];
		}
		for (int i = b.length - 1; i >= 0; i--) {
			for (int k = i + 1; k <= Math.min(b.length - 1, i + band); k++)
				b[i] -= a[k][k - i] * b[k];
			b[i] /= a[i][0];
		}
	}

	/** The slow part of a path: straight lines fitted under a Gaussian of the given width, exact for straight paths. */
	static double[] slow(final double[] p, final double sd) {
		final double[] out = new double[p.length];
		final int r = (int) Math.ceil(3 * sd);
		for (int i = 0; i < p.length; i++) {
			double s0 = 0, s1 = 0, s2 = 0, t0 = 0, t1 = 0;
			for (int k = Math.max(0, i - r); k <= Math.min(p.length - 1, i + r); k++) {
				final double u = k - i, g = Math.exp(-0.5 * u * u / (sd * sd));
				s0 += g;
				s1 += g * u;
				s2 += g * u * u;
				t0 += g * p[k];
				t1 += g * u * p[k];
			}
			final double det = s0 * s2 - s1 * s1;
			out[i] = det > 1e-12 * s0 * s0 ? (s2 * t0 - s1 * t1) / det : t0 / s0;
		}
		return out;
	}
}
