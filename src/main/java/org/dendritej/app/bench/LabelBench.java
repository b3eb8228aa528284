// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleSupplier;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.label.Components;
import org.dendritej.core.label.Connectivity;
import org.dendritej.core.label.LabelSums;
import org.dendritej.core.label.Labels;
import org.dendritej.core.label.Shapes;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * Measures labelling, statistics and Crofton surface on a thresholded Gaussian random field with 15 % foreground.
 * <p>
 * Each time is the median of five runs after two that warm the compiler up; its ratio is taken to one plain pass (reading
 * every byte once, one thread) in the same run of the program.
 */
public final class LabelBench {

	private static final int WARM = 2, RUNS = 5;

	private LabelBench() {}

	/**
	 * Runs the benchmark.
	 *
	 * @param n side of the cube, voxels; needs about 9 n^3 bytes of heap
	 * @return lines of text: what, threads, seconds, voxels per second, ratio to one pass, peak heap
	 */
	public static String run(final int n) {
		final ByteVolume volume = RandomField.make(n, 0.15, 1);
		final Phase phase = new Phase(volume, 1);
		final StringBuilder out = new StringBuilder();
		final double pass = median(() -> onePass(volume));
		final double voxels = volume.grid().voxels();
		out.append(String.format(Locale.ROOT, "%d^3 voxels, %.4f foreground; one pass over the bytes: %.4f s, %.2f GB/s%n", n,
			onePass(volume) / voxels, pass, voxels / pass / 1e9));
		final int[][] labelPlanes = new int[n][n * n];
		for (int threads = 1; threads <= 2; threads++) {
			final int t = threads;
			for (final Connectivity c : new Connectivity[] { Connectivity.SIX, Connectivity.TWENTYSIX }) {
				line(out, "label " + c.neighbours() + " with statistics", t, pass, voxels, () -> Components.label(phase, c, t,
					Progress.NONE).count());
				line(out, "label " + c.neighbours() + " with statistics, label image written", t, pass, voxels, () -> write(
					Components.label(phase, c, t, Progress.NONE), labelPlanes, t));
			}
			final Labels labels = Components.label(phase, Connectivity.TWENTYSIX, t, Progress.NONE);
			line(out, "statistics of a labelled volume", t, pass, voxels, () -> LabelSums.gather(labels, t, Progress.NONE)
				.count());
			line(out, "Crofton surface, 13 directions, and Euler numbers", t, pass, voxels, () -> Shapes.measure(labels, t,
				Progress.NONE).surfaceUm2(1));
		}
		return out.toString();
	}

	private static double write(final Labels labels, final int[][] planes, final int threads) {
		Slabs.forEach(planes.length, threads, Progress.NONE, null, z -> labels.plane(z, planes[z]));
		return labels.count();
	}

	private static void line(final StringBuilder out, final String what, final int threads, final double pass,
		final double voxels, final DoubleSupplier work)
	{
		System.gc();
		heap(true);
		final long before = heap(false);
		final double s = median(work);
		out.append(String.format(Locale.ROOT, "%-52s %d thread%s %8.4f s %8.1f Mvoxel/s %6.1f passes, heap +%.0f MB%n", what,
			threads, threads == 1 ? " " : "s", s, voxels / s / 1e6, s / pass, (heap(true) - before) / 1e6));
	}

	/** Peak heap since the last reset, or what is in use now. */
	private static long heap(final boolean peak) {
		long bytes = 0;
		for (final MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
			if (pool.getType() != MemoryType.HEAP) continue;
			bytes += peak ? pool.getPeakUsage().getUsed() : pool.getUsage().getUsed();
			if (peak) pool.resetPeakUsage();
		}
		return bytes;
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
		double keep = 0;
		for (int i = -WARM; i < RUNS; i++) {
			final long start = System.nanoTime();
			keep += work.getAsDouble();
			if (i >= 0) t[i] = (System.nanoTime() - start) / 1e9;
		}
		if (Double.isNaN(keep)) throw new IllegalStateException("A benchmark lost its result.");
		Arrays.sort(t);
		return t[RUNS / 2];
	}
}
