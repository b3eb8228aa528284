// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.VoxelGrid;

/**
 * Reads maps that were exported as a matrix of numbers in text: semicolons, tabs, commas or blanks between the numbers,
 * decimal point or decimal comma. Strict: a cell that is not a number stops with its row and column.
 */
public final class EdsText {

	private EdsText() {}

	/**
	 * Reads a file. Empty lines and lines that begin with # are skipped; one separator at the end of a line is allowed. The
	 * first data line decides: semicolon, else tab, else comma followed or not by blanks, else blanks; commas inside
	 * numbers are decimal commas unless the comma is the separator.
	 *
	 * @param file the file, UTF-8 or Latin-1
	 * @param pixelUm pixel edge, um (text maps do not record it)
	 * @return one slice
	 * @throws IOException if the file cannot be read
	 * @throws IllegalArgumentException for a cell that is no number or rows of different length
	 */
	public static FloatVolume read(final Path file, final double pixelUm) throws IOException {
		return parse(file.getFileName().toString(), new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1),
			pixelUm);
	}

	/**
	 * Reads text.
	 *
	 * @param name where it comes from, for messages
	 * @param text the matrix
	 * @param pixelUm pixel edge, um
	 * @return one slice
	 */
	public static FloatVolume parse(final String name, final String text, final double pixelUm) {
		final String[] lines = text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3).split("\r\n|\n|\r") : text.split(
			"\r\n|\n|\r");
		final List<float[]> rows = new ArrayList<>();
		String separator = null;
		boolean decimalComma = false;
		for (int i = 0; i < lines.length; i++) {
			final String line = lines[i].strip();
			if (line.isEmpty() || line.startsWith("#")) continue;
			if (separator == null) {
				separator = line.indexOf(';') >= 0 ? ";" : lines[i].indexOf('\t') >= 0 ? "\t" : line.indexOf(',') >= 0
					&& !line.matches("[^,\\s]*(,\\d+)?(\\s+[^,\\s]*(,\\d+)?)+") ? "," : "\\s+";
				decimalComma = !separator.equals(",");
			}
			final String[] cells = line.split(separator, -1);
			final int n = cells.length > 1 && cells[cells.length - 1].isBlank() ? cells.length - 1 : cells.length;
			if (!rows.isEmpty() && n != rows.get(0).length) throw new IllegalArgumentException(name + ": line " + (i + 1)
				+ " holds " + n + " numbers where the first data line holds " + rows.get(0).length
				+ "; a map needs rows of equal length.");
			final float[] row = new float[n];
			for (int c = 0; c < n; c++)
				row[c] = number(name, cells[c].strip(), decimalComma, i + 1, c + 1);
			rows.add(row);
		}
		if (rows.isEmpty()) throw new IllegalArgumentException(name
			+ " holds no numbers; give a matrix of counts, one map row in each line.");
		final int nx = rows.get(0).length;
		final float[] plane = new float[nx * rows.size()];
		for (int y = 0; y < rows.size(); y++)
			System.arraycopy(rows.get(y), 0, plane, y * nx, nx);
		return FloatVolume.of(VoxelGrid.of(nx, rows.size(), 1, pixelUm, pixelUm, pixelUm), new float[][] { plane });
	}

	private static float number(final String name, final String cell, final boolean decimalComma, final int line,
		final int column)
	{
		final String plain = decimalComma && cell.indexOf('.') < 0 ? cell.replace(',', '.') : cell;
		if (!plain.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) throw new IllegalArgumentException(name + ": line "
			+ line + ", column " + column + " is \"" + cell + "\", which is not a number; remove headings and units, or start"
			+ " heading lines with #.");
		return Float.parseFloat(plain);
	}
}
