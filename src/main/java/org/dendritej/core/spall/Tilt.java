// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

/**
 * How much an inclined view shortens the image's vertical, and the factor that undoes it.
 *
 * @param angleDeg stage tilt, degrees; 0 for a view without foreshortening
 * @param verticalFactor true vertical length over image vertical length, 1 or more
 * @param reason one sentence that says what was assumed
 */
public record Tilt(double angleDeg, double verticalFactor, String reason) {

	/** A view at right angles: nothing is corrected. */
	public static final Tilt NONE = new Tilt(0, 1, "no tilt correction: the view is at right angles to the plane");

	/** Checks the factor. */
	public Tilt {
		if (!(verticalFactor >= 1) || Double.isInfinite(verticalFactor)) throw new IllegalArgumentException(
			"A vertical factor of " + verticalFactor + " is impossible; a tilted view only shortens, so give 1 or more.");
	}

	/**
	 * A milled cross-section seen from a stage tilted by the given angle: the beam meets the section plane at that angle,
	 * so true vertical = image vertical / sin(tilt). 52 degrees gives 1.26902, the 1.27 of doi:10.1039/d3ee03916a.
	 *
	 * @param tiltDeg stage tilt, more than 0 and less than 90 degrees
	 * @return the correction
	 * @throws IllegalArgumentException for 0, 90 and anything outside
	 */
	public static Tilt ofSection(final double tiltDeg) {
		check(tiltDeg);
		return new Tilt(tiltDeg, 1 / Math.sin(Math.toRadians(tiltDeg)), "image vertical divided by sin(" + tiltDeg
			+ " deg): a cross-section seen from the tilted stage");
	}

	/**
	 * The sample's own surface on a stage tilted by the given angle: true vertical = image vertical / cos(tilt).
	 *
	 * @param tiltDeg stage tilt, more than 0 and less than 90 degrees
	 * @return the correction
	 * @throws IllegalArgumentException for 0, 90 and anything outside
	 */
	public static Tilt ofSurface(final double tiltDeg) {
		check(tiltDeg);
		return new Tilt(tiltDeg, 1 / Math.cos(Math.toRadians(tiltDeg)), "image vertical divided by cos(" + tiltDeg
			+ " deg): the sample's surface on the tilted stage");
	}

	private static void check(final double tiltDeg) {
		if (!(tiltDeg > 0 && tiltDeg < 90)) throw new IllegalArgumentException("tilt=" + tiltDeg
			+ " degrees cannot be corrected; give an angle above 0 and below 90, or leave the tilt out for a straight view.");
	}

	/**
	 * Whether anything is corrected.
	 *
	 * @return true if the factor differs from 1
	 */
	public boolean corrects() {
		return verticalFactor != 1;
	}

	/**
	 * The correction in words, for the record kept with an image.
	 *
	 * @return angle and factor; empty if nothing is corrected
	 */
	public String mark() {
		return corrects() ? String.format(java.util.Locale.ROOT, "%s deg, factor %.6f", angleDeg, verticalFactor) : "";
	}
}
