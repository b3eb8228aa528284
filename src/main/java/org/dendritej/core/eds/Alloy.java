// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

/**
 * Content of magnesium in a lithium-magnesium alloy, and how it follows from a ratio of net counts.
 * <p>
 * Counts are compared with a region of known content in the same map, to first approximation proportional to the mass
 * fraction (Castaing 1951; no correction for absorption or backscattering). Lithium has no line here, so nothing is ever
 * normalised to 100 %.
 */
public final class Alloy {

	/** Atomic mass of lithium, g/mol. */
	public static final double LITHIUM_G_PER_MOL = 6.94;
	/** Atomic mass of magnesium, g/mol. */
	public static final double MAGNESIUM_G_PER_MOL = 24.305;

	private Alloy() {}

	/**
	 * Atomic to weight percent.
	 *
	 * @param atPct magnesium, at%
	 * @return magnesium, wt%
	 */
	public static double weightPercent(final double atPct) {
		final double x = atPct / 100;
		return 100 * x * MAGNESIUM_G_PER_MOL / (x * MAGNESIUM_G_PER_MOL + (1 - x) * LITHIUM_G_PER_MOL);
	}

	/**
	 * Weight to atomic percent.
	 *
	 * @param wtPct magnesium, wt%
	 * @return magnesium, at%
	 */
	public static double atomicPercent(final double wtPct) {
		final double w = wtPct / 100;
		return 100 * (w / MAGNESIUM_G_PER_MOL) / (w / MAGNESIUM_G_PER_MOL + (1 - w) / LITHIUM_G_PER_MOL);
	}

	/**
	 * Content from a ratio of net counts per pixel.
	 *
	 * @param ratio net counts per pixel over those of the reference; may be negative through noise
	 * @param referenceAtPct content of the reference, at%
	 * @return at%; NaN when the ratio means more than pure magnesium, that is, when the reference is not one
	 */
	public static double atomicPercentFromRatio(final double ratio, final double referenceAtPct) {
		final double wt = ratio * weightPercent(referenceAtPct);
		return wt <= 100 ? atomicPercent(wt) : Double.NaN;
	}

	/**
	 * Ratio of net counts that a content gives.
	 *
	 * @param atPct content, at%
	 * @param referenceAtPct content of the reference, at%
	 * @return net counts per pixel over those of the reference
	 */
	public static double ratioFromAtomicPercent(final double atPct, final double referenceAtPct) {
		return weightPercent(atPct) / weightPercent(referenceAtPct);
	}
}
