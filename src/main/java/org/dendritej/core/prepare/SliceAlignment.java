// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * Finds how the slices of a FIB-SEM stack lie against each other, and which of them are faulty.
 * <p>
 * Motions are measured to the next, the second and the fourth slice, by a vote of tiles, or in a region that is known to
 * stand still (there up to the 32nd). Neighbours alone cannot tell drift from structure that slants the same way everywhere; without a fiducial
 * the slow part of the path is therefore left alone if the options say so. Memory: a few slices per thread.
 */
public final class SliceAlignment {

	private static final int[] NEAR = { 1, 2, 4 }, FAR = { 1, 2, 4, 8, 16, 32 };
	private static final int SLAB = 16;
	/** Drift from slice to slice that is expected before anything is measured, pixels (assumed). */
	private static final double PRIOR_PX = 3;
	private static final double BLANK = 0.05, DUPLICATE = 0.03, GAP = 3, UNLIKE = 2;

	private SliceAlignment() {}

	/**
	 * Measures all slices.
	 *
	 * @param grey the stack as recorded
	 * @param o how to align
	 * @param threads threads; 0 or less means all
	 * @param progress told how far the work is
	 * @return one transform per slice; gain 1 and offset 0
	 * @throws IllegalArgumentException if every slice is constant, or no motion at all could be measured
	 */
	public static List<SliceMove> measure(final FloatVolume grey, final AlignOptions o, final int threads, final Progress progress) {
		final int n = grey.grid().nz(), nx = grey.grid().nx(), ny = grey.grid().ny();
		final boolean[] blank = blank(grey, threads, progress.part(0, 0.1));
		final PairShift pair = new PairShift(nx, ny, o);
		// What stands still can be compared over long distances, which keeps small errors from adding up.
		final int[] distances = o.hasFiducial() ? FAR : NEAR;
		final int reach = distances[distances.length - 1];
		final Chain.Link[][] found = new Chain.Link[n][distances.length];
		final List<Slabs.Slab> slabs = Slabs.cut(n, SLAB);
		Slabs.forEach(slabs.size(), threads, progress.part(0.1, 0.8), "Aligning slices", s -> {
			final int z0 = slabs.get(s).z0();
			final float[][] ready = new float[Math.min(n, slabs.get(s).z1() + reach) - z0][];
			for (int k = 0; k < ready.length; k++) {
				progress.check();
				if (!blank[z0 + k]) ready[k] = pair.prepared(grey.plane(z0 + k), nx);
			}
			for (int k = 0; k < slabs.get(s).z1() - z0; k++)
				for (int d = 0; d < distances.length; d++) {
					final int j = k + distances[d];
					if (j >= ready.length || ready[k] == null || ready[j] == null) continue;
					progress.check();
					final PairShift.Vote v = pair.between(ready[k], ready[j]);
					if (v.sdPx() < 1e3) found[z0 + k][d] = new Chain.Link(z0 + k, z0 + j, v.dx(), v.dy(), o.hasFiducial() ? v.sdPx() : v.sdPx() * Math
						.sqrt(distances[d]));
				}
		});
		final List<Chain.Link> links = new ArrayList<>();
		for (final Chain.Link[] row : found)
			for (final Chain.Link l : row)
				if (l != null) links.add(l);
		if (links.isEmpty()) throw new IllegalArgumentException(
			"No two slices of the stack could be matched; the slices hold no common structure. Is it one stack, in order? Use align=none to leave it as it is.");
		final List<Chain.Link> measured = List.copyOf(links);
		for (int k = 0; k + 1 < n; k++)
			links.add(new Chain.Link(k, k + 1, 0, 0, PRIOR_PX));
		final double[][] p = Chain.places(n, links, reach);
		final double[] residual = residuals(n, measured, p);
		final double[] thick = SliceThickness.relative(grey, p, blank, threads, progress.part(0.8, 1));
		if (!o.hasFiducial() && o.trendSlices() > 0) for (int axis = 0; axis < 2; axis++) {
			final double[] slow = Chain.slow(p[axis], o.trendSlices());
			for (int k = 0; k < n; k++)
				p[axis][k] -= slow[k];
		}
		final List<SliceMove> moves = new ArrayList<>();
		for (int k = 0; k < n; k++)
			moves.add(new SliceMove(k, p[0][k], p[1][k], 1, 0, thick[k], residual[k], fault(blank[k], thick[k], residual[k])));
		return moves;
	}

	private static String fault(final boolean blank, final double thick, final double residual) {
		if (blank) return "blank";
		final List<String> f = new ArrayList<>();
		if (thick < DUPLICATE) f.add("duplicate");
		if (thick > GAP) f.add("gap");
		if (residual > UNLIKE) f.add("unlike");
		return String.join(" ", f);
	}

	/** Slices whose contrast is below a twentieth of the usual one. */
	private static boolean[] blank(final FloatVolume grey, final int threads, final Progress progress) {
		final int n = grey.grid().nz();
		final double[] sd = new double[n];
		Slabs.forEach(n, threads, progress, "Looking for blank slices", z -> {
			double s = 0, q = 0;
			final float[] p = grey.plane(z);
			for (final float v : p) {
				s += v;
				q += (double) v * v;
			}
			sd[z] = Math.sqrt(Math.max(0, q / p.length - s / p.length * (s / p.length)));
		});
		final double[] sorted = sd.clone();
		Arrays.sort(sorted);
		if (sorted[n - 1] < 1e-9) throw new IllegalArgumentException("Every slice of the stack is constant; there is nothing to align, so check that it is the right image.");
		double usual = sorted[n / 2];
		if (usual < 1e-9) usual = sorted[n - 1];
		final boolean[] blank = new boolean[n];
		for (int z = 0; z < n; z++)
			blank[z] = sd[z] < BLANK * usual;
		return blank;
	}

	/** Median disagreement of the motions about each slice: one body that appears must not condemn a slice. */
	private static double[] residuals(final int n, final List<Chain.Link> links, final double[][] p) {
		final List<List<Double>> about = new ArrayList<>();
		for (int k = 0; k < n; k++)
			about.add(new ArrayList<>());
		for (final Chain.Link l : links) {
			final double r = Chain.residual(l, p);
			about.get(l.i()).add(r);
			about.get(l.j()).add(r);
		}
		return about.stream().mapToDouble(r -> {
			final double[] v = r.stream().mapToDouble(d -> d).sorted().toArray();
			return v.length == 0 ? Double.NaN : v[v.length / 2];
		}).toArray();
	}
}
