// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.dendritej.core.record.Spallation;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rims on generated and on real images. */
class SurfaceSurveyTest {

	private static final SurfaceOptions OPTIONS = SurfaceOptions.DEFAULT;

	private static List<Spallation> find(final SurfaceImage image) {
		return SurfaceSurvey.measure(image, OPTIONS, Progress.NONE).rims();
	}

	@ParameterizedTest
	@EnumSource(SurfaceScene.Kind.class)
	void findsEveryPolarity(final SurfaceScene.Kind kind) {
		final SurfaceScene s = new SurfaceScene(700, 650, 0.1, 3).shading(20).noise(15);
		final Ellipse a = new Ellipse(18, 20, 6.5, 6, 0.4), b = new Ellipse(46, 38, 12, 10, 1.2);
		s.rim(a, 1, kind, 45, 0.4, 0.01).rim(b, 1, kind, 45, 0.4, 0.01);
		final List<Spallation> r = find(s.image());
		assertEquals(2, r.size());
		for (int i = 0; i < 2; i++) {
			final Ellipse t = i == 0 ? a : b;
			final Spallation f = r.get(i);
			assertEquals(i + 1, f.id());
			assertEquals(2 * t.radiusUm(), f.diameterUm(), 0.015 * 2 * t.radiusUm());
			assertEquals(t.xUm(), f.centreUm().x(), 0.15);
			assertEquals(t.yUm(), f.centreUm().y(), 0.15);
			assertEquals(2 * t.aUm(), f.majorUm(), 0.03 * 2 * t.aUm());
			assertEquals(2 * t.aUm(), f.feretUm(), 0.05 * 2 * t.aUm());
			assertTrue(f.rimClosure() > 0.6 && f.falseAlarmsLog10() < -2 && !f.touchesBorder());
			assertTrue(f.serration() > 0.004 && f.serration() < 0.03, f.toString());
		}
	}

	@ParameterizedTest
	@CsvSource({ "0.8", "0.6" })
	void measuresTheClosureOfABrokenRim(final double closure) {
		final SurfaceScene s = new SurfaceScene(600, 600, 0.1, 8).noise(10);
		s.rim(Ellipse.circle(30, 29, 14), closure, SurfaceScene.Kind.DARK, 40, 0.5, 0.005);
		final List<Spallation> r = find(s.image());
		assertEquals(1, r.size());
		assertEquals(closure, r.get(0).rimClosure(), 0.1);
		assertEquals(28, r.get(0).diameterUm(), 0.28);
	}

	/** A circle seen at 52 degrees is shortened; corrected it is a circle again. */
	@Test
	void undoesTheTilt() {
		final SurfaceScene s = new SurfaceScene(700, 500, 0.1, 5).noise(10);
		final double f = Tilt.ofSection(52).verticalFactor();
		s.rim(new Ellipse(30, 24, 14, 14 / f, 0), 1, SurfaceScene.Kind.BRIGHT, 40, 0.4, 0);
		final Spallation r = find(s.image().corrected(Tilt.ofSection(52))).get(0);
		assertEquals(28, r.diameterUm(), 0.2);
		assertEquals(1, r.majorUm() / r.minorUm(), 0.02);
		assertEquals(24 * f, r.centreUm().y(), 0.1);
		assertEquals(1.26902, r.verticalFactor(), 1e-5);
	}

	@Test
	void flagsWhatTheBorderCutsAndKnowsTheEdge() {
		final SurfaceScene s = new SurfaceScene(800, 600, 0.1, 6).noise(10);
		s.rim(Ellipse.circle(6, 30, 9), 1, SurfaceScene.Kind.DARK, 45, 0.5, 0);
		s.rim(Ellipse.circle(52, 30, 12), 1, SurfaceScene.Kind.DARK, 45, 0.5, 0);
		final Outline electrode = new Outline(new double[] { 1, 79, 79, 1 }, new double[] { 1, 1, 59, 59 });
		final SurfaceSurvey.Result r = SurfaceSurvey.measure(s.image(), OPTIONS.withElectrode(electrode), Progress.NONE);
		assertEquals(2, r.rims().size());
		final Spallation cut = r.rims().stream().filter(Spallation::touchesBorder).findFirst().orElseThrow();
		final Spallation whole = r.rims().stream().filter(t -> !t.touchesBorder()).findFirst().orElseThrow();
		assertEquals(0, cut.samplingWeight());
		assertEquals(18, cut.diameterUm(), 0.4);
		assertEquals(27, whole.edgeDistanceUm(), 0.2);
		// centres within the electrode at which a 24 um rim lies whole in the 80 x 60 um image
		assertEquals(78 * 58 / (56.0 * 36.0), whole.samplingWeight(), 0.06 * whole.samplingWeight());
		assertEquals(78 * 58, r.areaUm2(), 0.01 * 78 * 58);
		assertTrue(r.flags().stream().anyMatch(f -> f.code().equals("border_rims")));
	}

	@Test
	void measuresTheUsersRegions() {
		final SurfaceScene s = new SurfaceScene(600, 500, 0.1, 7).noise(10);
		s.rim(Ellipse.circle(20, 20, 10), 1, SurfaceScene.Kind.DARK, 40, 0.5, 0.01);
		final Outline rough = Outline.circle(20.3, 19.8, 10.4), empty = Outline.circle(46, 36, 8);
		final SurfaceSurvey.Result r = SurfaceSurvey.measureRegions(s.image(), List.of(rough, empty), OPTIONS,
			Progress.NONE);
		assertEquals(2, r.rims().size());
		assertEquals(20.8, r.rims().get(0).diameterUm(), 0.01);
		assertEquals(20, r.rims().get(0).majorUm(), 0.2);
		assertTrue(r.rims().get(0).rimClosure() > 0.9 && r.rims().get(0).rim().contains("dark line"));
		assertTrue(r.rims().get(1).rim().contains("no rim"), r.rims().get(1).rim());
		assertThrows(IllegalArgumentException.class, () -> SurfaceSurvey.measureRegions(s.image(), List.of(Outline.circle(
			-50, 0, 3)), OPTIONS, Progress.NONE));
	}

