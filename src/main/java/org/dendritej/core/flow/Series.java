// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.flow;

import java.util.List;

/**
 * Elements one behind the other: the same flow, pressure drops add.
 *
 * @param parts at least one element
 */
public record Series(List<FlowElement> parts) implements FlowElement {

	/** Keeps a copy. */
	public Series {
		parts = List.copyOf(parts);
		if (parts.isEmpty()) throw new IllegalArgumentException(
			"A series of 0 flow elements has no resistance; give at least one element.");
	}

	/**
	 * Joins elements.
	 *
	 * @param parts at least one
	 * @return the series
	 */
	public static Series of(final FlowElement... parts) {
		return new Series(List.of(parts));
	}

	@Override
	public double resistance(final Creep creep) {
		double sum = 0;
		for (final FlowElement e : parts)
			sum += e.resistance(creep);
		return sum;
	}

	@Override
	public double wallRatePerS(final Creep creep, final double flowUm3PerS) {
		double max = 0;
		for (final FlowElement e : parts)
			max = Math.max(max, e.wallRatePerS(creep, flowUm3PerS));
		return max;
	}
}
