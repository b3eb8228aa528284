// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.Arrays;

/**
 * Where the rim runs, to a fraction of a pixel: the full-resolution grey along normals of a first outline, filtered for a
 * line or a step at three scales, and the best closed path through it.
 * <p>
 * Responses are in units of the noise on the outer parts of the same normals ({@link RimFilter}), so that "seen" means seen
 * against this image's noise. A ray counts as seen when the mean response over 5 (clear rims) to 15
 * degrees (faint rims) around it exceeds what
 * the best path through the outer parts, where there is no rim, reaches.
 */
final class RimProfile {

	/** Rays come in multiples of this. */
	private static final int STRETCHES = 72;
	/** Widest window in which closure is counted, in units of 5 degrees. */
	private static final int WIDEST = 3;
	private static final float BEND = 0.2f;
	private static final double[] SCALES = { 1.2, 2.4, 4.8 };

	/** What a rim can look like. */
	enum Look {
		/** A dark line. */
		DARK("dark line", 2, -1),
		/** A bright line. */
		BRIGHT("bright line", 2, 1),
		/** Brighter inside. */
		INSIDE("step, brighter inside", 1, -1),
		/** Brighter outside. */
		OUTSIDE("step, brighter outside", 1, 1),
		/** A line of changing sign. */
		MIXED_LINE("line of mixed polarity", 2, 0),
		/** A step of changing sign. */
		MIXED_STEP("step of mixed polarity", 1, 0);

		final String words;
		final int order;
		final int sign;

		Look(final String words, final int order, final int sign) {
			this.words = words;
			this.order = order;
			this.sign = sign;
		}
	}

	final int rays;
	final int offsets;
	final double step;
	/** Look of the rim. */
	Look look;
	/** Mean response of the seen rays over the noise. */
	double contrast;
	/** Offset along each normal, um. */
	final double[] offsetUm;
	/** Whether the rim is seen on the ray. */
	final boolean[] seen;
	/** Whether the ray lies in the image. */
	final boolean[] inside;
	private final int core;
	private final RimFilter filter;

	/**
	 * Measures.
	 *
	 * @param patch full-resolution grey around the rim
	 * @param e first outline, um on the surface
	 */
	RimProfile(final ImagePatch patch, final Ellipse e) {
		this(patch, e, null);
	}

	/**
	 * Measures, looking for one look only.
	 *
	 * @param patch full-resolution grey around the rim
	 * @param e first outline, um on the surface
	 * @param only the look, or null for the best of all
	 */
	RimProfile(final ImagePatch patch, final Ellipse e, final Look only) {
		final double pixel = Math.sqrt(patch.px * patch.py), r = e.radiusUm();
		rays = Math.max(2 * STRETCHES, Math.min(5 * STRETCHES, (int) (e.perimeterUm() / (1.5 * pixel)) / STRETCHES
			* STRETCHES));
		final int blur = Math.max(1, Math.min(rays / STRETCHES, (int) Math.round(2.5 * pixel * rays / e.perimeterUm())));
		step = Math.max(0.7 * pixel, r / 160);
		core = Math.max(5, (int) Math.ceil(0.13 * r / step));
		offsets = 2 * (2 * core + 8) + 1;
		offsetUm = new double[rays];
		seen = new boolean[rays];
		inside = new boolean[rays];
		filter = new RimFilter(sample(patch, e), inside, offsets, core, blur);
		choose(only);
	}

	/** Grey along the normals, averaged along the rim over what one ray stands for. */
	private float[] sample(final ImagePatch patch, final Ellipse e) {
		final float[] out = new float[rays * offsets];
		final double[] at = new double[4];
		final double arc = e.perimeterUm() / rays;
		final int subs = Math.max(1, Math.min(6, (int) Math.round(arc / Math.min(patch.px, patch.py))));
		for (int a = 0; a < rays; a++) {
			e.at(2 * Math.PI * a / rays, at);
			inside[a] = patch.holds(at[0], at[1]);
			for (int o = 0; o < offsets; o++) {
				final double t = (o - offsets / 2) * step;
				double sum = 0;
				for (int s = 0; s < subs; s++) {
					final double shift = ((s + 0.5) / subs - 0.5) * arc;
					sum += patch.at(at[0] + t * at[2] - shift * at[3], at[1] + t * at[3] + shift * at[2]);
				}
				out[a * offsets + o] = (float) (sum / subs);
			}
		}
		return out;
	}

	/** One reading of the profile. */
	private record Reading(Look look, float[] f, int[] path, double value) {}

