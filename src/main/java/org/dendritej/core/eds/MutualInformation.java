// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import java.util.Arrays;

import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.dendritej.core.run.Progress;

/**
 * How much a map tells about an image under a transform: normalised mutual information (Studholme et al., Pattern
 * Recognition 32, 71 (1999), doi:10.1016/S0031-3203(98)00091-0), which needs no likeness of grey values.
 * <p>
 * The map is read at its own pixels, the image between its pixels; each value is shared by two bins, so the measure
 * is smooth. Cost: one cubic interpolation for each map pixel in use (at most about the number asked for).
 */
final class MutualInformation {

	/** Bins for the fit. */
	static final int FINE = 32;
	/** Bins for the judgement: few, because empty bins raise the measure at chance alignments. */
	static final int COARSE = 8;
	/** Map pixels that a last refinement uses. */
	static final int MANY = 40_000;
	/** Map pixels that are enough for a first approach. */
	static final int SOME = 10_000;
	private final SmoothImage map;
	private final SmoothImage image;
	private final int[] samples;
	private final int bins;
	private final Progress progress;

	/** For the pixels of a block of the map: columns x0..x1-1, rows y0..y1-1. */
	MutualInformation(final SmoothImage map, final SmoothImage image, final int x0, final int y0, final int x1,
		final int y1, final int bins, final int most, final Progress progress)
	{
		this.bins = bins;
		this.map = map;
		this.image = image;
		this.progress = progress;
		final long all = (long) (x1 - x0) * (y1 - y0);
		final int stride = (int) Math.max(1, Math.round(Math.sqrt(all / (double) most)));
		final int[] s = new int[(int) Math.min(all, Integer.MAX_VALUE / 4)];
		int n = 0;
		for (int y = y0; y < y1; y += stride)
			for (int x = x0; x < x1; x += stride)
				s[n++] = y * map.nx + x;
		samples = Arrays.copyOf(s, n);
	}

	MutualInformation(final SmoothImage map, final SmoothImage image, final int bins, final int most,
		final Progress progress)
	{
		this(map, image, 0, 0, map.nx, map.ny, bins, most, progress);
	}

	/** (H(map) + H(image)) / H(both), 1 to 2; 1 when less than a quarter of the samples lie in the image. */
	double at(final MapTransform t) {
		progress.check();
		final double[] joint = new double[bins * bins];
		int used = 0;
		final double mapBin = (bins - 1) / (map.high - map.low);
		final double imageBin = (bins - 1) / (image.high - image.low);
		for (final int i : samples) {
			final double x = (i % map.nx + 0.5) * map.dx;
			final double y = (i / map.nx + 0.5) * map.dy;
			final double v = image.at(t.x(x, y), t.y(x, y));
			if (Double.isNaN(v)) continue;
			used++;
			final double a = Math.min(bins - 1.001, Math.max(0, (map.p[i] - map.low) * mapBin));
			final double b = Math.min(bins - 1.001, Math.max(0, (v - image.low) * imageBin));
			final int ia = (int) a;
			final int ib = (int) b;
			final int at = ia * bins + ib;
			final double fa = a - ia;
			final double fb = b - ib;
			joint[at] += (1 - fa) * (1 - fb);
			joint[at + 1] += (1 - fa) * fb;
			joint[at + bins] += fa * (1 - fb);
			joint[at + bins + 1] += fa * fb;
		}
		return 4 * used < samples.length || used == 0 ? 1 : normalised(joint, used);
	}

	private double normalised(final double[] joint, final int used) {
		final double[] a = new double[bins];
		final double[] b = new double[bins];
		for (int i = 0; i < joint.length; i++) {
			a[i / bins] += joint[i];
			b[i % bins] += joint[i];
		}
		final double both = entropy(joint, used);
		return both > 0 ? (entropy(a, used) + entropy(b, used)) / both : 1;
	}

	private static double entropy(final double[] counts, final double all) {
		double h = 0;
		for (final double c : counts)
			if (c > 0) h -= c / all * Math.log(c / all);
		return h;
	}

	/** What the measure is asked to move. */
	interface Motion {

		MapTransform of(double[] parameters);
	}

	/** Largest measure near the start (Nelder-Mead); parameters are in um of displacement. */
	PointValuePair climb(final Motion motion, final int parameters, final double stepUm) {
		final double[] steps = new double[parameters];
		Arrays.fill(steps, stepUm);
		final PointValuePair[] best = { new PointValuePair(new double[parameters], at(motion.of(new double[parameters]))) };
		final SimplexOptimizer optimizer = new SimplexOptimizer(new SimpleValueChecker(-1, 1e-8));
		for (int round = 0; round < 2; round++) {
			final PointValuePair found = optimizer.optimize(new MaxEval(5000), new ObjectiveFunction(q -> {
				try {
					return at(motion.of(q));
				}
				catch (final IllegalArgumentException folded) {
					return 1;
				}
			}), GoalType.MAXIMIZE, new InitialGuess(best[0].getPoint()), new NelderMeadSimplex(steps));
			if (found.getValue() > best[0].getValue()) best[0] = found;
			Arrays.fill(steps, stepUm / 4);
		}
		return best[0];
	}
}
