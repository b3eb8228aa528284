// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.EnumMap;
import java.util.Map;

import org.dendritej.core.flow.CreepLaw;

/**
 * A metal, an alloy or a solid electrolyte with the properties that the model needs.
 *
 * @param name name such as Li6PS5Cl
 * @param kind metal or electrolyte
 * @param metal for an electrolyte, the name of the metal that is plated; for a metal, its own name
 * @param note remark for the reader
 * @param properties value, range and source of each property
 */
public record Material(String name, Kind kind, String metal, String note, Map<MaterialKey, Property> properties) {

	/** What a material is used as. */
	public enum Kind {
		/** Plated in pores. */
		METAL,
		/** Contains the pores. */
		ELECTROLYTE
	}

	/** Keeps a copy. */
	public Material {
		if (name == null || name.isBlank()) throw new IllegalArgumentException("A material has no name; give one.");
		properties = java.util.Collections.unmodifiableMap(properties.isEmpty() ? new EnumMap<>(MaterialKey.class)
			: new EnumMap<>(properties));
	}

	/**
	 * Whether a property is known.
	 *
	 * @param key which
	 * @return true if the file holds it
	 */
	public boolean has(final MaterialKey key) {
		return properties.containsKey(key);
	}

	/**
	 * A property that must be there.
	 *
	 * @param key which
	 * @return value, range and source
	 * @throws IllegalArgumentException if the file does not hold it
	 */
	public Property property(final MaterialKey key) {
		final Property p = properties.get(key);
		if (p == null) throw new IllegalArgumentException("Material " + name + " has no \"" + key.key()
			+ "\"; add it to the material file with value, unit and source, or type the number.");
		return p;
	}

	/**
	 * Value of a property that must be there.
	 *
	 * @param key which
	 * @return the number in the key's unit
	 */
	public double value(final MaterialKey key) {
		return property(key).value();
	}

	/**
	 * Value of a property that may be missing.
	 *
	 * @param key which
	 * @param otherwise the number to use then
	 * @return the number in the key's unit
	 */
	public double valueOr(final MaterialKey key, final double otherwise) {
		return has(key) ? value(key) : otherwise;
	}

	/**
	 * The creep law of a metal.
	 *
	 * @return exponent, prefactor at 298.15 K and activation energy
	 */
	public CreepLaw creepLaw() {
		return new CreepLaw(value(MaterialKey.CREEP_EXPONENT), value(MaterialKey.CREEP_PREFACTOR), value(
			MaterialKey.CREEP_ACTIVATION));
	}
}
