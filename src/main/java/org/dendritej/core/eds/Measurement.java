// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import java.util.Map;

/**
 * How the map was made and how long magnesium could diffuse.
 *
 * @param beamKeV beam energy, keV (the mapping of Siniscalchi et al. used 10)
 * @param electrolyte what surrounds the objects
 * @param days time between plating and the section; 15 is the papers' wait
 * @param diffusivityLow low end of the interdiffusion coefficient, m2/s
 * @param diffusivityHigh high end, m2/s
 * @param draws draws over the coefficient, log-uniform
 * @param seed of the draws
 * @param priorIsolated probability of isolation before the map was seen
 * @param widthUm width of objects by label, um; where absent the largest inscribed circle of the label is used
 */
public record Measurement(double beamKeV, Electrolyte electrolyte, double days, double diffusivityLow,
	double diffusivityHigh, int draws, long seed, double priorIsolated, Map<Integer, Double> widthUm)
{

	/** 10 kV, LLZTO, 15 days, D from 1e-16 to 1e-14 m2/s, 10000 draws, prior one half. */
	public static final Measurement DEFAULT = new Measurement(10, Electrolyte.LLZTO, 15, 1e-16, 1e-14, 10_000, 1, 0.5,
		Map.of());

	/** Absorption edge of Mg K, keV (recalled; Bearden &amp; Burr, Rev. Mod. Phys. 39, 125 (1967)). */
	public static final double MAGNESIUM_EDGE_KEV = 1.305;

	/** Checks the ranges. */
	public Measurement {
		if (!(beamKeV > MAGNESIUM_EDGE_KEV && beamKeV <= 300)) throw new IllegalArgumentException("beam=" + beamKeV
			+ " kV cannot give a magnesium map; the Mg K edge lies at 1.305 keV: give a value above it, such as 10.");
		if (!(days >= 0) || Double.isInfinite(days)) throw new IllegalArgumentException("days=" + days
			+ " is not a time; give the days between plating and sectioning, 0 or more.");
		if (!(diffusivityLow > 0) || !(diffusivityHigh >= diffusivityLow) || Double.isInfinite(diffusivityHigh))
			throw new IllegalArgumentException("Diffusivities from " + diffusivityLow + " to " + diffusivityHigh
				+ " m2/s are not a range; both must be positive and the second not below the first.");
		if (draws < 1) throw new IllegalArgumentException("draws=" + draws + " draws nothing; give at least 1, such as 10000.");
		if (!(priorIsolated > 0 && priorIsolated < 1)) throw new IllegalArgumentException("A prior of " + priorIsolated
			+ " leaves nothing to learn; give a probability above 0 and below 1, such as 0.5.");
		widthUm = Map.copyOf(widthUm);
		widthUm.forEach((label, w) -> {
			if (!(w > 0)) throw new IllegalArgumentException("Object " + label + " has a width of " + w
				+ " um; widths must be positive, or absent where they were not measured.");
		});
	}

	/**
	 * Time of diffusion.
	 *
	 * @return s
	 */
	public double seconds() {
		return days * 86400;
	}

	/**
	 * Another beam energy.
	 *
	 * @param keV keV
	 * @return a copy
	 */
	public Measurement withBeam(final double keV) {
		return new Measurement(keV, electrolyte, days, diffusivityLow, diffusivityHigh, draws, seed, priorIsolated, widthUm);
	}

	/**
	 * Another material around the objects.
	 *
	 * @param material what surrounds the objects
	 * @return a copy
	 */
	public Measurement in(final Electrolyte material) {
		return new Measurement(beamKeV, material, days, diffusivityLow, diffusivityHigh, draws, seed, priorIsolated, widthUm);
	}

	/**
	 * Another time of diffusion.
	 *
	 * @param time days
	 * @return a copy
	 */
	public Measurement after(final double time) {
		return new Measurement(beamKeV, electrolyte, time, diffusivityLow, diffusivityHigh, draws, seed, priorIsolated,
			widthUm);
	}

	/**
	 * Measured widths, from the crack and pore tables.
	 *
	 * @param um label to width, um
	 * @return a copy
	 */
	public Measurement withWidths(final Map<Integer, Double> um) {
		return new Measurement(beamKeV, electrolyte, days, diffusivityLow, diffusivityHigh, draws, seed, priorIsolated, um);
	}
}
