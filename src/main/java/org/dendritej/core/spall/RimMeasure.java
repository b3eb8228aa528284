// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.Arrays;

import org.dendritej.core.geom.Vec3;

/** Measures one rim at full resolution: outline, ellipse with uncertainty, closure, serration, border and edge distance. */
final class RimMeasure {

	private static final int ROUNDS = 3;
	private static final int PLACES = 12;

	private final SurfaceImage image;
	private final SurfaceOptions options;

	RimMeasure(final SurfaceImage image, final SurfaceOptions options) {
		this.image = image;
		this.options = options;
	}

	/**
	 * A measured rim.
	 *
	 * @param draft its numbers
	 * @param outline its path, gaps closed by the fitted ellipse
	 * @param ellipse the fit
	 * @param look what the rim looks like
	 * @param turning curvature of the seen pieces over the ellipse's, see {@link RimTurning}
	 */
	record Rim(SpallationDraft draft, Outline outline, Ellipse ellipse, RimProfile.Look look, double turning) {}

	/**
	 * Measures around a first outline.
	 *
	 * @param start first ellipse, um
	 * @return the rim; its closure is 0 if nothing stands out from the noise
	 */
	Rim of(final Ellipse start) {
		Ellipse e = start;
		EllipseFit fit = null;
		RimProfile profile = null;
		for (int round = 0; round < ROUNDS; round++) {
			profile = new RimProfile(patch(e), e);
			final EllipseFit next = fit(profile, e);
			if (next == null || round == ROUNDS - 1) {
				fit = next;
				break;
			}
			// a fit that runs away from its own profile is not a better outline
			final Ellipse n = next.ellipse();
			if (Math.abs(Math.log(n.radiusUm() / e.radiusUm())) > 0.15 || n.aspect() > 1.5 * options.maxAspect()) {
				fit = null;
				break;
			}
			e = n;
		}
		return describe(profile, e, fit);
	}

	/**
	 * Whether the rim is seen better at its own place than the same outline at twelve places around it, the best of them
	 * left out because a neighbour may lie there: a rim, and not one more of many curved grain edges.
	 *
	 * @param r a measured rim
	 * @return true if it stands out
	 */
	boolean standsOut(final Rim r) {
		final double[] score = new double[PLACES];
		int n = 0;
		for (int k = 0; k < PLACES; k++) {
			final double d = r.ellipse.radiusUm() * (k % 2 == 0 ? 0.7 : 1.4), a = 2 * Math.PI * (k + 0.4) / PLACES;
			final Ellipse e = r.ellipse.shifted(d * Math.cos(a), d * Math.sin(a));
			if (e.xUm() < 0 || e.yUm() < 0 || e.xUm() > image.width() * image.pixelWidthUm() || e.yUm() > image.height()
				* image.pixelHeightUm()) continue;
			final RimProfile p = new RimProfile(patch(e), e, r.look);
			score[n++] = p.closure() * p.contrast;
		}
		Arrays.sort(score, 0, n);
		return n < 2 || r.draft.rimClosure * r.draft.rimContrast > score[n - 2];
	}

	/**
	 * Measures around an outline that may lie on either flank of the rim: where nothing is seen, 12 % further in or out is tried.
	 *
	 * @param start outline found on a coarser level, um
	 * @return the rim of the largest closure
	 */
	Rim near(final Ellipse start) {
		Rim best = of(start);
		for (int k = 0; k < 2 && best.draft.rimClosure < options.minClosure(); k++) {
			final double f = k == 0 ? 0.88 : 1.12;
			final Rim other = of(new Ellipse(start.xUm(), start.yUm(), f * start.aUm(), f * start.bUm(), start.angle()));
			if (other.draft.rimClosure > best.draft.rimClosure) best = other;
		}
		return best;
	}

	private ImagePatch patch(final Ellipse e) {
		final double m = 1.45 * e.aUm() + 40 * Math.max(image.pixelWidthUm(), image.pixelHeightUm());
		return new ImagePatch(image, new double[] { e.xUm() - m, e.yUm() - m, e.xUm() + m, e.yUm() + m });
	}

