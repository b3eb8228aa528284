// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.dendritej.core.geom.VoxelGrid;

/**
 * Reads spectrum cubes in the Lispix ripple format: a text header (.rpl) beside a plain binary file (.raw) of the same
 * name. Keys beyond the original format that other programs write are used when present: ev-per-chan, depth-scale and
 * depth-origin (with depth-units eV or keV), width-scale and height-scale (with width-units um or nm).
 */
public final class Ripple {

	private final String name;
	private final Map<String, String> header;
	private final int nx;
	private final int ny;
	private final int channels;
	private final int bytes;
	private final String type;

	private Ripple(final String name, final Map<String, String> header) {
		this.name = name;
		this.header = header;
		nx = integer("width", null);
		ny = integer("height", null);
		channels = integer("depth", null);
		bytes = integer("data-length", null);
		type = header.getOrDefault("data-type", "unsigned");
		final boolean real = type.equals("float");
		if (!real && !type.equals("signed") && !type.equals("unsigned") || real && bytes != 4 && bytes != 8 || bytes != 1
			&& bytes != 2 && bytes != 4 && bytes != 8) throw new IllegalArgumentException(name + ": data-type " + type
				+ " with data-length " + bytes + " is not known; signed or unsigned with 1, 2, 4 or 8 bytes and float with 4 or 8"
				+ " can be read.");
	}

	/**
	 * Reads a cube.
	 *
	 * @param rpl the header file
	 * @return the cube; pixels of 1 um when the header has no scale
	 * @throws IOException if one of the files cannot be read or the raw file is too short
	 * @throws IllegalArgumentException for an unusable header, or values that are not whole numbers of 0 or more
	 */
	public static SpectrumCube read(final Path rpl) throws IOException {
		final Map<String, String> header = new HashMap<>();
		for (final String line : new String(Files.readAllBytes(rpl), StandardCharsets.ISO_8859_1).split("\r\n|\n|\r")) {
			if (line.isBlank() || line.startsWith(";")) continue;
			final String[] kv = line.strip().split("\\s+", 3);
			if (kv.length > 1) header.put(kv[0].toLowerCase(Locale.ROOT), kv[1].toLowerCase(Locale.ROOT));
		}
		return new Ripple(rpl.getFileName().toString(), header).cube(raw(rpl));
	}

	private static Path raw(final Path rpl) throws IOException {
		final String base = rpl.getFileName().toString().replaceFirst("(?i)\\.rpl$", "");
		for (final String end : new String[] { ".raw", ".RAW", ".Raw" })
			if (Files.isReadable(rpl.resolveSibling(base + end))) return rpl.resolveSibling(base + end);
		throw new java.io.FileNotFoundException(rpl.resolveSibling(base + ".raw")
			+ " is missing; a ripple header needs the raw file of the same name beside it.");
	}

	private SpectrumCube cube(final Path raw) throws IOException {
		final boolean byImage = header.getOrDefault("record-by", "vector").equals("image");
		final long offset = integer("offset", 0);
		final double dx = scaleUm("width");
		final double dy = header.containsKey("height-scale") ? scaleUm("height") : dx;
		final SpectrumCube.Builder builder = new SpectrumCube.Builder(VoxelGrid.of(nx, ny, 1, dx, dy, dx), channels);
		final int[][] row = new int[nx][channels];
		try (FileChannel file = FileChannel.open(raw)) {
			final long wanted = offset + (long) nx * ny * channels * bytes;
			if (file.size() < wanted) throw new EOFException(raw.getFileName() + " holds " + file.size() + " bytes where " + name
				+ " promises " + wanted + "; the file is cut off or the header belongs to another one.");
			for (int y = 0; y < ny; y++) {
				if (byImage) for (int c = 0; c < channels; c++) {
					final ByteBuffer line = block(file, offset + ((long) c * ny + y) * nx * bytes, nx * bytes);
					for (int x = 0; x < nx; x++)
						row[x][c] = value(line, x, y, c);
				}
				else for (int x = 0; x < nx; x++) {
					final ByteBuffer line = block(file, offset + ((long) y * nx + x) * channels * bytes, channels * bytes);
					for (int c = 0; c < channels; c++)
						row[x][c] = value(line, x, y, c);
				}
				for (int x = 0; x < nx; x++)
					builder.put(y * nx + x, row[x]);
			}
		}
		final double keV = header.getOrDefault("depth-units", "").equals("kev") ? 1 : 0.001;
		final double gain = header.containsKey("depth-scale") ? keV * number("depth-scale") : header.containsKey("ev-per-chan")
			? number("ev-per-chan") / 1000 : Double.NaN;
		final double origin = header.containsKey("depth-origin") ? keV * number("depth-origin") : Double.isNaN(gain)
			? Double.NaN : 0;
		return builder.build(origin, gain);
	}

	private ByteBuffer block(final FileChannel file, final long at, final int length) throws IOException {
		final ByteBuffer b = ByteBuffer.allocate(length).order(header.getOrDefault("byte-order", "little-endian").equals(
			"big-endian") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
		while (b.hasRemaining())
			if (file.read(b, at + b.position()) < 0) throw new EOFException(name + ": the raw file ends early.");
		return b.flip();
	}

	private int value(final ByteBuffer b, final int x, final int y, final int c) {
		final double v;
		if (type.equals("float")) v = bytes == 4 ? b.getFloat() : b.getDouble();
		else {
			final boolean signed = type.equals("signed");
			v = bytes == 1 ? signed ? b.get() : b.get() & 0xff : bytes == 2 ? signed ? b.getShort() : b.getShort() & 0xffff
				: bytes == 4 ? signed ? b.getInt() : b.getInt() & 0xffffffffL : b.getLong();
		}
		if (!(v >= 0 && v <= Integer.MAX_VALUE && v == Math.rint(v))) throw new IllegalArgumentException(name + ": channel " + c
			+ " of pixel x=" + x + ", y=" + y + " is " + v + "; counts must be whole numbers of 0 or more.");
		return (int) v;
	}

	private int integer(final String key, final Integer otherwise) {
		final String v = header.get(key);
		if (v == null && otherwise != null) return otherwise;
		if (v == null || !v.matches("\\d{1,9}") || otherwise == null && Integer.parseInt(v) == 0)
			throw new IllegalArgumentException(name + ": the header's " + key + " is " + (v == null ? "missing" : v)
				+ "; it must be a whole number above 0.");
		return Integer.parseInt(v);
	}

	private double number(final String key) {
		try {
			return Double.parseDouble(header.get(key).replace(',', '.'));
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException(name + ": the header's " + key + " is " + header.get(key)
				+ ", which is not a number; correct it or remove the line.", e);
		}
	}

	private double scaleUm(final String axis) {
		if (!header.containsKey(axis + "-scale")) return 1;
		final String unit = header.getOrDefault(axis + "-units", "um");
		final double factor = unit.equals("nm") ? 1e-3 : unit.equals("mm") ? 1e3 : 1;
		return factor * number(axis + "-scale");
	}
}
