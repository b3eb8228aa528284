// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.segment;

import java.util.concurrent.atomic.AtomicLong;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/** The voxels on the dark side of a threshold. */
public final class Thresholded {

	private Thresholded() {}

	/**
	 * Voxels darker than a threshold.
	 *
	 * @param grey the volume
	 * @param threshold grey level; equal values count as solid
	 * @param threads threads to use; 0 or less means all
	 * @param progress told how far the work is; asked whether to stop
	 * @return the phase, in memory of its own: 1 byte per voxel
	 * @throws IllegalArgumentException if no voxel or every voxel is darker
	 */
	public static Phase below(final FloatVolume grey, final double threshold, final int threads, final Progress progress) {
		return below(grey, threshold, "threshold", threads, progress);
	}

	/** The same for a threshold that the user knows by another key. */
	static Phase below(final FloatVolume grey, final double threshold, final String key, final int threads, final Progress progress) {
		if (!Double.isFinite(threshold)) throw new IllegalArgumentException(key + "=" + threshold + " is not a grey level; give a finite number.");
		final byte[][] planes = new byte[grey.grid().nz()][];
		final AtomicLong count = new AtomicLong();
		Slabs.forEach(planes.length, threads, progress, "Thresholding", z -> {
			final float[] g = grey.plane(z);
			final byte[] p = new byte[g.length];
			int n = 0;
			for (int i = 0; i < g.length; i++) {
				if (g[i] < threshold) {
					p[i] = 1;
					n++;
				}
			}
			planes[z] = p;
			count.addAndGet(n);
		});
		if (count.get() == 0 || count.get() == grey.grid().voxels()) throw new IllegalArgumentException(key + "=" + threshold + " makes "
			+ (count.get() == 0 ? "no voxel" : "every voxel") + " a void; choose a level between the greys of the voids and the solid.");
		return new Phase(ByteVolume.of(grey.grid(), planes), 1);
	}
}
