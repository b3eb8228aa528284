// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.record;

import java.util.List;
import java.util.stream.Collectors;

import org.dendritej.core.geom.Vec3;

/**
 * One spallation (pothole) crack as it was measured. What was not measured is NaN, an empty text, or -1 for a count.
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
 * @param faradayRatioSd standard deviation of faradayRatio
 * @param localCurrentMaCm2 plating current density that would have made the lithium in the crack in the same time, mA/cm2
 * @param localCurrentSdMaCm2 its standard deviation, mA/cm2
 * @param majorUm larger axis (diameter) of the fitted ellipse, um
 * @param minorUm smaller axis of the fitted ellipse, um
 * @param angleDeg direction of the larger axis from x towards y, degrees
 * @param touchesBorder whether the image cuts it
 * @param samplingWeight image area over the area in which a box of this size lies whole; 0 if the border cuts it
 * @param edgeDistanceUm distance of the centre to the electrode's outline, positive inside, um
 * @param falseAlarmsLog10 log10 of the rims as clear as this that the image's texture would make by chance in the whole image
 * @param rim how the rim looks: dark line, bright line, step, mixed, or how it was given
 * @param rimContrast grey contrast of the rim over the noise of one sample of it
 * @param verticalFactor factor by which the image vertical was stretched for the tilted view; 1 = none
 * @param openingSdUm standard deviation of the opening over the lid, um
 * @param openingMaxUm largest opening under the lid, um
 * @param fill lithium share of the crack's volume
 * @param rimConnected share of the circumference over which the crack reaches the surface
 * @param upliftUm height of the lid above the surface around it, um
 * @param tips deepest points below the crack's floor; -1 = not counted
 * @param tipDepthUm depth of the deepest tip below the face, um
 * @param poreLabels pores that the crack runs through
 * @param ebicContrast mean EBIC signal over the background's, less 1
 * @param ebicP probability of that contrast without a connection
 * @param ebicVerdict connected, not connected or undecided; empty = not measured
 * @param openingResolved whether the voxels resolve the opening: two of them or more on average; false where it was not measured
 */
public record Spallation(int id, String mode, Vec3 centreUm, double diameterUm, double diameterSdUm, double feretUm, double circularity,
	double rimClosure, double areaUm2, double depthUm, double lidThicknessUm, double openingUm, double crackVolumeUm3,
	double lithiumVolumeUm3, double platedVolumeUm3, double faradayRatio, double serration, int stage,
	String stageReason, double faradayRatioSd, double localCurrentMaCm2, double localCurrentSdMaCm2, double majorUm,
	double minorUm, double angleDeg, boolean touchesBorder, double samplingWeight, double edgeDistanceUm,
	double falseAlarmsLog10, String rim, double rimContrast, double verticalFactor, double openingSdUm,
	double openingMaxUm, double fill, double rimConnected, double upliftUm, int tips, double tipDepthUm,
	List<Integer> poreLabels, double ebicContrast, double ebicP, String ebicVerdict,
	boolean openingResolved)
{

	/** Keeps a copy. */
	public Spallation {
		poreLabels = List.copyOf(poreLabels);
	}

	/**
	 * A spallation of which only the first columns are known.
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
	public Spallation(final int id, final String mode, final Vec3 centreUm, final double diameterUm, final double diameterSdUm,
		final double feretUm, final double circularity, final double rimClosure, final double areaUm2,
		final double depthUm, final double lidThicknessUm, final double openingUm, final double crackVolumeUm3,
		final double lithiumVolumeUm3, final double platedVolumeUm3, final double faradayRatio, final double serration,
		final int stage, final String stageReason)
	{
		this(id, mode, centreUm, diameterUm, diameterSdUm, feretUm, circularity, rimClosure, areaUm2, depthUm,
			lidThicknessUm, openingUm, crackVolumeUm3, lithiumVolumeUm3, platedVolumeUm3, faradayRatio, serration, stage,
			stageReason, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, false, Double.NaN,
			Double.NaN, Double.NaN, "", Double.NaN, 1, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, -1,
			Double.NaN, List.of(), Double.NaN, Double.NaN, "", false);
	}

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
		new Column<>("stage_reason", "why", Spallation::stageReason),
		new Column<>("faraday_ratio_sd", "standard deviation of faraday_ratio", Spallation::faradayRatioSd),
		new Column<>("local_current_ma_cm2", "current density that the lithium in the crack implies",
			Spallation::localCurrentMaCm2),
		new Column<>("local_current_sd_ma_cm2", "its standard deviation", Spallation::localCurrentSdMaCm2),
		new Column<>("major_um", "larger axis of the fitted ellipse", Spallation::majorUm),
		new Column<>("minor_um", "smaller axis of the fitted ellipse", Spallation::minorUm),
		new Column<>("angle_deg", "direction of the larger axis from x towards y", Spallation::angleDeg),
		new Column<>("touches_border", "cut by the image border", Spallation::touchesBorder),
		new Column<>("sampling_weight", "weight in the density; 0 if cut by the border", Spallation::samplingWeight),
		new Column<>("edge_distance_um", "centre to the electrode outline, positive inside", Spallation::edgeDistanceUm),
		new Column<>("false_alarms_log10", "log10 of equally clear rims expected by chance in the whole image",
			Spallation::falseAlarmsLog10),
		new Column<>("rim", "how the rim looks or was given", Spallation::rim),
		new Column<>("rim_contrast", "contrast of the rim over the noise", Spallation::rimContrast),
		new Column<>("vertical_factor", "stretch of the image vertical for the tilted view", Spallation::verticalFactor),
		new Column<>("opening_sd_um", "standard deviation of the opening over the lid", Spallation::openingSdUm),
		new Column<>("opening_max_um", "largest opening under the lid", Spallation::openingMaxUm),
		new Column<>("fill", "lithium share of the crack volume", Spallation::fill),
		new Column<>("rim_connected", "share of the circumference over which the crack reaches the surface",
			Spallation::rimConnected),
		new Column<>("uplift_um", "lid above the surface around it", Spallation::upliftUm),
		new Column<>("tips", "tips below the floor", s -> s.tips < 0 ? "" : (Object) s.tips),
		new Column<>("tip_depth_um", "depth of the deepest tip", Spallation::tipDepthUm),
		new Column<>("pore_labels", "pores that the crack runs through, separated by spaces",
			s -> s.poreLabels.stream().map(String::valueOf).collect(Collectors.joining(" "))),
		new Column<>("ebic_contrast", "EBIC signal over background - 1", Spallation::ebicContrast),
		new Column<>("ebic_p", "probability of that contrast without a connection", Spallation::ebicP),
		new Column<>("ebic_verdict", "connected, not connected or undecided", Spallation::ebicVerdict),
		new Column<>("opening_resolved", "two voxels or more across the opening on average",
			s -> Double.isNaN(s.openingUm) ? "" : (Object) s.openingResolved));
}
