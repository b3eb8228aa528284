// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import org.dendritej.testkit.BadImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;

import ij.IJ;
import ij.ImagePlus;

/** What preparing and segmenting may not accept, and that a tilt is corrected once. */
class PrepareBadInputTest {

	private static SuiteCommand run(final Class<?> command, final Object... keys) throws Exception {
		final Map<String, Object> inputs = new HashMap<>();
		for (int i = 0; i < keys.length; i += 2)
			inputs.put((String) keys[i], keys[i + 1]);
		try (Context context = new Context()) {
			return (SuiteCommand) context.service(CommandService.class).run(command.getName(), true, inputs).get().getDelegateObject();
		}
	}

	private static void refused(final String says, final Class<?> command, final Object... keys) throws Exception {
		final SuiteCommand c = run(command, keys);
		assertTrue(c.isCanceled(), command + " accepted " + says);
		assertTrue(c.getCancelReason().contains(says), c.getCancelReason());
		BadInputTest.sentence(c.getCancelReason());
	}

	private static ImagePlus constant() {
		final ImagePlus imp = IJ.createImage("constant", "8-bit white", 40, 40, 8);
		imp.setCalibration(BadImages.ball("c").getCalibration());
		return imp;
	}

	/** Solid 170 with a dark half of 40 and noise. */
	private static ImagePlus grey() {
		final ImagePlus imp = constant();
		final java.util.Random r = new java.util.Random(1);
		for (int z = 1; z <= 8; z++)
			for (int i = 0; i < 1600; i++)
				imp.getStack().getProcessor(z).set(i, (int) Math.rint((i % 40 < 12 ? 40 : 170) + 5 * r.nextGaussian()));
		return imp;
	}

	@Test
	void tiltIsCorrectedOnce(@TempDir final Path dir) throws Exception {
		final ImagePlus imp = BadImages.ball("tilted");
		final SuiteCommand first = run(PrepareStack.class, "image", imp, "tilt", 52.0, "align", "none", "destripe", false, "folder", dir.toString(), "sample",
			"t");
		assertFalse(first.isCanceled(), first.getCancelReason());
		final ImagePlus done = IJ.openImage(dir.resolve("t-prepared.tif").toString());
		assertEquals(0.04 / Math.sin(Math.toRadians(52)), done.getCalibration().pixelHeight, 1e-8, "a TIFF keeps eight digits");
		assertEquals(0.04, imp.getCalibration().pixelHeight, "the input is not changed");
		assertEquals(25, Files.readAllLines(dir.resolve("t-transforms.csv")).size());
		refused("corrected already", PrepareStack.class, "image", done, "tilt", 52.0);
		final SuiteCommand again = run(PrepareStack.class, "image", imp, "transforms", dir.resolve("t-transforms.csv").toString(), "destripe", false);
		assertFalse(again.isCanceled(), again.getCancelReason());
	}

	@Test
	void stacksThatCannotBePreparedAreRefused(@TempDir final Path dir) throws Exception {
		refused("constant", PrepareStack.class, "image", constant());
		refused("tilt=5", PrepareStack.class, "image", BadImages.ball("a"), "tilt", 5.0);
		refused("shear=true", PrepareStack.class, "image", BadImages.ball("a"), "shear", true);
		refused("align=up", PrepareStack.class, "image", BadImages.ball("a"), "align", "up");
		refused("fiducial=", PrepareStack.class, "image", BadImages.ball("a"), "align", "fiducial", "fiducial", "1,2");
		refused("databar=20", PrepareStack.class, "image", BadImages.ball("a"), "databar", 20);
		refused("thickness=", PrepareStack.class, "image", BadImages.ball("a"), "thickness", -1.0);
		refused("does not exist", PrepareStack.class, "image", BadImages.ball("a"), "tags", dir.resolve("no.tif").toString(), "thickness", 50.0);
		final Path csv = Files.writeString(dir.resolve("x.csv"), "slice,dx_px,dy_px\n0,1,0\n");
		refused("holds 1 slices", PrepareStack.class, "image", BadImages.ball("a"), "transforms", csv.toString());
	}

	@Test
	void stacksThatCannotBeSegmentedAreRefused() throws Exception {
		refused("nothing to segment", SegmentPhases.class, "image", constant());
		refused("in order", SegmentPhases.class, "image", grey(), "interval", true, "low", 200.0, "threshold", 100.0);
		refused("poreback=", SegmentPhases.class, "image", grey(), "poreback", 0.3);
		refused("milling=", SegmentPhases.class, "image", BadImages.ball("b"), "threshold", 100.0, "milling", "up");
		refused("method=", SegmentPhases.class, "image", BadImages.ball("b"), "method", "magic");
		refused("maps= is empty", SegmentPhases.class, "image", BadImages.ball("b"), "method", "probability");
	}

