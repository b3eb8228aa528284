// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

import org.dendritej.core.record.MgRegion;
import org.dendritej.core.record.MgRegion.Verdict;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.run.Progress;
import org.dendritej.ij.Checksum;
import org.dendritej.session.MicrostructureService;
import org.dendritej.testkit.SharedData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;

/** The command from images and files to verdicts, overlay and files; what it refuses; published maps. */
class OverlayMagnesiumTest {

	@TempDir
	Path dir;

	private Context context;
	private final List<ImagePlus> shown = new ArrayList<>();

	@BeforeEach
	void open() {
		context = new Context();
		Interpreter.batchMode = true;
	}

	@AfterEach
	void close() {
		shown.forEach(Interpreter::removeBatchModeImage);
		Interpreter.batchMode = false;
		context.dispose();
	}

	private ImagePlus show(final ImagePlus imp) {
		imp.show();
		shown.add(imp);
		return imp;
	}

	private Module call(final String command, final Object... keys) throws Exception {
		final Map<String, Object> inputs = new HashMap<>();
		for (int i = 0; i < keys.length; i += 2)
			inputs.put((String) keys[i], keys[i + 1]);
		final Module m = context.service(CommandService.class).run("org.dendritej.command." + command, true, inputs).get();
		for (final Object o : m.getOutputs().values())
			if (o instanceof ImagePlus && ((ImagePlus) o).getWidth() > 0) show((ImagePlus) o);
		return m;
	}

	private Module overlay(final Object... keys) throws Exception {
		final Module m = call("OverlayMagnesium", keys);
		final SuiteCommand c = (SuiteCommand) m.getDelegateObject();
		assertFalse(c.isCanceled(), c.getCancelReason());
		return m;
	}

	private String refused(final Object... keys) throws Exception {
		final SuiteCommand c = (SuiteCommand) call("OverlayMagnesium", keys).getDelegateObject();
		assertTrue(c.isCanceled(), "was accepted");
		BadInputTest.sentence(c.getCancelReason());
		return c.getCancelReason();
	}

	private Microstructure document(final String name) {
		return context.service(MicrostructureService.class).find(name).orElseThrow();
	}

	private static double value(final Microstructure m, final String name) {
		return m.magnesium().summary().stream().filter(q -> q.name().equals(name)).findFirst().map(Quantity::value).orElseThrow();
	}

	private static ImagePlus image(final String title, final float[] p, final int nx, final double um) {
		final ImagePlus imp = new ImagePlus(title, new ij.process.FloatProcessor(nx, p.length / nx, p));
		imp.getCalibration().setUnit("um");
		imp.getCalibration().pixelWidth = imp.getCalibration().pixelHeight = um;
		return imp;
	}

	/** Counts of a map of 40 x 30 pixels: an electrode above, one object with magnesium (1) and one without (2). */
	private ImagePlus counts(final String title, final boolean electrode) {
		final java.util.SplittableRandom r = new java.util.SplittableRandom(2);
		final float[] p = new float[1200];
		for (int i = 0; i < p.length; i++) {
			final int x = i % 40, y = i / 40;
			final boolean mg = electrode && y < 3 || y >= 12 && y < 20 && x >= 6 && x < 14;
			p[i] = (mg ? 30 : 5) + r.nextInt(3) + r.nextInt(4);
		}
		return show(image(title, p, 40, 1));
	}

	private ImagePlus labels(final String title) {
		final float[] p = new float[1200];
		for (int i = 0; i < p.length; i++) {
			final int x = i % 40, y = i / 40;
			p[i] = y < 3 ? 3 : y < 12 || y >= 20 ? 0 : x >= 6 && x < 14 ? 1 : x >= 26 && x < 34 ? 2 : 0;
		}
		return show(image(title, p, 40, 1));
	}

