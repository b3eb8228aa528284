// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import org.dendritej.core.geom.Vec3;

/**
 * A pore with concave flanks and six pointed tips, as the space left between eight sintered grains: a cube minus eight
 * balls (grains) of radius {@code sqrt(2) tip} around its corners.
 * <p>
 * The tips lie at {@code +- tip} on the three axes; the largest ball inside has the radius
 * {@code (sqrt(3) - sqrt(2)) tip}. Away from the tips the distance is exact, near them a lower bound.
 *
 * @param centre centre, um
 * @param tip distance of a tip from the centre, um
 * @param frame directions of the tips
 */
public record PointedPore(Vec3 centre, double tip, Frame frame) implements Solid {

	private static final double GRAIN = Math.sqrt(2);

	/** Checks the length. */
	public PointedPore {
		Lengths.positive("The tip distance of a pointed pore", tip);
	}

	@Override
	public double distance(final double x, final double y, final double z) {
		final double px = x - centre.x(), py = y - centre.y(), pz = z - centre.z();
		final Vec3 u = frame.u(), v = frame.v(), w = frame.w();
		final double p = Math.abs(px * u.x() + py * u.y() + pz * u.z());
		final double q = Math.abs(px * v.x() + py * v.y() + pz * v.z());
		final double r = Math.abs(px * w.x() + py * w.y() + pz * w.z());
		final double a = p - tip, b = q - tip, c = r - tip;
		return Math.max(GRAIN * tip - Math.sqrt(a * a + b * b + c * c), Math.max(a, Math.max(b, c)));
	}

	/**
	 * Radius of the largest ball inside.
	 *
	 * @return um
	 */
	public double inscribedUm() {
		return (Math.sqrt(3) - GRAIN) * tip;
	}

	/** The body lies in the octahedron of its tips, so one tip decides each side of the box. */
	private Vec3 half() {
		final Vec3 u = frame.u(), v = frame.v(), w = frame.w();
		return new Vec3(tip * most(u.x(), v.x(), w.x()), tip * most(u.y(), v.y(), w.y()), tip * most(u.z(), v.z(), w
			.z()));
	}

	private static double most(final double a, final double b, final double c) {
		return Math.max(Math.abs(a), Math.max(Math.abs(b), Math.abs(c)));
	}

	@Override
	public Vec3 low() {
		return centre.minus(half());
	}

	@Override
	public Vec3 high() {
		return centre.plus(half());
	}

	/** One octant: the cube of edge 1 minus a ball of radius sqrt(2) around its corner, cut into planes; Simpson's rule. */
	@Override
	public double volumeUm3() {
		final int n = 2000;
		double sum = 0;
		for (int i = 0; i <= n; i++) {
			// the substitution z = u^2 (3 - 2u) takes the square-root singularities out of both ends
			final double u = i / (double) n;
			final double z = u * u * (3 - 2 * u);
			sum += (i == 0 || i == n ? 1 : i % 2 == 1 ? 4 : 2) * squareOutsideDisc(Math.sqrt(2 - z * z)) * 6 * u * (1 - u);
		}
		return 8 * tip * tip * tip * sum / (3 * n);
	}

	/** Area of the unit square outside the disc of radius s, 1 to sqrt(2), around its corner. */
	private static double squareOutsideDisc(final double s) {
		final double e = Math.acos(Math.min(1, 1 / s));
		return 1 - Math.sqrt(Math.max(0, s * s - 1)) - s * s / 2 * (Math.PI / 2 - 2 * e);
	}

	@Override
	public double thinnestUm() {
		return inscribedUm();
	}
}
