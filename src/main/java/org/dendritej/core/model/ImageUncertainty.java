// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * Random draws of image mode: the fracture current of the weakest pore under measurement errors, the range of the
 * strength, and finite sampling (bootstrap of blocks of neighbouring pores).
 * <p>
 * {@code ln j} is linear in the logarithms of width, length, strength and prefactor, so that a draw costs three random
 * numbers for each pore that may be the weakest; the collecting area enters by its slopes. Half of the variance of the widths is taken as common to
 * all (contrast, point spread), half as their own. Results do not depend on the number of threads.
 */
public final class ImageUncertainty {

	/** What varies. */
	public enum Source {
		/** Which pores the image happens to show. */
		SAMPLING,
		/** Error common to all widths. */
		COMMON_WIDTH,
		/** Errors of each pore's own width, length and radius. */
		OWN_ERRORS,
		/** Local strength. */
		STRENGTH,
		/** Creep prefactor. */
		CREEP_PREFACTOR,
		/** Threshold of the segmentation: widens all radii, lengths and widths together. */
		SEGMENTATION
	}

	/** Share of the variance of the widths that is common to all: assumed. */
	static final double COMMON = 0.5;
	/** Standard deviations that one normal number in 10^12 exceeds. */
	private static final double FAR = 7;

	private final long seed;
	private final double exponent;
	private final Conditions conditions;
	private final List<Factor> factors;
	private final List<PoreFracture> pores;
	private final int[] blockOf;
	private final int blockCount;
	private final double[] lnCurrent;
	private final double[] widthSd;
	private final double[] lengthCoefficient;
	private final double[] radiusCoefficient;
	private final double[] ownSd;
	private final double[] thresholdSd;
	private final SegmentationError segmentation;
	private double largestOwnSd;
	private double largestWidthSd;
	private double largestThresholdSd;
	private final double[] weakest;
	private final int[] weakestPore;
	private final Map<Source, Double> shares = new EnumMap<>(Source.class);

	/**
	 * Draws.
	 *
	 * @param connected the pores of image mode
	 * @param model the conditions
	 * @param options ranges of strength or prefactor, number of draws, seed, threads
	 * @param block block of each pore of {@code connected}, in its order; pores of a block are resampled together
	 * @param separationUm pitch for the slopes of the collecting area, um
	 * @param progress asked for cancelling
	 */
	public ImageUncertainty(final ConnectedPores connected, final CriticalCurrent model, final InitiationOptions options,
		final int[] block, final double separationUm, final Progress progress)
	{
		this(connected, model, options, block, separationUm, SegmentationError.NONE, progress);
	}

	/**
	 * Draws with the error of the segmentation's threshold.
	 *
	 * @param connected see above
	 * @param model see above
	 * @param options see above
	 * @param block see above
	 * @param separationUm see above
	 * @param threshold error that all radii, lengths and widths share
	 * @param progress asked for cancelling
	 */
	public ImageUncertainty(final ConnectedPores connected, final CriticalCurrent model, final InitiationOptions options,
		final int[] block, final double separationUm, final SegmentationError threshold, final Progress progress)
	{
		connected.weakest();
		pores = connected.pores();
		if (block.length != pores.size()) throw new IllegalArgumentException("There are " + pores.size() + " pores but " +
			block.length + " block numbers; give one for each pore.");
		seed = options.seed;
		conditions = model.conditions();
		exponent = conditions.creep().exponent();
		factors = new ArrayList<>(PaperFactors.conditions(options, conditions.strengthMPa()));
		factors.removeIf(f -> f.variable() != Variable.STRENGTH && f.variable() != Variable.CREEP_PREFACTOR);
		final int[] names = Arrays.stream(block).distinct().sorted().toArray();
		blockCount = names.length;
		blockOf = Arrays.stream(block).map(b -> Arrays.binarySearch(names, b)).toArray();
		final int n = pores.size();
		lnCurrent = new double[n];
		widthSd = new double[n];
		lengthCoefficient = new double[n];
		radiusCoefficient = new double[n];
		ownSd = new double[n];
		thresholdSd = new double[n];
		segmentation = threshold;
		for (int i = 0; i < n; i++)
			linearise(i, separationUm);
		weakest = new double[options.samples];
		weakestPore = new int[options.samples];
		run(options.samples, options.threads, progress);
	}

	private void linearise(final int i, final double separation) {
		final PoreFracture p = pores.get(i);
		lnCurrent[i] = Math.log(p.fractureMaCm2());
		widthSd[i] = (exponent + 3) * p.widthSdNm() / p.widthNm();
		final double h = 1e-3;
		final double radiusSlope = Math.log(area(p, p.radiusUm() * (1 + h), p.pathUm(), separation) / area(p, p.radiusUm() *
			(1 - h), p.pathUm(), separation)) / (2 * h);
		final double lengthSlope = Math.log(area(p, p.radiusUm(), p.pathUm() * (1 + h), separation) / area(p, p.radiusUm(), p
			.pathUm() * (1 - h), separation)) / (2 * h);
		// A higher threshold makes voids larger in every way: wider cracks raise the current, longer ones and larger pores lower it.
		thresholdSd[i] = (exponent + 3) * segmentation.width() - (exponent + lengthSlope) * segmentation.length() - radiusSlope * segmentation.radius();
		largestThresholdSd = Math.max(largestThresholdSd, Math.abs(thresholdSd[i]));
		radiusCoefficient[i] = radiusSlope * p.radiusSdUm() / p.radiusUm();
		lengthCoefficient[i] = (exponent + lengthSlope) * p.lengthSdUm() / p.pathUm();
		ownSd[i] = Math.sqrt((1 - COMMON) * widthSd[i] * widthSd[i] + lengthCoefficient[i] * lengthCoefficient[i] +
			radiusCoefficient[i] * radiusCoefficient[i]);
		largestOwnSd = Math.max(largestOwnSd, ownSd[i]);
		largestWidthSd = Math.max(largestWidthSd, widthSd[i]);
	}

