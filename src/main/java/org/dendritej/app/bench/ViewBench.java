// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.app.bench;

import java.util.Arrays;
import java.util.Locale;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.view.Camera;
import org.dendritej.core.view.Look;
import org.dendritej.core.view.Scene;
import org.dendritej.core.view.Turntable;

/**
 * Measures the turntable on a thresholded Gaussian random field with 15 % foreground, whose surface is far larger than that of
 * pores: building the scene, then one turn of 36 pictures of 512 x 512 px, with one and two threads.
 */
public final class ViewBench {

	private static final int FRAMES = 36;

	private ViewBench() {}

	/**
	 * Runs the benchmark.
	 *
	 * @param n side of the cube, voxels; needs about 30 n^3 bytes of heap
	 * @return lines of text: what, seconds, frames and triangles per second
	 */
	public static String run(final int n) {
		final ByteVolume field = RandomField.make(n, 0.15, 1);
		final VoxelGrid g = VoxelGrid.of(n, n, n, 0.04, 0.04, 0.04);
		final int[][] planes = new int[n][g.planeSize()];
		for (int z = 0; z < n; z++) {
			final byte[] p = field.plane(z);
			for (int i = 0; i < p.length; i++)
				planes[z][i] = p[i] == 1 ? 1 : 0;
		}
		final IntVolume bodies = IntVolume.of(g, planes);
		final StringBuilder out = new StringBuilder();
		long start = System.nanoTime();
		final Scene scene = Scene.of(bodies, null, (label, value) -> 0x56b4e9, Progress.NONE);
		out.append(String.format(Locale.ROOT, "%d^3 voxels, %d triangles; scene %.2f s%n", n, scene.triangles(), (System.nanoTime() - start) / 1e9));
		final Camera camera = new Camera(512, ElectrodeFace.Y_MINUS, 30, 20, true);
		final Look look = new Look(Look.Shading.SURFACE, 0xffffff, true);
		int[][] first = null;
		for (int threads = 1; threads <= 2; threads++) {
			start = System.nanoTime();
			final int[][] frames = Turntable.turn(scene, camera, FRAMES, look, threads, Progress.NONE);
			final double s = (System.nanoTime() - start) / 1e9;
			if (first != null && !Arrays.deepEquals(first, frames)) throw new IllegalStateException("Frames depend on the number of threads.");
			first = frames;
			out.append(String.format(Locale.ROOT, "turn of %d frames, %d thread%s %7.2f s %6.1f frames/s %7.1f Mtriangle/s%n", FRAMES, threads, threads == 1
				? " " : "s", s, FRAMES / s, (double) FRAMES * scene.triangles() / s / 1e6));
		}
		return out.toString();
	}
}
