// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.dendritej.core.record.MgRegion;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Pore;

/**
 * The leakage branch: pores without a way to the electrode, how much pressure leakage builds in them, and whether that
 * opens a spallation crack (eq. 15 to 18). The graph decides what is occluded; a magnesium verdict on the same object
 * overrules it: magnesium proves a joint that the image does not show.
 */
public final class OccludedPores {

	private OccludedPores() {}

	/**
	 * Computes.
	 *
	 * @param sample pores, and magnesium verdicts if there are any
	 * @param occluded labels without a way to the electrode
	 * @param magnesiumIdsArePores whether the ids of the magnesium table are pore labels of the same image
	 * @param electrolyte conductivities, elastic constants, toughness, interface resistance
	 * @param conditions interface resistance, conductivity and molar volume in use
	 * @param currentMaCm2 current density of the table, mA/cm2
	 * @return one row for each occluded pore, lowest critical current first
	 */
	public static List<OccludedRow> of(final Microstructure sample, final List<Integer> occluded,
		final boolean magnesiumIdsArePores, final Material electrolyte, final Conditions conditions,
		final double currentMaCm2)
	{
		Allowed.positive("the current density", currentMaCm2, "mA/cm2");
		final Map<Integer, MgRegion> verdicts = new HashMap<>();
		if (magnesiumIdsArePores && sample.magnesium() != null) for (final MgRegion r : sample.magnesium().rows())
			verdicts.put(r.id(), r);
		final Set<Integer> without = new HashSet<>(occluded);
		final List<OccludedRow> rows = new ArrayList<>();
		for (final Pore p : sample.pores().rows()) {
			final MgRegion mg = verdicts.get(p.label());
			final boolean joined = mg != null && mg.verdict() == MgRegion.Verdict.LI_MG;
			final boolean isolated = mg != null && mg.verdict() == MgRegion.Verdict.LI && mg.isolated();
			if (joined || !without.contains(p.label()) && !isolated || p.opensAtFace()) continue;
			final String reason = isolated ? "lithium without magnesium above " + mg.mgAtpctLimit() +
				" at% and no Mg-bearing path to the electrode" : "no crack joins it to the electrode in the image";
			rows.add(row(p, electrolyte, conditions, currentMaCm2, reason));
		}
		rows.sort(Comparator.comparingDouble(OccludedRow::criticalMaCm2).thenComparingInt(OccludedRow::pore));
		return rows;
	}

	private static OccludedRow row(final Pore p, final Material electrolyte, final Conditions c, final double current,
		final String reason)
	{
		if (!(p.depthUm() > p.radiusEqUm())) throw new IllegalArgumentException("Pore " + p.label() + " has a depth of " + p
			.depthUm() + " um and a radius of " + p.radiusEqUm() +
			" um; run Label Pores again with face= set to the electrode's side.");
		final OccludedPore pore = new OccludedPore(p.radiusEqUm(), p.depthUm(), c.conductivitySPerM(), electrolyte.value(
			MaterialKey.ELECTRONIC_CONDUCTIVITY), c.interfaceOhmCm2(), c.molarVolumeCm3PerMol());
		final double critical = new PennyCrack(p.radiusEqUm(), p.depthUm(), c.youngGPa(), c.poisson()).criticalPressureMPa(
			electrolyte.value(MaterialKey.TOUGHNESS));
		final double limit = pore.pressureLimitMPa(current), fill = pore.fillTimeS(current);
		return new OccludedRow(p.label(), p.radiusEqUm(), p.depthUm(), critical, pore.criticalCurrentMaCm2(critical), limit,
			fill, current * fill / 3600, limit >= critical, reason);
	}

	/**
	 * Pores that magnesium verdicts show to be isolated, whatever the graph says; pores that open at the face are not.
	 *
	 * @param sample pores and magnesium verdicts
	 * @return labels
	 */
	public static Set<Integer> isolatedByMagnesium(final Microstructure sample) {
		final Set<Integer> labels = new HashSet<>();
		if (sample.magnesium() != null) for (final MgRegion r : sample.magnesium().rows())
			if (r.isolated() && r.verdict() == MgRegion.Verdict.LI) labels.add(r.id());
		final Set<Integer> isolated = new java.util.TreeSet<>();
		for (final Pore p : sample.pores().rows())
			if (!p.opensAtFace() && labels.contains(p.label())) isolated.add(p.label());
		return isolated;
	}

	/**
	 * Pores that a magnesium verdict joins to the electrode although the graph does not.
	 *
	 * @param sample pores and magnesium verdicts
	 * @param occluded labels without a way to the electrode
	 * @return labels
	 */
	public static List<Integer> joinedByMagnesium(final Microstructure sample, final List<Integer> occluded) {
		final List<Integer> joined = new ArrayList<>();
		if (sample.magnesium() != null) for (final MgRegion r : sample.magnesium().rows())
			if (r.verdict() == MgRegion.Verdict.LI_MG && occluded.contains(r.id())) joined.add(r.id());
		return joined;
	}
}
