// SPDX-License-Identifier: BSD-2-Clause
package org.scijava.table;

/** Stand-in: a list of cells with a header. */
public interface Column<T> extends java.util.List<T> {

	String getHeader();
}
