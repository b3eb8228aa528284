// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

/**
 * What the size of the X-ray volume does to thin and to wide lithium: thin cracks are diluted by the electrolyte beside
 * them, wide lithium shows lithium-magnesium that lies several um away.
 */
public final class XrayVolume {

	private XrayVolume() {}

	/**
	 * Density of a lithium-magnesium alloy from the molar volumes of its metals (13.00 and 13.98 cm3/mol; derived).
	 *
	 * @param atPct magnesium, at%
	 * @return g/cm3
	 */
	public static double alloyDensity(final double atPct) {
		final double x = atPct / 100;
		return ((1 - x) * Alloy.LITHIUM_G_PER_MOL + x * Alloy.MAGNESIUM_G_PER_MOL) / ((1 - x) * 12.996 + x * 13.98);
	}

	/**
	 * Share of the signal of wide metal that a slit of metal gives: the mass of metal over all mass in the X-ray range,
	 * f rho_m / (f rho_m + (1 - f) rho_e) with f = width / range (derived).
	 *
	 * @param widthUm width of the metal, um
	 * @param m beam and electrolyte
	 * @param atPct magnesium of the metal, at%
	 * @return 0 to 1; 1 when the metal is wider than the range
	 */
	public static double dilution(final double widthUm, final Measurement m, final double atPct) {
		final double f = widthUm / m.electrolyte().xrayRangeUm(m.beamKeV(), Measurement.MAGNESIUM_EDGE_KEV);
		if (f >= 1) return 1;
		final double metal = f * alloyDensity(atPct);
		return metal / (metal + (1 - f) * m.electrolyte().densityGPerCm3());
	}

	/**
	 * How far lithium-magnesium can send signal into an object: the range in lithium, but no farther than the object is
	 * wide, and never less than the range in the electrolyte.
	 *
	 * @param widthUm width of the object, um
	 * @param m beam and electrolyte
	 * @return um
	 */
	public static double bloomReachUm(final double widthUm, final Measurement m) {
		final double electrolyte = m.electrolyte().xrayRangeUm(m.beamKeV(), Measurement.MAGNESIUM_EDGE_KEV);
		final double lithium = Electrolyte.LITHIUM.xrayRangeUm(m.beamKeV(), Measurement.MAGNESIUM_EDGE_KEV);
		return Math.max(electrolyte, Math.min(lithium, widthUm));
	}

	/**
	 * Share of the X-ray volume that lies beyond a straight border: the segment of a disc as wide as the range. It is an
	 * upper estimate, because most X-rays come from nearer the beam.
	 *
	 * @param distanceUm distance from the beam to the border, um
	 * @param reachUm radius of the disc, um
	 * @return 0 to 1/2
	 */
	public static double shareBeyond(final double distanceUm, final double reachUm) {
		final double t = distanceUm / reachUm;
		if (t >= 1) return 0;
		return (Math.acos(t) - t * Math.sqrt(1 - t * t)) / Math.PI;
	}
}
