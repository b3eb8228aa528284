// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * Follows the dark bodies of a stack from slice to slice by the middles of their cross-sections: the evidence from which the
 * slow part of the drift is told ({@link SlowPath}).
 * <p>
 * A track goes on while two cross-sections overlap each other best, once the rough motion is taken back, and their areas
 * differ by less than a factor of two; where bodies join or part, tracks end. Cross-sections at the border are left out.
 */
final class BodyTracks {

	private static final int LEAST_PIXELS = 9, LEAST_SLICES = 4, MARGIN = 2;
	private static final double AREA_RATIO = 2, DEEP = 0.4, SIX_SD = 6;

	private BodyTracks() {}

	/** The way of one body: middles of its cross-sections in the recorded slices first, first + 1, ..., pixels. */
	record Track(int first, double[] x, double[] y) {

		int slices() {
			return x.length;
		}
	}

	/** Cross-sections of one slice: their number at each pixel (0 none, -1 not used), middles and areas. */
	private record Sections(int[] at, double[] x, double[] y, int[] area) {}

	/** All tracks of at least four slices; path: rough places of the slices, pixels. Blank slices end tracks. */
	static List<Track> of(final FloatVolume clean, final double[][] path, final boolean[] blank, final int threads, final Progress progress) {
		final int n = clean.grid().nz(), nx = clean.grid().nx(), ny = clean.grid().ny(), height = 16;
		final List<Track> tracks = new ArrayList<>();
		final List<List<double[]>> open = new ArrayList<>();
		final List<Integer> firsts = new ArrayList<>();
		int[] openOf = new int[0];
		Sections before = null;
		for (int z0 = 0; z0 < n; z0 += height) {
			final int from = z0, to = Math.min(n, z0 + height);
			final Sections[] some = new Sections[to - from];
			Slabs.forEach(some.length, threads, progress.part(from / (double) n, to / (double) n), null, k -> some[k] = blank[from + k] ? null : sections(clean
				.plane(from + k), nx, ny));
			progress.report(to / (double) n, "Following bodies");
			for (int k = from; k < to; k++) {
				final Sections now = some[k - from];
				final int[] next = new int[now == null ? 0 : now.area.length];
				Arrays.fill(next, -1);
				if (before != null && now != null) {
					final int[] match = matches(before, now, nx, ny, (int) Math.rint(path[0][k] - path[0][k - 1]), (int) Math.rint(path[1][k] - path[1][k - 1]));
					for (int b = 1; b < match.length; b++)
						if (match[b] > 0) next[match[b]] = openOf[b];
				}
				for (int s = 1; s < next.length; s++) {
					if (now.area[s] < LEAST_PIXELS || Double.isNaN(now.x[s])) continue;
					if (next[s] < 0) {
						next[s] = open.size();
						open.add(new ArrayList<>());
						firsts.add(k);
					}
					open.get(next[s]).add(new double[] { now.x[s], now.y[s] });
				}
				openOf = next;
				before = now;
			}
		}
		for (int t = 0; t < open.size(); t++) {
			final List<double[]> way = open.get(t);
			if (way.size() >= LEAST_SLICES) tracks.add(new Track(firsts.get(t), way.stream().mapToDouble(p -> p[0]).toArray(), way.stream().mapToDouble(
				p -> p[1]).toArray()));
		}
		return tracks;
	}

	/** For each cross-section of the slice before: the one it goes on as, or 0. */
	private static int[] matches(final Sections a, final Sections b, final int nx, final int ny, final int dx, final int dy) {
		final java.util.Map<Long, Integer> overlap = new java.util.TreeMap<>();
		for (int y = Math.max(0, -dy); y < Math.min(ny, ny - dy); y++) {
			long last = 0;
			int run = 0;
			for (int x = Math.max(0, -dx); x < Math.min(nx, nx - dx); x++) {
				final int p = a.at[y * nx + x], q = b.at[(y + dy) * nx + x + dx];
				final long both = p > 0 && q > 0 ? (long) p << 32 | q : 0;
				if (both != last) {
					if (last != 0) overlap.merge(last, run, Integer::sum);
					last = both;
					run = 0;
				}
				run++;
			}
			if (last != 0) overlap.merge(last, run, Integer::sum);
		}
		final int[] best = new int[a.area.length], size = new int[a.area.length], back = new int[b.area.length], backSize = new int[b.area.length];
		final int[] total = new int[a.area.length], backTotal = new int[b.area.length];
		overlap.forEach((key, m) -> {
			final int p = (int) (key >> 32), q = (int) (long) key;
			total[p] += m;
			backTotal[q] += m;
			if (m > size[p]) {
				size[p] = m;
				best[p] = q;
			}
			if (m > backSize[q]) {
				backSize[q] = m;
				back[q] = p;
			}
		});
		for (int p = 1; p < best.length; p++) {
			final int q = best[p];
			if (q == 0) continue;
			final double ratio = a.area[p] / (double) b.area[q];
			// A second partner of some size means that bodies join or part here.
			final boolean alone = size[p] > 0.75 * total[p] && size[p] > 0.75 * backTotal[q];
			if (back[q] != p || !alone || ratio > AREA_RATIO || ratio < 1 / AREA_RATIO || Double.isNaN(a.x[p]) || Double.isNaN(b.x[q])) best[p] = 0;
		}
		return best;
	}

