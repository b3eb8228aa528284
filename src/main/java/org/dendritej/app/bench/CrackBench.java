// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app.bench;

import java.lang.management.ManagementFactory;
import java.util.Locale;

import org.dendritej.core.crack.CrackAnalysis;
import org.dendritej.core.crack.CrackGrey;
import org.dendritej.core.crack.CrackOptions;
import org.dendritej.core.crack.CrackResult;
import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.Components;
import org.dendritej.core.label.Connectivity;
import org.dendritej.core.phantom.Rendering;
import org.dendritej.core.phantom.Specimen;
import org.dendritej.core.phantom.SpecimenOptions;
import org.dendritej.core.phantom.Specimens;
import org.dendritej.core.run.Progress;

/**
 * Times the measuring of all cracks of a specimen, from class image and grey stack to records, with one thread and with two:
 * cracks from the electrode that end in pores, one on each square of 32 voxels, voxels of 40 nm.
 */
public final class CrackBench {

	/** Edge of the electrode that holds one crack with its pore, voxels. */
	private static final int CELL = 32;
	private static final int RUNS = 3;

	private final Phase cracks;
	private final IntVolume pores;
	private final FloatVolume grey;

	private CrackBench(final int n) {
		final VoxelGrid g = VoxelGrid.of(n, n, n, 0.04, 0.04, 0.04);
		final SpecimenOptions plain = SpecimenOptions.of(SpecimenOptions.Kind.ENDING);
		final SpecimenOptions o = plain.withGrid(g).withBodies(Math.max(4, (n / CELL) * (n / CELL)), 0.4, plain.lengthUm(), plain.widthNm());
		final Specimen s = Specimens.make(o);
		final ByteVolume classes = Rendering.classes(s, 0, Progress.NONE);
		final ByteVolume stack = Rendering.grey8(s, o.grey(), 0, Progress.NONE);
		grey = FloatVolume.of(g, z -> {
			final float[] plane = new float[g.planeSize()];
			for (int i = 0; i < plane.length; i++)
				plane[i] = stack.plane(z)[i] & 0xFF;
			return plane;
		});
		cracks = new Phase(classes, 2);
		pores = Components.label(new Phase(classes, 1), Connectivity.TWENTYSIX, 1, 0, Progress.NONE).volume();
	}

	/**
	 * Runs the benchmark.
	 *
	 * @param n side of the cube, voxels; needs about 20 n^3 bytes of heap
	 * @return lines of text: seconds and processor seconds of the best of three runs, in all and for each crack
	 */
	public static String run(final int n) {
		final CrackBench bench = new CrackBench(n);
		final StringBuilder out = new StringBuilder();
		double one = Double.NaN;
		for (int threads = 1; threads <= 2; threads++) {
			double best = Double.POSITIVE_INFINITY, work = Double.POSITIVE_INFINITY;
			int count = 0;
			for (int run = 0; run < RUNS; run++) {
				final long start = System.nanoTime(), before = processorTime();
				count = bench.measure(threads).cracks().size();
				best = Math.min(best, (System.nanoTime() - start) * 1e-9);
				work = Math.min(work, (processorTime() - before) * 1e-9);
			}
			if (threads == 1) one = best;
			out.append(String.format(Locale.ROOT, "%d^3 voxels, %d cracks, %d thread(s): %.2f s, %.2f s of processor time, %.1f ms for each crack, %.2f x one thread%n",
				n, count, threads, best, work, 1000 * best / count, best / one));
		}
		return out.toString();
	}

	private CrackResult measure(final int threads) {
		return CrackAnalysis.analyse(cracks, pores, null, CrackGrey.of(grey, cracks, pores, threads, Progress.NONE), CrackOptions.of(
			ElectrodeFace.Z_MINUS), threads, Progress.NONE);
	}

	/** Processor time of the whole process, ns. */
	private static long processorTime() {
		return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getProcessCpuTime();
	}
}
