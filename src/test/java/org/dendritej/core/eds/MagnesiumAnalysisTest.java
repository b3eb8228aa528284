// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.apache.commons.math3.random.Well19937c;
import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Link;
import org.dendritej.core.record.MgRegion;
import org.dendritej.core.record.MgRegion.Verdict;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** The whole way from counts and labels to verdicts, on drawn maps whose truth is known. */
class MagnesiumAnalysisTest {

	private static final MagnesiumOptions WIDE = MagnesiumOptions.DEFAULT.with(Reference.electrode(9)).with(
		Measurement.DEFAULT.withWidths(Map.of(1, 5.0, 2, 5.0, 3, 5.0, 4, 5.0, 9, 20.0)));

	private static MagnesiumAnalysis.Result run(final MapDrawing m, final MagnesiumOptions o, final int seed) {
		return MagnesiumAnalysis.analyse(m.counts(new Well19937c(seed)), m.labels(), o, Progress.NONE);
	}

	/** Electrode on top, pore 1 with magnesium, pore 2 without, pore 3 too small to tell, all 10 um apart. */
	private static MapDrawing scene() {
		return new MapDrawing(120, 90, 0.5, 2).box(9, 0, 0, 120, 15, 3).box(1, 20, 45, 10, 10, 3).box(2, 60, 45, 10, 10, 0)
			.box(3, 100, 45, 1, 2, 0);
	}

	@Test
	void threeObjectsGetTheirThreeVerdicts() {
		final MagnesiumAnalysis.Result r = run(scene(), WIDE, 1);
		assertEquals(List.of(Verdict.LI_MG, Verdict.LI, Verdict.UNDECIDED), r.regions().stream().map(MgRegion::verdict)
			.toList());
		final MgRegion mg = r.regions().get(0);
		assertEquals(10, mg.mgAtpct(), 3 * 10 * mg.netSd() / mg.net());
		assertEquals(100, mg.pixels());
		final MgRegion li = r.regions().get(1);
		assertTrue(li.power() > 0.95 && li.mgAtpctLimit() < 10, "limit " + li.mgAtpctLimit());
		final MgRegion small = r.regions().get(2);
		assertTrue(small.power() < 0.95 && !(small.mgAtpctLimit() < 10), "limit " + small.mgAtpctLimit());
		assertTrue(r.flags().stream().map(Flag::code).toList().contains("ta_overlap"));
		assertFalse(r.flags().stream().map(Flag::code).toList().contains("frame_step"));
	}

	@Test
	void sumsAndRingsEqualBruteForce() {
		final Random random = new Random(21);
		for (int trial = 0; trial < 60; trial++) {
			final int nx = 25 + random.nextInt(20);
			final int ny = 22 + random.nextInt(20);
			final double dx = 0.3 + random.nextDouble();
			final double dy = 0.3 + random.nextDouble();
			final VoxelGrid grid = VoxelGrid.of(nx, ny, 1, dx, dy, 1);
			final int[] labels = new int[nx * ny];
			final float[] counts = new float[nx * ny];
			final byte[] classes = new byte[nx * ny];
			for (int k = 1; k <= 4; k++) {
				final int cx = random.nextInt(nx);
				final int cy = random.nextInt(ny);
				final int size = 1 + random.nextInt(4);
				for (int i = 0; i < labels.length; i++)
					if (Math.abs(i % nx - cx) < size && Math.abs(i / nx - cy) < size && labels[i] == 0) labels[i] = k;
			}
			for (int i = 0; i < counts.length; i++) {
				counts[i] = random.nextInt(9);
				classes[i] = (byte) random.nextInt(2);
			}
			final double gap = 0.2 + random.nextDouble();
			final double reach = gap + 1 + 4 * random.nextDouble();
			final MagnesiumOptions o = MagnesiumOptions.DEFAULT.with(new Background.Local(new Phase(ByteVolume.of(grid,
				new byte[][] { classes }), 1), gap, reach, 1e9));
			final IntVolume l = IntVolume.of(grid, new int[][] { labels });
			for (final MgRegion m : MagnesiumAnalysis.analyse(FloatVolume.of(grid, new float[][] { counts }), l, o,
				Progress.NONE).regions()) expectRing(m, grid, labels, counts, classes, gap, reach);
		}
	}

