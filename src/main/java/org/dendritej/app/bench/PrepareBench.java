// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app.bench;

import java.util.List;
import java.util.Locale;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.prepare.AlignOptions;
import org.dendritej.core.prepare.PreparedStack;
import org.dendritej.core.prepare.SliceAlignment;
import org.dendritej.core.prepare.SliceMove;
import org.dendritej.core.run.Progress;
import org.dendritej.core.segment.HalfContrast;
import org.dendritej.core.segment.Thresholded;

/** Measures how long a stack takes to be aligned, destriped, evened, moved and thresholded, per step and per voxel. */
public final class PrepareBench {

	private static final int SLICES = 24;

	private PrepareBench() {}

	/**
	 * Runs the benchmark once, on two threads.
	 *
	 * @param n columns and rows of a slice; 24 slices are made, so it needs about 60 n^2 bytes
	 * @return lines of text: what, seconds, millions of voxels per second, and minutes for 2048 x 1536 x 500 voxels at that rate
	 */
	public static String run(final int n) {
		final int side = Math.max(64, n);
		final ByteVolume field = RandomField.make(Math.min(side, 128), 0.15, 1);
		final VoxelGrid g = VoxelGrid.of(side, side, SLICES, 0.04, 0.04, 0.1);
		final int period = field.grid().nx();
		final FloatVolume grey = new FloatVolume() {

			@Override
			public VoxelGrid grid() {
				return g;
			}

			@Override
			public float[] plane(final int z) {
				final float[] p = new float[g.planeSize()];
				final byte[] b = field.plane(z);
				for (int i = 0; i < p.length; i++) {
					final int x = i % side + z % 3, y = i / side;
					// Noise without a generator: the low bits of a multiplied index.
					final int noise = (i * 0x9E3779B1 + z * 0x85EBCA6B) >>> 28;
					p[i] = (b[x % period + period * (y % period)] == 0 ? 170 : 40) + noise + (x % 37 < 5 ? 4 : 0);
				}
				return p;
			}
		};
		final StringBuilder out = new StringBuilder();
		final FloatVolume clean = PreparedStack.cleaned(grey, new PreparedStack.Cleaning(side / 4.0, true, 0));
		long t = System.nanoTime();
		final List<SliceMove> moves = SliceAlignment.measure(clean, AlignOptions.content(10), 2, Progress.NONE);
		t = line(out, "destripe, flatten and align", g, t);
		final List<SliceMove> even = PreparedStack.evened(clean, moves, 2, Progress.NONE);
		t = line(out, "even grey levels", g, t);
		final Object[] planes = PreparedStack.planes(clean, even, new int[] { 0, 0, side, side }, 0, 32, 2, Progress.NONE);
		t = line(out, "destripe, flatten and move", g, t);
		final float[][] f = new float[SLICES][];
		for (int z = 0; z < SLICES; z++)
			f[z] = (float[]) planes[z];
		final FloatVolume ready = FloatVolume.of(g, f);
		Thresholded.below(ready, HalfContrast.of(ready, 2, Progress.NONE).threshold(), 2, Progress.NONE);
		line(out, "threshold", g, t);
		return out.toString();
	}

	private static long line(final StringBuilder out, final String what, final VoxelGrid g, final long since) {
		final long now = System.nanoTime();
		final double s = (now - since) / 1e9;
		out.append(String.format(Locale.ROOT, "%-30s %8.3f s %8.2f Mvoxel/s; 2048 x 1536 x 500: %.1f min%n", what, s, g.voxels() / s / 1e6, 2048.0 * 1536 * 500
			/ g.voxels() * s / 60));
		return System.nanoTime();
	}
}