	@Test
	void theSpecimensMapGivesItsTruth() throws Exception {
		final Module made = call("MakeSpecimen", "kind", "magnesium", "poreradius", 1.2, "cracklength", 2.0, "size", "300,240,120", "sample", "tracer",
			"folder", dir.toString());
		final ResultsTable truth = (ResultsTable) made.getOutput("content");
		assertTrue(Files.exists(dir.resolve("tracer-magnesium.tif")) && Files.exists(dir.resolve("tracer-true-magnesium.csv")));
		assertEquals(truth.size() + 1, Files.readAllLines(dir.resolve("tracer-true-magnesium.csv")).size());
		final ImagePlus map = (ImagePlus) made.getOutput("magnesium");
		final String before = Checksum.of(map, 1, Progress.NONE);
		final Module m = overlay("magnesium", map.getTitle(), "labels", "tracer-magnesium-labels", "electrode", truth.size(), "beam", 5.0, "folder", dir
			.toString());
		assertEquals(before, Checksum.of(map, 1, Progress.NONE));
		int found = 0;
		for (final MgRegion r : document("tracer").magnesium().rows()) {
			final boolean holds = truth.getValue("mean_net", r.id() - 1) > 0;
			if (r.verdict() == Verdict.LI_MG) assertTrue(holds, r.toString());
			if (r.verdict() == Verdict.LI) assertFalse(holds, r.toString());
			if (r.verdict() != Verdict.UNDECIDED) found++;
			if (r.verdict() == Verdict.LI_MG && r.pixels() > 100) assertEquals(10, r.mgAtpct(), 3);
		}
		assertTrue(found >= 4, "only " + found + " objects were decided");
		assertEquals(document("tracer").magnesium().rows().size() + 1, Files.readAllLines(dir.resolve("tracer-magnesium.csv")).size());
		assertTrue(ImageIO.read(dir.resolve("tracer-magnesium-overlay.png").toFile()).getWidth() > 700);
		final Overlay o = ((ImagePlus) m.getOutput("overlay")).getOverlay();
		for (final String part : List.of("magnesium counts", "electrode", "scale bar", "colour bar", "object 1: LI_MG"))
			assertNotNull(o.get(part), part);
	}

	@Test
	void poresOfTheVolumeAreJudgedOnTheRegisteredMap() throws Exception {
		final Module made = call("MakeSpecimen", "kind", "magnesium", "poreradius", 1.2, "cracklength", 2.0, "size", "300,240,120", "sample", "tracer");
		final ImagePlus classes = (ImagePlus) made.getOutput("classes");
		call("LabelPores", "image", classes, "minvoxels", 1);
		call("SkeletonizeCracks", "image", classes, "labels", "tracer-pore-labels");
		final Object slice = made.getOutput("mapslice");
		final Module m = overlay("magnesium", "tracer-magnesium", "reference", "tracer-grey", "total", "tracer-magnesium-image", "labels",
			"tracer-pore-labels", "slice", slice, "register", "translation", "rate", 20.0, "beam", 5.0);
		final Microstructure d = document("tracer");
		// the map begins 1 um above the volume: the electrode's strip
		assertEquals(0, value(d, "registration_shift_x"), 0.02);
		assertEquals(-1, value(d, "registration_shift_y"), 0.02);
		assertTrue(value(d, "registration_residual") < 200, "residual in nm");
		int isolated = 0;
		for (final MgRegion r : d.magnesium().rows()) {
			final boolean joined = !r.path().isEmpty();
			assertEquals(joined ? Verdict.LI_MG : Verdict.LI, r.verdict(), r.toString());
			assertEquals(!joined, r.isolated(), r.toString());
			if (r.isolated()) isolated++;
		}
		assertTrue(isolated >= 1 && isolated == (Integer) m.getOutput("isolated"));
		final Overlay o = ((ImagePlus) m.getOutput("overlay")).getOverlay();
		int paths = 0;
		for (final Roi r : o.toArray())
			if (r.getName() != null && r.getName().startsWith("path of object")) paths++;
		assertTrue(paths >= 1);
		final String alone = refused("magnesium", "tracer-magnesium", "reference", "tracer-grey", "labels", "tracer-pore-labels", "slice", slice,
			"register", "none");
		assertTrue(alone.contains("register=translation"), alone);
	}

