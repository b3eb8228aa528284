// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import java.util.List;

import org.dendritej.core.record.Column;

/**
 * What is true of one slice of a simulated FIB-SEM acquisition.
 *
 * @param slice index, from 0
 * @param positionUm place of the milled face along z from the low side of the specimen, um
 * @param thicknessUm distance to the next milled face, um
 * @param driftXPx shift of the content along x: a point at column c of the specimen lies at c + driftXPx, pixels
 * @param driftYPx shift of the content along y in the recorded image, pixels
 * @param gain factor on the contrast of the slice
 * @param offset grey levels added to the slice
 */
public record SliceTruth(int slice, double positionUm, double thicknessUm, double driftXPx, double driftYPx,
	double gain, double offset)
{

	/** The table of true slices, in the order of the file. */
	public static final List<Column<SliceTruth>> COLUMNS = List.of(
		new Column<>("slice", "index, from 0", SliceTruth::slice),
		new Column<>("position_um", "place of the milled face", SliceTruth::positionUm),
		new Column<>("thickness_um", "distance to the next face", SliceTruth::thicknessUm),
		new Column<>("drift_x_px", "shift of the content, columns", SliceTruth::driftXPx),
		new Column<>("drift_y_px", "shift of the content, rows", SliceTruth::driftYPx),
		new Column<>("gain", "factor on the contrast", SliceTruth::gain),
		new Column<>("offset_grey", "grey levels added", SliceTruth::offset));
}
