// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.segment;

import java.util.Arrays;

/**
 * How a grey stack becomes classes.
 *
 * @param method half, hysteresis, multi or local
 * @param threshold grey level below which a voxel is void; 0: found (half, hysteresis)
 * @param low lower end of the interval of thresholds; 0: 40 % of the contrast
 * @param high upper end; 0: 60 % of the contrast
 * @param order class codes from dark to bright (multi): 1 void, 3 lithium, 0 solid, 4 outside
 * @param radius reach of the square of a local threshold, pixels
 * @param weight weight of the local scatter
 * @param poreback share of the contrast at which a void ends in the direction of milling; 0: not used
 * @param towardsHigherZ whether later slices were milled later
 * @param cap grey above which material at the sides is outside; 0: none
 * @param trench grey below which large dark parts at the sides are outside; 0: none
 * @param aspect least length:width of a crack
 */
public record SegmentOptions(String method, double threshold, double low, double high, int[] order, int radius, double weight, double poreback,
	boolean towardsHigherZ, double cap, double trench, double aspect)
{

	/** Checks the choice of the method and the order of classes. */
	public SegmentOptions {
		if (!Arrays.asList("half", "hysteresis", "multi", "local").contains(method)) throw new IllegalArgumentException("method=" + method
			+ " is not known; use half, hysteresis, multi, local or probability.");
		order = order.clone();
	}

	/**
	 * Reads the order of classes.
	 *
	 * @param text codes from dark to bright, with commas
	 * @return the codes
	 * @throws IllegalArgumentException if a code is no class, occurs twice, or 0 and 1 are missing
	 */
	public static int[] order(final String text) {
		final String refused = "order=" + text + " is no order of classes; give codes from dark to bright, each once, with 1 (void) and 0 (solid), of 0 solid, 1 void, 3 lithium, 4 outside, such as 1,3,0,4.";
		final String[] parts = text.split(",", -1);
		final int[] codes = new int[parts.length];
		final boolean[] seen = new boolean[5];
		for (int i = 0; i < codes.length; i++) {
			try {
				codes[i] = Integer.parseInt(parts[i].strip());
			}
			catch (final NumberFormatException e) {
				throw new IllegalArgumentException(refused, e);
			}
			if (codes[i] < 0 || codes[i] > 4 || codes[i] == 2 || seen[codes[i]]) throw new IllegalArgumentException(refused);
			seen[codes[i]] = true;
		}
		if (!seen[0] || !seen[1] || codes[0] != 1) throw new IllegalArgumentException(refused);
		return codes;
	}
}
