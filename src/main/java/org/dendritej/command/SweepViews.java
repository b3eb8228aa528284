// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.dendritej.core.model.CcdMap;
import org.dendritej.core.model.CriticalCurrent;
import org.dendritej.core.model.DesignChange;
import org.dendritej.core.model.PoreArray;
import org.dendritej.core.model.Prediction;
import org.dendritej.core.model.PublishedCells;
import org.dendritej.core.model.SpecimenPath;
import org.dendritej.core.model.Sweep;
import org.dendritej.core.model.SweepRange;
import org.dendritej.core.model.Tornado;
import org.dendritej.core.model.Variable;
import org.dendritej.core.record.Flag;
import org.dendritej.ij.Chart;
import org.dendritej.ij.MapChart;
import org.dendritej.ij.RangeChart;

/** The views of Fig. 5: sweeps, path, maps of equal critical current, tornado and design changes. */
final class SweepViews {

	private static final String CCD = "Critical current density (mA/cm2)";
	private static final int STEPS = 201;
	private static final int MAP_STEPS = 61;
	private static final Variable[][] MAPS = { { Variable.PORE_RADIUS, Variable.CRACK_LENGTH }, { Variable.CRACK_WIDTH, Variable.PORE_SEPARATION } };

	private final Views views;
	private final CriticalCurrent model;
	private final PoreArray array;
	private final List<Flag> flags = new ArrayList<>();

	SweepViews(final Views views, final Prediction p) {
		this.views = views;
		model = p.model();
		array = p.inputs().array();
	}

	/** What could not be drawn, and why. */
	List<Flag> flags() {
		return flags;
	}

	/** The variables that a typed word stands for: none, all (those of Fig. 5) or one. */
	static List<Variable> variables(final String typed) {
		final String word = typed == null || typed.isBlank() ? "none" : typed.strip().toLowerCase(Locale.ROOT);
		if (word.equals("none")) return List.of();
		if (word.equals("all")) return List.of(Variable.PORE_RADIUS, Variable.PORE_SEPARATION, Variable.CRACK_LENGTH, Variable.CRACK_WIDTH,
			Variable.STRENGTH, Variable.TEMPERATURE);
		return List.of(Variable.parse(word));
	}

	static String label(final Variable v) {
		return name(v) + (v.unit().equals("1") ? "" : " (" + v.unit() + ")");
	}

	private static String name(final Variable v) {
		return v.words().substring(0, 1).toUpperCase(Locale.ROOT) + v.words().substring(1);
	}

	/** One sweep with the sample's own value marked. */
	void sweep(final Variable v, final String range) {
		final SweepRange r = range == null || range.isBlank() ? SweepRange.of(model, array, v) : SweepRange.parse(range);
		final Sweep s = Sweep.of(model, array, v, r.from(), r.to(), STEPS);
		views.table("sweep-" + v.key(), s.columns(), s.points());
		final Chart c = new Chart(views.sample() + " " + v.words(), label(v), CCD).logarithmic(false, true);
		c.line("all else held", s.values(), s.ccdMaCm2());
		c.points(views.sample(), new double[] { model.value(array, v) }, new double[] { model.ccdMaCm2(array) }, null, null, "circle");
		views.chart("sweep-" + v.key(), c);
	}

	/** Fig. 5 e: the straight way to another microstructure, and what each number contributes. */
	void path(final String stem, final PoreArray to, final String name) {
		final SpecimenPath p;
		try {
			p = SpecimenPath.of(model, array, to, STEPS);
		}
		catch (final IllegalArgumentException e) {
			flags.add(Flag.note("no_path", "The path to " + name + " was not drawn: " + e.getMessage()));
			return;
		}
		views.table("sweep-" + stem, SpecimenPath.COLUMNS, p.points());
		views.table(stem + "-parts", SpecimenPath.PARTS, p.parts());
		final Chart c = new Chart(views.sample() + " to " + name, "Way from " + views.sample() + " (0) to " + name + " (1)", CCD).logarithmic(false, true);
		c.line("path", p.t(), p.ccdMaCm2());
		views.chart("sweep-" + stem, c);
		final RangeChart r = new RangeChart(stem + " parts", "Factor of the CCD from " + views.sample() + " to " + name, true, 1, p.parts().size());
		p.parts().forEach(k -> r.bar(label(k.variable()), 1, k.share(), k.share(), String.format(Locale.ROOT, "%.3g to %.3g", k.first(), k.second())));
		views.graphic(stem + "-parts", r);
	}

	/** Lines of equal critical current over radius and length, and over width and separation. */
	void maps(final double target) {
		for (final Variable[] m : MAPS) {
			final CcdMap map = CcdMap.of(model, array, m[0], SweepRange.of(model, array, m[0]).ends(), m[1], SweepRange.of(model, array, m[1]).ends(),
				MAP_STEPS);
			final String stem = "map-" + m[0].key() + "-" + m[1].key();
			views.table(stem, map.columns(), map.points());
			views.graphic(stem, new MapChart(views.sample() + " " + stem, label(m[0]), label(m[1]), CCD, map.xs(), map.ys(), map.ccdMaCm2(), target).mark(
				views.sample(), array.get(m[0]), array.get(m[1]), "circle"));
		}
	}

	/** What ten per cent of every number are worth, and what its own uncertainty is worth. */
	void tornado(final Prediction p) {
		bars("tornado", "CCD (mA/cm2) when one number changes by 10 %", Tornado.relative(model, array, 0.1));
		final List<Tornado> own = Tornado.of(p);
		if (!own.isEmpty()) bars("tornado-uncertainty", "CCD (mA/cm2) with one number at its 5 or 95 % end", own);
	}

	private void bars(final String stem, final String xLabel, final List<Tornado> bars) {
		views.table(stem, Tornado.COLUMNS, bars);
		final RangeChart c = new RangeChart(views.sample() + " " + stem, xLabel, true, model.ccdMaCm2(array), bars.size());
		for (final Tornado t : bars)
			c.bar(name(t.variable()), t.ccdLowMaCm2(), Double.NaN, t.ccdHighMaCm2(), String.format(Locale.ROOT, "slope %.2f", t.slope()));
		views.graphic(stem, c);
	}

	/** Which single change reaches a wanted critical current. */
	void design(final double target) {
		final List<DesignChange> all = DesignChange.reach(model, array, target);
		views.table("design", DesignChange.COLUMNS, all);
		final RangeChart c = new RangeChart(views.sample() + " design", String.format(Locale.ROOT, "Factor of one number alone that gives %.3g mA/cm2", target), true,
			1, all.size());
		for (final DesignChange d : all)
			c.bar(label(d.variable()), 1, d.ratio(), d.ratio(), Double.isNaN(d.needed()) ? "out of reach" : String.format(Locale.ROOT, "%.3g to %.3g", d.now(),
				d.needed()));
		views.graphic("design", c);
	}

	/** The path to each other specimen, or to the published one if there is no other. */
	void paths(final Map<String, Prediction> specimens) {
		int drawn = 0;
		for (final Map.Entry<String, Prediction> e : specimens.entrySet())
			if (!e.getKey().equals(views.sample())) path("path" + (drawn++ == 0 ? "" : "-" + e.getKey()), e.getValue().inputs().array(), e.getKey());
		if (drawn == 0) path("path", PublishedCells.other(array), PublishedCells.name(PublishedCells.other(array)));
	}
}