	/** Fits the seen rays, leaves out those beyond three median deviations, and fits again. */
	private static EllipseFit fit(final RimProfile p, final Ellipse e) {
		final double[] x = new double[p.rays], y = new double[p.rays], at = new double[4];
		int n = 0;
		for (int a = 0; a < p.rays; a++)
			if (p.seen[a]) {
				e.at(2 * Math.PI * a / p.rays, at);
				x[n] = at[0] + p.offsetUm[a] * at[2];
				y[n++] = at[1] + p.offsetUm[a] * at[3];
			}
		if (n < p.rays / 6) return null;
		try {
			final EllipseFit first = EllipseFit.of(x, y, n);
			final double[] d = new double[n];
			for (int i = 0; i < n; i++)
				d[i] = Math.abs(first.ellipse().distance(x[i], y[i]));
			final double[] sorted = d.clone();
			Arrays.sort(sorted);
			final double limit = Math.max(4.5 * sorted[n / 2], 1e-9);
			int m = 0;
			for (int i = 0; i < n; i++)
				if (d[i] <= limit) {
					x[m] = x[i];
					y[m++] = y[i];
				}
			return m < p.rays / 6 || m < 12 ? first : EllipseFit.of(x, y, m);
		}
		catch (final IllegalArgumentException flat) {
			// what is seen is a nearly straight piece: there is no ellipse to report
			return null;
		}
	}

	private Rim describe(final RimProfile p, final Ellipse base, final EllipseFit fit) {
		final Ellipse e = fit == null ? base : fit.ellipse();
		final double[] x = new double[p.rays], y = new double[p.rays], at = new double[4], d = new double[p.rays];
		for (int a = 0; a < p.rays; a++) {
			base.at(2 * Math.PI * a / p.rays, at);
			d[a] = e.distance(at[0] + p.offsetUm[a] * at[2], at[1] + p.offsetUm[a] * at[3]);
		}
		final double spike = spike(d, p.seen);
		for (int a = 0; a < p.rays; a++) {
			base.at(2 * Math.PI * a / p.rays, at);
			// at a gap the path jumps to whatever is there: such a spike is no part of the rim's outline
			final double t = p.seen[a] && Math.abs(d[a]) <= spike ? p.offsetUm[a] : toward(e, at);
			x[a] = at[0] + t * at[2];
			y[a] = at[1] + t * at[3];
		}
		final Outline outline = new Outline(x, y);
		final SpallationDraft s = new SpallationDraft();
		shape(s, outline, e);
		s.rimClosure = fit == null ? 0 : p.closure();
		s.diameterSdUm = fit == null ? Double.NaN : 2 * fit.radiusSdUm();
		s.serration = fit == null ? Double.NaN : serration(d, p.seen) / e.radiusUm();
		s.rim = p.look.words;
		s.rimContrast = p.contrast;
		return new Rim(s, outline, e, p.look, fit == null ? 0 : turning(p, base, e));
	}

	private static double turning(final RimProfile p, final Ellipse base, final Ellipse e) {
		final double[] offset = new double[p.rays], at = new double[4];
		for (int a = 0; a < p.rays; a++) {
			base.at(2 * Math.PI * a / p.rays, at);
			offset[a] = e.distance(at[0] + p.offsetUm[a] * at[2], at[1] + p.offsetUm[a] * at[3]);
		}
		return RimTurning.of(offset, p.seen, e);
	}

	/**
	 * Whether three starts around a rim, 5 % of its radius off and 4 % too large, lead back to it: two of them at least to
	 * the same ellipse with four fifths of its closure. What depends on where the search began is not on the surface.
	 *
	 * @param r a measured rim
	 * @return true if it is found again
	 */
	boolean again(final Rim r) {
		int found = 0;
		final Ellipse e = r.ellipse;
		for (int k = 0; k < 3; k++) {
			final double a = 2 * Math.PI * k / 3, d = 0.05 * e.radiusUm();
			final Rim other = of(new Ellipse(e.xUm() + d * Math.cos(a), e.yUm() + d * Math.sin(a), 1.04 * e.aUm(), 1.04 * e.bUm(), e
				.angle()));
			if (other.draft.rimClosure >= 0.8 * r.draft.rimClosure && RimSearch.same(other.ellipse, e)) found++;
		}
		return found >= 2;
	}

