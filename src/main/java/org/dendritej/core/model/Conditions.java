// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import org.dendritej.core.flow.Creep;
import org.dendritej.core.flow.CreepLaw;

/**
 * Everything but the microstructure that a critical current depends on.
 *
 * @param creep creep law of the metal
 * @param strengthMPa local strength P_f: pore pressure at which a crack starts, MPa; above the stack pressure
 * @param stackMPa stack pressure on the electrode, MPa
 * @param temperatureK temperature, K
 * @param kinetics what limits the current into a pore
 * @param conductivitySPerM ionic conductivity sigma, S/m
 * @param interfaceOhmCm2 interface resistance r_int, ohm cm2; used unless kinetics is none
 * @param reading whether a crack's width is its diameter or its radius
 * @param entrance whether the pressure drop from the pore into the crack counts (eq. 7)
 * @param exit whether that from the crack into the electrode counts
 * @param molarVolumeCm3PerMol molar volume Omega of the metal, cm3/mol
 * @param metalBulkGPa bulk modulus of the metal, GPa
 * @param youngGPa Young's modulus of the electrolyte, GPa
 * @param poisson Poisson's ratio of the electrolyte
 */
public record Conditions(CreepLaw creep, double strengthMPa, double stackMPa, double temperatureK, Kinetics kinetics,
	double conductivitySPerM, double interfaceOhmCm2, WidthReading reading, boolean entrance, boolean exit,
	double molarVolumeCm3PerMol, double metalBulkGPa, double youngGPa, double poisson)
{

	/** Checks every number. */
	public Conditions {
		Allowed.positive("strength", strengthMPa, "MPa");
		Allowed.notNegative("stack", stackMPa, "MPa");
		if (strengthMPa <= stackMPa) throw new IllegalArgumentException("strength is " + strengthMPa
			+ " MPa, not above the stack pressure of " + stackMPa
			+ " MPa: the pore would crack without current; raise strength or lower stack.");
		Allowed.between("temperature", temperatureK, CreepLaw.LOWEST_K, CreepLaw.HIGHEST_K, "K");
		Allowed.positive("sigma", conductivitySPerM, "S/m");
		Allowed.notNegative("rint", interfaceOhmCm2, "ohm cm2");
		Allowed.positive("molar_volume", molarVolumeCm3PerMol, "cm3/mol");
		Allowed.positive("bulk_modulus", metalBulkGPa, "GPa");
		Allowed.positive("youngs_modulus", youngGPa, "GPa");
		Allowed.between("poisson_ratio", poisson, 0, 0.5, "");
	}

	/**
	 * Collects the conditions from a preset and two materials: 298.15 K, no stack pressure, no kinetics, width =
	 * diameter, no entrance and exit terms.
	 *
	 * @param preset creep law and strength
	 * @param metal molar volume and bulk modulus
	 * @param electrolyte conductivity, interface resistance (0 if unknown), elastic constants
	 * @return the conditions
	 */
	public static Conditions of(final Preset preset, final Material metal, final Material electrolyte) {
		return new Conditions(preset.creepLaw(), preset.strength().value(), 0, CreepLaw.REFERENCE_K, Kinetics.NONE,
			electrolyte.value(MaterialKey.IONIC_CONDUCTIVITY), electrolyte.valueOr(MaterialKey.INTERFACE_RESISTANCE, 0),
			WidthReading.DIAMETER, false, false, metal.value(MaterialKey.MOLAR_VOLUME), metal.value(
				MaterialKey.BULK_MODULUS), electrolyte.value(MaterialKey.YOUNGS_MODULUS), electrolyte.value(
					MaterialKey.POISSON_RATIO));
	}

	/**
	 * The creep law at the temperature of the conditions.
	 *
	 * @return m and A(T)
	 */
	public Creep creepNow() {
		return creep.at(temperatureK);
	}

	/**
	 * Kinetic length {@code lambda = sigma r_int}.
	 *
	 * @return um; 0 without kinetics
	 */
	public double kineticLengthUm() {
		return kinetics == Kinetics.NONE ? 0 : conductivitySPerM * interfaceOhmCm2 *
			PhysicalConstants.OHM_M2_PER_OHM_CM2 * 1e6;
	}

	/**
	 * Charge in a volume of the metal.
	 *
	 * @return nC/um3
	 */
	public double chargeNcUm3() {
		return PhysicalConstants.chargePerVolumeNcUm3(molarVolumeCm3PerMol);
	}

	/**
	 * Value of a variable that is not a length of the microstructure.
	 *
	 * @param v which
	 * @return its value in the variable's unit
	 */
	public double get(final Variable v) {
		switch (v) {
			case STRENGTH:
				return strengthMPa;
			case STACK:
				return stackMPa;
			case TEMPERATURE:
				return temperatureK;
			case CREEP_PREFACTOR:
				return creep.prefactor298();
			case CREEP_EXPONENT:
				return creep.exponent();
			case RINT:
				return interfaceOhmCm2;
			case SIGMA:
				return conductivitySPerM;
			default:
				throw new IllegalArgumentException(v.key() + " belongs to the microstructure, not to the conditions.");
		}
	}

	/**
	 * A copy with one number replaced.
	 *
	 * @param v which
	 * @param value its new value
	 * @return the copy
	 */
	public Conditions with(final Variable v, final double value) {
		get(v);
		final CreepLaw law = v == Variable.CREEP_PREFACTOR ? new CreepLaw(creep.exponent(), value, creep
			.activationKJPerMol()) : v == Variable.CREEP_EXPONENT ? new CreepLaw(value, creep.prefactor298(), creep
				.activationKJPerMol()) : creep;
		return new Conditions(law, v == Variable.STRENGTH ? value : strengthMPa, v == Variable.STACK ? value : stackMPa,
			v == Variable.TEMPERATURE ? value : temperatureK, kinetics, v == Variable.SIGMA ? value : conductivitySPerM,
			v == Variable.RINT ? value : interfaceOhmCm2, reading, entrance, exit, molarVolumeCm3PerMol, metalBulkGPa,
			youngGPa, poisson);
	}

	/**
	 * A copy with another creep law and strength.
	 *
	 * @param law creep law
	 * @param strength local strength, MPa
	 * @return the copy
	 */
	public Conditions with(final CreepLaw law, final double strength) {
		return new Conditions(law, strength, stackMPa, temperatureK, kinetics, conductivitySPerM, interfaceOhmCm2, reading,
			entrance, exit, molarVolumeCm3PerMol, metalBulkGPa, youngGPa, poisson);
	}

	/**
	 * A copy with other kinetics.
	 *
	 * @param k kinetics
	 * @param rIntOhmCm2 interface resistance, ohm cm2
	 * @return the copy
	 */
	public Conditions with(final Kinetics k, final double rIntOhmCm2) {
		return new Conditions(creep, strengthMPa, stackMPa, temperatureK, k, conductivitySPerM, rIntOhmCm2, reading,
			entrance, exit, molarVolumeCm3PerMol, metalBulkGPa, youngGPa, poisson);
	}

	/**
	 * A copy with another reading of the crack's geometry.
	 *
	 * @param width whether the width is the diameter or the radius
	 * @param withEntrance count the entrance
	 * @param withExit count the exit
	 * @return the copy
	 */
	public Conditions with(final WidthReading width, final boolean withEntrance, final boolean withExit) {
		return new Conditions(creep, strengthMPa, stackMPa, temperatureK, kinetics, conductivitySPerM, interfaceOhmCm2,
			width, withEntrance, withExit, molarVolumeCm3PerMol, metalBulkGPa, youngGPa, poisson);
	}

	/**
	 * A copy at another stack pressure and temperature.
	 *
	 * @param stack stack pressure, MPa
	 * @param temperature temperature, K
	 * @return the copy
	 */
	public Conditions at(final double stack, final double temperature) {
		return new Conditions(creep, strengthMPa, stack, temperature, kinetics, conductivitySPerM, interfaceOhmCm2, reading,
			entrance, exit, molarVolumeCm3PerMol, metalBulkGPa, youngGPa, poisson);
	}
}
