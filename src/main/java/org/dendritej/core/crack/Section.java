// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.Arrays;
import java.util.Optional;

import org.apache.commons.math3.exception.MathIllegalArgumentException;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.util.Pair;

/**
 * Shape of a narrow crack's cross-section from grey values: how its opening follows from its area.
 * <p>
 * The area of a cut (integral of the deficit) is known without its shape, the opening is not: of one area, a circle is 13 %
 * more open than a square and 2.3 times as open as a rectangle of ratio 4. So circle, ellipse and rectangle are fitted by least
 * squares to all voxels around the line ({@link SectionVoxels}, {@link SectionShape}), the blur in the slice and across slices
 * with them, and weighed by the likelihood of each; the circle has two parameters less and is preferred (Schwarz 1978,
 * doi 10.1214/aos/1176344136, recalled, not read again). The opening is the short side or axis: it sets the flow (physics eq. 5:
 * the short semi-axis to the power m + 3, their ratio only as a factor). Derived for this project. Cost: some 30 ms for a crack.
 *
 * @param openingOverDiameter opening over the diameter of the circle of equal area, at most 1
 * @param relativeSd its standard deviation, as a part of it: between the shapes, and of the fit
 * @param ratio long over short side; 1 for a circle
 * @param longUm long side, um
 * @param misfit squares of what the shapes leave over those of the noise: 1 where one of them fits
 */
record Section(double openingOverDiameter, double relativeSd, double ratio, double longUm, double misfit) {

	/**
	 * One voxel in so many counts as independent: bends, roughness and the line's own error are alike in neighbours. A line along
	 * the lattice has its voxels at few places across it, and what the picture of the blur lacks is the same in all of them.
	 */
	private static final double ALIKE = 4, ALIKE_ALONG = 12;
	/** Steps of the numeric slopes: lengths, finest edges; angle. */
	private static final double STEP = 0.02, ANGLE_STEP = 0.01;
	private static final double SQUARE = 1.25;
	/** How much likelier than a circle a flat shape must be to weigh as much in the error. */
	private static final double FLAT = Math.exp(4);
	/** Error of the opening of a cut of another shape, for each misfit above 1, and the most; from bent cuts. */
	private static final double OTHER = 0.02, MOST_OTHER = 0.06;
	/** Ratios and directions that are tried first. */
	private static final double[] START_RATIOS = { 1.3, 2, 3.2 };
	private static final int START_ANGLES = 6;
	private static final int MOST_ROUNDS = 30;
	/** How far the image's blur may lie from what was found elsewhere, finest edges. */
	private static final double BLUR_SD = 0.5;
	/** Change of the sum of squares, relative, at which a fit has settled. */
	private static final double SETTLED = 1e-5;

	/** A fit. */
	private record Fit(SectionShape.Kind kind, double shortUm, double longUm, double squares, double relativeSd) {

		double ratio() {
			return longUm / shortUm;
		}

		double openingOverDiameter() {
			return Math.sqrt((kind == SectionShape.Kind.RECTANGLE ? Math.PI / 4 : 1) / ratio());
		}
	}

	/**
	 * Fits the shapes.
	 *
	 * @param voxels voxels around the line
	 * @param diameterUm diameter of the circle of equal area, um
	 * @param psfUm standard deviation of the image's blur to start from, um
	 * @param edgeUm finest edge, um
	 * @return the shape; empty if no fit settles
	 */
	static Optional<Section> fit(final SectionVoxels voxels, final double diameterUm, final double psfUm, final double edgeUm) {
		final Fit[] fits = new Fit[SectionShape.Kind.values().length];
		for (final SectionShape.Kind kind : SectionShape.Kind.values())
			fits[kind.ordinal()] = fit(voxels, kind, start(voxels, kind, diameterUm, psfUm), edgeUm);
		return weigh(fits, independent(voxels), voxels.size() * voxels.noise() * voxels.noise());
	}

	/** The best of some ratios and directions with the area that is known: from a square the slopes do not show the way out. */
	private static double[] start(final SectionVoxels voxels, final SectionShape.Kind kind, final double diameter, final double psf) {
		final double[] m = voxels.centre();
		if (kind == SectionShape.Kind.CIRCLE) return new double[] { m[0], m[1], psf, psf, diameter };
		final double side = kind == SectionShape.Kind.RECTANGLE ? diameter * Math.sqrt(Math.PI / 4) : diameter;
		final double[] filled = voxels.fillings(), drawn = new double[filled.length];
		double[] best = null;
		double least = Double.POSITIVE_INFINITY;
		for (final double ratio : START_RATIOS)
			for (int k = 0; k < START_ANGLES; k++) {
				final double[] p = { m[0], m[1], psf, psf, side / Math.sqrt(ratio), side * Math.sqrt(ratio), Math.PI * k / START_ANGLES };
				draw(voxels, kind, p);
				voxels.look(p[0], p[1], drawn);
				double sum = 0;
				for (int i = 0; i < filled.length; i++)
					sum += (filled[i] - drawn[i]) * (filled[i] - drawn[i]);
				if (sum < least) {
					least = sum;
					best = p;
				}
			}
		return best;
	}

	/** How many of the voxels count as independent. */
	private static double independent(final SectionVoxels voxels) {
		return Math.min(voxels.size() / ALIKE, Math.max(voxels.size() / ALIKE_ALONG, voxels.places()));
	}

