// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

/**
 * Where a point of the magnesium map lies in the reference image: an affine transform in micrometres from the low
 * corners of both images, x' = xx x + xy y + tx, y' = yx x + yy y + ty.
 *
 * @param xx first row, first column
 * @param xy first row, second column
 * @param yx second row, first column
 * @param yy second row, second column
 * @param txUm shift along x, um
 * @param tyUm shift along y, um
 */
public record MapTransform(double xx, double xy, double yx, double yy, double txUm, double tyUm) {

	/** Nothing moves. */
	public static final MapTransform IDENTITY = new MapTransform(1, 0, 0, 1, 0, 0);

	/** Refuses transforms that fold the map onto a line. */
	public MapTransform {
		final double det = xx * yy - xy * yx;
		if (!(Math.abs(det) > 1e-6) || Double.isInfinite(det) || Double.isNaN(txUm + tyUm)) throw new IllegalArgumentException(
			"A transform with the determinant " + det
				+ " folds the map onto a line; the landmarks lie on one line or are wrong: choose others.");
	}

	/**
	 * A pure shift.
	 *
	 * @param txUm along x, um
	 * @param tyUm along y, um
	 * @return the transform
	 */
	public static MapTransform shift(final double txUm, final double tyUm) {
		return new MapTransform(1, 0, 0, 1, txUm, tyUm);
	}

	/**
	 * Rotation and scale about a point, then a shift.
	 *
	 * @param degrees angle, from x towards y
	 * @param scale size factor
	 * @param cxUm fixed point, x, um
	 * @param cyUm fixed point, y, um
	 * @param txUm shift along x, um
	 * @param tyUm shift along y, um
	 * @return the transform
	 */
	public static MapTransform similarity(final double degrees, final double scale, final double cxUm, final double cyUm,
		final double txUm, final double tyUm)
	{
		final double c = scale * Math.cos(Math.toRadians(degrees));
		final double s = scale * Math.sin(Math.toRadians(degrees));
		return new MapTransform(c, -s, s, c, cxUm - c * cxUm + s * cyUm + txUm, cyUm - s * cxUm - c * cyUm + tyUm);
	}

	/**
	 * First coordinate in the reference image.
	 *
	 * @param x in the map, um
	 * @param y in the map, um
	 * @return um
	 */
	public double x(final double x, final double y) {
		return xx * x + xy * y + txUm;
	}

	/**
	 * Second coordinate in the reference image.
	 *
	 * @param x in the map, um
	 * @param y in the map, um
	 * @return um
	 */
	public double y(final double x, final double y) {
		return yx * x + yy * y + tyUm;
	}

	/**
	 * The way back, from the reference image to the map.
	 *
	 * @return the inverse
	 */
	public MapTransform inverse() {
		final double det = xx * yy - xy * yx;
		return new MapTransform(yy / det, -xy / det, -yx / det, xx / det, (xy * tyUm - yy * txUm) / det,
			(yx * txUm - xx * tyUm) / det);
	}

	/**
	 * First this, then another.
	 *
	 * @param next the other
	 * @return next o this
	 */
	public MapTransform then(final MapTransform next) {
		return new MapTransform(next.xx * xx + next.xy * yx, next.xx * xy + next.xy * yy, next.yx * xx + next.yy * yx,
			next.yx * xy + next.yy * yy, next.x(txUm, tyUm), next.y(txUm, tyUm));
	}

	/**
	 * Rotation contained in the transform.
	 *
	 * @return degrees, from x towards y
	 */
	public double rotationDegrees() {
		return Math.toDegrees(Math.atan2(yx - xy, xx + yy));
	}

	/**
	 * Size factor contained in the transform.
	 *
	 * @return square root of the area factor
	 */
	public double scale() {
		return Math.sqrt(Math.abs(xx * yy - xy * yx));
	}
}
