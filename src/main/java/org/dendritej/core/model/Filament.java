// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

/** Diameter of the metal filament behind a short circuit, from its resistance (Siniscalchi et al. 2024, Fig. 2). */
public final class Filament {

	private Filament() {}

	/**
	 * Diameter of one straight round filament: {@code sqrt(4 rho l/(pi R))}. A lower bound if probes or interfaces share
	 * the resistance; with N filaments in parallel each is {@code D/sqrt N} thick.
	 *
	 * @param resistivityOhmM resistivity of the metal, ohm m
	 * @param lengthMm length, mm
	 * @param resistanceOhm resistance, ohm
	 * @return nm
	 */
	public static double diameterNm(final double resistivityOhmM, final double lengthMm, final double resistanceOhm) {
		Allowed.positive("resistivity", resistivityOhmM, "ohm m");
		Allowed.positive("length", lengthMm, "mm");
		Allowed.positive("resistance", resistanceOhm, "ohm");
		return Math.sqrt(4 * resistivityOhmM * lengthMm * 1e-3 / (Math.PI * resistanceOhm)) * 1e9;
	}

	/**
	 * Diameter of each of several equal filaments in parallel.
	 *
	 * @param resistivityOhmM resistivity of the metal, ohm m
	 * @param lengthMm length of each, mm
	 * @param resistanceOhm resistance of all together, ohm
	 * @param filaments how many
	 * @return nm
	 */
	public static double diameterNm(final double resistivityOhmM, final double lengthMm, final double resistanceOhm,
		final int filaments)
	{
		return diameterNm(resistivityOhmM, lengthMm, resistanceOhm) / Math.sqrt(Allowed.count("filaments", filaments, 1,
			1_000_000));
	}
}
