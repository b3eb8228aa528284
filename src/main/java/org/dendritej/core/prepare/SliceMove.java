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
 * @param fault empty, or blank, duplicate, gap, unlike, turned, or several of them
 * @param linear rotation, stretch and shear about the middle of the slice; taken back together with the shift
 */
public record SliceMove(int slice, double dxPx, double dyPx, double gain, double offset, double relativeThickness, double residualPx, String fault,
	Linear linear)
{

	/**
	 * A move without rotation, stretch or shear; for the arguments see the record.
	 *
	 * @param slice index
	 * @param dxPx columns
	 * @param dyPx rows
	 * @param gain factor
	 * @param offset grey levels
	 * @param relativeThickness over the nominal one
	 * @param residualPx pixels
	 * @param fault empty or words
	 */
	public SliceMove(final int slice, final double dxPx, final double dyPx, final double gain, final double offset, final double relativeThickness,
		final double residualPx, final String fault)
	{
		this(slice, dxPx, dyPx, gain, offset, relativeThickness, residualPx, fault, Linear.NONE);
	}

	/** Checks that the move can be applied. */
	public SliceMove {
		if (!Double.isFinite(dxPx) || !Double.isFinite(dyPx) || !(gain > 0) || Double.isInfinite(gain) || !Double.isFinite(offset))
			throw new IllegalArgumentException("The transform of slice " + slice + " (dx " + dxPx + ", dy " + dyPx + ", gain " + gain + ", offset "
				+ offset + ") cannot be applied; shifts and offset must be finite and the gain positive.");
		if (linear == null) throw new IllegalArgumentException("The transform of slice " + slice + " has no linear part; give Linear.NONE.");
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

	/**
	 * The same slice with another gain.
	 *
	 * @param factor on the grey levels
	 * @return a new move
	 */
	public SliceMove withGain(final double factor) {
		return new SliceMove(slice, dxPx, dyPx, factor, offset, relativeThickness, residualPx, fault, linear);
	}

	/**
	 * The same slice at another place.
	 *
	 * @param dx columns
	 * @param dy rows
	 * @param scale factor on the residual: pixels of the new image per pixel of the old
	 * @return a new move
	 */
	public SliceMove at(final double dx, final double dy, final double scale) {
		return new SliceMove(slice, dx, dy, gain, offset, relativeThickness, residualPx * scale, fault, linear);
	}
}
