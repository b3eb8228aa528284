// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.Link;
import org.dendritej.core.record.MgRegion;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** The whole way from map and image to verdicts, and what is shown of it. */
class MagnesiumStudyTest {

	private static final int N = 60;
	private static final VoxelGrid G = VoxelGrid.of(N, N, 1, 0.5, 0.5, 0.5);

	/** Electrode in the first rows (label 9), a square with magnesium (1) and one without (2). */
	private static int[] labels() {
		final int[] l = new int[N * N];
		for (int i = 0; i < l.length; i++) {
			final int x = i % N, y = i / N;
			l[i] = y < 4 ? 9 : y >= 20 && y < 30 && x >= 10 && x < 20 ? 1 : y >= 20 && y < 30 && x >= 40 && x < 50 ? 2 : 0;
		}
		return l;
	}

	private static float[] counts(final int[] labels, final long seed) {
		final SplittableRandom r = new SplittableRandom(seed);
		final float[] c = new float[labels.length];
		for (int i = 0; i < c.length; i++)
			c[i] = poisson(labels[i] == 9 || labels[i] == 1 ? 12 : 2, r);
		return c;
	}

	/** Knuth's way, for small means. */
	private static int poisson(final double mean, final SplittableRandom r) {
		final double limit = Math.exp(-mean);
		int n = -1;
		for (double product = 1; product > limit; n++)
			product *= r.nextDouble();
		return n;
	}

	private static MagnesiumStudy.Inputs inputs(final float[] image, final boolean onImage, final ByteVolume classes) {
		final int[] l = labels();
		return new MagnesiumStudy.Inputs(map(counts(l, 3)), null, image == null ? null : map(image), "SE", IntVolume.of(G, new int[][] { l }),
			classes, onImage);
	}

	private static FloatVolume map(final float[] p) {
		return FloatVolume.of(G, new float[][] { p });
	}

	@Test
	void anObjectWithoutPathIsIsolatedAndThePathsAreDrawn() {
		final List<Link> links = List.of(new Link("pore:1", "face", 8, 150), new Link("pore:1", "pore:2", 5, 150), new Link("pore:3",
			"face", 2, 150));
		final ObjectGraph graph = ObjectGraph.ofPores(links);
		final MagnesiumOptions o = MagnesiumOptions.DEFAULT.with(Reference.electrode(9)).with(graph);
		final MagnesiumStudy.Outcome r = MagnesiumStudy.run(inputs(null, false, null), MagnesiumStudy.Placement.SAME, o, Progress.NONE);
		final List<MgRegion> m = r.result().regions();
		assertEquals(MgRegion.Verdict.LI_MG, m.get(0).verdict());
		assertEquals(MgRegion.Verdict.LI, m.get(1).verdict());
		assertEquals("pore:2 > pore:1 > face", m.get(1).path());
		final List<DrawnPath> drawn = DrawnPath.of(m, graph, r.labels().plane(0), G, 9, ElectrodeFace.Y_MINUS);
		assertArrayEquals(new double[] { 15, 14.5 }, drawn.get(0).x(), 0.01);
		assertArrayEquals(new double[] { 25, 3.5 }, drawn.get(0).y(), 0.01);
		assertEquals(3, drawn.get(1).x().length);
		assertEquals(45, drawn.get(1).x()[0], 0.01);
		// without the electrode on the map the line ends at its side of the image
		assertEquals(N, DrawnPath.of(m, graph, r.labels().plane(0), G, 0, ElectrodeFace.X_PLUS).get(0).x()[1]);
		final ObjectGraph cut = ObjectGraph.ofPores(List.of(links.get(0), new Link("pore:2", "pore:3", 5, 150)));
		final List<MgRegion> isolated = MagnesiumStudy.run(inputs(null, false, null), MagnesiumStudy.Placement.SAME, o.with(cut),
			Progress.NONE).result().regions();
		assertTrue(isolated.get(1).isolated());
		assertTrue(r.result().flags().stream().noneMatch(f -> f.code().equals("frame_step")), "the electrode's edge is no step");
	}

