// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Quantity;

/**
 * The largest pore to be expected under a whole electrode: an extrapolation from the tail of the imaged radii.
 * <p>
 * The border-corrected radii above a threshold (their upper fifth, at least 20) follow a generalized Pareto law
 * (Pickands 1975, doi:10.1214/aos/1176343003, recalled); pores are taken to lie independently (Poisson), so that the
 * largest of a volume V stays below x with probability exp(-n V P(X &gt; x)). The estimate is the median of this largest
 * radius, its interval holds the randomness of the largest pore itself and that of the fit (both by posterior prediction).
 * Radii that end more abruptly than any law of shape -0.5 (all pores below the threshold and many just below one size) are
 * carried too far, by a few percent.
 * The electrode is taken to lie over a layer as thick as the imaged depth: deeper pores were not seen.
 *
 * @param radius median of the largest radius with its 5 to 95 % prediction interval, um
 * @param thresholdUm radius at which the tail starts, um
 * @param scaleUm scale of the law, um
 * @param shape shape of the law: negative = radii have an upper end
 * @param exceedances uncut pores above the threshold
 * @param volumeRatio volume under the electrode over the imaged volume: how far the numbers are carried
 * @param modelUm quantile-quantile plot: radii by the law, um
 * @param measuredUm quantile-quantile plot: measured radii, um
 * @param flags remarks, always that this is an extrapolation
 */
