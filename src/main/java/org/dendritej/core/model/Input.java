// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

/**
 * One number that goes into a prediction, with its standard deviation and where it came from.
 *
 * @param variable which
 * @param value the number in the variable's unit
 * @param sd standard deviation; 0 = taken as exact
 * @param source estimator and measurement, or "typed"
 */
public record Input(Variable variable, double value, double sd, String source) {

	/** Checks the two numbers. */
	public Input {
		Allowed.positive(variable.key(), value, variable.unit());
		Allowed.notNegative("the standard deviation of " + variable.key(), sd, variable.unit());
	}

	/**
	 * A number that the user typed.
	 *
	 * @param variable which
	 * @param value the number
	 * @return the input, taken as exact
	 */
	public static Input typed(final Variable variable, final double value) {
		return new Input(variable, value, 0, "typed: " + variable.key() + "=" + value);
	}

	/**
	 * Standard deviation of the logarithm of the log-normal distribution with this mean and standard deviation.
	 *
	 * @return a pure number
	 */
	public double sdOfLog() {
		final double r = sd / value;
		return Math.sqrt(Math.log1p(r * r));
	}
}
