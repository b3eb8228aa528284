// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.current;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.dendritej.core.field.FieldProblem;
import org.dendritej.core.field.FieldSolver;
import org.dendritej.core.field.Counter;
import org.dendritej.core.field.TipField;
import org.dendritej.core.field.TipReport;
import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.pore.PoreAnalysis;
import org.dendritej.core.pore.PoreOptions;
import org.dendritej.core.pore.PoreResult;
import org.dendritej.core.record.Crack;
import org.dendritej.core.record.Link;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Provenance;
import org.dendritej.core.record.Section;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What is refused, what the graph decides, and what the tip table says. */
class CurrentInputsTest {

	private static final ElectrodeFace Z = ElectrodeFace.Z_MINUS;
	private static final CurrentOptions ALL = Blocks.options(Z, Filling.ALL, 0, 0, 1e-8);
	private static final Provenance HOW = new Provenance("test", "0", "", Map.of(), Map.of());

	private static void refused(final String words, final Executable e) {
		final String said = assertThrows(IllegalArgumentException.class, e).getMessage();
		assertTrue(said.contains(words) && said.endsWith("."), said);
	}

	private static ByteVolume image(final Blocks.At at) {
		return Blocks.draw(Z, 10, 10, 16, .5, at);
	}

	private static CurrentOptions with(final double sigma, final double rint, final double tolerance, final double current, final double distance,
		final int tips)
	{
		return new CurrentOptions(Z, sigma, rint, true, tolerance, current, Filling.ALL, Map.of(), false, distance, tips, 0, 1);
	}

	@Test
	void numbers() {
		refused("sigma=0.0 S/m", () -> with(0, 0, 1e-6, 1, 0, 1));
		refused("sigma=-0.2 S/m", () -> with(-.2, 0, 1e-6, 1, 0, 1));
		refused("rint=-1.0 ohm cm2", () -> with(.2, -1, 1e-6, 1, 0, 1));
		refused("tolerance=1.0E-14", () -> with(.2, 0, 1e-14, 1, 0, 1));
		refused("current=0.0 mA/cm2", () -> with(.2, 0, 1e-6, 0, 0, 1));
		refused("distance=-3.0 um", () -> with(.2, 0, 1e-6, 1, -3, 1));
		refused("tips=-1", () -> with(.2, 0, 1e-6, 1, 0, -1));
		refused("face=none", () -> Blocks.options(ElectrodeFace.NONE, Filling.ALL, 0, 0, 1e-6));
		refused("metal=some", () -> Filling.parse("some"));
		refused("blocking=", () -> CurrentOptions.parse("0", ""));
		refused("second time", () -> CurrentOptions.parse("5", "5:0.1"));
		refused("class:conductivity", () -> CurrentOptions.parse("", "5:-1"));
		refused("is not a number", () -> CurrentOptions.parse("five", ""));
		assertEquals(Map.of(5, 0.0, 6, 0.01), CurrentOptions.parse(" 5 ", "6:0.01"));
	}

	@Test
	void images() {
		refused("touches the counter electrode", () -> Blocks.map(image((u, v, d) -> u < 2 ? 1 : 0), null, ALL));
		refused("touches the counter electrode", () -> Blocks.map(image((u, v, d) -> 1), null, ALL));
		refused("No conducting path", () -> Blocks.map(image((u, v, d) -> d > 5 && d < 6 ? 4 : u < 1 && d < 2 ? 1 : 0), null, ALL));
		refused("name it in blocking=7", () -> Blocks.map(image((u, v, d) -> d < 2 ? 7 : d < 3 ? 1 : 0), null, ALL));
		// with electrolyte added, a pore cut by the far side is no short circuit
		assertTrue(Blocks.map(image((u, v, d) -> u < 2 ? 1 : 0), null, with(.2, 0, 1e-6, 1, 2, 0)).pores().get(0).currentShare() > .2);
	}

