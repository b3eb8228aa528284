// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.dendritej.core.record.Column;

/**
 * One way to a wanted critical current: how far a single number would have to change.
 *
 * @param variable what is changed
 * @param now its value now
 * @param needed its value at the target; NaN if the target is out of reach within a factor 100
 * @param ratio needed over now
 * @param words the same as a sentence
 */
public record DesignChange(Variable variable, double now, double needed, double ratio, String words) {

	/** The design table. */
	public static final List<Column<DesignChange>> COLUMNS = List.of(new Column<>("variable", "what is changed", d -> d.variable
		.key()), new Column<>("unit", "its unit", d -> d.variable.unit()), new Column<>("now", "value now",
			DesignChange::now), new Column<>("needed", "value at the target", DesignChange::needed), new Column<>("ratio",
				"needed over now", DesignChange::ratio), new Column<>("words", "in words", DesignChange::words));

	/**
	 * All single changes that reach a target.
	 *
	 * @param model the conditions
	 * @param array the microstructure
	 * @param targetMaCm2 wanted critical current, mA/cm2
	 * @return radius, separation, length, width, strength, temperature
	 */
	public static List<DesignChange> reach(final CriticalCurrent model, final PoreArray array, final double targetMaCm2) {
		Allowed.positive("the target", targetMaCm2, "mA/cm2");
		final List<DesignChange> all = new ArrayList<>();
		for (final Variable v : new Variable[] { Variable.PORE_RADIUS, Variable.PORE_SEPARATION, Variable.CRACK_LENGTH,
			Variable.CRACK_WIDTH, Variable.STRENGTH, Variable.TEMPERATURE })
			all.add(one(model, array, v, targetMaCm2));
		return all;
	}

	private static DesignChange one(final CriticalCurrent model, final PoreArray array, final Variable v,
		final double target)
	{
		final double now = model.value(array, v);
		final double best = search(model, array, v, target, now);
		final String words = Double.isNaN(best) ? String.format(Locale.ROOT, "no %s within a factor 100 gives %.4g mA/cm2", v
			.words(), target) : String.format(Locale.ROOT, "%s from %.4g to %.4g %s", v.words(), now, best, v.unit());
		return new DesignChange(v, now, best, best / now, words);
	}

	/** Steps outwards from the present value on both sides until the target is crossed, then bisects. */
	private static double search(final CriticalCurrent model, final PoreArray array, final Variable v,
		final double target, final double now)
	{
		final double start = Math.log(model.ccdMaCm2(array) / target);
		if (start == 0) return now;
		for (final double sign : new double[] { Math.signum(-start * model.sensitivity(array, v)), Math.signum(start * model
			.sensitivity(array, v)) }) {
			if (sign == 0) continue;
			double before = 0, fBefore = start;
			for (int i = 1; i <= 100; i++) {
				final double at = sign * i * Math.log(100) / 100;
				final double f = Math.log(Sweep.orNaN(model, array, v, now * Math.exp(at)) / target);
				if (Double.isNaN(f)) break;
				if (f * fBefore <= 0) return bisect(model, array, v, target, now, before, at);
				before = at;
				fBefore = f;
			}
		}
		return Double.NaN;
	}

	private static double bisect(final CriticalCurrent model, final PoreArray array, final Variable v,
		final double target, final double now, final double from, final double to)
	{
		double a = from, b = to;
		final double fa = Math.log(model.ccdWith(array, v, now * Math.exp(a)) / target);
		for (int i = 0; i < 60; i++) {
			final double mid = (a + b) / 2;
			if (Math.log(model.ccdWith(array, v, now * Math.exp(mid)) / target) * fa > 0) a = mid;
			else b = mid;
		}
		return now * Math.exp((a + b) / 2);
	}
}
