// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.dendritej.core.record.Flag;
import org.dendritej.core.record.LargeRule;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.PoreCurrent;
import org.dendritej.core.record.Quantity;

/**
 * The published way from a microstructure to a critical current: largest pores, their mean separation, longest cracks,
 * their mean width (paper mode), with uncertainty, sensitivities, the other readings of the rules, and a verdict.
 */
public final class Initiation {

	private static final Variable[] SENSITIVE = { Variable.PORE_RADIUS, Variable.PORE_SEPARATION, Variable.CRACK_LENGTH,
		Variable.CRACK_WIDTH, Variable.STRENGTH, Variable.CREEP_PREFACTOR };

	/** Voxel edge within the slices of Melvin et al. 2025, nm. */
	private static final double PAPER_VOXEL_NM = 40;

	private Initiation() {}

	/**
	 * Predicts.
	 *
	 * @param sample the document of the specimen; null if all four lengths are typed
	 * @param options materials, preset, typed numbers and choices
	 * @return the prediction
	 * @throws IllegalArgumentException if an input is missing (the sentence names the command to run) or not allowed
	 */
	public static Prediction predict(final Microstructure sample, final InitiationOptions options) {
		final PaperInputs in = PaperInputs.of(sample, options.typed, options.largeRule, options.crackRule);
		final CriticalCurrent model = model(sample, options, in, options.conditions(in.radius().value()));
		final PoreArray array = in.array();
		final CollectingArea area = model.area(array);
		final PaperUncertainty u = new PaperUncertainty(array, model, PaperFactors.of(in, options, SegmentationError.of(sample)),
			options.samples, options.seed);
		final List<Flag> flags = new ArrayList<>(ValidityGate.check(sample, in, model, area));
		flags.addAll(ValidityGate.check(options));
		if (in.pores() == null && in.cracks() == null && options.typedSd.isEmpty()) flags.add(exact(model, array));
		if (u.crowdedShare() > 0.05) flags.add(Flag.warn("pores_crowded", String.format(Locale.ROOT,
			"In %.0f %% of the draws the pores stood closer than R = 0.256 s, where the collecting area is only bounded.",
			100 * u.crowdedShare())));
		final List<Quantity> rows = new ArrayList<>();
		main(rows, options, in, model, area, u, flags);
		sensitivities(rows, model, array, u);
		oneVoxel(rows, sample, model, array);
		dropped(rows, sample, in);
		times(rows, model, array, area);
		otherReadings(rows, sample, options, model.ccdMaCm2(array, area));
		return new Prediction(rows, flags, in, model, area, u);
	}

	/** With the collecting area from the field in the image where there is one: it replaces the closed form. */
	private static CriticalCurrent model(final Microstructure sample, final InitiationOptions o, final PaperInputs in,
		final Conditions c)
	{
		return new CriticalCurrent(c, MeasuredArea.of(sample, in, o.typed.keySet()));
	}

