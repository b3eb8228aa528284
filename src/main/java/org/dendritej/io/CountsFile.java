// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import org.dendritej.core.eds.EnergyWindow;
import org.dendritej.core.eds.XrayLine;
import org.dendritej.core.geom.FloatVolume;

/**
 * A map of magnesium counts from a file that a user named: a text matrix as it stands, or the window around Mg K-alpha of
 * a spectrum cube with all that the cube knows besides.
 *
 * @param name file name without its folder
 * @param counts raw counts of the map, one slice
 * @param total all counts of each pixel; null for a text matrix
 * @param sides raw counts of two windows of equal width on both sides of the line, added up; null for a text matrix
 * @param sideScale background counts under the line for one count in {@code sides}
 * @param calibrated whether the file records the pixel size; if not, the grid's edges of 1 um mean nothing
 * @param beamKeV beam energy, keV; NaN if the file does not say
 * @param images electron images of the same pixels by name; empty if there are none
 */
public record CountsFile(String name, FloatVolume counts, FloatVolume total, FloatVolume sides, double sideScale,
	boolean calibrated, double beamKeV, Map<String, FloatVolume> images)
{

	/**
	 * Whether a text means a file that can be read here.
	 *
	 * @param text what the user typed
	 * @return true if it ends in .txt, .csv, .tsv, .rpl or .bcf
	 */
	public static boolean isOne(final String text) {
		return text != null && text.strip().toLowerCase(Locale.ROOT).matches("(?s).*\\.(txt|csv|tsv|rpl|bcf)");
	}

	/**
	 * Reads a file.
	 *
	 * @param key parameter that names it, for the error
	 * @param file path as the user typed it
	 * @param halfWidthKeV half the width of the window around Mg K-alpha, keV; not used for text
	 * @return the map
	 * @throws IllegalArgumentException if it is missing, damaged, or no map
	 */
	public static CountsFile read(final String key, final String file, final double halfWidthKeV) {
		try {
			final Path path = Path.of(file.strip());
			if (!Files.isRegularFile(path)) throw new IllegalArgumentException(key + "=" + file
				+ " is neither an open image nor an existing file; give the title of an open image or the path of a .txt, .csv, .rpl or .bcf file.");
			final String end = path.toString().toLowerCase(Locale.ROOT);
			if (end.endsWith(".bcf")) {
				final BrukerBcf.Hypermap map = BrukerBcf.read(path);
				return ofCube(path, map.cube(), halfWidthKeV, true, map.beamKeV(), map.images());
			}
			if (end.endsWith(".rpl")) return ofCube(path, Ripple.read(path), halfWidthKeV, new String(Files.readAllBytes(path),
				StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT).contains("width-scale"), Double.NaN, Map.of());
			return new CountsFile(leaf(path), EdsText.read(path, 1), null, null, Double.NaN, false, Double.NaN, Map.of());
		}
		catch (final InvalidPathException | IOException e) {
			throw new IllegalArgumentException(key + "=" + file + " cannot be read (" + e.getMessage()
				+ "); check the path and that the file is complete.", e);
		}
	}

	private static String leaf(final Path path) {
		return path.getFileName().toString();
	}

	/** Side windows are half as wide, mirrored about the line's window, six hundredths of a keV away from it. */
	private static CountsFile ofCube(final Path path, final SpectrumCube cube, final double halfWidthKeV,
		final boolean calibrated, final double beamKeV, final Map<String, FloatVolume> images)
	{
		if (!(halfWidthKeV > 0.005 && halfWidthKeV <= 0.2)) throw new IllegalArgumentException("window=" + halfWidthKeV
			+ " keV is not half the width of an X-ray line; give 0.005 to 0.2, such as 0.06.");
		final double gain = cube.gainKeV(), offset = cube.offsetKeV();
		if (!(gain > 0) || Double.isNaN(offset)) throw new IllegalArgumentException(leaf(path)
			+ " does not say which energy its channels have; add ev-per-chan (eV) and depth-origin to the header.");
		final EnergyWindow line = EnergyWindow.around(XrayLine.MG_K_ALPHA, halfWidthKeV);
		final int[] peak = { line.firstChannel(offset, gain), line.lastChannel(offset, gain) };
		final int wide = Math.max(1, (peak[1] - peak[0] + 1) / 2), gap = Math.max(1, (int) Math.round(0.046 / gain));
		final int[] left = { peak[0] - gap - wide, peak[0] - gap - 1 };
		final int[] right = { peak[1] + gap + 1, peak[1] + gap + wide };
		if (peak[1] < peak[0] || left[0] < 0 || right[1] >= cube.channels()) throw new IllegalArgumentException(leaf(path)
			+ " has " + cube.channels() + " channels from " + offset + " keV in steps of " + gain
			+ " keV, which do not hold Mg K-alpha (1.2536 keV) and its side windows; give another file.");
		return new CountsFile(leaf(path), cube.window(peak[0], peak[1]), cube.window(0, cube.channels() - 1), cube.windows(
			left, right), EnergyWindow.sideWeights(peak, left, right)[0], calibrated, beamKeV, images);
	}
}
