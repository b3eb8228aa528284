// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.List;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.record.Column;

/**
 * One place along the main line of a crack and how open the crack is there.
 *
 * @param crack label of the crack
 * @param alongUm distance from the start of the line (the face, or the farthest tip), um
 * @param atUm the place, um
 * @param widthNm opening, nm; NaN where it was not measured (tips, near pores)
 * @param grey whether it comes from grey values
 */
public record ProfilePoint(int crack, double alongUm, Vec3 atUm, double widthNm, boolean grey) {

	/** The profile table, in the order of the file. */
	public static final List<Column<ProfilePoint>> COLUMNS = List.of(
		new Column<>("crack", "label of the crack", ProfilePoint::crack),
		new Column<>("along_um", "distance from the start of its main line", ProfilePoint::alongUm),
		new Column<>("x_um", "place, x", p -> p.atUm.x()),
		new Column<>("y_um", "place, y", p -> p.atUm.y()),
		new Column<>("z_um", "place, z", p -> p.atUm.z()),
		new Column<>("width_nm", "opening there; empty where not measured", ProfilePoint::widthNm),
		new Column<>("from_grey", "true from grey values, false from the mask", ProfilePoint::grey));
}