	private static void main(final List<Quantity> rows, final InitiationOptions o, final PaperInputs in,
		final CriticalCurrent model, final CollectingArea area, final PaperUncertainty u, final List<Flag> flags)
	{
		final Conditions c = model.conditions();
		final double ccd = model.ccdMaCm2(in.array(), area);
		rows.add(row("ccd", ccd, u.ccdInterval(), "mA/cm2", "eq. 13, preset " + o.preset.name() + ", kinetics " + o.kinetics
			.key() + ", width = " + o.reading.key() + "; " + o.samples + " draws, seed " + o.seed));
		rows.add(row("pore_pressure_limit", c.strengthMPa(), u.inputInterval(Variable.STRENGTH, c.strengthMPa()), "MPa",
			o.strengthSource()));
		final String[] names = { "pore_radius", "pore_separation", "crack_length", "crack_width" };
		for (int i = 0; i < names.length; i++) {
			final Input x = in.all().get(i);
			rows.add(row(names[i], x.value(), u.inputInterval(x.variable(), x.value()), x.variable().unit(), x.source()));
		}
		rows.add(row("collecting_area", area.alphaUm2(), u.alphaInterval(), "um2", area.source()));
		rows.add(row("pressure_cap", model.pressureCapMPa(ccd, area), u.capInterval(), "MPa",
			"eq. 12 at the ccd: pressure at which a coupled pore would take no more current"));
		rows.add(Quantity.text("validity", ValidityGate.verdict(flags), ValidityGate.reasons(flags)));
		rows.add(Quantity.of("wall_shear_rate", model.wallRatePerS(in.array()), "1/s",
			"in the crack at fracture; bulk creep tests end near 0.5 1/s"));
		rows.add(Quantity.of("temperature", c.temperatureK(), "K", o.typed.containsKey(Variable.TEMPERATURE) ? "typed"
			: "default"));
		rows.add(Quantity.of("stack_pressure", c.stackMPa(), "MPa", o.typed.containsKey(Variable.STACK) ? "typed"
			: "default"));
		rows.add(Quantity.of("creep_exponent", c.creep().exponent(), "1", o.preset.exponent().source()));
		rows.add(Quantity.of("creep_prefactor", c.creepNow().prefactor(), "s^-1 MPa^-m", "at the stated temperature; " +
			o.preset.prefactor().source()));
	}

	private static void sensitivities(final List<Quantity> rows, final CriticalCurrent model, final PoreArray array,
		final PaperUncertainty u)
	{
		for (final Variable v : SENSITIVE)
			rows.add(Quantity.of("sensitivity_" + v.key(), model.sensitivity(array, v), "1", "d ln ccd / d ln " + v.key()));
		for (final Map.Entry<Variable, Double> e : u.shares().entrySet())
			rows.add(Quantity.of("variance_share_" + e.getKey().key(), e.getValue(), "1",
				"first-order Sobol index of ln ccd; " + u.sources().stream().filter(s -> s.startsWith(e.getKey().key() + ":"))
					.findFirst().orElse("")));
	}

	/** All four numbers typed: what the interval leaves out, with the width as the measure of it. */
	private static Flag exact(final CriticalCurrent model, final PoreArray array) {
		final double w = array.crackWidthNm();
		return Flag.note("typed_exact", String.format(Locale.ROOT,
			"All four lengths were typed and count as exact, so the interval holds only the strength and understates the doubt:"
				+ " one voxel of %.0f nm in the width alone gives %.3g to %.3g mA/cm2.", PAPER_VOXEL_NM, w > PAPER_VOXEL_NM ? model
					.ccdWith(array, Variable.CRACK_WIDTH, w - PAPER_VOXEL_NM) : 0, model.ccdWith(array, Variable.CRACK_WIDTH, w +
						PAPER_VOXEL_NM)));
	}

	/** What one voxel of the image is worth: the width is a few voxels and the CCD goes with its tenth power. */
	private static void oneVoxel(final List<Quantity> rows, final Microstructure sample, final CriticalCurrent model,
		final PoreArray array)
	{
		final boolean known = sample != null && sample.cracks() != null && sample.cracks().grid() != null;
		final double voxelNm = known ? 1e3 * sample.cracks().grid().finestEdgeUm() : PAPER_VOXEL_NM;
		final String source = String.format(Locale.ROOT, "crack width changed by one voxel of %.3g nm (%s)", voxelNm, known
			? "finest edge of the image" : "that of Melvin et al. 2025");
		final double narrow = array.crackWidthNm() - voxelNm;
		rows.add(Quantity.of("ccd_one_voxel_narrower", narrow > 0 ? model.ccdWith(array, Variable.CRACK_WIDTH, narrow)
			: Double.NaN, "mA/cm2", source));
		rows.add(Quantity.of("ccd_one_voxel_wider", model.ccdWith(array, Variable.CRACK_WIDTH, array.crackWidthNm() +
			voxelNm), "mA/cm2", source));
	}

