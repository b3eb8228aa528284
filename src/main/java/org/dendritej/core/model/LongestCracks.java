// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.dendritej.core.record.Crack;

/**
 * Length of the longest crack and mean width of the long ones: what the published model takes from an image (Melvin et
 * al. 2025).
 * <p>
 * Only objects that count as cracks ({@code is_crack}, aspect 3:1 or more) and whose width the image resolves are
 * considered; if no width is resolved, all cracks are, and {@link #resolved()} is false.
 *
 * @param rule reading of "within 33 % of the longest"
 * @param longest the longest crack
 * @param chosen the long cracks, longest first
 * @param resolved whether the image resolves their widths
 * @param considered cracks among which they were chosen
 */
public record LongestCracks(CrackRule rule, Crack longest, List<Crack> chosen, boolean resolved, int considered) {

	/**
	 * Measures.
	 *
	 * @param cracks all objects of the crack phase
	 * @param rule reading of "within 33 % of the longest"
	 * @return the estimate
	 * @throws IllegalArgumentException if none of them is a crack
	 */
	public static LongestCracks of(final List<Crack> cracks, final CrackRule rule) {
		final List<Crack> real = new ArrayList<>(cracks);
		real.removeIf(c -> !c.isCrack() || !(c.lengthUm() > 0) || !(c.widthMeanNm() > 0));
		if (real.isEmpty()) throw new IllegalArgumentException("None of the " + cracks.size() +
			" objects of the crack phase is a crack (is_crack, aspect at least 3); lower aspect= in Skeletonize Cracks " +
			"or type cracklength= and crackwidth=.");
		final List<Crack> sharp = new ArrayList<>(real);
		sharp.removeIf(c -> !c.widthResolved());
		final List<Crack> use = sharp.isEmpty() ? real : sharp;
		use.sort(Comparator.comparingDouble(Crack::lengthUm).reversed().thenComparingInt(Crack::label));
		return new LongestCracks(rule, use.get(0), List.copyOf(use.subList(0, count(use, rule))), !sharp.isEmpty(), use
			.size());
	}

	private static int count(final List<Crack> sorted, final CrackRule rule) {
		if (rule == CrackRule.LONGESTTHIRD) return (sorted.size() + 2) / 3;
		int n = 0;
		while (n < sorted.size() && sorted.get(n).lengthUm() >= 2.0 / 3 * sorted.get(0).lengthUm())
			n++;
		return n;
	}

	/**
	 * The greatest length as an input.
	 *
	 * @return um, with that crack's own standard deviation
	 */
	public Input length() {
		final double sd = longest.lengthSdUm();
		return new Input(Variable.CRACK_LENGTH, longest.lengthUm(), Double.isNaN(sd) ? 0 : sd, "longest crack: label " +
			longest.label() + " of " + considered + (resolved ? " with resolved width" : ", none with resolved width") +
			(Double.isNaN(sd) ? "; its uncertainty was not measured" : ""));
	}

	/**
	 * The mean width of the long cracks as an input. The measurement errors of the widths are taken as common to all
	 * (they come from the same contrast and the same voxels), so that they do not average out.
	 *
	 * @return nm, with measurement and sampling error
	 */
	public Input width() {
		double sum = 0, variance = 0, squares = 0;
		for (final Crack c : chosen) {
			sum += c.widthMeanNm();
			variance += Double.isNaN(c.widthSdNm()) ? 0 : c.widthSdNm() * c.widthSdNm();
		}
		final int n = chosen.size();
		final double mean = sum / n;
		for (final Crack c : chosen)
			squares += (c.widthMeanNm() - mean) * (c.widthMeanNm() - mean);
		final double sampling = n > 1 ? squares / (n - 1) / n : 0;
		return new Input(Variable.CRACK_WIDTH, mean, Math.sqrt(variance / n + sampling), String.format(Locale.ROOT,
			"mean width of %d long cracks (%s)%s", n, rule.key(), resolved ? "" : "; not resolved by the image"));
	}
}
