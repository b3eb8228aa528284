// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import org.dendritej.core.record.LargeRule;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Quantity;

/** What a user chooses for a prediction; every default is that of the command Predict Dendrite Initiation. */
public final class InitiationOptions {

	/** Most draws that are accepted. */
	public static final int MOST_SAMPLES = 1_000_000;

	final Material electrolyte;
	final Material metal;
	final Preset preset;
	final Map<Variable, Double> typed = new EnumMap<>(Variable.class);
	final Map<Variable, Double> typedSd = new EnumMap<>(Variable.class);
	LargeRule largeRule = LargeRule.THIRD;
	CrackRule crackRule = CrackRule.TWOTHIRDS;
	Kinetics kinetics = Kinetics.NONE;
	WidthReading reading = WidthReading.DIAMETER;
	boolean entrance;
	boolean exit;
	int samples = 1000;
	long seed = 1;
	int threads;
	double electrodeAreaMm2 = Double.NaN;
	Fracture fracture = Fracture.STRENGTH;
	private double fractureNumber = Double.NaN;
	private double flawOverRadius = 0.2;
	private boolean flawFilled = true;

	/**
	 * Takes the materials.
	 *
	 * @param electrolyte solid electrolyte
	 * @param metal metal that is plated
	 * @param preset creep law and strength
	 * @throws IllegalArgumentException if electrolyte and metal do not belong together
	 */
	public InitiationOptions(final Material electrolyte, final Material metal, final Preset preset) {
		if (electrolyte.kind() != Material.Kind.ELECTROLYTE) throw new IllegalArgumentException("material=" + electrolyte
			.name() + " is a metal; give a solid electrolyte such as Li6PS5Cl.");
		if (!electrolyte.metal().equals(metal.name()) || !preset.metal().equals(metal.name()))
			throw new IllegalArgumentException("material=" + electrolyte.name() + " plates " + electrolyte.metal() +
				", but preset=" + preset.name() + " is for " + preset.metal() + " and the metal is " + metal.name() +
				"; give a preset file for " + electrolyte.metal() + " with its creep law and strength.");
		this.electrolyte = electrolyte;
		this.metal = metal;
		this.preset = preset;
	}

	/**
	 * Overrides a measured or tabulated number.
	 *
	 * @param v which
	 * @param value the number; NaN leaves the measured or tabulated one
	 * @return this
	 */
	public InitiationOptions type(final Variable v, final double value) {
		if (Double.isNaN(value)) typed.remove(v);
		else typed.put(v, value);
		return this;
	}

	/**
	 * Types the lengths that the sample's last prediction held as typed, so that a specimen known by typed numbers can be
	 * predicted again beside others.
	 *
	 * @param sample its document
	 * @return this
	 */
	public InitiationOptions typeAgain(final Microstructure sample) {
		if (sample.prediction() == null) return this;
		for (final Variable v : Variable.values())
			for (final Quantity q : sample.prediction().rows())
				if (v.isGeometry() && q.name().equals(v.name().toLowerCase(Locale.ROOT)) && q.source().startsWith("typed")) type(v, q
					.value());
		return this;
	}

	/**
	 * Gives a typed length of the microstructure a standard deviation; without one it is taken as exact.
	 *
	 * @param v pore radius, separation, crack length or crack width
	 * @param sd standard deviation in the variable's unit; 0 or NaN for none
	 * @return this
	 */
	public InitiationOptions typeSd(final Variable v, final double sd) {
		if (!v.isGeometry()) throw new IllegalArgumentException(v.key() +
			" takes no typed standard deviation; give one to poreradius, poreseparation, cracklength or crackwidth.");
		if (Double.isNaN(sd)) typedSd.remove(v);
		else typedSd.put(v, Allowed.notNegative("the standard deviation of " + v.key(), sd, v.unit()));
		return this;
	}

	/**
	 * Chooses the readings of the published rules.
	 *
	 * @param large which pores are large
	 * @param cracks which cracks are long
	 * @param width whether a width is a diameter or a radius
	 * @return this
	 */
	public InitiationOptions readings(final LargeRule large, final CrackRule cracks, final WidthReading width) {
		largeRule = large;
		crackRule = cracks;
		reading = width;
		return this;
	}

	/**
	 * Chooses the kinetics.
	 *
	 * @param k none, linear or pressure
	 * @return this
	 */
	public InitiationOptions kinetics(final Kinetics k) {
		kinetics = k;
		return this;
	}

	/**
	 * Chooses the pressure drops at the ends of the cracks.
	 *
	 * @param withEntrance from the pore into the crack
	 * @param withExit from the crack into the electrode
	 * @return this
	 */
	public InitiationOptions ends(final boolean withEntrance, final boolean withExit) {
		entrance = withEntrance;
		exit = withExit;
		return this;
	}

	/**
	 * Chooses the random draws.
	 *
	 * @param draws how many, 20 to a million
	 * @param randomSeed seed; equal seeds give equal results
	 * @param threadCount threads; 0 = all; it does not change the result
	 * @return this
	 */
	public InitiationOptions draws(final int draws, final long randomSeed, final int threadCount) {
		samples = Allowed.count("samples", draws, 20, MOST_SAMPLES);
		seed = randomSeed;
		threads = threadCount;
		return this;
	}