	private static void expectRing(final MgRegion m, final VoxelGrid g, final int[] labels, final float[] counts,
		final byte[] classes, final double gap, final double reach)
	{
		double inside = 0;
		long pixels = 0;
		double ring = 0;
		long ringPixels = 0;
		for (int i = 0; i < labels.length; i++) {
			if (labels[i] == m.id()) {
				inside += counts[i];
				pixels++;
			}
			double own = Double.POSITIVE_INFINITY;
			double any = Double.POSITIVE_INFINITY;
			for (int j = 0; j < labels.length; j++) {
				if (labels[j] == 0) continue;
				final double d = Math.hypot(g.dxUm() * (i % g.nx() - j % g.nx()), g.dyUm() * (i / g.nx() - j / g.nx()));
				any = Math.min(any, d);
				if (labels[j] == m.id()) own = Math.min(own, d);
			}
			if (any > gap && own <= reach && classes[i] == 1) {
				ring += counts[i];
				ringPixels++;
			}
		}
		assertEquals(pixels, m.pixels());
		assertEquals(inside, m.counts(), 0);
		if (ringPixels == 0) assertTrue(Double.isNaN(m.background()) && m.verdict() == Verdict.UNDECIDED);
		else assertEquals(ring * pixels / ringPixels, m.background(), 1e-9 * (1 + ring));
	}

	@Test
	void threadsChangeNothingAndCancelStops() {
		final MapDrawing m = scene();
		final FloatVolume counts = m.counts(new Well19937c(2));
		final MagnesiumAnalysis.Result one = MagnesiumAnalysis.analyse(counts, m.labels(), WIDE.onThreads(1), Progress.NONE);
		assertEquals(one, MagnesiumAnalysis.analyse(counts, m.labels(), WIDE.onThreads(3), Progress.NONE));
		final Progress stop = new Progress() {

			@Override
			public void report(final double fraction, final String stage) {
				// not needed
			}

			@Override
			public boolean cancelled() {
				return true;
			}
		};
		assertThrows(CancellationException.class, () -> MagnesiumAnalysis.analyse(counts, m.labels(), WIDE, stop));
	}

	@Test
	void backgroundMapAndWindowGiveTheSameVerdicts() {
		final MapDrawing m = scene();
		final FloatVolume flat = FloatVolume.of(m.grid, new float[][] { filled(m.mean.length, 2) });
		final MapDrawing line = new MapDrawing(120, 90, 0.5, 6);
		for (final Background b : List.of(new Background.Expected(flat), new Background.Window(line.counts(new Well19937c(6)),
			1 / 3.0))) {
			final List<MgRegion> r = run(m, WIDE.with(b), 3).regions();
			assertEquals(List.of(Verdict.LI_MG, Verdict.LI, Verdict.UNDECIDED), r.stream().map(MgRegion::verdict).toList());
			assertEquals(200, r.get(0).background(), b instanceof Background.Expected ? 1e-6 : 40);
		}
	}

	private static float[] filled(final int n, final float v) {
		final float[] p = new float[n];
		Arrays.fill(p, v);
		return p;
	}

	@Test
	void thinCracksNeedMoreCounts() {
		final MagnesiumOptions thin = WIDE.with(WIDE.measurement().withWidths(Map.of(1, 5.0, 2, 0.05, 3, 5.0, 9, 20.0)));
		final MgRegion crack = run(scene(), thin, 1).regions().get(1);
		assertEquals(Verdict.UNDECIDED, crack.verdict());
		assertTrue(crack.remarks().contains("diluted") && crack.dilution() < 0.01);
	}

	@Test
	void magnesiumBesideTheElectrodeMayBeBloom() {
		final double leak = 3 * 0.2; // what the electrode itself sends 1 um into wide lithium
		final MapDrawing m = new MapDrawing(160, 90, 0.5, 2).box(9, 0, 0, 160, 15, 3).box(1, 20, 16, 40, 6, leak).box(2, 80,
			45, 40, 6, leak);
		final List<MgRegion> r = run(m, WIDE, 4).regions();
		assertTrue(r.get(0).bloomCounts() > 0 && r.get(0).remarks().contains("bloom"));
		assertEquals(Verdict.UNDECIDED, r.get(0).verdict());
		assertEquals(Verdict.LI_MG, r.get(1).verdict());
		assertEquals(0, r.get(1).bloomCounts(), 0);
	}

