// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Evaluates the array model at drawn inputs without stopping at the limits of the closed form. */
final class ArrayEvaluation {

	private final PoreArray array;
	private final Conditions conditions;
	private final CriticalCurrent base;
	private final Map<Variable, Double> point = new EnumMap<>(Variable.class);
	double ccd;
	double alpha;
	double cap;
	boolean crowded;

	ArrayEvaluation(final PoreArray array, final CriticalCurrent model) {
		this.array = array;
		this.conditions = model.conditions();
		base = model;
	}

	void evaluate(final List<Factor> factors, final double[] values) {
		point.clear();
		boolean sameConditions = true;
		for (int f = 0; f < values.length; f++) {
			point.put(factors.get(f).variable(), values[f]);
			sameConditions &= factors.get(f).variable().isGeometry();
		}
		final PoreArray a = new PoreArray(or(Variable.PORE_RADIUS), or(Variable.PORE_SEPARATION), or(
			Variable.CRACK_LENGTH), or(Variable.CRACK_WIDTH));
		CriticalCurrent model = base;
		if (!sameConditions) {
			Conditions c = conditions;
			for (final Map.Entry<Variable, Double> e : point.entrySet())
				if (!e.getKey().isGeometry()) c = c.with(e.getKey(), e.getKey() == Variable.STRENGTH ? Math.max(e.getValue(), c
					.stackMPa() * 1.0001) : e.getValue());
			model = base.with(c);
		}
		final double s = a.separationUm(), lambda = model.conditions().kineticLengthUm();
		crowded = !base.areaMeasured() && a.radiusUm() > CollectingArea.LARGEST_RADIUS_OVER_PITCH * s;
		final CollectingArea area = base.areaMeasured() ? model.area(a) : CollectingArea.bounded(a, lambda);
		ccd = model.ccdMaCm2(a, area);
		alpha = area.alphaUm2();
		cap = model.pressureCapMPa(ccd, area);
	}

	private double or(final Variable v) {
		final Double d = point.get(v);
		return d == null ? array.get(v) : d;
	}
}
