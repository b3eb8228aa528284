// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import java.util.Arrays;

import org.apache.commons.math3.distribution.PoissonDistribution;
import org.apache.commons.math3.random.RandomGenerator;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;

/** Draws label images and Poisson counts with known means, for tests. */
final class MapDrawing {

	final VoxelGrid grid;
	final int[] labels;
	final double[] mean;

	MapDrawing(final int nx, final int ny, final double edgeUm, final double background) {
		grid = VoxelGrid.of(nx, ny, 1, edgeUm, edgeUm, edgeUm);
		labels = new int[nx * ny];
		mean = new double[nx * ny];
		Arrays.fill(mean, background);
	}

	/** A rectangle of an object with added magnesium counts per pixel. */
	MapDrawing box(final int label, final int x0, final int y0, final int w, final int h, final double added) {
		for (int y = y0; y < y0 + h; y++)
			for (int x = x0; x < x0 + w; x++) {
				labels[x + grid.nx() * y] = label;
				mean[x + grid.nx() * y] += added;
			}
		return this;
	}

	IntVolume labels() {
		return IntVolume.of(grid, new int[][] { labels.clone() });
	}

	FloatVolume counts(final RandomGenerator random) {
		final float[] c = new float[mean.length];
		for (int i = 0; i < c.length; i++)
			c[i] = mean[i] > 0 ? new PoissonDistribution(random, mean[i], 1e-12, 100000).sample() : 0;
		return FloatVolume.of(grid, new float[][] { c });
	}
}
