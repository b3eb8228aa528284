// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.record;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One crack as it was measured.
 *
 * @param label number in the crack's own labelling, from 1
 * @param voxels voxels
 * @param volumeUm3 volume, um3
 * @param lengthUm geodesic length from the electrode face (or the open end) to the far end, um
 * @param lengthSdUm standard deviation of that length, um
 * @param widthMeanNm mean opening along the path, nm
 * @param widthSdNm standard deviation of the mean opening, nm
 * @param widthMinNm narrowest opening along the path, nm
 * @param widthFlowNm opening of the uniform crack with the same flow resistance (physics eq. 6), nm
 * @param aspect length over mean width
 * @param isCrack whether aspect is at least the limit (3:1 by default)
 * @param depthReachUm greatest depth below the face, um; NaN without a face
 * @param opensAtFace whether it touches the electrode face
 * @param tortuosity geodesic length over the straight distance of its ends
 * @param poreLabels pores that it touches
 * @param widthResolved false if the width is below what the image resolves
 * @param crossesVolume whether it reaches from the electrode face to the opposite side
 * @param extentUm greatest extent along its longest principal axis, um; NaN = not measured
 * @param breadthUm greatest extent along its second principal axis, um; NaN = not measured
 * @param thicknessUm greatest extent along its third principal axis, um; NaN = not measured
 */
public record Crack(int label, long voxels, double volumeUm3, double lengthUm, double lengthSdUm, double widthMeanNm,
	double widthSdNm, double widthMinNm, double widthFlowNm, double aspect, boolean isCrack, double depthReachUm,
	boolean opensAtFace, double tortuosity, List<Integer> poreLabels, boolean widthResolved, boolean crossesVolume,
	double extentUm, double breadthUm, double thicknessUm)
{

	/** Keeps a copy. */
	public Crack {
		poreLabels = List.copyOf(poreLabels);
	}

	/**
	 * A crack whose extents were not measured.
	 *
	 * @param label number in the crack's own labelling, from 1
	 * @param voxels voxels
	 * @param volumeUm3 volume, um3
	 * @param lengthUm geodesic length, um
	 * @param lengthSdUm its standard deviation, um
	 * @param widthMeanNm mean opening, nm
	 * @param widthSdNm its standard deviation, nm
	 * @param widthMinNm narrowest opening, nm
	 * @param widthFlowNm flow-relevant opening, nm
	 * @param aspect length over mean width
	 * @param isCrack whether aspect is at least the limit
	 * @param depthReachUm greatest depth below the face, um
	 * @param opensAtFace whether it touches the electrode face
	 * @param tortuosity geodesic length over straight distance
	 * @param poreLabels pores that it touches
	 * @param widthResolved false if the width is below what the image resolves
	 */
	public Crack(final int label, final long voxels, final double volumeUm3, final double lengthUm, final double lengthSdUm,
		final double widthMeanNm, final double widthSdNm, final double widthMinNm, final double widthFlowNm,
		final double aspect, final boolean isCrack, final double depthReachUm, final boolean opensAtFace,
		final double tortuosity, final List<Integer> poreLabels, final boolean widthResolved)
	{
		this(label, voxels, volumeUm3, lengthUm, lengthSdUm, widthMeanNm, widthSdNm, widthMinNm, widthFlowNm, aspect, isCrack,
			depthReachUm, opensAtFace, tortuosity, poreLabels, widthResolved, false, Double.NaN, Double.NaN, Double.NaN);
	}

	/** The cracks table, in the order of the file. */
	public static final List<Column<Crack>> COLUMNS = List.of(
		new Column<>("label", "number of the crack", Crack::label),
		new Column<>("voxels", "voxels", Crack::voxels),
		new Column<>("volume_um3", "volume", Crack::volumeUm3),
		new Column<>("length_um", "geodesic length from the face or open end to the far end", Crack::lengthUm),
		new Column<>("length_sd_um", "standard deviation of length_um", Crack::lengthSdUm),
		new Column<>("width_mean_nm", "mean opening along the path", Crack::widthMeanNm),
		new Column<>("width_sd_nm", "standard deviation of width_mean_nm", Crack::widthSdNm),
		new Column<>("width_min_nm", "narrowest opening along the path", Crack::widthMinNm),
		new Column<>("width_flow_nm", "opening of the uniform crack of equal flow resistance", Crack::widthFlowNm),
		new Column<>("aspect", "length over mean width", Crack::aspect),
		new Column<>("is_crack", "aspect at least the limit", Crack::isCrack),
		new Column<>("depth_reach_um", "greatest depth below the face", Crack::depthReachUm),
		new Column<>("opens_at_face", "touches the electrode face", Crack::opensAtFace),
		new Column<>("tortuosity", "geodesic length over straight distance", Crack::tortuosity),
		new Column<>("pore_labels", "pores that it touches, separated by spaces",
			c -> c.poreLabels.stream().map(String::valueOf).collect(Collectors.joining(" "))),
		new Column<>("width_resolved", "false if the image cannot resolve the width", Crack::widthResolved),
		new Column<>("crosses_volume", "reaches from the face to the opposite side", Crack::crossesVolume),
		new Column<>("extent_um", "extent along the longest principal axis", Crack::extentUm),
		new Column<>("breadth_um", "extent along the second principal axis", Crack::breadthUm),
		new Column<>("thickness_um", "extent along the third principal axis", Crack::thicknessUm));
}
