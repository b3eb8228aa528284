// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.current;

import java.util.List;

import org.dendritej.core.record.Column;
import org.dendritej.core.record.PoreCurrent;

/**
 * Current that one pore or crack collects, beside what the idealised sphere would. The first six columns are those of
 * {@link PoreCurrent}.
 *
 * @param label label of the pore or crack
 * @param filled whether it was taken to be lithium; if not, it carries no current and is not measured
 * @param areaUm2 lithium surface in contact with conducting electrolyte, true area (Crofton), um2
 * @param currentShare share of the whole plating current, 0 to 1
 * @param collectingAreaUm2 alpha: electrode area whose current it takes, um2
 * @param sphereUm2 the same for the sphere of equal volume and depth in a square array at the sample's separation (eq. 10)
 * @param aloneUm2 the same for that sphere alone (eq. 9)
 * @param depthUm depth of the centroid, um; for a crack, of its deepest face
 * @param radiusUm radius of the sphere of equal volume, um
 * @param currentNa current it takes, nA
 * @param densityMaCm2 mean current density on its surface, mA/cm2
 * @param overSphere alpha over that of the sphere in the array
 * @param remark why a number is missing; empty if none is
 */
public record BodyCurrent(int label, boolean filled, double areaUm2, double currentShare, double collectingAreaUm2,
	double sphereUm2, double aloneUm2, double depthUm, double radiusUm, double currentNa, double densityMaCm2, double overSphere,
	String remark)
{

	/** The pores' table, in the order of the file. */
	public static final List<Column<BodyCurrent>> PORES = List.of(new Column<>("pore", "label of the pore", BodyCurrent::label),
		new Column<>("area_um2", "lithium surface that meets conducting electrolyte", BodyCurrent::areaUm2),
		new Column<>("current_share", "share of the plating current", BodyCurrent::currentShare),
		new Column<>("collecting_area_um2", "electrode area whose current it takes", BodyCurrent::collectingAreaUm2),
		new Column<>("sphere_collecting_area_um2", "the same for the equal sphere in an array (eq. 10)", BodyCurrent::sphereUm2),
		new Column<>("depth_um", "depth of its centroid", BodyCurrent::depthUm),
		new Column<>("lone_sphere_collecting_area_um2", "the same for the equal sphere alone (eq. 9)", BodyCurrent::aloneUm2),
		new Column<>("over_sphere", "collecting_area_um2 over sphere_collecting_area_um2", BodyCurrent::overSphere),
		new Column<>("radius_eq_um", "radius of the sphere of equal volume", BodyCurrent::radiusUm),
		new Column<>("current_na", "current it takes", BodyCurrent::currentNa),
		new Column<>("surface_current_density_ma_cm2", "mean current density on its surface", BodyCurrent::densityMaCm2),
		new Column<>("filled", "taken to be full of lithium", BodyCurrent::filled),
		new Column<>("remark", "why a number is missing", BodyCurrent::remark));

	/** The cracks' table, in the order of the file. */
	public static final List<Column<BodyCurrent>> CRACKS = List.of(new Column<>("crack", "label of the crack", BodyCurrent::label),
		new Column<>("area_um2", "lithium surface that meets conducting electrolyte", BodyCurrent::areaUm2),
		new Column<>("current_share", "share of the plating current", BodyCurrent::currentShare),
		new Column<>("collecting_area_um2", "electrode area whose current it takes", BodyCurrent::collectingAreaUm2),
		new Column<>("depth_reach_um", "depth of its deepest voxel face", BodyCurrent::depthUm),
		new Column<>("current_na", "current into the crack's body", BodyCurrent::currentNa),
		new Column<>("surface_current_density_ma_cm2", "mean current density on its surface", BodyCurrent::densityMaCm2),
		new Column<>("filled", "taken to be full of lithium", BodyCurrent::filled),
		new Column<>("remark", "why a number is missing", BodyCurrent::remark));

	/**
	 * The record that goes into the document.
	 *
	 * @return the same numbers
	 */
	public PoreCurrent record() {
		return new PoreCurrent(label, areaUm2, currentShare, collectingAreaUm2, sphereUm2, depthUm);
	}
}