	/** A stack with a mark that stands and pores, as PrepareStack gets it. */
	private static ImagePlus recorded(final String title) throws Exception {
		final ImagePlus imp = (ImagePlus) output(run(MakeSpecimen.class, "kind", "fibsem", "size", "120,120,30", "count", 6, "sample", title, "drift", 0.6,
			"jitter", 0.4, "uneven", 0.1, "curtains", 4.0, "shading", 10.0, "charging", 1.0, "shine", 0.5, "angle", 52.0), "grey");
		return imp;
	}

	private static Object output(final SuiteCommand c, final String name) throws Exception {
		assertFalse(c.isCanceled(), c.getCancelReason());
		for (Class<?> k = c.getClass(); k != null; k = k.getSuperclass())
			for (final java.lang.reflect.Field f : k.getDeclaredFields())
				if (f.getName().equals(name)) {
					f.setAccessible(true);
					return f.get(c);
				}
		throw new AssertionError("no output " + name);
	}

	@Test
	void theFaultsOfAnAcquisitionAreKeysWithATruth(@TempDir final Path dir) throws Exception {
		final SuiteCommand plain = run(MakeSpecimen.class, "kind", "fibsem", "size", "60,60,20", "count", 2, "cracklength", 1.2, "poreradius", 0.2, "sample", "p");
		final ImagePlus before = (ImagePlus) output(plain, "grey");
		assertEquals(null, output(plain, "slices"), "no faults, no truth of slices");
		final SuiteCommand faulty = run(MakeSpecimen.class, "kind", "fibsem", "size", "60,60,20", "count", 2, "cracklength", 1.2, "poreradius", 0.2, "sample", "f",
			"drift", 1.0, "uneven", 0.2, "angle", 52.0, "folder", dir.toString());
		final ImagePlus grey = (ImagePlus) output(faulty, "grey");
		assertEquals(60, before.getHeight());
		assertEquals(47, grey.getHeight(), "60 rows times sin 52 degrees");
		assertEquals(0.04, grey.getCalibration().pixelHeight, 1e-9, "rows as recorded");
		final java.util.List<String> rows = Files.readAllLines(dir.resolve("f-true-slices.csv"));
		assertEquals(21, rows.size());
		assertTrue(rows.get(0).contains("drift_x_px") && rows.get(0).contains("thickness_um"), rows.get(0));
		double most = 0;
		for (final String r : rows.subList(1, 21))
			most = Math.max(most, Math.abs(Double.parseDouble(r.split(",")[3])));
		assertTrue(most > 0.5, "drift " + most);
		refused("kind=tubes", MakeSpecimen.class, "kind", "tubes", "drift", 1.0);
		refused("shine-through", MakeSpecimen.class, "kind", "fibsem", "shine", 2.0);
	}

	@Test
	void transformsComeBackFromCsvAndJsonAndOldFiles(@TempDir final Path dir) throws Exception {
		final ImagePlus imp = recorded("round");
		final SuiteCommand first = run(PrepareStack.class, "image", imp, "affine", true, "folder", dir.toString(), "sample", "t");
		assertFalse(((String) output(first, "basis")).isEmpty());
		final ImagePlus done = (ImagePlus) output(first, "prepared");
		for (final String file : new String[] { "t-transforms.csv", "t-transforms.json" }) {
			final ImagePlus again = (ImagePlus) output(run(PrepareStack.class, "image", imp, "transforms", dir.resolve(file).toString()), "prepared");
			assertEquals(done.getWidth(), again.getWidth());
			for (int z = 1; z <= done.getStackSize(); z++)
				org.junit.jupiter.api.Assertions.assertArrayEquals((byte[]) done.getStack().getPixels(z), (byte[]) again.getStack().getPixels(z), file);
		}
		// as the first version wrote it: without the four columns of rotation and stretch
		final StringBuilder old = new StringBuilder();
		for (final String line : Files.readAllLines(dir.resolve("t-transforms.csv"))) {
			final String[] c = line.split(",", -1);
			old.append(String.join(",", java.util.Arrays.copyOf(c, 8))).append('\n');
		}
		final Path csv = Files.writeString(dir.resolve("old.csv"), old);
		final ImagePlus older = (ImagePlus) output(run(PrepareStack.class, "image", imp, "transforms", csv.toString()), "prepared");
		assertEquals(done.getStackSize(), older.getStackSize());
		final Path bad = Files.writeString(dir.resolve("bad.json"), "{\"format\":\"other\"}");
		refused("is not of the format", PrepareStack.class, "image", imp, "transforms", bad.toString());
		refused("cannot be read", PrepareStack.class, "image", imp, "transforms", Files.writeString(dir.resolve("b.json"), "{\"format\"").toString());
	}

