// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Columns of an electrochemical text export: voltage traces, impedance series and I-V points.
 * <p>
 * One heading line is looked for among the first 200 lines: the first whose fields match at least two of the wanted
 * names. Fields are separated by tab, semicolon or comma; a decimal comma is understood where the separator is another.
 * Lines with a field that is not a number are skipped before the data and end it afterwards.
 */
public final class VoltageTrace {

	private static final int HEADING_WITHIN = 200;
	private static final String[][] NAMES = { { "time/s", "time", "t", "time_s" }, { "ewe/v", "<ewe>/v", "voltage/v",
		"voltage", "v", "u", "volt", "voltage_v" }, { "i/ma", "<i>/ma", "control/ma", "current/ma",
			"current_ma", "control/v/ma" }, { "i/a", "i", "current/a", "current", "ampere", "current_a" }, { "re(z)/ohm", "zreal", "re(z)" }, {
				"freq/hz", "freq", "frequency/hz", "frequency" }, { "cycle number", "cycle" } };

	private final String name;
	private final double[][] columns;

	private VoltageTrace(final String name, final double[][] columns) {
		this.name = name;
		this.columns = columns;
	}

	/**
	 * Reads a file (UTF-8 or Latin-1 text).
	 *
	 * @param file text file
	 * @return its columns
	 * @throws IllegalArgumentException if it holds no heading with two known names, or no number under it
	 * @throws UncheckedIOException if it cannot be read
	 */
	public static VoltageTrace read(final Path file) {
		try {
			// Latin-1 never fails, and all names looked for are ASCII
			return parse(file.getFileName().toString(), Files.readAllLines(file, StandardCharsets.ISO_8859_1));
		}
		catch (final IOException e) {
			throw new UncheckedIOException("The file " + file + " cannot be read.", e);
		}
	}

	/**
	 * Reads lines of text.
	 *
	 * @param name of the file, for messages
	 * @param lines its lines
	 * @return its columns
	 * @throws IllegalArgumentException if there is no heading with two known names, or no number under it
	 */
	public static VoltageTrace parse(final String name, final List<String> lines) {
		for (int i = 0; i < Math.min(HEADING_WITHIN, lines.size()); i++) {
			final String separator = separator(lines.get(i));
			final int[] at = columns(lines.get(i).split(separator, -1));
			if (Arrays.stream(at).filter(c -> c >= 0).count() >= 2) return body(name, lines, i + 1, separator, at);
		}
		throw new IllegalArgumentException("The file " + name + " has no heading with two known columns in its first "
			+ HEADING_WITHIN + " lines; name them as in time/s, Ewe/V, I/mA, freq/Hz or Re(Z)/Ohm.");
	}

	private static String separator(final String line) {
		return line.indexOf('\t') >= 0 ? "\t" : line.indexOf(';') >= 0 ? ";" : ",";
	}

	private static int[] columns(final String[] fields) {
		final int[] at = new int[NAMES.length];
		Arrays.fill(at, -1);
		for (int k = 0; k < NAMES.length; k++)
			for (int n = 0; n < NAMES[k].length && at[k] < 0; n++)
				for (int f = 0; f < fields.length && at[k] < 0; f++)
					if (fields[f].replace("\uFEFF", "").replace("\"", "").trim().toLowerCase(Locale.ROOT).equals(NAMES[k][n]))
						at[k] = f;
		return at;
	}

	private static VoltageTrace body(final String name, final List<String> lines, final int from, final String separator,
		final int[] at)
	{
		final List<double[]> rows = new ArrayList<>();
		for (int i = from; i < lines.size(); i++) {
			final double[] row = row(lines.get(i), separator, at);
			if (row != null) rows.add(row);
			else if (!rows.isEmpty() && !lines.get(i).isBlank()) break;
		}
		if (rows.isEmpty()) throw new IllegalArgumentException("The file " + name
			+ " has a heading but no line of numbers under it; export the data again as text.");
		final double[][] columns = new double[NAMES.length][];
		for (int k = 0; k < NAMES.length; k++) {
			if (at[k] < 0) continue;
			columns[k] = new double[rows.size()];
			for (int i = 0; i < rows.size(); i++)
				columns[k][i] = rows.get(i)[k];
		}
		return new VoltageTrace(name, columns);
	}

