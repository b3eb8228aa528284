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

	private static final double LEAST_SHARE = 0.8;
	private static final double LEAST_SCORE = 8;

	/**
	 * Finds all steps: bands of rows above and below each row are compared column by column (interquartile mean of the
	 * differences); a step needs 80 % of the columns in one direction and 8 times the usual change.
	 *
	 * @param map image or counts; at least 16 rows and 16 columns, else nothing is found
	 * @param z slice
	 * @return the steps from top to bottom; cost O(pixels x band)
	 */
	public static List<FrameStep> find(final FloatVolume map, final int z) {
		final int nx = map.grid().nx();
		final int ny = map.grid().ny();
		final List<FrameStep> found = new ArrayList<>();
		if (nx < 16 || ny < 16) return found;
		final int band = ny >= 48 ? 6 : 3;
		final float[] p = map.plane(z);
		final double[] change = new double[ny];
		final double[] share = new double[ny];
		final double[] d = new double[nx];
		for (int r = band; r + band <= ny; r++) {
			for (int x = 0; x < nx; x++)
				d[x] = bandMean(p, nx, x, r, band) - bandMean(p, nx, x, r - band, band);
			change[r] = middleMean(d);
			share[r] = share(d, change[r]);
		}
		final double usual = usual(change, band, ny);
		for (int r = band; r + band <= ny; r++)
			if (Math.abs(change[r]) >= LEAST_SCORE * usual && share[r] >= LEAST_SHARE && isPeak(change, r, band)) {
				final int onset = onset(p, nx, ny, r, band, change[r]);
				found.add(new FrameStep(onset, change[r], share[r], change[r] == 0 ? 0 : Math.abs(change[r]) / usual));
			}
		return found;
	}

	private static double bandMean(final float[] p, final int nx, final int x, final int row, final int band) {
		double s = 0;
		for (int y = row; y < row + band; y++)
			s += p[y * nx + x];
		return s / band;
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

	private static double share(final double[] d, final double direction) {
		int same = 0;
		for (final double v : d)
			if (v * direction > 0) same++;
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
	private static int onset(final float[] p, final int nx, final int ny, final int peak, final int band,
		final double change)
	{
		final int first = Math.max(0, peak - 2 * band);
		final int rows = Math.max(1, Math.min(band, peak - first));
		final double[] d = new double[nx];
		for (int y = first + rows; y < Math.min(ny, peak + band); y++) {
			for (int x = 0; x < nx; x++)
				d[x] = p[y * nx + x] - bandMean(p, nx, x, first, rows);
			if (middleMean(d) / change > 0.2) return y;
		}
		return peak;
	}
}
