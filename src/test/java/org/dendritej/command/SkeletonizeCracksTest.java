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

import org.dendritej.core.run.Progress;
import org.dendritej.ij.Checksum;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;

/** Skeletonize Cracks as a user calls it: before and after plating, the profile, and the mistakes of its issue. */
class SkeletonizeCracksTest {

	private static final int NX = 50, NY = 80, NZ = 16;

	private interface At {
		boolean on(double x, double y, double z);
	}

	/** A class image of 40 x 40 x 100 nm voxels, 2 where it is on. */
	private static ImagePlus image(final String title, final int nx, final At at) {
		final ImagePlus imp = IJ.createImage(title, "8-bit black", nx, NY, NZ);
		for (int z = 0; z < NZ; z++)
			for (int y = 0; y < NY; y++)
				for (int x = 0; x < nx; x++)
					imp.getStack().getProcessor(z + 1).set(x, y, at.on(0.04 * (x + 0.5), 0.04 * (y + 0.5), 0.1 * (z + 0.5)) ? 2 : 0);
		imp.getCalibration().setUnit("um");
		imp.getCalibration().pixelWidth = imp.getCalibration().pixelHeight = 0.04;
		imp.getCalibration().pixelDepth = 0.1;
		return imp;
	}

	/** A crack along y, 0.2 um wide and 0.6 um broad. */
	private static At crack(final double x, final double from, final double to) {
		return (px, py, pz) -> Math.abs(px - x) < 0.1 && py >= from && py < to && Math.abs(pz - 0.8) < 0.3;
	}

	private static At any(final At... parts) {
		return (x, y, z) -> {
			for (final At p : parts)
				if (p.on(x, y, z)) return true;
			return false;
		};
	}

	private static final At BEFORE = any(crack(0.3, 0, 1), crack(0.9, 0, 2.4), crack(1.7, 0.4, 1.2));
	private static final At AFTER = any(crack(0.3, 0, 1.6), crack(0.9, 0, 1.4), crack(0.9, 1.8, 2.4), crack(1.5, 1.6, 2.8));

	@AfterEach
	void closeAll() {
		for (final int id : Interpreter.getBatchModeImageIDs())
			Interpreter.removeBatchModeImage(Interpreter.getBatchModeImage(id));
		Interpreter.batchMode = false;
		WindowManager.setTempCurrentImage(null);
	}

	private static Module run(final Context context, final Map<String, Object> keys) throws Exception {
		return context.service(CommandService.class).run(SkeletonizeCracks.class, true, new HashMap<>(keys)).get();
	}

	private static Map<String, Object> keys(final ImagePlus image, final Object... more) {
		final Map<String, Object> keys = new LinkedHashMap<>(Map.of("image", image));
		for (int i = 0; i < more.length; i += 2)
			keys.put((String) more[i], more[i + 1]);
		return keys;
	}

	/** Keeps an image where the command finds it by its title, as a macro in batch mode does. */
	private static void open(final ImagePlus imp) {
		Interpreter.batchMode = true;
		Interpreter.addBatchModeImage(imp);
	}

	@Test
	void whatPlatingDidToTheCracks(@TempDir final Path dir) throws Exception {
		try (Context context = new Context()) {
			final ImagePlus after = image("plated", NX, AFTER), before = image("pristine", NX, BEFORE);
			open(before);
			final String was = Checksum.of(before, 1, Progress.NONE);
			final Module m = run(context, keys(after, "before", "pristine", "capacity", 2.0, "folder", dir.toString()));
			final SuiteCommand c = (SuiteCommand) m.getDelegateObject();
			assertFalse(c.isCanceled(), c.getCancelReason());
			assertEquals(was, Checksum.of(before, 1, Progress.NONE), "the input was changed");
			final ResultsTable t = (ResultsTable) m.getOutput("changes");
			final Map<String, Integer> row = new HashMap<>();
			for (int i = 0; i < t.size(); i++)
				assertEquals(null, row.put(t.getStringValue("state", i), i), "two rows of one state");
			assertEquals(java.util.Set.of("grown", "shorter", "detached", "new", "closed"), row.keySet());
			final int grown = row.get("grown");
			assertEquals(0.6, t.getValue("growth_um", grown), 2 * t.getValue("growth_sd_um", grown));
			assertEquals(t.getValue("growth_um", grown) / 2, t.getValue("growth_um_per_mah_cm2", grown), 1e-6);
			assertEquals(0.6 * 0.2 * 0.6, t.getValue("gained_um3", grown), 1e-6, "voxels counted");
			assertEquals(t.getValue("length_um", row.get("new")), t.getValue("growth_um", row.get("new")), 1e-9);
			assertEquals(0, t.getValue("label", row.get("closed")), 0);
			final List<String> file = Files.readAllLines(dir.resolve("plated-crack-changes.csv"));
			assertArrayEquals(file.get(0).split(","), t.getHeadings());
			assertEquals(t.size() + 1, file.size());
			profile(dir, (ResultsTable) m.getOutput("cracks"));
		}
	}

