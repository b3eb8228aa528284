// SPDX-License-Identifier: BSD-2-Clause
package org.scijava.table;

/** Stand-in: a list of columns. */
public interface GenericTable extends java.util.List<Column<? extends Object>> {}
