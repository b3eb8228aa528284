// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.label.Connectivity;

/**
 * What the user chooses about cracks.
 *
 * @param face where the electrode lies
 * @param aspect smallest length over mean width that makes a crack (3 in Melvin et al., Nature Energy 2025,
 *          doi:10.1038/s41560-025-01847-0)
 * @param prune shortest side branch kept, in local widths
 * @param connectivity which voxels belong to one crack
 * @param minVoxels smallest object measured, voxels
 * @param creepExponent m of the lithium's power law, for the flow-relevant width
 * @param slit true: lithium flows as in a slit (exponent 1 + 2/m) everywhere; false: in sheets only, in tubes as 1 + 3/m
 */
public record CrackOptions(ElectrodeFace face, double aspect, double prune, Connectivity connectivity, long minVoxels,
	double creepExponent, boolean slit)
{

	/** Stress exponent of lithium creep, 1 / 0.15 (Anand and Narayan, J. Electrochem. Soc. 2019, 166, A1092; recalled). */
	public static final double LITHIUM_EXPONENT = 1 / 0.15;

	/** Checks the numbers. */
	public CrackOptions {
		if (!(aspect >= 1) || Double.isInfinite(aspect)) throw new IllegalArgumentException("aspect=" + aspect
			+ " is no length over width; give a number of at least 1 (the papers use 3).");
		if (!(prune >= 0) || Double.isInfinite(prune)) throw new IllegalArgumentException("prune=" + prune
			+ " is no number of widths; give 0 to keep every side branch, or the shortest one kept in local widths (1).");
		if (minVoxels < 1) throw new IllegalArgumentException("minvoxels=" + minVoxels
			+ " is less than one voxel; give 1 to keep everything.");
		if (!(creepExponent >= 1) || Double.isInfinite(creepExponent)) throw new IllegalArgumentException("The creep exponent "
			+ creepExponent + " is not a power law of a metal; give 1 (viscous) or more (lithium 6.67).");
	}

	/**
	 * The defaults: aspect 3, prune 1, 26 neighbours, every object, lithium in tubes.
	 *
	 * @param face where the electrode lies
	 * @return the options
	 */
	public static CrackOptions of(final ElectrodeFace face) {
		return new CrackOptions(face, 3, 1, Connectivity.TWENTYSIX, 1, LITHIUM_EXPONENT, false);
	}

	/**
	 * Exponent of the width in the flow resistance, 1 + 3/m or 1 + 2/m.
	 *
	 * @return pure number
	 */
	public double flowExponent() {
		return 1 + (slit ? 2 : 3) / creepExponent;
	}

	/**
	 * The same for a crack of known kind: a slit where the options say so or the crack is a sheet.
	 *
	 * @param sheet whether the crack is a sheet
	 * @return pure number
	 */
	public double flowExponent(final boolean sheet) {
		return 1 + (slit || sheet ? 2 : 3) / creepExponent;
	}
}
