// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

/**
 * The motion between two slices by a vote of tiles, so that the slant of single bodies does not count as drift.
 * <p>
 * A coarse shift of the whole comes first ({@link PhaseShift}). Each tile then says, from the grey differences at its edges,
 * how far it still has to move (Lucas and Kanade 1981), with the 2 x 2 matrix of how well it knows that in each direction:
 * a straight crack speaks only for its normal. Tiles that disagree with the rest lose their weight (Geman and McClure).
 */
final class PairShift {

	private static final int COARSE = 256, TILE = 32, ITERATIONS = 6;
	private static final double FAR_PX = 1.5, GAIN = 0.95;
	/** Moves that are long, pixels, and how much less of the bodies they must leave. */
	private static final double LONG_PX = 4, CLEARLY = 0.5;
	/** Share of the mean edge strength below which an axis counts as not known. */
	private static final double LEAST_KNOWN = 0.05;
	private static final float[] SMOOTH = { 0.3322f, 0.2349f, 0.0829f, 0.0146f };
	private final int nx, ny, bin;
	private final AlignOptions options;
	private final PhaseShift coarse;
	/** Pixels that are compared; null: all. Columns and rows about them: left, top, right and bottom, which are not in it. */
	private final boolean[] mask;
	private final int[] box;

	PairShift(final int width, final int height, final AlignOptions options) {
		this(width, height, options, null);
	}

	PairShift(final int width, final int height, final AlignOptions options, final boolean[] mask) {
		this.options = options;
		this.mask = mask;
		box = mask == null ? null : box(mask, width, height);
		if (options.hasFiducial() && (options.fiducialX() + options.fiducialWidth() > width || options.fiducialY() + options
			.fiducialHeight() > height)) throw new IllegalArgumentException("The fiducial region " + options.fiducialX() + "," + options.fiducialY()
				+ "," + options.fiducialWidth() + "," + options.fiducialHeight() + " leaves the slices of " + width + " x " + height
				+ " pixels; move or shrink it.");
		nx = options.hasFiducial() ? options.fiducialWidth() : width;
		ny = options.hasFiducial() ? options.fiducialHeight() : height;
		int b = 1;
		while (Math.max(nx, ny) / b > COARSE)
			b++;
		bin = b;
		coarse = new PhaseShift(nx / bin, ny / bin);
	}

