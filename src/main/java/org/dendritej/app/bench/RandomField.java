// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app.bench;

import java.util.Arrays;
import java.util.SplittableRandom;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.VoxelGrid;

/**
 * A Gaussian random field, thresholded: the volume on which the kernels' speed is measured.
 * <p>
 * White noise is run three times through a box filter of five voxels along each axis, periodically; the correlation has
 * fallen to 1/e after about five voxels and to nothing after ten. Memory while it is made: 4 bytes per voxel.
 */
final class RandomField {

	private static final int HALF_WIDTH = 2;

	private RandomField() {}

	/** A cube of n voxels' side with the wanted share of ones. */
	static ByteVolume make(final int n, final double share, final long seed) {
		return make(n, n, share, seed);
	}

	/** A block of n x n x nz voxels with the wanted share of ones. */
	static ByteVolume make(final int n, final int nz, final double share, final long seed) {
		final float[][] v = new float[nz][n * n];
		final SplittableRandom random = new SplittableRandom(seed);
		for (final float[] p : v)
			for (int i = 0; i < p.length; i++)
				p[i] = (float) (random.nextDouble() - 0.5);
		final float[] line = new float[n];
		for (int pass = 0; pass < 3; pass++) {
			for (final float[] p : v)
				for (int k = 0; k < 2 * n; k++)
					smooth(p, k < n ? k * n : k - n, k < n ? 1 : n, line);
			alongZ(v);
		}
		final float[] sample = new float[1 << 18];
		for (int i = 0; i < sample.length; i++)
			sample[i] = v[random.nextInt(nz)][random.nextInt(n * n)];
		Arrays.sort(sample);
		final float threshold = sample[(int) ((1 - share) * sample.length)];
		final byte[][] planes = new byte[nz][n * n];
		for (int z = 0; z < nz; z++) {
			for (int i = 0; i < planes[z].length; i++)
				planes[z][i] = (byte) (v[z][i] > threshold ? 1 : 0);
			v[z] = null;
		}
		return ByteVolume.of(VoxelGrid.of(n, n, nz, 0.04, 0.04, 0.04), planes);
	}

	/** Periodic box filter of one line in place. */
	private static void smooth(final float[] p, final int from, final int step, final float[] line) {
		final int n = line.length;
		for (int i = 0; i < n; i++)
			line[i] = p[from + i * step];
		float sum = 0;
		for (int i = -HALF_WIDTH; i <= HALF_WIDTH; i++)
			sum += line[Math.floorMod(i, n)];
		for (int i = 0; i < n; i++) {
			p[from + i * step] = sum;
			sum += line[(i + HALF_WIDTH + 1) % n] - line[Math.floorMod(i - HALF_WIDTH, n)];
		}
	}

	/** Sixty-four columns at once, so that whole cache lines are used. */
	private static void alongZ(final float[][] v) {
		final int n = v.length, wide = 64;
		final float[][] old = new float[n][wide];
		final float[] sum = new float[wide];
		for (int from = 0; from < v[0].length; from += wide) {
			final int w = Math.min(wide, v[0].length - from);
			for (int z = 0; z < n; z++)
				System.arraycopy(v[z], from, old[z], 0, w);
			for (int i = 0; i < w; i++) {
				sum[i] = 0;
				for (int z = -HALF_WIDTH; z <= HALF_WIDTH; z++)
					sum[i] += old[Math.floorMod(z, n)][i];
			}
			for (int z = 0; z < n; z++) {
				final float[] in = old[(z + HALF_WIDTH + 1) % n], gone = old[Math.floorMod(z - HALF_WIDTH, n)], out = v[z];
				for (int i = 0; i < w; i++) {
					out[from + i] = sum[i];
					sum[i] += in[i] - gone[i];
				}
			}
		}
	}
}
