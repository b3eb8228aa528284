// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.command;

import java.util.ArrayList;
import java.util.List;

import org.dendritej.core.model.CellTest;
import org.dendritej.core.model.FailureCurve;
import org.dendritej.core.model.FailureLimits;
import org.dendritej.core.model.Prediction;
import org.dendritej.core.model.PredictionTable;
import org.dendritej.core.model.WeibullFit;
import org.dendritej.core.record.Column;
import org.dendritej.ij.Chart;
import org.dendritej.io.CellTestReader;
import org.dendritej.io.TextFile;

/** Cells that were tested, beside the prediction: exact limits, fit, further tests, one plot. */
final class TestViews {

	private static final double EXCLUDED = 0.1;

	private TestViews() {}

	/** Adds what the tests say to the table; {@code p} is null if paper mode was refused. */
	static PredictionTable add(final Views views, final String file, final Prediction p, final PredictionTable table) {
		final List<CellTest> tests = CellTestReader.tests(TextFile.read("tests", file, 1 << 22), file);
		final List<FailureLimits> limits = FailureLimits.of(tests, 0.95);
		final WeibullFit fit = WeibullFit.of(tests, 0.9);
		final List<Column<FailureLimits>> columns = new ArrayList<>(FailureLimits.COLUMNS);
		columns.add(new Column<>("further_survivors_for_10_percent", "further cells, all surviving, that exclude a failure probability of 10 %",
			l -> l.furtherTestsNeeded(EXCLUDED)));
		views.table("tests", columns, limits);
		views.chart("tests", chart(views.sample(), limits, fit, p));
		return table.with(FailureCurve.rows(fit, p == null ? Double.NaN : p.ccdMaCm2(), p == null ? null : p.uncertainty()), p == null ? List.of()
			: FailureCurve.disagreement(fit, p.uncertainty()));
	}

	private static Chart chart(final String sample, final List<FailureLimits> limits, final WeibullFit fit, final Prediction p) {
		final Chart c = new Chart(sample + " tests", "Current density (mA/cm2)", "Failure probability").logarithmic(true, false);
		final double[] span = FailureCurve.span(limits, p == null ? Double.NaN : p.ccdMaCm2());
		c.points("tests, exact one-sided 95 % limits", limits.stream().mapToDouble(FailureLimits::currentMaCm2).toArray(), limits.stream().mapToDouble(
			l -> (double) l.failures() / l.tests()).toArray(), limits.stream().mapToDouble(FailureLimits::lower).toArray(), limits.stream().mapToDouble(
				FailureLimits::upper).toArray(), "circle");
		final FailureCurve f = FailureCurve.fitted(fit, span[0], span[1]);
		c.line("Weibull fit to the tests", f.currentMaCm2(), f.failure());
		if (p != null) {
			final FailureCurve d = FailureCurve.predicted(p.uncertainty());
			c.line("prediction: doubt about the CCD", d.currentMaCm2(), d.failure());
		}
		return c;
	}
}