	@Test
	void previewsShowOneSliceAndWriteNothing(@TempDir final Path dir) throws Exception {
		final ImagePlus imp = recorded("look");
		final SuiteCommand p = run(PrepareStack.class, "image", imp, "preview", true, "slice", 7, "folder", dir.toString());
		final ImagePlus look = (ImagePlus) output(p, "look");
		assertEquals(2 * imp.getWidth() + 4, look.getWidth());
		assertEquals(imp.getStack().getProcessor(7).getf(30, 30), look.getProcessor().getf(30, 30), 1e-6, "the left half is the recorded slice");
		assertEquals(null, output(p, "prepared"));
		final SuiteCommand s = run(SegmentPhases.class, "image", imp, "preview", true, "slice", 7, "threshold", 100.0, "folder", dir.toString());
		final ImagePlus view = (ImagePlus) output(s, "view");
		assertEquals(2 * imp.getWidth() + 4, view.getWidth());
		assertEquals(null, output(s, "classes"));
		try (var files = Files.list(dir)) {
			assertEquals(0, files.count());
		}
		refused("slice=99", PrepareStack.class, "image", imp, "preview", true, "slice", 99);
		refused("slice=99", SegmentPhases.class, "image", imp, "preview", true, "slice", 99);
		refused("preview=true", SegmentPhases.class, "image", imp, "preview", true, "method", "probability");
	}

	/** What is painted with ImageJ's own tools is what the next command measures; a value that is no class is refused. */
	@Test
	void paintedClassesAreMeasured() throws Exception {
		final ImagePlus imp = grey();
		final SuiteCommand s = run(SegmentPhases.class, "image", imp, "outlines", "beside", "sample", "painted", "aspect", 1000.0);
		final ImagePlus classes = (ImagePlus) output(s, "classes"), view = (ImagePlus) output(s, "view");
		final int before = (Integer) output(run(LabelPores.class, "image", classes, "sample", "painted"), "count");
		for (int z = 3; z <= 6; z++) {
			classes.setSliceWithoutUpdate(z);
			final ij.process.ImageProcessor ip = classes.getStack().getProcessor(z);
			ip.setRoi(new ij.gui.OvalRoi(25, 15, 8, 8));
			ip.setValue(1);
			ip.fill(ip.getMask());
		}
		assertEquals(before + 1, output(run(LabelPores.class, "image", classes, "sample", "painted"), "count"));
		final int[] plain = new int[3];
		((ij.process.ColorProcessor) view.getStack().getProcessor(1)).getPixel(44 + 25, 19, plain);
		assertEquals(plain[0], plain[2], "grey where nothing is painted");
		final int[] rgb = new int[3];
		((ij.process.ColorProcessor) view.getStack().getProcessor(4)).getPixel(44 + 25, 19, rgb);
		assertTrue(rgb[2] > rgb[0] + 40, "the outline of what was painted is blue: " + java.util.Arrays.toString(rgb));
		classes.getStack().getProcessor(5).set(3, 3, 7);
		refused("holds the value 7", LabelPores.class, "image", classes, "sample", "painted");
	}

	@Test
	void theThresholdsErrorReachesThePrediction() throws Exception {
		final ImagePlus imp = (ImagePlus) output(run(MakeSpecimen.class, "kind", "ending", "size", "100,160,50", "count", 3, "poreradius", 0.5, "cracklength", 2.0,
			"crackwidth", 200.0, "sample", "seg", "seed", 3), "grey");
		final SuiteCommand s = run(SegmentPhases.class, "image", imp, "interval", true, "probabilities", true, "sample", "seg");
		final ImagePlus classes = (ImagePlus) output(s, "classes");
		final String spread = classes.getProp(SegmentationSpread.PROPERTY);
		assertTrue(spread.contains("radius=") && !spread.contains("radius=NaN"), spread);
		final java.util.List<org.dendritej.core.record.Quantity> rows = SegmentationSpread.rows(classes, "radius", "length", "width");
		assertEquals("segmentation_radius_sd_rel", rows.get(0).name());
		assertTrue(rows.get(0).value() > 0.001 && rows.get(0).value() < 0.2, spread);
		for (final String p : new String[] { "psolid", "ppore", "pcrack" })
			assertEquals(32, ((ImagePlus) output(s, p)).getBitDepth());
		// a section that was measured in the image carries the rows, and the model reads them there
		final org.dendritej.core.record.Section<org.dendritej.core.record.Pore> section = new org.dendritej.core.record.Section<>(null,
			org.dendritej.core.geom.ElectrodeFace.NONE, java.util.List.of(), rows, java.util.List.of(), null);
		assertEquals(rows.get(0).value(), org.dendritej.core.model.SegmentationError.of(org.dendritej.core.record.Microstructure.empty("x").withPores(section))
			.radius());
	}