	private static Sections sections(final float[] p, final int nx, final int ny) {
		final float[] depth = depths(p, nx, ny);
		final int[] at = new int[p.length], stack = new int[p.length];
		final double cut = cut(depth);
		final List<double[]> found = new ArrayList<>();
		found.add(new double[4]);
		for (int seed = 0; seed < p.length; seed++) {
			if (at[seed] != 0 || !(depth[seed] > cut)) continue;
			final int id = found.size();
			final double[] s = new double[4];
			boolean border = false;
			int top = 0;
			stack[top++] = seed;
			at[seed] = id;
			while (top > 0) {
				final int i = stack[--top], x = i % nx, y = i / nx;
				// Counted by how dark a pixel is, a partly filled one at the rim moves the middle by its share only.
				s[0] += depth[i];
				s[1] += depth[i] * x;
				s[2] += depth[i] * y;
				s[3]++;
				border |= x < MARGIN || y < MARGIN || x >= nx - MARGIN || y >= ny - MARGIN;
				for (int k = 0; k < 4; k++) {
					final int u = x + (k == 0 ? -1 : k == 1 ? 1 : 0), v = y + (k == 2 ? -1 : k == 3 ? 1 : 0);
					if (u < 0 || v < 0 || u >= nx || v >= ny) continue;
					final int j = v * nx + u;
					if (at[j] == 0 && depth[j] > cut) {
						at[j] = id;
						stack[top++] = j;
					}
				}
			}
			if (border || s[3] < LEAST_PIXELS) s[0] = Double.NaN;
			found.add(s);
		}
		final int n = found.size();
		final double[] x = new double[n], y = new double[n];
		final int[] area = new int[n];
		for (int k = 1; k < n; k++) {
			final double[] s = found.get(k);
			x[k] = s[1] / s[0];
			y[k] = s[2] / s[0];
			area[k] = (int) s[3];
		}
		return new Sections(at, x, y, area);
	}

	/** How far each pixel lies below the solid's grey about it, as a mean over 3 x 3 pixels. */
	private static float[] depths(final float[] p, final int nx, final int ny) {
		final boolean[] solid = SolidOnly.mask(p, nx, ny);
		final float[] ground = SolidOnly.ground(p, solid, nx, ny), half = new float[p.length], out = new float[p.length];
		for (int i = 0; i < p.length; i++)
			ground[i] -= p[i];
		for (int y = 0; y < ny; y++)
			for (int x = 0; x < nx; x++)
				half[y * nx + x] = 0.25f * (ground[y * nx + Math.max(0, x - 1)] + 2 * ground[y * nx + x] + ground[y * nx + Math.min(nx - 1, x + 1)]);
		for (int y = 0; y < ny; y++)
			for (int x = 0; x < nx; x++)
				out[y * nx + x] = 0.25f * (half[Math.max(0, y - 1) * nx + x] + 2 * half[y * nx + x] + half[Math.min(ny - 1, y + 1) * nx + x]);
		return out;
	}

	/** Two fifths of the usual depth of what is clearly dark. */
	private static double cut(final float[] depth) {
		final float[] sorted = SolidOnly.sample(depth);
		final double low = sorted[(int) (0.25 * (sorted.length - 1))], middle = sorted[sorted.length / 2];
		final double sd = Math.max(1e-6, (middle - low) / 0.674), least = middle + SIX_SD * sd;
		int from = sorted.length;
		while (from > 0 && sorted[from - 1] > least)
			from--;
		return from == sorted.length ? least : Math.max(least, DEEP * sorted[(from + sorted.length) / 2]);
	}
}
