// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Proposes circles: every edge point votes for the two centres that lie one radius away along its normal.
 * <p>
 * One accumulator for each radius band (12 % steps), with bins of 0.15 radius, so that a jagged or slightly elliptic rim
 * still gathers its votes and the cost does not grow with the radius. A bin neighbourhood that holds more votes than its
 * wider surroundings explain is a candidate; whether it is a rim is decided elsewhere. After the gradient-weighted Hough
 * transform (Kimme, Ballard and Sklansky, Commun. ACM 1975, doi:10.1145/360666.360677).
 */
final class CircleVotes {

	/** Ratio of neighbouring bands. */
	static final double BAND = 1.12;
	/** Edge of a bin over the radius. */
	static final double BIN = 0.15;

	private static final double EXCESS = 4.5;
	private static final int AROUND = 10;
	private static final int LIMIT = 3000;

	private CircleVotes() {}

	/**
	 * A proposed circle.
	 *
	 * @param x centre in the tile, um
	 * @param y centre in the tile, um
	 * @param r radius, um
	 * @param z excess of votes in standard deviations
	 */
	record Candidate(double x, double y, double r, double z) {}

	/**
	 * Bands that cover a range of radii.
	 *
	 * @param rMin smallest radius, um
	 * @param rMax largest radius, um
	 * @return central radii, um
	 */
	static double[] bands(final double rMin, final double rMax) {
		final int n = Math.max(1, (int) Math.ceil(Math.log(rMax / rMin) / Math.log(BAND)));
		final double[] r = new double[n];
		for (int i = 0; i < n; i++)
			r[i] = rMin * Math.pow(rMax / rMin, (i + 0.5) / n);
		return r;
	}

	/**
	 * Candidates of one band whose centres lie in the tile.
	 *
	 * @param p edge points
	 * @param r radius, um
	 * @return strongest first
	 */
	static List<Candidate> of(final EdgePoints p, final double r) {
		final double s = BIN * r;
		// bins lie on one grid over the whole image, wherever the tile starts
		final int bx = (int) Math.floor(p.x0 * p.px / s), by = (int) Math.floor(p.y0 * p.py / s);
		final int nx = (int) Math.ceil((p.x0 + p.w) * p.px / s) - bx, ny = (int) Math.ceil((p.y0 + p.h) * p.py / s) - by;
		final float[] votes = new float[nx * ny];
		final double[] moments = vote(p, r, s, bx, by, nx, ny, votes);
		if (moments[0] == 0) return List.of();
		final double spread = moments[1] / moments[0];
		final double[] sum = integral(votes, nx, ny);
		final float[] box = new float[nx * ny];
		boxes(votes, nx, ny, box);
		// a quarter of the rim, one point in every second pixel, all of the lowest rank
		final double least = 0.25 * Math.PI * r / Math.max(p.px, p.py);
		final List<Candidate> out = new ArrayList<>();
		for (int y = 0; y < ny; y++)
			for (int x = 0; x < nx; x++) {
				final float v = box[y * nx + x];
				if (v < least || !isPeak(box, nx, ny, x, y)) continue;
				final double mean = mean(sum, nx, ny, x, y);
				final double z = (v - mean) / Math.sqrt(Math.max(mean, 1) * spread);
				if (z >= EXCESS) out.add(centred(votes, nx, ny, x, y, r, z, new double[] { bx * s - p.x0 * p.px, by * s - p.y0 * p.py, s }));
			}
		out.sort(Comparator.comparingDouble(Candidate::z).reversed().thenComparingDouble(Candidate::y).thenComparingDouble(
			Candidate::x));
		return out.size() > LIMIT ? out.subList(0, LIMIT) : out;
	}

