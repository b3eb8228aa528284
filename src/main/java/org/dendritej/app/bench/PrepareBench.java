// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Locale;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.Components;
import org.dendritej.core.label.Connectivity;
import org.dendritej.core.label.LabelSums;
import org.dendritej.core.label.Labels;
import org.dendritej.core.prepare.AlignOptions;
import org.dendritej.core.prepare.Alignment;
import org.dendritej.core.prepare.PreparedStack;
import org.dendritej.core.prepare.SliceMove;
import org.dendritej.core.run.Progress;
import org.dendritej.core.segment.HalfContrast;
import org.dendritej.core.segment.ShapeClasses;
import org.dendritej.core.segment.Thresholded;

/**
 * Measures how long a virtual stack takes to be aligned, destriped, evened, moved, thresholded and told apart by shape, step by
 * step, in wall and in processor time, and how much memory it takes. {@code --bench prepare 2048} is 2048 x 1536 x 500 voxels.
 */
public final class PrepareBench {

	private static final int PERIOD = 128;

	private PrepareBench() {}

	/**
	 * Runs the benchmark once, on two threads.
	 *
	 * @param n columns; rows are 3/4 and slices a quarter of them (at least 24; 500 for 2048), memory about 2.6 bytes per voxel
	 * @return lines of text: what, seconds, processor seconds, millions of voxels per second, minutes for 2048 x 1536 x 500 at that rate
	 */
	public static String run(final int n) {
		final int side = Math.max(64, n);
		final VoxelGrid g = VoxelGrid.of(side, 3 * side / 4, side == 2048 ? 500 : Math.max(24, side / 4), 0.04, 0.04, 0.1);
		final FloatVolume raw = recorded(g);
		final Clock clock = new Clock(g);
		for (int z = 0; z < g.nz(); z++)
			raw.plane(z);
		clock.line("make the slices once, one thread");
		final PreparedStack.Cleaning how = new PreparedStack.Cleaning(g.ny() / 4.0, true, 0);
		final Alignment a = PreparedStack.aligned(raw, how, AlignOptions.auto(), 2, Progress.NONE);
		clock.line("align and even (" + a.basis() + ")");
		final List<SliceMove> moves = a.moves();
		final int[] field = PreparedStack.common(g, moves);
		final Object[] planes = PreparedStack.planes(PreparedStack.cleaned(raw, how), moves, field, 0, 8, 2, Progress.NONE);
		clock.line("destripe, flatten and move");
		final VoxelGrid cut = VoxelGrid.of(field[2], field[3], g.nz(), g.dxUm(), g.dyUm(), g.dzUm());
		// Read once more after the levels are known, a slice is needed no longer; the commands read it from the disk.
		final boolean[] last = new boolean[1];
		final FloatVolume ready = FloatVolume.of(cut, z -> {
			final byte[] b = (byte[]) planes[z];
			if (last[0]) planes[z] = null;
			final float[] p = new float[b.length];
			for (int i = 0; i < p.length; i++)
				p[i] = b[i] & 0xff;
			return p;
		});
		final HalfContrast h = HalfContrast.of(ready, 2, Progress.NONE);
		last[0] = true;
		final Phase voids = Thresholded.below(ready, h.threshold(), 2, Progress.NONE);
		clock.line("threshold");
		final byte[][] classes = new byte[cut.nz()][];
		for (int z = 0; z < classes.length; z++)
			classes[z] = voids.volume().plane(z);
		ShapeClasses.inPlace(cut, classes, 3, 2, Progress.NONE);
		clock.line("pores and cracks by shape");
		clock.sum();
		return clock.text();
	}

	/** Slices that are made when asked for, as a virtual stack reads them: bodies, jitter, curtains and noise. */
	private static FloatVolume recorded(final VoxelGrid g) {
		final ByteVolume field = isolated(RandomField.make(PERIOD, 0.15, 1));
		return FloatVolume.of(g, z -> {
			final int nx = g.nx(), mirrored = z % (2 * PERIOD) < PERIOD ? z % PERIOD : PERIOD - 1 - z % PERIOD;
			final float[] p = new float[g.planeSize()];
			final byte[] b = field.plane(mirrored);
			for (int y = 0; y < g.ny(); y++) {
				final int row = PERIOD * (y & PERIOD - 1);
				for (int x = 0; x < nx; x++) {
					final int i = y * nx + x;
					// Noise without a generator: the high bits of a multiplied index.
					final int noise = (i * 0x9E3779B1 + z * 0x85EBCA6B) >>> 28;
					p[i] = (b[row + (x + z % 3 & PERIOD - 1)] == 0 ? 170 : 40) + noise + ((x & 31) < 5 ? 4 : 0);
				}
			}
			return p;
		});
	}

	/** The voids that no side of the tile cuts: laid side by side, the tiles then hold isolated voids as an electrolyte does. */
	private static ByteVolume isolated(final ByteVolume field) {
		final Labels labels = Components.label(new Phase(field, 1), Connectivity.TWENTYSIX, 2, Progress.NONE);
		final LabelSums sums = labels.sums();
		final IntVolume inner = labels.filter(l -> !sums.touchesBorder(l)).volume();
		final byte[][] planes = new byte[field.grid().nz()][field.grid().planeSize()];
		for (int z = 0; z < planes.length; z++) {
			final int[] l = inner.plane(z);
			for (int i = 0; i < l.length; i++)
				planes[z][i] = (byte) (l[i] > 0 ? 1 : 0);
		}
		return ByteVolume.of(field.grid(), planes);
	}

	/** Wall and processor time of each step. */
	private static final class Clock {

		private final com.sun.management.OperatingSystemMXBean system = (com.sun.management.OperatingSystemMXBean) ManagementFactory
			.getOperatingSystemMXBean();
		private final VoxelGrid grid;
		private final StringBuilder out = new StringBuilder();
		private long wall = System.nanoTime(), cpu = system.getProcessCpuTime();
		private double wallSum, cpuSum;

		Clock(final VoxelGrid grid) {
			this.grid = grid;
			out.append(String.format(Locale.ROOT, "%d x %d x %d voxels, heap of at most %.1f GB%n", grid.nx(), grid.ny(), grid.nz(), Runtime.getRuntime()
				.maxMemory() / 1e9));
		}

		void line(final String what) {
			final double w = (System.nanoTime() - wall) / 1e9, c = (system.getProcessCpuTime() - cpu) / 1e9;
			wallSum += w;
			cpuSum += c;
			row(what, w, c);
			wall = System.nanoTime();
			cpu = system.getProcessCpuTime();
		}

		void sum() {
			row("all", wallSum, cpuSum);
			final double peak = ManagementFactory.getMemoryPoolMXBeans().stream().filter(p -> p.getType() == MemoryType.HEAP).mapToLong(p -> p.getPeakUsage()
				.getUsed()).sum() / 1e9;
			out.append(String.format(Locale.ROOT, "heap used at most %.1f GB%n", peak));
		}

		private void row(final String what, final double w, final double c) {
			out.append(String.format(Locale.ROOT, "%-38s %8.2f s, processor %8.2f s, %7.2f Mvoxel/s; 2048 x 1536 x 500: %.1f min (processor/2: %.1f)%n", what, w, c,
				grid.voxels() / w / 1e6, 2048.0 * 1536 * 500 / grid.voxels() * w / 60, 2048.0 * 1536 * 500 / grid.voxels() * c / 120));
		}

		String text() {
			return out.toString();
		}
	}
}
