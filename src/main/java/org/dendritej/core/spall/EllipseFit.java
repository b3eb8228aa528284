// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import org.apache.commons.math3.exception.MathRuntimeException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * The ellipse through scattered rim points, with its uncertainty.
 * <p>
 * Direct least squares with the constraint 4 A C - B^2 = 1 in the numerically stable split of Halir and Flusser (WSCG
 * 1998; after Fitzgibbon, Pilu and Fisher, IEEE PAMI 1999, doi:10.1109/34.765658), followed by Gauss-Newton steps on
 * first-order geometric distances. The covariance is s^2 (J'J)^-1, widened by the correlation of neighbouring residuals,
 * so that a jagged rim of few independent teeth is not quoted as if each pixel were one. Cost O(points).
 *
 * @param ellipse the fit
 * @param rmsUm root mean square distance of the points, um
 * @param radiusSdUm standard deviation of sqrt(a b), um
 * @param centreSdUm standard deviation of the centre along its worse axis, um
 */
public record EllipseFit(Ellipse ellipse, double rmsUm, double radiusSdUm, double centreSdUm) {

	private static final int STEPS = 12;

	/**
	 * Fits an ellipse.
	 *
	 * @param x coordinates, um, in order around the rim
	 * @param y likewise
	 * @param n points used, at least 6
	 * @return the fit
	 * @throws IllegalArgumentException if the points are fewer than 6 or lie on a line
	 */
	public static EllipseFit of(final double[] x, final double[] y, final int n) {
		if (n < 6) throw new IllegalArgumentException("An ellipse was to be fitted to " + n
			+ " points; it needs at least 6 to have an uncertainty.");
		final double[] p = refine(direct(x, y, n), x, y, n, 1e-12);
		return describe(p, x, y, n);
	}

	/**
	 * The ellipse alone, to a thousandth of its scatter: for outlines that are traced again anyway.
	 *
	 * @param x coordinates, um
	 * @param y likewise
	 * @param n points used, at least 6
	 * @return the outline
	 * @throws IllegalArgumentException if the points are fewer than 6 or lie on a line
	 */
	static Ellipse quick(final double[] x, final double[] y, final int n) {
		if (n < 6) throw flat(n);
		return ordered(refine(direct(x, y, n), x, y, n, 1e-3));
	}

	/** Algebraic fit on centred and scaled points. */
	private static double[] direct(final double[] x, final double[] y, final int n) {
		double mx = 0, my = 0, s = 0;
		for (int i = 0; i < n; i++) {
			mx += x[i] / n;
			my += y[i] / n;
		}
		for (int i = 0; i < n; i++)
			s += Math.hypot(x[i] - mx, y[i] - my) / n;
		if (!(s > 0)) throw flat(n);
		final double[][] s1 = new double[3][3], s2 = new double[3][3], s3 = new double[3][3];
		for (int i = 0; i < n; i++) {
			final double u = (x[i] - mx) / s, v = (y[i] - my) / s;
			final double[] d1 = { u * u, u * v, v * v }, d2 = { u, v, 1 };
			for (int a = 0; a < 3; a++)
				for (int b = 0; b < 3; b++) {
					s1[a][b] += d1[a] * d1[b];
					s2[a][b] += d1[a] * d2[b];
					s3[a][b] += d2[a] * d2[b];
				}
		}
		try {
			final RealMatrix m2 = new Array2DRowRealMatrix(s2);
			final RealMatrix t = new LUDecomposition(new Array2DRowRealMatrix(s3)).getSolver().solve(m2.transpose())
				.scalarMultiply(-1);
			final RealMatrix m = new Array2DRowRealMatrix(s1).add(m2.multiply(t));
			final double[] a1 = constrained(m);
			if (a1 == null) throw flat(n);
			final double[] a2 = t.operate(a1);
			return canonical(a1, a2, mx, my, s, n);
		}
		catch (final SingularMatrixException e) {
			throw flat(n);
		}
		catch (final MathRuntimeException e) {
			throw flat(n);
		}
	}

	/** The eigenvector with 4 A C - B^2 greater than 0 of C1^-1 M. */
	private static double[] constrained(final RealMatrix m) {
		final double[][] r = new double[3][];
		r[0] = m.getRowVector(2).mapMultiply(0.5).toArray();
		r[1] = m.getRowVector(1).mapMultiply(-1).toArray();
		r[2] = m.getRowVector(0).mapMultiply(0.5).toArray();
		final EigenDecomposition e = new EigenDecomposition(new Array2DRowRealMatrix(r));
		double[] best = null;
		double value = Double.POSITIVE_INFINITY;
		for (int i = 0; i < 3; i++) {
			if (Math.abs(e.getImagEigenvalue(i)) > 1e-9) continue;
			final double[] v = e.getEigenvector(i).toArray();
			if (4 * v[0] * v[2] - v[1] * v[1] > 0 && Math.abs(e.getRealEigenvalue(i)) < value) {
				best = v;
				value = Math.abs(e.getRealEigenvalue(i));
			}
		}
		return best;
	}

	private static double[] canonical(final double[] q, final double[] l, final double mx, final double my,
		final double s, final int n)
	{
		final double a = q[0], b = q[1] / 2, c = q[2], d = l[0] / 2, f = l[1] / 2, g = l[2];
		final double det = a * c - b * b;
		final double cx = (b * f - c * d) / det, cy = (b * d - a * f) / det;
		final double level = -(a * cx * cx + 2 * b * cx * cy + c * cy * cy + 2 * d * cx + 2 * f * cy + g);
		final double mean = (a + c) / 2, dev = Math.hypot((a - c) / 2, b);
		final double small = level / (mean + Math.signum(mean) * dev), large = level / (mean - Math.signum(mean) * dev);
		if (!(small > 0 && large > 0)) throw flat(n);
		// the larger axis belongs to the eigenvector of the smaller eigenvalue
		final double angle = 0.5 * Math.atan2(2 * b, a - c) + (mean > 0 ? Math.PI / 2 : 0);
		return new double[] { mx + s * cx, my + s * cy, s * Math.sqrt(large), s * Math.sqrt(small), angle };
	}

	private static IllegalArgumentException flat(final int n) {
		return new IllegalArgumentException("The " + n
			+ " points do not surround an area: no ellipse passes near them; mark more of the rim.");
	}

	/** Gauss-Newton on first-order distances; a step that does not help is halved, then given up. */
	private static double[] refine(final double[] start, final double[] x, final double[] y, final int n,
		final double enough)
	{
		double[] p = start;
		double cost = cost(p, x, y, n);
		for (int k = 0; k < STEPS; k++) {
			final double[] step = step(p, x, y, n);
			if (step == null) return p;
			double f = 1;
			boolean better = false;
			for (int h = 0; h < 6 && !better; h++, f /= 2) {
				final double[] q = new double[5];
				for (int i = 0; i < 5; i++)
					q[i] = p[i] + f * step[i];
				if (!(q[2] > 0 && q[3] > 0)) continue;
				final double c = cost(q, x, y, n);
				if (c < cost) {
					better = cost - c > enough * cost;
					p = q;
					cost = c;
				}
			}
			if (!better) return p;
		}
		return p;
	}

	private static Ellipse ellipse(final double[] p) {
		return new Ellipse(p[0], p[1], p[2], p[3], p[4]);
	}

	private static double cost(final double[] p, final double[] x, final double[] y, final int n) {
		final Ellipse e = ellipse(p);
		double sum = 0;
		for (int i = 0; i < n; i++) {
			final double d = e.distance(x[i], y[i]);
			sum += d * d;
		}
		return sum;
	}

	/** Rows of the Jacobian of the first-order distances, as normal equations. */
	private static double[][] normal(final double[] p, final double[] x, final double[] y, final int n,
		final double[] right)
	{
		final double ca = Math.cos(p[4]), sa = Math.sin(p[4]), a = p[2], b = p[3];
		final double[][] jj = new double[5][5];
		final double[] j = new double[5];
		for (int i = 0; i < n; i++) {
			final double d = slopes(x[i] - p[0], y[i] - p[1], a, b, ca, sa, j);
			for (int k = 0; k < 5; k++) {
				right[k] -= j[k] * d;
				for (int l = 0; l <= k; l++)
					jj[k][l] += j[k] * j[l];
			}
		}
		for (int k = 0; k < 5; k++)
			for (int l = 0; l < k; l++)
				jj[l][k] = jj[k][l];
		// a circle has no direction: a whisper of damping keeps its angle defined and changes nothing else
		jj[4][4] += 1e-9 * n * p[2] * p[2];
		return jj;
	}

	/**
	 * The first-order distance d = q (q - 1) / g of a point, with q^2 = u^2 + v^2 and g^2 = u^2/a^2 + v^2/b^2 in the axes'
	 * own coordinates u, v, and its derivatives after centre, half axes and angle.
	 */
	private static double slopes(final double dx, final double dy, final double a, final double b, final double ca,
		final double sa, final double[] j)
	{
		final double u = (ca * dx + sa * dy) / a, v = (ca * dy - sa * dx) / b;
		final double q = Math.sqrt(u * u + v * v), ua = u / a, vb = v / b, g = Math.sqrt(ua * ua + vb * vb);
		if (q == 0) {
			// at the very centre the distance is the smaller half axis and knows no direction
			java.util.Arrays.fill(j, 0);
			j[3] = -1;
			return -b;
		}
		final double f = (2 * q - 1) / (q * g), h = (q * q - q) / (g * g * g);
		final double du = f * u - h * ua / a, dv = f * v - h * vb / b;
		j[0] = -du * ca / a + dv * sa / b;
		j[1] = -du * sa / a - dv * ca / b;
		j[2] = -du * ua + h * ua * ua / a;
		j[3] = -dv * vb + h * vb * vb / b;
		j[4] = du * v * b / a - dv * u * a / b;
		return (q * q - q) / g;
	}

	private static double[] step(final double[] p, final double[] x, final double[] y, final int n) {
		final double[] right = new double[5];
		try {
			return new LUDecomposition(new Array2DRowRealMatrix(normal(p, x, y, n, right))).getSolver().solve(
				new Array2DRowRealMatrix(right)).getColumn(0);
		}
		catch (final SingularMatrixException e) {
			return null;
		}
	}

	private static EllipseFit describe(final double[] p, final double[] x, final double[] y, final int n) {
		final Ellipse raw = ellipse(p);
		final double[] d = new double[n];
		double sum = 0;
		for (int i = 0; i < n; i++) {
			d[i] = raw.distance(x[i], y[i]);
			sum += d[i] * d[i];
		}
		double radiusSd = Double.NaN, centreSd = Double.NaN;
		try {
			final RealMatrix cov = new LUDecomposition(new Array2DRowRealMatrix(normal(p, x, y, n, new double[5])))
				.getSolver().getInverse().scalarMultiply(sum / (n - 5) * inflation(d, sum));
			final double r = Math.sqrt(p[2] * p[3]), ga = r / (2 * p[2]), gb = r / (2 * p[3]);
			radiusSd = Math.sqrt(Math.max(0, ga * ga * cov.getEntry(2, 2) + 2 * ga * gb * cov.getEntry(2, 3) + gb * gb * cov
				.getEntry(3, 3)));
			centreSd = Math.sqrt(Math.max(cov.getEntry(0, 0), cov.getEntry(1, 1)));
		}
		catch (final SingularMatrixException e) {
			// points that do not fix all five numbers leave the uncertainty unknown
		}
		return new EllipseFit(ordered(p), Math.sqrt(sum / n), radiusSd, centreSd);
	}

	/** The larger half axis first, the angle in [0, pi). */
	private static Ellipse ordered(final double[] p) {
		final boolean swap = p[3] > p[2];
		double angle = (swap ? p[4] + Math.PI / 2 : p[4]) % Math.PI;
		if (angle < 0) angle += Math.PI;
		return new Ellipse(p[0], p[1], swap ? p[3] : p[2], swap ? p[2] : p[3], angle);
	}

	/** 1 + 2 sum of the residuals' autocorrelation up to its first zero: points per independent point. */
	private static double inflation(final double[] d, final double sum) {
		if (!(sum > 0)) return 1;
		double tau = 1;
		for (int lag = 1; lag < d.length / 3; lag++) {
			double c = 0;
			for (int i = 0; i < d.length; i++)
				c += d[i] * d[(i + lag) % d.length];
			if (c <= 0) break;
			tau += 2 * c / sum;
		}
		return Math.min(tau, d.length / 6.0);
	}
}
