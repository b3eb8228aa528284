// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.dendritej.core.record.Column;

/**
 * One bar of a tornado plot: what an input's uncertainty does to the critical current.
 *
 * @param variable which input
 * @param low its low value
 * @param high its high value
 * @param ccdLowMaCm2 critical current at the low value, mA/cm2; NaN if the model refuses
 * @param ccdHighMaCm2 critical current at the high value, mA/cm2
 * @param slope d ln CCD / d ln x
 */
public record Tornado(Variable variable, double low, double high, double ccdLowMaCm2, double ccdHighMaCm2,
	double slope)
{

	/** The tornado's table. */
	public static final List<Column<Tornado>> COLUMNS = List.of(new Column<>("variable", "input", t -> t.variable.key()),
		new Column<>("unit", "its unit", t -> t.variable.unit()), new Column<>("low", "its low value", Tornado::low),
		new Column<>("high", "its high value", Tornado::high), new Column<>("ccd_low_ma_cm2", "ccd at the low value",
			Tornado::ccdLowMaCm2), new Column<>("ccd_high_ma_cm2", "ccd at the high value", Tornado::ccdHighMaCm2),
		new Column<>("slope", "d ln ccd / d ln x", Tornado::slope));

	private double span() {
		final double s = Math.abs(Math.log(ccdHighMaCm2 / ccdLowMaCm2));
		return Double.isNaN(s) ? Math.abs(slope * Math.log(high / low)) : s;
	}

	/**
	 * All bars with the same relative change.
	 *
	 * @param model the conditions
	 * @param array the microstructure
	 * @param relative change of each input, above 0 and below 1, such as 0.1
	 * @return widest first; variables that are 0 or without effect are left out
	 */
	public static List<Tornado> relative(final CriticalCurrent model, final PoreArray array, final double relative) {
		Allowed.between("the relative change", relative, 1e-6, 0.99, "");
		final List<Tornado> bars = new ArrayList<>();
		for (final Variable v : Variable.values()) {
			final double x = model.value(array, v);
			// a Kelvin is not a percentage of comfort: temperature has its own row in a sweep; A and m are tied in a fit
			if (!(x > 0) || v == Variable.TEMPERATURE || v == Variable.CREEP_EXPONENT) continue;
			if (model.conditions().kinetics() == Kinetics.NONE && (v == Variable.RINT || v == Variable.SIGMA)) continue;
			bars.add(bar(model, array, v, x * (1 - relative), x * (1 + relative)));
		}
		return sorted(bars);
	}

	/**
	 * All bars of a prediction, each from the 5 % to the 95 % point of its input's draws.
	 *
	 * @param p the prediction
	 * @return widest first; inputs that do not vary are left out
	 */
	public static List<Tornado> of(final Prediction p) {
		final CriticalCurrent model = p.model();
		final PoreArray array = p.inputs().array();
		final List<Tornado> bars = new ArrayList<>();
		for (final Variable v : p.uncertainty().shares().keySet()) {
			final double[] q = p.uncertainty().inputInterval(v, model.value(array, v));
			if (q[0] < q[2]) bars.add(bar(model, array, v, q[0], q[2]));
		}
		return sorted(bars);
	}

	private static Tornado bar(final CriticalCurrent model, final PoreArray array, final Variable v, final double low,
		final double high)
	{
		return new Tornado(v, low, high, Sweep.orNaN(model, array, v, low), Sweep.orNaN(model, array, v, high), model
			.sensitivity(array, v));
	}

	private static List<Tornado> sorted(final List<Tornado> bars) {
		bars.sort(Comparator.comparingDouble(Tornado::span).reversed().thenComparing(Tornado::variable));
		return List.copyOf(bars);
	}
}
