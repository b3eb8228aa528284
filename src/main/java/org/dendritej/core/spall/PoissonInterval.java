// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Exact interval of a Poisson mean (Garwood, Biometrika 1936, doi:10.1093/biomet/28.3-4.437), and its extension to
 * weighted counts (Fay and Feuer, Stat. Med. 1997, doi:10.1002/(SICI)1097-0258(19970415)16:7&lt;791::AID-SIM500&gt;3.0.CO;2-#),
 * which is Garwood's when all weights are 1.
 *
 * @param mean the estimate
 * @param low lower end
 * @param high upper end
 */
public record PoissonInterval(double mean, double low, double high) {

	/**
	 * Interval of a plain count.
	 *
	 * @param count events counted
	 * @param confidence such as 0.95, split evenly between both tails
	 * @return the interval
	 */
	public static PoissonInterval of(final long count, final double confidence) {
		return of(count, count, 1, confidence);
	}

	/**
	 * Interval of a sum of weights.
	 *
	 * @param sum sum of the weights
	 * @param squares sum of their squares
	 * @param largest largest weight that an event could have; 1 for plain counts
	 * @param confidence such as 0.95
	 * @return the interval
	 * @throws IllegalArgumentException for a negative sum or a confidence outside 0 to 1
	 */
	public static PoissonInterval of(final double sum, final double squares, final double largest,
		final double confidence)
	{
		if (!(sum >= 0 && squares >= 0 && largest > 0)) throw new IllegalArgumentException("A count of " + sum
			+ " with a largest weight of " + largest + " is impossible; give 0 or more events of weight above 0.");
		if (!(confidence > 0 && confidence < 1)) throw new IllegalArgumentException("confidence=" + confidence
			+ " is not a probability; give a number between 0 and 1, such as 0.95.");
		final double tail = (1 - confidence) / 2;
		final double low = sum == 0 ? 0 : squares / (2 * sum) * quantile(2 * sum * sum / squares, tail);
		final double s = sum + largest, v = squares + largest * largest;
		return new PoissonInterval(sum, low, v / (2 * s) * quantile(2 * s * s / v, 1 - tail));
	}

	private static double quantile(final double freedom, final double p) {
		return new ChiSquaredDistribution(null, freedom).inverseCumulativeProbability(p);
	}

	/**
	 * The interval over an area or a time.
	 *
	 * @param by what to divide by, above 0
	 * @return divided copy
	 */
	public PoissonInterval over(final double by) {
		return new PoissonInterval(mean / by, low / by, high / by);
	}
}
