// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.List;

import org.dendritej.core.record.Column;

/**
 * One connected pore with its own cracks and collecting area: the current density at which it cracks the electrolyte.
 *
 * @param pore label
 * @param radiusUm radius of the sphere of equal volume, um
 * @param depthUm depth of its centre, um
 * @param collectingAreaUm2 electrode area whose current it takes, um2
 * @param areaSource where the area comes from
 * @param pathUm shortest way through cracks to the electrode, um
 * @param widthNm width of the uniform crack of that length with the same flow as all its cracks together, nm
 * @param widthSdNm standard deviation of the width, nm; 0 if not measured
 * @param lengthSdUm standard deviation of the length, um; 0 if not measured
 * @param radiusSdUm standard deviation of the radius, um; 0 if not measured
 * @param pressureAtUnitMPa pore pressure above the stack at 1 mA/cm2, MPa
 * @param fractureMaCm2 current density at which the pressure reaches the strength, mA/cm2
 * @param wallRatePerS greatest shear rate in the equivalent crack at fracture, 1/s
 * @param widthResolved false if the image resolves the width of none of its cracks
 * @param shares whether other pores drain through the same cracks
 */
public record PoreFracture(int pore, double radiusUm, double depthUm, double collectingAreaUm2, String areaSource,
	double pathUm, double widthNm, double widthSdNm, double lengthSdUm, double radiusSdUm, double pressureAtUnitMPa,
	double fractureMaCm2, double wallRatePerS, boolean widthResolved, boolean shares)
{

	/** The table of connected pores, weakest first. */
	public static final List<Column<PoreFracture>> COLUMNS = List.of(
		new Column<>("pore", "label of the pore", PoreFracture::pore),
		new Column<>("fracture_ma_cm2", "current density at which it cracks", PoreFracture::fractureMaCm2),
		new Column<>("radius_um", "radius of the sphere of equal volume", PoreFracture::radiusUm),
		new Column<>("depth_um", "depth of its centre", PoreFracture::depthUm),
		new Column<>("collecting_area_um2", "electrode area whose current it takes", PoreFracture::collectingAreaUm2),
		new Column<>("path_um", "shortest way through cracks to the electrode", PoreFracture::pathUm),
		new Column<>("width_nm", "width of the equivalent uniform crack", PoreFracture::widthNm),
		new Column<>("pressure_at_1ma_mpa", "pore pressure above the stack at 1 mA/cm2", PoreFracture::pressureAtUnitMPa),
		new Column<>("wall_rate_per_s", "shear rate in the crack at fracture", PoreFracture::wallRatePerS),
		new Column<>("width_resolved", "false if the image cannot resolve the width", PoreFracture::widthResolved),
		new Column<>("shares_cracks", "other pores drain through the same cracks", PoreFracture::shares),
		new Column<>("area_source", "where the collecting area comes from", PoreFracture::areaSource));
}
