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

	/** Far motions of what stands agree within this, pixels; its mean image is this much richer than the change between slices. */
	private static final double STANDING_PX = 0.25, SHARP = 4;
	/** Error of places along a mark where motions agree: 0.10 to 0.16 in six simulated acquisitions. */
	private static final double SYSTEMATIC_PX = 0.15;

	/** Stated error up to which bodies are believed unasked, pixels; else what is slower than this many slices stays. */
	private static final double BODIES_PX = 1, SLOW = 10;
	private static final int FEWEST_BODIES = 10;

	private final FloatVolume grey;
	private final AlignOptions o;
	private final int n, nx, ny, threads;
	private final Progress progress;
	private final boolean[] blank;
	/** Null unless asked for. */
	private final Linear[] linear;

	private SliceAlignment(final FloatVolume recorded, final AlignOptions o, final int threads, final Progress progress) {
		this.o = o;
		this.threads = threads;
		this.progress = progress;
		n = recorded.grid().nz();
		nx = recorded.grid().nx();
		ny = recorded.grid().ny();
		blank = blank(recorded, threads, progress.part(0, 0.05));
		linear = o.affine() ? LinearParts.of(recorded, blank, threads, progress.part(0.05, 0.1)) : null;
		grey = linear == null ? recorded : LinearParts.restored(recorded, linear);
	}

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
		return align(grey, o, threads, progress).moves();
	}

	/**
	 * Measures all slices and tells what the result rests on.
	 *
	 * @param grey the stack as recorded, best without stripes and shading
	 * @param o how to align
	 * @param threads threads; 0 or less means all
	 * @param progress told how far the work is
	 * @return transforms, basis and error
	 * @throws IllegalArgumentException if every slice is constant, or no motion at all could be measured
	 */
	public static Alignment align(final FloatVolume grey, final AlignOptions o, final int threads, final Progress progress) {
		return new SliceAlignment(grey, o, threads, progress).found();
	}

	private Alignment found() {
		if (o.basis() == AlignOptions.Basis.FIDUCIAL) {
			final Measured m = measured(new PairShift(nx, ny, o), FAR, null, progress.part(0.1, 0.8));
			return done("mark", m, m.path, new int[] { o.fiducialX(), o.fiducialY(), o.fiducialWidth(), o.fiducialHeight() }, 0, m.error());
		}
		final Measured content = measured(new PairShift(nx, ny, o), NEAR, null, progress.part(0.1, 0.4));
		if (o.basis() == AlignOptions.Basis.CONTENT) return slowLeft(content, o.trendSlices());
		final SlowPath.Result bodies = SlowPath.of(n, BodyTracks.of(grey, content.path, blank, threads, progress.part(0.4, 0.5)), content.path);
		if (o.basis() == AlignOptions.Basis.AUTO) for (final double[][] rough : new double[][][] { bodies.path(), content.path, new double[2][n] }) {
			final Alignment a = standing(rough);
			if (a != null) return a;
		}
		// Slow drift that bodies tell no better than this is left alone, where nobody asked for it.
		return o.basis() == AlignOptions.Basis.AUTO && !(bodies.errorPx() <= BODIES_PX) ? fast(content, bodies) : done("bodies", content, bodies.path(),
			null, bodies.tracks(), bodies.errorPx());
	}

	/** Aligned by what stands still along a rough path, if that is borne out by long distances; else null. */
	private Alignment standing(final double[][] rough) {
		double[][] path = rough;
		StandingStructure.Found f = StandingStructure.along(grey, path, blank, threads, progress.part(0.5, 0.52));
		Measured m = null;
		for (int round = 0; round < 2; round++) {
			if (f == null) return null;
			m = measured(new PairShift(nx, ny, AlignOptions.content(0), f.mask()), FAR, path, progress.part(0.52, 0.8));
			if (m == null || !m.knowsBothAxes() || !(m.farDisagreement() < STANDING_PX)) return null;
			path = m.path;
			// In its own frame what stands is sharp; what only seemed to stand is not.
			f = StandingStructure.along(grey, path, blank, SHARP, threads, progress.part(0.8, 0.81));
		}
		return f == null ? null : done("standing", m, path, f.box(), 0, m.error());
	}

	/** Only what is faster than the trend, from bodies if some were followed: their middles tell it better than edges do. */
	private Alignment fast(final Measured content, final SlowPath.Result bodies) {
		if (bodies.tracks() < FEWEST_BODIES) return slowLeft(content, SLOW);
		final Alignment a = slowLeft(new Measured(bodies.path(), content.links), SLOW);
		return new Alignment(a.moves(), "fast", null, bodies.tracks(), Double.NaN, a.leftPx());
	}

	private Alignment slowLeft(final Measured m, final double trend) {
		final double[][] path = { m.path[0].clone(), m.path[1].clone() };
		double left = 0;
		if (trend > 0) for (final double[] p : path) {
			final double[] slow = Chain.slow(p, trend);
			final double mean = Arrays.stream(slow).average().orElse(0);
			for (int k = 0; k < n; k++) {
				p[k] -= slow[k];
				left += (slow[k] - mean) * (slow[k] - mean) / n;
			}
		}
		return done("content", m, m.path, path, null, 0, Double.NaN, Math.sqrt(left));
	}

	private Alignment done(final String basis, final Measured m, final double[][] path, final int[] region, final int bodies, final double error) {
		return done(basis, m, path, path, region, bodies, error, 0);
	}

	/** places: where the slices lie, for their thickness; path: what of it is taken back. */
	private Alignment done(final String basis, final Measured m, final double[][] places, final double[][] path, final int[] region, final int bodies,
		final double error, final double left)
	{
		final double[] residual = residuals(n, m.links, m.path);
		final double[] thick = SliceThickness.relative(grey, places, blank, threads, progress.part(0.85, 1));
		final List<SliceMove> moves = new ArrayList<>();
		for (int k = 0; k < n; k++) {
			final Linear l = linear == null ? Linear.NONE : linear[k];
			final double[] d = l.recorded(path[0][k], path[1][k]);
			moves.add(new SliceMove(k, d[0], d[1], 1, 0, thick[k], residual[k], fault(blank[k], !l.isNone(), thick[k], residual[k]), l));
		}
		return new Alignment(moves, basis, region, bodies, error, left);
	}

	/** Motions and the places that fit them. */
	private record Measured(double[][] path, List<Chain.Link> links) {

		boolean knowsBothAxes() {
			final long x = links.stream().filter(l -> !Double.isInfinite(l.sdXPx())).count(), y = links.stream().filter(l -> !Double.isInfinite(l.sdYPx()))
				.count();
			return x > links.size() / 2 && y > links.size() / 2;
		}

		/** Median disagreement of motions over at least eight slices, pixels. */
		double farDisagreement() {
			final double[] r = links.stream().filter(l -> l.j() - l.i() >= 8).mapToDouble(l -> Chain.residual(l, path)).sorted().toArray();
			return r.length == 0 ? Double.NaN : r[r.length / 2];
		}

		/** What motions cannot see in each other (measured on simulated acquisitions), and their disagreement. */
		double error() {
			final double[] r = links.stream().mapToDouble(l -> Chain.residual(l, path)).sorted().toArray();
			return r.length == 0 ? Double.NaN : Math.hypot(SYSTEMATIC_PX, r[(int) (0.68 * (r.length - 1))]);
		}
	}

	/** rough: places about which the motions are looked for; null: all over the slice. Null if nothing was found but rough was given. */
	private Measured measured(final PairShift pair, final int[] distances, final double[][] rough, final Progress progress) {
		final int reach = distances[distances.length - 1];
		final boolean stands = o.hasFiducial() || rough != null;
		final Chain.Link[][] found = new Chain.Link[n][distances.length];
		final List<Slabs.Slab> slabs = Slabs.cut(n, stands ? 2 * reach : SLAB);
		Slabs.forEach(slabs.size(), threads, progress, "Aligning slices", s -> {
			final int z0 = slabs.get(s).z0();
			final float[][] ready = new float[Math.min(n, slabs.get(s).z1() + reach) - z0][];
			final double[][][] spectrum = new double[ready.length][][];
			for (int k = 0; k < ready.length; k++) {
				progress.check();
				if (blank[z0 + k]) continue;
				ready[k] = pair.prepared(grey.plane(z0 + k), nx);
				if (rough == null) spectrum[k] = pair.spectrum(ready[k]);
			}
			for (int k = 0; k < slabs.get(s).z1() - z0; k++)
				for (int d = 0; d < distances.length; d++) {
					final int j = k + distances[d];
					if (j >= ready.length || ready[k] == null || ready[j] == null) continue;
					progress.check();
					final int a = z0 + k, b = z0 + j;
					final PairShift.Vote v = rough == null ? pair.between(ready[k], spectrum[k], ready[j], spectrum[j]) : pair.near(ready[k], ready[j],
						rough[0][b] - rough[0][a], rough[1][b] - rough[1][a]);
					if (!(v.sdPx() < 1e3)) continue;
					found[a][d] = rough != null ? new Chain.Link(a, b, v.dx(), v.dy(), v.sdXPx(), v.sdYPx()) : new Chain.Link(a, b, v.dx(), v.dy(), stands ? v.sdPx()
						: v.sdPx() * Math.sqrt(distances[d]));
				}
		});
		final List<Chain.Link> links = new ArrayList<>();
		for (final Chain.Link[] row : found)
			for (final Chain.Link l : row)
				if (l != null) links.add(l);
		if (links.isEmpty() && rough != null) return null;
		if (links.isEmpty()) throw new IllegalArgumentException(
			"No two slices of the stack could be matched; the slices hold no common structure. Is it one stack, in order? Use align=none to leave it as it is.");
		final List<Chain.Link> measured = List.copyOf(links);
		for (int k = 0; k + 1 < n; k++)
			links.add(new Chain.Link(k, k + 1, 0, 0, PRIOR_PX));
		return new Measured(Chain.places(n, links, reach), measured);
	}

	private static String fault(final boolean blank, final boolean turned, final double thick, final double residual) {
		if (blank) return "blank";
		final List<String> f = new ArrayList<>();
		if (thick < DUPLICATE) f.add("duplicate");
		if (thick > GAP) f.add("gap");
		if (residual > UNLIKE) f.add("unlike");
		if (turned) f.add("turned");
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
