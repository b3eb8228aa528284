// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import java.util.List;

import org.dendritej.core.record.MgRegion.Verdict;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/** Tests all objects, corrects for their number, and asks of the rest whether magnesium would have been seen. */
final class Verdicts {

	private final List<ObjectFinding> findings;
	private final ReferenceRate rate;
	private final MagnesiumOptions options;

	Verdicts(final List<ObjectFinding> findings, final ReferenceRate rate, final MagnesiumOptions options) {
		this.findings = findings;
		this.rate = rate;
		this.options = options;
	}

	void decide(final Progress progress) {
		final double[] p = new double[findings.size()];
		for (int i = 0; i < p.length; i++)
			p[i] = findings.get(i).tally.pUpper(0);
		final double[] q = FalseDiscovery.q(p);
		final double level = FalseDiscovery.levelOfNext(q, options.levels().alpha());
		Slabs.forEach(p.length, options.threads(), progress, "Asking whether magnesium would have been seen", i -> {
			final ObjectFinding f = findings.get(i);
			f.p = p[i];
			f.q = q[i];
			judge(f, level);
		});
	}

	private void judge(final ObjectFinding f, final double level) {
		final ObjectTally t = f.tally;
		f.dilution = XrayVolume.dilution(t.widthUm(), options.measurement(), options.reference().wantedAtPct());
		remark(f);
		if (!t.hasBackground()) return;
		final boolean claimed = f.q <= options.levels().alpha();
		if (claimed) f.verdict = Verdict.LI_MG;
		if (!rate.usable()) return;
		final Reference reference = options.reference();
		// counts well below the background mean that it is lower inside: then magnesium must also make up that gap
		final boolean deficit = t.pLower() < options.levels().alpha();
		if (deficit) f.remarks.add("below_background");
		final double inside = deficit ? t.counts() : t.expected();
		final double full = rate.perPixel() * t.pixels() * f.dilution;
		// what must be seen is taken from the low end of the reference, so that its error cannot turn into false lithium
		final double sure = rate.lowPerPixel() * t.pixels() * f.dilution;
		final double wanted = sure * Alloy.ratioFromAtomicPercent(reference.wantedAtPct(), reference.atPct());
		final DetectionPower power = t.power(level);
		f.power = power.at((inside + wanted) / t.dispersion());
		final double seen = power.meanFor(options.levels().power()) * t.dispersion() - inside;
		f.limitAtPct = Alloy.atomicPercentFromRatio(Math.max(0, seen) / sure, reference.atPct());
		f.mgAtPct = Alloy.atomicPercentFromRatio(t.net() / full, reference.atPct());
		if (Double.isNaN(f.mgAtPct)) f.remarks.add("above_pure_magnesium");
		if (!claimed && f.power >= options.levels().power()) f.verdict = Verdict.LI;
	}

	private void remark(final ObjectFinding f) {
		final ObjectTally t = f.tally;
		if (!t.hasBackground()) f.remarks.add("no_background");
		if (t.dispersion() > 1) f.remarks.add("ring_uneven");
		if (f.dilution < 1) f.remarks.add("diluted");
		if (!t.widthMeasured()) f.remarks.add("width_from_label");
		if (t.cutByBorder()) f.remarks.add("cut_by_border");
	}
}
