// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.special.Erf;

/**
 * Had the magnesium time to arrive? Diffusion from the electrode along a path of lithium, and what it means that none
 * was found at its end.
 */
public final class MagnesiumDiffusion {

	private MagnesiumDiffusion() {}

	/**
	 * Diffusion length.
	 *
	 * @param diffusivity D, m2/s
	 * @param seconds t, s
	 * @return sqrt(D t), um
	 */
	public static double lengthUm(final double diffusivity, final double seconds) {
		return 1e6 * Math.sqrt(diffusivity * seconds);
	}

	/**
	 * Content at the end of an even path into a half space: erfc(x / (2 sqrt(D t))).
	 *
	 * @param pathUm x, um
	 * @param diffusivity D, m2/s
	 * @param seconds t, s
	 * @return content over that of the electrode, 0 to 1
	 */
	public static double alongPath(final double pathUm, final double diffusivity, final double seconds) {
		final double length = lengthUm(diffusivity, seconds);
		return length == 0 ? (pathUm > 0 ? 0 : 1) : Erf.erfc(pathUm / (2 * length));
	}

	/**
	 * Filling of a volume through a neck: 1 - exp(-D A t / (l V)).
	 *
	 * @param neckWidthUm diameter of the round neck, um
	 * @param neckLengthUm l, um
	 * @param volumeUm3 V, um3
	 * @param diffusivity D, m2/s
	 * @param seconds t, s
	 * @return content over that before the neck, 0 to 1
	 */
	public static double throughNeck(final double neckWidthUm, final double neckLengthUm, final double volumeUm3,
		final double diffusivity, final double seconds)
	{
		final double area = Math.PI / 4 * neckWidthUm * neckWidthUm;
		return -Math.expm1(-diffusivity * 1e12 * area * seconds / (neckLengthUm * volumeUm3));
	}

	/**
	 * An open path from the electrode to an object.
	 *
	 * @param pathUm its length, um
	 * @param neckWidthUm narrowest width, um; NaN = no neck
	 * @param neckLengthUm length of the narrowest part, um
	 * @param volumeUm3 volume behind it, um3
	 */
	public record Path(double pathUm, double neckWidthUm, double neckLengthUm, double volumeUm3) {

		/**
		 * Content at its end; neck and path are taken one after the other, which is a lower estimate.
		 *
		 * @param diffusivity D, m2/s
		 * @param seconds t, s
		 * @return content over that of the electrode
		 */
		public double content(final double diffusivity, final double seconds) {
			final double even = alongPath(pathUm, diffusivity, seconds);
			return Double.isNaN(neckWidthUm) ? even
				: even * throughNeck(neckWidthUm, neckLengthUm, volumeUm3, diffusivity, seconds);
		}
	}

	/**
	 * Draws of D, log-uniform between the two ends of the measurement's range, in rising order.
	 *
	 * @param m range of D, number of draws and seed
	 * @return D, m2/s
	 */
	public static double[] draws(final Measurement m) {
		final Well19937c random = new Well19937c(m.seed());
		final double low = Math.log(m.diffusivityLow());
		final double span = Math.log(m.diffusivityHigh()) - low;
		final double[] d = new double[m.draws()];
		for (int i = 0; i < d.length; i++)
			d[i] = Math.exp(low + span * random.nextDouble());
		java.util.Arrays.sort(d);
		return d;
	}

	/**
	 * Probability that the content at the end of an open path stays below what can be seen. Content rises with D, so the
	 * draws that miss it come first and are found by halving.
	 *
	 * @param path the open path
	 * @param draws of D, m2/s, in rising order
	 * @param seconds t, s
	 * @param visible smallest content that would be seen, over that of the electrode
	 * @return share of the draws, 0 to 1
	 */
	public static double missed(final Path path, final double[] draws, final double seconds, final double visible) {
		int low = 0;
		int high = draws.length;
		while (low < high) {
			final int mid = (low + high) >>> 1;
			if (path.content(draws[mid], seconds) < visible) low = mid + 1;
			else high = mid;
		}
		return low / (double) draws.length;
	}

	/**
	 * Bayes: probability of isolation after no magnesium was found.
	 *
	 * @param prior probability of isolation before
	 * @param missed probability that nothing is found although a path is open
	 * @return prior / (prior + (1 - prior) missed)
	 */
	public static double isolatedGivenNone(final double prior, final double missed) {
		return prior / (prior + (1 - prior) * missed);
	}
}
