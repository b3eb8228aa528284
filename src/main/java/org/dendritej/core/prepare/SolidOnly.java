// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

import java.util.Arrays;

/** A slice with its voids painted over by the solid about them: what stripes and shading are worked out on. */
final class SolidOnly {

	private static final int BLOCK = 32;
	private static final double OUTLIER = 4.5;

	private SolidOnly() {}

	/** The slice without voids, bright grains and their edges (two pixels more than what is seen). */
	static float[] of(final float[] p, final int nx, final int ny) {
		final boolean[] solid = mask(p, nx, ny);
		final float[] ground = ground(p, solid, nx, ny);
		final float[] out = new float[p.length];
		for (int i = 0; i < p.length; i++)
			out[i] = solid[i] ? p[i] : ground[i];
		return out;
	}

	/** Whether a pixel is near the commonest grey of its neighbourhood. */
	static boolean[] mask(final float[] p, final int nx, final int ny) {
		final float[] sorted = sample(p);
		final double median = sorted[sorted.length / 2];
		// Of the bright half, which holds few voids: its quartile lies 0.674 standard deviations above the median.
		final double spread = Math.max(1e-6, (sorted[(int) (0.75 * (sorted.length - 1))] - median) / 0.674);
		final boolean[] rough = new boolean[p.length];
		for (int i = 0; i < p.length; i++)
			rough[i] = Math.abs(p[i] - median) < 6 * spread;
		final float[] ground = ground(p, rough, nx, ny);
		final float[] left = new float[p.length];
		for (int i = 0; i < p.length; i++)
			left[i] = Math.abs(p[i] - ground[i]);
		final float[] rest = sample(left);
		final double sd = Math.max(1e-6, rest[rest.length / 2] / 0.674);
		final boolean[] out = new boolean[p.length];
		Arrays.fill(out, true);
		for (int y = 0; y < ny; y++)
			for (int x = 0; x < nx; x++) {
				if (left[y * nx + x] < OUTLIER * sd) continue;
				for (int v = Math.max(0, y - 2); v <= Math.min(ny - 1, y + 2); v++)
					Arrays.fill(out, v * nx + Math.max(0, x - 2), v * nx + Math.min(nx - 1, x + 2) + 1, false);
			}
		return out;
	}

	/** About 50,000 values in order of size; every value of a small slice. */
	static float[] sample(final float[] p) {
		// An odd stride that is no divisor of common widths, so that no column is left out.
		final int stride = p.length < 100_000 ? 1 : p.length / 50_000 | 1;
		final float[] s = new float[(p.length + stride - 1) / stride];
		for (int i = 0; i < s.length; i++)
			s[i] = p[i * stride];
		Arrays.sort(s);
		return s;
	}

	/** The solid's local grey: means of blocks over their solid pixels, empty blocks filled from their neighbours, bilinear between. */
	static float[] ground(final float[] p, final boolean[] solid, final int nx, final int ny) {
		final int bx = (nx + BLOCK - 1) / BLOCK, by = (ny + BLOCK - 1) / BLOCK;
		final double[] sum = new double[bx * by], n = new double[bx * by];
		for (int y = 0; y < ny; y++)
			for (int x = 0; x < nx; x++)
				if (solid[y * nx + x]) {
					sum[y / BLOCK * bx + x / BLOCK] += p[y * nx + x];
					n[y / BLOCK * bx + x / BLOCK]++;
				}
		double all = 0, count = 0;
		for (int b = 0; b < sum.length; b++) {
			all += sum[b];
			count += n[b];
		}
		final double[] mean = new double[sum.length];
		final double usual = count > 0 ? all / count : 0;
		for (int b = 0; b < sum.length; b++) {
			// Blocks with few solid pixels lean on the eight about them.
			double s = sum[b], m = n[b];
			if (m < BLOCK * BLOCK / 8.0) for (int k = 0; k < 9; k++) {
				final int u = b % bx + k % 3 - 1, v = b / bx + k / 3 - 1;
				if (u < 0 || v < 0 || u >= bx || v >= by || k == 4) continue;
				s += sum[v * bx + u];
				m += n[v * bx + u];
			}
			mean[b] = m > 0 ? s / m : usual;
		}
		final float[] out = new float[p.length];
		for (int y = 0; y < ny; y++) {
			final double v = Math.max(0, Math.min(by - 1, (y + 0.5) / BLOCK - 0.5));
			final int v0 = (int) v, v1 = Math.min(by - 1, v0 + 1);
			for (int x = 0; x < nx; x++) {
				final double u = Math.max(0, Math.min(bx - 1, (x + 0.5) / BLOCK - 0.5));
				final int u0 = (int) u, u1 = Math.min(bx - 1, u0 + 1);
				final double top = mean[v0 * bx + u0] * (1 - u + u0) + mean[v0 * bx + u1] * (u - u0);
				final double low = mean[v1 * bx + u0] * (1 - u + u0) + mean[v1 * bx + u1] * (u - u0);
				out[y * nx + x] = (float) (top * (1 - v + v0) + low * (v - v0));
			}
		}
		return out;
	}
}