	/**
	 * Gives the electrode area for the weakest-link extrapolation.
	 *
	 * @param mm2 area, mm2; NaN for none
	 * @return this
	 */
	public InitiationOptions electrodeArea(final double mm2) {
		electrodeAreaMm2 = Double.isNaN(mm2) ? mm2 : Allowed.positive("electrodearea", mm2, "mm2");
		return this;
	}

	/**
	 * Chooses when a pore cracks.
	 *
	 * @param criterion strength (the preset's or a typed one), hoop or toughness
	 * @param number tensile strength in MPa for hoop; toughness in MPa m^0.5, NaN = the material's; not used for strength
	 * @param flaw length of the ring-shaped flaw over the pore's radius; used for toughness
	 * @param filled whether metal presses on the flaw's faces; used for toughness
	 * @return this
	 */
	public InitiationOptions fracture(final Fracture criterion, final double number, final double flaw,
		final boolean filled)
	{
		if (criterion == Fracture.HOOP) Fracture.hoopLimitMPa(number);
		if (criterion == Fracture.TOUGHNESS) Fracture.toughnessLimitMPa(Double.isNaN(number) ? electrolyte.value(
			MaterialKey.TOUGHNESS) : number, 1, flaw, filled);
		fracture = criterion;
		fractureNumber = number;
		flawOverRadius = flaw;
		flawFilled = filled;
		return this;
	}

	/**
	 * Pore pressure at which a pore cracks.
	 *
	 * @param radiusUm pore radius, um; matters for toughness only
	 * @return P_f, MPa
	 */
	public double strengthMPa(final double radiusUm) {
		if (fracture == Fracture.HOOP) return Fracture.hoopLimitMPa(fractureNumber);
		if (fracture == Fracture.TOUGHNESS) return Fracture.toughnessLimitMPa(toughness(), radiusUm, flawOverRadius,
			flawFilled);
		return or(Variable.STRENGTH, preset.strength().value());
	}

	private double toughness() {
		return Double.isNaN(fractureNumber) ? electrolyte.value(MaterialKey.TOUGHNESS) : fractureNumber;
	}

	/** Whether creep law and strength are the pair that was fitted together. */
	boolean fittedStrength() {
		return fracture == Fracture.STRENGTH && !typed.containsKey(Variable.STRENGTH);
	}

	/** Spread of the strength, as the standard deviation of its logarithm; 0 if it was typed. */
	double strengthSdOfLog() {
		if (fittedStrength()) return Draws.sdOfLog(preset.strength().low(), preset.strength().high());
		if (fracture != Fracture.TOUGHNESS || !Double.isNaN(fractureNumber)) return 0;
		final Property k = electrolyte.property(MaterialKey.TOUGHNESS);
		return Draws.sdOfLog(k.low(), k.high());
	}

	/** Where the strength comes from. */
	String strengthSource() {
		if (fracture == Fracture.HOOP) return "hoop: twice the tensile strength of " + fractureNumber + " MPa";
		if (fracture == Fracture.TOUGHNESS) return "toughness: K_Ic = " + toughness() + " MPa m^0.5, ring-shaped " +
			(flawFilled ? "filled" : "empty") + " flaw of " + flawOverRadius + " radii; held in the sensitivities";
		return typed.containsKey(Variable.STRENGTH) ? "typed: strength=" + typed.get(Variable.STRENGTH) : "preset " + preset
			.name() + ": " + preset.strength().source();
	}

	/**
	 * The conditions that follow from all choices.
	 *
	 * @param radiusUm radius of the pore in question, um; matters for the toughness criterion only
	 * @return conditions
	 */
	public Conditions conditions(final double radiusUm) {
		final Conditions base = Conditions.of(preset, metal, electrolyte);
		return new Conditions(new org.dendritej.core.flow.CreepLaw(or(Variable.CREEP_EXPONENT, base.creep().exponent()), or(
			Variable.CREEP_PREFACTOR, base.creep().prefactor298()), base.creep().activationKJPerMol()), strengthMPa(
				radiusUm), or(Variable.STACK, 0), temperature(base), kinetics, or(Variable.SIGMA, base
					.conductivitySPerM()), or(Variable.RINT, base.interfaceOhmCm2()), reading, entrance, exit, base
						.molarVolumeCm3PerMol(), base.metalBulkGPa(), base.youngGPa(), base.poisson());
	}

	private double temperature(final Conditions base) {
		final double t = or(Variable.TEMPERATURE, base.temperatureK());
		final double melting = metal.valueOr(MaterialKey.MELTING_POINT, Double.POSITIVE_INFINITY);
		if (t >= melting) throw new IllegalArgumentException("temperature is " + t + " K, at or above the melting point of " +
			metal.name() + " of " + melting + " K, where nothing creeps; type a lower temperature.");
		return t;
	}

	private double or(final Variable v, final double otherwise) {
		return typed.getOrDefault(v, otherwise);
	}
}
