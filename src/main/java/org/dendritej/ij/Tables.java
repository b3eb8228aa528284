// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.util.List;

import org.dendritej.core.record.Column;

import ij.measure.ResultsTable;

/** Turns records into ImageJ tables: written by us, never read back. */
public final class Tables {

	private Tables() {}

	/**
	 * A table with one row for each record and the same columns as the CSV file.
	 *
	 * @param <R> type of a row
	 * @param columns columns in order
	 * @param rows rows in order
	 * @return the table, not shown; a number that was not measured is an empty cell
	 */
	public static <R> ResultsTable of(final List<Column<R>> columns, final List<R> rows) {
		final ResultsTable t = new ResultsTable();
		t.setNaNEmptyCells(true);
		t.showRowNumbers(false);
		t.setPrecision(5);
		for (final R row : rows) {
			t.addRow();
			for (final Column<R> c : columns)
				put(t, c.name(), c.of().apply(row));
		}
		return t;
	}

	private static void put(final ResultsTable t, final String column, final Object value) {
		// A NaN that is put in as a number is shown as "NaN"; as an empty text it is an empty cell, and still NaN as a number.
		if (value instanceof Double && ((Double) value).isNaN()) t.addValue(column, "");
		else if (value instanceof Number) t.addValue(column, ((Number) value).doubleValue());
		else t.addValue(column, value == null ? "" : value.toString());
	}
}
