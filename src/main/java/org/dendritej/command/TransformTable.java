// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.dendritej.core.prepare.Linear;
import org.dendritej.core.prepare.SliceMove;
import org.dendritej.core.record.Column;
import org.dendritej.io.JsonRows;
import org.dendritej.io.TextFile;

/** The table of slice transforms as CSV or JSON: written beside the prepared stack, and read to prepare another stack the same way. */
final class TransformTable {

	static final String FORMAT = "dendritej-transforms";
	static final List<Column<SliceMove>> COLUMNS = List.of(
		new Column<>("slice", "index, from 0", SliceMove::slice),
		new Column<>("dx_px", "the content lay this far right of its place", SliceMove::dxPx),
		new Column<>("dy_px", "the content lay this far below its place", SliceMove::dyPx),
		new Column<>("gain", "factor on the grey levels", SliceMove::gain),
		new Column<>("offset_grey", "grey levels added after the gain", SliceMove::offset),
		new Column<>("relative_thickness", "estimated distance to the next slice over the usual one", SliceMove::relativeThickness),
		new Column<>("residual_px", "disagreement of the motions measured about the slice", SliceMove::residualPx),
		new Column<>("fault", "empty, or blank, duplicate, gap, unlike, turned", SliceMove::fault),
		new Column<>("stretch_x", "stretch along x about the middle, less 1", m -> m.linear().xx()),
		new Column<>("shear_x", "columns per row", m -> m.linear().xy()),
		new Column<>("shear_y", "rows per column", m -> m.linear().yx()),
		new Column<>("stretch_y", "stretch along y about the middle, less 1", m -> m.linear().yy()));
	private static final int MOST_BYTES = 50_000_000;

	private TransformTable() {}

	/** The table as JSON, with the words on what it rests on. */
	static String json(final List<SliceMove> moves, final String note) {
		return JsonRows.text(FORMAT, Map.of("note", note), COLUMNS, moves);
	}

	/** Reads a table; one row for each of n slices, in order. A file without the last four columns, as older versions wrote it, turns nothing. */
	static List<SliceMove> read(final String file, final int n) {
		final String text = TextFile.read("transforms", file, MOST_BYTES);
		final List<Map<String, String>> rows = text.stripLeading().startsWith("{") ? JsonRows.read("transforms", file, text, FORMAT) : lines(text);
		for (final String need : List.of("slice", "dx_px", "dy_px"))
			if (rows.isEmpty() || !rows.get(0).containsKey(need)) throw new IllegalArgumentException("transforms=" + file + " has no column " + need
				+ "; give a file that Prepare FIB-SEM Stack wrote.");
		if (rows.size() != n) throw new IllegalArgumentException("transforms=" + file + " holds " + rows.size() + " slices where the stack has " + n
			+ "; give the file that belongs to a stack of the same slices.");
		final List<SliceMove> moves = new ArrayList<>();
		for (int k = 0; k < n; k++) {
			final Map<String, String> r = rows.get(k);
			if (number(file, k, r, "slice", k) != k) throw new IllegalArgumentException("transforms=" + file + ": line " + (k + 2)
				+ " is not slice " + k + "; the slices must stand in order, from 0.");
			moves.add(new SliceMove(k, number(file, k, r, "dx_px", Double.NaN), number(file, k, r, "dy_px", Double.NaN), number(file, k, r, "gain", 1), number(
				file, k, r, "offset_grey", 0), number(file, k, r, "relative_thickness", Double.NaN), number(file, k, r, "residual_px", Double.NaN), r
					.getOrDefault("fault", ""), new Linear(number(file, k, r, "stretch_x", 0), number(file, k, r, "shear_x", 0), number(file, k, r, "shear_y", 0),
						number(file, k, r, "stretch_y", 0))));
		}
		return moves;
	}

	private static List<Map<String, String>> lines(final String text) {
		final String[] lines = text.split("\r\n|\n|\r"), names = lines[0].split(",", -1);
		final List<Map<String, String>> rows = new ArrayList<>();
		for (int k = 1; k < lines.length; k++) {
			final String[] cells = lines[k].split(",", -1);
			final Map<String, String> row = new LinkedHashMap<>();
			for (int c = 0; c < names.length; c++)
				row.put(names[c].strip(), c < cells.length ? cells[c] : "");
			rows.add(row);
		}
		return rows;
	}

	private static double number(final String file, final int slice, final Map<String, String> row, final String column, final double otherwise) {
		final String cell = row.getOrDefault(column, "");
		if (cell.isBlank()) return otherwise;
		try {
			return Double.parseDouble(cell.strip());
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException("transforms=" + file + ": line " + (slice + 2) + ", column " + column + " is \"" + cell.strip()
				+ "\", which is not a number.", e);
		}
	}
}
