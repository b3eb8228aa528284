// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.record;

import java.util.List;

/**
 * One object on a magnesium map with its counting statistics.
 *
 * @param section name of the map (cross-section)
 * @param id label of the object
 * @param pixels map pixels inside it
 * @param counts magnesium counts inside it
 * @param background counts expected there without magnesium
 * @param net counts - background
 * @param netSd Poisson standard deviation of net
 * @param limitCritical net counts above which magnesium is claimed (Currie)
 * @param limitDetection net counts that would be seen with the stated power (Currie)
 * @param mgAtpct magnesium, atomic percent of the metal, relative to the reference region
 * @param mgAtpctLimit smallest magnesium content that would have been seen, at%
 * @param p probability of so many counts without magnesium
 * @param q false-discovery rate (Benjamini-Hochberg)
 * @param verdict LI, LI_MG or UNDECIDED
 * @param pathToElectrodeUm length of the Mg-bearing path to the electrode, um; NaN if there is none
 * @param isolated magnesium-free without a Mg-bearing path to the electrode
 */
public record MgRegion(String section, int id, long pixels, double counts, double background, double net, double netSd,
	double limitCritical, double limitDetection, double mgAtpct, double mgAtpctLimit, double p, double q,
	Verdict verdict, double pathToElectrodeUm, boolean isolated)
{

	/** What the counts say. */
	public enum Verdict {
		/** Lithium: magnesium would have been seen and was not. */
		LI,
		/** Lithium-magnesium. */
		LI_MG,
		/** Too few counts to tell. */
		UNDECIDED
	}

	/** The magnesium table, in the order of the file. */
	public static final List<Column<MgRegion>> COLUMNS = List.of(
		new Column<>("section", "name of the map", MgRegion::section),
		new Column<>("id", "label of the object", MgRegion::id),
		new Column<>("pixels", "map pixels inside", MgRegion::pixels),
		new Column<>("counts", "counts inside", MgRegion::counts),
		new Column<>("background", "counts expected without magnesium", MgRegion::background),
		new Column<>("net", "counts - background", MgRegion::net),
		new Column<>("net_sd", "Poisson standard deviation of net", MgRegion::netSd),
		new Column<>("limit_critical", "Currie critical limit, counts", MgRegion::limitCritical),
		new Column<>("limit_detection", "Currie detection limit, counts", MgRegion::limitDetection),
		new Column<>("mg_atpct", "magnesium, at% of the metal", MgRegion::mgAtpct),
		new Column<>("mg_atpct_limit", "smallest content that would have been seen, at%", MgRegion::mgAtpctLimit),
		new Column<>("p", "probability of so many counts without magnesium", MgRegion::p),
		new Column<>("q", "false-discovery rate", MgRegion::q),
		new Column<>("verdict", "LI, LI_MG or UNDECIDED", m -> m.verdict.name()),
		new Column<>("path_to_electrode_um", "Mg-bearing path to the electrode", MgRegion::pathToElectrodeUm),
		new Column<>("isolated", "no Mg-bearing path to the electrode", MgRegion::isolated));
}
