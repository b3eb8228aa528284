// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import org.dendritej.io.MaterialReader;

/** The two microstructures of Melvin et al. 2025 and the conditions of the two presets, for tests. */
final class MelvinCells {

	/** 83 % dense, measured CCD 1 mA/cm2. */
	static final PoreArray LOW = new PoreArray(2.3, 10, 2.5, 158);
	/** 99 % dense, measured CCD 10 mA/cm2. */
	static final PoreArray HIGH = new PoreArray(0.5, 22, 1.5, 125);
	/** Collecting areas of the reference solver (method of fundamental solutions). */
	static final CollectingArea LOW_AREA = new CollectingArea(85.728, 20.9080, "reference solver");
	static final CollectingArea HIGH_AREA = new CollectingArea(14.2522, 7.1557, "reference solver");

	private MelvinCells() {}

	static Conditions preset(final String name) {
		return Conditions.of(MaterialReader.preset(name), MaterialReader.builtIn("lithium"), MaterialReader.builtIn(
			"Li6PS5Cl"));
	}

	static CriticalCurrent model(final String preset) {
		return new CriticalCurrent(preset(preset));
	}

	static CriticalCurrent model(final String preset, final double strengthMPa) {
		return new CriticalCurrent(preset(preset).with(Variable.STRENGTH, strengthMPa));
	}

	static InitiationOptions options(final String preset) {
		return new InitiationOptions(MaterialReader.builtIn("Li6PS5Cl"), MaterialReader.builtIn("lithium"), MaterialReader
			.preset(preset));
	}

	static InitiationOptions typed(final String preset, final PoreArray a) {
		return options(preset).type(Variable.PORE_RADIUS, a.radiusUm()).type(Variable.PORE_SEPARATION, a.separationUm())
			.type(Variable.CRACK_LENGTH, a.crackLengthUm()).type(Variable.CRACK_WIDTH, a.crackWidthNm());
	}
}
