// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import java.util.List;
import java.util.stream.Collectors;

import org.dendritej.core.record.Column;

/**
 * What is true of one crack of a specimen: only the part inside the image and outside the pores counts,
 * lithium in it included.
 *
 * @param id number, from 1
 * @param shape name of the shape
 * @param volumeUm3 volume, um3
 * @param lengthUm length of the main middle line, um
 * @param totalLengthUm length of all middle lines, um
 * @param widthMeanNm mean opening along the main line, nm
 * @param widthMinNm least opening along the main line, nm
 * @param breadthUm extent across the line, um
 * @param aspect length over mean width
 * @param depthReachUm greatest depth of a middle line, um; NaN without a face
 * @param opensAtFace whether it reaches the face
 * @param poreIds pores in which it ends
 * @param longTwothirds length &gt;= 2/3 of the longest: first reading of "within 33 % of the longest"
 * @param longestThird among the longest third of all cracks: second reading
 */
public record CrackTruth(int id, String shape, double volumeUm3, double lengthUm, double totalLengthUm,
	double widthMeanNm, double widthMinNm, double breadthUm, double aspect, double depthReachUm, boolean opensAtFace,
	List<Integer> poreIds, boolean longTwothirds, boolean longestThird)
{

	/** Keeps a copy. */
	public CrackTruth {
		poreIds = List.copyOf(poreIds);
	}

	/** The table of true cracks, in the order of the file; names as in the cracks table where the meaning is the same. */
	public static final List<Column<CrackTruth>> COLUMNS = List.of(
		new Column<>("id", "number of the crack", CrackTruth::id),
		new Column<>("shape", "name of the shape", CrackTruth::shape),
		new Column<>("volume_um3", "volume inside the image and outside the pores", CrackTruth::volumeUm3),
		new Column<>("length_um", "length of the main middle line", CrackTruth::lengthUm),
		new Column<>("total_length_um", "length of all middle lines", CrackTruth::totalLengthUm),
		new Column<>("width_mean_nm", "mean opening along the main line", CrackTruth::widthMeanNm),
		new Column<>("width_min_nm", "least opening along the main line", CrackTruth::widthMinNm),
		new Column<>("breadth_um", "extent across the line", CrackTruth::breadthUm),
		new Column<>("aspect", "length over mean width", CrackTruth::aspect),
		new Column<>("depth_reach_um", "greatest depth of a middle line", CrackTruth::depthReachUm),
		new Column<>("opens_at_face", "reaches the electrode face", CrackTruth::opensAtFace),
		new Column<>("pore_labels", "pores in which it ends, separated by spaces",
			c -> c.poreIds.stream().map(String::valueOf).collect(Collectors.joining(" "))),
		new Column<>("long_twothirds", "at least 2/3 of the longest", CrackTruth::longTwothirds),
		new Column<>("longest_third", "among the longest third of all cracks", CrackTruth::longestThird));
}
