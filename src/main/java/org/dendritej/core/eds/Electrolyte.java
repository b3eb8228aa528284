// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

/**
 * What electrons and X-rays meet in a material.
 *
 * @param name its name
 * @param meanAtomicMass mean atomic mass A, mass-weighted, g/mol
 * @param meanAtomicNumber mean atomic number Z, mass-weighted
 * @param densityGPerCm3 density, g/cm3
 * @param tantalum whether it holds tantalum, whose M-zeta line lies beside Mg K-alpha
 */
public record Electrolyte(String name, double meanAtomicMass, double meanAtomicNumber, double densityGPerCm3,
	boolean tantalum)
{

	/** Li6.5La3Zr1.5Ta0.5O12: A and Z mass-weighted, 5.5 g/cm3 (recalled). */
	public static final Electrolyte LLZTO = new Electrolyte("LLZTO", 104, 43.2, 5.5, true);
	/** Li6PS5Cl: A and Z mass-weighted from the formula (derived), 1.86 g/cm3 (recalled). */
	public static final Electrolyte LI6PS5CL = new Electrolyte("Li6PS5Cl", 28.5, 14.0, 1.86, false);
	/** Lithium metal, 0.534 g/cm3. */
	public static final Electrolyte LITHIUM = new Electrolyte("lithium", 6.94, 3, 0.534, false);

	/**
	 * A built-in material.
	 *
	 * @param name LLZTO or Li6PS5Cl
	 * @return the material
	 * @throws IllegalArgumentException for another name
	 */
	public static Electrolyte parse(final String name) {
		for (final Electrolyte e : new Electrolyte[] { LLZTO, LI6PS5CL })
			if (e.name.equalsIgnoreCase(name == null ? "" : name.strip())) return e;
		throw new IllegalArgumentException("electrolyte=" + name + " is not known here; use LLZTO or Li6PS5Cl.");
	}

	/** Checks the numbers. */
	public Electrolyte {
		if (!(meanAtomicMass > 0) || !(meanAtomicNumber > 0) || !(densityGPerCm3 > 0)) throw new IllegalArgumentException(
			"The material " + name + " has A=" + meanAtomicMass + ", Z=" + meanAtomicNumber + " and density "
				+ densityGPerCm3 + " g/cm3; all three must be positive.");
	}

	/**
	 * Range of electrons, Kanaya &amp; Okayama, J. Phys. D 5, 43 (1972), doi:10.1088/0022-3727/5/1/308: 0.0276 A E^1.67 /
	 * (Z^0.889 rho).
	 *
	 * @param beamKeV energy of the beam, keV
	 * @return um
	 */
	public double electronRangeUm(final double beamKeV) {
		return 0.0276 * meanAtomicMass * Math.pow(beamKeV, 1.67) / (Math.pow(meanAtomicNumber, 0.889) * densityGPerCm3);
	}

	/**
	 * Range within which electrons can still excite a line: the same law with E^1.67 - Ec^1.67.
	 *
	 * @param beamKeV energy of the beam, keV
	 * @param edgeKeV absorption edge of the line (1.305 for Mg K), keV
	 * @return um; 0 below the edge
	 */
	public double xrayRangeUm(final double beamKeV, final double edgeKeV) {
		return Math.max(0, electronRangeUm(beamKeV) - electronRangeUm(edgeKeV));
	}
}
