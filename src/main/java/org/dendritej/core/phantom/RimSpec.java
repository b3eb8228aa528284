// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

/**
 * One circular spallation rim as it is to appear in a secondary electron image of the surface.
 *
 * @param xUm centre along x on the surface, um
 * @param yUm centre along y on the surface (before the tilt foreshortens it), um
 * @param radiusUm mean radius, um
 * @param closure share of the circumference that shows, above 0 to 1
 * @param arcs equal arcs into which it is broken
 * @param turn angle of the middle of the first arc, rad
 * @param polarity 1 bright, -1 dark, 0 a bright and a dark edge side by side (outside bright)
 * @param contrast height of the rim over the background, grey levels
 * @param widthUm standard deviation of the rim's profile, um
 * @param serration rms deviation of the rim from its circle over the radius
 * @param interior grey of the lid minus that of the surroundings, grey levels
 */
public record RimSpec(double xUm, double yUm, double radiusUm, double closure, int arcs, double turn, int polarity,
	double contrast, double widthUm, double serration, double interior)
{

	/** Checks all numbers. */
	public RimSpec {
		Lengths.positive("The radius of a rim", radiusUm);
		Lengths.within("The rim closure", closure, 1e-3, 1);
		Lengths.within("The number of rim arcs", arcs, 1, 100);
		Lengths.within("The polarity of a rim", polarity, -1, 1);
		Lengths.within("The contrast of a rim", contrast, 0, 65535);
		Lengths.positive("The width of a rim", widthUm);
		Lengths.within("The serration of a rim", serration, 0, 0.3);
		Lengths.within("The interior grey of a rim", interior, -65535, 65535);
	}

	/**
	 * A closed, smooth rim 0.5 um wide.
	 *
	 * @param xUm centre, um
	 * @param yUm centre, um
	 * @param radiusUm radius, um
	 * @param polarity 1 bright, -1 dark, 0 both
	 * @param contrast grey levels
	 * @return the rim
	 */
	public static RimSpec closed(final double xUm, final double yUm, final double radiusUm, final int polarity,
		final double contrast)
	{
		return new RimSpec(xUm, yUm, radiusUm, 1, 1, 0, polarity, contrast, 0.5, 0, 0);
	}
}
