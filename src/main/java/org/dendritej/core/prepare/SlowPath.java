// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The drift of a stack in which nothing stands still, from the ways of many bodies, with its error.
 * <p>
 * The middle of body b in slice k lies at c_b + s_b (k - k_b) + D(k): every body has a place and a slant of its own, and all
 * share the drift D. Slants are random about zero with a spread that is measured from pairs of bodies in the same slices, in
 * whose difference the drift drops out; outliers, such as long slanted cracks, lose their say (Cauchy weights) but still tell
 * jitter. This is the mixed model of Laird and Ware 1982 (doi 10.2307/2529876) with place and slant integrated out.
 * A slant that all bodies have in common cannot be told from drift by anyone; it is not in the error.
 */
final class SlowPath {

	/** Spread of slants that counts as much as three bodies, pixels per slice; and least spread (assumed). */
	private static final double USUAL_SLANT = 0.5, LEAST_SLANT = 0.02;
	private static final int USUAL_BODIES = 3, LEAST_OVERLAP = 4, ROUNDS = 6, MOST_JUDGED = 1000;
	/** Least scatter of middles and least step of the drift, pixels; what is slower than this many slices may be slant. */
	private static final double LEAST_NOISE = 0.02, LEAST_STEP = 0.05, SLOW = 10;

	/** Drift of each slice along both axes, pixels; its standard error over all slices and both axes, pixels; tracks used. */
	record Result(double[][] path, double errorPx, int tracks) {}

	private final int n;
	private final int band;
	/** Bodies that share slices with others. */
	private double paired;
	private final List<BodyTracks.Track> tracks;

	private SlowPath(final int n, final List<BodyTracks.Track> tracks) {
		this.n = n;
		band = tracks.stream().mapToInt(BodyTracks.Track::slices).max().orElse(2);
		this.tracks = tracks;
	}

	/** content: path of the whole content; its fast part tells how far the drift goes from slice to slice. */
	static Result of(final int n, final List<BodyTracks.Track> tracks, final double[][] content) {
		final double[][] path = new double[2][];
		double square = 0;
		final List<BodyTracks.Track> even = new ArrayList<>(), odd = new ArrayList<>();
		for (int t = 0; t < tracks.size(); t++)
			(t % 2 == 0 ? even : odd).add(tracks.get(t));
		for (int axis = 0; axis < 2; axis++) {
			final Solved all = new SlowPath(n, tracks).solve(axis, content[axis]);
			path[axis] = all.path;
			final double[] a = new SlowPath(n, even).solve(axis, content[axis]).path, b = new SlowPath(n, odd).solve(axis, content[axis]).path;
			final double[] apart = new double[n];
			for (int k = 0; k < n; k++)
				apart[k] = a[k] - b[k];
			// Two halves differ by twice the error of the whole; the larger of the two readings is given.
			square += Math.max(all.variance, variance(apart) / 4);
		}
		return new Result(path, Math.sqrt(square), tracks.size());
	}

	private static double variance(final double[] v) {
		final double mean = Arrays.stream(v).average().orElse(0);
		return Arrays.stream(v).map(d -> (d - mean) * (d - mean)).average().orElse(0);
	}

	private record Solved(double[] path, double variance) {}

	private static double[] way(final BodyTracks.Track t, final int axis) {
		return axis == 0 ? t.x() : t.y();
	}

	private Solved solve(final int axis, final double[] content) {
		final int m = tracks.size();
		final double[] slantWeight = new double[m], noiseWeight = new double[m];
		// To begin with, long bodies count as what they are likely to be: cracks with a slant of their own.
		final double usual = tracks.stream().mapToInt(BodyTracks.Track::slices).sorted().skip(m / 2).findFirst().orElse(1);
		for (int t = 0; t < m; t++)
			slantWeight[t] = Math.min(1, Math.pow(usual / tracks.get(t).slices(), 4));
		Arrays.fill(noiseWeight, 1);
		final List<Pair> pairs = pairs(axis);
		double noise = 0.2, slant = slantSpread(pairs, noise);
		final double step = usualStep(content);
		double[][] a = null;
		double[] path = content.clone();
		for (int round = 0; round < ROUNDS; round++) {
			a = new double[n][n];
			final double[] r = new double[n];
			prior(a, step);
			for (int t = 0; t < m; t++)
				add(a, r, tracks.get(t), axis, noise * noise / noiseWeight[t], slant * slant / slantWeight[t]);
			Dense.factor(a, band);
			path = r;
			Dense.substitute(a, band, path);
			noise = reweigh(axis, path, slant, slantWeight, noiseWeight);
			slant = slantSpread(pairs, noise);
		}
		final double first = path[0];
		for (int k = 0; k < n; k++)
			path[k] -= first;
		return new Solved(path, Dense.varianceAboutMean(a, band));
	}

	/** Drift is expected to wander like its fast part does: steps of a usual size, up or down. */
	private void prior(final double[][] a, final double step) {
		final double w = 1 / (step * step);
		for (int k = 0; k + 1 < n; k++) {
			a[k][k] += w;
			a[k + 1][k + 1] += w;
			a[k + 1][k] -= w;
		}
		for (int k = 0; k < n; k++)
			a[k][k] += 1e-6;
	}

	/** Usual size of a step of the drift: that of the content less its slow part, which may be slant. */
	private double usualStep(final double[] content) {
		final double[] slow = Chain.slow(content, SLOW);
		double s = 0;
		for (int k = 0; k + 1 < n; k++)
			s += Math.pow(content[k + 1] - slow[k + 1] - content[k] + slow[k], 2);
		return Math.max(LEAST_STEP, Math.sqrt(s / Math.max(1, n - 1)));
	}

