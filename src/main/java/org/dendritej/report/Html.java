// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

import org.dendritej.core.record.Column;
import org.dendritej.core.record.Quantity;

/** Pieces of HTML; every text that comes from outside is escaped here. */
final class Html {

	private Html() {}

	/** Text that cannot be taken for markup. */
	static String escape(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

	/** A number with four digits; a thin bar where nothing was measured. */
	static String number(final double v) {
		if (Double.isNaN(v)) return "&#8211;";
		if (v == Math.rint(v) && Math.abs(v) < 1e6) return Long.toString((long) v);
		final double a = Math.abs(v);
		if (a >= 1e5 || a < 1e-3) return String.format(Locale.ROOT, "%.3e", v);
		final int decimals = Math.max(0, 3 - (int) Math.floor(Math.log10(a)));
		return String.format(Locale.ROOT, "%." + decimals + "f", v);
	}

	/** A number with the two digits that a wide interval bears. */
	static String rounded(final double v) {
		if (v == 0 || Double.isNaN(v) || Double.isInfinite(v)) return number(v);
		final BigDecimal d = new BigDecimal(v).round(new MathContext(2));
		return Math.abs(v) >= 1e5 || Math.abs(v) < 1e-3 ? String.format(Locale.ROOT, "%.1e", v) : d.toPlainString();
	}

	/** A power of ten without an exponent. */
	static String plain(final double v) {
		return new BigDecimal(v).round(new MathContext(1)).stripTrailingZeros().toPlainString();
	}

	/** Name, value, interval, unit and source of each quantity. */
	static String quantities(final List<Quantity> rows) {
		final StringBuilder s = new StringBuilder("<table><tr><th>quantity</th><th>value</th><th>5 to 95 %</th><th>unit</th><th>source</th></tr>\n");
		for (final Quantity q : rows) {
			final String interval = Double.isNaN(q.p05()) ? "" : number(q.p05()) + " to " + number(q.p95());
			s.append("<tr><td>").append(escape(q.name())).append("</td><td class=n>").append(q.text().isEmpty() ? number(q.value()) : escape(q.text())).append(
				"</td><td class=n>").append(interval).append("</td><td>").append(escape(q.unit())).append("</td><td class=s>").append(escape(q.source())).append(
					"</td></tr>\n");
		}
		return s.append("</table>\n").toString();
	}

	/**
	 * The rows of a table that matter most.
	 *
	 * @param columns what to show
	 * @param rows all rows
	 * @param most how many to show
	 * @param rank by what they are ranked, the largest first
	 * @param by name of that quantity
	 */
	static <R> String ranked(final List<Column<R>> columns, final List<R> rows, final int most, final ToDoubleFunction<R> rank, final String by) {
		if (rows.size() <= most) return table(columns, rows, most);
		// NaN ranks last: what was not measured cannot be the largest.
		final List<R> sorted = rows.stream().sorted(Comparator.comparingDouble((R r) -> Double.isNaN(rank.applyAsDouble(r)) ? Double.POSITIVE_INFINITY
			: -rank.applyAsDouble(r))).toList();
		return "<p class=s>The " + most + " of largest " + escape(by) + ":</p>\n" + table(columns, sorted, most);
	}

	/** The first rows of a table. */
	static <R> String table(final List<Column<R>> columns, final List<R> rows, final int most) {
		final StringBuilder s = new StringBuilder("<div class=wide><table><tr>");
		for (final Column<R> c : columns)
			s.append("<th title=\"").append(escape(c.meaning())).append("\">").append(escape(c.name())).append("</th>");
		s.append("</tr>\n");
		for (final R row : rows.subList(0, Math.min(most, rows.size()))) {
			s.append("<tr>");
			for (final Column<R> c : columns)
				s.append("<td class=n>").append(cell(c.of().apply(row))).append("</td>");
			s.append("</tr>\n");
		}
		s.append("</table></div>\n");
		if (rows.size() > most) s.append("<p class=s>").append(most).append(" of ").append(rows.size()).append(" rows; the CSV file holds all.</p>\n");
		return s.toString();
	}

	private static String cell(final Object v) {
		if (v == null) return "";
		return v instanceof Double ? number((Double) v) : escape(v.toString());
	}
}
