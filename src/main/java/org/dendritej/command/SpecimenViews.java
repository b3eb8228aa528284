// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import org.dendritej.core.model.Comparison;
import org.dendritej.core.model.Initiation;
import org.dendritej.core.model.InitiationOptions;
import org.dendritej.core.model.Prediction;
import org.dendritej.core.model.StrengthCalibration;
import org.dendritej.core.model.StrengthCalibration.Measured;
import org.dendritej.core.record.Column;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Quantity;
import org.dendritej.ij.RangeChart;
import org.dendritej.io.Sidecar;
import org.dendritej.session.MicrostructureService;

/** Several specimens side by side: which holds more current and how surely, and the strength that fits measured currents. */
final class SpecimenViews {

	private static final List<Column<Measured>> MEASURED = List.of(new Column<>("sample", "name of the specimen", Measured::name), new Column<>(
		"ccd_measured_ma_cm2", "measured", Measured::ccdMaCm2), new Column<>("measured_low_ma_cm2", "lower end", Measured::ccdLow), new Column<>(
			"measured_high_ma_cm2", "upper end", Measured::ccdHigh));

	private final MicrostructureService session;
	private final Supplier<InitiationOptions> options;
	private final Map<String, Prediction> known = new LinkedHashMap<>();

	SpecimenViews(final MicrostructureService session, final Supplier<InitiationOptions> options) {
		this.session = session;
		this.options = options;
	}

	/** Takes a prediction that was made already. */
	void add(final String name, final Prediction p) {
		known.put(name, p);
	}

	/** Predictions of the sample and of all that were named, in this order. */
	Map<String, Prediction> named(final String key, final String typed) {
		for (final String entry : typed.split(","))
			if (!entry.isBlank()) find(key, entry.strip());
		return known;
	}

	private String find(final String key, final String entry) {
		if (known.containsKey(entry)) return entry;
		final Microstructure m = entry.endsWith(".json") ? Sidecar.read(entry) : session.find(entry).orElseThrow(() -> new IllegalArgumentException(key
			+ "=" + entry + " has no document in this session; it has " + (session.samples().isEmpty() ? "none" : String.join(", ", session.samples()))
			+ ". Load or measure the sample first, or give the path of its .dendritej.json file."));
		if (!known.containsKey(m.sample())) known.put(m.sample(), Initiation.predict(m, options.get().typeAgain(m)));
		return m.sample();
	}

	/** Table and plot of all, and of every pair. */
	List<Quantity> compare(final Views views, final String typed) {
		final Comparison c = Comparison.of(named("compare", typed));
		if (c.rows().size() < 2) throw new IllegalArgumentException("compare=" + typed
			+ " names no other specimen; give the names of other samples or paths of their .dendritej.json files, with commas between.");
		views.table("comparison", Comparison.COLUMNS, c.rows());
		views.table("comparison-pairs", Comparison.PAIRS, c.pairs());
		final RangeChart chart = new RangeChart(views.sample() + " comparison", "Critical current density (mA/cm2), 5 to 95 %", true, Double.NaN, c.rows()
			.size());
		for (int i = 0; i < c.rows().size(); i++) {
			final Comparison.Row r = c.rows().get(i);
			chart.bar(r.sample(), r.p05(), r.ccdMaCm2(), r.p95(), i == 0 ? "" : "P(> " + c.rows().get(0).sample() + ") " + percent(c.probability()[i][0]));
		}
		views.graphic("comparison", chart);
		final List<Quantity> rows = new ArrayList<>();
		for (final Comparison.Pair p : c.pairs()) {
			rows.add(Quantity.of("probability_" + p.first() + "_over_" + p.second(), p.probability(), "1", "that the CCD of " + p.first()
				+ " is higher than that of " + p.second() + "; strengths drawn independently"));
			rows.add(Quantity.of("ccd_ratio_" + p.first() + "_over_" + p.second(), p.ratio(), p.low(), Double.NaN, p.high(), "1",
				"CCD of the first over that of the second"));
		}
		return rows;
	}

	private static String percent(final double p) {
		return p > 0.999 ? "> 99.9 %" : p < 0.001 ? "< 0.1 %" : String.format(Locale.ROOT, "%.1f %%", 100 * p);
	}

	/** The strength that fits measured critical currents. */
	List<Quantity> calibrate(final Views views, final String typed, final Prediction own) {
		final List<Measured> all = new ArrayList<>();
		for (final String entry : typed.split(","))
			all.add(measured(entry.strip(), views.sample(), typed));
		final StrengthCalibration fit = StrengthCalibration.fit(own.conditions(), all);
		final List<Column<Measured>> columns = new ArrayList<>(MEASURED);
		columns.add(new Column<>("strength_alone_mpa", "strength that fits this specimen", m -> fit.each()[all.indexOf(m)]));
		columns.add(new Column<>("ccd_fitted_ma_cm2", "CCD with the common strength", m -> fit.predictedMaCm2()[all.indexOf(m)]));
		views.table("calibration", columns, all);
		final RangeChart c = new RangeChart(views.sample() + " calibration", String.format(Locale.ROOT,
			"CCD (mA/cm2): measured (bar), with P_f = %.4g MPa (dot)", fit.strengthMPa()), true, Double.NaN, all.size());
		for (int i = 0; i < all.size(); i++)
			c.bar(all.get(i).name(), all.get(i).ccdLow(), fit.predictedMaCm2()[i], all.get(i).ccdHigh(), String.format(Locale.ROOT, "alone %.4g MPa",
				fit.each()[i]));
		views.graphic("calibration", c);
		final double high = Double.isInfinite(fit.highMPa()) ? Double.NaN : fit.highMPa();
		return List.of(Quantity.of("calibrated_strength", fit.strengthMPa(), fit.lowMPa(), Double.NaN, high, "MPa", fit.words()
			+ " The ends are the extreme strengths that one specimen or its measured range implies."), Quantity.of("calibration_worst_factor", fit
				.worstFactor(), "1", "largest factor between a fitted and a measured CCD"));
	}

	/** {@code [name:]ccd[:low:high]}; without a name the sample itself. */
	private Measured measured(final String entry, final String sample, final String typed) {
		final String[] part = entry.split(":", -1);
		final int numbers = part.length == 3 || part.length == 4 ? 3 : 1;
		if (part.length > 4 || part.length == 0) throw new IllegalArgumentException(form(typed));
		final String name = part.length > numbers ? part[0].strip() : sample;
		final double[] v = new double[numbers];
		try {
			for (int i = 0; i < numbers; i++)
				v[i] = Double.parseDouble(part[part.length - numbers + i].strip());
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException(form(typed), e);
		}
		final Prediction p = known.get(find("calibrate", name));
		return new Measured(name, p.inputs().array(), p.model().areaMeasured() ? p.area() : null, v[0], numbers == 3 ? v[1] : v[0], numbers == 3 ? v[2] : v[0]);
	}

	private static String form(final String typed) {
		return "calibrate=" + typed + " cannot be read; give measured CCDs in mA/cm2 as ccd, name:ccd or name:ccd:low:high with commas between, such as"
			+ " calibrate=dense83:1:0.9:1.1,dense99:10:9:10.";
	}
}
