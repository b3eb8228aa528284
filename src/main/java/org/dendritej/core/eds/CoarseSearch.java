// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.run.Progress;

/** Finds the shift (and for affine motion a small rotation) from which the refinement can start. */
final class CoarseSearch {

	private static final double[] ANGLES = { 0, -1.5, 1.5, -3, 3, -4.5, 4.5 };
	private final SmoothImage map;
	private final SmoothImage image;
	private final MapRegistration.Motion motion;
	private final Progress progress;
	private final double edge;

	CoarseSearch(final FloatVolume map, final FloatVolume image, final MapRegistration.Motion motion,
		final Progress progress)
	{
		this.motion = motion;
		this.progress = progress;
		edge = Math.max(Math.max(map.grid().dxUm(), map.grid().dyUm()), Math.max(image.grid().dxUm(), image.grid().dyUm()));
		this.map = new SmoothImage(map, 0, 0.5 * edge / map.grid().dxUm(), 0.5 * edge / map.grid().dyUm());
		this.image = new SmoothImage(image, 0, 0.5 * edge / image.grid().dxUm(), 0.5 * edge / image.grid().dyUm());
		final double widest = Math.max(map.grid().extentUm(0), image.grid().extentUm(0));
		final double highest = Math.max(map.grid().extentUm(1), image.grid().extentUm(1));
		if (4 * widest * highest / (edge * edge) > 6.7e7) throw new IllegalArgumentException(String.format(
			java.util.Locale.ROOT, "Map and image need %.0f x %.0f pixels of %.3g um to be compared, more than registration"
				+ " holds in memory; bin or crop the larger one.", widest / edge, highest / edge, edge));
	}

	MapTransform best() {
		progress.report(0, "Searching for the map in the image");
		final SmoothImage fixed = onSquarePixels(image, MapTransform.IDENTITY);
		MapTransform best = null;
		double most = 0;
		double score = 0;
		for (final double angle : motion == MapRegistration.Motion.AFFINE ? ANGLES : new double[] { 0 }) {
			final MapTransform turn = MapTransform.similarity(angle, 1, map.nx * map.dx / 2, map.ny * map.dy / 2, 0, 0);
			final SmoothImage turned = onSquarePixels(map, turn.inverse());
			for (final PhaseCorrelation.Peak p : PhaseCorrelation.peaks(turned, fixed, 3, progress)) {
				score = Math.max(score, p.score());
				if (p.score() < PhaseCorrelation.LEAST_SCORE) continue;
				final MapTransform t = turn.then(MapTransform.shift(p.dx() * edge, p.dy() * edge));
				final double v = new MutualInformation(map, image, MutualInformation.FINE, MutualInformation.SOME,
					progress).at(t);
				if (v > most) {
					most = v;
					best = t;
				}
			}
		}
		if (best == null) throw new IllegalArgumentException(String.format(java.util.Locale.ROOT,
			"register: the best shift between map and image stands only %.1f standard deviations above chance, below the limit"
				+ " of %.0f; give landmarks=FILE with at least 3 pairs, or a map with more counts.", score,
			PhaseCorrelation.LEAST_SCORE));
		return best;
	}

	/** The image on square pixels of the common edge; outside it is its mean. */
	private SmoothImage onSquarePixels(final SmoothImage s, final MapTransform toSource) {
		final int nx = Math.max(2, (int) Math.round(s.nx * s.dx / edge));
		final int ny = Math.max(2, (int) Math.round(s.ny * s.dy / edge));
		double mean = 0;
		for (final float v : s.p)
			mean += v;
		mean /= s.p.length;
		final float[] p = new float[nx * ny];
		for (int i = 0; i < p.length; i++) {
			final double x = (i % nx + 0.5) * edge;
			final double y = (i / nx + 0.5) * edge;
			final double v = s.at(toSource.x(x, y), toSource.y(x, y));
			p[i] = (float) (Double.isNaN(v) ? mean : v);
		}
		return new SmoothImage(nx, ny, edge, edge, p);
	}
}
