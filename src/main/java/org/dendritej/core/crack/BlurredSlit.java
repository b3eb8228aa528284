// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

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
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.util.Pair;

/**
 * Least-squares fit of a slit with straight walls seen through a Gaussian blur: depth, width, blur and centre.
 * <p>
 * Deficit(s) = A/2 [erf((s - c + w/2) / (sqrt2 b)) - erf((s - c - w/2) / (sqrt2 b))]. Depth and width can be told apart only
 * where the slit is wider than about twice the blur; the caller looks at the error of the depth.
 *
 * @param depth A, grey values
 * @param widthUm w
 * @param blurUm b, standard deviation, everything included
 * @param depthSd standard error of the depth from the scatter about the fit, as if every fourth sample were independent
 */
record BlurredSlit(double depth, double widthUm, double blurUm, double depthSd) {

	double widthOverBlur() {
		return widthUm / blurUm;
	}

	/**
	 * Fits.
	 *
	 * @param s positions, um
	 * @param deficit matrix level minus grey value at them
	 * @param start depth, width, blur, centre to start from
	 * @return the slit; empty where the fit does not settle
	 */
	static Optional<BlurredSlit> fit(final double[] s, final double[] deficit, final double[] start) {
		final LeastSquaresOptimizer.Optimum found;
		final double sd;
		try {
			found = new LevenbergMarquardtOptimizer().optimize(new LeastSquaresBuilder().start(start).target(deficit).model(
				p -> model(s, p)).maxEvaluations(200).maxIterations(200).build());
			sd = found.getSigma(1e-12).getEntry(0) * found.getRMS() * 2;
		}
		catch (final MathIllegalStateException | MathIllegalArgumentException e) {
			return Optional.empty();
		}
		final double[] p = found.getPoint().toArray();
		final double blur = Math.abs(p[2]), width = Math.abs(p[1]);
		return p[0] > 0 && blur > 0 && Double.isFinite(width) ? Optional.of(new BlurredSlit(p[0], width, blur, sd))
			: Optional.empty();
	}

	private static Pair<RealVector, RealMatrix> model(final double[] s, final RealVector v) {
		final double depth = v.getEntry(0), w = v.getEntry(1), blur = Math.max(1e-9, Math.abs(v.getEntry(2)));
		final double centre = v.getEntry(3), scale = 1 / (Math.sqrt(2) * blur);
		final double[] value = new double[s.length];
		final double[][] slope = new double[s.length][4];
		for (int i = 0; i < s.length; i++) {
			final double u = (s[i] - centre + w / 2) * scale, t = (s[i] - centre - w / 2) * scale;
			final double e = Erf.erf(t, u);
			final double gu = 2 / Math.sqrt(Math.PI) * Math.exp(-u * u), gt = 2 / Math.sqrt(Math.PI) * Math.exp(-t * t);
			value[i] = depth / 2 * e;
			slope[i][0] = e / 2;
			slope[i][1] = depth / 4 * scale * (gu + gt);
			slope[i][2] = -depth / 2 / blur * (gu * u - gt * t);
			slope[i][3] = -depth / 2 * scale * (gu - gt);
		}
		return new Pair<>(new ArrayRealVector(value, false), new Array2DRowRealMatrix(slope, false));
	}
}