	private static int[] box(final boolean[] mask, final int w, final int h) {
		final int[] b = { w, h, 0, 0 };
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++) {
				if (!mask[y * w + x]) continue;
				b[0] = Math.min(b[0], x);
				b[1] = Math.min(b[1], y);
				b[2] = Math.max(b[2], x + 1);
				b[3] = Math.max(b[3], y + 1);
			}
		return b;
	}

	/** A vote: the motion from a to b, pixels, and its standard deviation in all and along each axis; infinite if nothing was found. */
	record Vote(double dx, double dy, double sdPx, double sdXPx, double sdYPx) {

		static final Vote NONE = new Vote(0, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
	}

	/** The pixels that are compared, smoothed a little: worked out once per slice. */
	float[] prepared(final float[] plane, final int width) {
		if (!options.hasFiducial()) return smoothed(plane);
		final float[] cut = new float[nx * ny];
		for (int y = 0; y < ny; y++)
			System.arraycopy(plane, (y + options.fiducialY()) * width + options.fiducialX(), cut, y * nx, nx);
		return smoothed(cut);
	}

	/** The coarse spectrum of a prepared slice, for {@link #between(float[], double[][], float[], double[][])}. */
	double[][] spectrum(final float[] prepared) {
		return coarse.spectrum(binned(prepared));
	}

	/** Motion between two prepared slices. */
	Vote between(final float[] a, final float[] b) {
		return between(a, spectrum(a), b, spectrum(b));
	}

	/** The same with their spectra. */
	Vote between(final float[] a, final double[][] fa, final float[] b, final double[][] fb) {
		final PhaseShift.Shift s = coarse.between(fa, fb);
		double dx = s.dx() * bin, dy = s.dy() * bin;
		if (s.score() == 0 || GAIN * mismatch(a, b, 0, 0) <= mismatch(a, b, dx, dy)) {
			dx = 0;
			dy = 0;
		}
		final Vote far = refined(a, b, dx, dy);
		if (Math.hypot(dx, dy) <= LONG_PX || Double.isInfinite(far.sdPx())) return far;
		// Bodies that are laid on other bodies also make slices more alike; a long move must beat a short one clearly.
		final Vote near = refined(a, b, 0, 0);
		final double left = excess(a, b, far.dx(), far.dy()), other = excess(a, b, near.dx(), near.dy());
		return left < CLEARLY * other ? far : near;
	}

	/** Mean absolute difference above that of noise alone, which the median tells. */
	private double excess(final float[] a, final float[] b, final double dx, final double dy) {
		final int ox = (int) Math.rint(dx), oy = (int) Math.rint(dy);
		final float[] d = new float[(nx / 3 + 1) * (ny / 3 + 1)];
		double s = 0;
		int n = 0;
		for (int y = Math.max(0, -oy); y < Math.min(ny, ny - oy); y += 3)
			for (int x = Math.max(0, -ox); x < Math.min(nx, nx - ox); x += 3) {
				d[n] = Math.abs(a[y * nx + x] - b[(y + oy) * nx + x + ox]);
				s += d[n++];
			}
		if (n == 0) return Double.POSITIVE_INFINITY;
		java.util.Arrays.sort(d, 0, n);
		return Math.max(0, s / n - 1.183 * d[n / 2]);
	}

	/** Motion between two prepared slices that is near a known one, within about 20 pixels. */
	Vote near(final float[] a, final float[] b, final double dx, final double dy) {
		double x = dx, y = dy, least = mismatch(a, b, dx, dy);
		for (int step = 8; step >= 1; step /= 2) {
			final double cx = x, cy = y;
			for (int v = -2; v <= 2; v++)
				for (int u = -2; u <= 2; u++) {
					final double m = u == 0 && v == 0 ? Double.POSITIVE_INFINITY : mismatch(a, b, cx + u * step, cy + v * step);
					if (m < GAIN * least) {
						least = m;
						x = cx + u * step;
						y = cy + v * step;
					}
				}
		}
		return refined(a, b, x, y);
	}

	private Vote refined(final float[] a, final float[] b, final double startX, final double startY) {
		double dx = startX, dy = startY;
		Vote v = null;
		final double[] steep = steepness(a);
		if (steep == null) return Vote.NONE;
		for (int k = 0; k < ITERATIONS; k++) {
			v = step(a, b, dx, dy, steep[0]);
			if (Double.isInfinite(v.sdPx())) return v;
			final double far = Math.hypot(v.dx(), v.dy()), damp = far > 1.5 ? 1.5 / far : 1;
			dx += damp * v.dx();
			dy += damp * v.dy();
			if (far < 0.003) break;
		}
		// A body that appears or ends can pull the tiles away; a long move must at least make the slices more alike.
		final boolean far = Math.hypot(dx, dy) > FAR_PX;
		return far && !(mismatch(a, b, dx, dy) < GAIN * mismatch(a, b, 0, 0)) ? Vote.NONE : new Vote(dx, dy, v.sdPx(), v.sdXPx(), v.sdYPx());
	}

	/** Mean absolute difference of every third pixel where the two overlap. */
	private double mismatch(final float[] a, final float[] b, final double dx, final double dy) {
		final int ox = (int) Math.rint(dx), oy = (int) Math.rint(dy);
		double s = 0;
		long n = 0;
		final int x0 = Math.max(box == null ? 0 : box[0], -ox), x1 = Math.min(box == null ? nx : box[2], nx - ox);
		final int y0 = Math.max(box == null ? 0 : box[1], -oy), y1 = Math.min(box == null ? ny : box[3], ny - oy);
		for (int y = y0; y < y1; y += 3)
			for (int x = x0; x < x1; x += 3) {
				if (mask != null && !mask[y * nx + x]) continue;
				s += Math.abs(a[y * nx + x] - b[(y + oy) * nx + x + ox]);
				n++;
			}
		return n < (mask == null ? (long) nx * ny / 36 : 20) ? Double.POSITIVE_INFINITY : s / n;
	}

	/** Least squared gradient that counts as an edge: twelve times the median, which is that of noise; null for a flat slice. */
	private double[] steepness(final float[] a) {
		final int[] h = new int[4096];
		int n = 0;
		double most = 0;
		for (int pass = 0; pass < 2; pass++)
			for (int y = 1; y < ny - 1; y += 2)
				for (int x = 1; x < nx - 1; x += 2) {
					final int i = y * nx + x;
					if (mask != null && !mask[i]) continue;
					final double gx = 0.5 * (a[i + 1] - a[i - 1]), gy = 0.5 * (a[i + nx] - a[i - nx]), g = Math.sqrt(gx * gx + gy * gy);
					if (pass == 0) {
						most = Math.max(most, g);
						n++;
					}
					else if (most > 0) h[(int) (4095 * g / most)]++;
				}
		if (!(most > 0)) return null;
		int below = 0, k = 0;
		while (below + h[k] < n / 2)
			below += h[k++];
		final double median = (k + 0.5) * most / 4095;
		return new double[] { Math.min(12 * median * median, 0.05 * most * most) };
	}

	/** One step of all tiles, from the shift reached so far. */
	private Vote step(final float[] a, final float[] b, final double dx, final double dy, final double steep) {
		final int ox = (int) Math.floor(dx), oy = (int) Math.floor(dy);
		final float fx = (float) (dx - ox), fy = (float) (dy - oy);
		final int x0 = Math.max(box == null ? 2 : Math.max(2, box[0]), 2 - ox), x1 = Math.min(box == null ? nx - 2 : Math.min(nx - 2, box[2]), nx - 3 - ox);
		final int y0 = Math.max(box == null ? 2 : Math.max(2, box[1]), 2 - oy), y1 = Math.min(box == null ? ny - 2 : Math.min(ny - 2, box[3]), ny - 3 - oy);
		if (x1 - x0 < 8 || y1 - y0 < 8) return Vote.NONE;
		final int tx = (x1 - x0 + TILE - 1) / TILE, ty = (y1 - y0 + TILE - 1) / TILE;
		final double[][] t = new double[tx * ty][5];
		final float[] m = new float[3 * nx];
		for (int y = y0; y < y1; y++) {
			for (int r = -1; r <= 1; r++)
				for (int x = x0 - 1; x <= x1; x++) {
					final int i = (y + r + oy) * nx + x + ox;
					m[(r + 1) * nx + x] = (1 - fy) * ((1 - fx) * b[i] + fx * b[i + 1]) + fy * ((1 - fx) * b[i + nx] + fx * b[i + nx + 1]);
				}
			for (int x = x0; x < x1; x++) {
				final int i = y * nx + x;
				if (mask != null && !mask[i]) continue;
				final float gx = 0.25f * (a[i + 1] - a[i - 1] + m[nx + x + 1] - m[nx + x - 1]), gy = 0.25f * (a[i + nx] - a[i - nx] + m[2 * nx + x] - m[x]);
				if (gx * gx + gy * gy < steep) continue;
				final float e = a[i] - m[nx + x];
				final double[] s = t[(y - y0) / TILE * tx + (x - x0) / TILE];
				s[0] += gx * gx;
				s[1] += gx * gy;
				s[2] += gy * gy;
				s[3] += gx * e;
				s[4] += gy * e;
			}
		}
		return vote(t);
	}

	/** The step most tiles agree on. Tile sums: gxx, gxy, gyy, gx e, gy e. */
	private static Vote vote(final double[][] t) {
		double ux = 0, uy = 0, sd = Double.POSITIVE_INFINITY, knownX = 0, knownY = 0;
		final double[] miss = new double[t.length];
		double c = Double.POSITIVE_INFINITY;
		for (int round = 0; round < 12; round++) {
			double a = 0, b = 0, d = 0, p = 0, q = 0, spread = 0, total = 0, squares = 0;
			for (int k = 0; k < t.length; k++) {
				final double trace = t[k][0] + t[k][2];
				if (trace == 0) continue;
				final double r = miss[k] / c, w = Double.isInfinite(c) ? 1 : 1 / ((1 + r * r) * (1 + r * r));
				a += w * t[k][0];
				b += w * t[k][1];
				d += w * t[k][2];
				p += w * t[k][3];
				q += w * t[k][4];
				spread += w * w * trace * trace * miss[k] * miss[k];
				total += w * trace;
				squares += w * w * trace * trace;
			}
			if (total == 0) return Vote.NONE;
			final double ridge = 1e-3 * (a + d), det = (a + ridge) * (d + ridge) - b * b;
			ux = ((d + ridge) * p - b * q) / det;
			uy = ((a + ridge) * q - b * p) / det;
			// Few tiles may all lie on one body and agree although it slants: they count for half a pixel over their number.
			sd = Math.hypot(Math.sqrt(spread) / total, 0.5 * squares / (total * total));
			// What an edge says of the motion along itself is nothing.
			knownX = 2 * (a - b * b / (d + ridge)) / (a + d);
			knownY = 2 * (d - b * b / (a + ridge)) / (a + d);
			c = misses(t, ux, uy, miss);
		}
		final double all = Math.sqrt(sd * sd + 0.0009);
		return new Vote(ux, uy, all, alongAxis(all, knownX), alongAxis(all, knownY));
	}

	private static double alongAxis(final double sd, final double known) {
		return known < LEAST_KNOWN ? Double.POSITIVE_INFINITY : sd / Math.sqrt(Math.min(1, known));
	}

	/** How far each tile disagrees with a step, pixels; returns the scale of the agreement. */
	private static double misses(final double[][] t, final double ux, final double uy, final double[] miss) {
		final double[] known = new double[t.length];
		int n = 0;
		for (int k = 0; k < t.length; k++) {
			final double trace = t[k][0] + t[k][2];
			if (trace == 0) continue;
			final double rx = t[k][3] - t[k][0] * ux - t[k][1] * uy, ry = t[k][4] - t[k][1] * ux - t[k][2] * uy;
			miss[k] = Math.hypot(rx, ry) / trace;
			known[n++] = miss[k];
		}
		java.util.Arrays.sort(known, 0, n);
		return Math.max(0.1, 1.5 * known[n / 2]);
	}

	/** Binomial-like smoothing, standard deviation 1.2 pixels. */
	private float[] smoothed(final float[] p) {
		final float[] half = new float[p.length], out = new float[p.length];
		for (int pass = 0; pass < 2; pass++) {
			final float[] from = pass == 0 ? p : half, to = pass == 0 ? half : out;
			for (int y = 0; y < ny; y++)
				for (int x = 0; x < nx; x++) {
					float s = SMOOTH[0] * from[y * nx + x];
					for (int k = 1; k < SMOOTH.length; k++) {
						final int lo = pass == 0 ? y * nx + Math.max(0, x - k) : Math.max(0, y - k) * nx + x;
						final int hi = pass == 0 ? y * nx + Math.min(nx - 1, x + k) : Math.min(ny - 1, y + k) * nx + x;
						s += SMOOTH[k] * (from[lo] + from[hi]);
					}
					to[y * nx + x] = s;
				}
		}
		return out;
	}

	private float[] binned(final float[] p) {
		if (bin == 1) return p;
		final int bw = nx / bin, bh = ny / bin;
		final float[] out = new float[bw * bh];
		for (int y = 0; y < bh * bin; y++)
			for (int x = 0; x < bw * bin; x++)
				out[y / bin * bw + x / bin] += p[y * nx + x] / (bin * bin);
		return out;
	}
}
