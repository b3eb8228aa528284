// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

/**
 * What is done to one slice, and what was seen of it.
 *
 * @param slice index, from 0
 * @param dxPx the content of the slice lies this far right of where it belongs, pixels; taken back by the alignment
 * @param dyPx the same for rows, pixels of the recorded image
 * @param gain factor that brings its grey levels to those of the stack
 * @param offset grey levels added after the gain
 * @param relativeThickness distance to the next slice over the nominal one, from how much the two differ; NaN if not measured
 * @param residualPx median disagreement of the motions measured about this slice, pixels; NaN if not measured
 * @param fault empty, or blank, duplicate, gap, unlike, or several of them
 */
public record SliceMove(int slice, double dxPx, double dyPx, double gain, double offset, double relativeThickness, double residualPx, String fault) {

	/** Checks that the move can be applied. */
	public SliceMove {
		if (!Double.isFinite(dxPx) || !Double.isFinite(dyPx) || !(gain > 0) || Double.isInfinite(gain) || !Double.isFinite(offset))
			throw new IllegalArgumentException("The transform of slice " + slice + " (dx " + dxPx + ", dy " + dyPx + ", gain " + gain + ", offset "
				+ offset + ") cannot be applied; shifts and offset must be finite and the gain positive.");
		if (fault == null) throw new IllegalArgumentException("The transform of slice " + slice + " has no text for its fault; give an empty one.");
	}

	/**
	 * A slice that is left as it is.
	 *
	 * @param slice index
	 * @return no shift, gain 1
	 */
	public static SliceMove none(final int slice) {
		return new SliceMove(slice, 0, 0, 1, 0, Double.NaN, Double.NaN, "");
	}
}
