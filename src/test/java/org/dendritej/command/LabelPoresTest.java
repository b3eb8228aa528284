// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import org.dendritej.ij.Images;
import org.dendritej.testkit.GeneratedStack;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

import ij.ImagePlus;
import ij.ImageStack;
import ij.plugin.Duplicator;

/** The command Label Pores: its files, its views, images larger than the memory, and what it refuses. */
class LabelPoresTest {

	private static final int N = 96, CELL = 12;

	/** One ball in each cell, radius 2 to 5 voxels. */
	private static byte[] balls(final int z) {
		final byte[] p = new byte[N * N];
		for (int y = 0; y < N; y++)
			for (int x = 0; x < N; x++) {
				final int cell = x / CELL + 100 * (y / CELL) + 10_000 * (z / CELL);
				final double r = 2 + 3 * new Random(cell).nextDouble();
				final int dx = x % CELL - 6, dy = y % CELL - 6, dz = z % CELL - 6;
				if (dx * dx + dy * dy + dz * dz <= r * r) p[x + N * y] = (byte) 255;
			}
		return p;
	}

	private static Module run(final Context context, final Map<String, Object> keys) throws Exception {
		return context.service(CommandService.class).run(LabelPores.class, true, new HashMap<>(keys)).get();
	}

	private static String refused(final Map<String, Object> keys) throws Exception {
		try (Context context = new Context()) {
			final SuiteCommand c = (SuiteCommand) run(context, keys).getDelegateObject();
			assertTrue(c.isCanceled(), keys + " was accepted");
			BadInputTest.sentence(c.getCancelReason());
			return c.getCancelReason();
		}
	}

	private static void done(final Module m) {
		assertFalse(((SuiteCommand) m.getDelegateObject()).isCanceled(), ((SuiteCommand) m.getDelegateObject()).getCancelReason());
	}

	@Test
	void virtualStackGivesTheBytesOfTheSameStackInMemory(@TempDir final Path dir) throws Exception {
		final ImagePlus virtual = GeneratedStack.image("balls", N, N, N, LabelPoresTest::balls);
		assertTrue(virtual.getStack().isVirtual());
		final ImagePlus memory = new Duplicator().run(virtual);
		memory.setTitle("balls");
		final Path a = dir.resolve("a"), b = dir.resolve("b");
		try (Context context = new Context()) {
			for (final ImagePlus imp : List.of(virtual, memory)) {
				final Module m = run(context, Map.of("image", imp, "sample", "balls", "minvoxels", 1, "electrodearea", 78.5, "outlines", true, "plots",
					true, "folder", (imp == virtual ? a : b).toString()));
				done(m);
				assertEquals(512, m.getOutput("count"));
				final ImagePlus labels = (ImagePlus) m.getOutput("labels");
				assertEquals(Images.LABELS, labels.getProp(Images.KIND));
				assertTrue(labels.getOverlay().size() > 512 * 4);
			}
		}
		final List<String> names;
		try (Stream<Path> s = Files.list(a)) {
			names = s.map(p -> p.getFileName().toString()).filter(n -> !n.endsWith(".json")).sorted().toList();
		}
		assertEquals(List.of("balls-pore-labels.tif", "balls-pore-outlines.zip", "balls-pore-pairs.csv", "balls-pore-population.csv", "balls-pore-qq.png",
			"balls-pore-sizes.png", "balls-pores.csv"), names);
		for (final String n : names)
			assertArrayEquals(Files.readAllBytes(a.resolve(n)), Files.readAllBytes(b.resolve(n)), n);
		final String row = Files.readAllLines(a.resolve("balls-pore-population.csv")).stream().filter(l -> l.startsWith(
			"radius_largest_electrode_um,")).findFirst().orElseThrow();
		final String[] cells = row.split(",");
		final double low = Double.parseDouble(cells[2]), high = Double.parseDouble(cells[4]), value = Double.parseDouble(cells[1]);
		assertTrue(0 < low && low <= value && value <= high, row);
		assertTrue(row.contains("extrapolation") && cells[5].equals("um"), row);
		assertTrue(Files.readString(a.resolve("balls.dendritej.json")).contains("\"extrapolation\""));
		assertEquals("distance_um,pair_correlation,pairs", Files.readAllLines(a.resolve("balls-pore-pairs.csv")).get(0));
	}

	@Test
	void withoutAnAreaNothingIsExtrapolated(@TempDir final Path dir) throws Exception {
		try (Context context = new Context()) {
			done(run(context, Map.of("image", GeneratedStack.image("plain", N, N, N, LabelPoresTest::balls), "folder", dir.toString())));
		}
		assertFalse(Files.readString(dir.resolve("plain-pore-population.csv")).contains("radius_largest_electrode_um"));
		assertTrue(Files.exists(dir.resolve("plain-pore-qq.png")));
		assertFalse(Files.exists(dir.resolve("plain-pore-outlines.zip")));
	}

