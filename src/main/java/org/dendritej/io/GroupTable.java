// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A table of samples with what distinguishes them: a column {@code sample}, any number of group columns, and optionally
 * {@code count} and {@code area_mm2}; without these two the sample's own document is asked.
 *
 * @param groups names of the group columns
 * @param rows one for each sample
 */
public record GroupTable(List<String> groups, List<Row> rows) {

	/**
	 * One sample.
	 *
	 * @param sample its name
	 * @param values one for each group column; NaN where the cell is empty
	 * @param count counted spallations; NaN if the table has none
	 * @param areaMm2 area looked at, mm2; NaN if the table has none
	 */
	public record Row(String sample, List<Double> values, double count, double areaMm2) {}

	/**
	 * Reads the text of a CSV file.
	 *
	 * @param csv the text
	 * @param file its name, for messages
	 * @return the table
	 * @throws IllegalArgumentException for a missing column or a cell that is no number; the sentence names the line
	 */
	public static GroupTable parse(final String csv, final String file) {
		List<String> names = null;
		final List<String> groups = new ArrayList<>();
		final List<Row> rows = new ArrayList<>();
		int number = 0;
		for (final String line : csv.split("\r\n|\r|\n", -1)) {
			number++;
			if (line.isBlank() || line.startsWith("#")) continue;
			final List<String> cells = Arrays.stream(line.split(",", -1)).map(s -> s.trim().replaceAll("^\"|\"$", "").trim()).toList();
			if (names == null) {
				names = cells.stream().map(s -> s.toLowerCase(Locale.ROOT)).toList();
				for (final String n : names)
					if (!List.of("sample", "count", "area_mm2").contains(n)) groups.add(n);
				if (!names.contains("sample") || groups.isEmpty()) throw new IllegalArgumentException("compare=" + file + ": the header is "
					+ names + "; it needs a column sample and at least one group column, such as density_percent.");
				continue;
			}
			if (cells.size() != names.size()) throw new IllegalArgumentException("compare=" + file + ", line " + number + ": " + cells.size()
				+ " cells, but the header has " + names.size() + "; use a point as decimal mark and commas only between cells.");
			rows.add(row(names, groups, cells, "compare=" + file + ", line " + number));
		}
		if (rows.size() < 2) throw new IllegalArgumentException("compare=" + file + " holds " + rows.size()
			+ " samples; a trend needs at least 2, one on each line below the header.");
		return new GroupTable(List.copyOf(groups), List.copyOf(rows));
	}

	private static Row row(final List<String> names, final List<String> groups, final List<String> cells, final String where) {
		final List<Double> values = new ArrayList<>();
		for (final String g : groups)
			values.add(number(cells.get(names.indexOf(g)), where, g));
		return new Row(cells.get(names.indexOf("sample")), List.copyOf(values), optional(names, cells, "count", where), optional(names, cells,
			"area_mm2", where));
	}

	private static double optional(final List<String> names, final List<String> cells, final String name, final String where) {
		return names.contains(name) ? number(cells.get(names.indexOf(name)), where, name) : Double.NaN;
	}

	private static double number(final String s, final String where, final String column) {
		try {
			return s.isEmpty() ? Double.NaN : Double.parseDouble(s);
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException(where + ": " + column + " is \"" + s + "\"; give a number.", e);
		}
	}
}
