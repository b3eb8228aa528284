// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The pixel size that a scanning electron microscope wrote into its TIFF: FEI / ThermoFisher (tag 34682) and Zeiss (tag
 * 34118). The ordinary resolution tags of such files are meaningless (96 dpi and the like) and are not looked at.
 *
 * @param maker FEI or Zeiss
 * @param pixelXUm width of a pixel of this file, um
 * @param pixelYUm height of a pixel of this file, um
 * @param rows rows of the image without the data bar; the file's own height if the maker does not tell
 * @param stageTiltDeg tilt of the stage, degrees; NaN if not written
 */
public record MicroscopeTags(String maker, double pixelXUm, double pixelYUm, int rows, double stageTiltDeg) {

	private static final int WIDTH = 256, HEIGHT = 257, ZEISS = 34118, FEI = 34682;
	/** Zeiss states the pixel of an image of this many columns, whatever the file's width. */
	private static final double ZEISS_COLUMNS = 1024;
	private static final int MOST_TAGS = 4096, MOST_TEXT = 4_000_000;

	/**
	 * Reads the first image of a file.
	 *
	 * @param key parameter that names the file, for messages
	 * @param file path as the user typed it
	 * @return the tags
	 * @throws IllegalArgumentException if it is no TIFF, or holds no pixel size of these makers
	 */
	public static MicroscopeTags read(final String key, final String file) {
		try {
			final Path path = Path.of(file.strip());
			if (!Files.isRegularFile(path)) throw new IllegalArgumentException(key + "=" + file + " does not exist; give the path of a TIFF file.");
			return parse(key + "=" + file, Files.readAllBytes(path));
		}
		catch (final InvalidPathException | IOException e) {
			throw new IllegalArgumentException(key + "=" + file + " cannot be read (" + e.getClass().getSimpleName().replace("Exception", "")
				+ "); check the path.", e);
		}
	}

	/**
	 * Reads the tags out of a file's bytes.
	 *
	 * @param what name for messages
	 * @param bytes the whole file
	 * @return the tags
	 */
	public static MicroscopeTags parse(final String what, final byte[] bytes) {
		final ByteBuffer b = ByteBuffer.wrap(bytes);
		final boolean little = bytes.length > 8 && bytes[0] == 'I' && bytes[1] == 'I';
		b.order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		if (bytes.length < 14 || !little && (bytes[0] != 'M' || bytes[1] != 'M') || b.getShort(2) != 42) throw new IllegalArgumentException(what
			+ " is not a TIFF file; give one slice as the microscope saved it.");
		final Map<Integer, int[]> tags = directory(what, b);
		final int width = number(what, tags, WIDTH), height = number(what, tags, HEIGHT);
		if (tags.containsKey(FEI)) return fei(what, text(what, b, tags.get(FEI)), width, height);
		if (tags.containsKey(ZEISS)) return zeiss(what, text(what, b, tags.get(ZEISS)), width, height);
		throw new IllegalArgumentException(what
			+ " carries no pixel size of an FEI, ThermoFisher or Zeiss microscope; set the voxel size with voxel=x,y,z or Image > Properties.");
	}

	/** Tag to count, value or offset. */
	private static Map<Integer, int[]> directory(final String what, final ByteBuffer b) {
		final long at = b.getInt(4) & 0xffffffffL;
		if (at + 2 > b.capacity()) throw broken(what);
		final int n = b.getShort((int) at) & 0xffff;
		if (n > MOST_TAGS || at + 2 + 12L * n > b.capacity()) throw broken(what);
		final Map<Integer, int[]> tags = new LinkedHashMap<>();
		for (int i = 0; i < n; i++) {
			final int e = (int) at + 2 + 12 * i, type = b.getShort(e + 2);
			tags.put(b.getShort(e) & 0xffff, new int[] { b.getInt(e + 4), type == 3 ? b.getShort(e + 8) & 0xffff : b.getInt(e + 8) });
		}
		return tags;
	}

	private static int number(final String what, final Map<Integer, int[]> tags, final int tag) {
		if (!tags.containsKey(tag) || tags.get(tag)[1] < 1) throw broken(what);
		return tags.get(tag)[1];
	}

	private static String text(final String what, final ByteBuffer b, final int[] entry) {
		final long count = entry[0] & 0xffffffffL, at = entry[1] & 0xffffffffL;
		if (count > MOST_TEXT || at + count > b.capacity()) throw broken(what);
		return new String(b.array(), (int) at, (int) count, StandardCharsets.ISO_8859_1);
	}

	private static IllegalArgumentException broken(final String what) {
		return new IllegalArgumentException(what + " is a damaged TIFF file; save it again from the microscope or set the voxel size with voxel=x,y,z.");
	}

	/** Lines "key=value" below "[Section]"; PixelWidth of [Scan] is in metres, for a scan of [Image] ResolutionX columns. */
	private static MicroscopeTags fei(final String what, final String text, final int width, final int height) {
		final Map<String, String> v = new LinkedHashMap<>();
		String section = "";
		for (final String line : text.split("\r\n|\n|\r")) {
			final String l = line.strip();
			final int eq = l.indexOf('=');
			if (l.startsWith("[") && l.endsWith("]")) section = l;
			else if (eq > 0) v.putIfAbsent(section + l.substring(0, eq), l.substring(eq + 1));
		}
		final double x = value(v.get("[Scan]PixelWidth")), y = value(v.get("[Scan]PixelHeight"));
		if (!(x > 0) || !(y > 0)) throw new IllegalArgumentException(what
			+ " has FEI tags without PixelWidth and PixelHeight; set the voxel size with voxel=x,y,z.");
		final double columns = value(v.get("[Image]ResolutionX")), rows = value(v.get("[Image]ResolutionY"));
		// A file saved at another size than it was scanned: its pixels are larger or smaller by the ratio of the widths.
		final double scale = columns > 0 ? columns / width : 1;
		final int image = rows > 0 ? (int) Math.min(height, Math.rint(rows / scale)) : height;
		return new MicroscopeTags("FEI", x * 1e6 * scale, y * 1e6 * scale, image, Math.toDegrees(value(v.get("[Stage]StageT"))));
	}

	/** The fourth line is the pixel in metres of an image of 1024 columns; so is the entry "Pixel Size", rounded. */
	private static MicroscopeTags zeiss(final String what, final String text, final int width, final int height) {
		final String[] lines = text.split("\r\n|\n|\r");
		final double metres = lines.length > 3 ? value(lines[3]) : Double.NaN;
		if (!(metres > 0)) throw new IllegalArgumentException(what
			+ " has Zeiss tags without a pixel size in the fourth line; set the voxel size with voxel=x,y,z.");
		double tilt = Double.NaN;
		for (final String l : lines)
			if (l.startsWith("Stage at T =")) tilt = value(l.substring(12).replaceAll("[^0-9.+-]", ""));
		final double um = metres * 1e6 * ZEISS_COLUMNS / width;
		return new MicroscopeTags("Zeiss", um, um, height, tilt);
	}

	private static double value(final String s) {
		try {
			return s == null ? Double.NaN : Double.parseDouble(s.strip());
		}
		catch (final NumberFormatException e) {
			return Double.NaN;
		}
	}
}
