// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads one column of a table in which each row describes a label: CSV or tab-separated, as this suite, ImageJ and the 3D
 * ImageJ Suite write them.
 */
public final class LabelTable {

	private static final long MOST_BYTES = 1L << 30;
	private static final List<String> LABELS = List.of("label", "pore", "crack", "id", "value", "labelobj", "obj");

	private LabelTable() {}

	/**
	 * One column.
	 *
	 * @param key parameter that names the file, for the error
	 * @param file path
	 * @param column name of the column, as in the header
	 * @return label to value; empty cells are left out, true is 1 and false is 0
	 * @throws IllegalArgumentException if the file, the column or the column with the labels is missing, or a cell is no number
	 */
	public static Map<Integer, Double> read(final String key, final String file, final String column) {
		final String[] lines = TextFile.read(key, file, MOST_BYTES).split("\\R");
		final char separator = lines[0].indexOf('\t') >= 0 ? '\t' : lines[0].indexOf(',') < 0 && lines[0].indexOf(';') >= 0 ? ';' : ',';
		final List<String> header = cells(lines[0], separator);
		final int value = header.indexOf(column.strip()), label = labelColumn(header);
		if (value < 0) throw new IllegalArgumentException("column=" + column + " is not in " + key + "=" + file + "; it has: " + String.join(", ", header)
			+ ".");
		if (label < 0) throw new IllegalArgumentException(key + "=" + file + " has no column with the labels; name one of its columns label. It has: "
			+ String.join(", ", header) + ".");
		final Map<Integer, Double> values = new TreeMap<>();
		for (int i = 1; i < lines.length; i++) {
			final List<String> row = cells(lines[i], separator);
			if (lines[i].isBlank() || row.size() <= Math.max(label, value) || row.get(value).isEmpty()) continue;
			values.put((int) number(key, file, i, row.get(label)), number(key, file, i, row.get(value)));
		}
		return values;
	}

	private static int labelColumn(final List<String> header) {
		for (final String name : LABELS)
			for (int i = 0; i < header.size(); i++)
				if (header.get(i).toLowerCase(Locale.ROOT).equals(name)) return i;
		return -1;
	}

	private static double number(final String key, final String file, final int line, final String cell) {
		if (cell.equals("true") || cell.equals("false")) return cell.equals("true") ? 1 : 0;
		try {
			return Double.parseDouble(cell);
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException(key + "=" + file + " holds \"" + cell + "\" in line " + (line + 1)
				+ ", which is no number; name another column with column=.", e);
		}
	}

	/** Cells of a line; quotes keep separators inside. */
	static List<String> cells(final String line, final char separator) {
		final List<String> out = new ArrayList<>();
		final StringBuilder s = new StringBuilder();
		boolean quoted = false;
		for (int i = 0; i < line.length(); i++) {
			final char c = line.charAt(i);
			if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') s.append(line.charAt(i++));
			else if (c == '"') quoted = !quoted;
			else if (c == separator && !quoted) {
				out.add(s.toString().strip());
				s.setLength(0);
			}
			else s.append(c);
		}
		out.add(s.toString().strip());
		return out;
	}
}
