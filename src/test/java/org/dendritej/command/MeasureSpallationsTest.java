// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

import org.dendritej.core.phantom.RimSpec;
import org.dendritej.core.phantom.SurfaceImage;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.run.Progress;
import org.dendritej.ij.SurfacePixels;
import org.dendritej.io.Sidecar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;

/** The command as a user meets it: rims and regions on a tilted image, lids in a volume, traces, trends and its refusals. */
class MeasureSpallationsTest {

	/** Two rims of 20 and 30 um on a surface of 80 x 80 um, seen at 52 degrees. */
	private static ImagePlus surface(final String title) {
		return surface(title, 400, 315);
	}

	private static ImagePlus surface(final String title, final int nx, final int ny) {
		final SurfaceImage s = new SurfaceImage(nx, ny, 0.2, 52, 130, 10, 10, 2, 0.8, 6, 5, List.of(RimSpec.closed(25, 25, 10, -1, 40), RimSpec
			.closed(54, 50, 15, 1, 40)));
		final ImagePlus imp = new ImagePlus(title, new ByteProcessor(s.nx(), s.ny(), s.bytes(1, Progress.NONE)));
		imp.getCalibration().setUnit("um");
		imp.getCalibration().pixelWidth = imp.getCalibration().pixelHeight = 0.2;
		return imp;
	}

	/** A flat crack of 12 um at 2 um depth, 0.6 um open, its middle filled with lithium. */
	private static ImagePlus lid(final int lithium) {
		final ImagePlus imp = IJ.createImage("lid", "8-bit black", 80, 40, 80);
		for (int z = 0; z < 80; z++)
			for (int y = 10; y < 13; y++)
				for (int x = 0; x < 80; x++) {
					final double r = 0.2 * Math.hypot(x - 39.5, z - 39.5);
					if (r < 6) imp.getStack().getProcessor(z + 1).set(x, y, r < 3 ? lithium : 2);
				}
		imp.getCalibration().setUnit("um");
		imp.getCalibration().pixelWidth = imp.getCalibration().pixelHeight = imp.getCalibration().pixelDepth = 0.2;
		return imp;
	}

	private static Map<String, Object> run(final Object... keys) throws Exception {
		final Module m = module(keys);
		final SuiteCommand c = (SuiteCommand) m.getDelegateObject();
		assertFalse(c.isCanceled(), c.getCancelReason());
		return m.getOutputs();
	}

	private static Module module(final Object... keys) throws Exception {
		final Map<String, Object> inputs = new HashMap<>();
		for (int i = 0; i < keys.length; i += 2)
			inputs.put((String) keys[i], keys[i + 1]);
		try (Context context = new Context()) {
			return context.service(CommandService.class).run(MeasureSpallations.class, true, inputs).get();
		}
	}

	private static String refused(final Object... keys) throws Exception {
		final SuiteCommand c = (SuiteCommand) module(keys).getDelegateObject();
		assertTrue(c.isCanceled(), "accepted");
		BadInputTest.sentence(c.getCancelReason());
		return c.getCancelReason();
	}

