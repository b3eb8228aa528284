// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;

/**
 * Rotation, stretch and shear between two slices: six numbers from the grey differences at edges (Lucas and Kanade 1981), in
 * which tiles that disagree lose their weight. Turns of up to 10 degrees are looked for first, degree by degree, on a coarse image.
 */
final class LinearPair {

	private static final int TILE = 32, ITERATIONS = 12, COARSE = 128, DEGREES = 10, UNKNOWNS = 6;
	/** A turn must make the coarse slices this much more alike to be a start. */
	private static final double GAIN = 0.9;
	private final int nx, ny, bin;
	private final PhaseShift shift;

	LinearPair(final int nx, final int ny) {
		this.nx = nx;
		this.ny = ny;
		bin = Math.max(1, (int) Math.ceil(Math.max(nx, ny) / (double) COARSE));
		shift = new PhaseShift(Math.max(8, nx / bin), Math.max(8, ny / bin));
	}

	/** xx, xy, yx, yy, dx, dy of b against a, both smoothed; null if the two have nothing in common. dx, dy: a start. */
	double[] between(final float[] a, final float[] b, final double dx, final double dy) {
		double[] q = { 0, 0, 0, 0, dx, dy };
		final double[] turned = turn(a, b, dx, dy);
		if (turned != null) q = turned;
		for (int k = 0; k < ITERATIONS; k++) {
			final double[] d = step(a, b, q);
			if (d == null) return null;
			double most = 0;
			for (int i = 0; i < UNKNOWNS; i++) {
				q[i] += d[i];
				most = Math.max(most, Math.abs(d[i]) * (i < 4 ? 0.5 * Math.max(nx, ny) : 1));
			}
			if (Math.abs(q[0]) > 0.4 || Math.abs(q[1]) > 0.4 || Math.abs(q[2]) > 0.4 || Math.abs(q[3]) > 0.4) return null;
			if (most < 0.01) break;
		}
		return q;
	}

	/** A start from whole degrees, or null if not turning is as good. */
	private double[] turn(final float[] a, final float[] b, final double dx, final double dy) {
		final int w = nx / bin, h = ny / bin;
		if (w < 8 || h < 8) return null;
		final float[] p = Binned.plane(a, nx, w, h, bin), q = Binned.plane(b, nx, w, h, bin);
		double least = GAIN * mismatch(p, q, w, h, Linear.NONE, dx / bin, dy / bin);
		double[] best = null;
		for (int degree = -DEGREES; degree <= DEGREES; degree++) {
			if (degree == 0) continue;
			final double c = Math.cos(Math.toRadians(degree)) - 1, s = Math.sin(Math.toRadians(degree));
			final Linear l = new Linear(c, -s, s, c);
			final PhaseShift.Shift t = shift.between(p, l.restored(q, w, h, 0, 0));
			final double[] d = l.recorded(t.dx(), t.dy());
			final double m = mismatch(p, q, w, h, l, d[0], d[1]);
			if (m < least) {
				least = m;
				best = new double[] { c, -s, s, c, d[0] * bin, d[1] * bin };
			}
		}
		return best;
	}

	/** Mean absolute difference over the inner part. */
	static double mismatch(final float[] a, final float[] b, final int w, final int h, final Linear l, final double dx, final double dy) {
		final float[] r = l.restored(b, w, h, dx, dy);
		double s = 0;
		long n = 0;
		for (int y = h / 8; y < h - h / 8; y++)
			for (int x = w / 8; x < w - w / 8; x++) {
				s += Math.abs(a[y * w + x] - r[y * w + x]);
				n++;
			}
		return s / n;
	}

