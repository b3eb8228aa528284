// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.record.Section;

/** The head of a report: at what current dendrites start, which pore or crack does it, and what the interval comes from. */
final class Answer {

	private static final String SHARE = "variance_share_", IMAGE_SHARE = SHARE + "image_";

	private final Section<Quantity> prediction;

	Answer(final Section<Quantity> prediction) {
		this.prediction = prediction;
	}

	/** The answer in words, its figure, and the parts of its uncertainty. */
	String html() {
		final StringBuilder s = new StringBuilder("<div class=\"answer ").append(verdict()).append("\">\n");
		if (verdict().equals("stop")) s.append("<p class=big>The model does not apply to this sample: no critical current is claimed.</p>\n");
		else currents(s);
		s.append("<p>Verdict: <b>").append(verdict()).append("</b>, ").append(remarks()).append("</p>\n</div>\n");
		if (verdict().equals("stop")) return s.toString();
		s.append(CurrentAxis.svg(marks()));
		final List<CurrentAxis.Share> shares = shares(IMAGE_SHARE).isEmpty() ? shares(SHARE) : shares(IMAGE_SHARE);
		if (!shares.isEmpty()) s.append("<p class=s>What the interval comes from (share of the variance of ln CCD):</p>\n").append(CurrentAxis
			.shares(shares));
		return s.toString();
	}

	private void currents(final StringBuilder s) {
		find("ccd").ifPresent(q -> s.append("<p class=big>Critical current density: <b>").append(value(q)).append("</b></p>\n<p>From: ").append(inputs())
			.append(".</p>\n"));
		find("ccd_weakest_pore").ifPresent(q -> s.append("<p class=big>First to fail, pore by pore, at <b>").append(value(q)).append("</b></p>\n<p>")
			.append(Html.escape(q.source())).append("</p>\n"));
		find("ccd_electrode").ifPresent(q -> s.append("<p>Whole electrode: <b>").append(value(q)).append("</b> (").append(Html.escape(q.source()))
			.append(")</p>\n"));
	}

	/** A finite number of the prediction; without one there is nothing to say. */
	private Optional<Quantity> find(final String name) {
		return prediction.rows().stream().filter(q -> q.name().equals(name) && Double.isFinite(q.value())).findFirst();
	}

	private String inputs() {
		return Stream.of("pore_radius", "pore_separation", "crack_length", "crack_width").flatMap(name -> find(name).stream()).map(q -> q.name().replace('_',
			' ') + " " + Html.number(q.value()) + " " + Html.escape(q.unit()) + " (" + Html.escape(q.source()) + ")").collect(Collectors.joining("; "));
	}

	private static String value(final Quantity q) {
		final String interval = Double.isNaN(q.p05()) ? "" : " (5 to 95 %: " + Html.rounded(q.p05()) + " to " + Html.rounded(q.p95()) + ")";
		return Html.rounded(q.value()) + " " + Html.escape(q.unit()) + interval;
	}

	private String verdict() {
		return prediction.rows().stream().filter(q -> q.name().equals("validity")).map(Quantity::text).filter(t -> t.equals("pass") || t.equals(
			"warn") || t.equals("stop")).findFirst().orElseGet(() -> prediction.flags().stream().anyMatch(f -> f.level() == Flag.Level.STOP) ? "stop"
				: "warn");
	}

	private String remarks() {
		final long n = prediction.flags().stream().filter(f -> f.level() != Flag.Level.NOTE).count();
		return n == 0 ? "no objection was found." : n == 1 ? "one reason below." : n + " reasons below.";
	}

	private List<CurrentAxis.Mark> marks() {
		final List<CurrentAxis.Mark> marks = new ArrayList<>();
		mark(marks, "ccd", "critical current density");
		mark(marks, "ccd_weakest_pore", "weakest pore");
		mark(marks, "ccd_electrode", "whole electrode");
		mark(marks, "ccd_one_voxel_narrower", "crack one voxel narrower");
		mark(marks, "ccd_one_voxel_wider", "crack one voxel wider");
		mark(marks, "ccd_other_large_rule", "other rule for large pores");
		mark(marks, "ccd_other_crack_rule", "other rule for long cracks");
		return marks;
	}

	private void mark(final List<CurrentAxis.Mark> marks, final String name, final String words) {
		find(name).filter(q -> q.value() > 0).ifPresent(q -> marks.add(new CurrentAxis.Mark(words, q.value(), q.p05(), q.p95())));
	}

	private List<CurrentAxis.Share> shares(final String prefix) {
		return prediction.rows().stream().filter(q -> q.name().startsWith(prefix) && !(prefix.equals(SHARE) && q.name().startsWith(IMAGE_SHARE)))
			.filter(q -> Double.isFinite(q.value())).map(q -> new CurrentAxis.Share(q.name().substring(prefix.length()).replace('_', ' '), q.value()))
			.toList();
	}
}
