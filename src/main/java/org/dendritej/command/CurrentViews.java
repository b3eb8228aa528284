// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

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
		final String voxels = "voxels of " + Math.round(1e4 * r.potential().grid().finestEdgeUm()) / 1e4 + " um only";
		NewStack.label(density, "values at tips and edges: " + voxels);
		final int slice = SectionMap.brightest(density);
		density.setSlice(slice);
		potential.setSlice(slice);
		final double top = potential.getDisplayRangeMax();
		final boolean milli = top < 1;
		views.graphic("potential", SectionMap.of(potential, slice, 0, top, milli ? "Potential (mV)" : "Potential (V)", milli ? 1e3 : 1,
			"Black: lithium, 0 V. Grey: no current can flow."));
		density.setDisplayRange(0, BRIGHTEST * currentMaCm2);
		views.graphic("current-density", SectionMap.of(density, slice, 0, BRIGHTEST * currentMaCm2, "Current density (mA/cm2)", 1,
			"Black: lithium. Grey: no current can flow. Colours end at three times the mean.\nLarger values, at tips and edges, hold for " + voxels
				+ " and grow when voxels shrink."));
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