	@Test
	void theLabelImageNumbersTheTable() throws Exception {
		try (Context context = new Context()) {
			final ImagePlus imp = image("plated", NX, AFTER);
			final Module m = run(context, keys(imp));
			final ImagePlus labels = (ImagePlus) m.getOutput("cracklabels");
			final ResultsTable t = (ResultsTable) m.getOutput("cracks");
			assertEquals("plated-crack-labels", labels.getTitle());
			assertEquals(imp.getCalibration().pixelDepth, labels.getCalibration().pixelDepth, 0);
			final long[] counted = new long[t.size() + 1];
			for (int z = 1; z <= NZ; z++)
				for (int i = 0; i < NX * NY; i++)
					counted[labels.getStack().getProcessor(z).get(i)]++;
			for (int i = 0; i < t.size(); i++)
				assertEquals(t.getValue("voxels", i), counted[(int) t.getValue("label", i)], 0);
			open(labels);
			final Map<String, Object> given = keys(imp, "cracks", labels.getTitle(), "metal", "all", "distance", 1.0), own = new HashMap<>(given);
			own.remove("cracks");
			final Module a = context.service(CommandService.class).run(MapCurrent.class, true, new HashMap<>(given)).get();
			assertFalse(((SuiteCommand) a.getDelegateObject()).isCanceled(), ((SuiteCommand) a.getDelegateObject()).getCancelReason());
			final Module b = context.service(CommandService.class).run(MapCurrent.class, true, own).get();
			assertEquals(Checksum.of((ImagePlus) b.getOutput("potential"), 1, Progress.NONE), Checksum.of((ImagePlus) a.getOutput("potential"), 1,
				Progress.NONE));
		}
	}

	/** What somebody sees first: a slice with cracks, and what the colours of the widths mean. */
	@Test
	void viewsBeginWhereTheCracksAreAndTellTheirUnits(@TempDir final Path dir) throws Exception {
		try (Context context = new Context()) {
			final ImagePlus imp = image("deep", NX, (x, y, z) -> Math.abs(x - 1) < 0.1 && y < 2 && Math.abs(z - 1.25) < 0.25);
			final Module m = run(context, keys(imp, "overlay", true, "folder", dir.toString(), "mesh", "ply"));
			for (final String output : List.of("skeleton", "width", "cracklabels", "drawn")) {
				final ImagePlus shown = (ImagePlus) m.getOutput(output);
				assertTrue(shown.getCurrentSlice() > 10 && shown.getCurrentSlice() < 16, output + " begins at slice " + shown.getCurrentSlice());
			}
			final ImagePlus width = (ImagePlus) m.getOutput("width");
			assertEquals("legend", width.getOverlay().get(0).getName());
			assertEquals("nm", width.getCalibration().getValueUnit());
			for (final String file : List.of("crack-widths.png", "crack-widths.csv", "graph.graphml", "graph-nodes.csv", "cracks.ply", "crack-overlay.tif"))
				assertTrue(Files.size(dir.resolve("deep-" + file)) > 0, file);
			assertEquals("node,kind,occluded,opens_at_face,path_to_face_um,ways", Files.readAllLines(dir.resolve("deep-graph-nodes.csv")).get(0));
		}
	}

