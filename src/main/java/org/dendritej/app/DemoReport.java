// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.dendritej.ij.Chart;
import org.dendritej.io.OutputFolder;

/** Sets truth, measurement and paper side by side, and draws the two critical currents. */
final class DemoReport {

	private final Map<Demo.Paper, DemoResult> results;
	/** Probability that the denser one holds more current; ratio with its interval. */
	private final double[] order;

	DemoReport(final Map<Demo.Paper, DemoResult> results, final double[] order) {
		this.results = results;
		this.order = order;
	}

	/** The table that is printed. */
	String text() {
		final StringBuilder s = new StringBuilder();
		results.forEach((p, r) -> {
			s.append(String.format(Locale.ROOT, "%n%-34s %10s %10s   %-21s %10s %8s%n", p.kind, "truth", "measured", "(5 to 95 %)", "paper", "error"));
			for (int i = 0; i < Demo.QUANTITIES.length; i++)
				s.append(line(Demo.QUANTITIES[i], r.truth()[i], r.measured()[i], p.numbers()[i]));
			s.append(ccd("A", r.ccd(), r.ccdTruth(), r.ccdPaper()));
			s.append(ccd("B", r.ccdB()[0], r.ccdB()[1], r.ccdB()[2]));
			s.append(String.format(Locale.ROOT, "%-34s %10s %10s   %-21s %10s%n", "CCD, experiment (mA/cm2)", "", "", "", show(p.ccdMaCm2)));
		});
		s.append(String.format(Locale.ROOT, "%nThe 99 %% dense specimen holds %s times the current of the 83 %% dense one %s; P(99 %% > 83 %%) %s (preset A).%n", show(
			order[1]), range(new double[] { order[1], order[2], order[3] }), order[0] > 0.999 ? "> 99.9 %" : String.format(Locale.ROOT, "= %.1f %%", 100 * order[0])));
		s.append(String.format("%nThe error is that of the measurement against the truth. CCD changes as width^9.7 and length^-6.8: read its interval, not%n"
			+ "its value. The preset's strength was fitted to the paper's two currents, so agreement with them proves little.%n"));
		return s.toString();
	}

	private static String ccd(final String preset, final double[] measured, final double[] truth, final double[] paper) {
		return String.format(Locale.ROOT, "%-34s %10s %10s   %-21s %10s%n", "CCD, preset " + preset + " (mA/cm2)", show(truth[0]), show(measured[0]), range(
			measured), show(paper[0]));
	}

	private static String line(final String name, final double truth, final double[] measured, final double paper) {
		return String.format(Locale.ROOT, "%-34s %10s %10s   %-21s %10s %+7.1f%%%n", name, show(truth), show(measured[0]), range(measured), show(paper), 100
			* (measured[0] / truth - 1));
	}

	private static String range(final double[] v) {
		return Double.isNaN(v[1]) ? "" : "(" + show(v[1]) + " to " + show(v[2]) + ")";
	}

	private static String show(final double v) {
		final double a = Math.abs(v);
		return String.format(Locale.ROOT, a >= 100 ? "%.0f" : a >= 10 ? "%.1f" : a >= 1 ? "%.2f" : "%.3f", v);
	}

	/** Writes the comparison as CSV and the plot. */
	void write(final String folder) {
		final StringBuilder csv = new StringBuilder("specimen,quantity,truth,measured,p05,p95,paper\n");
		results.forEach((p, r) -> {
			for (int i = 0; i < Demo.QUANTITIES.length; i++)
				csv.append(row(p.kind, Demo.QUANTITIES[i], r.truth()[i], r.measured()[i], p.numbers()[i]));
			csv.append(row(p.kind, "CCD preset A (mA/cm2)", r.ccdTruth()[0], r.ccd(), r.ccdPaper()[0]));
			csv.append(row(p.kind, "CCD preset B (mA/cm2)", r.ccdB()[1][0], r.ccdB()[0], r.ccdB()[2][0]));
			csv.append(p.kind).append(",CCD experiment (mA/cm2),,,,,").append(p.ccdMaCm2).append('\n');
		});
		csv.append(row("dense99", "P(CCD higher than dense83)", Double.NaN, new double[] { order[0], Double.NaN, Double.NaN }, Double.NaN));
		csv.append(row("dense99", "CCD over that of dense83", Double.NaN, new double[] { order[1], order[2], order[3] }, Double.NaN));
		try (OutputFolder out = new OutputFolder(folder, true)) {
			out.addText("demo-comparison.csv", csv.toString());
			out.add("demo-ccd.png", f -> chart().write(f));
			out.commit();
		}
	}

	private static String row(final String kind, final String quantity, final double truth, final double[] m, final double paper) {
		final StringBuilder s = new StringBuilder(kind + ",\"" + quantity + "\"");
		for (final double v : new double[] { truth, m[0], m[1], m[2], paper })
			s.append(',').append(Double.isNaN(v) ? "" : Double.toString(v));
		return s.append('\n').toString();
	}

	private Chart chart() throws IOException {
		final List<double[]> points = new ArrayList<>();
		results.forEach((p, r) -> points.add(new double[] { r.measured()[0][0], r.ccd()[0], r.ccd()[1], r.ccd()[2], p.densityPercent, p.ccdMaCm2, r.truth()[0],
			r.ccdTruth()[0] }));
		final Chart c = new Chart("Critical current density", "Relative density (%)", "Critical current density (mA/cm2)").logarithmic(false, true);
		c.points("predicted from the measured stacks, 5 to 95 %", column(points, 0), column(points, 1), column(points, 2), column(points, 3), "circle");
		c.points("predicted from the specimens' truth", column(points, 6), column(points, 7), null, null, "box");
		c.points("experiment, Melvin et al. 2025", column(points, 4), column(points, 5), null, null, "diamond");
		return c;
	}

	private static double[] column(final List<double[]> points, final int i) {
		return points.stream().mapToDouble(v -> v[i]).toArray();
	}
}