	private static double[] row(final String line, final String separator, final int[] at) {
		final String[] f = line.split(separator, -1);
		final double[] row = new double[NAMES.length];
		for (int k = 0; k < at.length; k++) {
			row[k] = Double.NaN;
			if (at[k] < 0) continue;
			if (at[k] >= f.length) return null;
			final String text = f[at[k]].replace("\"", "").trim();
			try {
				row[k] = Double.parseDouble(separator.equals(",") ? text : text.replace(',', '.'));
			}
			catch (final NumberFormatException e) {
				return null;
			}
		}
		return row;
	}

	/**
	 * Lines of numbers.
	 *
	 * @return count
	 */
	public int size() {
		return Arrays.stream(columns).filter(c -> c != null).findFirst().orElseThrow().length;
	}

	private double[] need(final int k) {
		if (columns[k] == null) throw new IllegalArgumentException("The file " + name + " has no column " + NAMES[k][0]
			+ "; add one with that heading.");
		return columns[k].clone();
	}

	/**
	 * Times.
	 *
	 * @return s
	 */
	public double[] timeS() {
		return need(0);
	}

	/**
	 * Voltages.
	 *
	 * @return V
	 */
	public double[] volt() {
		return need(1);
	}

	/**
	 * Whether the file is an impedance series, which may list voltages as well.
	 *
	 * @return true with real parts of the impedance and frequencies
	 */
	public boolean hasImpedance() {
		return columns[4] != null && columns[5] != null;
	}

	/**
	 * Reads a file that a user named.
	 *
	 * @param key parameter that names it, for the error
	 * @param file path as typed
	 * @return its columns
	 * @throws IllegalArgumentException if it is missing or cannot be read
	 */
	public static VoltageTrace named(final String key, final String file) {
		try {
			final Path path = Path.of(file.strip());
			if (Files.isRegularFile(path)) return read(path);
		}
		catch (final java.nio.file.InvalidPathException | UncheckedIOException e) {
			throw new IllegalArgumentException(key + "=" + file + " cannot be read; give the path of a text file.", e);
		}
		throw new IllegalArgumentException(key + "=" + file + " does not exist; give the path of a file.");
	}

	/**
	 * Whether the file has a column of currents.
	 *
	 * @return true for mA or A
	 */
	public boolean hasCurrent() {
		return columns[2] != null || columns[3] != null;
	}

	/**
	 * Currents, from a column in mA or in A.
	 *
	 * @return mA
	 */
	public double[] currentMa() {
		if (columns[2] != null) return columns[2].clone();
		final double[] c = need(3);
		for (int i = 0; i < c.length; i++)
			c[i] *= 1000;
		return c;
	}

	/**
	 * The real part of the impedance nearest to a frequency, one value for each spectrum (cycle number, or each passage
	 * of the frequency where cycles are not numbered).
	 *
	 * @param hertz frequency, Hz
	 * @return times (s) and real parts (ohm)
	 */
	public double[][] resistance(final double hertz) {
		final double[] t = need(0), z = need(4), f = need(5), c = columns[6];
		final List<Integer> picks = new ArrayList<>();
		for (int i = 0, from = 0; i <= t.length; i++) {
			final boolean next = i == t.length || i > 0 && (c != null ? c[i] != c[i - 1] : f[i] > f[i - 1] != f[Math.min(from
				+ 1, t.length - 1)] > f[from]);
			if (!next || i == from) continue;
			int best = from;
			for (int k = from; k < i; k++)
				if (Math.abs(Math.log(f[k] / hertz)) < Math.abs(Math.log(f[best] / hertz))) best = k;
			picks.add(best);
			from = i;
		}
		final double[][] out = new double[2][picks.size()];
		for (int i = 0; i < picks.size(); i++) {
			out[0][i] = t[picks.get(i)];
			out[1][i] = z[picks.get(i)];
		}
		return out;
	}
}
