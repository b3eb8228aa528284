// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

/**
 * One spallation as it is to be built: a lid over an elastic penny crack, a rim that breaks through to the electrode, a
 * lithium fill and a narrow crack below (Siniscalchi et al., EES 2024, doi:10.1039/d3ee03916a, show such sections).
 *
 * @param xUm centre along x, um
 * @param zUm centre along z, um
 * @param radiusUm radius of the crack under the lid, um
 * @param depthUm depth of its middle plane below the face, um
 * @param openingUm opening in the middle, um
 * @param rimClosure share of the circumference at which the rim reaches the surface, 0 to 1; 0 = sub-surface crack
 * @param rimArcs equal arcs into which the rim is broken
 * @param rimFlareUm radius of the rim at the surface minus that of the crack, um
 * @param rimOpeningUm opening of the rim crack, um
 * @param lithiumFill share of the penny crack's volume that is lithium, 0 to 1, from the middle outwards
 * @param tailUm length of the narrow crack below the middle, um; 0 = none
 * @param tailWidthUm diameter of that crack, um
 */
public record SpallationSpec(double xUm, double zUm, double radiusUm, double depthUm, double openingUm,
	double rimClosure, int rimArcs, double rimFlareUm, double rimOpeningUm, double lithiumFill, double tailUm,
	double tailWidthUm)
{

	/** Checks all numbers. */
	public SpallationSpec {
		Lengths.positive("The radius of a spallation", radiusUm);
		Lengths.positive("The depth of a spallation", depthUm);
		Lengths.positive("The opening of a spallation", openingUm);
		Lengths.within("The rim closure", rimClosure, 0, 1);
		Lengths.within("The number of rim arcs", rimArcs, 1, 100);
		Lengths.positive("The opening of the rim", rimOpeningUm);
		Lengths.within("The lithium fill", lithiumFill, 0, 1);
		Lengths.within("The length of the crack below (um)", tailUm, 0, 1e4);
		if (tailUm > 0) Lengths.positive("The width of the crack below", tailWidthUm);
		if (openingUm >= 2 * depthUm) throw new IllegalArgumentException("A spallation that opens " + openingUm
			+ " um at a depth of " + depthUm + " um has no lid; the opening must be below twice the depth.");
		if (!(rimFlareUm > -0.9 * radiusUm) || rimFlareUm > 10 * radiusUm) throw new IllegalArgumentException(
			"The flare of the rim is " + rimFlareUm + " um; it must lie between -0.9 and 10 radii (" + radiusUm + " um).");
	}
}
