// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import java.util.LinkedHashSet;
import java.util.Set;

import org.dendritej.core.record.MgRegion;
import org.dendritej.core.record.MgRegion.Verdict;

/** What is known of one object while the analysis goes on. */
final class ObjectFinding {

	final ObjectPixels object;
	final ObjectTally tally;
	final Set<String> remarks = new LinkedHashSet<>();
	double p = Double.NaN;
	double q = Double.NaN;
	double power = Double.NaN;
	double dilution = 1;
	double bloom;
	double mgAtPct = Double.NaN;
	double limitAtPct = Double.NaN;
	double missed = Double.NaN;
	double isolatedGivenNone = Double.NaN;
	double bearingPathUm = Double.NaN;
	boolean isolated;
	String path = "";
	Verdict verdict = Verdict.UNDECIDED;

	ObjectFinding(final ObjectPixels object, final ObjectTally tally) {
		this.object = object;
		this.tally = tally;
	}

	/** Net counts per pixel that metal of the wanted kind shows here. */
	double ratePerPixel() {
		return tally.net() / tally.pixels();
	}

	MgRegion toRegion(final String section, final TestLevels levels) {
		final CurrieLimit currie = tally.hasBackground() ? CurrieLimit.of(tally.expected() * tally.dispersion(),
			tally.scale(), levels.alpha(), levels.power()) : new CurrieLimit(Double.NaN, Double.NaN);
		return new MgRegion(section, tally.label(), tally.pixels(), tally.counts(), tally.expected(), tally.net(),
			tally.netSd(), currie.critical(), currie.detection(), mgAtPct, limitAtPct, p, q, verdict, bearingPathUm, isolated,
			power, dilution, bloom, missed, isolatedGivenNone, path, String.join(" ", remarks));
	}
}
