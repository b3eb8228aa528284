// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.view;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;

/**
 * The three sections through one voxel, side by side at one scale: x-y, z-y on its right, x-z below it. Pixels are square
 * whatever the voxels' edges are; each shows the voxel that it lies in.
 */
public final class Sections {

	/** Pixels between two sections. */
	public static final int GAP = 6;
	private static final int NOTHING = 0xff181818, CURSOR = 0xffffe000;

	private final VoxelGrid grid;
	private final double pxPerUm;
	private final int[] px = new int[3];

	/**
	 * The layout for a volume.
	 *
	 * @param grid the volume
	 * @param mostPx largest width and height of the whole picture, px
	 */
	public Sections(final VoxelGrid grid, final int mostPx) {
		this.grid = grid;
		final double z = grid.extentUm(2), wide = Math.max(grid.extentUm(0) + z, grid.extentUm(1) + z);
		pxPerUm = (mostPx - GAP) / wide;
		for (int a = 0; a < 3; a++)
			px[a] = Math.max(1, (int) Math.round(grid.extentUm(a) * pxPerUm));
	}

	/**
	 * Width of the picture.
	 *
	 * @return px
	 */
	public int width() {
		return px[0] + GAP + px[2];
	}

	/**
	 * Height of the picture.
	 *
	 * @return px
	 */
	public int height() {
		return px[1] + GAP + px[2];
	}

	/**
	 * Scale.
	 *
	 * @return px per um
	 */
	public double pxPerUm() {
		return pxPerUm;
	}

	/**
	 * The corner that is left free at the lower right, for a legend.
	 *
	 * @return its left and upper edge, px
	 */
	public int[] freeCorner() {
		return new int[] { px[0] + GAP, px[1] + GAP };
	}

	private int voxel(final int axis, final int at) {
		return Math.min(grid.size(axis) - 1, (int) ((at + 0.5) / px[axis] * grid.size(axis)));
	}

	private int middle(final int axis, final int voxel) {
		return (int) ((voxel + 0.5) * px[axis] / grid.size(axis));
	}

	/**
	 * The voxel that a click or a turn of the wheel means. A click sets the two axes of the section that it hits; the wheel
	 * moves along the third and stops at the ends.
	 *
	 * @param x column of the picture
	 * @param y row of the picture
	 * @param wheel steps of the wheel, or 0 for a click
	 * @param cursor voxel that is shown: i, j, k
	 * @return the new voxel, or the old one outside the sections
	 */
	public int[] moved(final int x, final int y, final int wheel, final int... cursor) {
		final int right = x - px[0] - GAP, low = y - px[1] - GAP;
		final boolean left = x >= 0 && x < px[0], up = y >= 0 && y < px[1];
		final boolean zy = up && right >= 0 && right < px[2], xz = left && low >= 0 && low < px[2];
		if (!(left && up) && !zy && !xz) return cursor.clone();
		final int[] c = cursor.clone();
		if (wheel != 0) {
			final int third = zy ? 0 : xz ? 1 : 2;
			c[third] = Math.max(0, Math.min(grid.size(third) - 1, c[third] + wheel));
			return c;
		}
		if (left) c[0] = voxel(0, x);
		if (up) c[1] = voxel(1, y);
		if (zy || xz) c[2] = voxel(2, zy ? right : low);
		return c;
	}

	/**
	 * Paints the picture.
	 *
	 * @param bodies labels or classes, 0 = none
	 * @param grey grey values below, or null
	 * @param low grey value shown black
	 * @param high grey value shown white
	 * @param paint colour of a label; its value is always NaN
	 * @param opacity of the colours over the grey values, 0 to 1; of no effect without grey values
	 * @param cursor voxel in which the sections meet: i, j, k
	 * @return width x height colours, 0xffRRGGBB
	 */
	public int[] picture(final IntVolume bodies, final FloatVolume grey, final double low, final double high, final Scene.Paint paint,
		final double opacity, final int... cursor)
	{
		final int[] out = new int[width() * height()];
		java.util.Arrays.fill(out, NOTHING);
		for (int k = 0; k < grid.nz(); k++) {
			final int from = edge(k), to = edge(k + 1);
			if (from == to && k != cursor[2]) continue;
			final int[] label = bodies.plane(k);
			final float[] g = grey == null ? null : grey.plane(k);
			if (k == cursor[2]) for (int y = 0; y < px[1]; y++)
				for (int x = 0; x < px[0]; x++)
					out[x + width() * y] = colour(label, g, voxel(0, x) + grid.nx() * voxel(1, y), low, high, paint, opacity);
			for (int at = from; at < to; at++) {
				for (int y = 0; y < px[1]; y++)
					out[px[0] + GAP + at + width() * y] = colour(label, g, cursor[0] + grid.nx() * voxel(1, y), low, high, paint, opacity);
				for (int x = 0; x < px[0]; x++)
					out[x + width() * (px[1] + GAP + at)] = colour(label, g, voxel(0, x) + grid.nx() * cursor[1], low, high, paint, opacity);
			}
		}
		cross(out, cursor);
		return out;
	}

	/** First pixel along z that lies in a slice. */
	private int edge(final int k) {
		return (int) Math.ceil((double) k * px[2] / grid.nz() - 0.5);
	}

	private static int colour(final int[] label, final float[] grey, final int at, final double low, final double high, final Scene.Paint paint,
		final double opacity)
	{
		final int g = grey == null ? 0 : (int) Math.max(0, Math.min(255, 255 * (grey[at] - low) / (high - low)));
		if (label[at] <= 0) return grey == null ? NOTHING : 0xff000000 | g * 0x010101;
		final int c = paint.rgb(label[at], Float.NaN);
		if (grey == null) return 0xff000000 | c;
		int mixed = 0xff;
		for (int s = 16; s >= 0; s -= 8)
			mixed = mixed << 8 | (int) Math.round(opacity * (c >> s & 0xff) + (1 - opacity) * g);
		return mixed;
	}

	/** Lines through the cursor in all three sections, broken round it so that its own voxel is seen. */
	private void cross(final int[] out, final int... cursor) {
		final int x = middle(0, cursor[0]), y = middle(1, cursor[1]), z = middle(2, cursor[2]), free = 4;
		for (int i = 0; i < width(); i++) {
			final boolean between = i >= px[0] && i < px[0] + GAP;
			if (!between && Math.abs(i - x) > free && Math.abs(i - px[0] - GAP - z) > free) out[i + width() * y] = CURSOR;
			if (i < px[0] && Math.abs(i - x) > free) out[i + width() * (px[1] + GAP + z)] = CURSOR;
		}
		for (int i = 0; i < height(); i++) {
			final boolean between = i >= px[1] && i < px[1] + GAP;
			if (!between && Math.abs(i - y) > free && Math.abs(i - px[1] - GAP - z) > free) out[x + width() * i] = CURSOR;
			if (i < px[1] && Math.abs(i - y) > free) out[px[0] + GAP + z + width() * i] = CURSOR;
		}
	}
}
