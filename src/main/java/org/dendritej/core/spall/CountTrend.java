// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.function.DoubleUnaryOperator;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * How the number of spallations per area changes with pellet density, current density or any other number over several
 * samples: Poisson regression ln(mean_i) = ln(area_i) + a + b x_i.
 * <p>
 * Given b the best a has a closed form, so the likelihood has one variable and is concave; the interval of b is that of
 * the profile likelihood ratio. If all rims are in the samples with the largest (or smallest) x, the best b is infinite
 * and so is that end of the interval: it is said, not hidden. Derived; the model is McCullagh and Nelder, Generalized
 * Linear Models, chapter 6.
 *
 * @param slope change of ln(density) per unit of x
 * @param low lower end of its interval; may be minus infinity
 * @param high upper end; may be infinity
 * @param p probability of a slope at least as clear if x had no influence
 * @param perMm2AtMean fitted number per mm2 at the mean of x
 * @param meanX mean of x over the samples
 * @param dispersion Pearson chi-square over its degrees of freedom; well above 1: the samples differ by more than chance,
 *          and the interval is too narrow
 */
public record CountTrend(double slope, double low, double high, double p, double perMm2AtMean, double meanX,
	double dispersion)
{

	private static final int HALVINGS = 200;

	/**
	 * Fits the trend.
	 *
	 * @param x density, current or other value of each sample
	 * @param count rims counted in each sample; weighted counts may be broken
	 * @param areaMm2 area looked at in each sample, mm2
	 * @param confidence of the interval, such as 0.95
	 * @return the trend
	 * @throws IllegalArgumentException for fewer than 2 different x, no rim at all, or an area that is not positive
	 */
	public static CountTrend of(final double[] x, final double[] count, final double[] areaMm2, final double confidence) {
		check(x, count, areaMm2);
		final Profile l = new Profile(x, count, areaMm2);
		final double drop = new ChiSquaredDistribution(null, 1).inverseCumulativeProbability(confidence) / 2;
		final double b = l.best();
		final double start = Double.isInfinite(b) ? Math.signum(b) * l.far : b, best = l.at(start);
		final double low = b == Double.NEGATIVE_INFINITY || l.at(-l.far) > best - drop ? Double.NEGATIVE_INFINITY : root(
			-l.far, start, t -> best - drop - l.at(t));
		final double high = b == Double.POSITIVE_INFINITY || l.at(l.far) > best - drop ? Double.POSITIVE_INFINITY : root(start,
			l.far, t -> l.at(t) - best + drop);
		final double p = 1 - new ChiSquaredDistribution(null, 1).cumulativeProbability(2 * Math.max(0, best - l.at(0)));
		double exposure = 0;
		for (int i = 0; i < x.length; i++)
			exposure += areaMm2[i] * Math.exp(b * (x[i] - l.mean));
		final double a = Double.isInfinite(b) ? Double.NaN : l.n / exposure;
		return new CountTrend(b, low, high, p, a, l.mean, dispersion(x, count, areaMm2, b, a, l.mean));
	}

	/** The log likelihood as a function of the slope alone, up to a constant: b sum(n x) - N ln sum(area e^(b x)). */
	private static final class Profile {

		private final double[] x;
		private final double[] area;
		final double n, mean, far;
		private final double moment;
		private final double lo;
		private final double hi;

		Profile(final double[] x, final double[] count, final double[] area) {
			this.x = x;
			this.area = area;
			double c = 0, m = 0, s = 0, least = x[0], most = x[0];
			for (int i = 0; i < x.length; i++) {
				c += count[i];
				m += x[i] / x.length;
				least = Math.min(least, x[i]);
				most = Math.max(most, x[i]);
			}
			for (int i = 0; i < x.length; i++)
				s += count[i] * (x[i] - m);
			n = c;
			mean = m;
			moment = s;
			lo = least - m;
			hi = most - m;
			// slopes beyond this change the density by a factor of e^700 over the samples
			far = 700 / (hi - lo);
		}

		/** The slope at which the weighted mean of x is that of the rims. */
		double best() {
			final double target = moment / n, hair = 1e-12 * (hi - lo);
			if (target >= hi - hair) return Double.POSITIVE_INFINITY;
			if (target <= lo + hair) return Double.NEGATIVE_INFINITY;
			return root(-far, far, b -> target - sums(b)[1]);
		}

		double at(final double b) {
			return b * moment - n * sums(b)[0];
		}

		/** ln sum(area e^(b x)) and the mean of x under those weights, x from its mean. */
		private double[] sums(final double b) {
			final double top = Math.max(b * lo, b * hi);
			double w = 0, m = 0;
			for (int i = 0; i < x.length; i++) {
				final double e = area[i] * Math.exp(b * (x[i] - mean) - top);
				w += e;
				m += e * (x[i] - mean);
			}
			return new double[] { Math.log(w) + top, m / w };
		}
	}

	private static void check(final double[] x, final double[] count, final double[] areaMm2) {
		if (x.length != count.length || x.length != areaMm2.length) throw new IllegalArgumentException("The trend was given "
			+ x.length + " values, " + count.length + " counts and " + areaMm2.length
			+ " areas; give one of each for every sample.");
		boolean differ = false;
		double n = 0;
		for (int i = 0; i < x.length; i++) {
			if (!(areaMm2[i] > 0 && count[i] >= 0) || !Double.isFinite(x[i])) throw new IllegalArgumentException("Sample " + (i
				+ 1) + " has value " + x[i] + ", count " + count[i] + " and area " + areaMm2[i]
				+ " mm2; the value must be a number, the count 0 or more and the area above 0.");
			differ |= x[i] != x[0];
			n += count[i];
		}
		if (!differ) throw new IllegalArgumentException("The " + x.length
			+ " samples all have the same value, so no trend can be seen; give at least 2 samples that differ.");
		if (n == 0) throw new IllegalArgumentException("None of the " + x.length
			+ " samples has a spallation, so no trend can be seen; report the upper limit of the density instead.");
	}

	/** Root of a falling function by halving. */
	private static double root(final double from, final double to, final DoubleUnaryOperator falling) {
		double a = from, b = to;
		for (int k = 0; k < HALVINGS && b - a > 1e-13 * Math.max(1e-12, Math.abs(a) + Math.abs(b)); k++) {
			final double m = (a + b) / 2;
			if (falling.applyAsDouble(m) > 0) a = m;
			else b = m;
		}
		return (a + b) / 2;
	}

	private static double dispersion(final double[] x, final double[] count, final double[] area, final double b,
		final double a, final double mean)
	{
		if (x.length < 3 || Double.isInfinite(b)) return Double.NaN;
		double chi = 0;
		for (int i = 0; i < x.length; i++) {
			final double mu = a * area[i] * Math.exp(b * (x[i] - mean));
			chi += (count[i] - mu) * (count[i] - mu) / mu;
		}
		return chi / (x.length - 2);
	}
}
