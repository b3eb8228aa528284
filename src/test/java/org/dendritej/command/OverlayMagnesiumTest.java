// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import org.dendritej.core.record.MgRegion;
import org.dendritej.core.record.MgRegion.Verdict;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.run.Progress;
import org.dendritej.ij.Checksum;
import org.dendritej.testkit.CommandSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.module.Module;

import ij.ImagePlus;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;

/** The command from images and files to verdicts, overlay and files; what it refuses. */
class OverlayMagnesiumTest extends CommandSession {

	@TempDir
	Path dir;

	/** Images that a command makes are there for the next one. */
	@Override
	protected Module call(final String command, final Object... keys) throws Exception {
		final Module m = super.call(command, keys);
		for (final Object o : m.getOutputs().values())
			if (o instanceof ImagePlus && ((ImagePlus) o).getWidth() > 0) show((ImagePlus) o);
		return m;
	}

	private Module overlay(final Object... keys) throws Exception {
		return done("OverlayMagnesium", keys);
	}

	private String refused(final Object... keys) throws Exception {
		final String reason = reason("OverlayMagnesium", keys);
		BadInputTest.sentence(reason);
		return reason;
	}

	static double value(final Microstructure m, final String name) {
		return m.magnesium().summary().stream().filter(q -> q.name().equals(name)).findFirst().map(Quantity::value).orElseThrow();
	}

	static ImagePlus image(final String title, final float[] p, final int nx, final double um) {
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
}
