// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

import org.dendritej.core.geom.VoxelGrid;

/**
 * Averages a voxel with those neighbours in its own and the adjacent slices that look alike: a joint bilateral filter
 * (Tomasi and Manduchi 1998, doi 10.1109/ICCV.1998.710815; Eisemann and Durand 2004, doi 10.1145/1015706.1015778) with
 * distances in micrometres, so that a thick slice counts less than a near pixel.
 * <p>
 * Likeness is judged on means over 3 x 3 pixels, because single values are as noisy as what is to be decided. Reach: two
 * pixels in the slice, one slice up and down. Cost: 75 neighbours per voxel.
 */
public final class Denoise {

	private static final int REACH = 2, LEVELS = 512;

	private Denoise() {}

	/**
	 * One slice.
	 *
	 * @param below the slice before, or the slice itself at the end of the stack
	 * @param at the slice
	 * @param above the slice after, or the slice itself
	 * @param grid geometry
	 * @param noise standard deviation of the noise, grey levels
	 * @param strength differences of this many standard deviations of the means still count as alike; 2 to 3 is usual
	 * @return new values
	 */
	public static float[] slice(final float[] below, final float[] at, final float[] above, final VoxelGrid grid, final double noise,
		final double strength)
	{
		if (!(noise >= 0) || !(strength > 0) || strength > 100) throw new IllegalArgumentException("denoise=" + strength
			+ " with a noise of " + noise + " grey levels is not possible; give a strength of up to 100, or 0 for none.");
		final int nx = grid.nx(), ny = grid.ny();
		if (noise == 0) return at.clone();
		final float[][] values = { below, at, above }, guides = { guide(below, nx, ny), guide(at, nx, ny), guide(above, nx, ny) };
		final double sd = 1.5 * grid.dxUm(), h = strength * noise * 0.375 * Math.sqrt(2);
		final float[] near = new float[3 * 25], like = new float[LEVELS + 1];
		for (int k = 0; k < 75; k++) {
			final double dx = (k % 5 - REACH) * grid.dxUm(), dy = (k / 5 % 5 - REACH) * grid.dyUm(), dz = (k / 25 - 1) * grid.dzUm();
			near[k] = (float) Math.exp(-0.5 * (dx * dx + dy * dy + dz * dz) / (sd * sd));
		}
		for (int i = 0; i < LEVELS; i++)
			like[i] = (float) Math.exp(-0.5 * Math.pow(4.0 * i / LEVELS, 2));
		final float scale = (float) (LEVELS / (4 * h));
		final float[] out = new float[at.length];
		for (int y = 0; y < ny; y++)
			for (int x = 0; x < nx; x++) {
				final int i = y * nx + x;
				float sum = 0, weight = 0;
				for (int s = 0; s < 3; s++)
					for (int v = Math.max(0, y - REACH); v <= Math.min(ny - 1, y + REACH); v++)
						for (int u = Math.max(0, x - REACH); u <= Math.min(nx - 1, x + REACH); u++) {
							final float w = near[s * 25 + (v - y + REACH) * 5 + u - x + REACH] * like[Math.min(LEVELS, (int) (Math.abs(guides[s][v * nx + u]
								- guides[1][i]) * scale))];
							sum += w * values[s][v * nx + u];
							weight += w;
						}
				out[i] = sum / weight;
			}
		return out;
	}

	/** Binomial means over 3 x 3 pixels: noise falls to 0.375. */
	private static float[] guide(final float[] p, final int nx, final int ny) {
		final float[] half = new float[p.length], out = new float[p.length];
		for (int y = 0; y < ny; y++)
			for (int x = 0; x < nx; x++)
				half[y * nx + x] = 0.25f * (p[y * nx + Math.max(0, x - 1)] + 2 * p[y * nx + x] + p[y * nx + Math.min(nx - 1, x + 1)]);
		for (int y = 0; y < ny; y++)
			for (int x = 0; x < nx; x++)
				out[y * nx + x] = 0.25f * (half[Math.max(0, y - 1) * nx + x] + 2 * half[y * nx + x] + half[Math.min(ny - 1, y + 1) * nx + x]);
		return out;
	}

	/**
	 * Noise of a slice from what is left when neighbours are taken off each other (Immerkaer 1996, doi
	 * 10.1006/cviu.1996.0060), by the median, so that edges do not count.
	 *
	 * @param p nx ny values
	 * @param nx columns, at least 3
	 * @param ny rows, at least 3
	 * @return standard deviation, grey levels
	 */
	public static double noise(final float[] p, final int nx, final int ny) {
		if (nx < 3 || ny < 3) return 0;
		final float[] d = new float[((nx - 2) / 2 + 1) * ((ny - 2) / 2 + 1)];
		int n = 0;
		for (int y = 1; y < ny - 1; y += 2)
			for (int x = 1; x < nx - 1; x += 2) {
				final int i = y * nx + x;
				d[n++] = Math.abs(p[i - nx - 1] - 2 * p[i - nx] + p[i - nx + 1] - 2 * p[i - 1] + 4 * p[i] - 2 * p[i + 1] + p[i + nx - 1] - 2 * p[i + nx] + p[i
					+ nx + 1]);
			}
		java.util.Arrays.sort(d, 0, n);
		return n == 0 ? 0 : d[n / 2] / 0.6745 / 6;
	}
}
