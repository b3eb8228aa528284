// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.flow;

import org.apache.commons.math3.special.Gamma;

/**
 * A tube of elliptic section, between the round tube and the flat crack.
 * <p>
 * {@code Q = Q_lub (1 + r^-p)^-t} with the lubrication limit
 * {@code Q_lub = (2r/(m+2)) sqrt(pi) Gamma((m+4)/2)/Gamma((m+5)/2) B G^m b^(m+3)}, {@code t} fixed by the circle and
 * {@code p = 1 + exp(-(m-1)/3.4)}: derived here and fitted to finite elements of the p-Laplacian. Exact for m = 1 and for
 * the circle; the error of Q is at most 2.1 % (m = 3), 3.5 % (m = 5), 8.3 % (m = 6.667), that is 1.3 % of pressure.
 *
 * @param shortUm short semi-axis b, um
 * @param longUm long semi-axis, um
 * @param lengthUm length L, um
 */
public record Ellipse(double shortUm, double longUm, double lengthUm) implements FlowElement {

	/** Checks the lengths. */
	public Ellipse {
		Allowed.positive("short semi-axis of an ellipse", shortUm, "um");
		Allowed.positive("long semi-axis of an ellipse", longUm, "um");
		Allowed.positive("length of an elliptic tube", lengthUm, "um");
		if (longUm < shortUm) throw new IllegalArgumentException("The long semi-axis of an ellipse is " + longUm
			+ " um, below the short one of " + shortUm + " um; exchange the two.");
	}

	/**
	 * Flow of the ellipse in units of {@code B G^m b^(m+3)}, G = dP/L.
	 *
	 * @param exponent m
	 * @param ratio long over short semi-axis, at least 1
	 * @return a pure number; pi/(2^m (m+3)) for the circle
	 */
	public static double shapeFactor(final double exponent, final double ratio) {
		final double m = exponent;
		final double perRatio = 2 / (m + 2) * Math.sqrt(Math.PI) *
			Math.exp(Gamma.logGamma((m + 4) / 2) - Gamma.logGamma((m + 5) / 2));
		final double circle = Math.PI / (Math.pow(2, m) * (m + 3));
		final double t = Math.log(perRatio / circle) / Math.log(2);
		final double p = 1 + Math.exp(-(m - 1) / 3.4);
		return perRatio * ratio * Math.pow(1 + Math.pow(ratio, -p), -t);
	}

	@Override
	public double resistance(final Creep creep) {
		final double m = creep.exponent();
		final double perGradient = shapeFactor(m, longUm / shortUm) * creep.shearPrefactor() * Math.pow(shortUm, m + 3);
		return lengthUm * Math.pow(perGradient, -1 / m);
	}

	/** Rate at the end of the short axis in the lubrication limit, an upper bound: the wall stress is at most G b. */
	@Override
	public double wallRatePerS(final Creep creep, final double flowUm3PerS) {
		final double gradient = dropMPa(creep, Math.abs(flowUm3PerS)) / lengthUm;
		return creep.shearRatePerS(gradient * shortUm);
	}
}
