// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import java.util.ArrayList;
import java.util.List;

/**
 * X-ray lines that matter for lithium batteries with solid electrolytes: the one table of energies.
 * <p>
 * Source: Bearden, Rev. Mod. Phys. 39, 78 (1967), doi:10.1103/RevModPhys.39.78, values recalled to 1 eV or better, except
 * Ta M-zeta, which is recalled to about 5 eV. Lithium K (0.0543 keV) is below what usual detectors see.
 */
public enum XrayLine {
	/** Lithium K. */
	LI_K("Li", "K", 0.0543),
	/** Carbon K. */
	C_K_ALPHA("C", "Ka", 0.2774),
	/** Nitrogen K. */
	N_K_ALPHA("N", "Ka", 0.3924),
	/** Oxygen K. */
	O_K_ALPHA("O", "Ka", 0.5249),
	/** Fluorine K. */
	F_K_ALPHA("F", "Ka", 0.6768),
	/** Lanthanum M. */
	LA_M_ALPHA("La", "Ma", 0.833),
	/** Sodium K. */
	NA_K_ALPHA("Na", "Ka", 1.0410),
	/** Gallium L. */
	GA_L_ALPHA("Ga", "La", 1.0979),
	/** Germanium L. */
	GE_L_ALPHA("Ge", "La", 1.1880),
	/** Magnesium K. */
	MG_K_ALPHA("Mg", "Ka", 1.2536),
	/** Arsenic L. */
	AS_L_ALPHA("As", "La", 1.2820),
	/** Tantalum M5-N3, beside magnesium. */
	TA_M_ZETA("Ta", "Mz", 1.330),
	/** Aluminium K. */
	AL_K_ALPHA("Al", "Ka", 1.4867),
	/** Tantalum M. */
	TA_M_ALPHA("Ta", "Ma", 1.7096),
	/** Silicon K. */
	SI_K_ALPHA("Si", "Ka", 1.7400),
	/** Phosphorus K. */
	P_K_ALPHA("P", "Ka", 2.0137),
	/** Zirconium L. */
	ZR_L_ALPHA("Zr", "La", 2.0424),
	/** Niobium L. */
	NB_L_ALPHA("Nb", "La", 2.1659),
	/** Sulfur K. */
	S_K_ALPHA("S", "Ka", 2.3078),
	/** Chlorine K. */
	CL_K_ALPHA("Cl", "Ka", 2.6224),
	/** Potassium K. */
	K_K_ALPHA("K", "Ka", 3.3138),
	/** Calcium K. */
	CA_K_ALPHA("Ca", "Ka", 3.6917),
	/** Titanium K. */
	TI_K_ALPHA("Ti", "Ka", 4.5108),
	/** Lanthanum L. */
	LA_L_ALPHA("La", "La", 4.6510),
	/** Iron K. */
	FE_K_ALPHA("Fe", "Ka", 6.4038),
	/** Nickel K. */
	NI_K_ALPHA("Ni", "Ka", 7.4782),
	/** Copper K. */
	CU_K_ALPHA("Cu", "Ka", 8.0478),
	/** Tantalum L. */
	TA_L_ALPHA("Ta", "La", 8.1461);

	private final String element;
	private final String line;
	private final double keV;

	XrayLine(final String element, final String line, final double keV) {
		this.element = element;
		this.line = line;
		this.keV = keV;
	}

	/**
	 * Chemical symbol.
	 *
	 * @return such as Mg
	 */
	public String element() {
		return element;
	}

	/**
	 * Name of the line in ASCII.
	 *
	 * @return such as Ka, La, Mz
	 */
	public String line() {
		return line;
	}

	/**
	 * Energy.
	 *
	 * @return keV
	 */
	public double keV() {
		return keV;
	}

	/**
	 * Other lines near this one.
	 *
	 * @param withinKeV distance, keV
	 * @return the lines of this table within that distance, without this one
	 */
	public List<XrayLine> neighbours(final double withinKeV) {
		final List<XrayLine> near = new ArrayList<>();
		for (final XrayLine l : values())
			if (l != this && Math.abs(l.keV - keV) <= withinKeV) near.add(l);
		return near;
	}
}
