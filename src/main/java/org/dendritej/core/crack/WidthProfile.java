// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.geom.Vec3;

/**
 * Openings along a line through a crack, at equal steps.
 *
 * @param widthUm openings, um; NaN where nothing could be measured
 * @param independent how many of them are independent, at most
 * @param smoothing samples to each side over which the narrowest opening and the flow width are averaged
 * @param systematicUm error that all of them share, um (one standard deviation)
 * @param slitShare part of the cuts that are slits; the others are tubes
 * @param ratio median ratio of breadth to opening; 1 where it is as round as one can tell, infinite for a sheet that goes on
 * @param resolved whether the image resolves the mean opening
 * @param grey whether the openings come from grey values
 * @param maskUm mean opening from the mask, um
 * @param fromUm distance of the first sample from the start of the line, um
 * @param stepUm distance of two samples, um
 */
record WidthProfile(double[] widthUm, double independent, int smoothing, double systematicUm, double slitShare,
	double ratio, boolean resolved, boolean grey, double maskUm, double fromUm, double stepUm)
{

	/** Part of the cuts from which a line runs in a sheet. */
	private static final double SHEET_SHARE = 0.5;

	/** The samples with their places on the line that they were taken along. */
	List<ProfilePoint> points(final int crack, final List<Vec3> points) {
		final CrackLine line = new CrackLine(points);
		final List<ProfilePoint> out = new ArrayList<>(widthUm.length);
		for (int i = 0; i < widthUm.length; i++) {
			final double s = fromUm + i * stepUm;
			out.add(new ProfilePoint(crack, s, line.at(s), widthUm[i] > 0 ? 1000 * widthUm[i] : Double.NaN, grey));
		}
		return out;
	}

	/** The same with the mean opening from the mask beside it. */
	WidthProfile beside(final WidthProfile mask) {
		return new WidthProfile(widthUm, independent, smoothing, systematicUm, slitShare, ratio, resolved, grey, mask.meanUm(),
			fromUm, stepUm);
	}

	/** The same along a line that is longer by a factor. */
	WidthProfile stretched(final double factor) {
		return new WidthProfile(widthUm, independent, smoothing, systematicUm, slitShare, ratio, resolved, grey, maskUm, fromUm * factor, stepUm
			* factor);
	}

	/** The same kind of openings at other places. */
	WidthProfile at(final double from, final double[] width) {
		return new WidthProfile(width, independent, smoothing, systematicUm, slitShare, ratio, resolved, grey, maskUm, from, stepUm);
	}

	/** The last (else the first) sample that was measured; -1 = none. */
	int outermost(final boolean atEnd) {
		for (int i = atEnd ? widthUm.length - 1 : 0; i >= 0 && i < widthUm.length; i += atEnd ? -1 : 1)
			if (widthUm[i] > 0) return i;
		return -1;
	}

	boolean sheet() {
		return slitShare >= SHEET_SHARE;
	}

	double meanUm() {
		return mean(widthUm);
	}

	/** Length of line on which something was measured. */
	double measuredUm() {
		int n = 0;
		for (final double w : widthUm)
			if (w > 0) n++;
		return n * stepUm;
	}

	static double mean(final double[] widthUm) {
		double sum = 0;
		int n = 0;
		for (final double w : widthUm)
			if (w > 0) {
				sum += w;
				n++;
			}
		return n == 0 ? Double.NaN : sum / n;
	}

	/** Standard deviation of the mean: scatter over independent stretches, and the error that all share. */
	double meanSdUm() {
		final double mean = meanUm();
		double square = 0;
		int n = 0;
		for (final double w : widthUm)
			if (w > 0) {
				square += (w - mean) * (w - mean);
				n++;
			}
		if (n == 0) return Double.NaN;
		final double scatter = n < 2 ? 0 : square / (n - 1) / Math.max(1, Math.min(n, independent));
		return Math.sqrt(scatter + systematicUm * systematicUm);
	}

	/** Narrowest opening, of means over neighbouring samples. */
	double minUm() {
		double min = Double.NaN;
		for (int i = 0; i < widthUm.length; i++) {
			final double w = smooth(i);
			if (w > 0 && !(w >= min)) min = w;
		}
		return min;
	}

	double smooth(final int i) {
		double sum = 0;
		int n = 0;
		for (int k = Math.max(0, i - smoothing); k <= Math.min(widthUm.length - 1, i + smoothing); k++)
			if (widthUm[k] > 0) {
				sum += widthUm[k];
				n++;
			}
		return n == 0 ? Double.NaN : sum / n;
	}

	/**
	 * Opening of the uniform crack of equal flow resistance: [mean of w^-e]^(-1/e), physics eq. 6 (derived).
	 *
	 * @param e 1 + 3/m for tubes, 1 + 2/m for slits
	 */
	double flowUm(final double e) {
		double sum = 0;
		int n = 0;
		for (int i = 0; i < widthUm.length; i++) {
			final double w = smooth(i);
			if (w > 0) {
				sum += Math.pow(w, -e);
				n++;
			}
		}
		return n == 0 ? Double.NaN : Math.pow(sum / n, -1 / e);
	}

	/** The same with the exponent that fits what the crack is. */
	double flowUm(final CrackOptions options) {
		return flowUm(options.flowExponent(sheet()));
	}
}
