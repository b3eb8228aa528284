// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;

import org.dendritej.core.record.PoreCurrent;
import org.dendritej.core.record.Section;
import org.dendritej.session.MicrostructureService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

import ij.ImagePlus;
import ij.ImageStack;

/**
 * The synthetic 83 % dense pellet through the commands, every second voxel (80 x 80 x 200 nm), with every pore filled and
 * with those that cracks join. The published "small pores take less than 10 %" is a statement on one small pore beside
 * one large one: with every pore of the population full it fails, with the joined ones it holds.
 */
@Tag("long")
class DensePopulationTest {

	private static Module done(final Context context, final String command, final Map<String, Object> inputs) throws Exception {
		final Module m = context.service(CommandService.class).run("org.dendritej.command." + command, true, new HashMap<>(inputs)).get();
		final SuiteCommand c = (SuiteCommand) m.getDelegateObject();
		assertFalse(c.isCanceled(), c.getCancelReason());
		return m;
	}

	/** Every second voxel along each axis; edges double. */
	private static ImagePlus halved(final ImagePlus imp) {
		final int nx = imp.getWidth() / 2, ny = imp.getHeight() / 2;
		final ImageStack stack = new ImageStack(nx, ny);
		for (int z = 1; z <= imp.getStackSize(); z += 2) {
			final byte[] from = (byte[]) imp.getStack().getPixels(z), to = new byte[nx * ny];
			for (int y = 0; y < ny; y++)
				for (int x = 0; x < nx; x++)
					to[x + nx * y] = from[2 * x + imp.getWidth() * 2 * y];
			stack.addSlice(null, to);
		}
		final ImagePlus half = new ImagePlus("half", stack);
		half.setCalibration(imp.getCalibration().copy());
		half.getCalibration().pixelWidth *= 2;
		half.getCalibration().pixelHeight *= 2;
		half.getCalibration().pixelDepth *= 2;
		return half;
	}

	private static double value(final Section<PoreCurrent> s, final String name) {
		return s.summary().stream().filter(q -> q.name().equals(name)).findFirst().orElseThrow().value();
	}

	private static Section<PoreCurrent> map(final Context context, final ImagePlus classes, final String metal) throws Exception {
		done(context, "MapCurrent", Map.of("image", classes, "metal", metal, "distance", 12.0, "sample", metal, "threads", 2));
		final Section<PoreCurrent> s = context.service(MicrostructureService.class).find(metal).orElseThrow().current();
		assertEquals(0, value(s, "imbalance"), 1e-6);
		assertEquals(1, value(s, "electrode_share") + value(s, "pores_share") + value(s, "cracks_share") + value(s, "other_lithium_share"), 1e-6);
		return s;
	}

	@Test
	void smallPoresOfThe83PercentPellet() throws Exception {
		try (Context context = new Context()) {
			final ImagePlus classes = halved((ImagePlus) done(context, "MakeSpecimen", Map.of("kind", "dense83", "sample", "dense83")).getOutput(
				"classes"));
			final Section<PoreCurrent> all = map(context, classes, "all"), joined = map(context, classes, "joined");
			final int pores = all.rows().size();
			assertEquals(pores, value(all, "pores_filled"), 0);
			assertTrue(value(all, "small_pores") > .98 * pores);
			assertTrue(value(all, "small_pores_share") > .9 && value(all, "one_small_of_both") > .2, "the claim would hold for this population");
			assertTrue(all.flags().stream().anyMatch(f -> f.code().equals("small_pores") && f.reason().contains("screen the large ones")));
			assertTrue(value(joined, "pores_filled") < .02 * pores && value(joined, "pores_filled") >= 4);
			assertTrue(value(joined, "small_pores") == 0 || value(joined, "small_pores_share") < .1);
			assertTrue(value(joined, "largest_pore_collecting_area") > 5 * value(all, "largest_pore_collecting_area"), "the empty pores screen nothing");
		}
	}
}
