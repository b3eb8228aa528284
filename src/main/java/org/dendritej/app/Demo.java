// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import org.dendritej.core.phantom.PaperSpecimens;
import org.dendritej.core.phantom.Specimen;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Section;
import org.dendritej.session.MicrostructureService;
import org.scijava.Context;

import ij.ImagePlus;

/**
 * The demo study: the two electrolytes of the first paper as synthetic specimens, taken from grey stack to critical
 * current through the same commands that a user calls, and held against their truth and the paper.
 */
final class Demo {

	/** Numbers of Melvin et al., Nature Energy 2025, doi 10.1038/s41560-025-01847-0. */
	enum Paper {
		/** Cold pressed, 83 % dense. */
		DENSE83("dense83", 83, 2.3, 10, 2.5, 158, 1),
		/** Spark plasma sintered at 400 C, 99 % dense. */
		DENSE99("dense99", 99, 0.5, 22, 1.5, 125, 10);

		final String kind;
		final double densityPercent, radiusUm, separationUm, lengthUm, widthNm, ccdMaCm2;

		Paper(final String kind, final double density, final double r, final double s, final double l, final double w, final double ccd) {
			this.kind = kind;
			densityPercent = density;
			radiusUm = r;
			separationUm = s;
			lengthUm = l;
			widthNm = w;
			ccdMaCm2 = ccd;
		}

		/** In the order of {@link #QUANTITIES}. */
		double[] numbers() {
			return new double[] { densityPercent, radiusUm, separationUm, lengthUm, widthNm };
		}
	}

	static final String[] QUANTITIES = { "relative density (%)", "largest pore radius (um)", "separation of large pores (um)",
		"longest crack (um)", "mean width of the longest (nm)" };

	private final Context context;
	private final CommandCalls calls;
	private final String folder;
	private final Consumer<String> print;
	private final long start = System.nanoTime();

	Demo(final Context context, final String folder, final Consumer<String> print) {
		this.context = context;
		calls = new CommandCalls(context);
		this.folder = folder;
		this.print = print;
	}

	void run() {
		print.accept("DendriteJ demo: two synthetic Li6PS5Cl electrolytes with the dimensions of Melvin et al. 2025, from grey stack to");
		print.accept("critical current density (CCD). Files go to " + folder);
		final Map<Paper, DemoResult> results = new LinkedHashMap<>();
		for (final Paper p : Paper.values())
			results.put(p, study(p));
		final DemoReport report = new DemoReport(results, order());
		print.accept(report.text());
		report.write(folder);
		say("done; see " + folder + "/demo-ccd.png and demo-comparison.csv");
	}

	/** One specimen from grey stack to critical current; its documents stay in the session. */
	DemoResult study(final Paper p) {
		final Specimen truth = p == Paper.DENSE83 ? PaperSpecimens.dense83(1) : PaperSpecimens.dense99(1);
		final Map<String, Object> made = call(p, "MakeSpecimen", Map.of("kind", p.kind, "sample", p.kind));
		final ImagePlus grey = (ImagePlus) made.get("grey");
		final Map<String, Object> segmented = call(p, "SegmentPhases", Map.of("image", grey));
		final ImagePlus classes = (ImagePlus) segmented.get("classes");
		final ImagePlus labels = (ImagePlus) call(p, "LabelPores", Map.of("image", classes)).get("labels");
		final Map<String, Object> cracks = call(p, "SkeletonizeCracks", Map.of("image", classes, "labels", labels.getTitle(), "grey", grey.getTitle()));
		final double[] t = { 100 * (1 - truth.truth("porosity")), truth.truth("pore_radius"), truth.truth("pore_separation"), truth.truth(
			"crack_length"), truth.truth("crack_width") };
		// Preset B first, so that the documents end with preset A, the default.
		final double[][] b = predictions(p, t, "B"), a = predictions(p, t, "A");
		final DemoResult r = new DemoResult(t, measured(p), a[0], a[1], a[2], b);
		// The first pore of a specimen is its largest: the slice through its middle shows it with its crack.
		final int slice = (int) (truth.pores().get(0).centreUm().z() / truth.grid().dzUm());
		DemoPictures.write(folder, p.kind, slice, grey, classes, labels, (ImagePlus) cracks.get("skeleton"));
		return r;
	}

	/** The measured numbers with their 5 to 95 % intervals where there are any. */
	private double[][] measured(final Paper p) {
		final Microstructure m = context.service(MicrostructureService.class).find(p.kind).orElseThrow();
		final String[] rows = { "pore_radius", "pore_separation", "crack_length", "crack_width" };
		final double[][] values = new double[5][];
		final var density = m.pores().find("relative_density").orElseThrow();
		values[0] = new double[] { 100 * density.value(), 100 * density.p05(), 100 * density.p95() };
		for (int i = 0; i < 4; i++)
			values[i + 1] = interval(m.prediction(), rows[i]);
		return values;
	}

	private static double[] interval(final Section<org.dendritej.core.record.Quantity> s, final String row) {
		return s.rows().stream().filter(q -> q.name().equals(row)).map(q -> new double[] { q.value(), q.p05(), q.p95() }).findFirst().orElseThrow();
	}

	/** Critical current from the measured, the true and the paper's numbers. */
	private double[][] predictions(final Paper p, final double[] truth, final String preset) {
		call(p, "PredictInitiation", Map.of("sample", p.kind, "preset", preset));
		return new double[][] { prediction(p.kind), typed(p, p.kind + "-truth", truth, preset), typed(p, p.kind + "-paper", p.numbers(), preset) };
	}

	/** Probability that the denser specimen holds more current; ratio of the two with its interval. */
	private double[] order() {
		call(Paper.DENSE99, "PredictInitiation", Map.of("sample", "dense99", "compare", "dense83"));
		final var rows = context.service(MicrostructureService.class).find("dense99").orElseThrow().prediction();
		final double[] ratio = interval(rows, "ccd_ratio_dense99_over_dense83");
		return new double[] { interval(rows, "probability_dense99_over_dense83")[0], ratio[0], ratio[1], ratio[2] };
	}

	private double[] prediction(final String sample) {
		return interval(context.service(MicrostructureService.class).find(sample).orElseThrow().prediction(), "ccd");
	}

	/** Critical current from typed numbers. */
	private double[] typed(final Paper p, final String sample, final double[] v, final String preset) {
		call(p, "PredictInitiation", Map.of("sample", sample, "poreradius", v[1], "poreseparation", v[2], "cracklength", v[3],
			"crackwidth", v[4], "preset", preset));
		return prediction(sample);
	}

	private Map<String, Object> call(final Paper p, final String command, final Map<String, Object> inputs) {
		say(p.kind + ": " + command);
		final Map<String, Object> all = new LinkedHashMap<>(inputs);
		all.put("folder", folder);
		all.put("overwrite", true);
		return calls.run(command, all);
	}

	private void say(final String what) {
		print.accept(String.format(Locale.ROOT, "[%5.1f s] %s", (System.nanoTime() - start) / 1e9, what));
	}
}
