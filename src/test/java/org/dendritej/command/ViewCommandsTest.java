// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.record.Pore;
import org.dendritej.ij.ThreeDSuite.Measure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** Colours, sections, turntable and meshes show the numbers that the tables hold, and refuse what they cannot show. */
class ViewCommandsTest {

	private Context context;
	private ImagePlus classes, labels;
	private ResultsTable pores;

	@BeforeEach
	void measure() {
		context = new Context();
		classes = (ImagePlus) call("MakeSpecimen", Map.of("kind", "ending", "size", "120,120,48", "count", 3, "poreradius", 0.4, "sample", "s")).get("classes");
		final Map<String, Object> found = call("LabelPores", Map.of("image", classes));
		labels = (ImagePlus) found.get("labels");
		pores = (ResultsTable) found.get("table");
	}

	@AfterEach
	void end() {
		context.dispose();
	}

	private Module run(final String command, final Map<String, Object> keys) {
		try {
			return context.service(CommandService.class).run("org.dendritej.command." + command, true, new HashMap<>(keys)).get();
		}
		catch (final InterruptedException | ExecutionException e) {
			throw new IllegalStateException(e);
		}
	}

	private Map<String, Object> call(final String command, final Map<String, Object> keys) {
		final Module m = run(command, keys);
		assertNull(((Cancelable) m.getDelegateObject()).getCancelReason());
		return m.getOutputs();
	}

	private String refuse(final String command, final Object... keys) {
		final Map<String, Object> all = new HashMap<>(Map.of("image", labels));
		for (int i = 0; i < keys.length; i += 2)
			all.put((String) keys[i], keys[i + 1]);
		return String.valueOf(((Cancelable) run(command, all).getDelegateObject()).getCancelReason());
	}

	@Test
	void everyVoxelHasTheNumberOfItsLabelAndTheRestNone() {
		final ImagePlus shown = (ImagePlus) call("ColorLabels", Map.of("image", labels, "column", "depth_um")).get("values");
		assertEquals("um", shown.getCalibration().getValueUnit());
		int checked = 0;
		for (int z = 1; z <= shown.getStackSize(); z++)
			for (int i = 0; i < 120 * 120; i++) {
				final int l = labels.getStack().getProcessor(z).get(i);
				final float v = shown.getStack().getProcessor(z).getf(i);
				if (l == 0) assertTrue(Float.isNaN(v));
				else {
					assertEquals(pores.getValue("depth_um", l - 1), v, 1e-5);
					checked++;
				}
			}
		assertTrue(checked > 1000);
	}

	@Test
	void theObjectsOfAClassImageAreNumberedAsTheTableNumbersThem() {
		final ImagePlus byLabel = (ImagePlus) call("ColorLabels", Map.of("image", labels, "column", "volume_um3")).get("values");
		final ImagePlus byClass = (ImagePlus) call("ColorLabels", Map.of("image", classes, "column", "volume_um3")).get("values");
		for (int z = 1; z <= 48; z++)
			org.junit.jupiter.api.Assertions.assertArrayEquals((float[]) byLabel.getStack().getPixels(z), (float[]) byClass.getStack().getPixels(z));
	}

	@Test
	void whatCannotBeColouredIsRefusedInOneSentence() throws IOException {
		assertTrue(refuse("ColorLabels").contains("column= is empty"));
		assertTrue(refuse("ColorLabels", "column", "radius").contains("radius_eq_um"), "the columns are not listed");
		assertTrue(refuse("ColorLabels", "column", "length_um", "rows", "cracks").contains("run Skeletonize Cracks"));
		assertTrue(refuse("ColorLabels", "column", "stage", "rows", "nonsense").contains("rows=nonsense"));
		assertTrue(refuse("ColorLabels", "column", "depth_um", "low", 3.0, "high", 1.0).contains("low=3.0 and high=1.0"));
		assertTrue(refuse("ColorLabels", "column", "x", "table", "/no/such/file.csv").contains("table=/no/such/file.csv does not exist"));
		final ImagePlus values = (ImagePlus) call("ColorLabels", Map.of("image", labels, "column", "depth_um")).get("values");
		assertTrue(refuse("RenderTurntable", "image", values).contains("a label image holds whole numbers"));
	}

	@Test
	void theSectionsNameTheLabelAtTheirCursor(@TempDir final Path dir) {
		final Map<String, Object> made = call("OrthoViews", Map.of("image", labels, "folder", dir.toString(), "size", 400));
		final ImagePlus picture = (ImagePlus) made.get("sections");
		assertEquals(400, Math.max(picture.getWidth(), picture.getHeight()));
		assertTrue((Integer) made.get("label") > 0, "the largest pore is not at the cursor");
		assertTrue(Files.exists(dir.resolve("s-sections.png")));
		assertTrue(refuse("OrthoViews", "cursor", "1,2").contains("cursor=1,2 is no voxel"));
		assertTrue(refuse("OrthoViews", "cursor", "1,2,48").contains("119,119,47"));
		assertTrue(refuse("OrthoViews", "opacity", 2.0).contains("opacity=2.0"));
		assertTrue(refuse("OrthoViews", "grey", "nothing").contains("grey=[nothing] is not open"));
	}

