// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import java.util.List;

/**
 * Who takes the current: every labelled body, metal without label, the flat electrode, and what is left over.
 *
 * @param bodies one entry per label that occurs on metal, in ascending order; label 0 (metal without label) first if
 *          there is any
 * @param electrodeUa current into the flat electrode on the side of the volume, uA
 * @param electrodeAreaUm2 its area in contact with conducting electrolyte, um2
 * @param totalUa current through the counter electrode, uA
 * @param counterAreaUm2 area of the counter electrode's side that leads to lithium, um2
 * @param imbalance (sum of collected currents - total) / total
 */
public record CollectedCurrents(List<LabelCurrent> bodies, double electrodeUa, double electrodeAreaUm2, double totalUa,
	double counterAreaUm2, double imbalance)
{

	/** Takes its own copy. */
	public CollectedCurrents {
		bodies = List.copyOf(bodies);
	}

	/**
	 * Mean current density at the counter electrode.
	 *
	 * @return mA/cm2
	 */
	public double farCurrentMaCm2() {
		return totalUa / counterAreaUm2 / FieldSides.MA_CM2;
	}

	/**
	 * Share of the flat electrode.
	 *
	 * @return 0 to 1
	 */
	public double electrodeShare() {
		return electrodeUa / totalUa;
	}

	/**
	 * Looks a body up.
	 *
	 * @param label its label
	 * @return its current
	 * @throws IllegalArgumentException if no metal carries the label
	 */
	public LabelCurrent of(final int label) {
		for (final LabelCurrent c : bodies)
			if (c.label() == label) return c;
		throw new IllegalArgumentException("Label " + label + " marks no grounded lithium; labels with current: "
			+ bodies.stream().map(LabelCurrent::label).limit(10).toList() + ".");
	}
}
