// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.report;

import java.util.List;
import java.util.function.ToDoubleFunction;

import org.dendritej.core.record.Branch;
import org.dendritej.core.record.Column;
import org.dendritej.core.record.Crack;
import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Link;
import org.dendritej.core.record.MgRegion;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Pore;
import org.dendritej.core.record.PoreCurrent;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.record.Section;
import org.dendritej.core.record.Spallation;

/** Writes everything that is known of a sample as one HTML page without scripts, fonts or pictures from elsewhere. */
public final class SampleReport {

	private static final int MOST_ROWS = 50;
	private static final String STYLE = "body{font:16px/1.45 sans-serif;max-width:1100px;margin:2em auto;padding:0 1em;color:#111}"
		+ "table{border-collapse:collapse;margin:.6em 0}th,td{border:1px solid #bbb;padding:.2em .5em;text-align:left;vertical-align:top}"
		+ "th{background:#eee}.n{text-align:right;white-space:nowrap}.s{color:#444;font-size:85%}.wide{overflow-x:auto}"
		+ ".warn{background:#fff3d6}.stop{background:#ffd9cc}h2{border-bottom:2px solid #0072b2;margin-top:2em}svg text{font:13px sans-serif}svg{display:block;max-width:100%}"
		+ ".answer{border-left:6px solid #009e73;background:#eef7f3;padding:.4em 1em;margin:1em 0}.answer.warn{border-color:#e69f00;background:#fff8e8}"
		+ ".answer.stop{border-color:#d55e00;background:#fff0ea}.answer p{margin:.4em 0}.big{font-size:125%}";

	private final Microstructure m;
	private final StringBuilder s = new StringBuilder();

	private SampleReport(final Microstructure m) {
		this.m = m;
	}

	/**
	 * The page.
	 *
	 * @param m the sample's document
	 * @return HTML, UTF-8 when stored
	 * @throws IllegalArgumentException if nothing was measured
	 */
	public static String html(final Microstructure m) {
		return new SampleReport(m).page();
	}

	private String page() {
		s.append("<!DOCTYPE html>\n<html lang=en><head><meta charset=utf-8><title>").append(Html.escape(m.sample())).append(
			" - DendriteJ</title><style>").append(STYLE).append("</style></head><body>\n<h1>").append(Html.escape(m.sample())).append("</h1>\n");
		final int start = s.length();
		prediction();
		section("Pores", m.pores(), Pore.COLUMNS, Pore::radiusEqUm, "radius_eq_um");
		histogram(m.pores(), "equivalent radius of pores (um)", Pore::radiusEqUm);
		section("Cracks", m.cracks(), Crack.COLUMNS, Crack::lengthUm, "length_um");
		histogram(m.cracks(), "length of cracks (um)", Crack::lengthUm);
		histogram(m.cracks(), "mean width of cracks (nm)", Crack::widthMeanNm);
		section("Branches", m.branches(), Branch.COLUMNS, Branch::lengthUm, "length_um");
		section("Pore-crack-face graph", m.graph(), Link.COLUMNS);
		section("Spallations", m.spallations(), Spallation.COLUMNS, Spallation::diameterUm, "diameter_um");
		section("Magnesium", m.magnesium(), MgRegion.COLUMNS);
		section("Current distribution", m.current(), PoreCurrent.COLUMNS, PoreCurrent::currentShare, "current_share");
		if (s.length() == start) throw new IllegalArgumentException("Sample " + m.sample()
			+ " holds no measurement yet; run Label Pores, Skeletonize Cracks or another command first.");
		citations();
		return s.append("</body></html>\n").toString();
	}

	private void prediction() {
		final Section<Quantity> p = m.prediction();
		if (p == null) return;
		s.append("<h2>Prediction</h2>\n<p>Critical current densities are uncertain by orders of magnitude: read order and trend, and the interval, not the"
			+ " value. The strength of a preset was fitted to measured currents.</p>\n");
		s.append(new Answer(p).html());
		flags(p.flags());
		s.append(Html.quantities(p.rows()));
		how(p);
	}

	private <R> void section(final String title, final Section<R> section, final List<Column<R>> columns) {
		section(title, section, columns, r -> 0, "");
	}

	/** A section whose table shows the rows of largest rank where it cannot show all. */
	private <R> void section(final String title, final Section<R> section, final List<Column<R>> columns, final ToDoubleFunction<R> rank, final String by) {
		if (section == null) return;
		s.append("<h2>").append(title).append("</h2>\n");
		flags(section.flags());
		if (!section.summary().isEmpty()) s.append(Html.quantities(section.summary()));
		s.append(by.isEmpty() ? Html.table(columns, section.rows(), MOST_ROWS) : Html.ranked(columns, section.rows(), MOST_ROWS, rank, by));
		how(section);
	}

	private <R> void histogram(final Section<R> section, final String label, final ToDoubleFunction<R> value) {
		if (section != null) s.append(Histogram.svg(label, section.rows().stream().mapToDouble(value).toArray()));
	}

	private void flags(final List<Flag> flags) {
		if (flags.isEmpty()) return;
		s.append("<ul>");
		for (final Flag f : flags)
			s.append("<li class=").append(f.level().name().toLowerCase(java.util.Locale.ROOT)).append("><b>").append(f.level().name().toLowerCase(
				java.util.Locale.ROOT)).append("</b> ").append(Html.escape(f.reason())).append("</li>\n");
		s.append("</ul>\n");
	}

	private void how(final Section<?> section) {
		s.append("<p class=s>Made by ").append(Html.escape(section.provenance().command())).append(" (version ").append(Html.escape(section.provenance()
			.version())).append(", ").append(Html.escape(section.provenance().date())).append(") with ").append(Html.escape(section.provenance().parameters()
				.toString())).append(section.provenance().inputs().isEmpty() ? "" : "; pixels (SHA-256) " + Html.escape(section.provenance().inputs()
					.toString())).append(".</p>\n");
	}

	private void citations() {
		s.append("<h2>Cite</h2>\n<ul>");
		for (final String line : Citations.of(m))
			s.append("<li>").append(Html.escape(line)).append("</li>\n");
		s.append("</ul>\n");
	}
}
