// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

/**
 * Exact current around a thin conducting fin that stands on the electrode (eq. 19, 20). The field at its tip is singular:
 * a maximum over voxels is a property of the mesh, a mean over a stated length is not.
 */
public final class CrackTipField {

	private CrackTipField() {}

	/**
	 * Share of the current that enters the fin: {@code (2/pi) arcsin tanh(pi c/2b)}.
	 *
	 * @param heightUm height c of the fin, um
	 * @param halfPeriodUm half of the distance between fins b, um
	 * @return 0 to 1
	 */
	public static double finShare(final double heightUm, final double halfPeriodUm) {
		Allowed.positive("the height of the fin", heightUm, "um");
		Allowed.positive("half of the distance of the fins", halfPeriodUm, "um");
		return 2 / Math.PI * Math.asin(Math.tanh(Math.PI * heightUm / (2 * halfPeriodUm)));
	}

	/**
	 * Field intensity at the tip of an isolated fin, {@code (j/sigma) sqrt(pi c)}; field = K_E/sqrt(2 pi r).
	 *
	 * @param heightUm height c, um
	 * @param currentMaCm2 current density far away, mA/cm2
	 * @param conductivitySPerM ionic conductivity, S/m
	 * @return K_E, V m^-0.5
	 */
	public static double fieldIntensity(final double heightUm, final double currentMaCm2,
		final double conductivitySPerM)
	{
		return currentMaCm2 * PhysicalConstants.A_M2_PER_MA_CM2 / conductivitySPerM * Math.sqrt(Math.PI * heightUm * 1e-6);
	}

	/**
	 * Mean field over a length ahead of the tip of an isolated fin, over the far field: {@code sqrt(2c/l + 1)}.
	 *
	 * @param heightUm height c, um
	 * @param lengthUm length l over which the mean is taken, um
	 * @return a pure number
	 */
	public static double meanAmplification(final double heightUm, final double lengthUm) {
		return Math.sqrt(2 * Allowed.positive("the height of the fin", heightUm, "um") / Allowed.positive(
			"the averaging length", lengthUm, "um") + 1);
	}
}
