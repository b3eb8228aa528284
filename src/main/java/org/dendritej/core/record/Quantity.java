// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.record;

import java.util.List;

/**
 * One number of a summary or prediction with its interval, unit and source. A text result has NaN as its value and the
 * text in {@code text}.
 *
 * @param name fixed ASCII name such as {@code porosity} or {@code ccd}
 * @param value the estimate; NaN = not available
 * @param p05 5 % end of its interval; NaN = not known
 * @param p50 median; NaN = not known
 * @param p95 95 % end; NaN = not known
 * @param unit ASCII unit, empty for a pure number
 * @param text the value where it is a text, else empty
 * @param source where it comes from: which estimator, which measurement, which paper
 */
public record Quantity(String name, double value, double p05, double p50, double p95, String unit, String text,
	String source)
{

	/** The prediction table, in the order of the file. */
	public static final List<Column<Quantity>> PREDICTION = List.of(
		new Column<>("quantity", "name of the quantity", Quantity::name),
		new Column<>("value", "the estimate, or a text", q -> q.text.isEmpty() ? (Object) q.value : q.text),
		new Column<>("p05", "5 % end of the interval", Quantity::p05),
		new Column<>("p50", "median", Quantity::p50),
		new Column<>("p95", "95 % end of the interval", Quantity::p95),
		new Column<>("unit", "unit", Quantity::unit),
		new Column<>("source", "where it comes from", Quantity::source));

	/**
	 * A number without an interval.
	 *
	 * @param name fixed name
	 * @param value the number
	 * @param unit ASCII unit
	 * @param source where it comes from
	 * @return the quantity
	 */
	public static Quantity of(final String name, final double value, final String unit, final String source) {
		return new Quantity(name, value, Double.NaN, Double.NaN, Double.NaN, unit, "", source);
	}

	/**
	 * A number with a 5 to 95 % interval.
	 *
	 * @param name fixed name
	 * @param value the number
	 * @param p05 5 % end
	 * @param p50 median
	 * @param p95 95 % end
	 * @param unit ASCII unit
	 * @param source where it comes from
	 * @return the quantity
	 */
	public static Quantity of(final String name, final double value, final double p05, final double p50,
		final double p95, final String unit, final String source)
	{
		return new Quantity(name, value, p05, p50, p95, unit, "", source);
	}

	/**
	 * A text.
	 *
	 * @param name fixed name
	 * @param text the value
	 * @param source the reason
	 * @return the quantity
	 */
	public static Quantity text(final String name, final String text, final String source) {
		return new Quantity(name, Double.NaN, Double.NaN, Double.NaN, Double.NaN, "", text, source);
	}
}
