// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.record.Section;
import org.dendritej.core.record.Spallation;
import org.dendritej.core.spall.SampleCount;
import org.dendritej.ij.Chart;
import org.dendritej.io.Csv;
import org.dendritej.io.GroupTable;
import org.dendritej.io.OutputFolder;
import org.dendritej.io.TextFile;

/** Compares several samples: their spallation densities against each group column of a table. */
final class SpallationTrend {

	/** One group column with its samples, trend and chart. */
	record Group(String name, List<SampleCount> samples, List<Quantity> trend, Chart chart) {}

	private final List<Group> groups = new ArrayList<>();

	SpallationTrend(final String file, final Function<String, Microstructure> known) {
		final GroupTable table = GroupTable.parse(TextFile.read("compare", file, 1 << 22), file);
		for (int g = 0; g < table.groups().size(); g++) {
			final List<SampleCount> samples = new ArrayList<>();
			for (final GroupTable.Row r : table.rows())
				if (!Double.isNaN(r.values().get(g))) samples.add(count(r, r.values().get(g), known));
			final String name = table.groups().get(g);
			groups.add(new Group(name, samples, SampleCount.trend(samples, name), chart(samples, name)));
		}
	}

	private static Chart chart(final List<SampleCount> samples, final String group) {
		final Chart c = new Chart("Spallations against " + group, group, "Spallations (1/mm\u00b2)").points("samples, 5 to 95 %", of(samples,
			SampleCount::group), of(samples, s -> s.interval().mean()), of(samples, s -> s.interval().low()), of(samples, s -> s.interval().high()),
			"circle");
		final double[][] line = SampleCount.line(samples);
		return line[0].length == 0 ? c : c.line("Poisson regression", line[0], line[1]);
	}

	private static double[] of(final List<SampleCount> samples, final ToDoubleFunction<SampleCount> what) {
		return samples.stream().mapToDouble(what).toArray();
	}

	private static SampleCount count(final GroupTable.Row r, final double value, final Function<String, Microstructure> known) {
		if (!Double.isNaN(r.count()) && !Double.isNaN(r.areaMm2())) return new SampleCount(r.sample(), value, r.count(), r.areaMm2());
		final Section<Spallation> s = known.apply(r.sample()).spallations();
		if (s == null) throw new IllegalArgumentException("compare: sample " + r.sample() + " has neither count and area_mm2 in the table nor a "
			+ "measurement in this session or folder; run Measure Spallations on it first, or fill in the two columns.");
		return new SampleCount(r.sample(), value, s.value("spallations_weighted"), s.value("spallation_area"));
	}

	List<Group> groups() {
		return groups;
	}

	void stage(final OutputFolder out, final String name) {
		for (final Group g : groups) {
			final String stem = name + "-spallation-trend-" + g.name().replaceAll("[^a-z0-9]+", "-");
			out.addText(stem + ".csv", Csv.text(SampleCount.columns(g.name()), g.samples()));
			out.addText(stem + "-fit.csv", Csv.text(Quantity.PREDICTION, g.trend()));
			out.add(stem + ".png", g.chart()::write);
		}
		out.commit();
	}
}
