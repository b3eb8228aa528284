// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.dendritej.core.record.Column;
import org.dendritej.core.record.Spallation;

/**
 * What a measured spallation says about the pressure that made it: the pressure that opens and grows a circular crack of
 * its radius at its depth (eq. 18), whether its lid can still be elastic, and whether a leaking occluded pore at its depth
 * could have started it (eq. 15 to 17).
 * <p>
 * The elastic opening is the mean one (volume over area) at the growth pressure: the crack cannot open further without
 * growing. It is compared with the measured mean opening, or, where only the uplift is known, with that. Its range takes the
 * toughness at the ends of its range and the modulus at the opposite ends. A measured opening above the range means that
 * the lid has broken through. The start is judged as for occluded pores: leakage must reach the pressure that cracks the
 * electrolyte from a pore of the stated radius, and, if the charge is known, the pore must have had time to fill.
 *
 * @param id number of the spallation
 * @param radiusUm half its diameter, um
 * @param depthUm depth of the crack, um
 * @param depthSource measured or typed
 * @param slenderness radius over depth
 * @param growthMPa pressure at which it grows, MPa
 * @param growthLowMPa the same with the lowest toughness, MPa
 * @param growthHighMPa with the highest, MPa
 * @param openingMPa pressure that would open it elastically by the measured opening, MPa
 * @param elasticUm mean opening at the growth pressure, um
 * @param elasticHighUm its upper end, um
 * @param measuredUm measured mean opening or uplift, um
 * @param lid elastic, broken through, undecided or not measured
 * @param fillUahCm2 charge over the footprint that fills the crack elastically opened, uAh/cm2
 * @param capMPa pressure that leakage would reach at its depth and the stated current density, MPa
 * @param leakMaCm2 current density above which leakage alone makes it grow, mA/cm2
 * @param poreUm radius of the occluded pore that is asked about, um
 * @param startMPa pressure at which that pore cracks the electrolyte, MPa
 * @param poreFillMahCm2 charge per electrode area while that pore fills, mAh/cm2
 * @param started yes, no or not known
 * @param reason one sentence
 */
