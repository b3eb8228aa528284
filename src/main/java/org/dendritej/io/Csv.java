// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import java.util.List;
import java.util.stream.Collectors;

import org.dendritej.core.record.Column;

/**
 * Writes records as CSV: comma, point as decimal mark, one header line, empty cell = not measured, {@code true} and
 * {@code false}. Numbers are written with all their digits, so that equal runs give equal bytes.
 */
public final class Csv {

	private Csv() {}

	/**
	 * A whole table.
	 *
	 * @param <R> type of a row
	 * @param columns the columns in order
	 * @param rows the rows in order
	 * @return the text, lines ended by a line feed
	 */
	public static <R> String text(final List<Column<R>> columns, final List<R> rows) {
		final StringBuilder s = new StringBuilder();
		s.append(columns.stream().map(Column::name).collect(Collectors.joining(","))).append('\n');
		for (final R row : rows) {
			for (int c = 0; c < columns.size(); c++) {
				if (c > 0) s.append(',');
				s.append(cell(columns.get(c).of().apply(row)));
			}
			s.append('\n');
		}
		return s.toString();
	}

	/**
	 * One cell. Text that a spreadsheet would run as a formula is disarmed with a leading apostrophe.
	 *
	 * @param value a number, Boolean, text or null
	 * @return how it stands in the file
	 */
	public static String cell(final Object value) {
		if (value == null) return "";
		if (value instanceof Double || value instanceof Float) {
			final double d = ((Number) value).doubleValue();
			if (Double.isNaN(d)) return "";
			return d == Math.rint(d) && Math.abs(d) < 1e15 ? Long.toString((long) d) : Double.toString(d);
		}
		if (value instanceof Number || value instanceof Boolean) return value.toString();
		String text = value.toString();
		if (!text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0) text = "'" + text;
		final boolean quote = text.indexOf(',') >= 0 || text.indexOf('"') >= 0 || text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
		return quote ? '"' + text.replace("\"", "\"\"") + '"' : text;
	}
}
