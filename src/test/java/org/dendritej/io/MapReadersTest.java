// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

import org.dendritej.core.geom.FloatVolume;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Element maps from text, ripple cubes and Bruker files; what is damaged or ambiguous is refused with its place. */
class MapReadersTest {

	private static final Path EDS = Path.of("../shared/data/eds");

	@TempDir
	Path folder;

	private static void refused(final String reason, final Executable e) {
		final String message = assertThrows(IllegalArgumentException.class, e).getMessage();
		assertTrue(message.contains(reason), message);
	}

	@Test
	void matricesOfAllSeparators() {
		final float[] wanted = { 1, 2.5f, 3, 4, 5, 6.25f };
		for (final String text : new String[] { "1;2.5;3\n4;5;6.25\n", "1;2,5;3\r\n4;5;6,25", "1\t2,5\t3\t\n4\t5\t6,25\t\n",
			"1,2.5,3\n4,5,6.25", "# Mg K\n\n1, 2.5, 3\n4, 5, 6.25\n", "1 2,5 3\n4 5 6,25", "  1   2.5  3\n  4  5  6.25",
			"\u00ef\u00bb\u00bf1;2.5;3;\n4;5;6.25;\n", "1,0e0;2.5;3\n4;5;625e-2" }) {
			final FloatVolume v = EdsText.parse("map.csv", text, 0.5);
			assertEquals(3, v.grid().nx());
			assertEquals(2, v.grid().ny());
			assertEquals(0.5, v.grid().dxUm());
			assertArrayEquals(wanted, v.plane(0), text);
		}
	}

	@Test
	void wrongCellsAreNamed() {
		refused("line 2, column 3 is \"x\"", () -> EdsText.parse("m", "1;2;3\n4;5;x", 1));
		refused("line 3 holds 2 numbers", () -> EdsText.parse("m", "1;2;3\n4;5;6\n7;8", 1));
		refused("line 1, column 2", () -> EdsText.parse("m", "1;;3\n4;5;6", 1));
		refused("line 1, column 1 is \"NaN\"", () -> EdsText.parse("m", "NaN\t1", 1));
		refused("line 1, column 1 is \"1.234,5\"", () -> EdsText.parse("m", "1.234,5;1", 1));
		refused("no numbers", () -> EdsText.parse("m", "\n# nothing\n", 1));
	}

	@Test
	void landmarks() {
		final List<double[]> pairs = Landmarks.parse("l.csv", "map_x,map_y,reference_x,reference_y\n1,2,3.5,4\n\n5,6,7,8\n");
		assertEquals(2, pairs.size());
		assertArrayEquals(new double[] { 1, 2, 3.5, 4 }, pairs.get(0));
		refused("starts with the line", () -> Landmarks.parse("l", "1,2,3,4"));
		refused("line 2 holds 3 cells", () -> Landmarks.parse("l", Landmarks.HEADER + "\n1,2,3"));
		refused("column 4", () -> Landmarks.parse("l", Landmarks.HEADER + "\n1,2,3,z"));
	}

	@Test
	void rippleCubesOfAllLayouts() throws IOException {
		final Random random = new Random(1);
		final int nx = 5;
		final int ny = 4;
		final int depth = 7;
		final int[] values = new int[nx * ny * depth];
		for (int i = 0; i < values.length; i++)
			values[i] = random.nextInt(3) == 0 ? random.nextInt(100) : 0;
		for (final boolean image : new boolean[] { false, true })
			for (final boolean big : new boolean[] { false, true })
				for (final String type : new String[] { "unsigned 1", "signed 2", "unsigned 2", "signed 4", "float 4",
					"float 8" }) {
					final int bytes = type.charAt(type.length() - 1) - '0';
					final ByteBuffer b = ByteBuffer.allocate(3 + values.length * bytes).order(big ? ByteOrder.BIG_ENDIAN
						: ByteOrder.LITTLE_ENDIAN).position(3);
					for (int i = 0; i < values.length; i++) {
						final int v = image ? values[i % (nx * ny) * depth + i / (nx * ny)] : values[i];
						if (type.startsWith("float")) {
							if (bytes == 4) b.putFloat(v);
							else b.putDouble(v);
						}
						else if (bytes == 1) b.put((byte) v);
						else if (bytes == 2) b.putShort((short) v);
						else b.putInt(v);
					}
					Files.write(folder.resolve("c.raw"), b.array());
					Files.writeString(folder.resolve("c.rpl"), "key\tvalue\nwidth\t5\nheight\t4\ndepth\t7\noffset\t3\ndata-length\t"
						+ bytes + "\ndata-type\t" + type.split(" ")[0] + "\nbyte-order\t" + (big ? "big-endian" : "little-endian")
						+ "\nrecord-by\t" + (image ? "image" : "vector") + "\nev-per-chan\t10\nwidth-scale\t250\nwidth-units\tnm\n");
					final SpectrumCube cube = Ripple.read(folder.resolve("c.rpl"));
					assertEquals(0.25, cube.grid().dxUm(), 1e-12);
					assertEquals(0.01, cube.gainKeV(), 1e-12);
					for (int c = 0; c < depth; c++) {
						final float[] plane = cube.window(c, c).plane(0);
						for (int i = 0; i < plane.length; i++)
							assertEquals(values[i * depth + c], plane[i]);
					}
				}
		Files.write(folder.resolve("c.raw"), new byte[10]);
		assertThrows(java.io.EOFException.class, () -> Ripple.read(folder.resolve("c.rpl")));
		Files.writeString(folder.resolve("d.rpl"), "key\tvalue\nwidth\t5\nheight\t4\n");
		Files.write(folder.resolve("d.raw"), new byte[10]);
		refused("depth is missing", () -> Ripple.read(folder.resolve("d.rpl")));
		Files.writeString(folder.resolve("e.rpl"), "width\t1\nheight\t1\ndepth\t1\ndata-length\t2\ndata-type\tsigned\n");
		Files.write(folder.resolve("e.raw"), new byte[] { -1, -1 });
		refused("is -1.0", () -> Ripple.read(folder.resolve("e.rpl")));
		assertThrows(IOException.class, () -> Ripple.read(folder.resolve("missing.rpl")));
	}