	@Test
	void threadsChangeNothing() {
		final SurfaceScene s = new SurfaceScene(900, 500, 0.1, 9).texture(8, 2).noise(12);
		s.rim(Ellipse.circle(30, 25, 9), 0.8, SurfaceScene.Kind.STEP, 35, 0.5, 0.01);
		assertEquals(SurfaceSurvey.measure(s.image(), OPTIONS.withThreads(1), Progress.NONE).rims(), SurfaceSurvey.measure(s
			.image(), OPTIONS.withThreads(3), Progress.NONE).rims());
	}

	/** Tiles of one, four and a dozen to the image, rims on their seams: the same ellipses to the last bit. */
	@Test
	void tilesChangeNothing() {
		final SurfaceScene s = new SurfaceScene(1300, 1000, 0.1, 19).shading(20).texture(8, 2).noise(12);
		s.rim(Ellipse.circle(51.2, 40, 6), 1, SurfaceScene.Kind.STEP, 35, 0.5, 0.01).rim(Ellipse.circle(25, 25.6, 4), 1, SurfaceScene.Kind.DARK, 45,
			0.5, 0.01).rim(Ellipse.circle(100, 70, 13), 0.8, SurfaceScene.Kind.BRIGHT, 45, 0.5, 0.01).rim(Ellipse.circle(38, 80, 9), 1,
				SurfaceScene.Kind.STEP, 35, 0.5, 0.01);
		final List<Ellipse> whole = ellipses(s, 2048);
		assertTrue(whole.size() >= 4);
		for (final int tile : new int[] { 512, 256, 170 })
			assertEquals(whole, ellipses(s, tile), "tiles of " + tile);
	}

	private static List<Ellipse> ellipses(final SurfaceScene s, final int tile) {
		// a generous promise, so that weak finds are compared as well
		return new RimSearch(s.image(), new SurfaceOptions(5, 60, 1e4, 0.3, 1.6, 0.07, null, 2), tile).run(Progress.NONE).stream().map(
			RimFinder.Found::ellipse).toList();
	}

	@Test
	void saysNothingAboutEmptySurfaces() {
		assertTrue(find(new SurfaceScene(800, 800, 0.1, 1).noise(20).image()).isEmpty());
		assertTrue(find(new SurfaceScene(800, 800, 0.1, 2).texture(15, 4).noise(10).scratches(12, 30).image()).isEmpty());
		assertTrue(find(new SurfaceScene(400, 400, 0.1, 2).image()).isEmpty());
	}

	/** Slices of a sintered ceramic with pores, cracks and curtains: hardly a find, and what is found is round. */
	@Test
	void findsOnlyRoundThingsOnRealCeramic() throws IOException {
		final Path folder = Path.of("..", "shared", "data", "semslices");
		Assumptions.assumeTrue(Files.isDirectory(folder), "test data is not there");
		int found = 0;
		for (final String name : new String[] { "sample_001", "sample_002", "test_sample_001", "test_sample_002",
			"test_sample_003" })
		{
			final ByteBuffer b = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("yamamoto_" + name + "_sem.bmp"))).order(
				ByteOrder.LITTLE_ENDIAN);
			final int w = b.getInt(18), h = b.getInt(22), from = b.getInt(10);
			final byte[] grey = new byte[w * h];
			for (int y = 0; y < h; y++)
				b.get(from + (h - 1 - y) * w, grey, y * w, w);
			// the pixel size is not recorded: 1 pixel counts as 1 um here
			for (final Spallation s : SurfaceSurvey.measure(SurfaceImage.of(w, h, 1, grey), OPTIONS.withDiameters(16, 150),
				Progress.NONE).rims())
			{
				found++;
				assertTrue(s.circularity() > 0.8 && s.rimClosure() > 0.6 && s.majorUm() / s.minorUm() < 1.6, name + " " + s);
			}
		}
		assertTrue(found <= 1, found + " finds");
	}

	@Test
	void refusesWhatCannotBeSearched() {
		final SurfaceImage image = SurfaceImage.of(100, 100, 1, new byte[10000]);
		assertTrue(assertThrows(IllegalArgumentException.class, () -> find(image)).getMessage().contains("16 pixels"));
		assertThrows(IllegalArgumentException.class, () -> SurfaceImage.of(100, 100, 0, new byte[10000]));
		assertThrows(IllegalArgumentException.class, () -> SurfaceImage.of(100, 100, 1, new byte[9]));
		assertThrows(IllegalArgumentException.class, () -> OPTIONS.withDiameters(9, 3));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> SurfaceSurvey.measure(image, OPTIONS.withDiameters(20,
			50).withElectrode(Outline.circle(900, 900, 5)), Progress.NONE)).getMessage().contains("outside"));
		assertThrows(CancellationException.class, () -> SurfaceSurvey.measure(image, OPTIONS.withDiameters(20, 50),
			new Progress() {

				@Override
				public void report(final double fraction, final String stage) {
					// not needed
				}

				@Override
				public boolean cancelled() {
					return true;
				}
			}));
	}
}