	@Test
	void rimsOnATiltedSurface(@TempDir final Path dir) throws Exception {
		final ImagePlus imp = surface("s");
		final Map<String, Object> out = run("image", imp, "mode", "surface", "tilt", 52.0, "capacity", 0.5, "current", 0.5, "depth", 5.0, "electrode",
			"0,0;80,0;80,80;0,80", "folder", dir.toString());
		final ResultsTable t = (ResultsTable) out.get("table");
		assertEquals(2, t.size());
		assertEquals(20, t.getValue("diameter_um", 0), 0.2);
		assertEquals(30, t.getValue("diameter_um", 1), 0.3);
		assertEquals(50, t.getValue("center_y_um", 1), 0.2);
		assertEquals(1.26902, t.getValue("vertical_factor", 0), 1e-5);
		assertEquals(25, t.getValue("edge_distance_um", 0), 0.3);
		final ImagePlus rims = (ImagePlus) out.get("overlay");
		assertEquals("1", rims.getOverlay().get(0).getName());
		assertEquals("2", rims.getOverlay().get(1).getName());
		assertEquals(0.2 * 1.26902, rims.getCalibration().pixelHeight, 1e-5);
		assertNotNull(rims.getProp(SurfacePixels.TILT));
		assertEquals(null, imp.getProp(SurfacePixels.TILT));
		assertEquals(0.2, imp.getCalibration().pixelHeight);
		try (ZipFile zip = new ZipFile(dir.resolve("s-spallation-rois.zip").toFile())) {
			assertEquals(2, zip.size());
		}
		assertTrue(Files.size(dir.resolve("s-spallation-rims.png")) > 10000);
		final Microstructure m = Sidecar.read(dir.resolve("s.dendritej.json").toString());
		assertEquals(2, m.spallations().rows().size());
		assertEquals("52.0", m.spallations().provenance().parameters().get("tilt"));
		// 2 whole rims: the exact interval holds the plain density and its ends enclose the value
		final var d = m.spallations().find("spallation_density").orElseThrow();
		assertTrue(d.p05() < d.value() && d.value() < d.p95() && d.value() >= 2 / 0.0064 * 0.999, d.toString());
		final ResultsTable mech = (ResultsTable) out.get("mechanics");
		assertEquals(2, mech.size());
		assertTrue(mech.getValue("growth_pressure_mpa", 1) < mech.getValue("growth_pressure_mpa", 0), "a larger crack grows at less pressure");
		assertTrue(refused("image", rims, "mode", "surface", "tilt", 52.0).contains("corrected once only"));
	}

	@Test
	void theUsersOwnRegionsAndTheirIds() throws Exception {
		final ImagePlus imp = surface("own");
		final double f = Math.sin(Math.toRadians(52));
		final Overlay overlay = new Overlay();
		final Roi edge = new Roi(0, 0, 400, 315);
		edge.setName("disc");
		overlay.add(new OvalRoi(5 * (54 - 15), 5 * f * (50 - 15), 150, 150 * f));
		overlay.add(edge);
		overlay.add(new OvalRoi(5 * (25 - 10), 5 * f * (25 - 10), 100, 100 * f));
		imp.setOverlay(overlay);
		final ResultsTable t = (ResultsTable) run("image", imp, "mode", "surface", "rois", true, "tilt", 52.0, "electrode", "disc").get("table");
		assertEquals(2, t.size());
		assertEquals(30, t.getValue("diameter_um", 0), 0.3);
		assertEquals(20, t.getValue("diameter_um", 1), 0.3);
		assertTrue(t.getStringValue("rim", 0).startsWith("drawn by the user"));
		overlay.clear();
		assertTrue(refused("image", imp, "mode", "surface", "rois", true).contains("no region is drawn"));
	}

	@Test
	void ebicTellsTheConnectedRim() throws Exception {
		final ImagePlus imp = surface("e", 800, 630), beam = IJ.createImage("beam", "8-bit black", 800, 630, 1);
		final java.util.Random random = new java.util.Random(3);
		for (int i = 0; i < 800 * 630; i++)
			beam.getProcessor().set(i, (int) Math.round(100 + 3 * random.nextGaussian()));
		for (int y = 0; y < 630; y++)
			for (int x = 0; x < 800; x++)
				if (Math.hypot(0.2 * x - 54, 0.2 * 1.26902 * y - 50) < 15) beam.getProcessor().set(x, y, beam.getProcessor().get(x, y) + 20);
		beam.setCalibration(imp.getCalibration());
		ij.WindowManager.setTempCurrentImage(null);
		try {
			new ij.macro.Interpreter().setIgnoreErrors(true);
			ij.macro.Interpreter.batchMode = true;
			ij.macro.Interpreter.addBatchModeImage(beam);
			final ResultsTable t = (ResultsTable) run("image", imp, "mode", "surface", "tilt", 52.0, "ebic", "beam").get("table");
			assertEquals("not connected", t.getStringValue("ebic_verdict", 0));
			assertEquals("connected", t.getStringValue("ebic_verdict", 1));
			assertEquals(0.2, t.getValue("ebic_contrast", 1), 0.02);
		}
		finally {
			ij.macro.Interpreter.removeBatchModeImage(beam);
			ij.macro.Interpreter.batchMode = false;
		}
	}

