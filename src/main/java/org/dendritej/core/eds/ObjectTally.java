// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

/**
 * The raw numbers of one object, before any test.
 *
 * @param label its label
 * @param pixels map pixels inside
 * @param counts counts inside
 * @param backgroundCounts counts in the background region; 0 when the background is known
 * @param scale expected counts inside for one background count; 0 when the background is known, NaN without background
 * @param expected counts expected inside without magnesium; NaN without background
 * @param dispersion variance over mean of the background pixels where that is clearly above 1, else 1
 * @param widthUm its width, um
 * @param widthMeasured whether the width was given (else: largest inscribed circle)
 * @param cutByBorder whether the object touches the map's border
 */
record ObjectTally(int label, long pixels, long counts, long backgroundCounts, double scale, double expected,
	double dispersion, double widthUm, boolean widthMeasured, boolean cutByBorder)
{

	/** Whether there was any background to compare with. */
	boolean hasBackground() {
		return !Double.isNaN(expected);
	}

	/** Probability of so many counts without magnesium; NaN without background. */
	double pUpper(final double addedBackground) {
		if (!hasBackground()) return Double.NaN;
		if (scale == 0) return PoissonTest.upperKnown(counts, expected + addedBackground);
		final long nb = (long) Math.ceil(backgroundCounts / dispersion);
		final double more = expected > 0 ? (expected + addedBackground) / expected : 1;
		return PoissonTest.upper((long) (counts / dispersion), nb, scale * more);
	}

	/** Probability of so few counts if the background were right; NaN without background. */
	double pLower() {
		if (!hasBackground()) return Double.NaN;
		if (scale == 0) return 1 - PoissonTest.upperKnown(counts + 1, expected);
		return PoissonTest.lower((long) Math.ceil(counts / dispersion), (long) (backgroundCounts / dispersion), scale);
	}

	/** Power curve at a level; means are those of the raw counts. */
	DetectionPower power(final double level) {
		return scale == 0 ? DetectionPower.known(expected, level)
			: DetectionPower.measured(backgroundCounts / dispersion, scale, level);
	}

	/** Counts inside - background. */
	double net() {
		return counts - expected;
	}

	/** Poisson standard deviation of the net counts, widened by the dispersion. */
	double netSd() {
		return Math.sqrt(dispersion * (counts + scale * expected));
	}
}
