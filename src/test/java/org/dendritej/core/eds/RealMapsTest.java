// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.Flag;
import org.dendritej.core.record.MgRegion;
import org.dendritej.core.run.Progress;
import org.dendritej.io.BrukerBcf;
import org.dendritej.io.EdsText;
import org.dendritej.io.SpectrumCube;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Two published maps from file to verdict: a mineral with much magnesium, and a porous solid with a frame step. */
class RealMapsTest {

	private static final Path EDS = Path.of("../shared/data/eds");

	private static FloatVolume edxia(final String element) throws IOException {
		final Path file = EDS.resolve("edxia_map_short_atom_" + element + ".txt");
		Assumptions.assumeTrue(Files.isReadable(file), "no real map " + file);
		return EdsText.read(file, 1);
	}

	@Test
	void theBrighterBandIsAFrameStepOfTheImageOnly() throws IOException {
		final FloatVolume bse = edxia("BSE");
		assertEquals(225, bse.grid().nx());
		assertEquals(150, bse.grid().ny());
		final List<FrameStep> steps = FrameStep.find(bse, 0);
		assertEquals(1, steps.size(), steps.toString());
		assertEquals(121, steps.get(0).row());
		assertEquals(30, steps.get(0).change(), 6);
		for (final String element : List.of("Mg", "Ca", "Si", "Fe", "O"))
			assertTrue(FrameStep.find(edxia(element), 0).isEmpty(), element);
		final List<Flag> flags = MagnesiumAnalysis.frameFlags("BSE", bse, 0, null);
		assertEquals("frame_step", flags.get(0).code());
		assertTrue(flags.get(0).reason().contains("row 121"));
	}

	@Test
	void theBandIsNotFoundAsMagnesium() throws IOException {
		final FloatVolume mg = edxia("Mg");
		double sum = 0;
		for (final float v : mg.plane(0))
			sum += v;
		assertEquals(621224, sum);
		// objects on both sides of the step, all inside the solid: whatever is found must not follow the band
		final VoxelGrid g = mg.grid();
		final int[] labels = new int[g.planeSize()];
		int label = 0;
		for (int row = 0; row < 2; row++)
			for (int k = 0; k < 5; k++) {
				label++;
				for (int y = 0; y < 8; y++)
					for (int x = 0; x < 8; x++)
						labels[(row == 0 ? 95 : 132) * g.nx() + y * g.nx() + 30 + 38 * k + x] = label;
			}
		final MagnesiumAnalysis.Result r = MagnesiumAnalysis.analyse(mg, IntVolume.of(g, new int[][] { labels }),
			MagnesiumOptions.DEFAULT.with(Reference.rate(20)), Progress.NONE);
		assertEquals(10, r.regions().size());
		assertTrue(r.flags().stream().noneMatch(f -> f.code().equals("frame_step")));
		final long claimedInBand = r.regions().stream().filter(m -> m.id() > 5 && m.verdict() == MgRegion.Verdict.LI_MG)
			.count();
		assertTrue(claimedInBand < 5, r.regions().toString());
		// the finely divided solid scatters more than counting does, and that is said
		assertTrue(r.regions().stream().allMatch(m -> m.remarks().contains("ring_uneven")), r.regions().toString());
	}

	@Test
	void theImageIsAlignedWithItsOwnMaps() throws IOException {
		final FloatVolume bse = edxia("BSE");
		final float[] total = new float[bse.grid().planeSize()];
		for (final String element : List.of("Mg", "Ca", "Si", "Fe", "O")) {
			final float[] p = edxia(element).plane(0);
			for (int i = 0; i < total.length; i++)
				total[i] += p[i];
		}
		// the maps share the image's pixels: a window of them that starts at (14, 9) must be found there
		final VoxelGrid g = VoxelGrid.of(180, 120, 1, 1, 1, 1);
		final float[] part = new float[g.planeSize()];
		for (int i = 0; i < part.length; i++)
			part[i] = total[(9 + i / 180) * 225 + 14 + i % 180];
		final MapRegistration.Result r = MapRegistration.register(FloatVolume.of(g, new float[][] { part }), bse,
			MapRegistration.Motion.TRANSLATION, Progress.NONE);
		// the published BSE image lies 1 to 4 columns to the right of its maps; an independent search over whole pixels
		// (24-bin mutual information and plain correlation of blurred images) puts it at +2 columns and 0 rows
		assertEquals(14 + 2, r.transform().txUm(), 1);
		assertEquals(9, r.transform().tyUm(), 1);
	}