	private static double[] vote(final EdgePoints p, final double r, final double s, final int bx, final int by, final int nx,
		final int ny, final float[] votes)
	{
		final EdgePoints.Listed l = p.listed();
		double m1 = 0, m2 = 0;
		for (int i = 0; i < l.n(); i++) {
			final int k = l.rank()[i];
			final double x = (p.x0 + l.x()[i] + 0.5) * p.px, y = (p.y0 + l.y()[i] + 0.5) * p.py;
			for (int side = -1; side <= 1; side += 2) {
				final double cx = (x + side * r * l.nx()[i]) / s - bx, cy = (y + side * r * l.ny()[i]) / s - by;
				if (cx >= 0 && cy >= 0 && cx < nx && cy < ny) votes[(int) cy * nx + (int) cx] += k;
			}
			m1 += k;
			m2 += k * k;
		}
		return new double[] { m1, m2 };
	}

	/** Sums over 3 x 3 bins; bins beyond the border are empty. Votes are whole numbers, so that sums are exact. */
	private static void boxes(final float[] v, final int nx, final int ny, final float[] box) {
		final float[] column = new float[nx + 2];
		for (int y = 0; y < ny; y++) {
			final int o = y * nx, up = y > 0 ? o - nx : -1, down = y < ny - 1 ? o + nx : -1;
			for (int x = 0; x < nx; x++)
				column[x + 1] = v[o + x] + (up < 0 ? 0 : v[up + x]) + (down < 0 ? 0 : v[down + x]);
			for (int x = 0; x < nx; x++)
				box[o + x] = column[x] + column[x + 1] + column[x + 2];
		}
	}

	private static double[] integral(final float[] v, final int nx, final int ny) {
		final double[] s = new double[(nx + 1) * (ny + 1)];
		for (int y = 0; y < ny; y++) {
			double row = 0;
			for (int x = 0; x < nx; x++) {
				row += v[y * nx + x];
				s[(y + 1) * (nx + 1) + x + 1] = s[y * (nx + 1) + x + 1] + row;
			}
		}
		return s;
	}

	private static double area(final double[] s, final int nx, final int ny, final int x0, final int y0, final int x1,
		final int y1)
	{
		final int a = Math.max(0, x0), b = Math.max(0, y0), c = Math.min(nx - 1, x1) + 1, d = Math.min(ny - 1, y1) + 1;
		final int w = nx + 1;
		return s[d * w + c] - s[b * w + c] - s[d * w + a] + s[b * w + a];
	}

	/** Votes that the surroundings, without the peak itself, would put into a 3 x 3 box. */
	private static double mean(final double[] s, final int nx, final int ny, final int x, final int y) {
		final int n = cells(nx, ny, x, y, AROUND), m = cells(nx, ny, x, y, 2);
		if (n <= m) return 0;
		return 9 * (area(s, nx, ny, x - AROUND, y - AROUND, x + AROUND, y + AROUND) - area(s, nx, ny, x - 2, y - 2, x + 2,
			y + 2)) / (n - m);
	}

	private static int cells(final int nx, final int ny, final int x, final int y, final int k) {
		return (Math.min(nx - 1, x + k) - Math.max(0, x - k) + 1) * (Math.min(ny - 1, y + k) - Math.max(0, y - k) + 1);
	}

	private static boolean isPeak(final float[] box, final int nx, final int ny, final int x, final int y) {
		final float v = box[y * nx + x];
		for (int b = Math.max(0, y - 1); b <= Math.min(ny - 1, y + 1); b++)
			for (int a = Math.max(0, x - 1); a <= Math.min(nx - 1, x + 1); a++) {
				final float o = box[b * nx + a];
				if (o > v || o == v && (b < y || b == y && a < x)) return false;
			}
		return true;
	}

	/** The centre of mass of the 3 x 3 votes; grid: where the bins start in the tile, and their edge, um. */
	private static Candidate centred(final float[] votes, final int nx, final int ny, final int x, final int y,
		final double r, final double z, final double[] grid)
	{
		double m = 0, cx = 0, cy = 0;
		for (int b = Math.max(0, y - 1); b <= Math.min(ny - 1, y + 1); b++)
			for (int a = Math.max(0, x - 1); a <= Math.min(nx - 1, x + 1); a++) {
				final double v = votes[b * nx + a];
				m += v;
				cx += v * (a + 0.5);
				cy += v * (b + 0.5);
			}
		return new Candidate(grid[0] + cx / m * grid[2], grid[1] + cy / m * grid[2], r, z);
	}
}
