// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

import java.util.Arrays;
import java.util.List;

/**
 * Where the slices lie, and how well that is known.
 *
 * @param moves one transform per slice; gain 1 and offset 0
 * @param basis what the slow part of the path rests on: mark, standing, bodies, fast (of bodies), content, file or none
 * @param region x, y, width, height of the box about what stood still, pixels; null if nothing was used that stands still
 * @param bodies number of bodies whose ways were used; 0 if none
 * @param errorPx standard error of the path over all slices and both axes about its mean, pixels of the recorded image; NaN if it is not known
 *          (content: the slow part was left alone)
 * @param leftPx root mean square of slow motion that was seen but left in the stack, pixels; 0 if none was
 */
public record Alignment(List<SliceMove> moves, String basis, int[] region, int bodies, double errorPx, double leftPx) {

	/** Error of the path above which a warning is due, pixels. */
	public static final double GOAL_PX = 0.5;

	/** Keeps a copy. */
	public Alignment {
		moves = List.copyOf(moves);
	}

	/** The same with pixels of another size: one pixel there is {@code edge} here. */
	Alignment scaled(final int edge) {
		if (edge == 1) return this;
		final int[] r = region == null ? null : Arrays.stream(region).map(v -> v * edge).toArray();
		return new Alignment(moves.stream().map(m -> m.at(m.dxPx() * edge, m.dyPx() * edge, edge)).toList(), basis, r, bodies, errorPx * edge, leftPx * edge);
	}

	/**
	 * The same alignment with other moves.
	 *
	 * @param others one for each slice
	 * @return a new alignment
	 */
	public Alignment with(final List<SliceMove> others) {
		return new Alignment(others, basis, region, bodies, errorPx, leftPx);
	}

	/**
	 * In words, for the log and the table: what was used and what is not known.
	 *
	 * @return one or two sentences
	 */
	public String note() {
		final String box = region == null ? "" : " in x,y,width,height " + region[0] + "," + region[1] + "," + region[2] + "," + region[3] + " (pixels)";
		switch (basis) {
			case "mark":
				return "Aligned by the region given" + box + error() + ".";
			case "standing":
				return "Aligned by structure that keeps its place over all slices" + box + error() + "; look whether it is no slanted body.";
			case "bodies":
				return "Nothing stands still; the slow drift was taken from the ways of " + bodies + " bodies" + error() + "." + (errorPx > GOAL_PX
					? " That is more than " + GOAL_PX + " pixel: slants may be wrong by it; give fiducial= if there is a mark." : "")
					+ " A slant that all bodies share cannot be told from drift.";
			case "fast":
				return String.format(java.util.Locale.ROOT,
					"Nothing stands still, and %d bodies do not tell slow drift within a pixel; only motion faster than 10 slices was taken back. Slower motion of %.2f pixels rms was left: "
						+ "slants may be wrong by it. Give fiducial= if there is a mark, or align=bodies for the best guess.", bodies, leftPx);
			case "content":
				return leftPx > 0 ? String.format(java.util.Locale.ROOT,
					"Aligned by all structure; motion slower than the trend was left alone (%.2f pixels rms were seen), for it may be slanted structure or drift.", leftPx)
					: "Aligned by all structure; all motion was taken back, so that structure which slants everywhere alike stands straight now.";
			case "file":
				return "Placed by the transforms of a file.";
			default:
				return "Not aligned.";
		}
	}

	private String error() {
		return Double.isNaN(errorPx) ? "" : String.format(java.util.Locale.ROOT, ", standard error %.2f pixels", errorPx);
	}
}