	/** The reading that stands out most from the best path beside the rim; of a line both of whose flanks are seen, the line. */
	private void choose(final Look only) {
		Reading best = null, line = null;
		final Reading[] steps = new Reading[2];
		for (final double scale : SCALES) {
			if (scale * 2.5 > core) break;
			final float[][] base = new float[3][];
			for (final Look l : Look.values()) {
				if (only != null && l != only) continue;
				if (base[l.order] == null) base[l.order] = filter.response(l.order, scale);
				final Reading r = read(l, base[l.order]);
				if (best == null || r.value > best.value) best = r;
				if (l.order == 2 && (line == null || r.value > line.value)) line = r;
				final int side = l == Look.INSIDE ? 0 : l == Look.OUTSIDE ? 1 : -1;
				if (side >= 0 && (steps[side] == null || r.value > steps[side].value)) steps[side] = r;
			}
		}
		if (best == null) throw new IllegalArgumentException("A rim with a radius of " + core / 0.13 * step
			+ " um has too few pixels to be traced; use an image with smaller pixels.");
		if (only == null && best.look.order == 1 && best.look.sign != 0) {
			final Reading other = steps[best.look == Look.INSIDE ? 1 : 0];
			if (other.value > 0.5 * best.value) best = line;
		}
		look = best.look;
		mark(best.f, best.path);
	}

	private Reading read(final Look l, final float[] base) {
		final float[] f = new float[base.length];
		for (int i = 0; i < f.length; i++)
			f[i] = l.sign == 0 ? Math.abs(base[i]) : l.sign * base[i];
		final int[] p = RimTrace.closed(f, rays, offsets, BEND, core + 8, offsets - core - 8);
		double sum = 0;
		int n = 0;
		for (int a = 0; a < rays; a++)
			if (inside[a]) {
				sum += f[a * offsets + p[a]];
				n++;
			}
		final double floor = 0.5 * (median(means(f, RimTrace.closed(f, rays, offsets, BEND, 0, core + 6), 0)) + median(means(f,
			RimTrace.closed(f, rays, offsets, BEND, offsets - core - 6, offsets), 0)));
		// a free sign follows everything: it must win clearly
		return new Reading(l, f, p, (l.sign == 0 ? 0.85 : 1) * (sum / Math.max(1, n) - floor));
	}

	private static double median(final double[] v) {
		final double[] s = v.clone();
		Arrays.sort(s);
		return s[s.length / 2];
	}

	/**
	 * Marks the seen rays with the shortest window whose limit the rim clears by far, so that the ends of gaps stay sharp
	 * where the contrast allows it.
	 */
	private void mark(final float[] f, final int[] path) {
		final int[] inner = RimTrace.closed(f, rays, offsets, BEND, 0, core + 6), outer = RimTrace.closed(f, rays, offsets,
			BEND, offsets - core - 6, offsets);
		double sum = 0;
		int n = 0;
		for (int w = 1; w <= WIDEST; w++) {
			final int half = w * rays / STRETCHES / 2;
			final double limit = Math.max(limit(f, inner, half), limit(f, outer, half));
			final double[] mean = means(f, path, half), clear = new double[rays];
			sum = 0;
			n = 0;
			for (int a = 0; a < rays; a++) {
				seen[a] = mean[a] > limit && inside[a];
				if (!seen[a]) continue;
				sum += f[a * offsets + path[a]];
				clear[n++] = mean[a];
			}
			Arrays.sort(clear, 0, n);
			if (n > rays / 6 && clear[n / 2] > 1.7 * limit) break;
		}
		contrast = n == 0 ? 0 : sum / n;
		for (int a = 0; a < rays; a++) {
			final int i = a * offsets + path[a];
			final double l = f[i - 1], c = f[i], r = f[i + 1], curve = l - 2 * c + r;
			final double sub = curve < 0 ? Math.max(-0.5, Math.min(0.5, 0.5 * (l - r) / curve)) : 0;
			offsetUm[a] = (path[a] + sub - offsets / 2) * step;
		}
	}

	/** Mean response along the path over a window of rays. */
	private double[] means(final float[] f, final int[] path, final int half) {
		final double[] m = new double[rays];
		for (int a = 0; a < rays; a++)
			for (int b = -half; b <= half; b++) {
				final int c = Math.floorMod(a + b, rays);
				m[a] += f[c * offsets + path[c]] / (2 * half + 1);
			}
		return m;
	}

	/** What a path where there is no rim reaches over a window: median + 2.5 spreads. */
	private double limit(final float[] f, final int[] path, final int half) {
		final double[] m = means(f, path, half);
		Arrays.sort(m);
		final double median = m[rays / 2];
		for (int i = 0; i < rays; i++)
			m[i] = Math.abs(m[i] - median);
		Arrays.sort(m);
		// texture on one side must not hide a rim that is far clearer than noise can be
		return Math.min(6, median + 2.5 * 1.4826 * m[rays / 2]);
	}

	/**
	 * Share of the rays inside the image that are seen.
	 *
	 * @return 0 to 1
	 */
	double closure() {
		int n = 0, k = 0;
		for (int a = 0; a < rays; a++)
			if (inside[a]) {
				n++;
				if (seen[a]) k++;
			}
		return n == 0 ? 0 : k / (double) n;
	}
}