	@Test
	void aLidAndItsCharge(@TempDir final Path dir) throws Exception {
		final Map<String, Object> out = run("image", lid(3), "capacity", 0.1, "current", 0.2, "sample", "v", "folder", dir.toString());
		final ResultsTable t = (ResultsTable) out.get("table");
		assertEquals(1, t.size());
		assertEquals(12, t.getValue("diameter_um", 0), 0.12);
		assertEquals(2.3, t.getValue("depth_um", 0), 0.05);
		assertEquals(0.6, t.getValue("opening_um", 0), 1e-6);
		assertEquals(0.25, t.getValue("fill", 0), 0.01);
		final double plated = t.getValue("area_um2", 0) * 0.484908;
		assertEquals(plated, t.getValue("plated_volume_um3", 0), 1e-4 * plated);
		assertEquals(t.getValue("lithium_volume_um3", 0) / plated, t.getValue("faraday_ratio", 0), 1e-4);
		assertEquals(0.2 * t.getValue("faraday_ratio", 0), t.getValue("local_current_ma_cm2", 0), 1e-9);
		assertEquals(1, t.getValue("stage", 0));
		final ImagePlus labels = (ImagePlus) out.get("labels");
		assertEquals(1, labels.getStack().getVoxel(40, 11, 40));
		assertEquals("broken through", ((ResultsTable) out.get("mechanics")).getStringValue("lid", 0));
		assertTrue(Files.exists(dir.resolve("v-spallation-mechanics.csv")) && Files.exists(dir.resolve("v-spallation-labels.tif")));
	}

	@Test
	void tipsFindTheirBranch() throws Exception {
		final ImagePlus imp = lid(3);
		for (int y = 13; y < 33; y++)
			for (int z = 39; z < 41; z++)
				for (int x = 39; x < 41; x++)
					imp.getStack().getProcessor(z + 1).set(x, y, 2);
		try (Context context = new Context()) {
			final CommandService c = context.service(CommandService.class);
			final SuiteCommand cracks = (SuiteCommand) c.run(SkeletonizeCracks.class, true, Map.of("image", imp, "sample", "t")).get().getDelegateObject();
			assertFalse(cracks.isCanceled(), cracks.getCancelReason());
			final Module m = c.run(MeasureSpallations.class, true, Map.of("image", imp, "sample", "t")).get();
			final ResultsTable tips = (ResultsTable) m.getOutput("tips"), t = (ResultsTable) m.getOutput("table");
			assertEquals(1, tips.size());
			assertEquals(6.6, tips.getValue("depth_um", 0), 0.11);
			// lithium parts the crack class: the ring around it is crack 1, the narrow crack below is crack 2
			assertEquals(2, tips.getValue("crack", 0));
			assertTrue(tips.getValue("distance_um", 0) < 0.61 && tips.getValue("width_mean_nm", 0) > 0);
			assertEquals(0.6, t.getValue("opening_max_um", 0), 1e-6, "the crack below is no opening of the lid");
		}
	}

	@Test
	void withoutALithiumClassNoRatioIsClaimed() throws Exception {
		final ResultsTable t = (ResultsTable) run("image", lid(2), "capacity", 0.1).get("table");
		assertTrue(Double.isNaN(t.getValue("faraday_ratio", 0)) && Double.isNaN(t.getValue("lithium_volume_um3", 0)));
		assertTrue(t.getValue("plated_volume_um3", 0) > 0);
	}

