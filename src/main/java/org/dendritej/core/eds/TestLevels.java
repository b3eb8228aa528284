// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

/**
 * How sure a verdict must be.
 *
 * @param alpha largest false-discovery rate at which an object is called lithium-magnesium
 * @param power smallest probability of seeing lithium-magnesium at which an object without it is called lithium
 */
public record TestLevels(double alpha, double power) {

	/** alpha 0.05, power 0.95. */
	public static final TestLevels DEFAULT = new TestLevels(0.05, 0.95);

	/** Checks both. */
	public TestLevels {
		if (!(alpha > 0 && alpha < 0.5)) throw new IllegalArgumentException("alpha=" + alpha
			+ " is not a usable error rate; give a value above 0 and below 0.5, such as 0.05.");
		if (!(power >= 0.5 && power < 1)) throw new IllegalArgumentException("A wanted power of " + power
			+ " is not usable; give a value from 0.5 to below 1, such as 0.95.");
	}
}
