// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Section;

/** Says whether the model applies to a sample: pass, warn or stop, with every reason. */
public final class ValidityGate {

	/** Fewest pores for a distribution to mean anything. */
	public static final int FEWEST_PORES = 20;
	/** Highest strain rate of bulk creep tests, 1/s (Fincher 2020, recalled). */
	public static final double FASTEST_TEST_PER_S = 0.5;

	/** Code of the remark that the pores run through the image. */
	private static final String CONNECTED = "percolating";

	private ValidityGate() {}

	/**
	 * Checks a prediction in paper mode.
	 *
	 * @param sample the document; null if all was typed
	 * @param inputs the four numbers
	 * @param model the conditions
	 * @param area collecting area
	 * @return every reason for doubt, empty if there is none
	 */
	public static List<Flag> check(final Microstructure sample, final PaperInputs inputs, final CriticalCurrent model,
		final CollectingArea area)
	{
		final List<Flag> flags = new ArrayList<>();
		if (sample != null) {
			if (inputs.pores() != null) {
				passOn(sample.pores(), flags);
				final int n = sample.pores().rows().size();
				if (n < FEWEST_PORES && flags.stream().noneMatch(f -> f.code().equals("few_pores"))) flags.add(Flag.warn("few_pores", "The sample has " + n + " pores, fewer than " +
					FEWEST_PORES + "; the largest of so few says little about an electrode."));
			}
			if (inputs.cracks() != null) passOn(sample.cracks(), flags);
		}
		if (inputs.cracks() != null && !inputs.cracks().resolved()) flags.add(Flag.warn("width_not_resolved",
			"The image resolves none of the crack widths; an error of one voxel in the width changes the CCD about tenfold."));
		if (model.areaMeasured()) passOn(sample.current(), flags);
		else if (inputs.radius().value() > 0.2 * inputs.separation().value()) flags.add(Flag.warn("area_closed_form",
			"The pores stand closer than five radii, where the closed form overestimates the collecting area by up to 9 % (19 % for"
				+ " cracks below half a micrometre); run Map Current Distribution for the field itself."));
		flags.addAll(check(model, model.wallRatePerS(inputs.array()), model.pressureCapMPa(model.ccdMaCm2(inputs.array(),
			area), area)));
		return flags;
	}

	/** Checks of the user's choices. */
	static List<Flag> check(final InitiationOptions o) {
		if (!o.fittedStrength() || o.preset.electrolyte().equals(o.electrolyte.name())) return List.of();
		return List.of(Flag.warn("strength_of_another_electrolyte", "The strength of preset " + o.preset.name() +
			" was fitted on " + o.preset.electrolyte() + ", not on " + o.electrolyte.name() + "; type strength= or calibrate it."));
	}

	/** Checks that do not need the microstructure's records. */
	static List<Flag> check(final CriticalCurrent model, final double wallRatePerS, final double capMPa) {
		final List<Flag> flags = new ArrayList<>();
		final Conditions c = model.conditions();
		final double young = c.youngGPa() * 1e3;
		if (c.strengthMPa() > young / 10) flags.add(Flag.stop("strength_impossible", String.format(Locale.ROOT,
			"The strength of %.4g MPa exceeds a tenth of Young's modulus (%.4g MPa), the ideal strength of a solid.", c
				.strengthMPa(), young)));
		else if (c.strengthMPa() > young / 100) flags.add(Flag.warn("strength_high", String.format(Locale.ROOT,
			"The strength of %.4g MPa is above a hundredth of Young's modulus (%.4g MPa), high for a ceramic.", c
				.strengthMPa(), young)));
		else if (c.strengthMPa() < 10) flags.add(Flag.warn("strength_low", String.format(Locale.ROOT,
			"The strength of %.4g MPa is below 10 MPa, low for a ceramic.", c.strengthMPa())));
		if (wallRatePerS > FASTEST_TEST_PER_S) flags.add(Flag.warn("creep_extrapolated", String.format(Locale.ROOT,
			"The shear rate in the crack at fracture is %.3g 1/s, beyond the %.2g 1/s of bulk creep tests.", wallRatePerS,
			FASTEST_TEST_PER_S)));
		final double over = c.strengthMPa() - c.stackMPa();
		if (c.kinetics() != Kinetics.PRESSURE && capMPa < over) flags.add(Flag.warn("cap_below_strength", String.format(
			Locale.ROOT,
			"With pressure coupling the pore could reach only %.3g MPa above the stack at the CCD, below the %.4g MPa needed; the published mechanism leaves this coupling out.",
			capMPa, over)));
		return flags;
	}

	/**
	 * Remarks of a section on its own validity concern the prediction too; notes do not. Connected porosity is a doubt for a
	 * table of pores but the end of this model, which knows only isolated pores behind narrow cracks (Melvin et al. 2025).
	 */
	static void passOn(final Section<?> section, final List<Flag> flags) {
		for (final Flag f : section.flags())
			if (f.code().equals(CONNECTED)) flags.add(Flag.stop(CONNECTED, f.reason() +
				" The model holds for isolated pores only; split the pores (split=true) if they merely touch, or do not use its CCD."));
			else if (f.level() != Flag.Level.NOTE) flags.add(f);
	}

	/**
	 * The verdict of several reasons.
	 *
	 * @param flags the reasons
	 * @return pass, warn or stop
	 */
	public static String verdict(final List<Flag> flags) {
		boolean warn = false;
		for (final Flag f : flags) {
			if (f.level() == Flag.Level.STOP) return "stop";
			warn |= f.level() == Flag.Level.WARN;
		}
		return warn ? "warn" : "pass";
	}

	/**
	 * The reasons as one text.
	 *
	 * @param flags the reasons
	 * @return sentences, or that no reason for doubt was found
	 */
	public static String reasons(final List<Flag> flags) {
		return flags.isEmpty() ? "no reason for doubt was found" : flags.stream().map(f -> f.code() + ": " + f.reason())
			.collect(Collectors.joining(" "));
	}
}
