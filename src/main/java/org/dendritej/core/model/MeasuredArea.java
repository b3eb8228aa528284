// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.Locale;
import java.util.Set;

import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.PoreCurrent;

/**
 * The collecting area of the largest pore as the field in the image gave it, in place of the closed form of the array.
 * <p>
 * The model asks what the area would be at other radii, lengths and kinetics too (intervals, sensitivities). The image
 * gives one value; its change is taken from the closed form: {@code alpha = measured x closed(new) / closed(measured)}
 * (derived; exact at the measured array). The shape length is {@code beta = alpha / (d + lambda)}, as in eq. 10.
 *
 * @param alphaUm2 collecting area of the largest pore, um2
 * @param at the array that the image was reduced to
 * @param kineticLengthUm lambda with which the field was solved, um
 * @param pore label of that pore
 */
public record MeasuredArea(double alphaUm2, PoreArray at, double kineticLengthUm, int pore) {

	/** Checks the numbers. */
	public MeasuredArea {
		Allowed.positive("the collecting area of pore " + pore, alphaUm2, "um2");
		Allowed.notNegative("the kinetic length sigma r_int of the current section", kineticLengthUm, "um");
	}

	/**
	 * Reads the current section.
	 *
	 * @param sample the document; may be null
	 * @param inputs the four numbers; the largest pore is that of their estimate
	 * @param typed what the user typed: a typed radius or separation asks for another array than the image's
	 * @return the area; null if the closed form is to be used
	 */
	static MeasuredArea of(final Microstructure sample, final PaperInputs inputs, final Set<Variable> typed) {
		if (sample == null || sample.current() == null || inputs.pores() == null) return null;
		if (typed.contains(Variable.PORE_RADIUS) || typed.contains(Variable.PORE_SEPARATION)) return null;
		final int label = inputs.pores().largest().label();
		for (final PoreCurrent c : sample.current().rows())
			if (c.pore() == label && c.collectingAreaUm2() > 0) return new MeasuredArea(c.collectingAreaUm2(), inputs.array(),
				sample.current().find("kinetic_length").map(q -> q.value()).orElse(0.0), label);
		return null;
	}

	/**
	 * The area for an array that may differ from the measured one.
	 *
	 * @param array the array
	 * @param lambdaUm kinetic length, um
	 * @return alpha and beta
	 */
	CollectingArea at(final PoreArray array, final double lambdaUm) {
		final double alpha = alphaUm2 * CollectingArea.bounded(array, lambdaUm).alphaUm2() / CollectingArea.bounded(at,
			kineticLengthUm).alphaUm2();
		return new CollectingArea(alpha, alpha / (array.depthUm() + lambdaUm), String.format(Locale.ROOT,
			"field in the image: pore %d (%.4g um2)", pore, alphaUm2));
	}
}
