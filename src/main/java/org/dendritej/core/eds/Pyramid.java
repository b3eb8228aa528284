// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import java.util.Locale;

import org.apache.commons.math3.optim.PointValuePair;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.run.Progress;

/** Refines a registration from coarse to fine by mutual information, and judges it. */
final class Pyramid {

	/** The measure must stand this many standard deviations above that of misaligned positions. */
	static final double LEAST_SCORE = 8;
	/** The best far alignment may reach this share of the height of the chosen one. */
	static final double LARGEST_RIVAL = 0.6;
	private static final double[] BLURS = { 3, 1.5, 0.7 };
	private final FloatVolume map;
	private final FloatVolume image;
	private final Progress progress;
	private final double edge;

	Pyramid(final FloatVolume map, final FloatVolume image, final Progress progress) {
		this.map = map;
		this.image = image;
		this.progress = progress;
		edge = Math.max(map.grid().dxUm(), map.grid().dyUm());
		flat("magnesium map", map);
		flat("reference image", image);
	}

	private static void flat(final String name, final FloatVolume v) {
		final float[] p = v.plane(0);
		float low = p[0];
		float high = p[0];
		for (final float f : p) {
			if (!Float.isFinite(f)) throw new IllegalArgumentException("The " + name + " holds " + f
				+ ", which cannot be registered; crop it or replace such pixels.");
			low = Math.min(low, f);
			high = Math.max(high, f);
		}
		if (low == high || v.grid().nx() < 16 || v.grid().ny() < 16) throw new IllegalArgumentException("register: the " + name
			+ " of " + v.grid().nx() + " x " + v.grid().ny() + " pixels " + (low == high ? "is " + low + " everywhere"
				: "is smaller than 16 x 16") + " and cannot be aligned; choose another image or register=none.");
	}

	MapRegistration.Result refine(final MapTransform start, final MapRegistration.Motion motion, final LandmarkFit landmarks)
	{
		MapTransform t = start;
		int level = 0;
		for (final double blur : BLURS) {
			progress.report(0.3 + 0.2 * level++, "Refining the registration");
			final MutualInformation fine = measure(blur);
			final MapTransform from = t;
			t = motion == MapRegistration.Motion.TRANSLATION ? apply(from, fine.climb(q -> from.then(MapTransform.shift(q[0],
				q[1])), 2, blur * edge).getPoint()) : corners(from, fine.climb(q -> corners(from, q), 6, blur * edge).getPoint());
		}
		progress.report(0.9, "Judging the registration");
		final MutualInformation detail = new MutualInformation(detail(map), detail(image), MutualInformation.COARSE,
			MutualInformation.MANY, progress);
		final double score = score(detail, t);
		if (score < LEAST_SCORE) throw new IllegalArgumentException(String.format(Locale.ROOT,
			"register: the best alignment stands %.1f standard deviations above misaligned ones, below the limit of %.0f, so it is"
				+ " not trusted; give landmarks=FILE with at least 3 pairs, or a map with more counts.", score, LEAST_SCORE));
		// landmarks say where to look; without them another place that looks nearly as good makes the choice a guess
		final double rival = landmarks == null ? rival(t) : 0;
		if (rival > LARGEST_RIVAL) throw new IllegalArgumentException(String.format(Locale.ROOT,
			"register: another alignment far away is %.0f %% as good as the best one, more than the limit of %.0f %%, as when one"
				+ " bright spot can lie on any pore; give landmarks=FILE with at least 3 pairs, or total= the map of all counts.", 100
					* rival, 100 * LARGEST_RIVAL));
		return new MapRegistration.Result(t, residualNm(t), landmarks == null ? Double.NaN : landmarks.residualNm(), score);
	}

	private MutualInformation measure(final double blur) {
		return new MutualInformation(smooth(map, blur), smooth(image, blur), MutualInformation.FINE, blur > 1 ? MutualInformation.SOME
			: MutualInformation.MANY, progress);
	}

	private SmoothImage smooth(final FloatVolume v, final double blur) {
		return new SmoothImage(v, 0, blur * edge / v.grid().dxUm(), blur * edge / v.grid().dyUm());
	}

