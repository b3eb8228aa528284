// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

/**
 * The discrete Fourier transform of square or oblong images whose sides are powers of two, in place and in double
 * precision (Cooley and Tukey 1965). One instance may be used by several threads: it holds only the roots of unity.
 */
final class Fourier {

	private final int w, h;
	private final double[] cosine, sine;

	/** A transform of w x h values, both powers of two. */
	Fourier(final int w, final int h) {
		if (Integer.bitCount(w) != 1 || Integer.bitCount(h) != 1) throw new IllegalArgumentException("A transform of " + w + " x " + h
			+ " values is not possible; both sides must be powers of two.");
		this.w = w;
		this.h = h;
		final int n = Math.max(w, h);
		cosine = new double[Math.max(1, n / 2)];
		sine = new double[cosine.length];
		for (int k = 0; k < cosine.length; k++) {
			cosine[k] = Math.cos(2 * Math.PI * k / n);
			sine[k] = Math.sin(2 * Math.PI * k / n);
		}
	}

	/** Smallest power of two that is at least n. */
	static int powerOfTwo(final int n) {
		return n <= 1 ? 1 : Integer.highestOneBit(n - 1) << 1;
	}

	/** Forward (exponent -i) or backward, without scaling; re and im hold rows one after another. */
	void transform(final double[] re, final double[] im, final boolean back) {
		for (int y = 0; y < h; y++)
			line(re, im, y * w, w, back);
		final double[] a = new double[h], b = new double[h];
		for (int x = 0; x < w; x++) {
			for (int y = 0; y < h; y++) {
				a[y] = re[y * w + x];
				b[y] = im[y * w + x];
			}
			line(a, b, 0, h, back);
			for (int y = 0; y < h; y++) {
				re[y * w + x] = a[y];
				im[y * w + x] = b[y];
			}
		}
	}

	private void line(final double[] re, final double[] im, final int from, final int n, final boolean back) {
		for (int i = 1, r = 0; i < n; i++) {
			int bit = n >> 1;
			for (; (r & bit) != 0; bit >>= 1)
				r ^= bit;
			r |= bit;
			if (i < r) {
				final double t = re[from + i], u = im[from + i];
				re[from + i] = re[from + r];
				im[from + i] = im[from + r];
				re[from + r] = t;
				im[from + r] = u;
			}
		}
		final int roots = 2 * cosine.length;
		for (int size = 2; size <= n; size <<= 1) {
			final int half = size >> 1, step = roots / size;
			for (int block = from; block < from + n; block += size)
				for (int k = 0; k < half; k++) {
					final double c = cosine[k * step], s = back ? sine[k * step] : -sine[k * step];
					final int p = block + k, q = p + half;
					final double tr = c * re[q] - s * im[q], ti = c * im[q] + s * re[q];
					re[q] = re[p] - tr;
					im[q] = im[p] - ti;
					re[p] += tr;
					im[p] += ti;
				}
		}
	}
}