	@Test
	void labels() {
		final ByteVolume image = image((u, v, d) -> Blocks.ball(u, v, d, 2.5, 2.5, 3, 1.6) ? 1 : 0);
		final VoxelGrid g = image.grid();
		final int[][] wrong = new int[g.nz()][g.planeSize()];
		wrong[0][3] = 2;
		final LabelledBodies none = LabelledBodies.found(new Phase(image, 2), 1, 1, Progress.NONE);
		refused("pores=: label 2 lies on class 0 at voxel (3, 0, 0)", () -> CurrentAnalysis.map(image, LabelledBodies.given(IntVolume.of(g, wrong),
			"pores", Progress.NONE), none, null, Blocks.NO_SPHERE, ALL, Progress.NONE));
		refused("pores= names an image without labels", () -> LabelledBodies.given(IntVolume.of(g, new int[g.nz()][g.planeSize()]), "pores",
			Progress.NONE));
		final PoreResult other = PoreAnalysis.measure(new Phase(image((u, v, d) -> Blocks.ball(u, v, d, 2.5, 2.5, 3, 1.2) ? 1 : 0), 1),
			PoreOptions.DEFAULT, Progress.NONE);
		final Microstructure document = Microstructure.empty("other").withPores(new Section<>(g, Z, other.pores(), List.of(), List.of(), HOW));
		refused("in the pore table of sample other", () -> Blocks.map(image, document, ALL));
	}

	@Test
	void tooLarge() {
		refused("bin the image by", () -> CurrentAnalysis.checkMemory(VoxelGrid.of(4000, 4000, 4000, .04, .04, .1), ALL));
	}

	/** The graph of the document decides, even where the voxels show no contact; without it the voxels do. */
	@Test
	void theGraphSaysWhatIsJoined() {
		final ByteVolume image = image((u, v, d) -> Blocks.ball(u, v, d, 2.5, 2.5, 4, 1.4) ? 1 : u > 2 && u < 3 && v > 2 && v < 3 && d < 2 ? 2 : 0);
		final PoreResult p = PoreAnalysis.measure(new Phase(image, 1), PoreOptions.DEFAULT, Progress.NONE);
		final Crack c = new Crack(1, 16, 2, 2, 0, 500, 0, 500, 500, 4, true, 2, true, 1, List.of(1), true);
		final Microstructure bare = Microstructure.empty("s").withPores(new Section<>(image.grid(), Z, p.pores(), List.of(), List.of(), HOW));
		final Microstructure linked = bare.withCracks(new Section<>(image.grid(), Z, List.of(c), List.of(), List.of(), HOW), new Section<>(image
			.grid(), Z, List.of(), List.of(), List.of(), HOW), new Section<>(image.grid(), Z, List.of(new Link("face", "crack:1", 0, Double.NaN),
				new Link("crack:1", "pore:1", 2, 500)), List.of(), List.of(), HOW));
		final CurrentOptions joined = Blocks.options(Z, Filling.JOINED, 0, 2, 1e-8);
		assertTrue(Blocks.map(image, linked, joined).pores().get(0).filled());
		assertTrue(Blocks.map(image, linked, joined).flags().stream().anyMatch(f -> f.reason().contains("the document's graph")));
		final CurrentResult byVoxels = Blocks.map(image, bare, joined);
		assertTrue(!byVoxels.pores().get(0).filled() && byVoxels.cracks().get(0).filled());
		assertTrue(byVoxels.flags().stream().anyMatch(f -> f.code().equals("no_filled_pore")));
	}

	/** Lithium (class 3) that touches nothing floats when joined, and is grounded when all is. */
	@Test
	void islandsAreTold() {
		final ByteVolume image = image((u, v, d) -> Blocks.ball(u, v, d, 2.5, 2.5, 4, 1.4) ? 3 : u < 1 && d < 1 ? 1 : 0);
		final CurrentResult floating = Blocks.map(image, null, Blocks.options(Z, Filling.JOINED, 0, 2, 1e-8));
		assertTrue(floating.flags().stream().anyMatch(f -> f.reason().contains("islands do not touch the electrode")), floating.flags().toString());
		final double other = Blocks.map(image, null, Blocks.options(Z, Filling.ALL, 0, 2, 1e-8)).summary().stream().filter(q -> q.name().equals(
			"other_lithium_share")).findFirst().orElseThrow().value();
		assertTrue(other > .1);
	}

