// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.List;

import org.dendritej.core.record.Column;

/**
 * One occluded pore that fills by electronic leakage.
 *
 * @param pore label
 * @param radiusUm radius of the sphere of equal volume, um
 * @param depthUm depth of its centre, um
 * @param criticalMPa pressure at which it cracks the electrolyte, MPa
 * @param criticalMaCm2 current density above which leakage reaches that pressure, mA/cm2
 * @param pressureLimitMPa pressure that leakage would reach at the stated current density, MPa
 * @param fillS time to fill at that current density, s
 * @param fillMahCm2 charge per area in that time, mAh/cm2
 * @param spalls whether that pressure is enough
 * @param reason why it counts as occluded
 */
public record OccludedRow(int pore, double radiusUm, double depthUm, double criticalMPa, double criticalMaCm2,
	double pressureLimitMPa, double fillS, double fillMahCm2, boolean spalls, String reason)
{

	/** The table of occluded pores. */
	public static final List<Column<OccludedRow>> COLUMNS = List.of(
		new Column<>("pore", "label of the pore", OccludedRow::pore),
		new Column<>("radius_um", "radius of the sphere of equal volume", OccludedRow::radiusUm),
		new Column<>("depth_um", "depth of its centre", OccludedRow::depthUm),
		new Column<>("critical_mpa", "pressure at which it cracks the electrolyte", OccludedRow::criticalMPa),
		new Column<>("critical_ma_cm2", "current density above which leakage reaches it", OccludedRow::criticalMaCm2),
		new Column<>("pressure_limit_mpa", "pressure that leakage reaches at the stated current",
			OccludedRow::pressureLimitMPa),
		new Column<>("fill_s", "time to fill at the stated current", OccludedRow::fillS),
		new Column<>("fill_mah_cm2", "charge in that time", OccludedRow::fillMahCm2),
		new Column<>("spalls", "the pressure is enough", OccludedRow::spalls),
		new Column<>("reason", "why it counts as occluded", OccludedRow::reason));
}
