// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.segment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.dendritej.core.crack.CrackAnalysis;
import org.dendritej.core.crack.CrackOptions;
import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.phantom.Acquisition;
import org.dendritej.core.phantom.PoreTruth;
import org.dendritej.core.phantom.Rendering;
import org.dendritej.core.phantom.Specimen;
import org.dendritej.core.pore.PoreAnalysis;
import org.dendritej.core.pore.PoreOptions;
import org.dendritej.core.prepare.AlignOptions;
import org.dendritej.core.prepare.PreparedStack;
import org.dendritej.core.prepare.Recorded;
import org.dendritej.core.prepare.SliceAlignment;
import org.dendritej.core.prepare.SliceMove;
import org.dendritej.core.prepare.Tilt;
import org.dendritej.core.record.Crack;
import org.dendritej.core.record.Pore;
import org.dendritej.core.run.Progress;
import org.junit.jupiter.api.Test;

/** From a simulated acquisition with all its faults to classes, pores and cracks, against what was drawn. */
class MicroscopeToClassesTest {

	/** Figures of one run. */
	record Figures(double dicePore, double diceCrack, double radiusError, double lengthError, double widthError) {}

	private static FloatVolume prepared(final Acquisition a) {
		final FloatVolume clean = PreparedStack.cleaned(Recorded.floats(a.stack()), new PreparedStack.Cleaning(40, true, 0));
		final List<SliceMove> m = PreparedStack.evened(clean, SliceAlignment.measure(clean, AlignOptions.fiducial(0, 0, 52, 42), 2, Progress.NONE), 2,
			Progress.NONE);
		final VoxelGrid g = Tilt.corrected(clean.grid(), 52);
		return FloatVolume.of(g, Arrays.stream(PreparedStack.planes(clean, m, new int[] { 0, 0, g.nx(), g.ny() }, 0, 32, 2, Progress.NONE)).map(
			p -> (float[]) p).toArray(float[][]::new));
	}

	private static Figures judged(final Specimen s, final FloatVolume grey, final double poreback) {
		final VoxelGrid g = grey.grid();
		final ByteVolume truth = Rendering.classes(s.seenIn(g), 2, Progress.NONE);
		final HalfContrast h = HalfContrast.of(grey, 2, Progress.NONE);
		final Phase raw = Thresholded.below(grey, h.threshold(), 2, Progress.NONE);
		final Phase voids = poreback == 0 ? raw : PoreBacks.filled(grey, raw, h, poreback, true, Progress.NONE);
		final ByteVolume seen = ShapeClasses.of(voids, 3, 2, Progress.NONE);
		final List<Pore> pores = PoreAnalysis.measure(new Phase(seen, 1), PoreOptions.DEFAULT.withThreads(2), Progress.NONE).pores();
		double radius = 0;
		int n = 0;
		for (final PoreTruth t : s.pores()) {
			if (t.centreUm().x() < 1 || t.centreUm().x() > 6.2 || t.centreUm().y() < 1 || t.centreUm().y() > 6.2 || t.centreUm().z() < 1 || t.centreUm()
				.z() > 5) continue;
			Pore best = null;
			for (final Pore p : pores)
				if (best == null || away(p, t) < away(best, t)) best = p;
			if (best == null || away(best, t) > 0.4) continue;
			radius += best.radiusEqUm() / t.radiusEqUm() - 1;
			n++;
		}
		final List<Crack> cracks = CrackAnalysis.analyse(new Phase(seen, 2), null, null, CrackOptions.of(ElectrodeFace.Y_MINUS), 2, Progress.NONE).cracks()
			.stream().sorted((p, q) -> Double.compare(q.lengthUm(), p.lengthUm())).limit(2).toList();
		double length = 0, width = 0;
		for (final Crack c : cracks) {
			length += c.lengthUm() / (5.6 / Math.cos(Math.toRadians(20))) - 1;
			width += c.widthMeanNm() / 450 - 1;
		}
		return new Figures(Drawn.dice(truth, seen, 1), Drawn.dice(truth, seen, 2), radius / n, length / cracks.size(), width / cracks.size());
	}

	private static double away(final Pore p, final PoreTruth t) {
		return p.centroidUm().distance(t.centreUm());
	}

	@Test
	void classesSurviveTheMicroscope() {
		for (final double shine : new double[] { 0, 0.5, 0.95 })
			for (long seed = 1; seed <= 2; seed++) {
				final Specimen s = Recorded.specimen(seed);
				final FloatVolume grey = prepared(Acquisition.record(s, Recorded.faults(seed, shine), 2, Progress.NONE));
				final Figures plain = judged(s, grey, 0), handled = judged(s, grey, 0.8);
				System.out.printf(Locale.ROOT, "shine %.2f seed %d plain   %s%nshine %.2f seed %d handled %s%n", shine, seed, plain, shine, seed, handled);
				assertTrue(handled.dicePore() > 0.85, "pores " + handled);
				assertTrue(handled.diceCrack() > 0.7, "cracks " + handled);
				// What the handling is for is the size of pores whose back wall shines; the overlap hardly feels the thin rim.
				if (shine > 0.9) assertTrue(Math.abs(handled.radiusError()) < 0.7 * Math.abs(plain.radiusError()), "radius " + plain + " -> " + handled);
				assertTrue(handled.dicePore() > plain.dicePore() - 0.005, "pores " + plain + " -> " + handled);
			}
	}
}
