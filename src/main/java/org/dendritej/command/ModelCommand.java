// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.List;

import org.dendritej.core.model.CrackRule;
import org.dendritej.core.model.Fracture;
import org.dendritej.core.model.InitiationOptions;
import org.dendritej.core.model.Kinetics;
import org.dendritej.core.model.Material;
import org.dendritej.core.model.Preset;
import org.dendritej.core.model.Variable;
import org.dendritej.core.model.WidthReading;
import org.dendritej.core.record.LargeRule;
import org.dendritej.core.record.Microstructure;
import org.dendritej.io.MaterialReader;
import org.dendritej.io.Sidecar;
import org.dendritej.io.TextFile;
import org.scijava.plugin.Parameter;

/** What a run of the model needs to know: specimen, materials, typed numbers, readings of the rules, draws. */
public abstract class ModelCommand extends SuiteCommand {

	@Parameter(label = "Sidecar file", persist = false, required = false,
		description = "A .dendritej.json file to predict from; empty: the sample of this session")
	private String file = "";

	@Parameter(label = "Solid electrolyte", persist = false, required = false,
		description = "Li6PS5Cl, LLZTO, NaBetaAlumina, or the path of a material file (.json)")
	private String material = "Li6PS5Cl";

	@Parameter(label = "Preset", persist = false, required = false,
		description = "A: lithium creep not hardened, 155 MPa; B: saturated, 543 MPa; or the path of a preset file (.json)")
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
		description = "Pore pressure at which the electrolyte cracks (with fracture=hoop: its tensile strength); 0: that of the preset")
	private double strength = 0;

	@Parameter(label = "Fracture criterion", choices = { "strength", "hoop", "toughness" }, persist = false, required = false,
		description = "strength: published; hoop: twice the tensile strength; toughness: ring-shaped flaw, toughness of the material")
	private String fracture = "strength";

	@Parameter(label = "Flaw length over pore radius", persist = false, required = false, description = "For fracture=toughness")
	private double flaw = 0.2;

	@Parameter(label = "Stack pressure (MPa)", persist = false, required = false,
		description = "Pressure on the cell; the papers used 7 MPa, the presets were fitted with 0")
	private double stack = 0;

	@Parameter(label = "Temperature (K)", persist = false, required = false, description = "Of the lithium; creep follows an Arrhenius law")
	private double temperature = 298.15;

	@Parameter(label = "Large pores", choices = { "third", "twothirds" }, persist = false, required = false,
		description = "third: r >= r_max/3; twothirds: r >= 2/3 r_max (the paper's sentence has both readings)")
	private String largerule = "third";

	@Parameter(label = "Long cracks", choices = { "twothirds", "longestthird" }, persist = false, required = false,
		description = "twothirds: L >= 2/3 L_max; longestthird: the longest third by number")
	private String crackrule = "twothirds";

	@Parameter(label = "Width is a", choices = { "diameter", "radius" }, persist = false, required = false,
		description = "Whether a crack's width is the diameter or the radius of its cylinder")
	private String widthreading = "diameter";

	@Parameter(label = "Pressure drop at the ends", choices = { "none", "entrance", "exit", "both" }, persist = false, required = false,
		description = "Of a crack: from the pore into it, from it into the electrode (upper-bound estimate)")
	private String ends = "none";

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

	/** The document to predict from; null if all four lengths are typed and no document is meant. */
	Microstructure document() {
		if (file != null && !file.isBlank()) return Sidecar.read(file);
		final boolean all = List.of(poreradius, poreseparation, cracklength, crackwidth).stream().allMatch(v -> v > 0);
		if (all && (typedSample().isEmpty() || session().find(typedSample()).isEmpty())) return null;
		return Documents.find(session(), typedSample(), ", or type poreradius=, poreseparation=, cracklength= and crackwidth=");
	}

	/** The choices, with the typed lengths or (for another specimen) without. */
	InitiationOptions options(final boolean lengths) {
		final Material electrolyte = isFile(material) ? MaterialReader.material(TextFile.read("material", material, 1 << 20), material)
			: MaterialReader.builtIn(material);
		final Preset p = isFile(preset) ? MaterialReader.preset(TextFile.read("preset", preset, 1 << 20), preset) : MaterialReader.preset(preset);
		final InitiationOptions o = new InitiationOptions(electrolyte, MaterialReader.builtIn(electrolyte.metal()), p);
		if (lengths) {
			o.type(Variable.PORE_RADIUS, typed(poreradius)).type(Variable.PORE_SEPARATION, typed(poreseparation));
			o.type(Variable.CRACK_LENGTH, typed(cracklength)).type(Variable.CRACK_WIDTH, typed(crackwidth));
		}
		final Fracture criterion = criterion();
		o.type(Variable.SIGMA, typed(sigma));
		if (criterion == Fracture.STRENGTH) o.type(Variable.STRENGTH, typed(strength));
		else o.fracture(criterion, typed(strength), flaw, true);
		if (stack != 0) o.type(Variable.STACK, stack);
		if (temperature != 298.15) o.type(Variable.TEMPERATURE, temperature);
		if (rint != 0) o.type(Variable.RINT, rint);
		o.readings(LargeRule.parse(largerule), CrackRule.parse(crackrule), WidthReading.parse(widthreading)).kinetics(Kinetics.parse(kinetics));
		final String which = Choice.of("ends", ends, "none", "entrance", "exit", "both");
		o.ends(which.equals("entrance") || which.equals("both"), which.equals("exit") || which.equals("both"));
		return o.draws(samples, seed, threads()).electrodeArea(typed(electrodearea));
	}

	private Fracture criterion() {
		final Fracture f = Fracture.parse(fracture);
		if (f == Fracture.HOOP && strength == 0) throw new IllegalArgumentException(
			"fracture=hoop needs the electrolyte's tensile strength; type it in MPa as strength=.");
		if (f == Fracture.TOUGHNESS && strength != 0) throw new IllegalArgumentException("strength=" + strength
			+ " has no meaning with fracture=toughness, whose number is the material's toughness; leave strength out.");
		return f;
	}

	/** 0 stands for "not typed"; a negative number goes on to the check that refuses it. */
	private static double typed(final double value) {
		return value == 0 ? Double.NaN : value;
	}

	private static boolean isFile(final String name) {
		return name != null && name.strip().endsWith(".json");
	}
}