	/** A body's say on the drift once its place and slant are integrated out; only the lower half of a is kept. */
	private static void add(final double[][] a, final double[] r, final BodyTracks.Track t, final int axis, final double noise, final double slant) {
		final double[] u = way(t, axis);
		final int m = u.length;
		final double half = 0.5 * (m - 1), tt = m * (m * (double) m - 1) / 12, w = 1 / noise, s = w / (tt + noise / slant);
		double mean = 0, along = 0;
		for (int i = 0; i < m; i++) {
			mean += u[i] / m;
			along += (i - half) * u[i];
		}
		for (int i = 0; i < m; i++) {
			final int k = t.first() + i;
			r[k] += w * (u[i] - mean) - s * (i - half) * along;
			for (int j = 0; j <= i; j++)
				a[k][t.first() + j] -= w / m + s * (i - half) * (j - half);
			a[k][k] += w;
		}
	}

	/** New weights from what the path leaves of every body; returns the usual scatter of middles, pixels. */
	private double reweigh(final int axis, final double[] path, final double slant, final double[] slantWeight, final double[] noiseWeight) {
		final int m = tracks.size();
		if (m == 0) return 0.2;
		final double[] scatter = new double[m], slope = new double[m];
		for (int t = 0; t < m; t++) {
			final double[] line = line(tracks.get(t), axis, path, 0, tracks.get(t).slices());
			slope[t] = line[0];
			scatter[t] = line[1];
		}
		final double[] sorted = scatter.clone();
		Arrays.sort(sorted);
		final double noise = Math.max(LEAST_NOISE, sorted[m / 2]);
		for (int t = 0; t < m; t++) {
			final double q = slope[t] / (2.5 * slant), p = scatter[t] / (2.5 * noise);
			slantWeight[t] = 1 / (1 + q * q);
			noiseWeight[t] = 1 / (1 + p * p);
		}
		return noise;
	}

	/** Slope of a body's way less the path over its slices from..to, pixels per slice, and the scatter about the line. */
	private static double[] line(final BodyTracks.Track t, final int axis, final double[] path, final int from, final int to) {
		final double[] u = way(t, axis);
		final int m = to - from;
		double mean = 0, along = 0, tt = 0, left = 0;
		for (int i = from; i < to; i++)
			mean += (u[i] - path[t.first() + i]) / m;
		for (int i = from; i < to; i++) {
			final double c = i - from - 0.5 * (m - 1);
			along += c * (u[i] - path[t.first() + i] - mean);
			tt += c * c;
		}
		final double slope = along / tt;
		for (int i = from; i < to; i++) {
			final double e = u[i] - path[t.first() + i] - mean - slope * (i - from - 0.5 * (m - 1));
			left += e * e;
		}
		return new double[] { slope, Math.sqrt(left / Math.max(1, m - 2)) };
	}

	/**
	 * Robust spread of slants: the median over pairs of bodies that share at least four slices, drawn towards an assumed one where
	 * bodies are few. A pair counts the less the more pairs its bodies make, so that a long crack, which meets all others, is one body.
	 */
	private double slantSpread(final List<Pair> pairs, final double noise) {
		final double[][] found = new double[pairs.size()][];
		for (int i = 0; i < found.length; i++) {
			final Pair p = pairs.get(i);
			found[i] = new double[] { Math.sqrt(Math.max(0, p.square() - noise * noise / p.lever())), p.weight() };
		}
		final double measured = found.length == 0 ? USUAL_SLANT : Math.max(LEAST_SLANT, median(found) / 0.6745);
		final double w = paired / (paired + (double) USUAL_BODIES);
		return Math.exp(w * Math.log(measured) + (1 - w) * Math.log(USUAL_SLANT));
	}

	/** Half the square of the difference of two slants, the lever that they were measured with, and the weight of the pair. */
	private record Pair(double square, double lever, double weight) {}

	private List<Pair> pairs(final int axis) {
		final double[] none = new double[n];
		final List<int[]> met = new ArrayList<>();
		final int[] partners = new int[tracks.size()];
		final int stride = Math.max(1, tracks.size() / MOST_JUDGED);
		for (int a = 0; a < tracks.size(); a += stride)
			for (int b = a + stride; b < tracks.size(); b += stride) {
				final BodyTracks.Track p = tracks.get(a), q = tracks.get(b);
				if (Math.min(p.first() + p.slices(), q.first() + q.slices()) - Math.max(p.first(), q.first()) < LEAST_OVERLAP) continue;
				met.add(new int[] { a, b });
				partners[a]++;
				partners[b]++;
			}
		paired = Arrays.stream(partners).filter(k -> k > 0).count();
		final List<Pair> pairs = new ArrayList<>();
		for (final int[] m : met) {
			final BodyTracks.Track p = tracks.get(m[0]), q = tracks.get(m[1]);
			final int from = Math.max(p.first(), q.first()), to = Math.min(p.first() + p.slices(), q.first() + q.slices()), k = to - from;
			final double d = line(p, axis, none, from - p.first(), to - p.first())[0] - line(q, axis, none, from - q.first(), to - q.first())[0];
			pairs.add(new Pair(d * d / 2, k * (k * (double) k - 1) / 12, 1.0 / partners[m[0]] / partners[m[1]]));
		}
		return pairs;
	}

	/** Median of values with weights. */
	private static double median(final double[][] v) {
		Arrays.sort(v, (a, b) -> Double.compare(a[0], b[0]));
		final double half = 0.5 * Arrays.stream(v).mapToDouble(e -> e[1]).sum();
		double sum = 0;
		for (final double[] e : v) {
			sum += e[1];
			if (sum >= half) return e[0];
		}
		return v[v.length - 1][0];
	}
}