	@Test
	void aTurnIsWrittenAsPicturesAndAsAFilm(@TempDir final Path dir) throws IOException {
		final Map<String, Object> made = call("RenderTurntable", Map.of("image", classes, "folder", dir.toString(), "frames", 5, "size", 160));
		assertEquals(5, ((ImagePlus) made.get("turntable")).getStackSize());
		try (Stream<Path> s = Files.list(dir)) {
			assertEquals(5, s.filter(p -> p.toString().endsWith(".png")).count());
		}
		// An AVI's main header: frames at byte 48, width and height at 64 and 68.
		final ByteBuffer film = ByteBuffer.wrap(Files.readAllBytes(dir.resolve("s-turntable.avi"))).order(ByteOrder.LITTLE_ENDIAN);
		assertEquals(5, film.getInt(48));
		assertEquals(160, film.getInt(64));
		assertEquals(160, film.getInt(68));
		assertEquals(Math.round(1e6 / 12), film.getInt(32), 1, "microseconds per frame");
		assertTrue(refuse("RenderTurntable", "projection", "fisheye").contains("perspective, orthographic"));
		assertTrue(refuse("RenderTurntable", "frames", 0).contains("frames=0"));
		assertTrue(refuse("RenderTurntable", "size", 9000).contains("size=9000"));
		assertTrue(refuse("RenderTurntable", "image", classes, "phases", "4").contains("no voxel to render"));
		assertTrue(refuse("RenderTurntable", "image", classes, "phases", "one").contains("phases=one"));
	}

	@Test
	void meshesHoldTheVoxelsOfTheirLabels(@TempDir final Path dir) throws IOException {
		final ResultsTable each = (ResultsTable) call("ExportMeshes", Map.of("image", labels, "each", true, "smooth", 0, "folder", dir.toString())).get("table");
		assertEquals(pores.size(), each.size());
		double sum = 0;
		for (int i = 0; i < each.size(); i++) {
			assertEquals(pores.getValue("volume_um3", i), each.getValue("volume_um3", i), 1e-9);
			sum += each.getValue("volume_um3", i);
			final Path stl = dir.resolve("s-" + each.getStringValue("mesh", i) + ".stl");
			assertEquals(84 + 50 * (long) each.getValue("triangles", i), Files.size(stl));
		}
		final ResultsTable all = (ResultsTable) call("ExportMeshes", Map.of("image", labels, "smooth", 0, "mesh", "ply", "sample", "t", "folder", dir.toString())).get(
			"table");
		assertEquals(sum, all.getValue("volume_um3", 0), 1e-9);
		assertTrue(Files.exists(dir.resolve("t-labels.ply")));
		assertTrue(refuse("ExportMeshes").contains("give folder="));
		assertTrue(refuse("ExportMeshes", "folder", dir.toString(), "mesh", "obj").contains("mesh=obj"));
		assertTrue(refuse("ExportMeshes", "image", classes, "each", true, "folder", dir.toString()).contains("needs a label image"));
	}

	@Test
	void theComparisonHoldsEveryLabelOfEitherSideOnce() {
		final List<Pore> ours = new ArrayList<>();
		for (final int l : new int[] { 1, 3 })
			ours.add(new Pore(l, 10 * l, l, 1, 0, 1, 2.0 * l, 1, Vec3.ZERO, 0, 0, false, 1, 0, false, false, false, 2, new Vec3(3, 2, 1), Vec3.ZERO, 1, 0));
		final List<CompareSuite.Row> rows = CompareSuite.rows(ours, Map.of(3, Map.of(Measure.VOLUME, 3.3, Measure.VOXELS, 30.0), 7, Map.of(Measure.VOLUME, 7.0)));
		assertEquals(List.of(1, 3, 7), rows.stream().map(CompareSuite.Row::label).toList());
		assertTrue(Double.isNaN(rows.get(0).their(Measure.VOLUME)) && Double.isNaN(rows.get(2).our(Pore::volumeUm3)));
		final Object ratio = CompareSuite.Row.COLUMNS.stream().filter(c -> c.name().equals("volume_ratio")).findFirst().orElseThrow().of().apply(rows.get(1));
		assertEquals(1.1, (Double) ratio, 1e-12);
		final Object elongation = CompareSuite.Row.COLUMNS.stream().filter(c -> c.name().equals("elongation")).findFirst().orElseThrow().of().apply(rows.get(1));
		assertEquals(1.5, (Double) elongation, 1e-12);
	}
}
