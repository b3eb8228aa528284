// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import org.dendritej.core.geom.Vec3;

/**
 * Grey values along the normal through one point of a crack's middle, on a bundle of parallel lines.
 * <p>
 * The bundle averages noise and the beat between the lattice and the walls; each line alone tells the scatter.
 */
final class GreyProfile {

	/** Lines on a square of 5 x 5, corners left out. */
	static final int LINES = 21;

	private final double step;
	private final int half;
	private final double[][] lines = new double[LINES][];
	private final double[] mean;

	/**
	 * Samples.
	 *
	 * @param grey the image
	 * @param p point, um
	 * @param n unit normal
	 * @param reach length sampled to each side, um
	 * @param step distance of samples, um
	 * @param apart distance of neighbouring lines, um
	 */
	GreyProfile(final GreySampler grey, final Vec3 p, final Vec3 n, final double reach, final double step,
		final double apart)
	{
		this.step = step;
		half = (int) Math.ceil(reach / step);
		final Vec3 u = n.across();
		final Vec3 v = n.cross(u);
		int line = 0;
		for (int a = -2; a <= 2; a++)
			for (int b = -2; b <= 2; b++)
				if (a * a + b * b < 8) lines[line++] = sample(grey, p.plus(u.times(a * apart)).plus(v.times(b * apart)), n);
		mean = average();
	}

	private double[] sample(final GreySampler grey, final Vec3 p, final Vec3 n) {
		final double[] values = new double[2 * half + 1];
		for (int i = 0; i < values.length; i++) {
			final double s = (i - half) * step;
			values[i] = grey.at(p.x() + s * n.x(), p.y() + s * n.y(), p.z() + s * n.z());
		}
		return values;
	}

	private double[] average() {
		final double[] m = new double[2 * half + 1];
		for (int i = 0; i < m.length; i++) {
			double sum = 0;
			int n = 0;
			for (final double[] l : lines)
				if (!Double.isNaN(l[i])) {
					sum += l[i];
					n++;
				}
			m[i] = n == 0 ? Double.NaN : sum / n;
		}
		return m;
	}

	/** The bundle's mean. */
	double[] mean() {
		return mean;
	}

	int middle() {
		return half;
	}

	double stepUm() {
		return step;
	}

	/** Median of the mean profile between two indices, both included; NaN with nothing there. */
	double median(final int from, final int to) {
		final double[] v = new double[Math.max(0, to - from + 1)];
		int n = 0;
		for (int i = Math.max(0, from); i <= Math.min(mean.length - 1, to); i++)
			if (!Double.isNaN(mean[i])) v[n++] = mean[i];
		return Median.of(v, n);
	}

	/**
	 * Integral of (matrix - grey) between two indices, for each line; the ends count half.
	 *
	 * @param matrix level of the matrix at each index
	 * @return grey values times um; NaN for a line that leaves the image
	 */
	double[] deficits(final double[] matrix, final int from, final int to) {
		final double[] sums = new double[LINES];
		for (int l = 0; l < LINES; l++) {
			for (int i = from; i <= to; i++)
				sums[l] += (i == from || i == to ? 0.5 : 1) * (matrix[i] - lines[l][i]);
			sums[l] *= step;
		}
		return sums;
	}
}
