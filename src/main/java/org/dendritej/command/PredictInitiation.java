// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.List;
import java.util.Map;

import org.dendritej.core.model.Initiation;
import org.dendritej.core.model.InitiationOptions;
import org.dendritej.core.model.Prediction;
import org.dendritej.core.model.PredictionTable;
import org.dendritej.core.model.Variable;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.run.Progress;
import org.dendritej.ij.Geometry;
import org.dendritej.ij.Images;
import org.dendritej.io.OutputFolder;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.measure.ResultsTable;

/** Turns what was measured, or typed numbers, into the current density at which a dendrite starts. */
@Plugin(type = Command.class, label = "Predict Dendrite Initiation", menuPath = "Plugins>DendriteJ>Predict Dendrite Initiation",
	description = "Critical current density, pressures and their intervals from the pores and cracks of a sample, or from typed numbers.")
public class PredictInitiation extends ModelCommand {

	@Parameter(label = "Mode", choices = { "paper", "image" }, persist = false, required = false,
		description = "paper: largest pores, longest cracks; image: every pore with its own cracks")
	private String mode = "paper";

	@Parameter(label = "Sweep", persist = false, required = false,
		description = "none, all (Fig. 5: four lengths, path, maps, tornado), or one variable such as poreradius, strength, temperature")
	private String sweep = "none";

	@Parameter(label = "Range of the sweep", persist = false, required = false,
		description = "First and last value, such as 0.5,2.3, for a sweep of one variable; empty: the usual range")
	private String range = "";

	@Parameter(label = "Target CCD (mA/cm2)", persist = false, required = false,
		description = "Which change of one number reaches it; its line is drawn in the maps; 0: none")
	private double target = 0;

	@Parameter(label = "Compare with", persist = false, required = false,
		description = "Names of other samples or paths of their .dendritej.json files, commas between; empty: none")
	private String compare = "";

	@Parameter(label = "Cell tests (CSV)", persist = false, required = false,
		description = "File with the columns current_ma_cm2, specimen, failed; empty: none")
	private String tests = "";

	@Parameter(label = "Calibrate strength to CCD", persist = false, required = false,
		description = "Measured CCDs in mA/cm2: ccd, name:ccd or name:ccd:low:high, commas between; empty: none")
	private String calibrate = "";

	@Parameter(label = "Pore labels", persist = false, required = false,
		description = "Title of the sample's label image, to show the weakest pores (mode=image); empty: not shown")
	private String labels = "";

	@Parameter(label = "Grey stack", persist = false, required = false, description = "Title of the grey stack to draw the weakest pores over; empty: black")
	private String grey = "";

	@Parameter(type = ItemIO.OUTPUT, label = "Prediction")
	private ResultsTable prediction;

	@Parameter(type = ItemIO.OUTPUT, label = "Fracture currents")
	private ResultsTable fractures;

	@Parameter(type = ItemIO.OUTPUT, label = "Fracture map")
	private ImagePlus fracturemap;

	@Parameter(type = ItemIO.OUTPUT, label = "CCD (mA/cm2)")
	private double ccd;

	@Parameter(type = ItemIO.OUTPUT, label = "Validity")
	private String validity;

	@Override
	protected void work(final Progress progress) {
		final boolean image = Choice.of("mode", mode, "paper", "image").equals("image");
		final List<Variable> swept = SweepViews.variables(sweep);
		if (!given(range).isEmpty() && swept.size() != 1) throw new IllegalArgumentException("range=" + range
			+ " belongs to the sweep of one variable; give sweep=poreradius or another variable with it.");
		if (target < 0 || Double.isNaN(target)) throw new IllegalArgumentException("target=" + target + " is no current density; give mA/cm2 above 0.");
		final InitiationOptions options = options(true);
		final Microstructure document = document();
		final String name = document != null ? document.sample() : typedSample().isEmpty() ? "typed" : typedSample();
		try (OutputFolder out = output()) {
			final Views views = new Views(out, name);
			views.reserve("prediction.csv", image ? "fracture-currents.csv" : "prediction.csv");
			views.reserve(swept.stream().map(v -> "sweep-" + v.key() + ".csv").toArray(String[]::new));
			PredictionTable table = image ? image(document, options, views, progress) : PredictionTable.of(Initiation.predict(document, options));
			if (swept.size() > 0 || target > 0 || !(given(compare) + given(tests) + given(calibrate)).isEmpty()) table = views(views, swept, paper(document,
				options, image && given(compare).isEmpty() && swept.isEmpty()), table);
			prediction = views.table("prediction", Quantity.PREDICTION, table.rows());
			ccd = table.ccdMaCm2();
			validity = table.rows().stream().filter(q -> q.name().equals("validity")).map(Quantity::text).findFirst().orElseThrow();
			final PredictionTable done = table;
			publish(name, m -> m.withPrediction(done.section(provenance(Map.of()))), out);
		}
	}

	private PredictionTable image(final Microstructure document, final InitiationOptions options, final Views views, final Progress progress) {
		final ImagePlus titled = Images.named("labels", labels), ground = Images.named("grey", grey);
		if (titled != null) Images.requireStack(titled, true);
		if (titled != null && ground != null) Images.requireSameSize(titled, ground, "grey");
		final FractureViews fracture = new FractureViews(views, document, options, progress);
		fractures = fracture.tables();
		fracturemap = titled == null ? null : fracture.map(titled, ground, Geometry.grid(titled, ""));
		try {
			return PredictionTable.of(Initiation.predict(document, options), "", fracture.prediction());
		}
		catch (final IllegalArgumentException e) {
			return PredictionTable.of(null, e.getMessage(), fracture.prediction());
		}
	}

	/** Paper mode again for the views; null where only cell tests are wanted and it does not apply. */
	private static Prediction paper(final Microstructure document, final InitiationOptions options, final boolean optional) {
		try {
			return Initiation.predict(document, options);
		}
		catch (final IllegalArgumentException e) {
			if (optional) return null;
			throw e;
		}
	}

	private PredictionTable views(final Views views, final List<Variable> swept, final Prediction p, final PredictionTable first) {
		PredictionTable table = first;
		final SpecimenViews others = new SpecimenViews(session(), () -> options(false));
		if (p != null) others.add(views.sample(), p);
		if (!given(compare).isEmpty()) table = table.with(others.compare(views, compare), List.of());
		if (p != null) {
			final SweepViews s = new SweepViews(views, p);
			swept.forEach(v -> s.sweep(v, range));
			if (swept.size() > 1) {
				s.paths(others.named("compare", given(compare)));
				s.tornado(p);
			}
			if (swept.size() > 1 || target > 0) s.maps(target);
			if (target > 0) s.design(target);
			table = table.with(List.of(), s.flags());
			if (!given(calibrate).isEmpty()) table = table.with(others.calibrate(views, calibrate, p), List.of());
		}
		return given(tests).isEmpty() ? table : TestViews.add(views, tests, p, table);
	}

	private static String given(final String key) {
		return key == null ? "" : key.strip();
	}
}
