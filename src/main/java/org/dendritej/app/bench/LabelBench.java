// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiConsumer;
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

import com.sun.management.OperatingSystemMXBean;

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
	 * Labelling with the sums of each label, and with the label image written.
	 *
	 * @param n side of the cube, voxels (from 1024 on n x n x n/2); needs about 9 bytes of heap per voxel
	 * @return lines of text: what, threads, seconds, processor seconds of all threads, voxels per second, ratio to one pass, peak heap
	 */
	public static String run(final int n) {
		final int[][] labelPlanes = new int[slices(n)][n * n];
		return with(n, (phase, b) -> {
			for (int threads = 1; threads <= 2; threads++) {
				final int t = threads;
				for (final Connectivity c : new Connectivity[] { Connectivity.SIX, Connectivity.TWENTYSIX }) {
					b.line("label " + c.neighbours() + " with statistics", t, () -> Components.label(phase, c, t, Progress.NONE).count());
					b.line("label " + c.neighbours() + " with statistics, label image written", t, () -> write(Components.label(phase, c, t,
						Progress.NONE), labelPlanes, t));
				}
			}
		});
	}

	/**
	 * Statistics, Crofton surface and Euler numbers of a labelled volume.
	 *
	 * @param n side of the cube, voxels (from 1024 on n x n x n/2); needs about 5 bytes of heap per voxel while the volume is made
	 * @return lines of text as above
	 */
	public static String statistics(final int n) {
		return with(n, (phase, b) -> {
			for (int threads = 1; threads <= 2; threads++) {
				final int t = threads;
				final Labels labels = Components.label(phase, Connectivity.TWENTYSIX, t, Progress.NONE);
				b.line("statistics of a labelled volume", t, () -> LabelSums.gather(labels, t, Progress.NONE).count());
				b.line("Crofton surface, 13 directions, and Euler numbers", t, () -> Shapes.measure(labels, t, Progress.NONE).surfaceUm2(1));
			}
		});
	}

	/** From 1024 on the block is half as high as broad, so that it fits the memory of a laptop. */
	private static int slices(final int n) {
		return n < 1024 ? n : n / 2;
	}

	private interface Lines {

		void line(String what, int threads, DoubleSupplier work);
	}

	private static String with(final int n, final BiConsumer<Phase, Lines> lines) {
		final ByteVolume volume = RandomField.make(n, slices(n), 0.15, 1);
		final StringBuilder out = new StringBuilder();
		final double pass = median(() -> onePass(volume))[0];
		final double voxels = volume.grid().voxels();
		out.append(String.format(Locale.ROOT, "%d x %d x %d voxels, %.4f foreground; one pass over the bytes: %.4f s, %.2f GB/s%n", n, n,
			slices(n),
			onePass(volume) / voxels, pass, voxels / pass / 1e9));
		lines.accept(new Phase(volume, 1), (what, threads, work) -> line(out, what, threads, pass, voxels, work));
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
		final double[] time = median(work);
		final double s = time[0];
		out.append(String.format(Locale.ROOT,
			"%-52s %d thread%s %8.4f s (processors %8.4f s) %8.1f Mvoxel/s %6.1f passes, heap +%.0f MB%n", what, threads, threads == 1 ? " " : "s", s,
			time[1], voxels / s / 1e6, s / pass, (heap(true) - before) / 1e6));
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

	/** Median seconds by the clock, and of all threads: on a busy machine only the latter tell what the work costs. */
	private static double[] median(final DoubleSupplier work) {
		final double[] clock = new double[RUNS], processors = new double[RUNS];
		final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		double keep = 0;
		for (int i = -WARM; i < RUNS; i++) {
			final long start = System.nanoTime(), busy = system.getProcessCpuTime();
			keep += work.getAsDouble();
			if (i < 0) continue;
			clock[i] = (System.nanoTime() - start) / 1e9;
			processors[i] = (system.getProcessCpuTime() - busy) / 1e9;
		}
		if (Double.isNaN(keep)) throw new IllegalStateException("A benchmark lost its result.");
		Arrays.sort(clock);
		Arrays.sort(processors);
		return new double[] { clock[RUNS / 2], processors[RUNS / 2] };
	}
}
