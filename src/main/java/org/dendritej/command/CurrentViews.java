// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.Locale;

import org.dendritej.core.current.BodyCurrent;
import org.dendritej.core.current.CrackTip;
import org.dendritej.core.current.CurrentAnalysis;
import org.dendritej.core.current.CurrentResult;
import org.dendritej.core.model.EqualSphere;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.run.Progress;
import org.dendritej.ij.NewStack;
import org.dendritej.ij.SectionMap;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** What Map Current Distribution shows and writes: images with their sections, and tables. */
final class CurrentViews {

	/** Display of the current density ends at this many times the mean: what lies above sits at edges and tips. */
	private static final double BRIGHTEST = 3;

	final ImagePlus potential, density;
	final ResultsTable pores, cracks, tips, summary;

	CurrentViews(final Views views, final CurrentResult r, final double currentMaCm2, final int threads, final Progress progress) {
		final String name = views.sample();
		potential = NewStack.values(name + "-potential", "V", r.potential(), threads, progress.part(0, 0.5));
		density = NewStack.values(name + "-current-density", "mA/cm2", r.currentDensity(), threads, progress.part(0.5, 1));
		final double edge = r.potential().grid().finestEdgeUm();
		final String warning = String.format(Locale.ROOT, "values at tips and edges: voxels of %.4g um only", edge);
		NewStack.label(density, warning);
		final int slice = SectionMap.brightest(density);
		density.setSlice(slice);
		potential.setSlice(slice);
		views.graphic("potential", SectionMap.of(potential, slice, 0, potential.getDisplayRangeMax(), "Potential (V)",
			"Black: lithium, 0 V. Grey: no current can flow."), false);
		density.setDisplayRange(0, BRIGHTEST * currentMaCm2);
		views.graphic("current-density", SectionMap.of(density, slice, 0, BRIGHTEST * currentMaCm2, "Current density (mA/cm2)", String.format(
			Locale.ROOT, "Black: lithium. Grey: no current. Colours end at %.3g times the mean.\nLarger values, at tips and edges, hold for voxels of %.4g um only and grow when voxels shrink.",
			BRIGHTEST, edge)), false);
		views.stack("potential", potential);
		views.stack("current-density", density);
		tips = views.table("current-tips", CrackTip.COLUMNS, r.tips());
		cracks = views.table("current-cracks", BodyCurrent.CRACKS, r.cracks());
		summary = views.table("current-summary", Quantity.PREDICTION, r.summary());
		pores = views.table("current", BodyCurrent.PORES, r.pores());
	}

	/** The closed forms of the model, as the analysis wants them. */
	static CurrentAnalysis.Sphere sphere(final EqualSphere model) {
		return new CurrentAnalysis.Sphere() {

			@Override
			public double inArrayUm2(final double radiusUm, final double depthUm) {
				return model.inArrayUm2(radiusUm, depthUm);
			}

			@Override
			public double aloneUm2(final double radiusUm, final double depthUm) {
				return model.aloneUm2(radiusUm, depthUm);
			}

			@Override
			public String refusal(final double radiusUm, final double depthUm) {
				return model.refusal(radiusUm, depthUm);
			}
		};
	}
}
