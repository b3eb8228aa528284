// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Link;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.PoreCurrent;
import org.dendritej.core.record.Provenance;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.record.Section;
import org.junit.jupiter.api.Test;

class SampleReportTest {

	private static final Provenance HOW = new Provenance("Predict", "0", "now", Map.of("sample", "<b>"), Map.of());

	@Test
	void namesCannotBecomeMarkup() {
		final Microstructure m = Microstructure.empty("<script>alert(1)</script>").withPrediction(new Section<>(null, ElectrodeFace.NONE, List.of(Quantity.of(
			"ccd", 1.23456, 0.5, 1.2, 3, "mA/cm2", "a < b")), List.of(), List.of(Flag.stop("x", "R > 0.256 s")), HOW));
		final String html = SampleReport.html(m);
		assertFalse(html.contains("<script"), html);
		assertTrue(html.contains("1.235") && html.contains("0.5000 to 3") && html.contains("R &gt; 0.256 s") && html.contains("a &lt; b"), html);
		assertFalse(html.contains("http"), "nothing is loaded from elsewhere");
	}

	@Test
	void longTablesAreCutAndSaySo() {
		final List<Link> links = new ArrayList<>();
		for (int i = 0; i < 80; i++)
			links.add(new Link("face", "pore:" + i, i, Double.NaN));
		final Microstructure m = new Microstructure("s", null, null, null, new Section<>(null, ElectrodeFace.NONE, links, List.of(), List.of(), HOW), null,
			null, null, null);
		final String html = SampleReport.html(m);
		assertTrue(html.contains("pore:49<") && !html.contains("pore:50<") && html.contains("50 of 80 rows"));
	}

	private static String page(final List<Quantity> rows, final List<Flag> flags) {
		return SampleReport.html(Microstructure.empty("s").withPrediction(new Section<>(null, ElectrodeFace.NONE, rows, List.of(), flags, HOW)));
	}

	@Test
	void theAnswerStandsFirst() {
		final String html = page(List.of(Quantity.of("ccd", 0.6911, 0.3948, 0.66, 1.081, "mA/cm2", "eq. 13"), Quantity.of("pore_radius", 2.3, "um",
			"largest pore: label 138"), Quantity.of("crack_width", 158, "nm", "typed"), Quantity.text("validity", "warn", "why"), Quantity.of(
				"ccd_one_voxel_narrower", 0.041, "mA/cm2", ""), Quantity.of("variance_share_crackwidth", 0.61, "1", ""), Quantity.of(
					"variance_share_strength", 0.38, "1", "")), List.of(Flag.warn("a", "b"), Flag.note("c", "d")));
		final String head = html.substring(0, html.indexOf("<table>"));
		assertTrue(head.contains("Critical current density: <b>0.69 mA/cm2 (5 to 95 %: 0.39 to 1.1)</b>"), head);
		assertTrue(head.contains("pore radius 2.300 um (largest pore: label 138); crack width 158 nm (typed)."), head);
		assertTrue(head.contains("Verdict: <b>warn</b>, one reason below."), head);
		assertTrue(head.indexOf("crackwidth") < head.indexOf("strength<") && head.contains("61 %") && head.contains("38 %"), head);
	}

	@Test
	void aModelThatDoesNotApplyClaimsNoCurrent() {
		final String html = page(List.of(Quantity.of("ccd", 0.7, 0.4, 0.7, 1, "mA/cm2", ""), Quantity.text("validity", "stop", "why")), List.of(Flag.stop("a",
			"b")));
		final String head = html.substring(0, html.indexOf("<table>"));
		assertTrue(head.contains("no critical current is claimed") && !head.contains("0.7"), head);
	}

	@Test
	void currentsStandWhereTheirLogarithmPutsThem() {
		final String svg = CurrentAxis.svg(List.of(new CurrentAxis.Mark("a", 0.1, Double.NaN, Double.NaN), new CurrentAxis.Mark("b", 1, 0.1, 10),
			new CurrentAxis.Mark("c", 10, Double.NaN, Double.NaN)));
		final double[] x = java.util.regex.Pattern.compile("cx=\"([0-9.]+)\"").matcher(svg).results().mapToDouble(r -> Double.parseDouble(r.group(1)))
			.toArray();
		assertEquals(x[1] - x[0], x[2] - x[1], 0.11);
		assertTrue(svg.contains(String.format(java.util.Locale.ROOT, "<rect x=\"%.1f\"", x[0])), "the interval starts at 0.1: " + svg);
		assertEquals("", CurrentAxis.svg(List.of()));
	}

	@Test
	void longTablesShowTheLargestRows() {
		final List<PoreCurrent> rows = new ArrayList<>();
		for (int i = 1; i <= 80; i++)
			rows.add(new PoreCurrent(i, 1, i == 7 ? Double.NaN : i / 4000.0, 1, 1, 1));
		final String html = SampleReport.html(Microstructure.empty("s").withCurrent(new Section<>(null, ElectrodeFace.NONE, rows, List.of(), List.of(), HOW)));
		assertTrue(html.contains("The 50 of largest current_share") && html.indexOf("0.02000") < html.indexOf("0.01900"), html);
		assertTrue(html.contains("<td class=n>31</td>") && !html.contains("<td class=n>30</td>") && !html.contains("<td class=n>7</td>"), html);
	}

	@Test
	void anEmptySampleHasNoReport() {
		assertThrows(IllegalArgumentException.class, () -> SampleReport.html(Microstructure.empty("s")));
	}

	@Test
	void histogramsHoldEveryValue() {
		final Random r = new Random(5);
		for (int trial = 0; trial < 200; trial++) {
			final double[] v = new double[2 + r.nextInt(300)];
			for (int i = 0; i < v.length; i++)
				v[i] = Math.exp(3 * r.nextGaussian());
			final String svg = Histogram.svg("x (um)", v);
			// heights are shares of the fullest bin; together they must hold all values
			double sum = 0, most = 0;
			final var m = java.util.regex.Pattern.compile("height=\"([0-9.]+)\" fill").matcher(svg);
			while (m.find()) {
				sum += Double.parseDouble(m.group(1));
				most = Math.max(most, Double.parseDouble(m.group(1)));
			}
			final int full = Integer.parseInt(svg.replaceAll("(?s).*text-anchor=\"end\">(\\d+)</text>\\s*<text[^>]*>0</text>.*", "$1"));
			assertEquals(v.length, sum / most * full, 0.02 * v.length + 0.5);
		}
	}
}
