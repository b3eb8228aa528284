// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

/**
 * One property of a material with its range and where it comes from.
 *
 * @param key which property
 * @param value the number to use, in the key's unit
 * @param low low end of what is believed possible (taken as the 5 % point)
 * @param high high end (95 % point)
 * @param mark how sure the origin is
 * @param source paper, data base or reasoning
 */
public record Property(MaterialKey key, double value, double low, double high, Mark mark, String source) {

	/** Checks that the value lies in its own range and that a source is given. */
	public Property {
		if (!(low <= value && value <= high)) throw new IllegalArgumentException("property \"" + key.key() + "\" is "
			+ value + ", outside its own range " + low + " to " + high + " " + key.unit() + "; correct the range.");
		if (source == null || source.isBlank()) throw new IllegalArgumentException("property \"" + key.key()
			+ "\" has no source; say where the number comes from.");
	}
}
