// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

import org.dendritej.io.VoltageTrace;
import org.dendritej.testkit.CommandSession;
import org.dendritej.testkit.SharedData;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.module.Module;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;

/** The way through several commands: specimen, classes, labels, magnesium map and crack graph to the spallations' stage and tips. */
class SpallationPathTest extends CommandSession {

	private Module lids(final String sample, final double closure) throws Exception {
		return done("MakeSpecimen", "kind", "spallation", "count", 1, "poreradius", 5.0, "cracklength", 2.0, "crackwidth", 500.0, "size", "150,60,150",
			"voxel", "0.1,0.1,0.1", "closure", closure, "noise", 4.0, "sample", sample);
	}

	/** Counts of a section through the labels: 30 per pixel where the object holds magnesium, 2 elsewhere, Poisson. */
	private ImagePlus counts(final ImagePlus labels, final int slice, final boolean magnesium, final String title) {
		final int nx = labels.getWidth(), ny = labels.getHeight();
		final float[] p = new float[nx * ny];
		final SplittableRandom random = new SplittableRandom(5);
		for (int i = 0; i < p.length; i++) {
			final boolean in = magnesium && labels.getStack().getVoxel(i % nx, i / nx, slice - 1) > 0;
			// Knuth's product of uniforms
			double u = random.nextDouble();
			for (final double stop = Math.exp(in ? -30 : -2); u > stop; u *= random.nextDouble())
				p[i]++;
		}
		final ImagePlus imp = new ImagePlus(title, new ij.process.FloatProcessor(nx, ny, p));
		imp.setCalibration(labels.getCalibration().copy());
		return show(imp);
	}

	/** Specimen, segmentation of its grey stack, labels, map, and the stage that the map's verdict decides. */
	@ParameterizedTest
	@CsvSource({ "true,2,its lithium holds magnesium", "false,1,its lithium is magnesium-free" })
	void theMagnesiumVerdictDecidesTheStage(final boolean magnesium, final int stage, final String why) throws Exception {
		final Module made = lids("mg", magnesium ? 0.2 : 0.5);
		final ImagePlus classes = (ImagePlus) made.getOutput("classes");
		final Module first = done("MeasureSpallations", "image", classes, "sample", "mg", "mindiameter", 4.0);
		final ResultsTable before = (ResultsTable) first.getOutput("table");
		assertEquals(1, before.size());
		assertEquals(magnesium ? 1 : 2, before.getValue("stage", 0), before.getStringValue("stage_reason", 0));
		assertTrue(before.getStringValue("stage_reason", 0).contains("no magnesium verdict"));
		final ImagePlus labels = show((ImagePlus) first.getOutput("labels"));
		assertEquals("mg-spallation-labels", labels.getTitle());
		final int slice = 1 + (int) Math.round(before.getValue("center_z_um", 0) / 0.1);
		counts(labels, slice, magnesium, "mg-counts");
		done("OverlayMagnesium", "magnesium", "mg-counts", "labels", "mg-spallation-labels", "slice", slice, "sample", "mg", "rate", 28.0, "beam", 5.0);
		assertEquals(magnesium ? "LI_MG" : "LI", document("mg").magnesium().rows().get(0).verdict().name());
		final ResultsTable after = (ResultsTable) done("MeasureSpallations", "image", classes, "sample", "mg", "mindiameter", 4.0).getOutput("table");
		assertEquals(stage, after.getValue("stage", 0), after.getStringValue("stage_reason", 0));
		assertTrue(after.getStringValue("stage_reason", 0).contains(why), after.getStringValue("stage_reason", 0));
		// the other order of the last two commands, and twice: the same rows
		done("OverlayMagnesium", "magnesium", "mg-counts", "labels", "mg-spallation-labels", "slice", slice, "sample", "mg", "rate", 28.0, "beam", 5.0);
		final var rows = document("mg").spallations().rows();
		done("MeasureSpallations", "image", classes, "sample", "mg", "mindiameter", 4.0);
		assertEquals(rows.toString(), document("mg").spallations().rows().toString());
		// a map judged on other labels says nothing about these ids
		labels.setTitle("other-labels");
		done("OverlayMagnesium", "magnesium", "mg-counts", "labels", "other-labels", "slice", slice, "sample", "mg", "rate", 28.0, "beam", 5.0);
		final ResultsTable alone = (ResultsTable) done("MeasureSpallations", "image", classes, "sample", "mg", "mindiameter", 4.0).getOutput("table");
		assertTrue(alone.getStringValue("stage_reason", 0).contains("no magnesium verdict"));
	}