	@Test
	void areasThatMakeNoSenseAreRefused() throws Exception {
		final ImagePlus imp = GeneratedStack.image("area", N, N, 12, LabelPoresTest::balls);
		assertTrue(refused(Map.of("image", imp, "electrodearea", -3.0)).contains("electrodearea=-3.0 mm2"));
		assertTrue(refused(Map.of("image", imp, "electrodearea", Double.NaN)).contains("electrodearea=NaN"));
		assertTrue(refused(Map.of("image", imp, "electrodearea", 1.0, "face", "none")).contains("face="));
	}

	@Test
	void minvoxelsThatRemovesAllIsRefused() throws Exception {
		final String said = refused(Map.of("image", GeneratedStack.image("small", N, N, 12, LabelPoresTest::balls), "minvoxels", 100_000));
		assertTrue(said.contains("minvoxels=100000") && said.contains("small"), said);
	}

	@Test
	void labelImagesAreNoMasks() throws Exception {
		final ImagePlus few = GeneratedStack.image("few", N, N, 12, z -> java.util.Arrays.copyOf(balls(z), N * N));
		final ImagePlus labels;
		try (Context context = new Context()) {
			final Module m = run(context, Map.of("image", few, "minvoxels", 300));
			done(m);
			labels = (ImagePlus) m.getOutput("labels");
			assertNotNull(labels);
		}
		final String ours = refused(Map.of("image", labels));
		assertTrue(ours.contains("label image") && ours.contains("mask that it was made from"), ours);
		// made by other software: 16 bits, numbers above 255
		final ImageStack stack = new ImageStack(8, 8);
		for (int z = 0; z < 4; z++)
			stack.addSlice(null, new short[64]);
		((short[]) stack.getPixels(2))[9] = 300;
		final ImagePlus foreign = new ImagePlus("foreign", stack);
		final String said = refused(Map.of("image", foreign, "voxel", "1,1,1"));
		assertTrue(said.contains("300") && said.contains("labels"), said);
		// thresholded afterwards, the same image is a mask
		for (int z = 1; z <= labels.getStackSize(); z++)
			for (int i = 0; i < N * N; i++)
				labels.getStack().getProcessor(z).set(i, labels.getStack().getProcessor(z).get(i) > 0 ? 255 : 0);
		try (Context context = new Context()) {
			done(run(context, Map.of("image", labels)));
		}
	}

	/** More than 2^31 voxels, slices made on the fly, in a heap of 2 GB. Writes its figures to target/trust-huge-command.md. */
	@Test
	@Tag("long")
	void moreVoxelsThanAnIntCountsThroughTheCommand(@TempDir final Path dir) throws Exception {
		final int n = 1300, cell = 52, radius = 11;
		final ImagePlus imp = GeneratedStack.image("huge", n, n, n, z -> grid(n, cell, radius, z));
		final long start = System.nanoTime();
		try (Context context = new Context()) {
			final Module m = run(context, Map.of("image", imp, "face", "Z-", "folder", dir.toString()));
			done(m);
			assertEquals(25 * 25 * 25, m.getOutput("count"));
			assertEquals(Runtime.getRuntime().maxMemory() < 4L << 30, m.getOutput("labels") == null);
		}
		final double seconds = (System.nanoTime() - start) / 1e9;
		int ball = 0;
		for (int k = -radius; k <= radius; k++)
			for (int j = -radius; j <= radius; j++)
				for (int i = -radius; i <= radius; i++)
					if (i * i + j * j + k * k <= radius * radius) ball++;
		final List<String> rows = Files.readAllLines(dir.resolve("huge-pores.csv"));
		assertEquals(25 * 25 * 25 + 1, rows.size());
		for (int k = 1; k < rows.size(); k += 997)
			assertEquals(Integer.toString(ball), rows.get(k).split(",")[1]);
		final String porosity = Files.readAllLines(dir.resolve("huge-pore-population.csv")).stream().filter(l -> l.startsWith("porosity,")).findFirst()
			.orElseThrow();
		assertEquals(15625.0 * ball / ((double) n * n * n), Double.parseDouble(porosity.split(",")[1]), 1e-15);
		if (Runtime.getRuntime().maxMemory() < 4L << 30) assertTrue(Files.readString(dir.resolve("huge.dendritej.json")).contains("no_label_image"));
		report(imp, seconds);
	}

	private static void report(final ImagePlus imp, final double seconds) throws IOException {
		Files.writeString(Path.of("target", "trust-huge-command.md"), String.format(java.util.Locale.ROOT,
			"%d voxels (%d slices of a virtual stack), 15625 pores, all columns, heap limit %.2f GB: %.0f s, slices made on the fly included.%n",
			(long) imp.getWidth() * imp.getHeight() * imp.getStackSize(), imp.getStackSize(), Runtime.getRuntime().maxMemory() / 1e9, seconds));
	}

	private static byte[] grid(final int n, final int cell, final int radius, final int z) {
		final byte[] p = new byte[n * n];
		final int dz = z % cell - cell / 2;
		for (int y = 0; y < n; y++) {
			final int dy = y % cell - cell / 2, room = radius * radius - dz * dz - dy * dy;
			if (room < 0) continue;
			final int half = (int) Math.sqrt(room);
			for (int c = cell / 2; c < n; c += cell)
				java.util.Arrays.fill(p, y * n + c - half, y * n + c + half + 1, (byte) 1);
		}
		return p;
	}
}
