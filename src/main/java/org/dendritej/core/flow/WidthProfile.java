// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.flow;

import java.util.Arrays;

/**
 * A measured course of half-widths along a crack, straight between the samples.
 * <p>
 * Flow is constant along the crack, so the narrow places count most: what matters is the integral of
 * {@code a^-e}, with e = 1 + 3/m for a tube and 1 + 2/m for a slit. Each straight piece is integrated exactly.
 */
public final class WidthProfile {

	private final double[] position;
	private final double[] half;

	/**
	 * Takes samples along the path.
	 *
	 * @param positionUm positions along the path, rising, um; at least two
	 * @param halfWidthUm half of the width at each position, um
	 */
	public WidthProfile(final double[] positionUm, final double[] halfWidthUm) {
		if (positionUm.length != halfWidthUm.length || positionUm.length < 2) throw new IllegalArgumentException(
			"A width profile has " + positionUm.length + " positions and " + halfWidthUm.length
				+ " widths; give the same number of both, at least 2.");
		for (int i = 0; i < positionUm.length; i++) {
			Allowed.positive("half-width at position " + i, halfWidthUm[i], "um");
			if (i > 0 && !(positionUm[i] > positionUm[i - 1])) throw new IllegalArgumentException("Position " + i
				+ " of a width profile is " + positionUm[i] + " um, not beyond the one before of " + positionUm[i - 1]
				+ " um; sort the samples along the path.");
		}
		position = positionUm.clone();
		half = halfWidthUm.clone();
	}

	/**
	 * A crack that narrows evenly.
	 *
	 * @param half0Um half-width at one end, um
	 * @param half1Um half-width at the other, um
	 * @param lengthUm length, um
	 * @return the profile
	 */
	public static WidthProfile taper(final double half0Um, final double half1Um, final double lengthUm) {
		return new WidthProfile(new double[] { 0, Allowed.positive("length of a crack", lengthUm, "um") }, new double[] {
			half0Um, half1Um });
	}

	/**
	 * Length of the path.
	 *
	 * @return um
	 */
	public double lengthUm() {
		return position[position.length - 1] - position[0];
	}

	/**
	 * Narrowest half-width.
	 *
	 * @return um
	 */
	public double narrowestUm() {
		return Arrays.stream(half).min().getAsDouble();
	}

	/**
	 * Integral of {@code a^-e} along the path.
	 *
	 * @param e exponent, above 1
	 * @return um^(1-e)
	 */
	public double integral(final double e) {
		double sum = 0;
		for (int i = 1; i < position.length; i++)
			sum += (position[i] - position[i - 1]) * meanPower(half[i - 1], half[i], e);
		return sum;
	}

	/** Mean of a^-e on a straight piece; the quotient loses its digits when the ends are alike, so there a series. */
	private static double meanPower(final double a0, final double a1, final double e) {
		final double d = (a1 - a0) / (a1 + a0);
		if (Math.abs(d) < 1e-4) return Math.pow((a0 + a1) / 2, -e) * (1 + e * (e + 1) / 6 * d * d);
		return (Math.pow(a1, 1 - e) - Math.pow(a0, 1 - e)) / ((1 - e) * (a1 - a0));
	}

	/**
	 * Half-width of the uniform round tube of the same length and flow.
	 *
	 * @param exponent m of the creep law
	 * @return um; at most the mean half-width
	 */
	public double effectiveTubeUm(final double exponent) {
		final double e = 1 + 3 / exponent;
		return Math.pow(integral(e) / lengthUm(), -1 / e);
	}

	/**
	 * Half-gap of the uniform slit of the same length and flow.
	 *
	 * @param exponent m of the creep law
	 * @return um; at most the mean half-gap
	 */
	public double effectiveSlitUm(final double exponent) {
		final double e = 1 + 2 / exponent;
		return Math.pow(integral(e) / lengthUm(), -1 / e);
	}

	/**
	 * The crack as a round tube of varying radius (lubrication limit: slopes well below 1).
	 *
	 * @return the element
	 */
	public FlowElement asTube() {
		return new FlowElement() {

			@Override
			public double resistance(final Creep creep) {
				return new Tube(effectiveTubeUm(creep.exponent()), lengthUm()).resistance(creep);
			}

			@Override
			public double wallRatePerS(final Creep creep, final double flowUm3PerS) {
				return new Tube(narrowestUm(), lengthUm()).wallRatePerS(creep, flowUm3PerS);
			}
		};
	}

	/**
	 * The crack as a slit of varying gap.
	 *
	 * @param breadthUm breadth across the flow, um
	 * @return the element
	 */
	public FlowElement asSlit(final double breadthUm) {
		return new FlowElement() {

			@Override
			public double resistance(final Creep creep) {
				return new Slit(2 * effectiveSlitUm(creep.exponent()), breadthUm, lengthUm()).resistance(creep);
			}

			@Override
			public double wallRatePerS(final Creep creep, final double flowUm3PerS) {
				return new Slit(2 * narrowestUm(), breadthUm, lengthUm()).wallRatePerS(creep, flowUm3PerS);
			}
		};
	}
}