	@Test
	void brukerMapEqualsItsKnownSums() throws IOException {
		final Path bcf = EDS.resolve("rsciio_bruker_chevkinite_30x30.bcf");
		Assumptions.assumeTrue(Files.isReadable(bcf), "no real map " + bcf);
		final BrukerBcf.Hypermap map = BrukerBcf.read(bcf);
		final SpectrumCube cube = map.cube();
		assertEquals(30, cube.grid().nx());
		assertEquals(30, cube.grid().ny());
		assertEquals(1.667409, cube.grid().dxUm(), 1e-6);
		assertEquals(-0.47225277, cube.offsetKeV(), 1e-12);
		assertEquals(0.009999, cube.gainKeV(), 1e-12);
		assertEquals(20, map.beamKeV());
		final long[] sum = cube.sumSpectrum();
		final List<String> csv = Files.readAllLines(EDS.resolve("chevkinite_derived/sum_spectrum.csv"));
		for (int c = 0; c + 1 < csv.size(); c++)
			assertEquals(Long.parseLong(csv.get(c + 1).split(",")[1]), sum[c], "channel " + c);
		for (final String row : Files.readAllLines(EDS.resolve("chevkinite_derived/window_sums.csv"))) {
			final String[] w = row.split(",");
			if (w[0].equals("element")) continue;
			final float[] plane = cube.window(Integer.parseInt(w[2]), Integer.parseInt(w[3])).plane(0);
			double total = 0;
			for (final float v : plane)
				total += v;
			assertEquals(Double.parseDouble(w[4]), total, row);
			assertArrayEquals(tiff(EDS.resolve("chevkinite_derived/" + w[0] + "_Ka_counts.tif")), plane, row);
		}
		assertEquals(List.of("AsB"), List.copyOf(map.images().keySet()));
		assertArrayEquals(tiff(EDS.resolve("chevkinite_derived/AsB.tif")), map.images().get("AsB").plane(0));
		refused("channels", () -> cube.window(5, 99999));
	}

	/** The pixels of a 16-bit TIFF in one strip. */
	private static float[] tiff(final Path file) throws IOException {
		final ByteBuffer b = ByteBuffer.wrap(Files.readAllBytes(file));
		b.order(b.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
		final int ifd = b.getInt(4);
		int strip = 0;
		for (int i = 0; i < b.getShort(ifd); i++)
			if (b.getShort(ifd + 2 + 12 * i) == 273) strip = b.getInt(ifd + 2 + 12 * i + 8);
		final float[] p = new float[900];
		for (int i = 0; i < 900; i++)
			p[i] = b.getShort(strip + 2 * i) & 0xffff;
		return p;
	}

	@Test
	void damagedBrukerFilesAreRefused() throws IOException {
		final Path bcf = EDS.resolve("rsciio_bruker_chevkinite_30x30.bcf");
		Assumptions.assumeTrue(Files.isReadable(bcf), "no real map " + bcf);
		final byte[] good = Files.readAllBytes(bcf);
		final Path bad = folder.resolve("bad.bcf");
		Files.write(bad, new byte[1000]);
		refused("bad.bcf", () -> BrukerBcf.read(bad));
		Files.write(bad, java.util.Arrays.copyOf(good, 400_000));
		refused("bad.bcf", () -> BrukerBcf.read(bad));
		final Random random = new Random(2);
		int refusals = 0;
		for (int trial = 0; trial < 60; trial++) {
			final byte[] b = good.clone();
			final int at = trial % 2 == 0 ? random.nextInt(0x7000) : random.nextInt(b.length);
			for (int k = 0; k < 6; k++)
				b[Math.min(b.length - 1, at + k)] = (byte) random.nextInt(256);
			Files.write(bad, b);
			try {
				BrukerBcf.read(bad);
			}
			catch (final IllegalArgumentException e) {
				refusals++;
			}
		}
		assertTrue(refusals > 15, "only " + refusals + " of 60 damaged files were noticed");
	}

	@Test
	void entitiesInTheHeaderAreRefused() throws IOException {
		final byte[] xml = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>".getBytes();
		final byte[] file = new byte[0x118 + 8 * 4096];
		final ByteBuffer b = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
		b.put("AAMVHFSS".getBytes()).position(0x118).put("AASFSSGN".getBytes());
		b.putInt(0x128, 4096).putInt(0x140, 0).putInt(0x144, 1);
		// the directory lies in block 1, the list of the one file in block 2, its data in block 3
		b.putInt(0x140, 1);
		final int entry = 0x118 + 4096 + 32;
		b.putInt(entry, 2).putLong(entry + 4, xml.length);
		b.position(entry + 0xe0).put("HeaderData".getBytes());
		b.putInt(0x118 + 2 * 4096, -1).putInt(0x118 + 2 * 4096 + 32, 3);
		b.position(0x118 + 3 * 4096 + 32).put(xml);
		Files.write(folder.resolve("x.bcf"), file);
		refused("not valid XML", () -> BrukerBcf.read(folder.resolve("x.bcf")));
	}
}
