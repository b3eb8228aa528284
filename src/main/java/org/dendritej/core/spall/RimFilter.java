// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.Arrays;

import org.apache.commons.math3.util.KthSelector;

/**
 * Filters the grey along a rim's normals for a line or a step: a Gaussian less its mean (line) and its first derivative
 * (step), scaled so that white noise gives a standard deviation of 1. The noise itself is measured on the outer parts of
 * the same normals (median absolute deviation).
 */
final class RimFilter {

	private final float[] grey;
	private final boolean[] inside;
	private final int rays;
	private final int offsets;
	private final int core;
	private final int blur;

	/**
	 * A filter for one rim.
	 *
	 * @param grey values at [ray * offsets + offset]
	 * @param inside whether each ray lies in the image
	 * @param offsets positions along each normal
	 * @param core positions that the rim itself may take to either side
	 * @param blur rays to either side over which responses are averaged
	 */
	RimFilter(final float[] grey, final boolean[] inside, final int offsets, final int core, final int blur) {
		this.grey = grey;
		this.inside = inside;
		rays = inside.length;
		this.offsets = offsets;
		this.core = core;
		this.blur = blur;
	}

	/**
	 * Response over the noise, positive for a bright line and for brighter outside.
	 *
	 * @param order 2 for a line, 1 for a step
	 * @param scale standard deviation of the Gaussian, offsets
	 * @return values at [ray * offsets + offset]
	 */
	float[] response(final int order, final double scale) {
		final int half = (int) Math.ceil((order == 1 ? 3 : 4) * scale);
		final double[] k = new double[2 * half + 1];
		double norm = 0, mean = 0;
		for (int i = -half; i <= half; i++) {
			final double g = Math.exp(-i * i / (2 * scale * scale));
			k[i + half] = order == 1 ? i * g : g;
			mean += k[i + half] / k.length;
		}
		for (int i = 0; i < k.length; i++) {
			k[i] -= mean;
			norm += k[i] * k[i];
		}
		final float[] raw = new float[rays * offsets], padded = new float[offsets + 2 * half];
		for (int a = 0; a < rays; a++) {
			for (int o = 0; o < padded.length; o++)
				padded[o] = grey[a * offsets + Math.max(0, Math.min(offsets - 1, o - half))];
			for (int o = 0; o < offsets; o++) {
				double s = 0;
				for (int i = 0; i < k.length; i++)
					s += k[i] * padded[o + i];
				raw[a * offsets + o] = (float) (s / Math.sqrt(norm));
			}
		}
		final float[] f = along(raw);
		final double noise = noise(f);
		for (int i = 0; i < f.length; i++)
			f[i] = (float) (f[i] / noise);
		return f;
	}

	/** Triangular mean over neighbouring rays, a few pixels long: noise is independent there and the rim is not. */
	private float[] along(final float[] raw) {
		final float[] f = new float[rays * offsets];
		for (int a = 0; a < rays; a++)
			for (int b = -blur; b <= blur; b++) {
				final float weight = (blur + 1 - Math.abs(b)) / (float) ((blur + 1) * (blur + 1));
				final int from = Math.floorMod(a + b, rays) * offsets;
				for (int o = 0; o < offsets; o++)
					f[a * offsets + o] += weight * raw[from + o];
			}
		return f;
	}

	/** Spread of the responses away from the rim. */
	private double noise(final float[] f) {
		final double[] v = new double[rays * offsets];
		int n = 0;
		float top = 0;
		for (int a = 0; a < rays; a++)
			for (int o = 0; o < offsets; o++) {
				top = Math.max(top, Math.abs(f[a * offsets + o]));
				if (inside[a] && (o < core + 4 || o >= offsets - core - 4)) v[n++] = Math.abs(f[a * offsets + o]);
			}
		if (n == 0) return 1;
		return Math.max(1.4826 * new KthSelector().select(Arrays.copyOf(v, n), null, n / 2), Math.max(1e-3 * top, 1e-12));
	}
}