	/** One step of the six numbers; null if edges are too few. */
	private double[] step(final float[] a, final float[] b, final double[] q) {
		final float[] r = new Linear(q[0], q[1], q[2], q[3]).restored(b, nx, ny, q[4], q[5]);
		final int tx = (nx + TILE - 1) / TILE, ty = (ny + TILE - 1) / TILE, x0 = nx / 16 + 1, y0 = ny / 16 + 1;
		final double[][][] m = new double[tx * ty][][];
		final double mx = 0.5 * (nx - 1), my = 0.5 * (ny - 1), steep = steep(a);
		final double[] g = new double[UNKNOWNS + 1];
		for (int y = y0; y < ny - y0; y++)
			for (int x = x0; x < nx - x0; x++) {
				final int i = y * nx + x;
				final double gx = 0.25 * (a[i + 1] - a[i - 1] + r[i + 1] - r[i - 1]), gy = 0.25 * (a[i + nx] - a[i - nx] + r[i + nx] - r[i - nx]);
				if (gx * gx + gy * gy < steep) continue;
				g[0] = gx * (x - mx);
				g[1] = gx * (y - my);
				g[2] = gy * (x - mx);
				g[3] = gy * (y - my);
				g[4] = gx;
				g[5] = gy;
				g[6] = a[i] - r[i];
				final int t = y / TILE * tx + x / TILE;
				if (m[t] == null) m[t] = new double[UNKNOWNS + 1][UNKNOWNS + 1];
				for (int u = 0; u <= UNKNOWNS; u++)
					for (int v = 0; v <= u; v++)
						m[t][u][v] += g[u] * g[v];
			}
		return vote(m);
	}

	/** Least squares over tiles, repeated with weights by what each tile is left with. */
	private static double[] vote(final double[][][] m) {
		double[] d = null;
		final double[] weight = new double[m.length];
		java.util.Arrays.fill(weight, 1);
		for (int round = 0; round < 6; round++) {
			final double[][] a = new double[UNKNOWNS][UNKNOWNS];
			final double[] b = new double[UNKNOWNS];
			for (int t = 0; t < m.length; t++) {
				if (m[t] == null) continue;
				for (int u = 0; u < UNKNOWNS; u++) {
					b[u] += weight[t] * m[t][UNKNOWNS][u];
					for (int v = 0; v < UNKNOWNS; v++)
						a[u][v] += weight[t] * m[t][Math.max(u, v)][Math.min(u, v)];
				}
			}
			for (int u = 0; u < UNKNOWNS; u++)
				a[u][u] *= 1 + 1e-6;
			final QRDecomposition qr = new QRDecomposition(new Array2DRowRealMatrix(a, false), 1e-12 * (1 + a[4][4]));
			if (!qr.getSolver().isNonSingular()) return null;
			d = qr.getSolver().solve(new ArrayRealVector(b, false)).toArray();
			final double[] left = new double[m.length], known = new double[m.length];
			int n = 0;
			for (int t = 0; t < m.length; t++) {
				if (m[t] == null) continue;
				double s = m[t][UNKNOWNS][UNKNOWNS];
				for (int u = 0; u < UNKNOWNS; u++) {
					s -= 2 * d[u] * m[t][UNKNOWNS][u];
					for (int v = 0; v < UNKNOWNS; v++)
						s += d[u] * d[v] * m[t][Math.max(u, v)][Math.min(u, v)];
				}
				left[t] = Math.sqrt(Math.max(0, s) / (m[t][4][4] + m[t][5][5]));
				known[n++] = left[t];
			}
			java.util.Arrays.sort(known, 0, n);
			final double c = Math.max(0.1, 1.5 * known[n / 2]);
			for (int t = 0; t < m.length; t++)
				weight[t] = Math.pow(1 + left[t] * left[t] / (c * c), -2);
		}
		return d;
	}

	/** Squared gradient above which a pixel is an edge: twelve times the median. */
	private double steep(final float[] a) {
		final float[] g = new float[(nx / 2) * (ny / 2)];
		int n = 0;
		for (int y = 1; y < ny - 1; y += 2)
			for (int x = 1; x < nx - 1; x += 2) {
				final int i = y * nx + x;
				final float gx = 0.5f * (a[i + 1] - a[i - 1]), gy = 0.5f * (a[i + nx] - a[i - nx]);
				if (n < g.length) g[n++] = gx * gx + gy * gy;
			}
		java.util.Arrays.sort(g, 0, n);
		return Math.max(1e-9, Math.min(12 * g[n / 2], 0.05 * g[n - 1]));
	}
}
