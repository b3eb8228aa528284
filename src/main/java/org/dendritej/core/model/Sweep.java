// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.record.Column;

/**
 * Critical current against one variable, all else held.
 *
 * @param variable what varies
 * @param values its values
 * @param ccdMaCm2 critical current at each, mA/cm2; NaN where the model refuses (pores too close)
 */
public record Sweep(Variable variable, double[] values, double[] ccdMaCm2) {

	/**
	 * One row of the table.
	 *
	 * @param value value of the variable
	 * @param ccdMaCm2 critical current, mA/cm2
	 */
	public record Point(double value, double ccdMaCm2) {}

	/**
	 * Sweeps.
	 *
	 * @param model the conditions
	 * @param array the microstructure
	 * @param v what varies
	 * @param from first value
	 * @param to last value
	 * @param steps number of values, 2 to 100,000, evenly spaced
	 * @return the sweep
	 */
	public static Sweep of(final CriticalCurrent model, final PoreArray array, final Variable v, final double from,
		final double to, final int steps)
	{
		Allowed.count("the number of steps", steps, 2, 100_000);
		Allowed.notNegative("the first value of " + v.key(), from, v.unit());
		Allowed.notNegative("the last value of " + v.key(), to, v.unit());
		final double[] x = new double[steps], y = new double[steps];
		for (int i = 0; i < steps; i++) {
			x[i] = from + (to - from) * i / (steps - 1);
			y[i] = orNaN(model, array, v, x[i]);
		}
		return new Sweep(v, x, y);
	}

	/** NaN where a value lies outside what the model allows: a curve with a gap instead of no curve. */
	static double orNaN(final CriticalCurrent model, final PoreArray array, final Variable v, final double x) {
		try {
			return model.ccdWith(array, v, x);
		}
		catch (final IllegalArgumentException e) {
			return Double.NaN;
		}
	}

	/**
	 * The four sweeps of Fig. 5 a-d between two microstructures, from each of them (Melvin et al. 2025).
	 *
	 * @param model the conditions
	 * @param array the microstructure whose other numbers are held
	 * @param other the one that gives the other end of each range
	 * @param steps number of values
	 * @return radius, separation, length, width
	 */
	public static List<Sweep> figure5(final CriticalCurrent model, final PoreArray array, final PoreArray other,
		final int steps)
	{
		final List<Sweep> all = new ArrayList<>();
		for (final Variable v : Variable.values()) {
			if (!v.isGeometry()) continue;
			final double low = Math.min(array.get(v), other.get(v)), high = Math.max(array.get(v), other.get(v));
			// equal ends still make a curve: a fifth to either side
			all.add(low < high ? of(model, array, v, low, high, steps) : of(model, array, v, 0.8 * low, 1.2 * low, steps));
		}
		return all;
	}

	/** Name of a variable's column, its unit at the end. */
	static String column(final Variable v) {
		return v.key() + (v.unit().equals("1") ? "" : "_" + v.unit().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+",
			"_"));
	}

	/**
	 * The columns of the sweep's table.
	 *
	 * @return value with its unit, ccd
	 */
	public List<Column<Point>> columns() {
		return List.of(new Column<>(column(variable), variable.words(), Point::value), new Column<>("ccd_ma_cm2",
			"critical current density", Point::ccdMaCm2));
	}

	/**
	 * The rows of the sweep's table.
	 *
	 * @return one for each value
	 */
	public List<Point> points() {
		final List<Point> p = new ArrayList<>();
		for (int i = 0; i < values.length; i++)
			p.add(new Point(values[i], ccdMaCm2[i]));
		return p;
	}
}
