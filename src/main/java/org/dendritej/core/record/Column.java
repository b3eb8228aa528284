// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.record;

import java.util.function.Function;

/**
 * A column of a table, declared once and read by CSV, ImageJ table, document and report alike.
 *
 * @param <R> type of a row
 * @param name ASCII name with the unit at its end, such as {@code radius_eq_um}
 * @param meaning what it is, one line, for the documentation
 * @param of the cell: a Double (NaN = not measured), Integer, Long, Boolean or String
 */
public record Column<R>(String name, String meaning, Function<R, Object> of) {}
