// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import org.dendritej.core.geom.Vec3;

/**
 * The field ahead of a crack tip, in numbers that do not depend on the mesh, and the one that does with its warning.
 * <p>
 * At a sharp conducting tip the field is singular, E = K / sqrt(2 pi r): the largest voxel value grows as 1/sqrt(voxel)
 * and is no property of the crack.
 *
 * @param tipUm tip, um
 * @param lengthUm distance over which the mean is taken, um
 * @param meanFieldVPerUm mean field from the tip to that distance: potential there over the distance, V/um
 * @param meanFluxMaCm2 the same times the conductivity at the tip, mA/cm2
 * @param focusing mean flux over the far current density
 * @param intensity K from a parabola through 1 / (2 pi E^2) at r = 3 .. 10 voxels, V/sqrt(um); NaN if not asked for
 * @param intensityError standard error of the fit, V/sqrt(um); the bluntness of voxels adds about 8 % (crack of 80 voxels)
 *          to 17 % (20 voxels), always upwards
 * @param maxFluxMaCm2 flux through the first voxel face ahead of the tip, mA/cm2: a mesh number
 * @param warning to be shown wherever maxFluxMaCm2 is
 */
public record TipReport(Vec3 tipUm, double lengthUm, double meanFieldVPerUm, double meanFluxMaCm2, double focusing,
	double intensity, double intensityError, double maxFluxMaCm2, String warning)
{}
