// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.run.Progress;

/**
 * One of the supplementary figures of Melvin et al. (Nature Energy 2025, doi:10.1038/s41560-025-01847-0) from numbers
 * alone: how the current is shared when the size ratio, the depth or the separation of spheres on a lattice varies.
 */
public final class ArrayFigure {

	private static final int MOST_POINTS = 50;

	private enum Varied {
		RATIO, DEPTH, SEPARATION
	}

	private final Varied varied;
	private final List<SphereArray> arrays = new ArrayList<>();

	private ArrayFigure(final Varied varied) {
		this.varied = varied;
	}

	/**
	 * Lays the arrays out; all are checked before any is solved.
	 *
	 * @param vary ratio (a second sphere of that share of the radius in each cell's centre, tops at equal depth), depth (the
	 *          electrolyte above the spheres) or separation (the pitch)
	 * @param radiusUm radius of the spheres, um
	 * @param separationUm pitch, um
	 * @param crackUm electrolyte above the spheres, um
	 * @param sigmaSm conductivity, S/m
	 * @param rintOhmCm2 interface resistance, ohm cm2, 0 = none
	 * @param from first value; 0 = 0.2 for the ratio, 0.5 um for the depth, 2.5 radii for the separation
	 * @param upTo last value; 0 = 0.8, 5 um, 10 radii
	 * @param points number of values, 2 to 50
	 * @return the figure
	 * @throws IllegalArgumentException if a number is not allowed or spheres would overlap
	 */
	public static ArrayFigure of(final String vary, final double radiusUm, final double separationUm, final double crackUm,
		final double sigmaSm, final double rintOhmCm2, final double from, final double upTo, final int points)
	{
		final ArrayFigure f = new ArrayFigure(parse(vary));
		if (!(radiusUm > 0) || Double.isInfinite(radiusUm)) throw new IllegalArgumentException("radius=" + radiusUm
			+ " um is not possible; give a positive, finite length.");
		if (!(crackUm > 0) || Double.isInfinite(crackUm)) throw new IllegalArgumentException("cracklength=" + crackUm
			+ " um is not possible; the spheres must lie below the electrode: give a positive, finite length.");
		if (!(sigmaSm > 0) || Double.isInfinite(sigmaSm)) throw new IllegalArgumentException("sigma=" + sigmaSm
			+ " S/m is not possible; give a positive, finite number (0.2 is that of Li6PS5Cl).");
		if (!(rintOhmCm2 >= 0) || Double.isInfinite(rintOhmCm2)) throw new IllegalArgumentException("rint=" + rintOhmCm2
			+ " ohm cm2 is not possible; give 0 or a positive, finite number.");
		if (points < 2 || points > MOST_POINTS) throw new IllegalArgumentException("points=" + points + " is not possible; give 2 to "
			+ MOST_POINTS + ".");
		final double[] usual = f.varied == Varied.RATIO ? new double[] { 0.2, 0.8 } : f.varied == Varied.DEPTH ? new double[] { 0.5, 5 }
			: new double[] { 2.5 * radiusUm, 10 * radiusUm };
		final double low = from == 0 ? usual[0] : from, high = upTo == 0 ? usual[1] : upTo;
		if (!(low > 0 && high > low) || Double.isInfinite(high)) throw new IllegalArgumentException("from=" + low + " and upto=" + high
			+ " are no range; both must be positive and upto above from.");
		final double lambda = Interfaces.OHM_CM2 * sigmaSm * rintOhmCm2;
		for (int i = 0; i < points; i++)
			f.arrays.add(f.array(low + (high - low) * i / (points - 1), radiusUm, separationUm, crackUm, lambda));
		return f;
	}

	private static Varied parse(final String vary) {
		for (final Varied v : Varied.values())
			if (v.name().equalsIgnoreCase(vary)) return v;
		throw new IllegalArgumentException("vary=" + vary + " is not known; use ratio, depth or separation.");
	}

	private SphereArray array(final double value, final double r, final double s, final double crack, final double lambda) {
		switch (varied) {
			case RATIO: return SphereArray.of(s, r, r + crack, lambda).withCentre(value * r);
			case DEPTH: return SphereArray.of(s, r, r + value, lambda);
			default: return SphereArray.of(value, r, r + crack, lambda);
		}
	}

	/**
	 * Solves all arrays.
	 *
	 * @param voxelsPerRadius voxels per radius of the smallest sphere, at least 4
	 * @param threads threads, 0 = all
	 * @param progress told of progress; may cancel
	 * @return one result per value
	 */
	public List<SphereShares> solve(final double voxelsPerRadius, final int threads, final Progress progress) {
		final List<SphereShares> solved = new ArrayList<>();
		for (int i = 0; i < arrays.size(); i++) {
			progress.check();
			solved.add(arrays.get(i).solve(voxelsPerRadius, threads, progress.part(i / (double) arrays.size(), (i + 1.0) / arrays.size())));
		}
		return solved;
	}

	/**
	 * The varied number of one result.
	 *
	 * @param s result
	 * @return ratio, or um
	 */
	public double abscissa(final SphereShares s) {
		return varied == Varied.RATIO ? ratio(s) : varied == Varied.DEPTH ? crackUm(s) : s.array().pitchUm();
	}

	/**
	 * Label of the varied number.
	 *
	 * @return quantity and unit
	 */
	public String label() {
		return varied == Varied.RATIO ? "Radius of small over large sphere" : varied == Varied.DEPTH ? "Crack length (um)" : "Separation (um)";
	}

	/**
	 * Electrolyte above the spheres.
	 *
	 * @param s result
	 * @return um
	 */
	public static double crackUm(final SphereShares s) {
		return s.array().depthUm() - s.array().radiusUm();
	}

	/**
	 * Radius of the small spheres.
	 *
	 * @param s result
	 * @return um; NaN if there are none
	 */
	public static double smallUm(final SphereShares s) {
		return s.array().centreRadiusUm() > 0 ? s.array().centreRadiusUm() : Double.NaN;
	}

	/**
	 * Small over large radius.
	 *
	 * @param s result
	 * @return ratio; NaN if there is one size only
	 */
	public static double ratio(final SphereShares s) {
		return smallUm(s) / s.array().radiusUm();
	}

	/**
	 * The small sphere's part of both surfaces: its part of the current where kinetics rule.
	 *
	 * @param s result
	 * @return 0 to 1; NaN if there is one size only
	 */
	public static double areaRatio(final SphereShares s) {
		final double q = ratio(s) * ratio(s);
		return q / (1 + q);
	}
}
