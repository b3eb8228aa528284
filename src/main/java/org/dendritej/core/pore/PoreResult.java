// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import java.util.List;

import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;
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

	/**
	 * The largest pore to be expected under a whole electrode: an extrapolation, see {@link LargestPore}.
	 *
	 * @param electrodeAreaMm2 area of the electrode, mm2
	 * @param options how the pores were measured: face, draws and seed
	 * @return the estimate; NaN with a flag if too few uncut pores were seen
	 * @throws IllegalArgumentException if the area is not positive or no face is named
	 */
	public LargestPore largestOn(final double electrodeAreaMm2, final PoreOptions options) {
		LargestPore.requireArea(electrodeAreaMm2, options.face());
		final VoxelGrid g = labels.grid();
		double sample = g.volumeUm3();
		for (final Quantity q : summary)
			if (q.name().equals("sample_volume_um3")) sample = q.value();
		final double depth = g.extentUm(options.face().axis()) * sample / g.volumeUm3();
		return LargestPore.of(sizes, sample, depth, electrodeAreaMm2, options.draws(), options.seed());
	}

	/**
	 * The tail of the imaged radii and the law fitted to it, with nothing extrapolated.
	 *
	 * @return the fit for the imaged volume itself; only its law and its quantiles are meant to be used
	 */
	public LargestPore tail() {
		return LargestPore.of(sizes, 1, 1, 1e-6, 1, 1);
	}
}
