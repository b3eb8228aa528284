// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import org.scijava.plugin.Parameter;

/** What all commands share that give labels a number from a table: which table, and which of its columns. */
public abstract class ColumnCommand extends ImageCommand {

	@Parameter(label = "Column", persist = false, required = false,
		description = "Number of each object, such as radius_eq_um, depth_um, width_mean_nm or collecting_area_um2; empty: none")
	private String column = "";

	@Parameter(label = "Table", choices = { "pores", "cracks", "current", "magnesium", "spallations" }, persist = false, required = false,
		description = "Table of the sample that holds the column")
	private String rows = "pores";

	@Parameter(label = "CSV file instead", persist = false, required = false,
		description = "Path of a CSV table with a column label (or pore, id, Value) instead of the sample's own; also tables of the 3D ImageJ Suite")
	private String table = "";

	/**
	 * The column.
	 *
	 * @return it, or null if none is named
	 */
	LabelColumn column() {
		if (column == null || column.isBlank()) return null;
		return table == null || table.isBlank() ? LabelColumn.of(known(sample(), null), rows, column) : LabelColumn.file(table, column);
	}

	/**
	 * The table of the sample.
	 *
	 * @return its name
	 */
	String rows() {
		return rows;
	}
}
