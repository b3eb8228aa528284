// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.List;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.Labels;
import org.dendritej.core.record.Branch;
import org.dendritej.core.record.Crack;
import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Link;
import org.dendritej.core.record.Provenance;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.record.Section;

/**
 * What was found about the cracks of a volume.
 *
 * @param grid geometry of the image
 * @param face where the electrode lies
 * @param cracks one record for each object, label 1 first
 * @param branches patches and lines of the medial surfaces, by crack
 * @param links edges of the pore-crack-face graph
 * @param occludedPores labels of pores that no crack joins to the face
 * @param openPores labels of pores that open at the face themselves
 * @param summary numbers of the whole
 * @param flags remarks on validity
 * @param labels the labelled cracks
 * @param surface medial surface, 255 on it: {@code [nz][nx ny]}
 * @param profile openings along the main line of each crack, by crack
 * @param byMask lengths as the mask alone shows them, by crack, to be compared with volumes that have no grey values; empty if
 *          the lengths are from the mask anyway
 */
public record CrackResult(VoxelGrid grid, ElectrodeFace face, List<Crack> cracks, List<Branch> branches, List<Link> links,
	List<Integer> occludedPores, List<Integer> openPores, List<Quantity> summary, List<Flag> flags, Labels labels, byte[][] surface,
	List<ProfilePoint> profile, List<MaskLength> byMask)
{

	/** Keeps copies of the lists; the surface is not copied. */
	public CrackResult {
		cracks = List.copyOf(cracks);
		branches = List.copyOf(branches);
		links = List.copyOf(links);
		occludedPores = List.copyOf(occludedPores);
		openPores = List.copyOf(openPores);
		summary = List.copyOf(summary);
		flags = List.copyOf(flags);
		profile = List.copyOf(profile);
		byMask = List.copyOf(byMask);
	}

	/**
	 * The section of the sample's document.
	 *
	 * @param provenance how it was made
	 * @return cracks, summary and flags
	 */
	public Section<Crack> section(final Provenance provenance) {
		return new Section<>(grid, face, cracks, summary, flags, provenance);
	}

	/**
	 * The branches as a section.
	 *
	 * @param provenance how it was made
	 * @return branches without a summary
	 */
	public Section<Branch> branchSection(final Provenance provenance) {
		return new Section<>(grid, face, branches, List.of(), List.of(), provenance);
	}

	/**
	 * The graph's edges as a section.
	 *
	 * @param provenance how it was made
	 * @return links without a summary
	 */
	public Section<Link> linkSection(final Provenance provenance) {
		return new Section<>(grid, face, links, List.of(), List.of(), provenance);
	}
}
