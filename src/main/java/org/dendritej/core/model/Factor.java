// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * One uncertain input of a prediction: how to draw it.
 *
 * @param variable which
 * @param estimate the value used without draws
 * @param draw how to draw one value
 * @param source what the spread stands for
 */
record Factor(Variable variable, double estimate, ToDoubleFunction<SplittableRandom> draw, String source) {

	/** Log-normal about the estimate as its median. */
	static Factor logNormal(final Variable v, final double estimate, final double sdOfLog, final String source) {
		return new Factor(v, estimate, r -> estimate * Math.exp(sdOfLog * r.nextGaussian()), source);
	}

	/** The same with an error that all bodies share, such as that of the threshold. */
	Factor withCommon(final double sdOfLog) {
		return !(sdOfLog > 0) ? this : new Factor(variable, estimate, r -> draw.applyAsDouble(r) * Math.exp(sdOfLog * r.nextGaussian()), source
			+ ", and the threshold of the segmentation (" + Math.round(1000 * sdOfLog) / 10.0 + " %)");
	}

	/** A range read as 5 to 95 % of a log-normal with the estimate as its median. */
	static Factor range(final Variable v, final Property p) {
		return logNormal(v, p.value(), Draws.sdOfLog(p.low(), p.high()), "range " + p.low() + " to " + p.high() + " " + p
			.key().unit() + " of the material file (" + p.mark().word() + ")");
	}
}
