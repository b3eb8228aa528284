// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.record.Column;

/**
 * Critical current over two variables, for lines of equal CCD.
 *
 * @param x variable along the first index
 * @param y variable along the second
 * @param xs its values
 * @param ys its values
 * @param ccdMaCm2 critical current at [x][y], mA/cm2; NaN where the model refuses
 */
public record CcdMap(Variable x, Variable y, double[] xs, double[] ys, double[][] ccdMaCm2) {

	/**
	 * One point of the map.
	 *
	 * @param x value of the first variable
	 * @param y value of the second
	 * @param ccdMaCm2 critical current, mA/cm2
	 */
	public record Point(double x, double y, double ccdMaCm2) {}

	/**
	 * Computes.
	 *
	 * @param model the conditions
	 * @param array the microstructure
	 * @param x one variable
	 * @param xRange first and last value
	 * @param y another variable
	 * @param yRange first and last value
	 * @param steps values along each, 2 to 1000
	 * @return the map; cost steps2 evaluations
	 */
	public static CcdMap of(final CriticalCurrent model, final PoreArray array, final Variable x, final double[] xRange,
		final Variable y, final double[] yRange, final int steps)
	{
		Allowed.count("the number of steps", steps, 2, 1000);
		if (x == y) throw new IllegalArgumentException("Both axes of the map are " + x.key() +
			"; give two different variables.");
		final double[] xs = new double[steps], ys = new double[steps];
		final double[][] ccd = new double[steps][steps];
		for (int i = 0; i < steps; i++) {
			xs[i] = xRange[0] + (xRange[1] - xRange[0]) * i / (steps - 1);
			ys[i] = yRange[0] + (yRange[1] - yRange[0]) * i / (steps - 1);
		}
		for (int i = 0; i < steps; i++) {
			final PoreArray a = x.isGeometry() ? array.with(x, xs[i]) : array;
			final CriticalCurrent m = x.isGeometry() ? model : model.with(model.conditions().with(x, xs[i]));
			for (int k = 0; k < steps; k++)
				ccd[i][k] = Sweep.orNaN(m, a, y, ys[k]);
		}
		return new CcdMap(x, y, xs, ys, ccd);
	}

	/**
	 * The line of equal critical current: for each x the y at which it is crossed, by linear interpolation of ln CCD.
	 *
	 * @param ccd critical current of the line, mA/cm2
	 * @return y for each x; NaN where the line is not crossed
	 */
	public double[] isoLine(final double ccd) {
		Allowed.positive("the critical current of the line", ccd, "mA/cm2");
		final double[] line = new double[xs.length];
		for (int i = 0; i < xs.length; i++) {
			line[i] = Double.NaN;
			for (int k = 1; k < ys.length && Double.isNaN(line[i]); k++) {
				final double a = Math.log(ccdMaCm2[i][k - 1] / ccd), b = Math.log(ccdMaCm2[i][k] / ccd);
				if (a * b <= 0 && a != b) line[i] = ys[k - 1] + (ys[k] - ys[k - 1]) * a / (a - b);
			}
		}
		return line;
	}

	/**
	 * The columns of the map's table.
	 *
	 * @return both values with their units, ccd
	 */
	public List<Column<Point>> columns() {
		return List.of(new Column<>(Sweep.column(x), x.words(), Point::x), new Column<>(Sweep.column(y), y.words(), Point::y),
			new Column<>("ccd_ma_cm2", "critical current density", Point::ccdMaCm2));
	}

	/**
	 * The rows of the map's table.
	 *
	 * @return one for each pair of values, the second running fastest
	 */
	public List<Point> points() {
		final List<Point> p = new ArrayList<>();
		for (int i = 0; i < xs.length; i++)
			for (int k = 0; k < ys.length; k++)
				p.add(new Point(xs[i], ys[k], ccdMaCm2[i][k]));
		return p;
	}
}