	/** A free tip gives the numbers of a direct measurement; a crack that ends in a pore has none, and says so. */
	@Test
	void tips() {
		final ByteVolume image = Blocks.draw(Z, 24, 24, 30, .25, (u, v, d) -> u > 1 && u < 1.5 && d < 3 ? 2 : Blocks.ball(u, v, d, 4.5, 3, 3, 1) ? 1
			: u > 4.2 && u < 4.8 && v > 2.7 && v < 3.3 && d < 2.5 ? 2 : 0);
		final CurrentResult r = Blocks.map(image, null, Blocks.options(Z, Filling.JOINED, 0, 2, 1e-9));
		assertEquals(2, r.tips().size());
		final CrackTip free = r.tips().get(0), ended = r.tips().get(1);
		assertEquals(3, free.report().tipUm().z(), 1e-12);
		assertEquals(2, free.report().lengthUm(), 1e-12);
		assertTrue(free.remark().contains("hold") && free.remark().contains("voxels of 0.2500 um only"), free.remark());
		assertTrue(ended.remark().contains("ends in a pore") && Double.isNaN(ended.report().meanFluxMaCm2()));
		final ByteVolume padded = Blocks.draw(Z, 24, 24, 38, .25, (u, v, d) -> d > 7.5 ? 0 : image.plane((int) (d / .25))[(int) (u / .25) + 24
			* (int) (v / .25)]);
		final TipReport direct = TipField.ahead(FieldSolver.solve(FieldProblem.on(padded).conductor(0, .2).metal(1).metal(2).electrode(Z, 0)
			.counter(Counter.flux(ElectrodeFace.Z_PLUS, 1)).periodic(true, true, false).tolerance(1e-9), Progress.NONE), free.report().tipUm(),
			new Vec3(0, 0, 1), 2, false);
		assertEquals(direct.meanFluxMaCm2(), free.report().meanFluxMaCm2(), 1e-6);
		assertEquals(direct.focusing(), free.report().focusing(), 1e-6);
		assertTrue(free.report().focusing() > 1);
		assertEquals(r.cracks().get(0).currentShare(), free.currentShare(), 0);
	}

	/** Looks at Cancel, and presses it at the n-th look. */
	private static final class Looks implements Progress {

		private final int press;
		private int looks;
		private final List<String> stages = new java.util.ArrayList<>();

		Looks(final int press) {
			this.press = press;
		}

		@Override
		public void report(final double fraction, final String stage) {
			assertTrue(fraction >= 0 && fraction <= 1 + 1e-12, stage + " " + fraction);
			stages.add(stage);
		}

		@Override
		public boolean cancelled() {
			return ++looks >= press;
		}
	}

	/** Every look at Cancel stops the work, from the labels to the images; the residual is shown on the way. */
	@Test
	void cancelIsSeenAtEveryStage() {
		final ByteVolume image = Blocks.draw(Z, 24, 24, 30, .25, (u, v, d) -> Blocks.ball(u, v, d, 3, 3, 3, 1.6) ? 1 : Math.abs(u - 3) < .3 && d < 2 ? 2
			: 0);
		final Looks all = new Looks(Integer.MAX_VALUE);
		whole(image, all);
		assertTrue(all.stages.stream().anyMatch(s -> s.matches("Field: iteration 3, residual \\d\\.\\de-\\d+ of 1\\.0e-08")), all.stages.toString());
		for (int n = 1; n <= all.looks; n += Math.max(1, all.looks / 60)) {
			final Looks one = new Looks(n);
			assertThrows(java.util.concurrent.CancellationException.class, () -> whole(image, one));
			assertEquals(n, one.looks, "went on after Cancel");
		}
	}

	private static void whole(final ByteVolume image, final Progress progress) {
		CurrentAnalysis.map(image, LabelledBodies.found(new Phase(image, 1), 1, 1, progress), LabelledBodies.found(new Phase(image, 2), 1, 1,
			progress), null, Blocks.NO_SPHERE, Blocks.options(Z, Filling.JOINED, .01, 2, 1e-8), progress);
	}

	/** With kinetics the labels of a slice are fetched once for its image, not once for every face. */
	@Test
	void readingTheImagesReadsEachSliceOnce() {
		final ByteVolume image = Blocks.draw(Z, 16, 16, 20, .5, (u, v, d) -> Blocks.ball(u, v, d, 4, 4, 4, 2.5) ? 1 : 0);
		final int[] reads = { 0 };
		final ByteVolume counted = new ByteVolume() {

			@Override
			public VoxelGrid grid() {
				return image.grid();
			}

			@Override
			public byte[] plane(final int k) {
				reads[0]++;
				return image.plane(k);
			}
		};
		final LabelledBodies pores = LabelledBodies.found(new Phase(image, 1), 1, 1, Progress.NONE), none = LabelledBodies.found(new Phase(image, 2),
			1, 1, Progress.NONE);
		final CurrentResult r = CurrentAnalysis.map(counted, pores, none, null, Blocks.NO_SPHERE, Blocks.options(Z, Filling.ALL, .1, 0, 1e-8),
			Progress.NONE);
		final int before = reads[0];
		for (int k = 0; k < 20; k++)
			r.currentDensity().plane(k);
		assertTrue(reads[0] - before <= 3 * 20, reads[0] - before + " slices were read for 20");
	}
}
