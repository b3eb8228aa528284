// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

/**
 * How slices are brought into line.
 *
 * @param basis what the path rests on
 * @param trendSlices 0: all measured motion is taken back. Above 0: only what is faster than this many slices (standard
 *          deviation of a Gaussian) is; the slow part is left alone, because it may be slanted structure and not drift
 * @param fiducialX left column of a region that is known to stand still, such as a cap edge or a milled mark; -1 for none
 * @param fiducialY top row of it
 * @param fiducialWidth its columns
 * @param fiducialHeight its rows
 * @param affine whether slices that are turned, stretched or sheared are restored too
 */
public record AlignOptions(Basis basis, double trendSlices, int fiducialX, int fiducialY, int fiducialWidth, int fiducialHeight,
	boolean affine)
{

	/** Pixels that a region keeps when slices are averaged. */
	private static final int LEAST_BINNED = 48;

	/** What the path rests on. */
	public enum Basis {
		/** All structure; its slow motion may be slanted structure. */
		CONTENT,
		/** A region that is known to stand still. */
		FIDUCIAL,
		/** Bodies whose slants are random. */
		BODIES,
		/** What stands still if anything does, else bodies. */
		AUTO
	}

	/** Checks the numbers. */
	public AlignOptions {
		if (!(trendSlices >= 0) || trendSlices > 1e5) throw new IllegalArgumentException("trend=" + trendSlices
			+ " is not a number of slices; give 0 (take all motion back) to 100000.");
		if (fiducialX >= 0 && (fiducialY < 0 || fiducialWidth < 16 || fiducialHeight < 16)) throw new IllegalArgumentException(
			"The fiducial region " + fiducialX + "," + fiducialY + "," + fiducialWidth + "," + fiducialHeight
				+ " is not a region of at least 16 x 16 pixels; give x,y,width,height in pixels.");
	}

	/**
	 * Motion of the whole content; what is slower than some slices stays.
	 *
	 * @param trendSlices see above
	 * @return the options
	 */
	public static AlignOptions content(final double trendSlices) {
		return new AlignOptions(Basis.CONTENT, trendSlices, -1, -1, 0, 0, false);
	}

	/**
	 * Motion of a region that stands still in the specimen; all of it is taken back.
	 *
	 * @param x left column
	 * @param y top row
	 * @param width columns, at least 16
	 * @param height rows, at least 16
	 * @return the options
	 */
	public static AlignOptions fiducial(final int x, final int y, final int width, final int height) {
		if (x < 0) throw new IllegalArgumentException("The fiducial region starts at column " + x + "; give a column from 0.");
		return new AlignOptions(Basis.FIDUCIAL, 0, x, y, width, height, false);
	}

	/**
	 * What stands still over all slices, if anything does; else bodies, see {@link #bodies()}.
	 *
	 * @return the options
	 */
	public static AlignOptions auto() {
		return new AlignOptions(Basis.AUTO, 0, -1, -1, 0, 0, false);
	}

	/**
	 * The drift that many bodies of random slant have in common.
	 *
	 * @return the options
	 */
	public static AlignOptions bodies() {
		return new AlignOptions(Basis.BODIES, 0, -1, -1, 0, 0, false);
	}

	/**
	 * The same with slices turned back that are turned, stretched or sheared.
	 *
	 * @param on whether to
	 * @return new options
	 */
	public AlignOptions withAffine(final boolean on) {
		return new AlignOptions(basis, trendSlices, fiducialX, fiducialY, fiducialWidth, fiducialHeight, on);
	}

	/** Edge of the squares of pixels over which slices may be averaged before motions are measured. */
	int coarsest(final int edge) {
		int e = edge;
		while (e > 1 && hasFiducial() && (fiducialWidth / e < LEAST_BINNED || fiducialHeight / e < LEAST_BINNED))
			e--;
		return e;
	}

	/** The same options for slices that are averaged over squares of pixels. */
	AlignOptions binned(final int edge) {
		return edge == 1 || !hasFiducial() ? this : new AlignOptions(basis, trendSlices, fiducialX / edge, fiducialY / edge, fiducialWidth / edge,
			fiducialHeight / edge, affine);
	}

	boolean hasFiducial() {
		return fiducialX >= 0;
	}
}
