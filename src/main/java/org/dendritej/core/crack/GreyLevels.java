// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.Arrays;

import org.dendritej.core.distance.EuclideanDistance;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;

/**
 * What a grey image must tell before a width can be read from it: the grey value of a wide void, and the blur.
 *
 * @param voidLevel grey value in the middle of a void too wide for its walls to matter; NaN = find it from the profiles
 * @param voidSd standard error of that value, grey values
 * @param psfSigmaUm standard deviation of the Gaussian blur of the image, without the voxels' own size, um; NaN = find it
 */
public record GreyLevels(double voidLevel, double voidSd, double psfSigmaUm) {

	/** Nothing known: both values are found from the profiles of the widest places. */
	public static final GreyLevels UNKNOWN = new GreyLevels(Double.NaN, Double.NaN, Double.NaN);

	/** Voxels from the wall at which a blur of 0.8 voxels leaves less than a thousandth of the contrast. */
	private static final double DEEP = 2.5;

	/** Fewest deep voxels for a median that can be trusted. */
	private static final int ENOUGH = 30;

	/** Checks the blur. */
	public GreyLevels {
		if (psfSigmaUm < 0 || Double.isInfinite(psfSigmaUm)) throw new IllegalArgumentException("The blur is " + psfSigmaUm
			+ " um; it must be 0 or a positive, finite length, or NaN to have it estimated.");
	}

	/**
	 * Void level from the voxels deep inside voids: the median grey value of those at least 2.5 voxels of the coarsest edge
	 * away from the nearest wall. Pores serve as well as cracks: give the phase that has wide places.
	 *
	 * @param grey grey image
	 * @param voids the voids on the same voxels
	 * @param threads threads to use; 0 or less means all
	 * @param progress told how far the work is; asked whether to stop
	 * @return the level with its standard error (1.253 sd / sqrt(n), of the median), blur NaN; {@link #UNKNOWN} if fewer than
	 *         30 voxels lie so deep
	 * @throws IllegalArgumentException if the two images have different sizes
	 */
	public static GreyLevels fromVoids(final FloatVolume grey, final Phase voids, final int threads, final Progress progress) {
		final VoxelGrid g = grey.grid(), v = voids.grid();
		if (g.nx() != v.nx() || g.ny() != v.ny() || g.nz() != v.nz()) throw new IllegalArgumentException("The grey image has "
			+ g.nx() + " x " + g.ny() + " x " + g.nz() + " voxels, the voids " + v.nx() + " x " + v.ny() + " x " + v.nz()
			+ "; they must be the same voxels.");
		final float[][] squared = EuclideanDistance.squared(voids, false, threads, progress);
		final double depth = DEEP * Math.max(v.dxUm(), Math.max(v.dyUm(), v.dzUm()));
		double[] values = new double[1024];
		int n = 0;
		for (int z = 0; z < v.nz(); z++) {
			progress.check();
			final float[] d = squared[z], p = grey.plane(z);
			for (int i = 0; i < d.length; i++) {
				if (d[i] < depth * depth || Float.isNaN(p[i])) continue;
				if (n == values.length && n < 1 << 24) values = Arrays.copyOf(values, 2 * n);
				if (n < values.length) values[n++] = p[i];
			}
		}
		if (n < ENOUGH) return UNKNOWN;
		final double[] deep = Arrays.copyOf(values, n);
		Arrays.sort(deep);
		final double median = 0.5 * (deep[(n - 1) / 2] + deep[n / 2]);
		final double sd = (deep[(int) (0.8413 * (n - 1))] - deep[(int) (0.1587 * (n - 1))]) / 2;
		return new GreyLevels(median, 1.253 * sd / Math.sqrt(n), Double.NaN);
	}
}