	/** A round cut, or one of unknown shape. */
	static Section round(final double diameterUm, final double relativeSd) {
		return new Section(1, relativeSd, 1, diameterUm, 1);
	}

	private static Optional<Section> weigh(final Fit[] fits, final double independent, final double noise) {
		double least = Double.POSITIVE_INFINITY;
		for (final Fit f : fits)
			if (f != null) least = Math.min(least, f.squares);
		if (Double.isInfinite(least)) return Optional.empty();
		double sum = 0, opening = 0, ratio = 0, longest = 0;
		for (final Fit f : fits) {
			if (f == null) continue;
			// Two parameters more than the circle's cost what Schwarz asks.
			final double w = likelihood(f, least, independent) / (f.kind == SectionShape.Kind.CIRCLE ? 1 : independent);
			sum += w;
			opening += w * f.openingOverDiameter();
			ratio += w * f.ratio();
			longest += w * f.longUm;
		}
		final double mean = opening / sum, misfit = noise > 0 ? Math.max(1, least / noise) : 1;
		// For the error the circle is preferred less: what the voxels do not exclude stays in it, but for a square, which no crack is.
		double all = 0, squares = 0;
		for (final Fit f : fits) {
			if (f == null || f.kind == SectionShape.Kind.RECTANGLE && f.ratio() < SQUARE) continue;
			final double w = likelihood(f, least, independent) / (f.kind == SectionShape.Kind.CIRCLE ? 1 : FLAT), o = f.openingOverDiameter();
			all += w;
			squares += w * ((o - mean) * (o - mean) + o * o * f.relativeSd * f.relativeSd);
		}
		final double between = (all > 0 ? Math.sqrt(squares / all) : 0) / mean, other = Math.min(MOST_OTHER, OTHER * (misfit - 1));
		return Optional.of(new Section(mean, Math.hypot(between, other), ratio / sum, longest / sum, misfit));
	}

	private static double likelihood(final Fit f, final double least, final double independent) {
		return Math.exp(-independent / 2 * Math.log(f.squares / least));
	}

	private static Fit fit(final SectionVoxels voxels, final SectionShape.Kind kind, final double[] start, final double edge) {
		final int n = voxels.size();
		// What is known of the blur beforehand, as two more observations; it keeps the fit of small sections from running off.
		final double weight = Math.sqrt(n / independent(voxels)) * voxels.noise() / (BLUR_SD * edge);
		final double[] target = Arrays.copyOf(voxels.fillings(), n + 2);
		target[n] = target[n + 1] = weight * start[2];
		final double[] step = { STEP * edge, STEP * edge, STEP * edge, STEP * edge, STEP * edge, STEP * edge, ANGLE_STEP };
		try {
			final LeastSquaresOptimizer.Optimum o = new LevenbergMarquardtOptimizer().optimize(new LeastSquaresBuilder().start(start).target(target)
				.model(p -> model(voxels, kind, p.toArray(), step, weight)).checker((i, was, is) -> i >= MOST_ROUNDS || i > 2 && Math.abs(was.getCost()
					- is.getCost()) < SETTLED / 2 * is.getCost()).maxEvaluations(5 * MOST_ROUNDS).maxIterations(2 * MOST_ROUNDS).build());
			final double[] p = o.getPoint().toArray();
			final double a = Math.abs(p[4]), b = kind == SectionShape.Kind.CIRCLE ? a : Math.abs(p[5]);
			final double squares = o.getCost() * o.getCost(), noise = Math.sqrt(squares / independent(voxels));
			final double sd = noise * o.getSigma(1e-14).getEntry(a <= b ? 4 : 5) / Math.min(a, b);
			return Math.min(a, b) > 0 && Double.isFinite(squares + sd) ? new Fit(kind, Math.min(a, b), Math.max(a, b), squares, kind == SectionShape.Kind.CIRCLE
				? 0 : sd) : null;
		}
		catch (final MathIllegalStateException | MathIllegalArgumentException e) {
			return null;
		}
	}

	private static Pair<RealVector, RealMatrix> model(final SectionVoxels voxels, final SectionShape.Kind kind, final double[] p, final double[] step,
		final double weight)
	{
		final int n = voxels.size();
		final double[] value = new double[n + 2], other = new double[n];
		final double[][] slope = new double[n + 2][p.length];
		value[n] = weight * p[2];
		value[n + 1] = weight * p[3];
		slope[n][2] = slope[n + 1][3] = weight;
		draw(voxels, kind, p);
		voxels.look(p[0], p[1], value);
		for (int q = 0; q < p.length; q++) {
			final double[] moved = p.clone();
			moved[q] += step[q];
			if (q > 1) draw(voxels, kind, moved);
			voxels.look(moved[0], moved[1], other);
			for (int i = 0; i < n; i++)
				slope[i][q] = (other[i] - value[i]) / step[q];
		}
		return new Pair<>(new ArrayRealVector(value, false), new Array2DRowRealMatrix(slope, false));
	}

	private static void draw(final SectionVoxels voxels, final SectionShape.Kind kind, final double[] p) {
		final boolean round = kind == SectionShape.Kind.CIRCLE;
		voxels.draw(kind, Math.abs(p[4]), Math.abs(round ? p[4] : p[5]), round ? 0 : p[6], p[2] * p[2], p[3] * p[3]);
	}
}
