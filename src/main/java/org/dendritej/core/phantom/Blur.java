// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

/** Separable Gaussian blur of planes with a margin; the kernel is cut at 3.5 standard deviations and sums to one. */
final class Blur {

	private Blur() {}

	/**
	 * Half of a symmetric kernel: weights at 0, 1, ... voxels. The discrete Gaussian exp(-t) I_n(t), whose variance is
	 * exactly t at any width (Lindeberg, IEEE TPAMI 1990, doi:10.1109/34.49051); the sampled one above 12 voxels, where the
	 * two agree.
	 */
	static float[] kernel(final double sigmaVoxels) {
		final double t = sigmaVoxels * sigmaVoxels;
		final int r = sigmaVoxels > 1e-3 ? (int) Math.ceil(3.5 * sigmaVoxels) + (sigmaVoxels < 1 ? 1 : 0) : 0;
		final double[] w = new double[r + 1];
		double sum = 0;
		for (int i = 0; i <= r; i++) {
			w[i] = r == 0 ? 1 : sigmaVoxels > 12 ? Math.exp(-0.5 * i * i / t) : bessel(i, t);
			sum += i == 0 ? w[i] : 2 * w[i];
		}
		final float[] k = new float[r + 1];
		for (int i = 0; i <= r; i++)
			k[i] = (float) (w[i] / sum);
		return k;
	}

	/** Modified Bessel function I_n(t) by its power series. */
	private static double bessel(final int n, final double t) {
		double term = 1;
		for (int i = 1; i <= n; i++)
			term *= 0.5 * t / i;
		double sum = term;
		for (int k = 1; term > 1e-17 * sum; k++) {
			term *= 0.25 * t * t / ((double) k * (n + k));
			sum += term;
		}
		return sum;
	}

	/**
	 * Blurs a plane in place along x and y. Values within the kernel's reach of the edges are not blurred: give a margin.
	 *
	 * @param plane w x h values
	 * @param w width
	 * @param h height
	 * @param kx half kernel along x
	 * @param ky half kernel along y
	 * @param scratch w x h values
	 */
	static void plane(final float[] plane, final int w, final int h, final float[] kx, final float[] ky,
		final float[] scratch)
	{
		final int rx = kx.length - 1, ry = ky.length - 1;
		for (int y = 0; y < h; y++) {
			final int row = y * w;
			for (int x = rx; x < w - rx; x++) {
				float s = kx[0] * plane[row + x];
				for (int i = 1; i <= rx; i++)
					s += kx[i] * (plane[row + x - i] + plane[row + x + i]);
				scratch[row + x] = s;
			}
		}
		for (int y = ry; y < h - ry; y++) {
			final int row = y * w;
			for (int x = rx; x < w - rx; x++)
				plane[row + x] = ky[0] * scratch[row + x];
			for (int i = 1; i <= ry; i++) {
				final float k = ky[i];
				for (int x = rx; x < w - rx; x++)
					plane[row + x] += k * (scratch[row - i * w + x] + scratch[row + i * w + x]);
			}
		}
	}
}
