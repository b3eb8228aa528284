// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

/**
 * An ellipse on the surface.
 *
 * @param xUm centre, um
 * @param yUm centre, um
 * @param aUm larger half axis, um
 * @param bUm smaller half axis, um
 * @param angle direction of the larger half axis from x towards y, radians
 */
public record Ellipse(double xUm, double yUm, double aUm, double bUm, double angle) {

	/**
	 * A circle.
	 *
	 * @param xUm centre, um
	 * @param yUm centre, um
	 * @param rUm radius, um
	 * @return the circle
	 */
	public static Ellipse circle(final double xUm, final double yUm, final double rUm) {
		return new Ellipse(xUm, yUm, rUm, rUm, 0);
	}

	/**
	 * Radius of the circle of equal area.
	 *
	 * @return sqrt(a b), um
	 */
	public double radiusUm() {
		return Math.sqrt(aUm * bUm);
	}

	/**
	 * Larger over smaller half axis.
	 *
	 * @return 1 or more
	 */
	public double aspect() {
		return aUm / bUm;
	}

	/**
	 * Length of the outline (Ramanujan's second approximation, exact to 1e-5 up to an aspect of 5).
	 *
	 * @return um
	 */
	public double perimeterUm() {
		final double h = Math.pow((aUm - bUm) / (aUm + bUm), 2);
		return Math.PI * (aUm + bUm) * (1 + 3 * h / (10 + Math.sqrt(4 - 3 * h)));
	}

	/**
	 * The outline's point of a given parameter and the outward unit normal there.
	 *
	 * @param t parameter, radians; the point is centre + R(angle) (a cos t, b sin t)
	 * @param out receives x, y, nx, ny
	 */
	public void at(final double t, final double[] out) {
		final double ct = Math.cos(t), st = Math.sin(t), ca = Math.cos(angle), sa = Math.sin(angle);
		out[0] = xUm + ca * aUm * ct - sa * bUm * st;
		out[1] = yUm + sa * aUm * ct + ca * bUm * st;
		final double u = bUm * ct, v = aUm * st, n = Math.sqrt(u * u + v * v);
		out[2] = (ca * u - sa * v) / n;
		out[3] = (sa * u + ca * v) / n;
	}

	/**
	 * The same shape elsewhere.
	 *
	 * @param dx shift, um
	 * @param dy shift, um
	 * @return the shifted ellipse
	 */
	public Ellipse shifted(final double dx, final double dy) {
		return new Ellipse(xUm + dx, yUm + dy, aUm, bUm, angle);
	}

	/**
	 * Signed distance of a point from the outline to first order in the distance (Sampson), positive outside.
	 *
	 * @param px point, um
	 * @param py point, um
	 * @return um
	 */
	public double distance(final double px, final double py) {
		final double ca = Math.cos(angle), sa = Math.sin(angle);
		final double u = (ca * (px - xUm) + sa * (py - yUm)) / aUm, v = (-sa * (px - xUm) + ca * (py - yUm)) / bUm;
		// plain roots: lengths in um neither overflow nor vanish when squared, and hypot costs ten times as much
		final double q = Math.sqrt(u * u + v * v);
		if (q == 0) return -bUm;
		// on the ray through the centre q = 1 marks the outline; |grad q| turns q - 1 into a length
		return (q - 1) * q / Math.sqrt(u * u / (aUm * aUm) + v * v / (bUm * bUm));
	}
}
