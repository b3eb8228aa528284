// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import java.util.List;

import org.dendritej.core.record.Column;
import org.dendritej.core.record.MgRegion;

/**
 * What is true of one object of a magnesium map.
 *
 * @param id its label in the map's label image, from 1
 * @param kind pore, crack or electrode
 * @param sourceId its number in the specimen
 * @param pixels map pixels whose centre it covers
 * @param mgAtpct magnesium in its metal, at%
 * @param verdict LI or LI_MG
 * @param meanNet counts that its magnesium is expected to give inside its pixels
 * @param meanBackground counts expected there from everything else, neighbours' magnesium included
 */
public record MagnesiumTruth(int id, String kind, int sourceId, long pixels, double mgAtpct, MgRegion.Verdict verdict,
	double meanNet, double meanBackground)
{

	/** The table of true objects, in the order of the file. */
	public static final List<Column<MagnesiumTruth>> COLUMNS = List.of(
		new Column<>("id", "label in the map's label image", MagnesiumTruth::id),
		new Column<>("kind", "pore, crack or electrode", MagnesiumTruth::kind),
		new Column<>("source_id", "number in the specimen", MagnesiumTruth::sourceId),
		new Column<>("pixels", "map pixels inside", MagnesiumTruth::pixels),
		new Column<>("mg_atpct", "magnesium in its metal, at%", MagnesiumTruth::mgAtpct),
		new Column<>("verdict", "LI or LI_MG", m -> m.verdict.name()),
		new Column<>("mean_net", "expected counts of its own magnesium", MagnesiumTruth::meanNet),
		new Column<>("mean_background", "expected counts of everything else", MagnesiumTruth::meanBackground));
}