	@Test
	void drawnRegionsAreObjects() throws Exception {
		final ImagePlus map = counts("mg", true);
		final Overlay o = new Overlay();
		o.add(new Roi(6, 12, 8, 8), "pore:4");
		o.add(new OvalRoi(26, 12, 8, 8), "pore:5");
		o.add(new Roi(0, 0, 40, 3), "electrode");
		map.setOverlay(o);
		overlay("image", map, "electrode", 3, "beam", 3.0, "sample", "drawn");
		final List<MgRegion> rows = document("drawn").magnesium().rows();
		assertEquals(List.of(Verdict.LI_MG, Verdict.LI), rows.stream().map(MgRegion::verdict).toList());
		assertEquals(64, rows.get(0).pixels());
		o.add(new Roi(10, 15, 8, 8));
		assertTrue(refused("image", map).contains("overlap"));
		o.clear();
		o.add(new Line(1, 1, 9, 9));
		assertTrue(refused("image", map).contains("no area"));
		o.clear();
		assertTrue(refused("image", map).contains("labels="));
	}

	@Test
	void whatCannotBeJudgedIsRefusedInWords() throws Exception {
		final ImagePlus map = counts("mg", true);
		labels("marks");
		final Object[] good = { "image", map, "labels", "marks", "electrode", 3, "beam", 3.0 };
		assertTrue(with(good, "beam", 1.0).contains("beam=1.0"));
		assertTrue(with(good, "alpha", 0.7).contains("alpha=0.7"));
		assertTrue(with(good, "days", -1.0).contains("days=-1.0"));
		assertTrue(with(good, "atpct", 0.0).contains("atpct=0.0"));
		assertTrue(with(good, "electrode", 8).contains("8 does not occur"));
		assertTrue(with(good, "rate", 5.0).contains("electrode=3 and rate=5.0"));
		assertTrue(with(good, "register", "elastic").contains("none, translation or affine"));
		assertTrue(with(good, "register", "affine").contains("reference="));
		assertTrue(with(good, "tilt", 200.0).contains("tilt=200.0"));
		assertTrue(with(good, "opacity", 150.0).contains("opacity=150"));
		assertTrue(with(good, "binning", 500).contains("binning=500"));
		assertTrue(with(good, "electrolyte", "glass").contains("LLZTO"));
		assertTrue(with(good, "objects", "grains").contains("pores or cracks"));
		assertTrue(with(good, "background", "windows").contains(".bcf"));
		assertTrue(with(good, "background", "nowhere").contains("not open"));
		assertTrue(with(good, "magnesium", "/no/such/map.csv").contains("map.csv"));
		assertTrue(with(good, "landmarks", "/no/such/pairs.csv").contains("pairs.csv"));
		assertTrue(with(good, "reference", "nowhere").contains("not open"));
		show(image("small", new float[600], 30, 1));
		assertTrue(with(good, "labels", "small").contains("neither the map's size"));
		assertTrue(with(good, "reference", "small").contains("register=translation"));
		assertTrue(with(good, "total", "small").contains("another size"));
		final float[] half = new float[1200];
		half[3] = 0.5f;
		show(image("half", half, 40, 1));
		assertTrue(with(good, "labels", "half").contains("whole numbers"));
		assertTrue(with(good, "image", show(image("zero", new float[1200], 40, 1))).contains("zero in every pixel"));
		assertTrue(with(good, "image", image("fractions", half, 40, 1)).contains("fractions"));
		assertTrue(with(good, "image", image("negative", negative(), 40, 1)).contains("negative"));
		final float[] full = new float[1200];
		java.util.Arrays.fill(full, 1);
		show(image("full", full, 40, 1));
		assertTrue(with(changed(good, "electrode", 0), "labels", "full").contains("background pixel"));
		final Path few = Files.writeString(dir.resolve("few.csv"), "map_x,map_y,reference_x,reference_y\n1,1,1,1\n5,5,5,5\n");
		final Path far = Files.writeString(dir.resolve("far.csv"), "map_x,map_y,reference_x,reference_y\n1,1,1,1\n5,5,5,5\n900,2,3,4\n");
		show(image("se", negative(), 40, 1));
		final Object[] affine = changed(changed(good, "reference", "se"), "register", "affine");
		assertTrue(with(affine, "landmarks", few.toString()).contains("at least 3"));
		assertTrue(with(affine, "landmarks", far.toString()).contains("outside the map"));
		assertTrue(with(good, "landmarks", few.toString()).contains("register=none"));
	}

