// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.current;

import java.util.List;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.record.Flag;
import org.dendritej.core.record.PoreCurrent;
import org.dendritej.core.record.Provenance;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.record.Section;

/**
 * The current distribution of one specimen.
 *
 * @param face where the electrode lies
 * @param pores one entry per pore
 * @param cracks one entry per crack
 * @param tips deepest crack tips
 * @param summary numbers of the whole
 * @param flags remarks on validity
 * @param potential V against the lithium; 0 in lithium, NaN where no current flows; slices are made when read
 * @param currentDensity magnitude, mA/cm2; likewise
 */
public record CurrentResult(ElectrodeFace face, List<BodyCurrent> pores, List<BodyCurrent> cracks, List<CrackTip> tips,
	List<Quantity> summary, List<Flag> flags, FloatVolume potential, FloatVolume currentDensity)
{

	/** Keeps copies. */
	public CurrentResult {
		pores = List.copyOf(pores);
		cracks = List.copyOf(cracks);
		tips = List.copyOf(tips);
		summary = List.copyOf(summary);
		flags = List.copyOf(flags);
	}

	/**
	 * The section of the sample's document: the pores, with the cracks' share in the summary.
	 *
	 * @param provenance how it was made
	 * @return the section
	 */
	public Section<PoreCurrent> section(final Provenance provenance) {
		return new Section<>(potential.grid(), face, pores.stream().map(BodyCurrent::record).toList(), summary, flags, provenance);
	}
}
