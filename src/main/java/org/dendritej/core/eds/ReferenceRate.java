// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

/**
 * Net counts per pixel of wide lithium-magnesium, measured or given.
 *
 * @param perPixel net counts per pixel; NaN = not known
 * @param sd its Poisson standard deviation; 0 when it was given
 * @param usable whether it stands clear of zero (3 standard deviations)
 */
record ReferenceRate(double perPixel, double sd, boolean usable) {

	/** Lower 5 % end. */
	double lowPerPixel() {
		return perPixel - 1.645 * sd;
	}

	static ReferenceRate of(final MagnesiumOptions options, final ObjectFinding region) {
		if (region == null) {
			final double rate = options.reference().countsPerPixel();
			return new ReferenceRate(rate, 0, rate > 0);
		}
		if (!region.tally.hasBackground()) return new ReferenceRate(Double.NaN, Double.NaN, false);
		final double rate = region.ratePerPixel();
		final double sd = region.tally.netSd() / region.tally.pixels();
		return new ReferenceRate(rate, sd, rate > 3 * sd);
	}
}
