// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dendritej.core.geom.FloatVolume;

/**
 * A row of a map at which the signal jumps in nearly all columns at once: the beam, the gain or the frame changed there.
 * The specimen does not do that: a real border moves some columns and leaves others.
 *
 * @param row first row of the new level, from 0
 * @param change change of the level, in the units of the map
 * @param columnShare share of the columns that change in the same direction
 * @param score change over the usual change between bands of rows of this map (robust standard deviation)
 */
public record FrameStep(int row, double change, double columnShare, double score) {

	/** Four columns of five must change by at least this part of the whole change. */
	private static final double LEAST_PART = 0.25;
	private static final double LEAST_SCORE = 8;

	/**
	 * Finds all steps in a map without objects.
	 *
	 * @param map image or counts
	 * @param z slice
	 * @return as {@link #find(FloatVolume, int, int[])}
	 */
	public static List<FrameStep> find(final FloatVolume map, final int z) {
		return find(map, z, null);
	}

	/**
	 * Finds all steps: bands of rows above and below each row are compared column by column (interquartile mean of the
	 * differences); a step needs 8 times the usual change, and at least a quarter of the step in four columns of five.
	 *
	 * @param map image or counts; at least 16 rows and 16 columns, else nothing is found
	 * @param z slice
	 * @param labels pixels that are left out wherever this is not 0, such as the electrode, whose straight border is a
	 *          step of the specimen; null = none
	 * @return the steps from top to bottom; cost O(pixels x band)
	 */
	public static List<FrameStep> find(final FloatVolume map, final int z, final int[] labels) {
		final int nx = map.grid().nx();
		final int ny = map.grid().ny();
		final List<FrameStep> found = new ArrayList<>();
		if (nx < 16 || ny < 16) return found;
		final int band = ny >= 48 ? 6 : 3;
		final Bands bands = new Bands(map.plane(z), labels, nx, ny);
		final double[] change = new double[ny];
		final double[] share = new double[ny];
		final boolean[] everywhere = new boolean[ny];
		for (int r = band; r + band <= ny; r++) {
			final double[] d = bands.differences(r, r + band, r - band, r);
			if (d.length < Math.max(16, nx / 4)) continue;
			change[r] = middleMean(d);
			share[r] = share(d, 0, change[r]);
			everywhere[r] = share(d, LEAST_PART * change[r], change[r]) >= 0.8;
		}
		final double usual = usual(change, band, ny);
		for (int r = band; r + band <= ny; r++)
			if (Math.abs(change[r]) >= LEAST_SCORE * usual && everywhere[r] && isPeak(change, r, band)) found.add(
				new FrameStep(onset(bands, r, band, change[r]), change[r], share[r], Math.abs(change[r]) / usual));
		return found;
	}

	/** Means of columns over bands of rows, without the pixels of objects. */
	private record Bands(float[] p, int[] labels, int nx, int ny) {

		/** Mean of rows y0..y1-1 less that of rows z0..z1-1, for each column that has pixels in both. */
		double[] differences(final int y0, final int y1, final int z0, final int z1) {
			final double[] d = new double[nx];
			int n = 0;
			for (int x = 0; x < nx; x++) {
				final double v = mean(x, y0, y1) - mean(x, z0, z1);
				if (!Double.isNaN(v)) d[n++] = v;
			}
			return Arrays.copyOf(d, n);
		}

		private double mean(final int x, final int y0, final int y1) {
			double s = 0;
			int n = 0;
			for (int y = y0; y < y1; y++) {
				if (labels != null && labels[y * nx + x] != 0) continue;
				s += p[y * nx + x];
				n++;
			}
			return s / n;
		}
	}

	private static double middleMean(final double[] d) {
		final double[] s = d.clone();
		Arrays.sort(s);
		final int from = s.length / 4;
		final int to = s.length - from;
		double sum = 0;
		for (int i = from; i < to; i++)
			sum += s[i];
		return sum / (to - from);
	}

	/** Share of the columns that change by more than {@code least}, in the given direction. */
	private static double share(final double[] d, final double least, final double direction) {
		int same = 0;
		for (final double v : d)
			if (v * direction > 0 && Math.abs(v) > Math.abs(least)) same++;
		return same / (double) d.length;
	}

	/** Robust spread of the changes; never 0, so that a constant image has no step. */
	private static double usual(final double[] change, final int band, final int ny) {
		final double[] a = new double[ny - 2 * band + 1];
		for (int r = band; r + band <= ny; r++)
			a[r - band] = Math.abs(change[r]);
		Arrays.sort(a);
		return Math.max(1e-9, 1.4826 * a[a.length / 2]);
	}

	private static boolean isPeak(final double[] change, final int r, final int band) {
		for (int o = Math.max(0, r - band); o <= Math.min(change.length - 1, r + band); o++)
			if (Math.abs(change[o]) > Math.abs(change[r]) || Math.abs(change[o]) == Math.abs(change[r]) && o < r) return false;
		return true;
	}

	/** The first row that has left the old level by a fifth of the step. */
	private static int onset(final Bands bands, final int peak, final int band, final double change) {
		final int first = Math.max(0, peak - 2 * band);
		final int old = Math.min(first + band, peak);
		for (int y = old; y < Math.min(bands.ny, peak + band); y++) {
			final double[] d = bands.differences(y, y + 1, first, Math.max(old, first + 1));
			if (d.length > 0 && middleMean(d) / change > 0.2) return y;
		}
		return peak;
	}
}