	private static float[] negative() {
		final float[] p = new float[1200];
		for (int i = 0; i < p.length; i++)
			p[i] = i * 7919 % 13 - 2;
		return p;
	}

	private static Object[] changed(final Object[] good, final String key, final Object value) {
		final List<Object> keys = new ArrayList<>(List.of(good));
		final int at = keys.indexOf(key);
		if (at >= 0) keys.set(at + 1, value);
		else keys.addAll(List.of(key, value));
		return keys.toArray();
	}

	private String with(final Object[] good, final String key, final Object value) throws Exception {
		return refused(changed(good, key, value));
	}

	/** 25 blocks cover the mineral's map: their counts are those of the Mg window, from the image and from the spectra. */
	@Test
	void chevkiniteFromImageAndFromSpectra() throws Exception {
		final Path tif = SharedData.file("eds/chevkinite_derived/Mg_Ka_counts.tif");
		final Path bcf = SharedData.file("eds/rsciio_bruker_chevkinite_30x30.bcf");
		final ImagePlus map = show(IJ.openImage(tif.toString()));
		assertEquals(1.667409, map.getCalibration().pixelWidth, 1e-6);
		final float[] blocks = new float[900];
		for (int i = 0; i < 900; i++)
			blocks[i] = 1 + i % 30 / 6 + 5 * (i / 30 / 6);
		show(image("blocks", blocks, 30, 1));
		final ImagePlus flat = IJ.openImage(SharedData.file("eds/chevkinite_derived/Ti_Ka_counts.tif").toString());
		flat.setTitle("Ti");
		show(flat);
		overlay("image", map, "labels", "blocks", "background", "Ti", "beam", 20.0, "sample", "image");
		final Module m = overlay("magnesium", bcf.toString(), "labels", "blocks", "background", "windows", "beam", 20.0, "sample", "spectra", "folder", dir
			.toString());
		assertEquals(657127, document("image").magnesium().rows().stream().mapToDouble(MgRegion::counts).sum());
		assertEquals(657127, document("spectra").magnesium().rows().stream().mapToDouble(MgRegion::counts).sum());
		assertEquals(1.667409, document("spectra").magnesium().grid().dxUm(), 1e-5);
		assertEquals(25, document("spectra").magnesium().rows().size());
		// the file's own electron image lies below the counts
		final ImagePlus electrons = IJ.openImage(SharedData.file("eds/chevkinite_derived/AsB.tif").toString());
		for (int i = 0; i < 900; i += 89)
			assertEquals(electrons.getProcessor().getf(i), ((ImagePlus) m.getOutput("overlay")).getProcessor().getf(i));
		assertTrue(Files.exists(dir.resolve("spectra-magnesium-overlay.png")));
		overlay("magnesium", bcf.toString(), "labels", "blocks", "background", "windows", "sample", "ten");
		assertTrue(document("ten").magnesium().flags().stream().anyMatch(f -> f.code().equals("beam_differs")));
	}