	@Test
	void curvesOfTheCell(@TempDir final Path dir) throws Exception {
		final StringBuilder iv = new StringBuilder("voltage_v,current_a\n"), trace = new StringBuilder("time_s,voltage_v,current_ma\n");
		for (int i = -5; i <= 5; i++)
			iv.append(0.01 * i).append(',').append(0.01 * i / 440).append('\n');
		for (int i = 0; i < 1000; i++)
			trace.append(36 * i).append(',').append(i < 600 ? 0.1 : 0.02).append(",1\n");
		final Path a = Files.writeString(dir.resolve("iv.csv"), iv), b = Files.writeString(dir.resolve("trace.csv"), trace);
		final ResultsTable s = (ResultsTable) run("image", lid(3), "iv", a.toString(), "trace", b.toString(), "area", 0.5, "sample", "c", "folder", dir
			.toString()).get("summary");
		assertEquals(567.7, value(s, "filament_diameter"), 0.6);
		assertEquals(6, value(s, "short_onset"), 0.5);
		assertEquals(value(s, "short_onset") * 2, value(s, "short_onset_capacity"), 0.05);
		assertTrue(Files.size(dir.resolve("c-spallation-trace.png")) > 5000);
		Files.writeString(a, "voltage_v,current_a\n0,0\n1,0\n2,0\n3,0\n");
		assertTrue(refused("image", lid(3), "iv", a.toString()).contains("zero"));
		Files.writeString(a, "voltage_v,current_a\n0,0\n1,1\n");
		assertTrue(refused("image", lid(3), "iv", a.toString()).contains("at least 4"));
		assertTrue(refused("image", lid(3), "iv", dir + "/none.csv").contains("does not exist"));
	}

	private static double value(final ResultsTable s, final String name) {
		for (int i = 0; i < s.size(); i++)
			if (s.getStringValue("quantity", i).equals(name)) return Double.parseDouble(s.getStringValue("value", i));
		throw new AssertionError("no row " + name);
	}

	@Test
	void trendOverSamples(@TempDir final Path dir) throws Exception {
		run("image", lid(3), "sample", "one", "folder", dir.toString());
		final Path csv = Files.writeString(dir.resolve("groups.csv"),
			"sample,density_percent,current_ma_cm2,count,area_mm2\none,83,1,,\ntwo,90,0.5,10,0.8\nthree,99,,2,0.8\n");
		final Map<String, Object> out = run("compare", csv.toString(), "folder", dir.toString(), "sample", "set");
		final ResultsTable t = (ResultsTable) out.get("table");
		assertEquals(3, t.size());
		assertEquals(12.5, t.getValue("density_per_mm2", 1), 1e-9);
		assertTrue(t.getValue("density_per_mm2", 0) > 1000, "taken from the sample's own document");
		assertTrue(value((ResultsTable) out.get("summary"), "trend_slope") < 0);
		assertTrue(Files.exists(dir.resolve("set-spallation-trend-density-percent.png")) && Files.exists(dir.resolve(
			"set-spallation-trend-current-ma-cm2-fit.csv")));
		Files.writeString(csv, "sample,density_percent\nnobody,83\nelse,90\n");
		assertTrue(refused("compare", csv.toString()).contains("nobody"));
	}

	@Test
	void refusals() throws Exception {
		final ImagePlus s = surface("r");
		assertTrue(refused("image", s, "mode", "surface", "tilt", 90.0).contains("tilt=90"));
		assertTrue(refused("image", s, "mode", "surface", "tilt", -5.0).contains("tilt=-5"));
		assertTrue(refused("image", s, "mode", "surface", "electrode", "500,500;600,500;600,600").contains("outside the image"));
		assertTrue(refused("image", s, "mode", "surface", "electrode", "nowhere").contains("electrode=nowhere"));
		assertTrue(refused("image", s, "mode", "surface", "electrode", "0.000001").contains("smaller than"));
		assertTrue(refused("image", s, "mode", "surface", "mindiameter", 1.0).contains("16 pixels"));
		assertTrue(refused("image", s, "mode", "flat").contains("mode=flat"));
		assertTrue(refused("image", s, "mode", "surface", "view", "side").contains("view=side"));
		assertTrue(refused("image", s, "mode", "surface", "material", "wood").contains("material=wood"));
		assertTrue(refused("image", s, "mode", "surface", "capacity", -1.0).contains("capacity"));
		assertTrue(refused("image", lid(3), "mode", "surface").contains("slices"));
		assertTrue(refused("image", lid(3), "rois", true).contains("mode=surface"));
		final ImagePlus plain = surface("plain");
		plain.getCalibration().setUnit("pixel");
		assertTrue(refused("image", plain, "mode", "surface").contains("Image > Properties"));
		assertTrue(refused("image", flat(), "mode", "surface").contains("same grey value"));
	}

	private static ImagePlus flat() {
		final ImagePlus imp = IJ.createImage("flat", "8-bit black", 100, 100, 1);
		imp.setCalibration(surface("c").getCalibration());
		return imp;
	}
}
