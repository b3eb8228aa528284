// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import java.util.List;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.record.Column;

/**
 * What is true of one spallation of a specimen.
 *
 * @param id number, from 1
 * @param centreUm centre of the crack under the lid, um
 * @param lidDiameterUm diameter of the crack under the lid, um
 * @param diameterUm diameter of the circle whose area is that of crack and rim as seen from the electrode, um
 * @param areaUm2 that area, um2
 * @param depthUm depth of the crack's middle plane, um
 * @param lidThicknessUm thickness of the lid over the middle, um
 * @param openingUm mean opening under the lid (volume over area), um
 * @param openingMaxUm opening in the middle, um
 * @param rimClosure share of the circumference at which the rim reaches the surface
 * @param rimRadiusUm radius of the rim at the surface, um; NaN without a rim
 * @param crackVolumeUm3 volume of the whole crack with rim and tail, filled or not, um3
 * @param lithiumVolumeUm3 volume of lithium, um3
 * @param tailUm length of the narrow crack below, um
 * @param tailWidthUm its diameter, um
 */
public record SpallationTruth(int id, Vec3 centreUm, double lidDiameterUm, double diameterUm, double areaUm2,
	double depthUm, double lidThicknessUm, double openingUm, double openingMaxUm, double rimClosure, double rimRadiusUm,
	double crackVolumeUm3, double lithiumVolumeUm3, double tailUm, double tailWidthUm)
{

	/** The table of true spallations, in the order of the file. */
	public static final List<Column<SpallationTruth>> COLUMNS = List.of(
		new Column<>("id", "number of the spallation", SpallationTruth::id),
		new Column<>("center_x_um", "centre, x", s -> s.centreUm.x()),
		new Column<>("center_y_um", "centre, y", s -> s.centreUm.y()),
		new Column<>("center_z_um", "centre, z", s -> s.centreUm.z()),
		new Column<>("lid_diameter_um", "diameter of the crack under the lid", SpallationTruth::lidDiameterUm),
		new Column<>("diameter_um", "diameter of the circle of equal projected area", SpallationTruth::diameterUm),
		new Column<>("area_um2", "projected area of crack and rim", SpallationTruth::areaUm2),
		new Column<>("depth_um", "depth of the crack's middle plane", SpallationTruth::depthUm),
		new Column<>("lid_thickness_um", "thickness of the lid over the middle", SpallationTruth::lidThicknessUm),
		new Column<>("opening_um", "mean opening under the lid", SpallationTruth::openingUm),
		new Column<>("opening_max_um", "opening in the middle", SpallationTruth::openingMaxUm),
		new Column<>("rim_closure", "share of the rim that reaches the surface", SpallationTruth::rimClosure),
		new Column<>("rim_radius_um", "radius of the rim at the surface", SpallationTruth::rimRadiusUm),
		new Column<>("crack_volume_um3", "volume of the whole crack, filled or not", SpallationTruth::crackVolumeUm3),
		new Column<>("lithium_volume_um3", "volume of lithium in it", SpallationTruth::lithiumVolumeUm3),
		new Column<>("tail_length_um", "length of the narrow crack below", SpallationTruth::tailUm),
		new Column<>("tail_width_um", "diameter of the narrow crack below", SpallationTruth::tailWidthUm));
}
