// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.flow;

/**
 * Something that a creeping metal flows through: a tube, a slit, an entrance, or several of them joined.
 * <p>
 * Because the law is a power law, every element obeys {@code dP = R Q^(1/m)}: one number R holds it whole.
 */
public interface FlowElement {

	/**
	 * Resistance R in {@code dP = R Q^(1/m)}.
	 *
	 * @param creep the metal at its temperature
	 * @return MPa (s/um3)^(1/m)
	 */
	double resistance(Creep creep);

	/**
	 * Greatest shear rate at a wall, to compare with the rates at which the law was measured.
	 *
	 * @param creep the metal at its temperature
	 * @param flowUm3PerS flow through the element, um3/s
	 * @return 1/s
	 */
	double wallRatePerS(Creep creep, double flowUm3PerS);

	/**
	 * Flow under a pressure drop; the sign follows the drop.
	 *
	 * @param creep the metal at its temperature
	 * @param dropMPa pressure drop, MPa
	 * @return um3/s
	 */
	default double flowUm3PerS(final Creep creep, final double dropMPa) {
		return Math.signum(dropMPa) * Math.pow(Math.abs(dropMPa) / resistance(creep), creep.exponent());
	}

	/**
	 * Pressure drop that drives a flow; the sign follows the flow.
	 *
	 * @param creep the metal at its temperature
	 * @param flowUm3PerS flow, um3/s
	 * @return MPa
	 */
	default double dropMPa(final Creep creep, final double flowUm3PerS) {
		return Math.signum(flowUm3PerS) * resistance(creep) * Math.pow(Math.abs(flowUm3PerS), 1 / creep.exponent());
	}
}
