// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import org.apache.commons.math3.special.Erf;

/**
 * How the opening of a sheet, or the cut of a tube, rises from its tip to its full size, as a blurred image shows it.
 * <p>
 * Without blur the rise over a distance l is that of an ellipse: sqrt(1 - (1 - d/l)^2) for an opening (the shape of an elastic
 * crack), 1 - (1 - d/l)^2 for an area (a round cap); l = 0 is a blunt end.
 * Blur along the line is Gaussian; everything is in its standard deviations. Tabulated once. Derived.
 */
final class TipShape {

	/** Rise distances tabulated, in standard deviations of the blur. */
	static final double[] RISES = { 0, 0.5, 1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 36 };

	private static final double FROM = -6, TO = 48, STEP = 0.125;
	private static final int QUADRATURE = 96;

	private final double[][] table = new double[RISES.length][(int) Math.round((TO - FROM) / STEP) + 1];

	/** What rises: the opening of a sheet, or the cut of a tube. */
	enum Kind {
		OPENING, AREA
	}

	TipShape(final Kind kind) {
		for (int k = 0; k < RISES.length; k++)
			for (int i = 0; i < table[k].length; i++)
				table[k][i] = blurred(kind, RISES[k], FROM + i * STEP);
	}

	/** Share of the full size at a distance inward from the tip; negative outside. */
	static double sharp(final Kind kind, final double rise, final double inward) {
		if (inward <= 0) return 0;
		if (inward >= rise) return 1;
		final double u = 1 - inward / rise;
		return kind == Kind.OPENING ? Math.sqrt(1 - u * u) : 1 - u * u;
	}

	/** Integral of the sharp shape with a Gaussian of standard deviation one, middle rule within five deviations. */
	private static double blurred(final Kind kind, final double rise, final double inward) {
		if (rise == 0) return 0.5 * (1 + Erf.erf(inward / Math.sqrt(2)));
		double sum = 0, weights = 0;
		for (int i = 0; i < QUADRATURE; i++) {
			final double t = -5 + 10 * (i + 0.5) / QUADRATURE, w = Math.exp(-0.5 * t * t);
			weights += w;
			sum += w * sharp(kind, rise, inward - t);
		}
		return sum / weights;
	}

	/**
	 * Share of the full size that the blurred image shows.
	 *
	 * @param k number of the rise
	 * @param inward distance inward from the tip, standard deviations of the blur
	 */
	double at(final int k, final double inward) {
		if (inward <= FROM) return 0;
		if (inward >= TO) return 1;
		final double f = (inward - FROM) / STEP;
		final int i = Math.min((int) f, table[k].length - 2);
		return table[k][i] + (f - i) * (table[k][i + 1] - table[k][i]);
	}
}
