// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.current;

import java.util.List;

import org.dendritej.core.field.TipReport;
import org.dendritej.core.record.Column;

/**
 * The field at the deepest point of one lithium-filled crack.
 *
 * @param crack its label
 * @param currentShare share of the current that enters the crack's body: does not depend on the mesh's fineness at the tip
 * @param report field ahead of the tip; NaN where it could not be taken
 * @param remark why it could not be taken, or the warning that belongs to the largest value
 */
public record CrackTip(int crack, double currentShare, TipReport report, String remark) {

	/** The table, in the order of the file. */
	public static final List<Column<CrackTip>> COLUMNS = List.of(new Column<>("crack", "label of the crack", CrackTip::crack),
		new Column<>("tip_x_um", "deepest point, x", t -> t.report.tipUm().x()), new Column<>("tip_y_um", "deepest point, y", t -> t.report
			.tipUm().y()), new Column<>("tip_z_um", "deepest point, z", t -> t.report.tipUm().z()), new Column<>("body_current_share",
				"share of the current that enters the crack's body", CrackTip::currentShare), new Column<>("ahead_um",
					"length of the mean ahead of the tip", t -> t.report.lengthUm()), new Column<>("mean_flux_ma_cm2",
						"mean current density over that length", t -> t.report.meanFluxMaCm2()), new Column<>("focusing",
							"the same over the mean current density", t -> t.report.focusing()), new Column<>("intensity_v_per_sqrt_um",
								"K of E = K / sqrt(2 pi r); 8 to 17 % high", t -> t.report.intensity()), new Column<>("largest_voxel_flux_ma_cm2",
									"first voxel face ahead: a mesh number, see remark", t -> t.report.maxFluxMaCm2()), new Column<>("remark",
										"warning, or why there is no number", CrackTip::remark));
}
