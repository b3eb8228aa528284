// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import java.util.Arrays;

import org.dendritej.core.geom.FloatVolume;

/** One slice of an image, blurred, with values between pixels by cubic convolution (Keys 1981, a = -1/2). */
final class SmoothImage {

	final int nx;
	final int ny;
	final double dx;
	final double dy;
	final float[] p;
	/** Values at 0.5 and 99.5 % of the pixels: the range of the histogram. */
	final double low;
	final double high;

	SmoothImage(final FloatVolume image, final int z, final double sigmaX, final double sigmaY) {
		this(image.grid().nx(), image.grid().ny(), image.grid().dxUm(), image.grid().dyUm(), blurred(image.plane(z), image
			.grid().nx(), image.grid().ny(), sigmaX, sigmaY));
	}

	SmoothImage(final int nx, final int ny, final double dx, final double dy, final float[] p) {
		this.nx = nx;
		this.ny = ny;
		this.dx = dx;
		this.dy = dy;
		this.p = p;
		final float[] sorted = p.clone();
		Arrays.sort(sorted);
		low = sorted[(int) (0.005 * (sorted.length - 1))];
		high = sorted[(int) Math.ceil(0.995 * (sorted.length - 1))];
	}

	/** Whether there is any contrast to compare. */
	boolean isFlat() {
		return !(high > low);
	}

	/** Separable Gaussian; the border pixel is repeated outside. */
	static float[] blurred(final float[] in, final int nx, final int ny, final double sigmaX, final double sigmaY) {
		float[] out = in.clone();
		if (sigmaX > 0.05) out = pass(out, nx, ny, 1, nx, sigmaX);
		if (sigmaY > 0.05) out = pass(out, ny, nx, nx, 1, sigmaY);
		return out;
	}

	private static float[] pass(final float[] in, final int n, final int lines, final int step, final int next,
		final double sigma)
	{
		final int reach = (int) Math.ceil(3 * sigma);
		final double[] kernel = new double[2 * reach + 1];
		double sum = 0;
		for (int k = -reach; k <= reach; k++)
			sum += kernel[k + reach] = Math.exp(-0.5 * k * k / (sigma * sigma));
		final float[] out = new float[in.length];
		for (int l = 0; l < lines; l++)
			for (int i = 0; i < n; i++) {
				double v = 0;
				for (int k = -reach; k <= reach; k++)
					v += kernel[k + reach] * in[l * next + step * Math.min(n - 1, Math.max(0, i + k))];
				out[l * next + step * i] = (float) (v / sum);
			}
		return out;
	}

	/** Value at a position in um; NaN outside the centres of the border pixels. */
	double at(final double xUm, final double yUm) {
		final double x = xUm / dx - 0.5;
		final double y = yUm / dy - 0.5;
		if (!(x >= 0 && y >= 0 && x <= nx - 1 && y <= ny - 1)) return Double.NaN;
		final int i = Math.min((int) x, nx - 2);
		final int j = Math.min((int) y, ny - 2);
		final double u = x - i;
		final double v = y - j;
		double sum = 0;
		for (int b = -1; b <= 2; b++) {
			final int row = Math.min(ny - 1, Math.max(0, j + b)) * nx;
			double line = 0;
			for (int a = -1; a <= 2; a++)
				line += weight(a - u) * p[row + Math.min(nx - 1, Math.max(0, i + a))];
			sum += weight(b - v) * line;
		}
		return sum;
	}

	private static double weight(final double distance) {
		final double t = Math.abs(distance);
		if (t < 1) return 1 + t * t * (1.5 * t - 2.5);
		return t < 2 ? 2 - t * (4 - t * (2.5 - 0.5 * t)) : 0;
	}
}
