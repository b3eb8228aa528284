// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads landmark pairs: CSV with the header {@code map_x,map_y,reference_x,reference_y}, in pixels of each image, decimal
 * points.
 */
public final class Landmarks {

	/** The header that a landmark file must have. */
	public static final String HEADER = "map_x,map_y,reference_x,reference_y";

	private Landmarks() {}

	/**
	 * Reads a file.
	 *
	 * @param file the CSV
	 * @return for each pair x and y in the map, x and y in the reference image
	 * @throws IOException if the file cannot be read
	 * @throws IllegalArgumentException for another header, a cell that is no number, or a line without four of them
	 */
	public static List<double[]> read(final Path file) throws IOException {
		return parse(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
	}

	/**
	 * Reads text.
	 *
	 * @param name where it comes from, for messages
	 * @param text the CSV
	 * @return the pairs
	 */
	public static List<double[]> parse(final String name, final String text) {
		final String[] lines = text.replace("\ufeff", "").split("\r\n|\n|\r");
		if (!lines[0].replace(" ", "").equalsIgnoreCase(HEADER)) throw new IllegalArgumentException(name
			+ " starts with \"" + lines[0] + "\"; a landmark file starts with the line " + HEADER + ".");
		final List<double[]> pairs = new ArrayList<>();
		for (int i = 1; i < lines.length; i++) {
			if (lines[i].isBlank()) continue;
			final String[] cells = lines[i].split(",", -1);
			if (cells.length != 4) throw new IllegalArgumentException(name + ": line " + (i + 1) + " holds " + cells.length
				+ " cells; each pair needs 4 numbers: " + HEADER + ".");
			final double[] pair = new double[4];
			for (int c = 0; c < 4; c++) {
				try {
					pair[c] = Double.parseDouble(cells[c].strip());
				}
				catch (final NumberFormatException e) {
					throw new IllegalArgumentException(name + ": line " + (i + 1) + ", column " + (c + 1) + " is \"" + cells[c]
						.strip() + "\", which is not a number; write pixels with a decimal point.", e);
				}
				if (!Double.isFinite(pair[c])) throw new IllegalArgumentException(name + ": line " + (i + 1) + ", column " + (c + 1)
					+ " is " + pair[c] + "; pixel coordinates must be finite.");
			}
			pairs.add(pair);
		}
		return pairs;
	}
}
