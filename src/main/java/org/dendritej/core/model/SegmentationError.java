// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.record.Section;

/**
 * How far the choice of the threshold moves the lengths of a microstructure: an error that all pores and cracks share.
 *
 * @param radius relative standard deviation of pore radii; 0: not known
 * @param length of crack lengths
 * @param width of crack widths
 */
public record SegmentationError(double radius, double length, double width) {

	/** Nothing is known of it. */
	public static final SegmentationError NONE = new SegmentationError(0, 0, 0);

	/**
	 * Name of the summary row.
	 *
	 * @param what radius, length or width
	 * @return the name
	 */
	public static String name(final String what) {
		return "segmentation_" + what + "_sd_rel";
	}

	/**
	 * What the sections of a document say.
	 *
	 * @param sample the document; may be null
	 * @return the error; 0 where nothing is known
	 */
	public static SegmentationError of(final Microstructure sample) {
		return sample == null ? NONE : new SegmentationError(value(sample.pores(), "radius"), value(sample.cracks(), "length"), value(sample.cracks(),
			"width"));
	}

	private static double value(final Section<?> s, final String what) {
		final double v = s == null ? 0 : s.find(name(what)).map(Quantity::value).orElse(0.0);
		return v > 0 && v < 10 ? v : 0;
	}
}
