// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import java.util.ArrayList;
import java.util.List;

/**
 * The electrode's side of a spallation specimen as a secondary-electron image would show it: every rim that reaches the
 * surface, at the place, size and closure that the volume has. Polarity alternates (dark, bright, both); what is typical is
 * assumed: rims of 40 grey levels, shading of 20 as charging gives, texture half the noise.
 */
public final class RimView {

	private static final double LEVEL = 130;
	/** Typical contrast of a rim, grey levels. */
	public static final double CONTRAST = 40;
	/** Typical shading across the image, grey levels. */
	public static final double CHARGING = 20;

	private RimView() {}

	/**
	 * The image: x as in the volume, its rows along z. Pixels are as wide as the voxels and as high on the screen.
	 *
	 * @param phantom the spallations
	 * @param noise standard deviation of the noise, grey levels
	 * @param tiltDeg tilt of the stage: image vertical = true vertical times its sine; 0 = seen at right angles
	 * @param contrast of the rims, grey levels
	 * @param charging change of the mean grey along either side of the image, grey levels
	 * @param seed of noise and texture
	 * @return the surface and its truth
	 */
	public static SurfaceImage of(final SpallationPhantom phantom, final double noise, final double tiltDeg, final double contrast,
		final double charging, final long seed)
	{
		Lengths.within("The contrast of the rims (grey levels)", contrast, 0, 255);
		Lengths.within("The charging (grey levels)", charging, 0, 255);
		final var g = phantom.specimen().grid();
		final double pixel = g.dxUm(), seen = tiltDeg == 0 ? 90 : tiltDeg;
		final double shrink = seen == 90 ? 1 : Math.sin(Math.toRadians(seen));
		final List<RimSpec> rims = new ArrayList<>();
		for (final SpallationSpec s : phantom.specs())
			if (s.rimClosure() > 0) rims.add(new RimSpec(s.xUm(), s.zUm(), s.radiusUm() + s.rimFlareUm(), s.rimClosure(), s
				.rimArcs(), 0, (rims.size() + 2) % 3 == 0 ? 0 : (rims.size() + 2) % 3 == 2 ? -1 : 1, contrast, Math.max(1.5 * pixel, s
					.rimOpeningUm() / 2), 0.01, 0));
		return new SurfaceImage(g.nx(), (int) Math.max(1, Math.round(g.extentUm(2) * shrink / pixel)), pixel, seen, LEVEL, charging,
			charging, noise / 2, 4 * pixel, noise, seed, rims);
	}
}
