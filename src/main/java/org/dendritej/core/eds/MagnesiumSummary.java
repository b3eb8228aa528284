// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.dendritej.core.record.Flag;
import org.dendritej.core.record.MgRegion.Verdict;
import org.dendritej.core.record.Quantity;

/** Numbers and remarks of a whole map. */
final class MagnesiumSummary {

	private static final List<String> NOTES = List.of("path_straight", "not_in_graph", "diluted");
	private final List<ObjectFinding> findings;
	private final ReferenceRate rate;
	private final MagnesiumOptions options;

	MagnesiumSummary(final List<ObjectFinding> findings, final ReferenceRate rate, final MagnesiumOptions options) {
		this.findings = findings;
		this.rate = rate;
		this.options = options;
	}

	List<Quantity> quantities() {
		final Measurement m = options.measurement();
		final double edge = Measurement.MAGNESIUM_EDGE_KEV;
		final List<Quantity> q = new ArrayList<>();
		q.add(Quantity.of("objects", findings.size(), "", "labels without the reference region"));
		for (final Verdict v : Verdict.values())
			q.add(Quantity.of("objects_" + v.name().toLowerCase(Locale.ROOT), with(v), "", "verdicts"));
		q.add(Quantity.of("objects_isolated", findings.stream().filter(f -> f.isolated).count(), "",
			options.graph() == null ? "no graph was given, so none can be called isolated" : "pore-crack-face graph"));
		q.add(Quantity.of("alpha", options.levels().alpha(), "", "largest false-discovery rate"));
		q.add(Quantity.of("power_wanted", options.levels().power(), "", "smallest power for the verdict LI"));
		q.add(Quantity.of("reference_counts_per_pixel", rate.perPixel(), rate.perPixel() - 1.645 * rate.sd(), rate.perPixel(),
			rate.perPixel() + 1.645 * rate.sd(), "counts", options.reference().label() > 0 ? "reference region, net"
				: "given"));
		q.add(Quantity.of("reference_mg", options.reference().atPct(), "at%", "given"));
		q.add(Quantity.of("range_electrolyte", m.electrolyte().electronRangeUm(m.beamKeV()), "um",
			"Kanaya-Okayama 1972, " + m.electrolyte().name()));
		q.add(Quantity.of("range_lithium", Electrolyte.LITHIUM.electronRangeUm(m.beamKeV()), "um", "Kanaya-Okayama 1972"));
		q.add(Quantity.of("xray_range_electrolyte", m.electrolyte().xrayRangeUm(m.beamKeV(), edge), "um",
			"the same law above the Mg K edge"));
		final double middle = Math.sqrt(m.diffusivityLow() * m.diffusivityHigh());
		q.add(Quantity.of("diffusion_length", MagnesiumDiffusion.lengthUm(middle, m.seconds()), MagnesiumDiffusion.lengthUm(m
			.diffusivityLow(), m.seconds()), MagnesiumDiffusion.lengthUm(middle, m.seconds()), MagnesiumDiffusion.lengthUm(m
				.diffusivityHigh(), m.seconds()), "um", "sqrt(D t) for the ends and the middle of the range of D"));
		return q;
	}

	List<Flag> flags() {
		final List<Flag> flags = new ArrayList<>();
		if (!rate.usable()) flags.add(Flag.warn("no_reference", Double.isNaN(rate.perPixel())
			? "No lithium-magnesium reference was given, so magnesium can be found but never excluded: every other object is"
				+ " UNDECIDED; give the electrode's label or its net counts per pixel."
			: String.format(Locale.ROOT, "The reference region shows %.3g +- %.2g net counts per pixel, not clear of zero, so"
				+ " magnesium cannot be excluded anywhere; choose another region or count longer.", rate.perPixel(), rate.sd())));
		if (rate.usable() && rate.sd() > 0.1 * rate.perPixel()) flags.add(Flag.warn("reference_weak", String.format(
			Locale.ROOT, "The reference region is known to %.0f %% only; at%% and power share that error.", 100 * rate.sd() / rate
				.perPixel())));
		count(flags, "no_background", "had no background pixel within reach and stay UNDECIDED");
		count(flags, "ring_uneven",
			"have a background that scatters more than counting does; their p and power were widened by that scatter, which"
				+ " does not cover steps between materials");
		count(flags, "below_background", "hold significantly fewer counts than their background: the background is lower"
			+ " inside (lighter matrix, Ta M-zeta outside), and power was computed with the counts inside");
		count(flags, "diluted", "are thinner than the X-ray range: their magnesium signal is diluted, which power and at% allow"
			+ " for");
		count(flags, "bloom", "show magnesium that nearby lithium-magnesium can explain within the X-ray range; they are"
			+ " UNDECIDED");
		count(flags, "diffusion_short", "could hide an open path: by diffusion alone magnesium would not have shown with a"
			+ " probability above 5 %");
		count(flags, "magnesium_without_path", "hold magnesium though the graph knows no path to the electrode: the graph or"
			+ " the registration is incomplete");
		count(flags, "above_pure_magnesium", "show more counts than pure magnesium could by this reference: the reference, the"
			+ " width of the object or the background is wrong, so their at% is left empty");
		count(flags, "not_in_graph", "have no link in the graph at all: they touch nothing, or stand in it under another name");
		count(flags, "graph_unmatched", "are unknown to the graph, and so are all others: it belongs to other labels, so"
			+ " isolation was not judged");
		count(flags, "path_straight", "were given the straight distance to the electrode as their path, the shortest possible;"
			+ " p_missed is a lower end and p_isolated an upper one");
		if (options.measurement().electrolyte().tantalum()) {
			final double share = EnergyWindow.shareOfLine(XrayLine.TA_M_ZETA.keV(), EnergyWindow.around(XrayLine.MG_K_ALPHA, 0.06),
				0.08);
			flags.add(Flag.note("ta_overlap", String.format(Locale.ROOT, "Ta M-zeta (%.3f keV) lies beside Mg K-alpha"
				+ " (%.4f keV): about %.0f %% of it falls into a window of +-60 eV at 80 eV resolution, so the background must come"
				+ " from electrolyte with the same Ta, or the lines must be deconvolved.", XrayLine.TA_M_ZETA.keV(),
				XrayLine.MG_K_ALPHA.keV(), 100 * share)));
		}
		return flags;
	}

	private long with(final Verdict v) {
		return findings.stream().filter(f -> f.verdict == v).count();
	}

	private void count(final List<Flag> flags, final String code, final String what) {
		final long n = findings.stream().filter(f -> f.remarks.contains(code)).count();
		if (n == 0) return;
		final String text = n + " of " + findings.size() + " objects " + what + ".";
		flags.add(NOTES.contains(code) ? Flag.note(code, text) : Flag.warn(code, text));
	}
}