	private double area(final PoreFracture p, final double radius, final double path, final double separation) {
		final double s = Math.max(separation, p.radiusUm() / 0.25), lambda = conditions.kineticLengthUm();
		final double d = p.depthUm() + (radius - p.radiusUm()) + (path - p.pathUm());
		return (d + lambda) / CollectingArea.denominator(radius, d, s, lambda, LatticeSum.of(d / s, lambda / s));
	}

	private void run(final int n, final int threads, final Progress progress) {
		final List<Source> varying = new ArrayList<>(List.of(Source.SAMPLING, Source.COMMON_WIDTH, Source.OWN_ERRORS));
		if (largestThresholdSd > 0) varying.add(Source.SEGMENTATION);
		for (final Factor f : factors)
			varying.add(f.variable() == Variable.STRENGTH ? Source.STRENGTH : Source.CREEP_PREFACTOR);
		final int k = varying.size(), chunk = 16;
		final double[] a = new double[n], b = new double[n];
		final double[][] mixed = new double[k][n];
		Slabs.forEach((n + chunk - 1) / chunk, threads, progress, "Drawing measurement errors", c -> {
			final boolean[] second = new boolean[Source.values().length];
			final int[] which = new int[1];
			for (int i = c * chunk; i < Math.min(n, (c + 1) * chunk); i++) {
				Arrays.fill(second, false);
				a[i] = draw(i, second, which);
				weakest[i] = Math.exp(a[i]);
				weakestPore[i] = pores.get(which[0]).pore();
				for (int s = 0; s < k; s++) {
					second[varying.get(s).ordinal()] = true;
					mixed[s][i] = draw(i, second, which);
					second[varying.get(s).ordinal()] = false;
				}
				Arrays.fill(second, true);
				b[i] = draw(i, second, which);
			}
		});
		for (int s = 0; s < k; s++)
			shares.put(varying.get(s), SobolIndex.firstOrder(a, b, mixed[s]));
	}

	/** ln of the weakest current in one draw; each source has its own stream, first or second. */
	private double draw(final int draw, final boolean[] second, final int[] which) {
		final SplittableRandom sampling = stream(draw, Source.SAMPLING, second, 0);
		final boolean[] chosen = new boolean[blockCount];
		for (int i = 0; i < blockCount; i++)
			chosen[sampling.nextInt(blockCount)] = true;
		final double common = Math.sqrt(COMMON) * stream(draw, Source.COMMON_WIDTH, second, 0).nextGaussian();
		final double own = Math.sqrt(1 - COMMON), shift = largestThresholdSd > 0 ? stream(draw, Source.SEGMENTATION, second, 0).nextGaussian() : 0;
		double min = Double.POSITIVE_INFINITY;
		for (int i = 0; i < lnCurrent.length; i++) {
			// weakest first: from here on not even an error of seven standard deviations makes one the weakest
			if (lnCurrent[i] - largestWidthSd * Math.abs(common) - largestThresholdSd * Math.abs(shift) - FAR * largestOwnSd > min) break;
			if (!chosen[blockOf[i]] || lnCurrent[i] + widthSd[i] * common + thresholdSd[i] * shift - FAR * ownSd[i] > min) continue;
			final SplittableRandom r = stream(draw, Source.OWN_ERRORS, second, pores.get(i).pore());
			final double v = lnCurrent[i] + thresholdSd[i] * shift + widthSd[i] * (common + own * r.nextGaussian()) - lengthCoefficient[i] * r
				.nextGaussian() - radiusCoefficient[i] * r.nextGaussian();
			if (v < min) {
				min = v;
				which[0] = i;
			}
		}
		for (final Factor f : factors)
			min += shift(f, draw, second);
		return min;
	}

	private double shift(final Factor f, final int draw, final boolean[] second) {
		final boolean strength = f.variable() == Variable.STRENGTH;
		final double x = f.draw().applyAsDouble(stream(draw, strength ? Source.STRENGTH : Source.CREEP_PREFACTOR, second,
			0));
		if (!strength) return Math.log(x / f.estimate());
		final double stack = conditions.stackMPa();
		return exponent * Math.log(Math.max(x - stack, 1e-4 * stack + 1e-9) / (f.estimate() - stack));
	}

	private SplittableRandom stream(final int draw, final Source s, final boolean[] second, final int pore) {
		return Draws.random(seed, draw, 1_000_003L * (2 * s.ordinal() + (second[s.ordinal()] ? 1 : 0) + 31) + pore);
	}

	/**
	 * Weakest fracture current of each draw.
	 *
	 * @return mA/cm2, in the order of the draws
	 */
	public double[] weakestMaCm2() {
		return weakest.clone();
	}

	/**
	 * 5 %, 50 % and 95 % of the weakest fracture current.
	 *
	 * @return mA/cm2
	 */
	public double[] interval() {
		return Draws.interval(weakest);
	}

	/**
	 * How often each pore was the weakest.
	 *
	 * @return label to share of the draws, 0 to 1; pores that never were are left out
	 */
	public Map<Integer, Double> weakestShare() {
		final Map<Integer, Double> share = new TreeMap<>();
		for (final int p : weakestPore)
			share.merge(p, 1.0 / weakestPore.length, Double::sum);
		return share;
	}

	/**
	 * Share of the variance of ln(weakest current) that each source explains alone.
	 *
	 * @return 0 to 1
	 */
	public Map<Source, Double> shares() {
		return new EnumMap<>(shares);
	}
}
