// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

/**
 * The two microstructures between which Fig. 5 of Melvin et al. (Nature Energy 2025, doi:10.1038/s41560-025-01847-0)
 * varies every number: Li6PS5Cl, 83 % and 99 % dense, measured critical currents of 1 and 10 mA/cm2.
 */
public final class PublishedCells {

	/** 83 % dense: R 2.3 um, s 10 um, L 2.5 um, w 158 nm. */
	public static final PoreArray DENSE83 = new PoreArray(2.3, 10, 2.5, 158);
	/** 99 % dense: R 0.5 um, s 22 um, L 1.5 um, w 125 nm. */
	public static final PoreArray DENSE99 = new PoreArray(0.5, 22, 1.5, 125);

	private PublishedCells() {}

	/**
	 * The published microstructure that a path from a sample can lead to.
	 *
	 * @param from the sample's own numbers
	 * @return the 99 % dense one, or the 83 % dense one if the sample is the former
	 */
	public static PoreArray other(final PoreArray from) {
		return from.equals(DENSE99) ? DENSE83 : DENSE99;
	}

	/**
	 * Its name.
	 *
	 * @param array one of the two
	 * @return words for a plot
	 */
	public static String name(final PoreArray array) {
		return array.equals(DENSE99) ? "Melvin 2025, 99 %" : "Melvin 2025, 83 %";
	}
}
