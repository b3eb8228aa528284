// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

import java.util.Arrays;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * Finds what keeps its place and shape over all slices: a cap edge, a milled mark, the side of the trench. Bodies of the
 * specimen come and go; where the mean of slices from all over the stack is as rich as a single slice, something stands.
 * <p>
 * The slices are laid over each other along a rough path. A tile of 32 pixels stands if the variance of its mean image is
 * more than twice the mean variance between slices, and it holds an edge worth the name.
 */
final class StandingStructure {

	static final int TILE = 32;
	private static final int SLICES = 16, LEAST_SLICES = 20, SMOOTH = 3;
	/** Mean image over slice-to-slice variance; and the least variance of a tile over that of whole slices. */
	private static final double RATIO = 2, EDGE = 0.4;

	private StandingStructure() {}

	/** What stands: the pixels of its tiles, their number, and the box about them. */
	record Found(boolean[] mask, int tiles, double strength, int[] box) {}

	/** Standing tiles along a path; null if there are none or the stack is too short to tell. */
	static Found along(final FloatVolume clean, final double[][] path, final boolean[] blank, final double ratio, final int threads,
		final Progress progress)
	{
		final int n = clean.grid().nz(), nx = clean.grid().nx(), ny = clean.grid().ny();
		if (n < LEAST_SLICES) return null;
		final int m = Math.min(n, SLICES), tx = nx / TILE, ty = ny / TILE;
		if (tx == 0 || ty == 0) return null;
		final float[][] laid = new float[m][];
		Slabs.forEach(m, threads, progress, "Looking for what stands still", s -> {
			final int z = (int) Math.round(s * (n - 1) / (double) (m - 1));
			if (!blank[z]) laid[s] = laid(clean.plane(z), nx, ny, path[0][z], path[1][z]);
		});
		final float[][] used = Arrays.stream(laid).filter(p -> p != null).toArray(float[][]::new);
		if (used.length < 3) return null;
		double usual = 0;
		for (final float[] p : used)
			usual += variance(p, nx, 0, 0, nx, ny) / used.length;
		final boolean[] mask = new boolean[nx * ny];
		final int[] box = { nx, ny, 0, 0 };
		int tiles = 0;
		double strength = 0;
		for (int v = 0; v < ty; v++)
			for (int u = 0; u < tx; u++) {
				final double[] s = shares(used, nx, u * TILE, v * TILE);
				if (!(s[0] > EDGE * usual) || !(s[0] > ratio * s[1])) continue;
				tiles++;
				strength += s[0] / (s[1] + 1e-9 * s[0]);
				box[0] = Math.min(box[0], u * TILE);
				box[1] = Math.min(box[1], v * TILE);
				box[2] = Math.max(box[2], (u + 1) * TILE);
				box[3] = Math.max(box[3], (v + 1) * TILE);
				for (int y = v * TILE; y < (v + 1) * TILE; y++)
					Arrays.fill(mask, y * nx + u * TILE, y * nx + (u + 1) * TILE, true);
			}
		return tiles == 0 ? null : new Found(mask, tiles, strength / tiles, new int[] { box[0], box[1], box[2] - box[0], box[3] - box[1] });
	}

	static Found along(final FloatVolume clean, final double[][] path, final boolean[] blank, final int threads, final Progress progress) {
		return along(clean, path, blank, RATIO, threads, progress);
	}

	/** Variance of the mean image of a tile, less what noise leaves in it, and mean variance between slices. */
	private static double[] shares(final float[][] p, final int nx, final int x0, final int y0) {
		double mean = 0, square = 0, between = 0;
		final double k = 1.0 / p.length;
		for (int y = y0; y < y0 + TILE; y++)
			for (int x = x0; x < x0 + TILE; x++) {
				double s = 0, q = 0;
				for (final float[] v : p) {
					final double g = v[y * nx + x];
					s += g;
					q += g * g;
				}
				mean += s * k;
				square += s * k * s * k;
				between += Math.max(0, (q - s * s * k) / (p.length - 1));
			}
		final double pixels = TILE * TILE;
		between /= pixels;
		return new double[] { Math.max(0, square / pixels - mean / pixels * (mean / pixels) - between * k), between };
	}

	private static double variance(final float[] p, final int nx, final int x0, final int y0, final int w, final int h) {
		double s = 0, q = 0;
		for (int y = y0; y < y0 + h; y++)
			for (int x = x0; x < x0 + w; x++) {
				final double g = p[y * nx + x];
				s += g;
				q += g * g;
			}
		final double n = (double) w * h;
		return Math.max(0, q / n - s / n * (s / n));
	}

	/** A slice in its place, as means over 7 x 7 pixels; what lies outside repeats the border. */
	private static float[] laid(final float[] p, final int nx, final int ny, final double dx, final double dy) {
		final float[] moved = Translation.of(p, nx, ny, dx, dy), half = new float[p.length], out = new float[p.length];
		for (int y = 0; y < ny; y++)
			for (int x = 0; x < nx; x++) {
				float s = 0;
				for (int k = -SMOOTH; k <= SMOOTH; k++)
					s += moved[y * nx + Math.max(0, Math.min(nx - 1, x + k))];
				half[y * nx + x] = s / (2 * SMOOTH + 1);
			}
		for (int y = 0; y < ny; y++)
			for (int x = 0; x < nx; x++) {
				float s = 0;
				for (int k = -SMOOTH; k <= SMOOTH; k++)
					s += half[Math.max(0, Math.min(ny - 1, y + k)) * nx + x];
				out[y * nx + x] = s / (2 * SMOOTH + 1);
			}
		return out;
	}
}
