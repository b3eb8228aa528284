// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

/** A closed polygon on the surface, such as a rim, a user's region or the edge of the electrode. */
public final class Outline {

	private final double[] x;
	private final double[] y;

	/**
	 * A polygon; the last vertex joins the first.
	 *
	 * @param xUm vertices, um
	 * @param yUm vertices, um
	 * @throws IllegalArgumentException for fewer than 3 vertices or a vertex that is not a number
	 */
	public Outline(final double[] xUm, final double[] yUm) {
		if (xUm.length != yUm.length || xUm.length < 3) throw new IllegalArgumentException("An outline has " + xUm.length
			+ " x and " + yUm.length + " y values; give at least 3 vertices, each with both.");
		for (int i = 0; i < xUm.length; i++)
			if (!Double.isFinite(xUm[i] + yUm[i])) throw new IllegalArgumentException("Vertex " + (i + 1)
				+ " of the outline is (" + xUm[i] + ", " + yUm[i] + "); give finite coordinates in um.");
		x = xUm.clone();
		y = yUm.clone();
	}

	/**
	 * A circle as a polygon of 256 vertices.
	 *
	 * @param cx centre, um
	 * @param cy centre, um
	 * @param r radius, um
	 * @return the outline
	 */
	public static Outline circle(final double cx, final double cy, final double r) {
		final double[] px = new double[256], py = new double[256];
		for (int i = 0; i < 256; i++) {
			px[i] = cx + r * Math.cos(i * Math.PI / 128);
			py[i] = cy + r * Math.sin(i * Math.PI / 128);
		}
		return new Outline(px, py);
	}

	/**
	 * Vertices.
	 *
	 * @return their number
	 */
	public int size() {
		return x.length;
	}

	/**
	 * A vertex.
	 *
	 * @param i index
	 * @return x, um
	 */
	public double x(final int i) {
		return x[i];
	}

	/**
	 * A vertex.
	 *
	 * @param i index
	 * @return y, um
	 */
	public double y(final int i) {
		return y[i];
	}

	/**
	 * Enclosed area (shoelace formula; a polygon that crosses itself counts each part with its sign).
	 *
	 * @return um2
	 */
	public double areaUm2() {
		double s = 0;
		for (int i = 0, j = x.length - 1; i < x.length; j = i++)
			s += (x[j] - x[0]) * (y[i] - y[0]) - (x[i] - x[0]) * (y[j] - y[0]);
		return Math.abs(s) / 2;
	}

	/**
	 * Length of the outline.
	 *
	 * @return um
	 */
	public double perimeterUm() {
		double s = 0;
		for (int i = 0, j = x.length - 1; i < x.length; j = i++)
			s += Math.hypot(x[i] - x[j], y[i] - y[j]);
		return s;
	}

	/**
	 * Largest caliper diameter: the greatest distance between two vertices. Cost O(vertices^2).
	 *
	 * @return um
	 */
	public double feretUm() {
		double s = 0;
		for (int i = 0; i < x.length; i++)
			for (int j = 0; j < i; j++)
				s = Math.max(s, (x[i] - x[j]) * (x[i] - x[j]) + (y[i] - y[j]) * (y[i] - y[j]));
		return Math.sqrt(s);
	}

	/**
	 * 4 pi area / perimeter2.
	 *
	 * @return 1 for a circle, less for all else
	 */
	public double circularity() {
		final double p = perimeterUm();
		return 4 * Math.PI * areaUm2() / (p * p);
	}

	/**
	 * Whether a point lies inside (even-odd rule).
	 *
	 * @param px um
	 * @param py um
	 * @return true inside
	 */
	public boolean contains(final double px, final double py) {
		boolean in = false;
		for (int i = 0, j = x.length - 1; i < x.length; j = i++)
			if (y[i] > py != y[j] > py && px < (x[j] - x[i]) * (py - y[i]) / (y[j] - y[i]) + x[i]) in = !in;
		return in;
	}

	/**
	 * Distance of a point to the outline, positive inside, negative outside.
	 *
	 * @param px um
	 * @param py um
	 * @return um
	 */
	public double depthUm(final double px, final double py) {
		double best = Double.POSITIVE_INFINITY;
		for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
			final double ex = x[i] - x[j], ey = y[i] - y[j], l2 = ex * ex + ey * ey;
			final double t = l2 > 0 ? Math.max(0, Math.min(1, ((px - x[j]) * ex + (py - y[j]) * ey) / l2)) : 0;
			best = Math.min(best, Math.hypot(px - x[j] - t * ex, py - y[j] - t * ey));
		}
		return contains(px, py) ? best : -best;
	}

	/**
	 * Mean of the enclosed area.
	 *
	 * @return x, y in um; the mean of the vertices if the area is 0
	 */
	public double[] centroidUm() {
		double s = 0, cx = 0, cy = 0, mx = 0, my = 0;
		for (int i = 0, j = x.length - 1; i < x.length; j = i++) {
			final double ax = x[j] - x[0], ay = y[j] - y[0], bx = x[i] - x[0], by = y[i] - y[0], c = ax * by - bx * ay;
			s += c;
			cx += (ax + bx) * c;
			cy += (ay + by) * c;
			mx += x[i] / x.length;
			my += y[i] / x.length;
		}
		return s == 0 ? new double[] { mx, my } : new double[] { x[0] + cx / (3 * s), y[0] + cy / (3 * s) };
	}

	/**
	 * Smallest and largest coordinates.
	 *
	 * @return x0, y0, x1, y1, um
	 */
	public double[] boxUm() {
		final double[] b = { x[0], y[0], x[0], y[0] };
		for (int i = 1; i < x.length; i++) {
			b[0] = Math.min(b[0], x[i]);
			b[1] = Math.min(b[1], y[i]);
			b[2] = Math.max(b[2], x[i]);
			b[3] = Math.max(b[3], y[i]);
		}
		return b;
	}

	/**
	 * Points at equal steps along the outline.
	 *
	 * @param n points
	 * @return x and y, um
	 */
	public double[][] resampled(final int n) {
		final double step = perimeterUm() / n;
		final double[][] out = new double[2][n];
		double at = 0, next = 0;
		int k = 0;
		for (int j = 0; j < x.length && k < n; j++) {
			final int i = (j + 1) % x.length;
			final double l = Math.hypot(x[i] - x[j], y[i] - y[j]);
			for (; k < n && next <= at + l; k++, next += step) {
				final double f = l > 0 ? (next - at) / l : 0;
				out[0][k] = x[j] + f * (x[i] - x[j]);
				out[1][k] = y[j] + f * (y[i] - y[j]);
			}
			at += l;
		}
		for (; k < n; k++) {
			out[0][k] = x[0];
			out[1][k] = y[0];
		}
		return out;
	}

	/**
	 * The polygon after each vertex was replaced by the mean of itself and its neighbours: takes pixel noise out of the
	 * perimeter.
	 *
	 * @param reach neighbours on either side
	 * @return the smoothed outline
	 */
	Outline smoothed(final int reach) {
		final int n = x.length;
		final double[] sx = new double[n], sy = new double[n];
		for (int i = 0; i < n; i++)
			for (int k = -reach; k <= reach; k++) {
				sx[i] += x[Math.floorMod(i + k, n)] / (2 * reach + 1);
				sy[i] += y[Math.floorMod(i + k, n)] / (2 * reach + 1);
			}
		return new Outline(sx, sy);
	}
}
