// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

/**
 * One plating test of one cell at one current density.
 *
 * @param currentMaCm2 current density, mA/cm2
 * @param specimen name of the cell; tests of the same cell at several currents belong together
 * @param failed whether a dendrite formed
 */
public record CellTest(double currentMaCm2, String specimen, boolean failed) {

	/** Checks the current. */
	public CellTest {
		Allowed.positive("the current density of a cell test", currentMaCm2, "mA/cm2");
		if (specimen == null) throw new IllegalArgumentException(
			"A cell test has no specimen name; give one (the same name for tests of the same cell).");
	}
}
