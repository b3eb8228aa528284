// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.flow;

/**
 * A flat crack between parallel walls, breadth much larger than its gap:
 * {@code Q = 2 W B (dP/L)^m h^(m+2)/(m+2)}, h = gap/2; for m = 1 it is plane Poiseuille flow.
 *
 * @param gapUm distance of the walls, um
 * @param breadthUm breadth W across the flow, um; at least the gap
 * @param lengthUm length L along the flow, um
 */
public record Slit(double gapUm, double breadthUm, double lengthUm) implements FlowElement {

	/** Checks the lengths. */
	public Slit {
		Allowed.positive("gap of a slit", gapUm, "um");
		Allowed.positive("breadth of a slit", breadthUm, "um");
		Allowed.positive("length of a slit", lengthUm, "um");
		if (breadthUm < gapUm) throw new IllegalArgumentException("The breadth of a slit is " + breadthUm
			+ " um, below its gap of " + gapUm + " um; exchange the two or use a tube or an ellipse.");
	}

	@Override
	public double resistance(final Creep creep) {
		final double m = creep.exponent();
		return lengthUm * Math.pow((m + 2) / (2 * breadthUm * creep.shearPrefactor()), 1 / m) *
			Math.pow(gapUm / 2, -1 - 2 / m);
	}

	@Override
	public double wallRatePerS(final Creep creep, final double flowUm3PerS) {
		return (creep.exponent() + 2) * Math.abs(flowUm3PerS) / (breadthUm * gapUm * gapUm / 2);
	}
}
