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
