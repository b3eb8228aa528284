// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.List;

import org.dendritej.core.model.CrackRule;
import org.dendritej.core.model.Initiation;
import org.dendritej.core.model.InitiationOptions;
import org.dendritej.core.model.Kinetics;
import org.dendritej.core.model.Material;
import org.dendritej.core.model.Prediction;
import org.dendritej.core.model.Preset;
import org.dendritej.core.model.Variable;
import org.dendritej.core.model.WidthReading;
import org.dendritej.core.record.LargeRule;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.run.Progress;
import org.dendritej.ij.Screen;
import org.dendritej.ij.Tables;
import org.dendritej.io.Csv;
import org.dendritej.io.MaterialReader;
import org.dendritej.io.OutputFolder;
import org.dendritej.io.Sidecar;
import org.dendritej.io.TextFile;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.measure.ResultsTable;

/** Turns what was measured, or typed numbers, into the current density at which a dendrite starts. */
@Plugin(type = Command.class, label = "Predict Dendrite Initiation", menuPath = "Plugins>DendriteJ>Predict Dendrite Initiation",
	description = "Critical current density, pressures and their intervals from the pores and cracks of a sample, or from typed numbers.")
public class PredictInitiation extends SuiteCommand {

	@Parameter(label = "Sidecar file", persist = false, required = false,
		description = "A .dendritej.json file to predict from; empty: the sample of this session")
	private String file = "";

	@Parameter(label = "Solid electrolyte", persist = false, required = false,
		description = "Li6PS5Cl, LLZTO, or the path of a material file")
	private String material = "Li6PS5Cl";

	@Parameter(label = "Preset", persist = false, required = false,
		description = "A: lithium creep not hardened, 155 MPa; B: saturated, 543 MPa; or the path of a preset file")
	private String preset = "A";

	@Parameter(label = "Pore radius (um)", persist = false, required = false, description = "Overrides the measured one; 0: measured")
	private double poreradius = 0;

	@Parameter(label = "Pore separation (um)", persist = false, required = false, description = "Overrides the measured one; 0: measured")
	private double poreseparation = 0;

	@Parameter(label = "Crack length (um)", persist = false, required = false, description = "Overrides the measured one; 0: measured")
	private double cracklength = 0;

	@Parameter(label = "Crack width (nm)", persist = false, required = false, description = "Overrides the measured one; 0: measured")
	private double crackwidth = 0;

	@Parameter(label = "Local strength (MPa)", persist = false, required = false,
		description = "Pore pressure at which the electrolyte cracks; 0: that of the preset")
	private double strength = 0;

	@Parameter(label = "Stack pressure (MPa)", persist = false, required = false,
		description = "Pressure on the cell; the papers used 7 MPa, the presets were fitted with 0")
	private double stack = 0;

	@Parameter(label = "Temperature (K)", persist = false, required = false, description = "Of the lithium; creep follows an Arrhenius law")
	private double temperature = 298.15;

	@Parameter(label = "Large pores", choices = { "third", "twothirds" }, persist = false, required = false,
		description = "third: r >= r_max/3; twothirds: r >= 2/3 r_max (the paper's sentence has both readings)")
	private String largerule = "third";

	@Parameter(label = "Kinetics", choices = { "none", "linear", "pressure" }, persist = false, required = false,
		description = "none: ohmic; linear: with the interface resistance; pressure: and the pressure's effect on plating")
	private String kinetics = "none";

	@Parameter(label = "Interface resistance (ohm cm2)", persist = false, required = false, description = "Of lithium against the electrolyte")
	private double rint = 0;

	@Parameter(label = "Conductivity (S/m)", persist = false, required = false, description = "Ionic, of the electrolyte; 0: that of the material")
	private double sigma = 0;

	@Parameter(label = "Random draws", persist = false, required = false, description = "For the intervals; 20 to 1000000")
	private int samples = 1000;

	@Parameter(label = "Electrode area (mm2)", persist = false, required = false, description = "For the weakest link; 0: not extrapolated")
	private double electrodearea = 0;

	@Parameter(label = "Seed", persist = false, required = false, description = "Start of the random numbers; equal seeds give equal intervals")
	private long seed = 1;

	@Parameter(type = ItemIO.OUTPUT, label = "Prediction")
	private ResultsTable prediction;

	@Parameter(type = ItemIO.OUTPUT, label = "CCD (mA/cm2)")
	private double ccd;

	@Override
	protected void work(final Progress progress) {
		final InitiationOptions options = options();
		final Microstructure document = document();
		final String name = document != null ? document.sample() : typedSample().isEmpty() ? "typed" : typedSample();
		try (OutputFolder out = output()) {
			if (out != null) out.target(name + "-prediction.csv");
			final Prediction p = Initiation.predict(document, options);
			prediction = Tables.of(Quantity.PREDICTION, p.rows());
			ccd = p.ccdMaCm2();
			if (out != null) out.addText(name + "-prediction.csv", Csv.text(Quantity.PREDICTION, p.rows()));
			publish(name, m -> m.withPrediction(p.section(provenance(java.util.Map.of()))), out);
		}
		Screen.show(prediction, name + " prediction");
	}

	private Microstructure document() {
		if (file != null && !file.isBlank()) return Sidecar.read(file);
		final boolean all = List.of(poreradius, poreseparation, cracklength, crackwidth).stream().allMatch(v -> v > 0);
		if (all && (typedSample().isEmpty() || session().find(typedSample()).isEmpty())) return null;
		return Documents.find(session(), typedSample(), ", or type poreradius=, poreseparation=, cracklength= and crackwidth=");
	}

	private InitiationOptions options() {
		final Material electrolyte = isFile(material) ? MaterialReader.material(TextFile.read("material", material, 1 << 20), material)
			: MaterialReader.builtIn(material);
		final Preset p = isFile(preset) ? MaterialReader.preset(TextFile.read("preset", preset, 1 << 20), preset) : MaterialReader.preset(preset);
		final InitiationOptions o = new InitiationOptions(electrolyte, MaterialReader.builtIn(electrolyte.metal()), p);
		o.type(Variable.PORE_RADIUS, typed(poreradius)).type(Variable.PORE_SEPARATION, typed(poreseparation));
		o.type(Variable.CRACK_LENGTH, typed(cracklength)).type(Variable.CRACK_WIDTH, typed(crackwidth));
		o.type(Variable.STRENGTH, typed(strength)).type(Variable.SIGMA, typed(sigma));
		if (stack != 0) o.type(Variable.STACK, stack);
		if (temperature != 298.15) o.type(Variable.TEMPERATURE, temperature);
		if (rint != 0) o.type(Variable.RINT, rint);
		o.readings(LargeRule.parse(largerule), CrackRule.TWOTHIRDS, WidthReading.DIAMETER).kinetics(Kinetics.parse(kinetics));
		return o.draws(samples, seed, threads()).electrodeArea(typed(electrodearea));
	}

	/** 0 stands for "not typed"; a negative number goes on to the check that refuses it. */
	private static double typed(final double value) {
		return value == 0 ? Double.NaN : value;
	}

	private static boolean isFile(final String name) {
		return name != null && name.endsWith(".json");
	}
}
