// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

/**
 * The translation between two images of equal size to a fraction of a pixel, from the phase of their spectra (Kuglin and
 * Hines 1975).
 * <p>
 * Means are taken off, the images windowed (Hann) and padded to powers of two. Each frequency counts with its phase, with
 * the root of its amplitude (few dark bodies on a flat ground fill low frequencies only) and with the share of its power
 * that lies above the noise; a Gaussian low pass makes the peak round, and its top is that of the parabola through the
 * logarithms of its neighbours. Frequencies constant
 * along y are left out: curtaining stripes live there, and they stay where they are when the specimen drifts. Cost O(N log N).
 */
public final class PhaseShift {

	/** Standard deviation of the low pass, cycles per pixel. */
	private static final double LOW_PASS = 0.12;
	private final int nx, ny, w, h;
	private final Fourier fourier;
	private final double[] window;

	/**
	 * For images of one size; may be shared by threads.
	 *
	 * @param nx columns, at least 8
	 * @param ny rows, at least 8
	 */
	public PhaseShift(final int nx, final int ny) {
		if (nx < 8 || ny < 8) throw new IllegalArgumentException("Images of " + nx + " x " + ny
			+ " pixels are too small to be aligned; give at least 8 x 8.");
		this.nx = nx;
		this.ny = ny;
		w = Fourier.powerOfTwo(nx);
		h = Fourier.powerOfTwo(ny);
		fourier = new Fourier(w, h);
		window = new double[nx * ny];
		for (int y = 0; y < ny; y++)
			for (int x = 0; x < nx; x++)
				window[y * nx + x] = Math.pow(Math.sin(Math.PI * (x + 0.5) / nx) * Math.sin(Math.PI * (y + 0.5) / ny), 2);
	}

	/**
	 * A measured shift.
	 *
	 * @param dx what lies at column c of the first image lies at c + dx of the second, pixels
	 * @param dy the same for rows, pixels
	 * @param score height of the peak in standard deviations of the correlation; below about 6 it is chance
	 */
	public record Shift(double dx, double dy, double score) {}

	/**
	 * Measures the shift.
	 *
	 * @param a first image, nx ny values
	 * @param b second image
	 * @return the shift; a score of 0 if one of them is constant
	 */
	public Shift between(final float[] a, final float[] b) {
		return between(spectrum(a), spectrum(b));
	}

	/** Measures the shift between two images by their spectra, which stay as they are. */
	Shift between(final double[][] fa, final double[][] fb) {
		final double na = noise(fa), nb = noise(fb);
		final double[] cross = new double[w * h], crossIm = new double[w * h];
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++) {
				final int i = y * w + x;
				final double re = fa[0][i] * fb[0][i] + fa[1][i] * fb[1][i], im = fa[0][i] * fb[1][i] - fa[1][i] * fb[0][i];
				final double size = Math.hypot(re, im), ku = Math.min(x, w - x) / (double) w, kv = Math.min(y, h - y) / (double) h;
				final double pa = fa[0][i] * fa[0][i] + fa[1][i] * fa[1][i], pb = fb[0][i] * fb[0][i] + fb[1][i] * fb[1][i];
				final double signal = Math.sqrt(Math.max(0, 1 - 2 * na / (pa + 1e-300)) * Math.max(0, 1 - 2 * nb / (pb + 1e-300)));
				final double weight = y == 0 || size == 0 ? 0 : signal * Math.exp(-(ku * ku + kv * kv) / (2 * LOW_PASS * LOW_PASS)) / Math.sqrt(size);
				cross[i] = weight * re;
				crossIm[i] = weight * im;
			}
		fourier.transform(cross, crossIm, true);
		return top(cross);
	}

	/** Real and imaginary part of an image's windowed spectrum. */
	double[][] spectrum(final float[] p) {
		double mean = 0, weight = 0;
		for (int i = 0; i < p.length; i++) {
			mean += window[i] * p[i];
			weight += window[i];
		}
		mean /= weight;
		final double[] re = new double[w * h], im = new double[w * h];
		for (int y = 0; y < ny; y++)
			for (int x = 0; x < nx; x++)
				re[y * w + x] = window[y * nx + x] * (p[y * nx + x] - mean);
		fourier.transform(re, im, false);
		return new double[][] { re, im };
	}

	/** Mean power above two thirds of the highest frequency, where slices hold little but noise. */
	private double noise(final double[][] f) {
		double sum = 0;
		int n = 0;
		for (int y = h / 3; y <= h - h / 3; y++)
			for (int x = w / 3; x <= w - w / 3; x++) {
				sum += f[0][y * w + x] * f[0][y * w + x] + f[1][y * w + x] * f[1][y * w + x];
				n++;
			}
		return n == 0 ? 0 : sum / n;
	}

	private Shift top(final double[] c) {
		double squares = 0;
		int at = 0;
		for (int i = 0; i < c.length; i++) {
			squares += c[i] * c[i];
			if (c[i] > c[at]) at = i;
		}
		final double sd = Math.sqrt(squares / c.length);
		if (!(sd > 0) || !(c[at] > 0)) return new Shift(0, 0, 0);
		final int x = at % w, y = at / w;
		final double fx = vertex(c[y * w + (x + w - 1) % w], c[at], c[y * w + (x + 1) % w]);
		final double fy = vertex(c[(y + h - 1) % h * w + x], c[at], c[(y + 1) % h * w + x]);
		return new Shift((x > w / 2 ? x - w : x) + fx, (y > h / 2 ? y - h : y) + fy, c[at] / sd);
	}

	/** Top of the parabola through three logarithms, in -0.5 to 0.5. */
	private static double vertex(final double left, final double middle, final double right) {
		final double floor = 1e-6 * middle;
		final double l = Math.log(Math.max(left, floor)), m = Math.log(middle), r = Math.log(Math.max(right, floor));
		final double bend = l - 2 * m + r;
		return bend < 0 ? Math.max(-0.5, Math.min(0.5, 0.5 * (l - r) / bend)) : 0;
	}
}
