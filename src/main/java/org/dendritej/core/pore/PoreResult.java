// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import java.util.List;

import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Pore;
import org.dendritej.core.record.Quantity;

/**
 * What was found of the pores of one image.
 *
 * @param labels label of each voxel, written slice by slice when asked for; label k is row k - 1
 * @param pores the pores in the order of their labels
 * @param summary numbers of the population, with intervals
 * @param flags remarks on validity
 * @param sizes border-corrected distribution of the radius
 * @param pairs pair correlation of the centroids
 */
public record PoreResult(IntVolume labels, List<Pore> pores, List<Quantity> summary, List<Flag> flags,
	SizeDistribution sizes, PairCorrelation pairs)
{

	/** Keeps copies. */
	public PoreResult {
		pores = List.copyOf(pores);
		summary = List.copyOf(summary);
		flags = List.copyOf(flags);
	}
}