	/** Deviation beyond which a ray was left out of the fit: 4.5 median deviations, as in {@link #fit}, and two pixels at least. */
	private double spike(final double[] d, final boolean[] seen) {
		final double[] v = new double[d.length];
		int n = 0;
		for (int a = 0; a < d.length; a++)
			if (seen[a]) v[n++] = Math.abs(d[a]);
		Arrays.sort(v, 0, n);
		return Math.max(n == 0 ? 0 : 4.5 * v[n / 2], 2 * Math.max(image.pixelWidthUm(), image.pixelHeightUm()));
	}

	/** Where a normal of the first outline meets the fitted ellipse. */
	private static double toward(final Ellipse e, final double[] at) {
		double t = 0;
		for (int k = 0; k < 4; k++)
			t -= e.distance(at[0] + t * at[2], at[1] + t * at[3]);
		return t;
	}

	/** Root mean square of the deviations, less the part that changes from ray to ray as noise does. */
	private static double serration(final double[] d, final boolean[] seen) {
		double sum = 0, jump = 0;
		int n = 0, m = 0;
		for (int a = 0; a < d.length; a++) {
			if (!seen[a]) continue;
			sum += d[a] * d[a];
			n++;
			final int b = (a + 1) % d.length, c = (a + 2) % d.length;
			if (!seen[b] || !seen[c]) continue;
			// the second difference of white noise has six times its variance and knows no slope
			jump += Math.pow(d[a] - 2 * d[b] + d[c], 2) / 6;
			m++;
		}
		return n == 0 ? Double.NaN : Math.sqrt(Math.max(0, sum / n - (m == 0 ? 0 : jump / m)));
	}

	/**
	 * Area, diameters, circularity, border and edge distance of an outline.
	 *
	 * @param s receives the numbers
	 * @param outline the outline
	 * @param e its ellipse
	 */
	void shape(final SpallationDraft s, final Outline outline, final Ellipse e) {
		s.mode = "surface";
		s.centreUm = new Vec3(e.xUm(), e.yUm(), 0);
		s.areaUm2 = outline.areaUm2();
		s.diameterUm = 2 * Math.sqrt(s.areaUm2 / Math.PI);
		s.feretUm = outline.feretUm();
		// the path's pixel noise would count as length
		s.circularity = Math.min(1, outline.smoothed(Math.max(1, outline.size() / 72)).circularity());
		s.majorUm = 2 * e.aUm();
		s.minorUm = 2 * e.bUm();
		s.angleDeg = e.aspect() > 1 ? Math.toDegrees(e.angle()) : 0;
		s.verticalFactor = image.tilt().verticalFactor();
		final double w = image.width() * image.pixelWidthUm(), h = image.height() * image.pixelHeightUm();
		final double[] b = outline.boxUm();
		s.touchesBorder = b[0] < image.pixelWidthUm() || b[1] < image.pixelHeightUm() || b[2] > w - image.pixelWidthUm()
			|| b[3] > h - image.pixelHeightUm();
		if (options.electrode() != null) s.edgeDistanceUm = options.electrode().depthUm(e.xUm(), e.yUm());
		s.samplingWeight = s.touchesBorder ? 0 : options.electrode() == null ? w * h / ((w - (b[2] - b[0])) * (h - (b[3]
			- b[1]))) : weight(w, h, (b[2] - b[0]) / 2, (b[3] - b[1]) / 2);
	}

	/** Places for the centre within the electrode, over those of them at which the box lies whole in the image. */
	private double weight(final double w, final double h, final double halfWidth, final double halfHeight) {
		final double step = Math.max(w, h) / 128;
		final int nx = Math.max(1, (int) Math.round(w / step)), ny = Math.max(1, (int) Math.round(h / step));
		long all = 0, whole = 0;
		for (int j = 0; j < ny; j++)
			for (int i = 0; i < nx; i++) {
				final double x = (i + 0.5) * w / nx, y = (j + 0.5) * h / ny;
				if (!options.electrode().contains(x, y)) continue;
				all++;
				if (x >= halfWidth && y >= halfHeight && x <= w - halfWidth && y <= h - halfHeight) whole++;
			}
		return whole == 0 ? 1 : all / (double) whole;
	}
}