public record LargestPore(Quantity radius, double thresholdUm, double scaleUm, double shape, int exceedances,
	double volumeRatio, double[] modelUm, double[] measuredUm, List<Flag> flags)
{

	private static final int FEWEST = 20;
	private static final double TAIL = 0.2;
	/** Grid points for shape and for scale; an even number keeps shape 0 off the grid. */
	private static final int GRID = 60;

	/**
	 * Extrapolates.
	 *
	 * @param sizes border-corrected radii
	 * @param sampleVolumeUm3 imaged volume of sample, um3
	 * @param depthUm imaged depth below the electrode, um
	 * @param electrodeAreaMm2 area of the electrode, mm2
	 * @param draws random draws for the interval
	 * @param seed start of the random numbers
	 * @return the estimate; NaN with a flag if fewer than 40 uncut pores were seen
	 * @throws IllegalArgumentException if a length, area or volume is not positive
	 */
	public static LargestPore of(final SizeDistribution sizes, final double sampleVolumeUm3, final double depthUm,
		final double electrodeAreaMm2, final int draws, final long seed)
	{
		positive("electrodearea", electrodeAreaMm2, "mm2");
		positive("the imaged depth", depthUm, "um");
		positive("the imaged volume", sampleVolumeUm3, "um3");
		if (draws < 1) throw new IllegalArgumentException("samples=" + draws + " is less than one draw; give 1000, say.");
		final double ratio = electrodeAreaMm2 * 1e6 * depthUm / sampleVolumeUm3;
		final double[] r = sizes.radiusUm(), w = sizes.weight();
		if (r.length < 2 * FEWEST) return unknown(r.length, ratio);
		final Fit fit = fit(r, w);
		if (fit == null) return unknown(r.length, ratio);
		final double[] q3 = interval(fit, r, w, ratio, draws, seed);
		final Quantity q = Quantity.of("radius_largest_electrode_um", q3[1], q3[0], q3[1], q3[2], "um",
			"extrapolation: median largest pore under " + electrodeAreaMm2 + " mm2, generalized Pareto tail of " + fit.count
				+ " pores, posterior prediction interval");
		return new LargestPore(q, fit.law.threshold(), fit.law.scale(), fit.law.shape(), fit.count, ratio, model(fit, r, w),
			Arrays.copyOfRange(r, r.length - fit.count, r.length), List.of(warning(ratio)));
	}

	/**
	 * Refuses an area for which nothing can be extrapolated.
	 *
	 * @param electrodeAreaMm2 area of the electrode, mm2
	 * @param face side on which it lies
	 * @throws IllegalArgumentException if the area is not positive or no face is named
	 */
	public static void requireArea(final double electrodeAreaMm2, final ElectrodeFace face) {
		positive("electrodearea", electrodeAreaMm2, "mm2");
		if (face == ElectrodeFace.NONE) throw new IllegalArgumentException("electrodearea=" + electrodeAreaMm2
			+ " mm2 needs an electrode face; give face= X-, X+, Y-, Y+, Z- or Z+, or leave electrodearea= out.");
	}

	private record Fit(ParetoTail law, int count, double weight) {}

	/** Radii are in rising order; ties at the threshold stay below it. */
	private static Fit fit(final double[] r, final double[] w) {
		final int tail = Math.max(FEWEST, (int) Math.round(TAIL * r.length));
		final double u = r[r.length - tail - 1];
		int n = 0;
		double sum = 0;
		for (int i = r.length - 1; i >= 0 && r[i] > u; i--) {
			n++;
			sum += w[i];
		}
		return n < FEWEST / 2 ? null : new Fit(ParetoTail.fit(r, w, u), n, sum);
	}

	/** Radius that the largest pore stays below with probability exp(-expected). */
	private static double largest(final Fit fit, final double ratio, final double expected) {
		final double share = expected / (fit.weight * ratio);
		return share < 1 ? fit.law.level(share) : fit.law.threshold();
	}

	/**
	 * Radii that the largest pore stays below with 5, 50 and 95 % probability: its law averaged over all tails that fit the
	 * radii (posterior of scale and shape on a grid, shapes from -0.5 to 0.5 and logarithms of the scale taken as equally
	 * likely beforehand; the number of pores follows its gamma law). Bootstrap fits in its place covered 80 % instead of
	 * 90 %, because no resampled tail reaches beyond the measured one.
	 */
	private static double[] interval(final Fit fit, final double[] r, final double[] w, final double ratio,
		final int draws, final long seed)
	{
		final double[] shape = new double[GRID], scale = new double[GRID];
		for (int i = 0; i < GRID; i++) {
			shape[i] = (i + 0.5) / GRID - 0.5;
			scale[i] = fit.law.scale() * Math.exp(2.4 * ((i + 0.5) / GRID - 0.5));
		}
		final double[] cumulated = posterior(fit, r, w, shape, scale);
		final SplittableRandom random = new SplittableRandom(seed);
		final double[] largest = new double[draws];
		for (int k = 0; k < draws; k++) {
			int cell = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
			if (cell < 0) cell = Math.min(cumulated.length - 1, -1 - cell);
			double number = 0;
			for (int i = 0; i < fit.count; i++)
				number -= Math.log(1 - random.nextDouble());
			final Fit drawn = new Fit(new ParetoTail(fit.law.threshold(), scale[cell % GRID], shape[cell / GRID]), fit.count,
				fit.weight * number / fit.count);
			largest[k] = largest(drawn, ratio, Math.max(1e-300, -Math.log(1 - random.nextDouble())));
		}
		Arrays.sort(largest);
		return new double[] { RatioBootstrap.quantile(largest, draws, 0.05), RatioBootstrap.quantile(largest, draws, 0.5),
			RatioBootstrap.quantile(largest, draws, 0.95) };
	}

	/** Running sums of the posterior over the grid. Unequal weights count as (sum w)^2 / sum w^2 equal ones. */
	private static double[] posterior(final Fit fit, final double[] r, final double[] w, final double[] shape,
		final double[] scale)
	{
		double w2 = 0;
		for (int i = r.length - fit.count; i < r.length; i++)
			w2 += w[i] * w[i];
		final double share = fit.weight / w2;
		final double[] p = new double[GRID * GRID];
		double top = Double.NEGATIVE_INFINITY;
		for (int c = 0; c < p.length; c++) {
			final double xi = shape[c / GRID], s = scale[c % GRID];
			double sum = 0;
			for (int i = r.length - fit.count; i < r.length; i++) {
				final double t = 1 + xi * (r[i] - fit.law.threshold()) / s;
				sum += t <= 0 ? Double.NEGATIVE_INFINITY : -w[i] * (Math.log(s) + (1 + 1 / xi) * Math.log(t));
			}
			p[c] = share * sum;
			top = Math.max(top, p[c]);
		}
		double sum = 0;
		for (int c = 0; c < p.length; c++)
			p[c] = sum += Math.exp(p[c] - top);
		return p;
	}

	private static double[] model(final Fit fit, final double[] r, final double[] w) {
		final double[] m = new double[fit.count];
		double below = 0;
		for (int i = 0; i < m.length; i++) {
			final double own = w[r.length - m.length + i];
			m[i] = fit.law.quantile((below + own / 2) / fit.weight);
			below += own;
		}
		return m;
	}

	private static LargestPore unknown(final int pores, final double ratio) {
		final Quantity q = Quantity.of("radius_largest_electrode_um", Double.NaN, "um", "not estimated");
		return new LargestPore(q, Double.NaN, Double.NaN, Double.NaN, 0, ratio, new double[0], new double[0], List.of(
			warning(ratio), Flag.warn("few_extremes", "Only " + pores + " uncut pores of different size were found (limit " + 2
				* FEWEST + "): the tail of their sizes cannot be fitted; image a larger volume.")));
	}

	private static Flag warning(final double ratio) {
		return Flag.note("extrapolation", String.format(Locale.ROOT,
			"The largest pore under the electrode is extrapolated to %.3g times the imaged volume.", ratio));
	}

	private static void positive(final String name, final double v, final String unit) {
		if (!(v > 0) || Double.isInfinite(v)) throw new IllegalArgumentException(name + "=" + v + " " + unit
			+ " is not possible; give a positive, finite value.");
	}
}
