// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.Arrays;
import java.util.function.DoublePredicate;

/**
 * Fits a tip to grey deficits along a line that runs out of a crack: place of the tip, distance over which it closes, full size.
 * <p>
 * Least squares over a net of places and rises ({@link TipShape}); full size, and for blunt ends an even change of it along the
 * line, follow linearly. The interval holds all places whose sum of squares is not much larger than the least. All lengths
 * are in standard deviations of the blur along the line. Derived.
 */
final class TipFit {

	/** Step of the net of places. */
	private static final double NET = 0.05;
	/** Rises up to this are blunt ends, whose full size may change along the line. */
	private static final double BLUNT = 3;
	private static final int UNKNOWNS = 4;

	private final TipShape shape;
	private final double[] x;
	private final double[] size;
	private double least = Double.POSITIVE_INFINITY;
	private double full;
	/** Place of the tip, its interval of one standard deviation, distance of closing, and scatter over full size; NaN = none. */
	double place = Double.NaN, low = Double.NaN, high = Double.NaN, rise = Double.NaN, misfit = Double.NaN;

	/**
	 * Fits.
	 *
	 * @param shape the shapes
	 * @param x places along the line, rising outward
	 * @param size deficits there; NaN = not measured
	 * @param allowed distances of closing that may be
	 * @param perValue samples that make one independent value
	 */
	TipFit(final TipShape shape, final double[] x, final double[] size, final DoublePredicate allowed, final double perValue)
	{
		this.shape = shape;
		this.x = x;
		this.size = size;
		final double[] best = new double[(int) Math.round((x[x.length - 1] - x[0]) / NET) + 1];
		Arrays.fill(best, Double.POSITIVE_INFINITY);
		for (int k = 0; k < TipShape.RISES.length; k++)
			if (allowed.test(TipShape.RISES[k])) for (int i = 0; i < best.length; i++)
				best[i] = Math.min(best[i], tried(k, x[0] + i * NET));
		if (Double.isNaN(place)) return;
		final long n = Arrays.stream(size).filter(s -> !Double.isNaN(s)).count();
		misfit = Math.sqrt(least / n) / full;
		low = high = place;
		final double most = least * (1 + perValue / Math.max(1, n - UNKNOWNS));
		for (int i = 0; i < best.length; i++)
			if (best[i] <= most) {
				low = Math.min(low, x[0] + i * NET);
				high = Math.max(high, x[0] + i * NET);
			}
	}

	/** Sum of squares of one place and rise; the best so far is kept. */
	private double tried(final int k, final double at) {
		double aa = 0, ab = 0, bb = 0, ay = 0, by = 0, yy = 0;
		for (int i = 0; i < x.length; i++) {
			final double y = size[i];
			if (Double.isNaN(y)) continue;
			final double a = shape.at(k, at - x[i]), b = a * (at - x[i]);
			aa += a * a;
			ab += a * b;
			bb += b * b;
			ay += a * y;
			by += b * y;
			yy += y * y;
		}
		final double det = aa * bb - ab * ab;
		final boolean sloped = TipShape.RISES[k] <= BLUNT && det > 1e-9 * aa * bb;
		final double p = sloped ? (ay * bb - by * ab) / det : ay / aa, q = sloped ? (by * aa - ay * ab) / det : 0;
		if (!(p > 0)) return Double.POSITIVE_INFINITY;
		final double squares = Math.max(0, yy - p * ay - q * by);
		if (squares < least) {
			least = squares;
			place = at;
			rise = TipShape.RISES[k];
			full = p;
		}
		return squares;
	}
}
