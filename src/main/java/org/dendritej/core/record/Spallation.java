// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.record;

import java.util.List;

import org.dendritej.core.geom.Vec3;

/**
 * One spallation (pothole) crack as it was measured.
 *
 * @param id number in the label image or ROI list, from 1
 * @param mode volume or surface
 * @param centreUm centre of the fitted rim, um
 * @param diameterUm diameter of the circle of equal projected area, um
 * @param diameterSdUm its standard deviation, um
 * @param feretUm largest caliper diameter of the projection, um
 * @param circularity 4 pi area / perimeter2
 * @param rimClosure share of the rim's circumference that is seen, 0 to 1
 * @param areaUm2 projected area, um2
 * @param depthUm depth of the crack surface below the face, um
 * @param lidThicknessUm thickness of the lid, um
 * @param openingUm mean opening, um
 * @param crackVolumeUm3 volume of the crack, um3
 * @param lithiumVolumeUm3 volume of lithium in it, um3
 * @param platedVolumeUm3 lithium that the charge would plate over the footprint, um3
 * @param faradayRatio lithium in the crack over that volume
 * @param serration rim roughness: rms deviation from the fitted ellipse over its mean radius
 * @param stage 1 sub-surface, 2 opened and joined, 3 fully developed; 0 not known
 * @param stageReason why
 */
public record Spallation(int id, String mode, Vec3 centreUm, double diameterUm, double diameterSdUm, double feretUm,
	double circularity, double rimClosure, double areaUm2, double depthUm, double lidThicknessUm, double openingUm,
	double crackVolumeUm3, double lithiumVolumeUm3, double platedVolumeUm3, double faradayRatio, double serration,
	int stage, String stageReason)
{

	/** The spallations table, in the order of the file. */
	public static final List<Column<Spallation>> COLUMNS = List.of(
		new Column<>("id", "number in the label image or ROI list", Spallation::id),
		new Column<>("mode", "volume or surface", Spallation::mode),
		new Column<>("center_x_um", "centre, x", s -> s.centreUm.x()),
		new Column<>("center_y_um", "centre, y", s -> s.centreUm.y()),
		new Column<>("center_z_um", "centre, z", s -> s.centreUm.z()),
		new Column<>("diameter_um", "diameter of the circle of equal projected area", Spallation::diameterUm),
		new Column<>("diameter_sd_um", "its standard deviation", Spallation::diameterSdUm),
		new Column<>("feret_um", "largest caliper diameter", Spallation::feretUm),
		new Column<>("circularity", "4 pi area / perimeter2", Spallation::circularity),
		new Column<>("rim_closure", "share of the rim that is seen", Spallation::rimClosure),
		new Column<>("area_um2", "projected area", Spallation::areaUm2),
		new Column<>("depth_um", "depth of the crack surface below the face", Spallation::depthUm),
		new Column<>("lid_thickness_um", "thickness of the lid", Spallation::lidThicknessUm),
		new Column<>("opening_um", "mean opening", Spallation::openingUm),
		new Column<>("crack_volume_um3", "volume of the crack", Spallation::crackVolumeUm3),
		new Column<>("lithium_volume_um3", "volume of lithium in it", Spallation::lithiumVolumeUm3),
		new Column<>("plated_volume_um3", "lithium plated over the footprint by the charge", Spallation::platedVolumeUm3),
		new Column<>("faraday_ratio", "lithium in the crack over the plated volume", Spallation::faradayRatio),
		new Column<>("serration", "rms deviation of the rim over its mean radius", Spallation::serration),
		new Column<>("stage", "1 sub-surface, 2 opened and joined, 3 fully developed",
			s -> s.stage == 0 ? "" : (Object) s.stage),
		new Column<>("stage_reason", "why", Spallation::stageReason));
}
