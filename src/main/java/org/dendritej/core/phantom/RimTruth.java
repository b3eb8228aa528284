// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import java.util.List;

import org.dendritej.core.record.Column;

/**
 * What is true of one rim of a surface image.
 *
 * @param id number, from 1
 * @param xUm centre along x on the surface, um
 * @param yUm centre along y on the surface, tilt undone, um
 * @param xPx centre column in the image (0.5 = middle of the first pixel)
 * @param yPx centre row in the image
 * @param diameterUm diameter of the circle of equal area, um
 * @param areaUm2 area inside the rim, um2
 * @param closure share of the rim that shows
 * @param serration rms deviation over the radius
 * @param polarity 1 bright, -1 dark, 0 both
 * @param contrastToNoise contrast over the standard deviation of noise and texture; infinite without noise
 * @param touchesBorder whether the image cuts it
 */
public record RimTruth(int id, double xUm, double yUm, double xPx, double yPx, double diameterUm, double areaUm2,
	double closure, double serration, int polarity, double contrastToNoise, boolean touchesBorder)
{

	/** The table of true rims, in the order of the file. */
	public static final List<Column<RimTruth>> COLUMNS = List.of(
		new Column<>("id", "number of the rim", RimTruth::id),
		new Column<>("center_x_um", "centre on the surface, x", RimTruth::xUm),
		new Column<>("center_y_um", "centre on the surface, y, tilt undone", RimTruth::yUm),
		new Column<>("center_x_px", "centre column in the image", RimTruth::xPx),
		new Column<>("center_y_px", "centre row in the image", RimTruth::yPx),
		new Column<>("diameter_um", "diameter of the circle of equal area", RimTruth::diameterUm),
		new Column<>("area_um2", "area inside the rim", RimTruth::areaUm2),
		new Column<>("rim_closure", "share of the rim that shows", RimTruth::closure),
		new Column<>("serration", "rms deviation of the rim over its radius", RimTruth::serration),
		new Column<>("polarity", "1 bright, -1 dark, 0 both", RimTruth::polarity),
		new Column<>("contrast_to_noise", "contrast over noise and texture", RimTruth::contrastToNoise),
		new Column<>("touches_border", "cut by the image border", RimTruth::touchesBorder));
}
