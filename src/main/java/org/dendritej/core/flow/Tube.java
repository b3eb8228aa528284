// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.flow;

/**
 * A round tube without slip: {@code Q = pi B (dP/2L)^m a^(m+3)/(m+3)}; for m = 1 it is Hagen-Poiseuille.
 *
 * @param radiusUm radius a, um
 * @param lengthUm length L, um
 */
public record Tube(double radiusUm, double lengthUm) implements FlowElement {

	/** Checks the two lengths. */
	public Tube {
		Allowed.positive("radius of a tube", radiusUm, "um");
		Allowed.positive("length of a tube", lengthUm, "um");
	}

	@Override
	public double resistance(final Creep creep) {
		final double m = creep.exponent();
		return 2 * lengthUm * Math.pow((m + 3) / (Math.PI * creep.shearPrefactor()), 1 / m) *
			Math.pow(radiusUm, -1 - 3 / m);
	}

	@Override
	public double wallRatePerS(final Creep creep, final double flowUm3PerS) {
		return (creep.exponent() + 3) * Math.abs(flowUm3PerS) / (Math.PI * radiusUm * radiusUm * radiusUm);
	}
}
