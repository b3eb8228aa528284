// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

/**
 * What lithium-magnesium looks like in this map: the region or the number that counts are compared with.
 *
 * @param label label of the reference region (the electrode) in the label image; 0 = none
 * @param countsPerPixel net counts per pixel of wide lithium-magnesium when there is no region; NaN = not known
 * @param atPct magnesium content of the reference, at%
 * @param wantedAtPct content an object must hold to be worth the name lithium-magnesium, at%
 */
public record Reference(int label, double countsPerPixel, double atPct, double wantedAtPct) {

	/** No reference: magnesium can be claimed but never excluded. */
	public static final Reference NONE = new Reference(0, Double.NaN, 10, 10);

	/** Checks the contents. */
	public Reference {
		if (label < 0) throw new IllegalArgumentException("A reference label of " + label
			+ " is not possible; give the electrode's label in the label image, or 0 for none.");
		if (countsPerPixel <= 0 || Double.isInfinite(countsPerPixel)) throw new IllegalArgumentException(
			"A reference of " + countsPerPixel + " net counts per pixel shows no magnesium; give a positive number.");
		checkAtPct("atpct", atPct);
		checkAtPct("wanted atpct", wantedAtPct);
	}

	private static void checkAtPct(final String name, final double atPct) {
		if (!(atPct > 0 && atPct <= 100)) throw new IllegalArgumentException("The reference " + name + "=" + atPct
			+ " is not a magnesium content; give a value above 0 and up to 100 at%, such as 10.");
	}

	/**
	 * A region of the label image with 10 at% magnesium, the tracer electrode of Siniscalchi et al.
	 * (doi:10.1039/d3ee03916a).
	 *
	 * @param label its label
	 * @return the reference
	 */
	public static Reference electrode(final int label) {
		return new Reference(label, Double.NaN, 10, 10);
	}

	/**
	 * Known net counts per pixel of 10 at% magnesium.
	 *
	 * @param countsPerPixel net counts per pixel
	 * @return the reference
	 */
	public static Reference rate(final double countsPerPixel) {
		return new Reference(0, countsPerPixel, 10, 10);
	}

	/**
	 * What a user typed.
	 *
	 * @param electrode label of the electrode region; 0 = none
	 * @param rate net counts per pixel of wide lithium-magnesium; 0 = not known
	 * @param atPct magnesium content of either, at%
	 * @param wantedAtPct content an object must hold, at%; 0 = that of the reference
	 * @return the reference
	 * @throws IllegalArgumentException if both a region and a number are given, or a number is impossible
	 */
	public static Reference typed(final int electrode, final double rate, final double atPct, final double wantedAtPct) {
		if (electrode != 0 && rate != 0) throw new IllegalArgumentException("electrode=" + electrode + " and rate=" + rate
			+ " both say what lithium-magnesium looks like; give one of them and leave the other 0.");
		return new Reference(electrode, rate == 0 ? Double.NaN : rate, atPct, wantedAtPct == 0 ? atPct : wantedAtPct);
	}

	/**
	 * Another smallest content.
	 *
	 * @param contentAtPct at%
	 * @return a copy
	 */
	public Reference wanting(final double contentAtPct) {
		return new Reference(label, countsPerPixel, atPct, contentAtPct);
	}
}
