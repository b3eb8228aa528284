// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.segment;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * The threshold half-way between the grey of the solid and the grey of the voids: the one that keeps the size of a blurred
 * object. Otsu's split (IEEE Trans. Syst. Man Cybern. 9 (1979) 62, doi 10.1109/TSMC.1979.4310076) separates the two
 * populations; the most frequent grey of each is then its level, so that partly filled voxels do not shift it.
 *
 * @param threshold grey below which a voxel is void
 * @param solid most frequent grey of the solid
 * @param voids most frequent grey of the voids
 * @param noise standard deviation of the solid's grey, from its bright half
 */
public record HalfContrast(double threshold, double solid, double voids, double noise) {

	static final int BINS = 1024;
	private static final int SMOOTH = 10;
	/** Share of the brightest voxels that lie a little below them where there is noise. */
	private static final double SATURATED_SHARE = 0.1;

	/**
	 * Finds the levels of a volume whose voids are dark.
	 *
	 * @param grey the volume
	 * @param threads threads to use; 0 or less means all
	 * @param progress asked whether to stop
	 * @return levels and threshold
	 * @throws IllegalArgumentException if all voxels are alike, or if the two levels lie closer than four times the noise
	 */
	public static HalfContrast of(final FloatVolume grey, final int threads, final Progress progress) {
		final float[] range = range(grey, threads, progress);
		if (!(range[1] > range[0])) throw new IllegalArgumentException("Every voxel of the grey stack is " + range[0]
			+ "; there is nothing to segment, so check that it is the right image.");
		final long[] h = histogram(grey, range, threads, progress);
		final double width = (range[1] - range[0]) / BINS;
		final int cut = otsu(h);
		final double[] smooth = smoothed(h);
		final int bright = mode(smooth, cut, BINS);
		final int dark = mode(smooth, 0, valley(smooth, cut));
		final double voids = range[0] + (dark + 0.5) * width, solid = range[0] + (bright + 0.5) * width;
		if (saturated(h, bright, dark)) throw new IllegalArgumentException("The solid is recorded at the brightest grey there is (" + round(range[1])
			+ "): the stack is saturated and its grey cannot be measured. Record it again with less gain, or give the threshold with threshold=.");
		final double noise = upperSpread(h, bright) * width;
		if (solid - voids < 4 * noise) throw new IllegalArgumentException("The grey levels of solid (" + round(solid) + ") and voids ("
			+ round(voids) + ") lie closer than four times the noise (" + round(noise)
			+ "); no threshold separates them. Denoise the stack first, or give threshold=.");
		return new HalfContrast(0.5 * (solid + voids), solid, voids, noise);
	}

	private static double round(final double v) {
		return Math.round(v * 10) / 10.0;
	}

	static float[] range(final FloatVolume grey, final int threads, final Progress progress) {
		final int nz = grey.grid().nz();
		final float[] low = new float[nz], high = new float[nz];
		Slabs.forEach(nz, threads, progress, null, z -> {
			float lo = Float.POSITIVE_INFINITY, hi = Float.NEGATIVE_INFINITY;
			for (final float v : grey.plane(z)) {
				if (v < lo) lo = v;
				if (v > hi) hi = v;
			}
			low[z] = lo;
			high[z] = hi;
		});
		final float[] all = { low[0], high[0] };
		for (int z = 1; z < nz; z++) {
			all[0] = Math.min(all[0], low[z]);
			all[1] = Math.max(all[1], high[z]);
		}
		return all;
	}

	static long[] histogram(final FloatVolume grey, final float[] range, final int threads, final Progress progress) {
		final long[] sum = new long[BINS];
		final float scale = BINS / (range[1] - range[0]);
		Slabs.forEach(grey.grid().nz(), threads, progress, "Finding grey levels", z -> {
			final long[] h = new long[BINS];
			for (final float v : grey.plane(z))
				h[Math.min(BINS - 1, (int) ((v - range[0]) * scale))]++;
			synchronized (sum) {
				for (int i = 0; i < BINS; i++)
					sum[i] += h[i];
			}
		});
		return sum;
	}

	/** First bin of the bright class where the variance between the classes is largest. */
	private static int otsu(final long[] h) {
		double total = 0, moment = 0;
		for (int i = 0; i < h.length; i++) {
			total += h[i];
			moment += (double) i * h[i];
		}
		double best = -1, n = 0, m = 0;
		int cut = 1;
		for (int i = 0; i + 1 < h.length; i++) {
			n += h[i];
			m += (double) i * h[i];
			if (n == 0 || n == total) continue;
			final double d = m / n - (moment - m) / (total - n);
			final double between = n * (total - n) * d * d;
			if (between > best) {
				best = between;
				cut = i + 1;
			}
		}
		return cut;
	}

	/**
	 * The valley below the cut: partly filled voxels of small voids lie on its bright side and must not pass for the voids'
	 * own level. It ends where the histogram has risen again by a fifth.
	 */
	private static int valley(final double[] h, final int cut) {
		double least = Double.POSITIVE_INFINITY;
		int at = cut;
		for (int i = cut - 1; i >= 0; i--) {
			if (h[i] < least) {
				least = h[i];
				at = i;
			}
			else if (h[i] > 1.2 * least && h[i] > 100) return at;
		}
		throw new IllegalArgumentException("The dark voxels have no grey level of their own, only partly filled voxels; give the threshold with threshold=.");
	}

	/** Whether noise reaches below the solid's grey but is cut off above it; a picture without noise is not meant. */
	private static boolean saturated(final long[] h, final int bright, final int dark) {
		if (bright < BINS - 2 * SMOOTH || h[BINS - 1] == 0) return false;
		long below = 0;
		for (int i = bright - (bright - dark) / 5; i < BINS - 1; i++)
			below += h[i];
		return below > SATURATED_SHARE * h[BINS - 1];
	}

	/** Most frequent bin. */
	private static int mode(final double[] h, final int from, final int to) {
		int at = from;
		for (int i = from; i < to; i++)
			if (h[i] > h[at]) at = i;
		return at;
	}

	/**
	 * Gaussian smoothing by 1 % of the range: whole-number greys fill some bins and leave others empty, and a box would see
	 * that comb.
	 */
	private static double[] smoothed(final long[] h) {
		final double[] out = new double[h.length];
		for (int i = 0; i < h.length; i++)
			for (int k = Math.max(0, i - 4 * SMOOTH); k <= Math.min(h.length - 1, i + 4 * SMOOTH); k++)
				out[i] += h[k] * Math.exp(-0.5 * (k - i) * (k - i) / (double) (SMOOTH * SMOOTH));
		return out;
	}

	/** Root mean square distance above the mode, in bins: the bright side holds no partly filled voxels. */
	private static double upperSpread(final long[] h, final int mode) {
		double n = 0, s = 0;
		for (int i = mode; i < h.length; i++) {
			n += h[i];
			s += (double) h[i] * (i - mode) * (i - mode);
		}
		return n > 0 ? Math.sqrt(s / n) : 0;
	}
}
