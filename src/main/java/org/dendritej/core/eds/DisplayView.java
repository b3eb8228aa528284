// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.VoxelGrid;

/** A map as people look at it: binned, and laid on the image. Never used for statistics. */
public final class DisplayView {

	private DisplayView() {}

	/**
	 * Replaces each block of n x n pixels by its mean; blocks at the right and lower border may be smaller.
	 *
	 * @param map the map (z = 0)
	 * @param n edge of the block, pixels; 1 changes nothing
	 * @return counts per pixel, index x + nx y, as many pixels as before
	 * @throws IllegalArgumentException for a block below 1 pixel or larger than the map
	 */
	public static float[] binned(final FloatVolume map, final int n) {
		final VoxelGrid g = map.grid();
		if (n < 1 || n > Math.min(g.nx(), g.ny())) throw new IllegalArgumentException("binning=" + n
			+ " is not possible; give 1 (none) to " + Math.min(g.nx(), g.ny()) + " pixels.");
		final float[] in = map.plane(0);
		final float[] out = new float[in.length];
		for (int y0 = 0; y0 < g.ny(); y0 += n)
			for (int x0 = 0; x0 < g.nx(); x0 += n) {
				final int y1 = Math.min(g.ny(), y0 + n), x1 = Math.min(g.nx(), x0 + n);
				double sum = 0;
				for (int y = y0; y < y1; y++)
					for (int x = x0; x < x1; x++)
						sum += in[y * g.nx() + x];
				final float mean = (float) (sum / ((y1 - y0) * (x1 - x0)));
				for (int y = y0; y < y1; y++)
					java.util.Arrays.fill(out, y * g.nx() + x0, y * g.nx() + x1, mean);
			}
		return out;
	}

	/**
	 * Lays values of the map on the pixels of the image.
	 *
	 * @param values values of the map's pixels
	 * @param map grid of the map
	 * @param transform map to image, um
	 * @param image grid of the image
	 * @return for each pixel of the image the value of the map pixel under its centre; NaN outside the map
	 */
	public static float[] onImage(final float[] values, final VoxelGrid map, final MapTransform transform,
		final VoxelGrid image)
	{
		final MapTransform back = transform.inverse();
		final float[] out = new float[image.planeSize()];
		for (int i = 0; i < out.length; i++) {
			final double x = (i % image.nx() + 0.5) * image.dxUm();
			final double y = (i / image.nx() + 0.5) * image.dyUm();
			final int ix = (int) Math.floor(back.x(x, y) / map.dxUm());
			final int iy = (int) Math.floor(back.y(x, y) / map.dyUm());
			out[i] = ix >= 0 && iy >= 0 && ix < map.nx() && iy < map.ny() ? values[ix + map.nx() * iy] : Float.NaN;
		}
		return out;
	}
}
