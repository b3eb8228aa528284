// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

import java.util.Arrays;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * Finds slices that are turned, stretched or sheared against both of their neighbours.
 * <p>
 * Each slice is fitted to the mean of the slices before and after it, in which slanted bodies lie where they lie in the slice
 * itself, so that slants make no turn. A fit counts if it moves a corner by a pixel or more and brings the slice nearer to that mean
 * by a seventh; of adjacent slices the one that gains most is restored first. A turn that stays from some slice on is not found.
 */
final class LinearParts {

	private static final double LEAST_PX = 1, GAIN = 0.15, END_GAIN = 0.3;
	private static final int ROUNDS = 3;

	private final FloatVolume stack;
	private final boolean[] blank;
	private final int n, nx, ny;
	private final PairShift pair;
	private final LinearPair fit;

	private LinearParts(final FloatVolume stack, final boolean[] blank) {
		this.stack = stack;
		this.blank = blank;
		n = stack.grid().nz();
		nx = stack.grid().nx();
		ny = stack.grid().ny();
		pair = new PairShift(nx, ny, AlignOptions.content(0));
		fit = new LinearPair(nx, ny);
	}

	/** What was found of one slice. */
	private record Turn(Linear linear, double gain) {}

	/** One for each slice; that of most slices is {@link Linear#NONE}. */
	static Linear[] of(final FloatVolume clean, final boolean[] blank, final int threads, final Progress progress) {
		final int n = clean.grid().nz();
		final Linear[] all = new Linear[n];
		Arrays.fill(all, Linear.NONE);
		final boolean[] open = new boolean[n];
		Arrays.fill(open, true);
		for (int round = 0; round < ROUNDS; round++) {
			final LinearParts parts = new LinearParts(restored(clean, all), blank);
			final Turn[] found = new Turn[n];
			Slabs.forEach(n, threads, progress.part(round / (double) ROUNDS, (round + 1.0) / ROUNDS), "Looking for turned slices", k -> found[k] = open[k]
				? parts.turn(k) : null);
			Arrays.fill(open, false);
			boolean any = false;
			for (int k = 0; k < n; k++) {
				if (found[k] == null || k > 0 && found[k - 1] != null && found[k - 1].gain > found[k].gain || k + 1 < n && found[k + 1] != null
					&& found[k + 1].gain > found[k].gain) continue;
				all[k] = all[k].then(found[k].linear);
				any = true;
				for (int i = Math.max(0, k - 1); i <= Math.min(n - 1, k + 1); i++)
					open[i] = true;
			}
			if (!any) break;
		}
		return all;
	}

	/** The stack turned back, worked out when a slice is asked for. */
	static FloatVolume restored(final FloatVolume v, final Linear[] all) {
		if (Arrays.stream(all).allMatch(Linear::isNone)) return v;
		final Linear[] copy = all.clone();
		return FloatVolume.of(v.grid(), z -> copy[z].isNone() ? v.plane(z) : copy[z].restored(v.plane(z), v.grid().nx(), v.grid().ny(), 0, 0));
	}

	/** The turn of a slice against the mean of its neighbours, or null. */
	private Turn turn(final int k) {
		if (blank[k]) return null;
		final float[] a = k > 0 && !blank[k - 1] ? ready(k - 1) : null, b = k + 1 < n && !blank[k + 1] ? ready(k + 1) : null, at = ready(k);
		if (a == null && b == null) return null;
		final boolean end = a == null || b == null;
		float[] mean = a == null ? b : a;
		if (!end) {
			final PairShift.Vote t = pair.between(a, b);
			if (!(t.sdPx() < 1e3)) return null;
			final float[] p = Translation.of(a, nx, ny, -0.5 * t.dx(), -0.5 * t.dy()), q = Translation.of(b, nx, ny, 0.5 * t.dx(), 0.5 * t.dy());
			for (int i = 0; i < p.length; i++)
				p[i] = 0.5f * (p[i] + q[i]);
			mean = p;
		}
		final PairShift.Vote v = pair.between(mean, at);
		final double dx = v.sdPx() < 1e3 ? v.dx() : 0, dy = v.sdPx() < 1e3 ? v.dy() : 0;
		final double[] q = fit.between(mean, at, dx, dy);
		if (q == null) return null;
		final Linear l = new Linear(q[0], q[1], q[2], q[3]);
		final double[] reach = l.reachPx(nx, ny);
		if (Math.max(reach[0], reach[1]) < LEAST_PX) return null;
		final double gain = 1 - LinearPair.mismatch(mean, at, nx, ny, l, q[4], q[5]) / LinearPair.mismatch(mean, at, nx, ny, Linear.NONE, dx, dy);
		return gain > (end ? END_GAIN : GAIN) ? new Turn(l, gain) : null;
	}

	private float[] ready(final int z) {
		return pair.prepared(stack.plane(z), nx);
	}
}
