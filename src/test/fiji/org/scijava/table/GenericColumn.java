// SPDX-License-Identifier: BSD-2-Clause
package org.scijava.table;

/** Stand-in with the constructor and list methods of the real one. */
public class GenericColumn extends java.util.ArrayList<Object> implements Column<Object> {

	private static final long serialVersionUID = 1L;
	private final String header;

	public GenericColumn(final String header) {
		this.header = header;
	}

	@Override
	public String getHeader() {
		return header;
	}
}
