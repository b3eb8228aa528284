// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.dendritej.core.record.Column;
import org.dendritej.core.record.Crack;
import org.dendritej.core.record.MgRegion;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Pore;
import org.dendritej.core.record.PoreCurrent;
import org.dendritej.core.record.Section;
import org.dendritej.core.record.Spallation;
import org.dendritej.io.LabelTable;

/** One number of each label: a column of the sample's document or of a table on disk. */
final class LabelColumn {

	private final String name;
	private final Map<Integer, Double> values;

	private LabelColumn(final String name, final Map<Integer, Double> values) {
		this.name = name;
		this.values = values;
		if (values.values().stream().allMatch(v -> v.isNaN())) throw new IllegalArgumentException("column=" + name
			+ " holds no number; name a column that was measured.");
	}

	/**
	 * A column of a table on disk.
	 *
	 * @param file its path
	 * @param column name of the column
	 */
	static LabelColumn file(final String file, final String column) {
		return new LabelColumn(column.strip(), LabelTable.read("table", file, column));
	}

	/**
	 * A column of a document.
	 *
	 * @param m the document
	 * @param rows pores, cracks, current, magnesium or spallations
	 * @param column name of the column
	 */
	static LabelColumn of(final Microstructure m, final String rows, final String column) {
		switch (rows) {
			case "pores":
				return of(m.pores(), Pore.COLUMNS, rows, "Label Pores", m, column);
			case "cracks":
				return of(m.cracks(), Crack.COLUMNS, rows, "Skeletonize Cracks", m, column);
			case "current":
				return of(m.current(), PoreCurrent.COLUMNS, rows, "Map Current Distribution", m, column);
			case "magnesium":
				return of(m.magnesium(), MgRegion.COLUMNS, rows, "Overlay Magnesium Map", m, column);
			case "spallations":
				return of(m.spallations(), Spallation.COLUMNS, rows, "Measure Spallations", m, column);
			default:
				throw new IllegalArgumentException("rows=" + rows + " is not known; use pores, cracks, current, magnesium or spallations.");
		}
	}

	private static <R> LabelColumn of(final Section<R> section, final List<Column<R>> columns, final String rows, final String command,
		final Microstructure m, final String wanted)
	{
		if (section == null) throw new IllegalArgumentException("Sample \"" + m.sample() + "\" has no " + rows + "; run " + command
			+ " on it first, or name a CSV table with table=.");
		final Column<R> label = columns.stream().filter(c -> List.of("label", "pore", "id").contains(c.name())).findFirst().orElseThrow();
		final Column<R> value = columns.stream().filter(c -> c.name().equals(wanted.strip())).findFirst().orElseThrow(() -> new IllegalArgumentException(
			"column=" + wanted + " is not in the table of " + rows + "; it has: " + String.join(", ", columns.stream().map(Column::name).toList()) + "."));
		final Map<Integer, Double> values = new TreeMap<>();
		for (final R row : section.rows())
			values.put(((Number) label.of().apply(row)).intValue(), number(value.of().apply(row), wanted));
		return new LabelColumn(wanted.strip(), values);
	}

	private static double number(final Object cell, final String column) {
		if (cell instanceof Number) return ((Number) cell).doubleValue();
		if (cell instanceof Boolean) return (Boolean) cell ? 1 : 0;
		throw new IllegalArgumentException("column=" + column + " holds words (\"" + cell + "\"), not numbers; name another column.");
	}

	String name() {
		return name;
	}

	int largestLabel() {
		return values.keySet().stream().max(Integer::compare).orElse(0);
	}

	double low() {
		return values.values().stream().filter(v -> !v.isNaN()).min(Double::compare).orElse(0.0);
	}

	double high() {
		return values.values().stream().filter(v -> !v.isNaN()).max(Double::compare).orElse(0.0);
	}

	/** Value of each label up to the largest; NaN where the table has none. */
	double[] byLabel() {
		final double[] v = new double[largestLabel() + 1];
		java.util.Arrays.fill(v, Double.NaN);
		values.forEach((label, value) -> {
			if (label >= 0) v[label] = value;
		});
		return v;
	}
}