	/** The profile runs along each crack's line at equal steps, and its mean is the crack's. */
	private static void profile(final Path dir, final ResultsTable cracks) throws Exception {
		final List<String> lines = Files.readAllLines(dir.resolve("plated-crack-profile.csv"));
		assertEquals("crack,along_um,x_um,y_um,z_um,width_nm,from_grey", lines.get(0));
		for (int i = 0; i < cracks.size(); i++) {
			final int label = (int) cracks.getValue("label", i);
			double sum = 0, last = -1;
			int n = 0;
			for (final String line : lines.subList(1, lines.size())) {
				final String[] v = line.split(",", -1);
				if (Integer.parseInt(v[0]) != label) continue;
				assertTrue(Double.parseDouble(v[1]) > last);
				last = Double.parseDouble(v[1]);
				if (v[5].isEmpty()) continue;
				sum += Double.parseDouble(v[5]);
				n++;
			}
			assertTrue(last <= cracks.getValue("length_um", i));
			assertEquals(cracks.getValue("width_mean_nm", i), sum / n, 0.01 * sum / n);
		}
	}

	@Test
	void aPristineVolumeWithoutCracksMakesAllOfThemNew() throws Exception {
		try (Context context = new Context()) {
			final ImagePlus none = image("whole", NX, (x, y, z) -> false);
			open(none);
			// a class image of nothing but electrolyte
			final Module m = run(context, keys(image("plated", NX, AFTER), "before", "whole"));
			final SuiteCommand c = (SuiteCommand) m.getDelegateObject();
			assertFalse(c.isCanceled(), c.getCancelReason());
			final ResultsTable t = (ResultsTable) m.getOutput("changes");
			assertEquals(4, t.size());
			for (int i = 0; i < t.size(); i++) {
				assertEquals("new", t.getStringValue("state", i));
				assertTrue(Double.isNaN(t.getValue("growth_um_per_mah_cm2", i)), "no charge was given");
			}
		}
	}

	@TestFactory
	List<DynamicTest> mistakes() {
		final Map<String, Object[]> cases = new LinkedHashMap<>();
		cases.put("60 x 80 x 16", new Object[] { "before", "large" });
		cases.put("not registered", new Object[] { "before", "elsewhere" });
		cases.put("capacity=-1", new Object[] { "before", "pristine", "capacity", -1.0 });
		cases.put("grey=[large] has 60 x 80 x 16", new Object[] { "grey", "large" });
		cases.put("labels=[large] has 60 x 80 x 16", new Object[] { "labels", "large" });
		cases.put("same grey value", new Object[] { "grey", "flat" });
		cases.put("needs a folder", new Object[] { "mesh", "stl" });
		cases.put("aspect=0.5", new Object[] { "aspect", 0.5 });
		return cases.entrySet().stream().map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
			try (Context context = new Context()) {
				open(image("large", 60, BEFORE));
				open(image("pristine", NX, BEFORE));
				open(image("elsewhere", NX, crack(1.8, 2.9, 3.2)));
				open(image("flat", NX, (x, y, z) -> false));
				final SuiteCommand c = (SuiteCommand) run(context, keys(image("plated", NX, AFTER), e.getValue())).getDelegateObject();
				assertTrue(c.isCanceled(), "accepted");
				assertTrue(c.getCancelReason().contains(e.getKey()), c.getCancelReason());
				BadInputTest.sentence(c.getCancelReason());
			}
			finally {
				closeAll();
			}
		})).toList();
	}

	/** A crack one voxel thick, one that fills the volume, one that touches every side: measured and remarked upon, not refused. */
	@Test
	void extremeCracksAreMeasuredAndRemarkedUpon() throws Exception {
		try (Context context = new Context()) {
			final Map<String, At> cases = new LinkedHashMap<>();
			cases.put("width_unresolved", (x, y, z) -> Math.abs(x - 1.02) < 0.02);
			cases.put("touches_every_side", (x, y, z) -> Math.abs(x - 1) < 0.1 || Math.abs(y - 1.6) < 0.1);
			// all but one voxel
			cases.put("cut_by_border", (x, y, z) -> !(x < 0.04 && y < 0.04 && z < 0.1));
			for (final Map.Entry<String, At> k : cases.entrySet()) {
				final SuiteCommand c = (SuiteCommand) run(context, keys(image(k.getKey(), NX, k.getValue()))).getDelegateObject();
				assertFalse(c.isCanceled(), c.getCancelReason());
				final var found = context.service(org.dendritej.session.MicrostructureService.class).find(k.getKey()).orElseThrow();
				assertTrue(found.cracks().flags().stream().anyMatch(f -> f.code().equals(k.getKey())), found.cracks().flags().toString());
				assertTrue(found.cracks().rows().stream().allMatch(r -> r.lengthUm() > 0), found.cracks().rows().toString());
			}
		}
	}
}
