// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.Map;
import java.util.TreeMap;

/** The properties that a material file may hold, each with its unit, the other units that are understood, and its limits. */
public enum MaterialKey {
	/** Volume of one mole of the metal. */
	MOLAR_VOLUME("molar_volume", "cm3/mol", 1, 100, "m3/mol", 1e6),
	/** Mass density. */
	DENSITY("density", "kg/m3", 100, 3e4, "g/cm3", 1e3),
	/** Young's modulus. */
	YOUNGS_MODULUS("youngs_modulus", "GPa", 0.01, 1500, "MPa", 1e-3, "Pa", 1e-9),
	/** Poisson's ratio. */
	POISSON_RATIO("poisson_ratio", "1", 0, 0.5),
	/** Bulk modulus of the metal in the pore. */
	BULK_MODULUS("bulk_modulus", "GPa", 0.1, 1000, "MPa", 1e-3, "Pa", 1e-9),
	/** Yield strength in bulk at 1e-3 per second. */
	YIELD_STRENGTH("yield_strength", "MPa", 0.01, 1e4, "Pa", 1e-6),
	/** Electrical resistivity. */
	RESISTIVITY("resistivity", "ohm m", 1e-9, 1, "ohm cm", 1e-2, "nohm m", 1e-9),
	/** Self-diffusion coefficient. */
	SELF_DIFFUSION("self_diffusion", "m2/s", 1e-25, 1e-6, "cm2/s", 1e-4),
	/** Melting point. */
	MELTING_POINT("melting_point", "K", 200, 5000),
	/** Exponent m of power-law creep. */
	CREEP_EXPONENT("creep_exponent", "1", 1, 30),
	/** Uniaxial prefactor of power-law creep at 298.15 K. */
	CREEP_PREFACTOR("creep_prefactor", "s^-1 MPa^-m", 1e-40, 1e20),
	/** Activation energy of creep. */
	CREEP_ACTIVATION("creep_activation", "kJ/mol", 0, 400, "J/mol", 1e-3, "eV", 96.48533212),
	/** Magnesium in the metal. */
	MG_FRACTION("mg_fraction", "at%", 0, 100),
	/** Diffusion coefficient of magnesium in the metal near 300 K. */
	MG_DIFFUSIVITY("mg_diffusivity", "m2/s", 1e-25, 1e-6, "cm2/s", 1e-4),
	/** Ionic conductivity at 298 K. */
	IONIC_CONDUCTIVITY("ionic_conductivity", "S/m", 1e-9, 1e3, "mS/cm", 0.1, "S/cm", 100),
	/** Electronic conductivity at 298 K. */
	ELECTRONIC_CONDUCTIVITY("electronic_conductivity", "S/m", 1e-18, 1e3, "mS/cm", 0.1, "S/cm", 100),
	/** Fracture toughness. */
	TOUGHNESS("toughness", "MPa m^0.5", 0.01, 100),
	/** Local strength of the grain boundaries around a pore. */
	STRENGTH("strength", "MPa", 0.1, 1e5, "GPa", 1e3, "Pa", 1e-6),
	/** Resistance of the metal-electrolyte interface. */
	INTERFACE_RESISTANCE("interface_resistance", "ohm cm2", 0, 1e7, "ohm m2", 1e4);

	private final String key;
	private final String unit;
	private final double lowest;
	private final double highest;
	private final Map<String, Double> otherUnits = new TreeMap<>();

	MaterialKey(final String key, final String unit, final double lowest, final double highest,
		final Object... unitAndFactor)
	{
		this.key = key;
		this.unit = unit;
		this.lowest = lowest;
		this.highest = highest;
		for (int i = 0; i < unitAndFactor.length; i += 2)
			otherUnits.put((String) unitAndFactor[i], ((Number) unitAndFactor[i + 1]).doubleValue());
	}

	/**
	 * The name in files.
	 *
	 * @return lower-case name with underscores
	 */
	public String key() {
		return key;
	}

	/**
	 * The unit inside the model.
	 *
	 * @return ASCII unit; 1 for a pure number
	 */
	public String unit() {
		return unit;
	}

	/**
	 * Finds a property by its name in files.
	 *
	 * @param key the name
	 * @return the property's key
	 * @throws IllegalArgumentException for a name that is not known
	 */
	public static MaterialKey parse(final String key) {
		final StringBuilder known = new StringBuilder();
		for (final MaterialKey k : values()) {
			if (k.key.equals(key)) return k;
			known.append(known.length() == 0 ? "" : ", ").append(k.key);
		}
		throw new IllegalArgumentException("property \"" + key + "\" is not known; use one of " + known + ".");
	}

	/**
	 * Converts to the model's unit.
	 *
	 * @param value the number as written
	 * @param writtenUnit the unit as written
	 * @return the number in {@link #unit()}
	 * @throws IllegalArgumentException for a unit that does not fit, or a value outside the physical limits
	 */
	public double convert(final double value, final String writtenUnit) {
		final double factor;
		if (unit.equals(writtenUnit)) factor = 1;
		else if (otherUnits.containsKey(writtenUnit)) factor = otherUnits.get(writtenUnit);
		else throw new IllegalArgumentException("property \"" + key + "\" has the unit \"" + writtenUnit + "\"; use " + unit
			+ (otherUnits.isEmpty() ? "" : " or one of " + otherUnits.keySet()) + ".");
		return Allowed.between("property \"" + key + "\"", value * factor, lowest, highest, unit);
	}
}
