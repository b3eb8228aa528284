// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.EnumMap;
import java.util.Map;

import org.dendritej.core.record.LargeRule;

/** What a user chooses for a prediction; every default is that of the command Predict Dendrite Initiation. */
public final class InitiationOptions {

	/** Most draws that are accepted. */
	public static final int MOST_SAMPLES = 1_000_000;

	final Material electrolyte;
	final Material metal;
	final Preset preset;
	final Map<Variable, Double> typed = new EnumMap<>(Variable.class);
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
	 * The conditions that follow from all choices.
	 *
	 * @return conditions
	 */
	public Conditions conditions() {
		final Conditions base = Conditions.of(preset, metal, electrolyte);
		return new Conditions(new org.dendritej.core.flow.CreepLaw(or(Variable.CREEP_EXPONENT, base.creep().exponent()), or(
			Variable.CREEP_PREFACTOR, base.creep().prefactor298()), base.creep().activationKJPerMol()), or(Variable.STRENGTH,
				base.strengthMPa()), or(Variable.STACK, 0), temperature(base), kinetics, or(Variable.SIGMA, base
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
