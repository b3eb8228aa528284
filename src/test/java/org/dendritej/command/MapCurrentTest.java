// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.PoreCurrent;
import org.dendritej.session.MicrostructureService;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;

import ij.IJ;
import ij.ImagePlus;
import ij.VirtualStack;
import ij.measure.ResultsTable;
import ij.process.ImageProcessor;

/** Map Current Distribution as a user calls it: outputs, files, document, prediction, and the mistakes of its issue. */
class MapCurrentTest {

	private interface At {
		int of(int x, int y, int z);
	}

	private static ImagePlus image(final String title, final At at) {
		final ImagePlus imp = IJ.createImage(title, "8-bit black", 20, 24, 16);
		for (int z = 0; z < 16; z++)
			for (int y = 0; y < 24; y++)
				for (int x = 0; x < 20; x++)
					imp.getStack().getProcessor(z + 1).set(x, y, at.of(x, y, z));
		return calibrated(imp);
	}

	private static ImagePlus calibrated(final ImagePlus imp) {
		imp.getCalibration().setUnit("um");
		imp.getCalibration().pixelWidth = imp.getCalibration().pixelHeight = .2;
		imp.getCalibration().pixelDepth = .25;
		return imp;
	}

	/** Two pores close together, each on a straight crack. */
	private static int specimen(final int x, final int y, final int z) {
		for (final int cx : new int[] { 5, 14 }) {
			final double u = (x - cx) * .2, v = (y - 10) * .2, w = (z - 8) * .25;
			if (u * u + v * v + w * w < .64) return 1;
			if (y < 7 && Math.abs(x - cx) < 2 && Math.abs(z - 8) < 1) return 2;
		}
		return 0;
	}

	private static Module run(final Context context, final String command, final Map<String, Object> inputs) throws Exception {
		return context.service(CommandService.class).run("org.dendritej.command." + command, true, new HashMap<>(inputs)).get();
	}

	private static Module done(final Context context, final String command, final Map<String, Object> inputs) throws Exception {
		final Module m = run(context, command, inputs);
		final SuiteCommand c = (SuiteCommand) m.getDelegateObject();
		assertFalse(c.isCanceled(), c.getCancelReason());
		return m;
	}

	/** The refusal's advice, followed: after Map Current Distribution the prediction that was refused is made. */
	@Test
	void crowdedPoresArePredictedOnceTheFieldIsKnown(@TempDir final Path dir) throws Exception {
		try (Context context = new Context()) {
			final ImagePlus imp = image("crowded", MapCurrentTest::specimen);
			done(context, "LabelPores", Map.of("image", imp));
			done(context, "SkeletonizeCracks", Map.of("image", imp, "aspect", 1.0));
			final Map<String, Object> typed = Map.of("sample", "crowded", "cracklength", 1.2, "crackwidth", 150.0, "poreradius", 0.0);
			final SuiteCommand refused = (SuiteCommand) run(context, "PredictInitiation", typed).getDelegateObject();
			assertTrue(refused.isCanceled() && refused.getCancelReason().contains("run Map Current Distribution"), refused.getCancelReason());
			final String before = org.dendritej.ij.Checksum.of(imp, 1, org.dendritej.core.run.Progress.NONE);
			final Module m = done(context, "MapCurrent", Map.of("image", imp, "distance", 4.0, "metal", "all", "folder", dir.toString()));
			assertEquals(before, org.dendritej.ij.Checksum.of(imp, 1, org.dendritej.core.run.Progress.NONE), "the input was changed");
			final Microstructure d = context.service(MicrostructureService.class).find("crowded").orElseThrow();
			assertEquals(2, d.current().rows().size());
			final PoreCurrent largest = d.current().rows().get(0);
			final Module p = done(context, "PredictInitiation", typed);
			assertTrue((double) p.getOutput("ccd") > 0);
			final var area = context.service(MicrostructureService.class).find("crowded").orElseThrow().prediction().rows().stream().filter(q -> q.name()
				.equals("collecting_area")).findFirst().orElseThrow();
			assertEquals(largest.collectingAreaUm2(), area.value(), 1e-9);
			assertTrue(area.source().startsWith("field in the image"), area.source());
			final ImagePlus density = (ImagePlus) m.getOutput("density");
			assertTrue(density.getStack().getSliceLabel(3).contains("voxels of 0.2 um only"), "no warning on the image");
			assertTrue(Files.readString(dir.resolve("crowded-current-density.svg")).contains("grow when voxels shrink"));
			assertEquals(3, density.getDisplayRangeMax(), 1e-6);
			files(dir, (ResultsTable) m.getOutput("table"), (ImagePlus) m.getOutput("potential"), imp);
		}
	}

	private static void files(final Path dir, final ResultsTable table, final ImagePlus potential, final ImagePlus input) throws Exception {
		for (final String f : List.of("-current.csv", "-current-cracks.csv", "-current-tips.csv", "-current-summary.csv", "-potential.tif",
			"-current-density.tif", "-potential.png", "-potential.svg", "-current-density.png", "-current-density.svg", ".dendritej.json"))
			assertTrue(Files.size(dir.resolve("crowded" + f)) > 0, f);
		final String head = Files.readAllLines(dir.resolve("crowded-current.csv")).get(0);
		assertTrue(head.startsWith("pore,area_um2,current_share,collecting_area_um2,sphere_collecting_area_um2,depth_um"), head);
		assertArrayEquals(head.split(","), table.getHeadings());
		assertEquals(input.getCalibration().pixelDepth, potential.getCalibration().pixelDepth);
		assertEquals(input.getStackSize(), potential.getStackSize());
		assertEquals("V", potential.getCalibration().getValueUnit());
	}

