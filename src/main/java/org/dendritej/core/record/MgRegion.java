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
 * @param power probability that a lithium-magnesium object of this size and background would have been called LI_MG
 * @param dilution share of the X-ray signal that metal of this width gives compared with wide metal, 0 to 1
 * @param bloomCounts counts that lithium-magnesium within the X-ray range can send into it
 * @param pMissed probability that magnesium from the electrode would not have shown here although a path is open
 * @param pIsolated probability that the object is isolated, given that no magnesium was found; NaN if some was
 * @param path the shortest path to the electrode in the graph, such as {@code pore:3 > crack:2 > face}; empty if none
 * @param remarks codes of the remarks on this object, separated by spaces
 */
public record MgRegion(String section, int id, long pixels, double counts, double background, double net, double netSd,
	double limitCritical, double limitDetection, double mgAtpct, double mgAtpctLimit, double p, double q,
	Verdict verdict, double pathToElectrodeUm, boolean isolated, double power, double dilution, double bloomCounts,
	double pMissed, double pIsolated, String path, String remarks)
{

	/**
	 * A region without the columns of the physics: they are NaN or empty.
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
	 * @param mgAtpct magnesium, at%
	 * @param mgAtpctLimit smallest magnesium content that would have been seen, at%
	 * @param p probability of so many counts without magnesium
	 * @param q false-discovery rate
	 * @param verdict LI, LI_MG or UNDECIDED
	 * @param pathToElectrodeUm length of the Mg-bearing path to the electrode, um; NaN if there is none
	 * @param isolated magnesium-free without a Mg-bearing path to the electrode
	 */
	public MgRegion(final String section, final int id, final long pixels, final double counts, final double background,
		final double net, final double netSd, final double limitCritical, final double limitDetection,
		final double mgAtpct, final double mgAtpctLimit, final double p, final double q, final Verdict verdict,
		final double pathToElectrodeUm, final boolean isolated)
	{
		this(section, id, pixels, counts, background, net, netSd, limitCritical, limitDetection, mgAtpct, mgAtpctLimit, p,
			q, verdict, pathToElectrodeUm, isolated, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, "", "");
	}

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
		new Column<>("isolated", "no Mg-bearing path to the electrode", MgRegion::isolated),
		new Column<>("power", "probability that lithium-magnesium of this size would have been seen", MgRegion::power),
		new Column<>("dilution", "share of the signal of wide metal that this width gives", MgRegion::dilution),
		new Column<>("bloom_counts", "counts that nearby lithium-magnesium can send in", MgRegion::bloomCounts),
		new Column<>("p_missed", "probability that magnesium would not have shown although a path is open",
			MgRegion::pMissed),
		new Column<>("p_isolated", "probability of isolation, given that no magnesium was found", MgRegion::pIsolated),
		new Column<>("path", "shortest path to the electrode in the graph", MgRegion::path),
		new Column<>("remarks", "codes of the remarks on this object", MgRegion::remarks));
}
