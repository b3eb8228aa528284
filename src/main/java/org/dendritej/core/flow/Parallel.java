// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.flow;

import java.util.List;

/**
 * Elements side by side: the same pressure drop, flows add; several cracks that drain one pore.
 *
 * @param parts at least one element
 */
public record Parallel(List<FlowElement> parts) implements FlowElement {

	/** Keeps a copy. */
	public Parallel {
		parts = List.copyOf(parts);
		if (parts.isEmpty()) throw new IllegalArgumentException(
			"A bundle of 0 flow elements carries nothing; give at least one element.");
	}

	/**
	 * Joins elements.
	 *
	 * @param parts at least one
	 * @return the bundle
	 */
	public static Parallel of(final FlowElement... parts) {
		return new Parallel(List.of(parts));
	}

	@Override
	public double resistance(final Creep creep) {
		double sum = 0;
		for (final FlowElement e : parts)
			sum += Math.pow(e.resistance(creep), -creep.exponent());
		return Math.pow(sum, -1 / creep.exponent());
	}

	@Override
	public double wallRatePerS(final Creep creep, final double flowUm3PerS) {
		final double drop = dropMPa(creep, Math.abs(flowUm3PerS));
		double max = 0;
		for (final FlowElement e : parts)
			max = Math.max(max, e.wallRatePerS(creep, e.flowUm3PerS(creep, drop)));
		return max;
	}
}