	/** From the grey stack: the segmented crack measures as the true one does. */
	@Test
	void aSegmentedStackMeasuresLikeItsTruth() throws Exception {
		final Module made = lids("seg", 0.6);
		final ImagePlus grey = show((ImagePlus) made.getOutput("grey"));
		final ImagePlus phases = (ImagePlus) done("SegmentPhases", "image", grey, "sample", "seg").getOutput("classes");
		final ResultsTable truth = (ResultsTable) made.getOutput("spallations");
		final ResultsTable t = (ResultsTable) done("MeasureSpallations", "image", phases, "sample", "seg", "mindiameter", 4.0).getOutput("table");
		assertEquals(1, t.size());
		assertEquals(truth.getValue("diameter_um", 0), t.getValue("diameter_um", 0), 0.03 * truth.getValue("diameter_um", 0));
		assertEquals(truth.getValue("depth_um", 0), t.getValue("depth_um", 0), 0.05 * truth.getValue("depth_um", 0));
		assertEquals(truth.getValue("rim_closure", 0), t.getValue("rim_connected", 0), 0.05);
	}

	/** Tips, narrow crack and pores, with the crack graph made before and after. */
	@Test
	void theCrackGraphGivesTheNarrowCrackInEitherOrder() throws Exception {
		final ImagePlus imp = show(IJ.createImage("both", "8-bit black", 90, 60, 90));
		for (int z = 0; z < 90; z++)
			for (int y = 0; y < 60; y++)
				for (int x = 0; x < 90; x++) {
					final double r = 0.2 * Math.hypot(x - 44.5, z - 44.5);
					final boolean lid = r < 6 && y >= 10 && y < 14, tail = Math.abs(x - 44.5) < 2 && Math.abs(z - 44.5) < 2 && y >= 14 && y < 44;
					final boolean pore = Math.hypot(Math.hypot(x - 52.5, y - 30), z - 44.5) < 7;
					// lithium in the middle of the lid, so that the narrow crack below is a crack of its own in the graph
					if (lid || tail) imp.getStack().getProcessor(z + 1).set(x, y, lid && r < 3 ? 3 : 2);
					else if (pore) imp.getStack().getProcessor(z + 1).set(x, y, 1);
				}
		imp.getCalibration().setUnit("um");
		imp.getCalibration().pixelWidth = imp.getCalibration().pixelHeight = imp.getCalibration().pixelDepth = 0.2;
		show((ImagePlus) done("LabelPores", "image", imp, "sample", "both").getOutput("labels"));
		done("SkeletonizeCracks", "image", imp, "sample", "both");
		final Module a = done("MeasureSpallations", "image", imp, "sample", "both", "pores", "both-pore-labels");
		final ResultsTable tips = (ResultsTable) a.getOutput("tips"), t = (ResultsTable) a.getOutput("table");
		assertEquals(1, tips.size());
		assertEquals(8.8, tips.getValue("depth_um", 0), 0.11);
		assertTrue(tips.getValue("distance_um", 0) < 1.01, "a branch ends at the tip: " + tips.getRowAsString(0));
		assertEquals(800, tips.getValue("width_mean_nm", 0), 200);
		assertEquals("1", t.getStringValue("pore_labels", 0));
		assertEquals(0.8, t.getValue("opening_um", 0), 0.02);
		final var rows = document("both").spallations().rows().toString();
		final String linked = row(tips);
		// a fresh session: spallations first, then the graph, then spallations again
		startOver();
		final ResultsTable none = (ResultsTable) done("MeasureSpallations", "image", imp, "sample", "both", "pores", "both-pore-labels").getOutput("tips");
		assertTrue(Double.isNaN(none.getValue("distance_um", 0)), "without a graph there is no branch to name");
		done("SkeletonizeCracks", "image", imp, "sample", "both");
		final ResultsTable again = (ResultsTable) done("MeasureSpallations", "image", imp, "sample", "both", "pores", "both-pore-labels").getOutput("tips");
		assertEquals(linked, row(again));
		assertEquals(rows, document("both").spallations().rows().toString());
	}

