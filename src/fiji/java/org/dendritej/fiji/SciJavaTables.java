// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.fiji;

import org.scijava.convert.AbstractConverter;
import org.scijava.convert.Converter;
import org.scijava.plugin.Plugin;
import org.scijava.table.DefaultGenericTable;
import org.scijava.table.DoubleColumn;
import org.scijava.table.GenericColumn;
import org.scijava.table.GenericTable;

import ij.measure.ResultsTable;

/** Hands the suite's tables to ImageJ2 as SciJava tables: number columns stay numbers, empty cells stay NaN. */
@Plugin(type = Converter.class)
public class SciJavaTables extends AbstractConverter<ResultsTable, GenericTable> {

	/**
	 * A table as SciJava knows it.
	 *
	 * @param from ImageJ's table
	 * @return a copy
	 */
	public static GenericTable of(final ResultsTable from) {
		final GenericTable to = new DefaultGenericTable();
		for (final String name : from.getHeadings()) {
			if (isText(from, name)) {
				final GenericColumn column = new GenericColumn(name);
				for (int row = 0; row < from.size(); row++)
					column.add(from.getStringValue(name, row));
				to.add(column);
			}
			else {
				final DoubleColumn column = new DoubleColumn(name);
				for (int row = 0; row < from.size(); row++)
					column.add(from.getValue(name, row));
				to.add(column);
			}
		}
		return to;
	}

	@Override
	@SuppressWarnings("unchecked")
	public <T> T convert(final Object source, final Class<T> type) {
		return (T) of((ResultsTable) source);
	}

	private static boolean isText(final ResultsTable table, final String name) {
		for (int row = 0; row < table.size(); row++)
			if (Double.isNaN(table.getValue(name, row)) && !table.getStringValue(name, row).isEmpty()) return true;
		return false;
	}

	@Override
	public Class<GenericTable> getOutputType() {
		return GenericTable.class;
	}

	@Override
	public Class<ResultsTable> getInputType() {
		return ResultsTable.class;
	}
}
