// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.segment;

/**
 * The thresholds that a grey stack allows: a middle one and the two ends of an interval, for three label sets that carry the
 * error of segmentation into every later number.
 * <p>
 * The interval reaches from 40 to 60 % of the contrast between voids and solid, and at least one standard deviation of the
 * noise divided by two to either side. The half-way rule itself is that of {@link HalfContrast}; the tenth of the contrast is an assumed
 * value for how far operators place a threshold from it.
 *
 * @param low threshold of the least void, grey level
 * @param mid best threshold, grey level
 * @param high threshold of the most void, grey level
 */
public record ThresholdRange(double low, double mid, double high) {

	private static final double SHARE = 0.1, NOISE = 0.5;

	/** Checks the order. */
	public ThresholdRange {
		if (!(low < mid && mid < high) || Double.isInfinite(low) || Double.isInfinite(high)) throw new IllegalArgumentException("low=" + low
			+ ", threshold=" + mid + " and high=" + high + " are not in order; give low < threshold < high in grey levels.");
	}

	/**
	 * The interval about the half-way threshold.
	 *
	 * @param h levels of the stack
	 * @return the three thresholds
	 */
	public static ThresholdRange of(final HalfContrast h) {
		final double reach = Math.max(SHARE * (h.solid() - h.voids()), NOISE * h.noise());
		return new ThresholdRange(h.threshold() - reach, h.threshold(), h.threshold() + reach);
	}
}
