// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleSupplier;

import org.dendritej.core.distance.EuclideanDistance;
import org.dendritej.core.distance.LocalThickness;
import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;

/**
 * Measures the exact distance transform and local thickness on a thresholded Gaussian random field with 15 % foreground.
 * <p>
 * Each time is the median of three runs after one that warms the compiler up; its ratio is taken to one plain pass (reading
 * every byte once, one thread) in the same run of the program.
 */
public final class DistanceBench {

	private static final int RUNS = 3;
	private static final double[][] EDGES = { { 0.04, 0.04, 0.04 }, { 0.04, 0.04, 0.1 } };

	private DistanceBench() {}

	/**
	 * Runs the benchmark.
	 *
	 * @param n side of the cube, voxels; needs about 9 n^3 bytes of heap
	 * @return lines of text: what, voxel edges, threads, seconds, voxels per second, ratio to one pass
	 */
	public static String run(final int n) {
		final ByteVolume field = RandomField.make(n, 0.15, 1);
		final double pass = median(() -> onePass(field));
		final double voxels = field.grid().voxels();
		final StringBuilder out = new StringBuilder();
		out.append(String.format(Locale.ROOT, "%d^3 voxels, %.4f foreground; one pass over the bytes: %.4f s, %.2f GB/s%n", n,
			onePass(field) / voxels, pass, voxels / pass / 1e9));
		for (final double[] e : EDGES) {
			final byte[][] planes = new byte[n][];
			for (int z = 0; z < n; z++)
				planes[z] = field.plane(z);
			final Phase phase = new Phase(ByteVolume.of(VoxelGrid.of(n, n, n, e[0], e[1], e[2]), planes), 1);
			for (int threads = 1; threads <= 2; threads++) {
				final int t = threads;
				line(out, "distance", e, t, pass, voxels, () -> EuclideanDistance.squared(phase, false, t, Progress.NONE)[0][0]);
				line(out, "distance outside", e, t, pass, voxels, () -> EuclideanDistance.squaredOutside(phase, t,
					Progress.NONE)[0][0]);
				line(out, "local thickness", e, t, pass, voxels, () -> LocalThickness.diameterUm(phase, false, t,
					Progress.NONE)[0][0]);
			}
		}
		return out.toString();
	}

	private static void line(final StringBuilder out, final String what, final double[] e, final int threads,
		final double pass, final double voxels, final DoubleSupplier work)
	{
		final double s = median(work);
		out.append(String.format(Locale.ROOT, "%-16s 1 : %.3g : %.3g  %d thread%s %8.4f s %8.1f Mvoxel/s %7.1f passes%n", what,
			e[1] / e[0], e[2] / e[0], threads, threads == 1 ? " " : "s", s, voxels / s / 1e6, s / pass));
	}

	private static double onePass(final ByteVolume v) {
		long sum = 0;
		for (int z = 0; z < v.grid().nz(); z++) {
			int s = 0;
			for (final byte b : v.plane(z))
				s += b;
			sum += s;
		}
		return sum;
	}

	private static double median(final DoubleSupplier work) {
		final double[] t = new double[RUNS];
		double keep = work.getAsDouble();
		for (int i = 0; i < RUNS; i++) {
			final long start = System.nanoTime();
			keep += work.getAsDouble();
			t[i] = (System.nanoTime() - start) / 1e9;
		}
		if (Double.isNaN(keep)) throw new IllegalStateException("A benchmark lost its result.");
		Arrays.sort(t);
		return t[RUNS / 2];
	}
}
