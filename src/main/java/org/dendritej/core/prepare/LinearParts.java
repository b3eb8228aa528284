// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * Finds slices that are turned, stretched or sheared against the others. Motions to the next and the second slice are chained by
 * robust least squares; those that move no corner by a pixel count as none, so that slanted structure does not add up to a turn.
 */
final class LinearParts {

	private static final double LEAST_PX = 1;
	private static final int ROUNDS = 2, SLAB = 16, REACH = 2;

	private LinearParts() {}

	/** One for each slice. */
	static Linear[] of(final FloatVolume clean, final boolean[] blank, final int threads, final Progress progress) {
		final int n = clean.grid().nz();
		final Linear[] all = new Linear[n];
		Arrays.fill(all, Linear.NONE);
		for (int round = 0; round < ROUNDS; round++) {
			final double[][] p = places(restored(clean, all), blank, threads, progress.part(round / (double) ROUNDS, (round + 1.0) / ROUNDS));
			boolean any = false;
			for (int k = 0; k < n; k++) {
				final Linear l = new Linear(p[0][k], p[1][k], p[2][k], p[3][k]);
				final double[] reach = l.reachPx(clean.grid().nx(), clean.grid().ny());
				if (Math.max(reach[0], reach[1]) < 0.5 * LEAST_PX) continue;
				all[k] = all[k].then(l);
				any = true;
			}
			if (!any) break;
		}
		return all;
	}

	/** The stack turned back, worked out when a slice is asked for. */
	static FloatVolume restored(final FloatVolume v, final Linear[] all) {
		if (Arrays.stream(all).allMatch(Linear::isNone)) return v;
		return new FloatVolume() {

			@Override
			public VoxelGrid grid() {
				return v.grid();
			}

			@Override
			public float[] plane(final int z) {
				return all[z].isNone() ? v.plane(z) : all[z].restored(v.plane(z), v.grid().nx(), v.grid().ny(), 0, 0);
			}
		};
	}

	/** The four numbers of every slice, those of most slices being 0. */
	private static double[][] places(final FloatVolume v, final boolean[] blank, final int threads, final Progress progress) {
		final int n = v.grid().nz(), nx = v.grid().nx(), ny = v.grid().ny();
		final PairShift smooth = new PairShift(nx, ny, AlignOptions.content(0));
		final LinearPair pair = new LinearPair(nx, ny);
		final double scale = 0.5 * Math.max(nx, ny);
		final List<Slabs.Slab> slabs = Slabs.cut(n, SLAB);
		final double[][][] found = new double[n][REACH][];
		Slabs.forEach(slabs.size(), threads, progress, "Looking for turned slices", s -> {
			final int z0 = slabs.get(s).z0();
			final float[][] ready = new float[Math.min(n, slabs.get(s).z1() + REACH) - z0][];
			for (int k = 0; k < ready.length; k++)
				if (!blank[z0 + k]) ready[k] = smooth.prepared(v.plane(z0 + k), nx);
			for (int k = 0; k < slabs.get(s).z1() - z0; k++)
				for (int d = 1; d <= REACH; d++) {
					progress.check();
					if (k + d >= ready.length || ready[k] == null || ready[k + d] == null) continue;
					final PairShift.Vote t = smooth.between(ready[k], ready[k + d]);
					final boolean known = t.sdPx() < 1e3;
					found[z0 + k][d - 1] = pair.between(ready[k], ready[k + d], known ? t.dx() : 0, known ? t.dy() : 0);
				}
		});
		final double[][] out = new double[4][];
		for (int half = 0; half < 2; half++) {
			final List<Chain.Link> links = new ArrayList<>();
			for (int k = 0; k < n; k++)
				for (int d = 1; d <= REACH; d++) {
					final double[] q = found[k][d - 1];
					if (q == null) continue;
					final double[] reach = new Linear(q[0], q[1], q[2], q[3]).reachPx(nx, ny);
					final double on = Math.max(reach[0], reach[1]) < LEAST_PX ? 0 : scale;
					links.add(new Chain.Link(k, k + d, on * q[2 * half], on * q[2 * half + 1], 0.3 * d));
				}
			for (int k = 0; k + 1 < n; k++)
				links.add(new Chain.Link(k, k + 1, 0, 0, scale));
			final double[][] p = Chain.places(n, links, REACH);
			// Most slices stand upright; the first one may be the turned one.
			for (int axis = 0; axis < 2; axis++) {
				final double[] sorted = p[axis].clone();
				Arrays.sort(sorted);
				final double usual = sorted[n / 2];
				out[2 * half + axis] = Arrays.stream(p[axis]).map(q -> (q - usual) / scale).toArray();
			}
		}
		return out;
	}
}