	@Test
	void materialsAndLocalThresholdsAreChosenByKeys() throws Exception {
		final ImagePlus imp = grey();
		final ImagePlus classes = (ImagePlus) output(run(SegmentPhases.class, "image", imp, "method", "multi", "order", "1,0"), "classes");
		assertEquals(1, classes.getStack().getProcessor(4).get(5, 20));
		assertEquals(0, classes.getStack().getProcessor(4).get(30, 20));
		assertFalse(run(SegmentPhases.class, "image", imp, "method", "local", "radius", 15, "interval", true).isCanceled());
		refused("order=", SegmentPhases.class, "image", imp, "method", "multi", "order", "0,1");
		refused("radius=1", SegmentPhases.class, "image", imp, "method", "local", "radius", 1);
		refused("weight=", SegmentPhases.class, "image", imp, "method", "local", "weight", 3.0);
		refused("trench=", SegmentPhases.class, "image", imp, "trench", 1.0);
		refused("outlines=", SegmentPhases.class, "image", imp, "outlines", "red");
		refused("low=1.0 makes no voxel", SegmentPhases.class, "image", imp, "interval", true, "low", 1.0);
		final ImagePlus mask = IJ.createImage("edge", "8-bit black", 40, 40, 1);
		final ij.process.ImageProcessor top = mask.getProcessor();
		top.setRoi(0, 0, 40, 5);
		top.setValue(255);
		top.fill();
		ij.macro.Interpreter.batchMode = true;
		ij.macro.Interpreter.addBatchModeImage(mask);
		final ImagePlus edged = (ImagePlus) output(run(SegmentPhases.class, "image", imp, "outside", "edge"), "classes");
		assertEquals(4, edged.getStack().getProcessor(8).get(30, 2));
		assertEquals(0, edged.getStack().getProcessor(8).get(30, 8));
		ij.macro.Interpreter.removeBatchModeImage(mask);
		ij.macro.Interpreter.batchMode = false;
	}

	@Test
	void aSliceOfAnotherSizeIsRefusedAndVirtualStacksAreRead() throws Exception {
		final ImagePlus grey = grey();
		final ij.ImageStack other = new ij.VirtualStack(40, 40, null, "") {

			@Override
			public int getSize() {
				return 8;
			}

			@Override
			public int size() {
				return 8;
			}

			@Override
			public Object getPixels(final int n) {
				return getProcessor(n).getPixels();
			}

			@Override
			public ij.process.ImageProcessor getProcessor(final int n) {
				return n == 5 ? new ij.process.ByteProcessor(38, 40) : grey.getStack().getProcessor(n);
			}
		};
		final ImagePlus imp = new ImagePlus("mixed", other);
		imp.setCalibration(grey.getCalibration());
		refused("Slice 5", PrepareStack.class, "image", imp);
		refused("Slice 5", SegmentPhases.class, "image", imp);
		final ImagePlus lazy = org.dendritej.testkit.GeneratedStack.image("lazy", 40, 40, 8, z -> ((byte[]) grey.getStack().getPixels(z + 1)).clone());
		final ImagePlus a = (ImagePlus) output(run(SegmentPhases.class, "image", grey), "classes"), b = (ImagePlus) output(run(SegmentPhases.class, "image", lazy),
			"classes");
		for (int z = 1; z <= 8; z++)
			org.junit.jupiter.api.Assertions.assertArrayEquals((byte[]) a.getStack().getPixels(z), (byte[]) b.getStack().getPixels(z));
	}

	@Test
	void mapsThatDoNotSumToOneAreRefused() throws Exception {
		final ImagePlus solid = IJ.createImage("psolid", "32-bit black", 12, 12, 4), pore = IJ.createImage("ppore", "32-bit black", 12, 12, 4);
		for (int z = 1; z <= 4; z++)
			for (int i = 0; i < 144; i++) {
				solid.getStack().getProcessor(z).setf(i, i % 12 < 6 ? 0.9f : 0.3f);
				pore.getStack().getProcessor(z).setf(i, i % 12 < 6 ? 0.1f : 0.9f);
			}
		solid.setCalibration(BadImages.ball("c").getCalibration());
		ij.macro.Interpreter.batchMode = true;
		ij.macro.Interpreter.addBatchModeImage(pore);
		refused("sum to 1", SegmentPhases.class, "image", solid, "method", "probability", "maps", "ppore");
		ij.macro.Interpreter.removeBatchModeImage(pore);
		ij.macro.Interpreter.batchMode = false;
	}
}