	/** The rule drops small pores because they take little current; the current section says how little. */
	private static void dropped(final List<Quantity> rows, final Microstructure sample, final PaperInputs in) {
		if (sample == null || sample.current() == null || in.pores() == null) return;
		final Set<Integer> large = new HashSet<>();
		in.pores().large().forEach(p -> large.add(p.label()));
		final Set<Integer> pores = new HashSet<>();
		sample.pores().rows().forEach(p -> pores.add(p.label()));
		double all = 0, small = 0;
		for (final PoreCurrent c : sample.current().rows()) {
			if (!pores.contains(c.pore()) || Double.isNaN(c.collectingAreaUm2())) continue;
			all += c.collectingAreaUm2();
			if (!large.contains(c.pore())) small += c.collectingAreaUm2();
		}
		rows.add(Quantity.of("dropped_current_share", all > 0 ? small / all : Double.NaN, "1",
			"share of the pores' current that the pores dropped by largerule=" + in.pores().rule().key() + " take"));
	}

	private static void times(final List<Quantity> rows, final CriticalCurrent model, final PoreArray array,
		final CollectingArea area)
	{
		// At the critical current itself the pressure only approaches the strength; twice it is a definite case.
		final double ccd = model.ccdMaCm2(array, area);
		final FillingTime at = FillingTime.of(model, array, area, ccd), twice = FillingTime.of(model, array, area, 2 * ccd);
		rows.add(Quantity.of("fill_time", at.fillS(), "s", "empty pore, at the ccd"));
		rows.add(Quantity.of("fill_capacity", at.fillCapacityMahCm2(), "mAh/cm2", "empty pore, at the ccd"));
		rows.add(Quantity.of("crack_time_twice_ccd", twice.crackS(), "s", "eq. 14: from full to fracture at twice the ccd"));
		rows.add(Quantity.of("initiation_capacity_twice_ccd", twice.initiationCapacityMahCm2(), "mAh/cm2",
			"from empty to fracture at twice the ccd"));
	}

	private static void otherReadings(final List<Quantity> rows, final Microstructure sample, final InitiationOptions o,
		final double ccd)
	{
		final LargeRule large = o.largeRule == LargeRule.THIRD ? LargeRule.TWOTHIRDS : LargeRule.THIRD;
		other(rows, "large_rule", sample, o, large, o.crackRule, ccd, "largerule=" + large.key());
		other(rows, "crack_rule", sample, o, o.largeRule, o.crackRule.other(), ccd, "crackrule=" + o.crackRule.other()
			.key());
		final WidthReading width = o.reading == WidthReading.DIAMETER ? WidthReading.RADIUS : WidthReading.DIAMETER;
		final PaperInputs in = PaperInputs.of(sample, o.typed, o.largeRule, o.crackRule);
		final Conditions c = o.conditions(in.radius().value()).with(width, o.entrance, o.exit);
		final double other = model(sample, o, in, c).ccdMaCm2(in.array());
		rows.add(Quantity.of("ccd_other_width_reading", other, "mA/cm2", "widthreading=" + width.key() +
			" with the same strength; a strength fitted anew gives the same ccd"));
	}

	/** The other reading may fail (one large pore only): then the row says why instead of a number. */
	private static void other(final List<Quantity> rows, final String what, final Microstructure sample,
		final InitiationOptions o, final LargeRule large, final CrackRule cracks, final double ccd, final String source)
	{
		double value = Double.NaN;
		String why = source;
		try {
			final PaperInputs in = PaperInputs.of(sample, o.typed, large, cracks);
			value = model(sample, o, in, o.conditions(in.radius().value())).ccdMaCm2(in.array());
		}
		catch (final IllegalArgumentException e) {
			why = source + ": " + e.getMessage();
		}
		rows.add(Quantity.of("ccd_other_" + what, value, "mA/cm2", why));
		rows.add(Quantity.of("ccd_change_other_" + what, value / ccd, "1", "ratio to ccd; " + why));
	}

	private static Quantity row(final String name, final double value, final double[] interval, final String unit,
		final String source)
	{
		return Quantity.of(name, value, interval[0], interval[1], interval[2], unit, source);
	}
}