	@Test
	void theImageIsAskedForFrameStepsToo() {
		final float[] se = new float[N * N];
		final SplittableRandom r = new SplittableRandom(1);
		for (int i = 0; i < se.length; i++)
			se[i] = 100 + (float) r.nextGaussian() * 3 + (i / N >= 40 ? 30 : 0);
		final MagnesiumStudy.Outcome out = MagnesiumStudy.run(inputs(se, true, null), MagnesiumStudy.Placement.SAME,
			MagnesiumOptions.DEFAULT.with(Reference.electrode(9)), Progress.NONE);
		assertTrue(out.result().flags().stream().anyMatch(f -> f.code().equals("frame_step") && f.reason().contains("SE") && f.reason()
			.contains("row 40")), out.result().flags().toString());
	}

	@Test
	void tiltStretchesBothOnce() {
		final MagnesiumStudy.Placement tilted = new MagnesiumStudy.Placement(null, List.of(), 52);
		final MagnesiumStudy.Outcome r = MagnesiumStudy.run(inputs(new float[N * N], true, null), tilted, MagnesiumOptions.DEFAULT.with(
			Reference.electrode(9)), Progress.NONE);
		assertEquals(0.5 * 1.26902, r.map().dyUm(), 1e-5);
		assertEquals(r.map().dyUm(), r.image().dyUm());
		assertEquals(0.5, r.map().dxUm());
	}

	@Test
	void onlyElectrolyteOfTheClassImageIsBackground() {
		final byte[] classes = new byte[N * N];
		java.util.Arrays.fill(classes, (byte) 4);
		final MagnesiumStudy.Inputs none = inputs(null, false, ByteVolume.of(G, new byte[][] { classes }));
		assertTrue(assertThrows(IllegalArgumentException.class, () -> MagnesiumStudy.run(none, MagnesiumStudy.Placement.SAME,
			MagnesiumOptions.DEFAULT.with(Reference.electrode(9)), Progress.NONE)).getMessage().contains("background pixel"));
	}

	@Test
	void oneBrightSpotOnManyPoresIsRefused() {
		// an image of equal pores on a lattice, a map in which one of them alone holds magnesium
		final SplittableRandom r = new SplittableRandom(5);
		final float[] se = new float[N * N], mg = new float[N * N];
		for (int i = 0; i < se.length; i++) {
			final int x = i % N % 20 - 10, y = i / N % 20 - 10;
			final boolean pore = x * x + y * y < 16;
			se[i] = (pore ? 40 : 150) + (float) r.nextGaussian() * 6;
			mg[i] = poisson(pore && i / N / 20 == 1 && i % N / 20 == 1 ? 40 : 2, r);
		}
		final String said = assertThrows(IllegalArgumentException.class, () -> MapRegistration.register(map(mg), map(se),
			MapRegistration.Motion.TRANSLATION, Progress.NONE)).getMessage();
		assertTrue(said.startsWith("register: ") && said.endsWith("."), said);
	}

	@Test
	void theViewIsBinnedAndLaidOnTheImage() {
		final VoxelGrid g = VoxelGrid.of(5, 4, 1, 1, 1, 1);
		final float[] p = new float[20];
		for (int i = 0; i < 20; i++)
			p[i] = i;
		final float[] b = DisplayView.binned(FloatVolume.of(g, new float[][] { p }), 2);
		assertEquals((0 + 1 + 5 + 6) / 4f, b[6]);
		assertEquals((4 + 9) / 2f, b[9]);
		final float[] fine = DisplayView.onImage(p, g, MapTransform.shift(1, 0), VoxelGrid.of(12, 8, 1, 0.5, 0.5, 0.5));
		assertTrue(Float.isNaN(fine[1]));
		assertEquals(0, fine[2]);
		assertEquals(4, fine[11]);
		assertEquals(6, fine[2 * 12 + 4]);
		assertThrows(IllegalArgumentException.class, () -> DisplayView.binned(FloatVolume.of(g, new float[][] { p }), 0));
	}
}
