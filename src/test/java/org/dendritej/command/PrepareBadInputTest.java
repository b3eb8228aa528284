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
}
