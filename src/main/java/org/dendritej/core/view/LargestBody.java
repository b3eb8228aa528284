// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.view;

import java.util.HashMap;
import java.util.Map;

import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.run.Progress;

/** Finds the voxel at which the three sections show most: the one of the largest body that lies nearest to its middle. */
public final class LargestBody {

	private LargestBody() {}

	/**
	 * The voxel; two passes.
	 *
	 * @param labels labels or classes, 0 = none
	 * @param progress may cancel
	 * @return i, j, k; the middle of the volume if nothing has a label
	 */
	public static int[] middle(final IntVolume labels, final Progress progress) {
		final int nx = labels.grid().nx(), nz = labels.grid().nz();
		// Voxels, then sums of i, j and k.
		final Map<Integer, long[]> sums = new HashMap<>();
		for (int k = 0; k < nz; k++) {
			progress.check();
			final int[] p = labels.plane(k);
			for (int i = 0; i < p.length; i++) {
				if (p[i] <= 0) continue;
				final long[] s = sums.computeIfAbsent(p[i], l -> new long[4]);
				s[0]++;
				s[1] += i % nx;
				s[2] += i / nx;
				s[3] += k;
			}
		}
		int best = 0;
		for (final Map.Entry<Integer, long[]> e : sums.entrySet())
			if (best == 0 || e.getValue()[0] > sums.get(best)[0] || e.getValue()[0] == sums.get(best)[0] && e.getKey() < best) best = e.getKey();
		if (best == 0) return new int[] { nx / 2, labels.grid().ny() / 2, nz / 2 };
		return nearest(labels, best, sums.get(best), progress);
	}

	private static int[] nearest(final IntVolume labels, final int label, final long[] s, final Progress progress) {
		final int nx = labels.grid().nx();
		final double[] um = { labels.grid().dxUm(), labels.grid().dyUm(), labels.grid().dzUm() };
		final int[] best = new int[3];
		double least = Double.POSITIVE_INFINITY;
		for (int k = 0; k < labels.grid().nz(); k++) {
			progress.check();
			final int[] p = labels.plane(k);
			for (int i = 0; i < p.length; i++) {
				if (p[i] != label) continue;
				final double dx = (i % nx - (double) s[1] / s[0]) * um[0], dy = (i / nx - (double) s[2] / s[0]) * um[1], dz = (k - (double) s[3] / s[0]) * um[2];
				final double d = dx * dx + dy * dy + dz * dz;
				if (d >= least) continue;
				least = d;
				best[0] = i % nx;
				best[1] = i / nx;
				best[2] = k;
			}
		}
		return best;
	}
}