public record LidMechanics(int id, double radiusUm, double depthUm, String depthSource, double slenderness,
	double growthMPa, double growthLowMPa, double growthHighMPa, double openingMPa, double elasticUm,
	double elasticHighUm, double measuredUm, String lid, double fillUahCm2, double capMPa, double leakMaCm2,
	double poreUm, double startMPa, double poreFillMahCm2, String started, String reason)
{

	/** The mechanics table, in the order of the file. */
	public static final List<Column<LidMechanics>> COLUMNS = List.of(
		new Column<>("id", "number of the spallation", LidMechanics::id),
		new Column<>("radius_um", "half its diameter", LidMechanics::radiusUm),
		new Column<>("depth_um", "depth of the crack", LidMechanics::depthUm),
		new Column<>("depth_source", "measured or typed", LidMechanics::depthSource),
		new Column<>("slenderness", "radius over depth", LidMechanics::slenderness),
		new Column<>("growth_pressure_mpa", "pressure at which it grows", LidMechanics::growthMPa),
		new Column<>("growth_pressure_low_mpa", "with the lowest toughness", LidMechanics::growthLowMPa),
		new Column<>("growth_pressure_high_mpa", "with the highest toughness", LidMechanics::growthHighMPa),
		new Column<>("opening_pressure_mpa", "pressure that opens it elastically as measured", LidMechanics::openingMPa),
		new Column<>("elastic_opening_um", "mean opening at the growth pressure", LidMechanics::elasticUm),
		new Column<>("elastic_opening_high_um", "its upper end", LidMechanics::elasticHighUm),
		new Column<>("measured_opening_um", "measured mean opening, else the uplift", LidMechanics::measuredUm),
		new Column<>("lid", "elastic, broken through, undecided or not measured", LidMechanics::lid),
		new Column<>("fill_uah_cm2", "charge over the footprint that fills it", LidMechanics::fillUahCm2),
		new Column<>("leak_pressure_cap_mpa", "pressure that leakage would reach at its depth", LidMechanics::capMPa),
		new Column<>("leak_current_ma_cm2", "current density above which leakage makes it grow", LidMechanics::leakMaCm2),
		new Column<>("pore_radius_um", "radius of the occluded pore asked about", LidMechanics::poreUm),
		new Column<>("start_pressure_mpa", "pressure at which that pore cracks the electrolyte", LidMechanics::startMPa),
		new Column<>("pore_fill_mah_cm2", "charge per area while that pore fills", LidMechanics::poreFillMahCm2),
		new Column<>("pore_started_it", "yes, no or not known", LidMechanics::started),
		new Column<>("reason", "why", LidMechanics::reason));

	/**
	 * What is asked.
	 *
	 * @param electrolyte elastic constants, toughness, conductivities, interface resistance
	 * @param metal the plated metal
	 * @param currentMaCm2 current density, mA/cm2; NaN if not known
	 * @param capacityMahCm2 charge passed, mAh/cm2; NaN if not known
	 * @param typedDepthUm depth for spallations without a measured one, um; NaN if none
	 * @param poreRadiusUm radius of the occluded pore, um
	 */
	public record Question(Material electrolyte, Material metal, double currentMaCm2, double capacityMahCm2,
		double typedDepthUm, double poreRadiusUm)
	{

		/** Checks the numbers. */
		public Question {
			Allowed.positive("poreradius", poreRadiusUm, "um");
			if (!Double.isNaN(currentMaCm2)) Allowed.positive("current", currentMaCm2, "mA/cm2");
			if (!Double.isNaN(capacityMahCm2)) Allowed.positive("capacity", capacityMahCm2, "mAh/cm2");
			if (!Double.isNaN(typedDepthUm)) Allowed.positive("depth", typedDepthUm, "um");
		}
	}

	/**
	 * Answers for each spallation.
	 *
	 * @param spallations measured spallations
	 * @param q materials and charge
	 * @return one row for each that has a depth, in the same order
	 */
	public static List<LidMechanics> of(final List<Spallation> spallations, final Question q) {
		final List<LidMechanics> rows = new ArrayList<>();
		for (final Spallation s : spallations) {
			final boolean measured = s.depthUm() > 0;
			final double depth = measured ? s.depthUm() : q.typedDepthUm;
			if (depth > 0 && s.diameterUm() > 0) rows.add(row(s, depth, measured ? "measured" : "typed", q));
		}
		return rows;
	}

	private static LidMechanics row(final Spallation s, final double depth, final String source, final Question q) {
		final Property e = q.electrolyte.property(MaterialKey.YOUNGS_MODULUS), k = q.electrolyte.property(MaterialKey.TOUGHNESS);
		final double nu = q.electrolyte.value(MaterialKey.POISSON_RATIO), c = s.diameterUm() / 2;
		final PennyCrack crack = new PennyCrack(c, depth, e.value(), nu);
		final double growth = crack.criticalPressureMPa(k.value()), high = crack.criticalPressureMPa(k.high());
		final double elastic = mean(crack, growth), most = mean(new PennyCrack(c, depth, e.low(), nu), high);
		final double least = mean(new PennyCrack(c, depth, e.high(), nu), crack.criticalPressureMPa(k.low()));
		final double seen = seen(s), omega = q.metal.value(MaterialKey.MOLAR_VOLUME);
		final String lid = Double.isNaN(seen) ? "not measured" : seen > most ? "broken through" : seen < least ? "elastic"
			: "undecided";
		final String opened = Double.isNaN(seen) ? "Its opening was not measured" : String.format(Locale.ROOT,
			"It opens by %.3g um where an elastic lid opens by %.3g um (%.3g to %.3g um) before it grows", seen, elastic, least,
			most);
		final Start start = start(depth, growth, q, omega);
		return new LidMechanics(s.id(), c, depth, source, c / depth, growth, crack.criticalPressureMPa(k.low()), high, Double
			.isNaN(seen) ? Double.NaN : seen / mean(crack, 1), elastic, most, seen, lid, 1000 * crack.fillCapacityMahCm2(
				growth, omega), start.cap, start.leak, q.poreRadiusUm, start.crackMPa, start.fillMahCm2, start.verdict, opened + ". "
					+ start.reason);
	}

	private static double seen(final Spallation s) {
		return Double.isNaN(s.openingUm()) ? s.upliftUm() : s.openingUm();
	}

	private static double mean(final PennyCrack crack, final double pressureMPa) {
		return crack.volumeUm3(pressureMPa) / (Math.PI * crack.radiusUm() * crack.radiusUm());
	}

	private record Start(double cap, double leak, double crackMPa, double fillMahCm2, String verdict, String reason) {}

	private static Start start(final double depth, final double growth, final Question q, final double omega) {
		final Material m = q.electrolyte;
		if (!(depth > q.poreRadiusUm)) return unknown(String.format(Locale.ROOT,
			"A pore of radius %.3g um does not fit above a depth of %.3g um.", q.poreRadiusUm, depth));
		if (!m.has(MaterialKey.ELECTRONIC_CONDUCTIVITY) || !m.has(MaterialKey.INTERFACE_RESISTANCE)) return unknown("Material "
			+ m.name() + " has no electronic conductivity or interface resistance, so leakage is not known.");
		final OccludedPore pore = new OccludedPore(q.poreRadiusUm, depth, m.value(MaterialKey.IONIC_CONDUCTIVITY), m.value(
			MaterialKey.ELECTRONIC_CONDUCTIVITY), m.value(MaterialKey.INTERFACE_RESISTANCE), omega);
		final double crack = new PennyCrack(q.poreRadiusUm, depth, m.value(MaterialKey.YOUNGS_MODULUS), m.value(
			MaterialKey.POISSON_RATIO)).criticalPressureMPa(m.value(MaterialKey.TOUGHNESS));
		final double leak = pore.criticalCurrentMaCm2(growth), j = q.currentMaCm2;
		if (Double.isNaN(j)) return new Start(Double.NaN, leak, crack, Double.NaN, "not known", String.format(Locale.ROOT,
			"Without a current density it is only known that leakage reaches the start pressure of %.3g MPa above %.3g mA/cm2.",
			crack, pore.criticalCurrentMaCm2(crack)));
		final double cap = pore.pressureLimitMPa(j), fill = j * pore.fillTimeS(j) / 3600;
		final boolean strong = cap >= crack, late = fill > q.capacityMahCm2;
		final String time = Double.isNaN(q.capacityMahCm2) ? "; whether it had filled by then is not known without a capacity"
			: String.format(Locale.ROOT, "; it fills after %.3g mAh/cm2, %s the %.3g passed", fill, late ? "later than" : "within",
				q.capacityMahCm2);
		return new Start(cap, leak, crack, fill, strong && !late ? "yes" : "no", String.format(Locale.ROOT,
			"Leakage into a pore of radius %.3g um at this depth reaches %.3g MPa where %.3g MPa crack the electrolyte%s.",
			q.poreRadiusUm, cap, crack, time));
	}

	private static Start unknown(final String reason) {
		return new Start(Double.NaN, Double.NaN, Double.NaN, Double.NaN, "not known", reason);
	}
}
