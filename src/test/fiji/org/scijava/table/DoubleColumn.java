// SPDX-License-Identifier: BSD-2-Clause
package org.scijava.table;

/** Stand-in with the constructor and list methods of the real one. */
public class DoubleColumn extends java.util.ArrayList<Double> implements Column<Double> {

	private static final long serialVersionUID = 1L;
	private final String header;

	public DoubleColumn(final String header) {
		this.header = header;
	}

	@Override
	public String getHeader() {
		return header;
	}
}
