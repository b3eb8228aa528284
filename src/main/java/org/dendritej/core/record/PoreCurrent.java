// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.record;

import java.util.List;

/**
 * Current that one pore (or crack) collects.
 *
 * @param pore label
 * @param areaUm2 its surface, um2
 * @param currentShare share of the whole plating current, 0 to 1
 * @param collectingAreaUm2 electrode area whose current it takes, um2
 * @param sphereCollectingAreaUm2 the same for the sphere of equal volume at the same depth (closed form), um2
 * @param depthUm depth of its centroid, um
 */
public record PoreCurrent(int pore, double areaUm2, double currentShare, double collectingAreaUm2,
	double sphereCollectingAreaUm2, double depthUm)
{

	/** The current table, in the order of the file. */
	public static final List<Column<PoreCurrent>> COLUMNS = List.of(
		new Column<>("pore", "label of the pore", PoreCurrent::pore),
		new Column<>("area_um2", "its surface", PoreCurrent::areaUm2),
		new Column<>("current_share", "share of the plating current", PoreCurrent::currentShare),
		new Column<>("collecting_area_um2", "electrode area whose current it takes", PoreCurrent::collectingAreaUm2),
		new Column<>("sphere_collecting_area_um2", "the same for the equal sphere", PoreCurrent::sphereCollectingAreaUm2),
		new Column<>("depth_um", "depth of its centroid", PoreCurrent::depthUm));
}
