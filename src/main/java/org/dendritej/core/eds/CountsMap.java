// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.record.Flag;

/**
 * Tells maps of raw counts from maps that only look like them: Poisson statistics hold for raw counts alone.
 */
public final class CountsMap {

	private CountsMap() {}

	/** What the numbers of a map are. */
	public enum Kind {
		/** Whole numbers, 0 or more. */
		COUNTS,
		/** All zero. */
		ZERO,
		/** Some are negative: a background was subtracted. */
		NEGATIVE,
		/** Some are fractions: the map was scaled, smoothed, resampled or quantified. */
		FRACTIONAL,
		/** Some are NaN or infinite. */
		NOT_FINITE
	}

	/**
	 * Looks at every pixel of one slice.
	 *
	 * @param map the map
	 * @param z slice
	 * @return the kind; NOT_FINITE before NEGATIVE before FRACTIONAL before ZERO
	 */
	public static Kind kind(final FloatVolume map, final int z) {
		boolean negative = false;
		boolean fraction = false;
		boolean any = false;
		for (final float v : map.plane(z)) {
			if (!Float.isFinite(v)) return Kind.NOT_FINITE;
			negative |= v < 0;
			fraction |= v != Math.rint(v);
			any |= v != 0;
		}
		return negative ? Kind.NEGATIVE : fraction ? Kind.FRACTIONAL : any ? Kind.COUNTS : Kind.ZERO;
	}

	/**
	 * Refuses everything but raw counts.
	 *
	 * @param name the map's name in messages
	 * @param map the map
	 * @param z slice
	 * @throws IllegalArgumentException with the first offending pixel and the reason
	 */
	public static void requireCounts(final String name, final FloatVolume map, final int z) {
		final Kind kind = kind(map, z);
		final String where = kind == Kind.ZERO || kind == Kind.COUNTS ? "" : first(map, z, kind);
		switch (kind) {
			case NEGATIVE -> throw new IllegalArgumentException("The map " + name + " holds negative values (" + where
				+ "): a background was already subtracted, so its Poisson error is lost; give the raw counts of the window.");
			case FRACTIONAL -> throw new IllegalArgumentException("The map " + name + " holds fractions (" + where
				+ "): it was scaled, smoothed, resampled or quantified, so its Poisson error is lost; give raw counts.");
			case NOT_FINITE -> throw new IllegalArgumentException("The map " + name + " holds values that are not numbers ("
				+ where + "); give a complete map of raw counts or crop it.");
			case ZERO -> throw new IllegalArgumentException("The map " + name
				+ " is zero in every pixel; nothing can be tested: check that the right channel was exported.");
			default -> { }
		}
	}

	private static String first(final FloatVolume map, final int z, final Kind kind) {
		final float[] p = map.plane(z);
		for (int i = 0; i < p.length; i++) {
			final boolean hit = kind == Kind.NEGATIVE ? p[i] < 0 : kind == Kind.FRACTIONAL ? p[i] != Math.rint(p[i])
				: !Float.isFinite(p[i]);
			if (hit) return p[i] + " at x=" + i % map.grid().nx() + ", y=" + i / map.grid().nx();
		}
		return "";
	}

	/**
	 * Remarks on whole-number maps that are not Poisson all the same: the squared difference of neighbours along a row
	 * must average at least the sum of their means; a smoothed map has less. All values divisible by a number above 1
	 * mean a scaled map.
	 *
	 * @param name the map's name in messages
	 * @param map a map of whole numbers
	 * @param z slice
	 * @return {@code counts_smoothed} and {@code counts_scaled} warnings, or nothing
	 */
	public static List<Flag> remarks(final String name, final FloatVolume map, final int z) {
		final List<Flag> flags = new ArrayList<>();
		final double ratio = dispersion(map, z);
		if (ratio < 0.8) flags.add(Flag.warn("counts_smoothed", String.format(java.util.Locale.ROOT,
			"Neighbouring pixels of %s differ by only %.2f of what Poisson counts must differ by: the map was smoothed or"
				+ " interpolated, so errors and p values are too small.", name, ratio)));
		long divisor = 0;
		for (final float v : map.plane(z))
			if (v != 0 && divisor != 1) divisor = gcd(divisor, (long) v);
		if (divisor > 1) flags.add(Flag.warn("counts_scaled", "All values of " + name + " are multiples of " + divisor
			+ ": the map was scaled, so errors and p values are wrong; give raw counts."));
		return flags;
	}

	/**
	 * Squared difference of horizontal neighbours over the sum of their values: 1 for Poisson counts of a smooth mean,
	 * more where the specimen varies, less after smoothing.
	 *
	 * @param map the map
	 * @param z slice
	 * @return the ratio; NaN for an empty map
	 */
	public static double dispersion(final FloatVolume map, final int z) {
		final float[] p = map.plane(z);
		final int nx = map.grid().nx();
		double squares = 0;
		double sums = 0;
		for (int i = 1; i < p.length; i++) {
			if (i % nx == 0) continue;
			final double d = (double) p[i] - p[i - 1];
			squares += d * d;
			sums += (double) p[i] + p[i - 1];
		}
		return sums > 0 ? squares / sums : Double.NaN;
	}

	private static long gcd(final long a, final long b) {
		return b == 0 ? a : gcd(b, a % b);
	}
}
