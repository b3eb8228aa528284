// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The motion between two slices by a vote of tiles, so that the slant of single bodies does not count as drift: tiles that
 * disagree with most others lose their weight (Tukey's biweight). A coarse shift of the whole slice comes first.
 */
final class PairShift {

	private static final int COARSE = 512, MOST_TILES = 48;
	private static final double LEAST_SCORE = 6;
	private final int nx, ny, tile, bin;
	private final AlignOptions options;
	private final PhaseShift coarse, fine;

	PairShift(final int nx, final int ny, final AlignOptions options) {
		this.nx = nx;
		this.ny = ny;
		this.options = options;
		int b = 1;
		while (Math.max(nx, ny) / b > COARSE)
			b++;
		bin = b;
		tile = Math.max(8, Math.min(Math.min(nx, ny) / 2, Math.min(nx, ny) < 600 ? 64 : 128));
		if (options.hasFiducial()) {
			if (options.fiducialX() + options.fiducialWidth() > nx || options.fiducialY() + options.fiducialHeight() > ny)
				throw new IllegalArgumentException("The fiducial region " + options.fiducialX() + "," + options.fiducialY() + "," + options
					.fiducialWidth() + "," + options.fiducialHeight() + " leaves the slices of " + nx + " x " + ny + " pixels; move or shrink it.");
			coarse = null;
			fine = new PhaseShift(options.fiducialWidth(), options.fiducialHeight());
		}
		else {
			coarse = new PhaseShift(nx / bin, ny / bin);
			fine = new PhaseShift(tile, tile);
		}
	}

	/** A vote: the motion from a to b, pixels, and its standard deviation; infinite if nothing was found. */
	record Vote(double dx, double dy, double sdPx) {}

	Vote between(final float[] a, final float[] b) {
		return options.hasFiducial() ? fiducial(a, b) : content(a, b);
	}

	private Vote fiducial(final float[] a, final float[] b) {
		final int fw = options.fiducialWidth(), fh = options.fiducialHeight();
		double dx = 0, dy = 0, score = 0;
		final float[] ta = cut(a, options.fiducialX(), options.fiducialY(), fw, fh);
		for (int i = 0; i < 3; i++) {
			final int ox = (int) Math.rint(dx), oy = (int) Math.rint(dy);
			final PhaseShift.Shift s = fine.between(ta, cut(b, options.fiducialX() + ox, options.fiducialY() + oy, fw, fh));
			if (s.score() < LEAST_SCORE) break;
			dx = ox + s.dx();
			dy = oy + s.dy();
			score = s.score();
		}
		return score == 0 ? new Vote(0, 0, Double.POSITIVE_INFINITY) : new Vote(dx, dy, 0.1);
	}

	private Vote content(final float[] a, final float[] b) {
		final PhaseShift.Shift c = coarse.between(binned(a), binned(b));
		final boolean seen = c.score() >= LEAST_SCORE;
		final int ox = seen ? (int) Math.rint(c.dx() * bin) : 0, oy = seen ? (int) Math.rint(c.dy() * bin) : 0;
		final List<double[]> votes = new ArrayList<>();
		for (final int[] t : tiles(a)) {
			final PhaseShift.Shift s = fine.between(cut(a, t[0], t[1], tile, tile), cut(b, t[0] + ox, t[1] + oy, tile, tile));
			if (s.score() >= LEAST_SCORE && Math.hypot(s.dx(), s.dy()) < tile / 4.0) votes.add(new double[] { s.dx() + ox, s.dy() + oy });
		}
		if (votes.size() < 3) return seen ? new Vote(c.dx() * bin, c.dy() * bin, bin) : new Vote(0, 0, Double.POSITIVE_INFINITY);
		return location(votes);
	}

	/** Tiles with the most structure: the variance of means of 4 x 4 pixels, less what noise alone gives. */
	private List<int[]> tiles(final float[] a) {
		final List<double[]> all = new ArrayList<>();
		final int step = Math.max(4, tile / 2);
		for (int y = 0; y + tile <= ny; y += step)
			for (int x = 0; x + tile <= nx; x += step)
				all.add(new double[] { x, y, structure(a, x, y) });
		all.sort(Comparator.comparingDouble((double[] t) -> -t[2]).thenComparingDouble(t -> t[1]).thenComparingDouble(t -> t[0]));
		final List<int[]> best = new ArrayList<>();
		for (final double[] t : all.subList(0, Math.min(MOST_TILES, all.size())))
			if (t[2] > 0) best.add(new int[] { (int) t[0], (int) t[1] });
		return best;
	}

	private double structure(final float[] a, final int x0, final int y0) {
		double n = 0, s = 0, q = 0, rough = 0;
		for (int y = y0; y + 4 <= y0 + tile; y += 4)
			for (int x = x0; x + 4 <= x0 + tile; x += 4) {
				double m = 0;
				for (int k = 0; k < 16; k++) {
					final int i = (y + k / 4) * nx + x + k % 4;
					m += a[i];
					if (k % 4 < 3) rough += (a[i + 1] - a[i]) * (double) (a[i + 1] - a[i]);
				}
				n++;
				s += m / 16;
				q += m / 16 * (m / 16);
			}
		return q / n - s / n * (s / n) - 2 * rough / (n * 12) / 2 / 16;
	}

	/** Median per axis, then ten rounds of the biweight. */
	static Vote location(final List<double[]> votes) {
		double x = median(votes, 0), y = median(votes, 1);
		final double[] away = new double[votes.size()];
		for (int i = 0; i < away.length; i++)
			away[i] = Math.hypot(votes.get(i)[0] - x, votes.get(i)[1] - y);
		final double[] sorted = away.clone();
		Arrays.sort(sorted);
		final double reach = Math.max(0.3, 3 * sorted[sorted.length / 2]);
		double sum = 0, squares = 0;
		for (int round = 0; round < 10; round++) {
			double sx = 0, sy = 0;
			sum = 0;
			squares = 0;
			for (final double[] v : votes) {
				final double r = Math.hypot(v[0] - x, v[1] - y) / reach;
				if (r >= 1) continue;
				final double k = (1 - r * r) * (1 - r * r);
				sum += k;
				sx += k * v[0];
				sy += k * v[1];
				squares += k * r * r * reach * reach;
			}
			if (sum == 0) return new Vote(x, y, reach);
			x = sx / sum;
			y = sy / sum;
		}
		return new Vote(x, y, Math.sqrt(squares / sum / Math.max(1, sum) + 0.0025));
	}

	private static double median(final List<double[]> votes, final int axis) {
		final double[] v = votes.stream().mapToDouble(a -> a[axis]).sorted().toArray();
		return v.length % 2 == 1 ? v[v.length / 2] : 0.5 * (v[v.length / 2 - 1] + v[v.length / 2]);
	}

	/** A rectangle; beyond the border the nearest pixel is repeated. */
	private float[] cut(final float[] p, final int x0, final int y0, final int cw, final int ch) {
		final float[] out = new float[cw * ch];
		for (int y = 0; y < ch; y++) {
			final int row = Math.max(0, Math.min(ny - 1, y0 + y)) * nx;
			for (int x = 0; x < cw; x++)
				out[y * cw + x] = p[row + Math.max(0, Math.min(nx - 1, x0 + x))];
		}
		return out;
	}

	private float[] binned(final float[] p) {
		final int bw = nx / bin, bh = ny / bin;
		if (bin == 1) return p;
		final float[] out = new float[bw * bh];
		for (int y = 0; y < bh * bin; y++)
			for (int x = 0; x < bw * bin; x++)
				out[y / bin * bw + x / bin] += p[y * nx + x] / (bin * bin);
		return out;
	}
}
