// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.dendritej.core.prepare.SliceMove;
import org.dendritej.core.record.Column;
import org.dendritej.io.TextFile;

/** The table of slice transforms: written beside the prepared stack, and read to prepare another stack the same way. */
final class TransformTable {

	static final List<Column<SliceMove>> COLUMNS = List.of(
		new Column<>("slice", "index, from 0", SliceMove::slice),
		new Column<>("dx_px", "the content lay this far right of its place", SliceMove::dxPx),
		new Column<>("dy_px", "the content lay this far below its place", SliceMove::dyPx),
		new Column<>("gain", "factor on the grey levels", SliceMove::gain),
		new Column<>("offset_grey", "grey levels added after the gain", SliceMove::offset),
		new Column<>("relative_thickness", "estimated distance to the next slice over the usual one", SliceMove::relativeThickness),
		new Column<>("residual_px", "disagreement of the motions measured about the slice", SliceMove::residualPx),
		new Column<>("fault", "empty, or blank, duplicate, gap, unlike", SliceMove::fault));
	private static final int MOST_BYTES = 50_000_000;

	private TransformTable() {}

	/** Reads a table; one line for each of n slices, in order. */
	static List<SliceMove> read(final String file, final int n) {
		final String[] lines = TextFile.read("transforms", file, MOST_BYTES).split("\r\n|\n|\r");
		final Map<String, Integer> at = new HashMap<>();
		final String[] names = lines[0].split(",", -1);
		for (int c = 0; c < names.length; c++)
			at.put(names[c].strip(), c);
		for (final String need : List.of("slice", "dx_px", "dy_px"))
			if (!at.containsKey(need)) throw new IllegalArgumentException("transforms=" + file + " has no column " + need
				+ "; give a file that Prepare FIB-SEM Stack wrote.");
		if (lines.length - 1 != n) throw new IllegalArgumentException("transforms=" + file + " holds " + (lines.length - 1) + " slices where the stack has " + n
			+ "; give the file that belongs to a stack of the same slices.");
		final List<SliceMove> moves = new ArrayList<>();
		for (int k = 0; k < n; k++) {
			final String[] cells = lines[k + 1].split(",", -1);
			if (number(file, k, cells, at, "slice", k) != k) throw new IllegalArgumentException("transforms=" + file + ": line " + (k + 2)
				+ " is not slice " + k + "; the slices must stand in order, from 0.");
			moves.add(new SliceMove(k, number(file, k, cells, at, "dx_px", Double.NaN), number(file, k, cells, at, "dy_px", Double.NaN), number(file, k, cells, at,
				"gain", 1), number(file, k, cells, at, "offset_grey", 0), number(file, k, cells, at, "relative_thickness", Double.NaN), number(file, k, cells,
					at, "residual_px", Double.NaN), at.containsKey("fault") && at.get("fault") < cells.length ? cells[at.get("fault")] : ""));
		}
		return moves;
	}

	private static double number(final String file, final int slice, final String[] cells, final Map<String, Integer> at, final String column,
		final double otherwise)
	{
		final Integer c = at.get(column);
		if (c == null || c >= cells.length || cells[c].isBlank()) return otherwise;
		try {
			return Double.parseDouble(cells[c].strip());
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException("transforms=" + file + ": line " + (slice + 2) + ", column " + column + " is \"" + cells[c].strip()
				+ "\", which is not a number.", e);
		}
	}
}
