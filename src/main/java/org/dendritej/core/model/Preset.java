// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import org.dendritej.core.flow.CreepLaw;

/**
 * A creep law together with the local strength that was fitted with it: the two belong together, because measured
 * critical currents fix only the product {@code A P_f^m}.
 *
 * @param name A, B or a user's name
 * @param metal name of the metal
 * @param electrolyte name of the electrolyte whose cells were used for the fit
 * @param exponent creep exponent m
 * @param prefactor creep prefactor A at 298.15 K
 * @param activation activation energy of creep
 * @param strength local strength P_f, MPa
 * @param note what it is and what it does not prove
 */
public record Preset(String name, String metal, String electrolyte, Property exponent, Property prefactor,
	Property activation, Property strength, String note)
{

	/**
	 * The creep law.
	 *
	 * @return exponent, prefactor and activation energy
	 */
	public CreepLaw creepLaw() {
		return new CreepLaw(exponent.value(), prefactor.value(), activation.value());
	}
}
