// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

/**
 * Takes curtaining off a slice: stripes along y, which milling leaves behind hard and soft places.
 * <p>
 * Wavelet and Fourier filtering after Munch et al. 2009 (doi 10.1364/OE.17.008567): of each level's details across x, the part
 * that is constant along y is taken off with the Gaussian high pass 1 - exp(-f^2 / 2 s^2). It is applied here in space, as the
 * coefficients less their Gaussian mean along y, which is the same filter. What differs from the paper: the stripes are
 * worked out on the solid alone. Voids and their edges are first replaced by the solid about them, so a long crack along y is
 * not taken for a stripe, and the grey of voids and the place of edges stay as they are. Cost: about 60 operations per pixel and level.
 */
public final class Stripes {

	private static final int MOST_LEVELS = 5;
	/** Mirrored columns on either side, where the wavelet's period has its seam. */
	private static final int MARGIN = 48;

	private Stripes() {}

	/**
	 * The stripes of a slice.
	 *
	 * @param p nx ny values
	 * @param nx columns, at least 16
	 * @param ny rows, at least 16
	 * @param lengthPx standard deviation of the mean along y, pixels: shorter stripes stay
	 * @param widthPx widest stripe, pixels; wider ones pass for shading
	 * @return what to take off; its mean is near 0
	 */
	public static float[] of(final float[] p, final int nx, final int ny, final double lengthPx, final double widthPx) {
		if (nx < 16 || ny < 16) throw new IllegalArgumentException("A slice of " + nx + " x " + ny
			+ " pixels is too small to tell stripes; give at least 16 x 16, or destripe=false.");
		if (!(lengthPx >= 1) || !(widthPx >= 1)) throw new IllegalArgumentException("Stripes " + lengthPx + " pixels long and " + widthPx
			+ " wide cannot be; give at least 1.");
		int levels = 1;
		while (levels < MOST_LEVELS && (1 << levels) < widthPx)
			levels++;
		final int unit = 1 << levels, w = (nx + 2 * MARGIN + unit - 1) / unit * unit, h = ny;
		final float[] solid = SolidOnly.of(p, nx, ny);
		final float[] padded = new float[w * h];
		for (int y = 0; y < h; y++)
			for (int x = 0; x < w; x++)
				padded[y * w + x] = solid[y * nx + reflect(x - MARGIN, nx)];
		// Along y the stripe part is a mean, so only x needs the wavelet: the details of each level are averaged along y.
		final float[] line = new float[w], parts = new float[w];
		final float[] stripes = new float[w * h];
		for (int y = 0; y < h; y++) {
			System.arraycopy(padded, y * w, line, 0, w);
			int n = w;
			for (int l = 0; l < levels; l++) {
				Wavelet.split(line, n, parts);
				System.arraycopy(parts, 0, line, 0, n);
				n /= 2;
			}
			System.arraycopy(line, 0, stripes, y * w, w);
			java.util.Arrays.fill(stripes, y * w, y * w + n, 0);
		}
		meanAlongY(stripes, w, h, lengthPx);
		final float[] out = new float[nx * ny];
		for (int y = 0; y < ny; y++) {
			System.arraycopy(stripes, y * w, line, 0, w);
			for (int n = w >> (levels - 1), l = 0; l < levels; l++, n *= 2) {
				Wavelet.join(line, n, parts);
				System.arraycopy(parts, 0, line, 0, n);
			}
			System.arraycopy(line, MARGIN, out, y * nx, nx);
		}
		return out;
	}

	/** Gaussian mean along y by three boxes (the variance is exact), mirrored at the ends. */
	static void meanAlongY(final float[] v, final int w, final int h, final double sd) {
		final int r = (int) Math.max(1, Math.rint((Math.sqrt(4 * sd * sd + 1) - 1) / 2));
		final double[] sum = new double[w];
		float[] from = v, to = new float[v.length];
		for (int pass = 0; pass < 3; pass++) {
			java.util.Arrays.fill(sum, 0);
			for (int k = -r; k <= r; k++)
				add(from, w, reflect(k, h), sum, 1);
			for (int y = 0; y < h; y++) {
				for (int x = 0; x < w; x++)
					to[y * w + x] = (float) (sum[x] / (2 * r + 1));
				add(from, w, reflect(y - r, h), sum, -1);
				add(from, w, reflect(y + r + 1, h), sum, 1);
			}
			final float[] t = from;
			from = to;
			to = t;
		}
		if (from != v) System.arraycopy(from, 0, v, 0, v.length);
	}

	private static void add(final float[] v, final int w, final int y, final double[] sum, final int sign) {
		for (int x = 0; x < w; x++)
			sum[x] += sign * (double) v[y * w + x];
	}

	private static int reflect(final int y, final int h) {
		final int k = Math.floorMod(y, 2 * h);
		return k < h ? k : 2 * h - 1 - k;
	}
}
