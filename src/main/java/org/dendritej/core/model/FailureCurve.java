// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Quantity;

/**
 * Failure probability against current density, to draw experiment and prediction into one plot.
 *
 * @param currentMaCm2 current densities, rising, mA/cm2
 * @param failure probability at each
 */
public record FailureCurve(double[] currentMaCm2, double[] failure) {

	/**
	 * The fitted distribution of cells.
	 *
	 * @param fit the fit
	 * @param from lowest current density, mA/cm2
	 * @param to highest
	 * @return 400 points, evenly spaced in ln j
	 */
	public static FailureCurve fitted(final WeibullFit fit, final double from, final double to) {
		final double[] x = new double[400], y = new double[400];
		for (int i = 0; i < x.length; i++) {
			x[i] = from * Math.pow(to / from, i / 399.0);
			y[i] = fit.failure(x[i]);
		}
		return new FailureCurve(x, y);
	}

	/**
	 * What the draws say: the probability that the critical current lies below a current density. This is doubt about one
	 * number, not scatter between cells.
	 *
	 * @param u the draws
	 * @return at most 400 points
	 */
	public static FailureCurve predicted(final PaperUncertainty u) {
		final double[] all = u.ccdMaCm2();
		Arrays.sort(all);
		final int n = Math.min(400, all.length);
		final double[] x = new double[n], y = new double[n];
		for (int i = 0; i < n; i++) {
			final int k = (int) ((i + 0.5) * all.length / n);
			x[i] = all[k];
			y[i] = (k + 0.5) / all.length;
		}
		return new FailureCurve(x, y);
	}

	/**
	 * Lowest and highest current of the tests with a margin.
	 *
	 * @param limits the tests by current
	 * @param ccdMaCm2 predicted critical current; NaN if none
	 * @return two ends, mA/cm2
	 */
	public static double[] span(final List<FailureLimits> limits, final double ccdMaCm2) {
		double low = ccdMaCm2 > 0 ? ccdMaCm2 : Double.POSITIVE_INFINITY, high = ccdMaCm2 > 0 ? ccdMaCm2 : 0;
		for (final FailureLimits l : limits) {
			low = Math.min(low, l.currentMaCm2());
			high = Math.max(high, l.currentMaCm2());
		}
		return new double[] { low / 1.5, high * 1.5 };
	}

	/**
	 * The rows that tests add to a prediction.
	 *
	 * @param fit the fit
	 * @param ccdMaCm2 predicted critical current, mA/cm2; NaN if none
	 * @param draws draws of the prediction; null if none
	 * @return rows
	 */
	public static List<Quantity> rows(final WeibullFit fit, final double ccdMaCm2, final PaperUncertainty draws) {
		final List<Quantity> rows = new ArrayList<>();
		final String how = String.format(Locale.ROOT, "interval-censored Weibull fit, profile-likelihood limits; %s", fit
			.remark());
		rows.add(Quantity.of("tests_ccd_median", fit.medianMaCm2(), finite(fit.medianLow()), Double.NaN, finite(fit
			.medianHigh()), "mA/cm2", how));
		rows.add(Quantity.of("tests_weibull_modulus", fit.shape(), finite(fit.shapeLow()), Double.NaN, finite(fit
			.shapeHigh()), "1", "an empty end is not limited by the data"));
		if (draws != null) rows.add(Quantity.of("prediction_over_tests", ccdMaCm2 / fit.medianMaCm2(), "1",
			"predicted ccd over the median of the tests"));
		return rows;
	}

	/**
	 * What to say if the prediction and the tests exclude each other.
	 *
	 * @param fit the fit
	 * @param draws draws of the prediction
	 * @return a warning, or nothing
	 */
	public static List<Flag> disagreement(final WeibullFit fit, final PaperUncertainty draws) {
		final double[] q = draws.ccdInterval();
		if (q[2] >= fit.medianLow() && q[0] <= fit.medianHigh()) return List.of();
		return List.of(Flag.warn("tests_disagree", String.format(Locale.ROOT,
			"The prediction's interval of %.3g to %.3g mA/cm2 and that of the tests' median, %.3g to %.3g, do not overlap.",
			q[0], q[2], fit.medianLow(), fit.medianHigh())));
	}

	private static double finite(final double v) {
		return Double.isInfinite(v) ? Double.NaN : v;
	}
}
