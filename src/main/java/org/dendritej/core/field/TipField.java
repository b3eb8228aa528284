// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.field;

import java.util.Locale;

import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;

/** Measures the field ahead of tips of grounded lithium along a straight line. */
public final class TipField {

	/** The mean is taken over at least this many voxel lengths: below, the mesh shows. */
	public static final int LEAST_VOXELS = 8;
	private static final int FIT_FROM = 3, FIT_TO = 10;
	/** Voxel lengths of free electrolyte ahead of the tip that the fit of the intensity reads. */
	public static final int FIT_VOXELS = FIT_TO + 1;

	private final FieldSolution solution;
	private final VoxelGrid grid;

	private TipField(final FieldSolution solution) {
		this.solution = solution;
		this.grid = solution.grid();
	}

	/**
	 * The field ahead of one tip.
	 *
	 * @param s the solution
	 * @param tipUm the end of the lithium, um, on the face between its last voxel and the electrolyte
	 * @param ahead direction in which the crack would grow; any length but 0
	 * @param lengthUm distance of the mean, um; at least {@link #LEAST_VOXELS} voxel lengths along the direction
	 * @param fit whether to fit the intensity of the singularity too
	 * @return the numbers
	 * @throws IllegalArgumentException if the length is too short or the line leaves the volume or the electrolyte
	 */
	public static TipReport ahead(final FieldSolution s, final Vec3 tipUm, final Vec3 ahead, final double lengthUm, final boolean fit) {
		return new TipField(s).measure(tipUm, ahead.unit(), lengthUm, fit);
	}

	/** Length of one voxel along a direction, um. */
	private double step(final Vec3 d) {
		return 1 / Math.max(Math.abs(d.x()) / grid.dxUm(), Math.max(Math.abs(d.y()) / grid.dyUm(), Math.abs(d.z()) / grid.dzUm()));
	}

	private TipReport measure(final Vec3 tip, final Vec3 d, final double length, final boolean fit) {
		final double h = step(d);
		if (!(length >= LEAST_VOXELS * h * (1 - 1e-9))) throw new IllegalArgumentException(String.format(Locale.ROOT,
			"The mean field ahead of a tip was asked over %.4g um; below %d voxels (%.4g um) it would depend on the mesh.", length,
			LEAST_VOXELS, LEAST_VOXELS * h));
		final double field = potential(tip.plus(d.times(length))) / length;
		final double sigma = conductivity(tip.plus(d.times(h / 2)));
		final double far = solution.farCurrentMaCm2();
		final double flux = sigma * field / FieldSides.MA_CM2;
		final double max = sigma * potential(tip.plus(d.times(h / 2))) / (h / 2) / FieldSides.MA_CM2;
		final double[] k = fit ? singularity(tip, d, h) : new double[] { Double.NaN, Double.NaN };
		return new TipReport(tip, length, field, flux, flux / far, k[0], k[1], max, warning(max, far, h, length));
	}

	/**
	 * The sentence that goes with a largest voxel value.
	 *
	 * @param maxMaCm2 the value, mA/cm2
	 * @param farMaCm2 current density far away, mA/cm2
	 * @param voxelUm voxel length, um
	 * @param lengthUm distance over which the mean beside it was taken, um
	 * @return the warning
	 */
	public static String warning(final double maxMaCm2, final double farMaCm2, final double voxelUm, final double lengthUm) {
		return String.format(Locale.ROOT,
			"The largest voxel flux of %.4g mA/cm2 (%.3g x the far value) holds for voxels of %.4g um only and grows by sqrt(2) when they are halved; compare the mean over %.4g um or the current into the crack body instead.",
			maxMaCm2, maxMaCm2 / farMaCm2, voxelUm, lengthUm);
	}

	/**
	 * Intensity and its standard error. 1 / (2 pi E^2) = (r - r0) / K^2 + O(r^2) is fitted as a parabola, because a voxel
	 * crack is blunt: its field has the singularity of a sharp one whose tip lies somewhat off the last face
	 * (derived). On a fin of exactly known K the result is 17, 10, 8 % high for a crack of 20, 40, 80 voxels.
	 */
	private double[] singularity(final Vec3 tip, final Vec3 d, final double h) {
		final int n = FIT_TO - FIT_FROM + 1;
		final double[] y = new double[n];
		final double[][] powers = new double[n][2];
		for (int m = 0; m < n; m++) {
			final double r = (FIT_FROM + m) * h;
			final double e = (potential(tip.plus(d.times(r + h / 2))) - potential(tip.plus(d.times(r - h / 2)))) / h;
			y[m] = 1 / (2 * Math.PI * e * e);
			powers[m] = new double[] { r, r * r };
		}
		final OLSMultipleLinearRegression fit = new OLSMultipleLinearRegression();
		fit.newSampleData(y, powers);
		final double[] c = fit.estimateRegressionParameters();
		final double slope = Math.sqrt(c[1] * c[1] - 4 * c[0] * c[2]); // at the root, i.e. at the sharp crack's tip
		final double k = 1 / Math.sqrt(slope);
		return new double[] { k, k / 2 * fit.estimateRegressionParametersStandardErrors()[1] / slope };
	}

	private double conductivity(final Vec3 p) {
		final int[] v = new int[3];
		for (int a = 0; a < 3; a++)
			v[a] = Math.max(0, Math.min(grid.size(a) - 1, (int) Math.floor(index(p, a) + 0.5)));
		final double s = solution.conductivitySm(v[0], v[1], v[2]);
		if (!(s > 0)) throw new IllegalArgumentException("Ahead of the tip at " + p
			+ " um there is no electrolyte; give the tip on the lithium's last face and a direction out of it.");
		return s;
	}

	/** Fractional voxel index: whole numbers are centres. */
	private double index(final Vec3 p, final int axis) {
		final Vec3 q = p.minus(grid.originUm());
		return (axis == 0 ? q.x() : axis == 1 ? q.y() : q.z()) / grid.edgeUm(axis) - 0.5;
	}

	/** Potential between voxel centres, linear in each direction; within half a voxel of a side, the side's voxel counts. */
	private double potential(final Vec3 p) {
		final int[] low = new int[3];
		final double[] part = new double[3];
		for (int a = 0; a < 3; a++) {
			final double at = index(p, a);
			if (at < -0.5 - 1e-9 || at > grid.size(a) - 0.5 + 1e-9) throw new IllegalArgumentException("The line ahead of the tip leaves the volume at "
				+ p + " um; shorten the length.");
			final double inside = Math.max(0, Math.min(grid.size(a) - 1, at));
			low[a] = Math.max(0, Math.min(grid.size(a) - 2, (int) Math.floor(inside)));
			part[a] = inside - low[a];
		}
		double sum = 0;
		for (int c = 0; c < 8; c++) {
			final double w = ((c & 1) == 0 ? 1 - part[0] : part[0]) * ((c & 2) == 0 ? 1 - part[1] : part[1]) * ((c & 4) == 0 ? 1 - part[2] : part[2]);
			if (w > 1e-12) sum += w * solution.potentialV(low[0] + (c & 1), low[1] + (c >> 1 & 1), low[2] + (c >> 2 & 1));
		}
		if (Double.isNaN(sum)) throw new IllegalArgumentException("The line ahead of the tip meets an insulating voxel near " + p
			+ " um; shorten the length.");
		return sum;
	}
}