	private static String row(final ResultsTable t) {
		return t.getColumnHeadings() + t.getRowAsString(0);
	}

	/** A real symmetric cell through a soft short: 0.4 mA, area not known, so per 1 cm2 here. */
	@Test
	void theOnsetOfARealSoftShort(@TempDir final Path dir) throws Exception {
		final Path trace = SharedData.unzipped("electrochem/LiLi_soft_short/03_GCPL_C05_time_Ewe.zip", dir);
		final ImagePlus classes = (ImagePlus) lids("cell", 0.6).getOutput("classes");
		final Path folder = dir.resolve("out");
		final ResultsTable s = (ResultsTable) done("MeasureSpallations", "image", classes, "sample", "cell", "mindiameter", 4.0, "trace", trace.toString(),
			"area", 1.0, "capacity", 1.0, "current", 0.4, "folder", folder.toString()).getOutput("summary");
		final double hours = value(s, "short_onset");
		assertTrue(hours > 19 && hours < 26, "onset " + hours + " h");
		// the file holds no current: 0.4 mA/cm2 over the 1 cm2 given, from its first line on
		final double start = VoltageTrace.named("trace", trace.toString()).timeS()[0] / 3600;
		assertEquals(0.4 * (hours - start), value(s, "short_onset_capacity"), 0.005);
		assertTrue(Files.size(folder.resolve("cell-spallation-trace.png")) > 10_000);
		assertTrue(Files.readString(folder.resolve("cell-spallation-summary.csv")).contains("short_onset"));
	}

	/** Its 45 impedance spectra: the resistance at 1.79 Hz falls from 220 to 128 ohm between the 24th and the 25th. */
	@Test
	void theOnsetInRealImpedance() throws Exception {
		final Path trace = SharedData.file("electrochem/LiLi_soft_short/02_GEIS_C05_decoded_by_galvani.csv");
		final ImagePlus classes = (ImagePlus) lids("eis", 0.6).getOutput("classes");
		final ResultsTable s = (ResultsTable) done("MeasureSpallations", "image", classes, "sample", "eis", "mindiameter", 4.0, "trace", trace.toString(),
			"frequency", 1.79).getOutput("summary");
		final double hours = value(s, "short_onset");
		assertTrue(hours > 20 && hours < 27, "onset " + hours + " h");
	}

	/** A FIB trench with curtains and granular texture, a polished steel, a porous ceramic: no spallation, and what is found is round. */
	@Tag("long")
	@ParameterizedTest
	@CsvSource({ "kleiner_FIB_SliceImage_002.tif,0", "rsciio_test_tiff_Zeiss_SEM_1k.tif,5", "skan_retic_FEI.tif,1", "yamamoto_sample_001_sem.bmp,0", "yamamoto_sample_002_sem.bmp,1",
		"yamamoto_test_sample_001_sem.bmp,0", "yamamoto_test_sample_002_sem.bmp,1", "yamamoto_test_sample_003_sem.bmp,0" })
	void onRealImagesOnlyWhatIsRound(final String name, final int most) throws Exception {
		final ImagePlus imp = IJ.openImage(SharedData.file("semslices/" + name).toString());
		imp.getCalibration().setUnit("um");
		imp.getCalibration().pixelWidth = imp.getCalibration().pixelHeight = 1;
		final ResultsTable t = (ResultsTable) done("MeasureSpallations", "image", imp, "mode", "surface", "sample", name, "mindiameter", 20.0, "maxdiameter",
			250.0).getOutput("table");
		assertTrue(t.size() <= most, t.size() + " finds");
		for (int i = 0; i < t.size(); i++) {
			assertTrue(t.getValue("circularity", i) > 0.85, t.getRowAsString(i));
			assertTrue(t.getValue("major_um", i) / t.getValue("minor_um", i) <= Math.pow(1.6, t.getValue("rim_closure", i)), t.getRowAsString(i));
		}
	}

	private static double value(final ResultsTable s, final String name) {
		for (int i = 0; i < s.size(); i++)
			if (s.getStringValue("quantity", i).equals(name)) return Double.parseDouble(s.getStringValue("value", i));
		throw new AssertionError("no row " + name);
	}
}
