// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

/** Moves a slice by a fraction of a pixel with cubic convolution (Keys 1981, a = -1/2); the border pixel is repeated. */
public final class Translation {

	private Translation() {}

	/**
	 * Moves a slice.
	 *
	 * @param in nx ny values
	 * @param nx columns
	 * @param ny rows
	 * @param dx the pixel at column c takes the value at c + dx, pixels
	 * @param dy the same for rows
	 * @return new values; a copy for whole-number moves inside the slice
	 */
	public static float[] of(final float[] in, final int nx, final int ny, final double dx, final double dy) {
		final float[] half = new float[in.length], out = new float[in.length];
		final int ox = (int) Math.floor(dx), oy = (int) Math.floor(dy);
		final float[] kx = kernel(dx - ox), ky = kernel(dy - oy);
		for (int y = 0; y < ny; y++) {
			final int row = y * nx;
			for (int x = 0; x < nx; x++) {
				final int c = x + ox;
				if (c >= 1 && c + 2 < nx) {
					final int i = row + c;
					half[row + x] = kx[0] * in[i - 1] + kx[1] * in[i] + kx[2] * in[i + 1] + kx[3] * in[i + 2];
				}
				else half[row + x] = kx[0] * in[row + clip(c - 1, nx)] + kx[1] * in[row + clip(c, nx)] + kx[2] * in[row + clip(c + 1, nx)] + kx[3]
					* in[row + clip(c + 2, nx)];
			}
		}
		for (int y = 0; y < ny; y++) {
			final int a = clip(y + oy - 1, ny) * nx, b = clip(y + oy, ny) * nx, c = clip(y + oy + 1, ny) * nx, d = clip(y + oy + 2, ny) * nx;
			for (int x = 0; x < nx; x++)
				out[y * nx + x] = ky[0] * half[a + x] + ky[1] * half[b + x] + ky[2] * half[c + x] + ky[3] * half[d + x];
		}
		return out;
	}

	static int clip(final int i, final int n) {
		return i < 0 ? 0 : i >= n ? n - 1 : i;
	}

	/** The four weights at a fraction t, into k. */
	static void kernel(final double t, final float[] k) {
		k[0] = (float) (((-0.5 * t + 1) * t - 0.5) * t);
		k[1] = (float) ((1.5 * t - 2.5) * t * t + 1);
		k[2] = (float) (((-1.5 * t + 2) * t + 0.5) * t);
		k[3] = (float) ((0.5 * t - 0.5) * t * t);
	}

	private static float[] kernel(final double t) {
		final float[] k = new float[4];
		kernel(t, k);
		return k;
	}
}
