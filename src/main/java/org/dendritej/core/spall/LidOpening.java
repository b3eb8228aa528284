// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.Arrays;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * Area and mean opening of a crack under its lid, corrected for the margin where it is thinner than a voxel and is missed.
 * <p>
 * A column shows k or more voxels where the opening exceeds a threshold that follows from where the crack's middle lies
 * between the voxel centres: with the nearest centre a distance d away, 2 d for one voxel, 2 (1 - d) for two, 2 (1 + d)
 * for three, and so on. The middle is a quadratic surface through all columns, so d is known to a fraction of a voxel; on a lid
 * rougher than that it counts as 1/4 everywhere. So each column's voxel count is an interval for its opening. Near the edge
 * of a crack the opening t grows with the root of the distance (linear elastic tip), so the area that is open wider than t
 * falls with t^2, by B t^2. Columns with one or two voxels then number B (4 + 8 d), the missed ones B 4 d^2, so each of the
 * former stands for d^2 / (1 + 2 d) of the latter. A blunt edge shows no columns of one voxel, and nothing is added.
 * Derived for this project. Cost O(voxels).
 */
final class LidOpening {

	/** More of the area than this is not added: the crack was hardly seen. */
	private static final double MOST = 0.35;

	/** Area in columns over the area that is seen, 1 or more. */
	final double areaRatio;
	/** Mean opening down the columns, voxels, over the whole area. */
	final double meanVoxels;
	/** Whether openings can be told from the voxel: mean of two voxels or more, and an eighth of the area or less added. */
	final boolean resolved;

	/**
	 * Measures.
	 *
	 * @param w columns in a row of the arrays
	 * @param thick voxels in each column, 0 = not part of the lid
	 * @param middle middle of the run in each column, voxels; read where thick is above 0
	 */
	LidOpening(final int w, final int[] thick, final double[] middle) {
		int most = 0, seen = 0;
		for (final int t : thick) {
			most = Math.max(most, t);
			if (t > 0) seen++;
		}
		final double[] side = sides(w, thick, middle, seen), phase = new double[side.length];
		for (int i = 0; i < side.length; i++)
			phase[i] = Math.abs(side[i]);
		final double[] margin = margin(thick, phase, seen);
		areaRatio = 1 + margin[0] / seen;
		final double widest = margin[1] > 0 ? Math.sqrt((seen + margin[0]) / margin[1]) : Double.POSITIVE_INFINITY;
		double sum = 0, first = 0, over = 0, cos = 0, sin = 0;
		for (int i = 0; i < thick.length; i++) {
			final int k = thick[i];
			if (k == 0) continue;
			sum += k;
			first += threshold(1, phase[i]);
			over += k - mean(threshold(k, phase[i]), threshold(k + 1, phase[i]), widest);
			cos += Math.cos(2 * Math.PI * side[i]);
			sin += Math.sin(2 * Math.PI * side[i]);
		}
		// Where the middle lies anywhere between the centres, the count itself is right on average, seen and missed columns
		// together. Where it lies everywhere alike, the missed margin adds two thirds of its threshold, and openings between two
		// thresholds have the mean of a density that grows with t, up to the widest.
		final double alike = margin[2] * Math.hypot(cos, sin) / seen;
		sum += alike * (margin[0] * 2 / 3 * first / seen - over);
		meanVoxels = sum / (seen + margin[0]);
		resolved = meanVoxels >= 2 && areaRatio <= 1.125;
	}

	/** Opening at which a column shows k voxels, in voxels, when its middle lies d from the nearest centre. */
	static double threshold(final int k, final double d) {
		return k % 2 == 1 ? k - 1 + 2 * d : k - 2 * d;
	}

	/** Mean of t from a to b, or to the widest if that is less, with a density that grows with t. */
	private static double mean(final double a, final double b, final double widest) {
		final double top = Math.max(a, Math.min(b, widest));
		return top - a < 1e-6 ? a : 2.0 / 3 * (top * top + top * a + a * a) / (top + a);
	}

	/** Missed area, columns; the B of its edge, columns per voxel^2; how elastic the edge looks, 0 to 1. */
	private static double[] margin(final int[] thick, final double[] phase, final int seen) {
		double missed = 0, fall = 0, ones = 0, all = 0;
		int thin = 0, one = 0;
		for (int i = 0; i < thick.length; i++) {
			if (thick[i] == 0) continue;
			all += (1 - 2 * phase[i]) / (1 + 2 * phase[i]);
			if (thick[i] > 2) continue;
			thin++;
			if (thick[i] == 1) one++;
			missed += phase[i] * phase[i] / (1 + 2 * phase[i]);
			fall += 1 / (4 + 8 * phase[i]);
			ones += (1 - 2 * phase[i]) / (1 + 2 * phase[i]);
		}
		// An elastic edge shows this many columns of one voxel. Where the middle lies between two voxels everywhere it shows none
		// either way, and only that there are wider columns tells it from a blunt edge.
		final double elastic = all > 0.1 * seen ? ones > 0 ? Math.min(1, one / ones) : 0 : thin < 0.8 * seen ? 1 : 0;
		return new double[] { Math.min(MOST * seen, elastic * missed), elastic * fall, elastic };
	}

	/** How far the crack's middle lies from the nearest voxel centre in each column, -1/2 to 1/2; a quarter on either side on a rough lid. */
	private static double[] sides(final int w, final int[] thick, final double[] middle, final int seen) {
		final double[] phase = new double[thick.length];
		rough(phase);
		if (seen < 40) return phase;
		final int h = thick.length / w;
		final double[][] a = new double[6][6];
		final double[] b = new double[6], f = new double[6];
		for (int i = 0; i < thick.length; i++) {
			if (thick[i] == 0) continue;
			terms(i % w, i / w, w, h, f);
			for (int k = 0; k < 6; k++) {
				b[k] += f[k] * middle[i];
				for (int l = 0; l < 6; l++)
					a[k][l] += f[k] * f[l];
			}
		}
		final double[] c;
		try {
			c = new QRDecomposition(new Array2DRowRealMatrix(a)).getSolver().solve(new ArrayRealVector(b)).toArray();
		}
		catch (final SingularMatrixException e) {
			return phase;
		}
		double sum = 0;
		for (int i = 0; i < thick.length; i++) {
			if (thick[i] == 0) continue;
			terms(i % w, i / w, w, h, f);
			double z = 0;
			for (int k = 0; k < 6; k++)
				z += c[k] * f[k];
			sum += (z - middle[i]) * (z - middle[i]);
			phase[i] = z - Math.floor(z) - 0.5;
		}
		// middles come in halves, so that 0.3 is their own scatter
		if (Math.sqrt(sum / seen) > 0.45) rough(phase);
		return phase;
	}

	private static void rough(final double[] phase) {
		for (int i = 0; i < phase.length; i++)
			phase[i] = i % 2 == 0 ? 0.25 : -0.25;
	}

	private static void terms(final int u, final int v, final int w, final int h, final double[] f) {
		final double x = 2.0 * u / w - 1, y = h == 0 ? 0 : 2.0 * v / h - 1;
		f[0] = 1;
		f[1] = x;
		f[2] = y;
		f[3] = x * x;
		f[4] = x * y;
		f[5] = y * y;
	}
}