	/** The brighter rows of the BSE image are flagged on it and not found as magnesium. */
	@Test
	void theBrighterBandOfTheBseImageIsFlagged() throws Exception {
		final Path mg = SharedData.file("eds/edxia_map_short_atom_Mg.txt");
		final float[] bse = org.dendritej.io.EdsText.read(SharedData.file("eds/edxia_map_short_atom_BSE.txt"), 1).plane(0);
		show(image("BSE", bse, 225, 1));
		final float[] objects = new float[225 * 150];
		for (int i = 0; i < objects.length; i++) {
			final int x = i % 225 - 30, y = i / 225;
			final int row = y >= 95 && y < 103 ? 0 : y >= 132 && y < 140 ? 1 : -1;
			if (row >= 0 && x >= 0 && x % 38 < 8 && x / 38 < 5) objects[i] = 1 + x / 38 + 5 * row;
		}
		show(image("objects", objects, 225, 1));
		overlay("magnesium", mg.toString(), "voxel", "1,1,1", "reference", "BSE", "labels", "objects", "rate", 20.0, "sample", "porous", "folder", dir
			.toString());
		final Microstructure d = document("porous");
		assertEquals(10, d.magnesium().rows().size());
		assertEquals(1, d.magnesium().flags().stream().filter(f -> f.code().equals("frame_step") && f.reason().contains("row 121") && f.reason().contains(
			"BSE")).count());
		assertTrue(d.magnesium().rows().stream().filter(r -> r.id() > 5 && r.verdict() == Verdict.LI_MG).count() < 5);
		assertTrue(refused("magnesium", mg.toString(), "labels", "objects").contains("voxel="));
	}

	/** A window of the porous solid's maps is found again on its BSE image, which is stretched against them. */
	@Test
	void aWindowOfTheRealMapsIsFoundOnTheBseImage() throws Exception {
		final float[] total = new float[180 * 120];
		float[] mg = null;
		for (final String element : List.of("Ca", "Si", "Fe", "O", "Mg")) {
			mg = new float[total.length];
			final float[] p = org.dendritej.io.EdsText.read(SharedData.file("eds/edxia_map_short_atom_" + element + ".txt"), 1).plane(0);
			for (int i = 0; i < mg.length; i++)
				total[i] += mg[i] = p[(9 + i / 180) * 225 + 14 + i % 180];
		}
		show(image("Mg", mg, 180, 1));
		show(image("all", total, 180, 1));
		final float[] bse = org.dendritej.io.EdsText.read(SharedData.file("eds/edxia_map_short_atom_BSE.txt"), 1).plane(0);
		final float[] object = new float[bse.length];
		for (int i = 0; i < object.length; i++)
			object[i] = i % 225 >= 100 && i % 225 < 108 && i / 225 >= 60 && i / 225 < 68 ? 1 : 0;
		show(image("BSE", bse, 225, 1));
		show(image("object", object, 225, 1));
		overlay("magnesium", "Mg", "total", "all", "reference", "BSE", "labels", "object", "register", "translation", "sample", "window");
		assertEquals(16, value(document("window"), "registration_shift_x"), 1);
		assertEquals(9, value(document("window"), "registration_shift_y"), 1);
		assertEquals(64, document("window").magnesium().rows().get(0).pixels(), 9);
		final Path pairs = Files.writeString(dir.resolve("pairs.csv"), "map_x,map_y,reference_x,reference_y\n10,10,26.5,19.5\n170,12,185.5,21\n"
			+ "165,110,181,118.5\n12,108,28,117.5\n");
		overlay("magnesium", "Mg", "total", "all", "reference", "BSE", "labels", "object", "register", "affine", "landmarks", pairs.toString(), "sample",
			"landmarks");
		final Microstructure d = document("landmarks");
		// blocks of the two images, compared by other means, lie 4 columns left to 4 columns right of each other: a shift alone is not enough,
		// which its residual says, and the affine transform fits better
		assertEquals(16, value(d, "registration_shift_x"), 4);
		assertEquals(9, value(d, "registration_shift_y"), 2);
		assertTrue(value(d, "registration_residual") < 1000 && value(document("window"), "registration_residual") > 2000);
		assertTrue(value(d, "registration_score") > value(document("window"), "registration_score"));
		assertTrue(value(d, "landmark_residual") < 1500);
	}
}