	@Test
	void isolationFollowsTheGraph() {
		final MapDrawing m = new MapDrawing(160, 90, 0.5, 2).box(9, 0, 0, 160, 15, 3).box(1, 20, 45, 10, 10, 3).box(2, 50, 45,
			10, 10, 0).box(3, 80, 45, 10, 10, 0).box(4, 120, 45, 10, 10, 0);
		final ObjectGraph graph = ObjectGraph.ofPores(List.of(new Link("pore:1", "crack:1", 1, 200), new Link("crack:1",
			"face", 2, 300), new Link("pore:2", "pore:1", 4, 250), new Link("pore:3", "pore:2", 5, 150), new Link("pore:1",
				"face", 9, 500)));
		final List<MgRegion> r = run(m, WIDE.with(graph), 5).regions();
		assertEquals(List.of(Verdict.LI_MG, Verdict.LI, Verdict.LI, Verdict.LI), r.stream().map(MgRegion::verdict).toList());
		assertEquals("pore:1 > crack:1 > face", r.get(0).path());
		assertEquals(7, r.get(1).pathToElectrodeUm(), 1e-12);
		assertFalse(r.get(1).isolated());
		assertTrue(r.get(1).remarks().contains("path_unproven"));
		// behind an object without magnesium
		assertTrue(r.get(2).isolated());
		assertEquals("pore:3 > pore:2 > pore:1 > crack:1 > face", r.get(2).path());
		assertTrue(Double.isNaN(r.get(2).pathToElectrodeUm()));
		assertTrue(r.get(2).pMissed() >= r.get(1).pMissed());
		assertTrue(r.get(2).pIsolated() <= 1 && r.get(2).pIsolated() > 0.5);
		// not in the graph at all
		assertTrue(r.get(3).isolated() && r.get(3).path().isEmpty());
		assertTrue(r.get(3).remarks().contains("not_in_graph"));
		// a graph of other labels proves nothing
		final MagnesiumAnalysis.Result other = run(m, WIDE.with(ObjectGraph.ofPores(List.of(new Link("pore:77", "face", 1,
			100)))), 5);
		assertTrue(other.regions().stream().noneMatch(MgRegion::isolated));
		assertTrue(other.flags().stream().anyMatch(f -> f.code().equals("graph_unmatched")));
	}

	@Test
	void anUncertainReferenceWeakensLithium() {
		final MapDrawing m = new MapDrawing(120, 90, 0.5, 2).box(9, 5, 5, 3, 3, 3).box(2, 60, 45, 10, 10, 0);
		final MagnesiumAnalysis.Result r = run(m, WIDE, 7);
		final MagnesiumAnalysis.Result exact = run(m, WIDE.with(Reference.rate(3)), 7);
		final MgRegion weak = r.regions().get(0);
		final MgRegion sure = exact.regions().stream().filter(x -> x.id() == 2).findFirst().orElseThrow();
		assertEquals(sure.counts(), weak.counts());
		assertTrue(weak.mgAtpctLimit() > sure.mgAtpctLimit(), weak.mgAtpctLimit() + " against " + sure.mgAtpctLimit());
		assertTrue(r.flags().stream().anyMatch(f -> f.code().equals("reference_weak")));
	}

	@Test
	void lowerCountsInsideAreSaidAndWeakenLithium() {
		// the background inside is 1 although the ring says 4: magnesium of 2 counts per pixel could hide in the gap
		final MapDrawing m = new MapDrawing(120, 90, 0.5, 4).box(2, 60, 45, 10, 10, -3);
		final MgRegion r = run(m, WIDE.with(Reference.rate(2)), 8).regions().get(0);
		assertTrue(r.remarks().contains("below_background"));
		assertEquals(Verdict.UNDECIDED, r.verdict());
	}

	@Test
	void withoutReferenceNothingIsCalledLithium() {
		final MagnesiumAnalysis.Result r = run(scene(), MagnesiumOptions.DEFAULT, 1);
		assertTrue(r.regions().stream().noneMatch(m -> m.verdict() == Verdict.LI));
		assertTrue(r.flags().stream().anyMatch(f -> f.code().equals("no_reference")));
		assertTrue(Double.isNaN(r.regions().get(0).mgAtpct()));
	}

	@Test
	void wrongInputIsRefused() {
		final MapDrawing m = scene();
		final FloatVolume counts = m.counts(new Well19937c(1));
		final IntVolume small = IntVolume.of(VoxelGrid.of(3, 3, 1, 1, 1, 1), new int[][] { new int[9] });
		refused("register", () -> MagnesiumAnalysis.analyse(counts, small, WIDE, Progress.NONE));
		refused("does not occur", () -> MagnesiumAnalysis.analyse(counts, m.labels(), WIDE.with(Reference.electrode(77)),
			Progress.NONE));
		refused("no object", () -> MagnesiumAnalysis.analyse(counts, IntVolume.of(m.grid, new int[][] {
			new int[m.labels.length] }), WIDE, Progress.NONE));
		final int[] full = new int[m.labels.length];
		Arrays.fill(full, 1);
		refused("background pixel", () -> MagnesiumAnalysis.analyse(counts, IntVolume.of(m.grid, new int[][] { full }),
			MagnesiumOptions.DEFAULT, Progress.NONE));
		full[5] = -2;
		refused("-2", () -> MagnesiumAnalysis.analyse(counts, IntVolume.of(m.grid, new int[][] { full }), WIDE,
			Progress.NONE));
		refused("overlap", () -> ObjectPixels.labelled(m.grid, List.of(new int[] { 1, 2 }, new int[] { 2, 3 })));
		refused("outside", () -> ObjectPixels.labelled(m.grid, List.of(new int[] { -1 })));
	}

	private static void refused(final String reason, final org.junit.jupiter.api.function.Executable e) {
		final String message = assertThrows(IllegalArgumentException.class, e).getMessage();
		assertTrue(message.contains(reason), message);
	}
}
