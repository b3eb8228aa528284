// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

/**
 * The four numbers of the published model: equal spherical pores under a planar electrode, each with one cylindrical
 * crack.
 *
 * @param radiusUm pore radius R, um
 * @param separationUm pitch s of the pores (their mean proximity), um
 * @param crackLengthUm length L of the crack from the electrode to the pore, um
 * @param crackWidthNm width w of the crack, nm
 */
public record PoreArray(double radiusUm, double separationUm, double crackLengthUm, double crackWidthNm) {

	/** Checks the four lengths. */
	public PoreArray {
		Allowed.positive("poreradius", radiusUm, "um");
		Allowed.positive("poreseparation", separationUm, "um");
		Allowed.positive("cracklength", crackLengthUm, "um");
		Allowed.positive("crackwidth", crackWidthNm, "nm");
	}

	/**
	 * Depth of the pore's centre: crack length plus radius.
	 *
	 * @return d = L + R, um
	 */
	public double depthUm() {
		return crackLengthUm + radiusUm;
	}

	/**
	 * Volume of one pore.
	 *
	 * @return um3
	 */
	public double poreVolumeUm3() {
		return 4 * Math.PI / 3 * radiusUm * radiusUm * radiusUm;
	}

	/**
	 * One of the four numbers.
	 *
	 * @param v which
	 * @return its value in the variable's unit
	 */
	public double get(final Variable v) {
		switch (v) {
			case PORE_RADIUS:
				return radiusUm;
			case PORE_SEPARATION:
				return separationUm;
			case CRACK_LENGTH:
				return crackLengthUm;
			case CRACK_WIDTH:
				return crackWidthNm;
			default:
				throw new IllegalArgumentException(v.key() + " is no length of the microstructure; use poreradius, "
					+ "poreseparation, cracklength or crackwidth.");
		}
	}

	/**
	 * A copy with one number replaced.
	 *
	 * @param v which
	 * @param value its new value
	 * @return the copy
	 */
	public PoreArray with(final Variable v, final double value) {
		get(v);
		return new PoreArray(v == Variable.PORE_RADIUS ? value : radiusUm, v == Variable.PORE_SEPARATION ? value
			: separationUm, v == Variable.CRACK_LENGTH ? value : crackLengthUm, v == Variable.CRACK_WIDTH ? value
				: crackWidthNm);
	}
}
