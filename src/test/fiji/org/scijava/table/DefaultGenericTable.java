// SPDX-License-Identifier: BSD-2-Clause
package org.scijava.table;

/** Stand-in. */
public class DefaultGenericTable extends java.util.ArrayList<Column<? extends Object>> implements GenericTable {

	private static final long serialVersionUID = 1L;
}
