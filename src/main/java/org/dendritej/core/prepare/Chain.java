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
	/** Move from slice to slice that is nothing unusual, pixels (assumed). */
	private static final double USUAL_PX = 3;

	private Chain() {}

	/** Motion from slice i to slice j, pixels, and its standard deviation along each axis; infinite where an axis is not known. */
	record Link(int i, int j, double dx, double dy, double sdXPx, double sdYPx) {

		Link(final int i, final int j, final double dx, final double dy, final double sdPx) {
			this(i, j, dx, dy, sdPx, sdPx);
		}

		double sdPx() {
			return Math.min(sdXPx, sdYPx);
		}
	}

	/** Places x and y of n slices; the first stays at 0. reach is the largest j - i. */
	static double[][] places(final int n, final List<Link> links, final int reach) {
		final double[] robust = new double[links.size()];
		// To begin with, short moves are likelier than long ones; where long ones agree, the rounds come back to them.
		for (int l = 0; l < robust.length; l++) {
			final Link k = links.get(l);
			final double far = Math.hypot(k.dx(), k.dy()) / (USUAL_PX * Math.sqrt(k.j() - k.i()));
			robust[l] = 1 / (1 + far * far * far * far);
		}
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

	/** Disagreement of a motion with the places, over the axes that it knows. */
	static double residual(final Link l, final double[][] p) {
		final double ex = Double.isInfinite(l.sdXPx()) ? 0 : p[0][l.j()] - p[0][l.i()] - l.dx();
		final double ey = Double.isInfinite(l.sdYPx()) ? 0 : p[1][l.j()] - p[1][l.i()] - l.dy();
		return Math.hypot(ex, ey);
	}

	private static double[][] solve(final int n, final List<Link> links, final double[] robust, final int band) {
		return new double[][] { axis(n, links, robust, band, true), axis(n, links, robust, band, false) };
	}

	private static double[] axis(final int n, final List<Link> links, final double[] robust, final int band, final boolean x) {
		final double[][] a = new double[n][band + 1];
		final double[] b = new double[n];
		for (int l = 0; l < robust.length; l++) {
			final Link k = links.get(l);
			final double sd = x ? k.sdXPx() : k.sdYPx(), wgt = robust[l] / (sd * sd), d = x ? k.dx() : k.dy();
			a[k.i()][0] += wgt;
			a[k.j()][0] += wgt;
			a[k.j()][k.j() - k.i()] -= wgt;
			b[k.i()] -= wgt * d;
			b[k.j()] += wgt * d;
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
		substitute(a, band, b);
		for (int k = n - 1; k >= 0; k--)
			b[k] -= b[0];
		return b;
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
