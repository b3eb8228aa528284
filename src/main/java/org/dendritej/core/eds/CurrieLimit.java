// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

/**
 * The limits of Currie (Anal. Chem. 40, 586 (1968), doi:10.1021/ac60259a007) for the net counts of one object: normal
 * approximation, one object, one level; the verdict itself rests on the exact test.
 *
 * @param critical net counts above which magnesium is claimed
 * @param detection true net counts that are claimed with the wanted power
 */
public record CurrieLimit(double critical, double detection) {

	/**
	 * Limits against a measured background.
	 *
	 * @param background expected counts in the object without magnesium, B
	 * @param scale object over background exposure (pixels); 1 is Currie's paired case, 0 a known background
	 * @param alpha rate of false claims
	 * @param power probability of a claim at the detection limit
	 * @return critical = z_a sqrt(B (1 + scale)); detection from critical + z_b sqrt(detection + B (1 + scale))
	 */
	public static CurrieLimit of(final double background, final double scale, final double alpha, final double power) {
		final double variance = background * (1 + scale);
		final double zb = PoissonTest.normalQuantile(power);
		final double critical = PoissonTest.normalQuantile(1 - alpha) * Math.sqrt(variance);
		return new CurrieLimit(critical, critical + zb * zb / 2 + zb * Math.sqrt(zb * zb / 4 + critical + variance));
	}
}
