// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.dendritej.core.model.CellTest;

/**
 * Reads cell tests from CSV: a header with the columns {@code current_ma_cm2}, {@code specimen} and {@code failed} in any
 * order, one line for each test. Further columns are ignored; empty lines and lines that begin with # are skipped.
 */
public final class CellTestReader {

	private CellTestReader() {}

	/**
	 * Reads the text of a file.
	 *
	 * @param csv the text
	 * @param file its name, for messages
	 * @return the tests in the order of the file
	 * @throws IllegalArgumentException for a missing column or a cell that cannot be read; the sentence names the line
	 */
	public static List<CellTest> tests(final String csv, final String file) {
		final List<CellTest> tests = new ArrayList<>();
		int[] at = null;
		int number = 0, width = 0;
		for (final String line : csv.replace("\uFEFF", "").split("\r\n|\r|\n", -1)) {
			number++;
			if (line.isBlank() || line.startsWith("#")) continue;
			final String[] cell = Arrays.stream(line.split(",", -1)).map(s -> s.trim().replaceAll("^\"|\"$", "").trim()).toArray(
				String[]::new);
			if (at == null) {
				at = columns(cell, file);
				width = cell.length;
				continue;
			}
			if (cell.length != width) throw new IllegalArgumentException(file + ", line " + number + ": " + cell.length +
				" cells, but the header has " + width + "; use a point as decimal mark and commas only between cells.");
			try {
				tests.add(new CellTest(number(cell[at[0]]), cell[at[1]], failed(cell[at[2]])));
			}
			catch (final IllegalArgumentException e) {
				throw new IllegalArgumentException(file + ", line " + number + ": " + e.getMessage(), e);
			}
		}
		if (tests.isEmpty()) throw new IllegalArgumentException(file +
			" holds 0 cell tests; give a header current_ma_cm2,specimen,failed and one line for each test.");
		return tests;
	}

	private static int[] columns(final String[] header, final String file) {
		final List<String> names = Arrays.stream(header).map(s -> s.toLowerCase(Locale.ROOT)).toList();
		final int[] at = { names.indexOf("current_ma_cm2"), names.indexOf("specimen"), names.indexOf("failed") };
		if (at[0] < 0 || at[1] < 0 || at[2] < 0) throw new IllegalArgumentException(file + ": the header is " + names +
			"; it needs the columns current_ma_cm2, specimen and failed.");
		return at;
	}

	private static double number(final String s) {
		try {
			return Double.parseDouble(s);
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException("the current is \"" + s + "\"; give a number in mA/cm2.", e);
		}
	}

	private static boolean failed(final String s) {
		final String t = s.toLowerCase(Locale.ROOT);
		if (List.of("true", "yes", "1", "failed").contains(t)) return true;
		if (List.of("false", "no", "0", "survived").contains(t)) return false;
		throw new IllegalArgumentException("failed is \"" + s + "\"; use true or false.");
	}
}