	@Test
	void chevkiniteFromSpectraToVerdicts() throws IOException {
		final Path file = EDS.resolve("rsciio_bruker_chevkinite_30x30.bcf");
		Assumptions.assumeTrue(Files.isReadable(file), "no real map " + file);
		final SpectrumCube cube = BrukerBcf.read(file).cube();
		final EnergyWindow line = EnergyWindow.around(XrayLine.MG_K_ALPHA, 0.06);
		final int[] peak = channels(line, cube);
		assertEquals(167, peak[0]);
		assertEquals(178, peak[1]);
		final FloatVolume mg = cube.window(peak[0], peak[1]);
		double sum = 0;
		for (final float v : mg.plane(0))
			sum += v;
		assertEquals(657127, sum);
		// a line-free window above sulfur (2.42..2.54 keV) stands for the continuum under the line
		final int[] free = channels(new EnergyWindow(2.42, 2.54), cube);
		final FloatVolume continuum = cube.window(free[0], free[1]);
		final int[] labels = new int[900];
		for (int i = 0; i < 900; i++)
			labels[i] = 1 + i % 30 / 6 + 5 * (i / 30 / 6);
		final MagnesiumAnalysis.Result r = MagnesiumAnalysis.analyse(mg, IntVolume.of(cube.grid(), new int[][] { labels }),
			MagnesiumOptions.DEFAULT.named("chevkinite").with(new Background.Window(continuum, 1)), Progress.NONE);
		assertEquals(25, r.regions().size());
		double counted = 0;
		for (final MgRegion m : r.regions()) {
			counted += m.counts();
			assertEquals(36, m.pixels());
			assertEquals(m.counts() - m.background(), m.net(), 1e-9);
			// the objects touch: where a stronger neighbour could explain the counts, the claim is taken back
			assertEquals(m.q() <= 0.05 && !m.remarks().contains("bloom"), m.verdict() == MgRegion.Verdict.LI_MG, m.toString());
			if (m.net() > 2 * m.limitDetection()) assertTrue(m.q() < 1e-3, m.toString());
		}
		assertEquals(657127, counted);
		// side windows of equal weight around the line: their counts together, and the straight line under the peak
		final int[] left = { 150, 155 };
		final int[] right = { 190 - 1, 195 - 1 };
		final double[] w = EnergyWindow.sideWeights(peak, left, right);
		final float[] both = cube.windows(left, right).plane(0);
		final float[] under = cube.sideBackground(left, w[0], right, w[1]).plane(0);
		final float[] a = cube.window(left[0], left[1]).plane(0);
		final float[] b = cube.window(right[0], right[1]).plane(0);
		for (int i = 0; i < 900; i++) {
			assertEquals(a[i] + b[i], both[i], 0);
			assertEquals(EnergyWindow.linearBackground(peak, left, right, a[i], b[i]), under[i], 1e-3);
		}
		assertTrue(r.regions().stream().filter(m -> m.verdict() == MgRegion.Verdict.LI_MG).count() > 12);
		assertFalse(r.flags().stream().anyMatch(f -> f.code().startsWith("counts_")), r.flags().toString());
	}

	private static int[] channels(final EnergyWindow w, final SpectrumCube cube) {
		return new int[] { w.firstChannel(cube.offsetKeV(), cube.gainKeV()), w.lastChannel(cube.offsetKeV(), cube
			.gainKeV()) };
	}
}
