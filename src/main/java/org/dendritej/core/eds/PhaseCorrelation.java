// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.dendritej.core.run.Progress;

/**
 * Translation between two images from the phase of their spectra (Kuglin &amp; Hines 1975), to the nearest pixel.
 * <p>
 * Both images are windowed (Hann), padded with zeros to a power of two that holds both, and low-pass weighted, because
 * counting noise fills the high frequencies. Inverted contrast gives a peak of the other sign, so the largest magnitude
 * counts. Cost O(N log N) for N padded pixels.
 */
final class PhaseCorrelation {

	/** Peaks below this many standard deviations of the correlation are not told from chance. */
	static final double LEAST_SCORE = 7;
	private static final double LOW_PASS = 0.1;

	private PhaseCorrelation() {}

	/** A possible shift: content of b at x + shift equals content of a at x; score in standard deviations. */
	record Peak(int dx, int dy, double score) {}

	/** The strongest peaks, best first. */
	static List<Peak> peaks(final SmoothImage a, final SmoothImage b, final int wanted, final Progress progress) {
		final int w = powerOfTwo(a.nx + b.nx);
		final int h = powerOfTwo(a.ny + b.ny);
		final double[][] fa = padded(a, w, h);
		final double[][] fb = padded(b, w, h);
		progress.check();
		fourier(fa, w, h, false);
		progress.check();
		fourier(fb, w, h, false);
		progress.check();
		for (int i = 0; i < w * h; i++) {
			final double re = fa[0][i] * fb[0][i] + fa[1][i] * fb[1][i];
			final double im = fa[0][i] * fb[1][i] - fa[1][i] * fb[0][i];
			final double fx = Math.min(i % w, w - i % w) / (double) w;
			final double fy = Math.min(i / w, h - i / w) / (double) h;
			final double size = Math.hypot(re, im);
			final double weight = size > 0 ? Math.exp(-(fx * fx + fy * fy) / (2 * LOW_PASS * LOW_PASS)) / size : 0;
			fa[0][i] = weight * re;
			fa[1][i] = weight * im;
		}
		fa[0][0] = 0;
		fa[1][0] = 0;
		fourier(fa, w, h, true);
		return strongest(fa[0], w, h, wanted);
	}

	private static List<Peak> strongest(final double[] c, final int w, final int h, final int wanted) {
		double squares = 0;
		for (final double v : c)
			squares += v * v;
		final double sd = Math.sqrt(squares / c.length);
		final List<Peak> peaks = new ArrayList<>();
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++) {
				final double v = Math.abs(c[y * w + x]);
				if (v < 3 * sd) continue;
				boolean top = true;
				for (int k = 0; k < 9 && top; k++)
					top = k == 4 || Math.abs(c[(y + k / 3 - 1 + h) % h * w + (x + k % 3 - 1 + w) % w]) <= v;
				if (top) peaks.add(new Peak(x > w / 2 ? x - w : x, y > h / 2 ? y - h : y, v / sd));
			}
		peaks.sort(Comparator.comparingDouble(Peak::score).reversed());
		return peaks.subList(0, Math.min(wanted, peaks.size()));
	}

	private static double[][] padded(final SmoothImage s, final int w, final int h) {
		double mean = 0;
		for (final float v : s.p)
			mean += v;
		mean /= s.p.length;
		final double[][] f = new double[2][w * h];
		for (int y = 0; y < s.ny; y++) {
			final double wy = Math.sin(Math.PI * (y + 0.5) / s.ny);
			for (int x = 0; x < s.nx; x++) {
				final double wx = Math.sin(Math.PI * (x + 0.5) / s.nx);
				f[0][y * w + x] = (s.p[y * s.nx + x] - mean) * wx * wx * wy * wy;
			}
		}
		return f;
	}

	private static int powerOfTwo(final int n) {
		return Integer.highestOneBit(Math.max(2, n - 1)) << 1;
	}

	/** In place, unscaled; rows and then columns. */
	static void fourier(final double[][] f, final int w, final int h, final boolean back) {
		final double[] re = new double[Math.max(w, h)];
		final double[] im = new double[re.length];
		for (int y = 0; y < h; y++)
			line(f, y * w, 1, w, re, im, back);
		for (int x = 0; x < w; x++)
			line(f, x, w, h, re, im, back);
	}

	private static void line(final double[][] f, final int from, final int step, final int n, final double[] re,
		final double[] im, final boolean back)
	{
		for (int i = 0, r = 0; i < n; i++) {
			re[r] = f[0][from + i * step];
			im[r] = f[1][from + i * step];
			int bit = n >> 1;
			for (; bit > 0 && (r & bit) != 0; bit >>= 1)
				r ^= bit;
			r |= bit;
		}
		for (int size = 2; size <= n; size <<= 1) {
			final int half = size >> 1;
			for (int k = 0; k < half; k++) {
				final double angle = (back ? 2 : -2) * Math.PI * k / size;
				final double c = Math.cos(angle);
				final double s = Math.sin(angle);
				for (int i = k; i < n; i += size) {
					final int j = i + half;
					final double tr = c * re[j] - s * im[j];
					final double ti = c * im[j] + s * re[j];
					re[j] = re[i] - tr;
					im[j] = im[i] - ti;
					re[i] += tr;
					im[i] += ti;
				}
			}
		}
		for (int i = 0; i < n; i++) {
			f[0][from + i * step] = re[i];
			f[1][from + i * step] = im[i];
		}
	}
}
