// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

/**
 * One level of the orthogonal Daubechies wavelet with four vanishing moments, periodic, along lines of even length
 * (Daubechies 1988, doi 10.1002/cpa.3160410705).
 */
final class Wavelet {

	/** Low pass; the high pass is its mirror with changing signs. */
	static final double[] LOW = { 0.2303778133088964, 0.7148465705529154, 0.6308807679298587, -0.0279837694168599, -0.1870348117190931,
		0.0308413818355607, 0.0328830116668852, -0.0105974017850690 };
	private static final int TAPS = LOW.length;
	private static final double[] HIGH = new double[TAPS];

	static {
		for (int k = 0; k < TAPS; k++)
			HIGH[k] = high(k);
	}

	private Wavelet() {}

	static double high(final int k) {
		return (k % 2 == 0 ? 1 : -1) * LOW[TAPS - 1 - k];
	}

	/** Splits n values into n/2 smooth ones and n/2 details; line and out may not be the same. */
	static void split(final float[] line, final int n, final float[] out) {
		for (int i = 0; i < n / 2; i++) {
			double s = 0, d = 0;
			final boolean seam = 2 * i + TAPS > n;
			for (int k = 0; k < TAPS; k++) {
				final float v = line[seam ? (2 * i + k) % n : 2 * i + k];
				s += LOW[k] * v;
				d += HIGH[k] * v;
			}
			out[i] = (float) s;
			out[n / 2 + i] = (float) d;
		}
	}

	/** The inverse of {@link #split}. */
	static void join(final float[] parts, final int n, final float[] out) {
		java.util.Arrays.fill(out, 0, n, 0);
		for (int i = 0; i < n / 2; i++) {
			final boolean seam = 2 * i + TAPS > n;
			for (int k = 0; k < TAPS; k++)
				out[seam ? (2 * i + k) % n : 2 * i + k] += (float) (LOW[k] * parts[i] + HIGH[k] * parts[n / 2 + i]);
		}
	}
}