	/** Without what is broader than some ten pixels: slow trends agree at many shifts and prove nothing. */
	private SmoothImage detail(final FloatVolume v) {
		final SmoothImage fine = smooth(v, 1.5);
		final SmoothImage broad = smooth(v, 8);
		for (int i = 0; i < fine.p.length; i++)
			fine.p[i] -= broad.p[i];
		return new SmoothImage(fine.nx, fine.ny, fine.dx, fine.dy, fine.p);
	}

	private static MapTransform apply(final MapTransform t, final double[] q) {
		return t.then(MapTransform.shift(q[0], q[1]));
	}

	/** Moves three corners of the map by given distances: six parameters of one size. */
	private MapTransform corners(final MapTransform t, final double[] q) {
		final double w = map.grid().extentUm(0);
		final double h = map.grid().extentUm(1);
		return new MapTransform(t.xx() + (q[2] - q[0]) / w, t.xy() + (q[4] - q[0]) / h, t.yx() + (q[3] - q[1]) / w, t.yy()
			+ (q[5] - q[1]) / h, t.txUm() + q[0], t.tyUm() + q[1]);
	}

	/** Height over the measure on two rings of misaligned shifts (an eighth and a sixth of the map away). */
	private double score(final MutualInformation m, final MapTransform t) {
		final double w = map.grid().extentUm(0);
		final double h = map.grid().extentUm(1);
		double sum = 0;
		double squares = 0;
		final int n = 24;
		for (int i = 0; i < n; i++) {
			final double r = i % 2 == 0 ? 1 / 8.0 : 1 / 6.0;
			final double v = m.at(t.then(MapTransform.shift(r * w * Math.cos(2 * Math.PI * i / n), r * h * Math.sin(2 * Math.PI
				* i / n))));
			sum += v;
			squares += v * v;
		}
		final double mean = sum / n;
		final double sd = Math.sqrt(Math.max(1e-24, (squares - n * mean * mean) / (n - 1)));
		return (m.at(t) - mean) / sd;
	}

	/** The best of other shifts up to a third of the map away, as a share of the height of this one over their middle. */
	private double rival(final MapTransform t) {
		final MutualInformation m = new MutualInformation(detail(map), detail(image), MutualInformation.COARSE,
			MutualInformation.SOME, progress);
		final double w = map.grid().extentUm(0), h = map.grid().extentUm(1);
		final double sx = Math.max(2 * edge, w / 64), sy = Math.max(2 * edge, h / 64);
		final int kx = (int) (w / 3 / sx), ky = (int) (h / 3 / sy);
		double most = 0, sum = 0;
		int n = 0;
		for (int j = -ky; j <= ky; j++)
			for (int i = -kx; i <= kx; i++) {
				if (Math.hypot(i * sx, j * sy) < 6 * edge) continue;
				final double v = m.at(t.then(MapTransform.shift(i * sx, j * sy)));
				most = Math.max(most, v);
				sum += v;
				n++;
			}
		return n == 0 ? 0 : (most - sum / n) / (m.at(t) - sum / n);
	}

	/** Each quarter of the map looks for its own shift; clear ones tell how well the whole lies. */
	private double residualNm(final MapTransform t) {
		final SmoothImage a = smooth(map, 1);
		final SmoothImage b = smooth(image, 1);
		double squares = 0;
		int n = 0;
		for (int k = 0; k < 4; k++) {
			final int x0 = k % 2 * (a.nx / 2);
			final int y0 = k / 2 * (a.ny / 2);
			final MutualInformation m = new MutualInformation(a, b, x0, y0, x0 + a.nx / 2, y0 + a.ny / 2,
				MutualInformation.FINE, MutualInformation.SOME, progress);
			final PointValuePair best = MapRegistration.climbShift(m, t, edge);
			final double shift = Math.hypot(best.getPoint()[0], best.getPoint()[1]);
			if (best.getValue() <= 1 || shift > 5 * edge) continue;
			squares += shift * shift;
			n++;
		}
		return n < 2 ? Double.NaN : 1000 * Math.sqrt(squares / n);
	}
}