	@TestFactory
	List<DynamicTest> mistakes() {
		final Map<String, Map<String, Object>> cases = new LinkedHashMap<>();
		final ImagePlus good = image("good", MapCurrentTest::specimen);
		cases.put("No conducting path", Map.of("image", image("barrier", (x, y, z) -> y == 15 ? 4 : specimen(x, y, z))));
		cases.put("Every voxel", Map.of("image", image("metal", (x, y, z) -> 1 + x % 3)));
		cases.put("touches the counter electrode", Map.of("image", image("short", (x, y, z) -> x < 5 ? 2 : 0)));
		cases.put("sigma=0.0 S/m", Map.of("image", good, "sigma", 0.0));
		cases.put("sigma=-1.0 S/m", Map.of("image", good, "sigma", -1.0));
		cases.put("tolerance=1.0E-12", Map.of("image", good, "tolerance", 1e-12));
		cases.put("rint=-5.0 ohm cm2", Map.of("image", good, "rint", -5.0));
		cases.put("counter=far", Map.of("image", good, "counter", "far"));
		cases.put("metal=some", Map.of("image", good, "metal", "some"));
		cases.put("face=none", Map.of("image", good, "face", "none"));
		cases.put("pores=[missing]", Map.of("image", good, "pores", "missing"));
		cases.put("secondary=5:0", Map.of("image", good, "secondary", "5:0"));
		cases.put("name it in blocking=9", Map.of("image", image("nine", (x, y, z) -> y == 20 ? 9 : specimen(x, y, z))));
		cases.put("bin the image by", Map.of("image", calibrated(new ImagePlus("huge", new Huge()))));
		final List<DynamicTest> tests = new java.util.ArrayList<>();
		new TreeMap<>(cases).forEach((words, inputs) -> tests.add(DynamicTest.dynamicTest(words, () -> {
			try (Context context = new Context()) {
				final SuiteCommand c = (SuiteCommand) run(context, "MapCurrent", inputs).getDelegateObject();
				assertTrue(c.isCanceled(), "accepted");
				assertTrue(c.getCancelReason().contains(words), c.getCancelReason());
				BadInputTest.sentence(c.getCancelReason());
				assertTrue(context.service(MicrostructureService.class).samples().isEmpty(), "a document was made");
			}
		})));
		return tests;
	}

	/** Cancel pressed while any slice is read, at the beginning or during the set-up: no file, no document, no outputs. */
	@Test
	void cancelLeavesNothing(@TempDir final Path dir) throws Exception {
		final ImagePlus whole = image("whole", MapCurrentTest::specimen);
		for (final int at : new int[] { 1, 17, 40, 70, 110, 150 }) {
			try (Context context = new Context()) {
				final ModuleService modules = context.service(ModuleService.class);
				final Module m = modules.createModule(context.service(CommandService.class).getCommand("org.dendritej.command.MapCurrent"));
				final SuiteCommand c = (SuiteCommand) m.getDelegateObject();
				final Pressed stack = new Pressed(whole, at, () -> c.cancel("pressed"));
				modules.run(m, true, Map.<String, Object> of("image", calibrated(new ImagePlus("pressed", stack)), "folder", dir.toString())).get();
				assertTrue(stack.reads >= at, "read " + stack.reads + " slices only, " + at + " never came");
				assertTrue(c.isCanceled());
				assertTrue(context.service(MicrostructureService.class).samples().isEmpty(), "a document was made");
				assertTrue(m.getOutput("table") == null && m.getOutput("potential") == null);
			}
			try (Stream<Path> files = Files.list(dir)) {
				assertEquals(0, files.count(), "a file was left");
			}
		}
	}

	/** A stack on whose n-th reading Cancel is pressed. */
	private static final class Pressed extends VirtualStack {

		private final ImagePlus imp;
		private final int at;
		private final Runnable press;
		private int reads;

		Pressed(final ImagePlus imp, final int at, final Runnable press) {
			super(imp.getWidth(), imp.getHeight(), null, null);
			this.imp = imp;
			this.at = at;
			this.press = press;
			setBitDepth(8);
		}

		@Override
		public int getSize() {
			return imp.getStackSize();
		}

		@Override
		public int size() {
			return imp.getStackSize();
		}

		@Override
		public String getSliceLabel(final int n) {
			return "";
		}

		@Override
		public synchronized Object getPixels(final int n) {
			if (++reads == at) press.run();
			return imp.getStack().getPixels(n);
		}

		@Override
		public ImageProcessor getProcessor(final int n) {
			return new ij.process.ByteProcessor(imp.getWidth(), imp.getHeight(), (byte[]) getPixels(n));
		}
	}

	/** 2000 x 2000 x 2000 voxels that must not be read before the memory is checked. */
	private static final class Huge extends VirtualStack {

		Huge() {
			super(2000, 2000, null, null);
			setBitDepth(8);
		}

		@Override
		public int getSize() {
			return 2000;
		}

		@Override
		public int size() {
			return 2000;
		}

		@Override
		public String getSliceLabel(final int n) {
			return "";
		}

		@Override
		public Object getPixels(final int n) {
			throw new AssertionError("slice " + n + " was read");
		}

		@Override
		public ImageProcessor getProcessor(final int n) {
			if (n > 1) throw new AssertionError("slice " + n + " was read");
			return new ij.process.ByteProcessor(2000, 2000);
		}
	}
}
