// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.view;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/** Renders a scene, from one side or from all round, without a window or a graphics card. */
public final class Turntable {

	private Turntable() {}

	/**
	 * One picture.
	 *
	 * @param scene what is seen
	 * @param camera from where
	 * @param look how it is painted
	 * @return sizePx x sizePx colours, 0xffRRGGBB, row by row from the top
	 */
	public static int[] frame(final Scene scene, final Camera camera, final Look look) {
		return new Frame(scene, camera.sizePx()).render(camera, look);
	}

	/**
	 * One turn. Frames are shared out over threads; they do not depend on their number.
	 *
	 * @param scene what is seen
	 * @param first from where the first picture is taken
	 * @param frames pictures, at equal angles
	 * @param look how it is painted
	 * @param threads threads to use, 0 for all; each holds 16 bytes per vertex and 40 per pixel
	 * @param progress progress and cancelling
	 * @return [frame][pixel], 0xffRRGGBB
	 */
	public static int[][] turn(final Scene scene, final Camera first, final int frames, final Look look, final int threads,
		final Progress progress)
	{
		final int[][] pictures = new int[frames][];
		final Queue<Frame> idle = new ConcurrentLinkedQueue<>();
		Slabs.forEach(frames, threads, progress, "Rendering", k -> {
			final Frame waiting = idle.poll();
			final Frame f = waiting == null ? new Frame(scene, first.sizePx()) : waiting;
			pictures[k] = f.render(first.at(first.azimuthDeg() + 360.0 * k / frames), look);
			idle.add(f);
		});
		return pictures;
	}
}
