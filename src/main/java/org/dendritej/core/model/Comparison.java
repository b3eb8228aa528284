// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.dendritej.core.record.Column;
import org.dendritej.core.record.Quantity;

/**
 * Any number of specimens side by side.
 *
 * @param rows one for each specimen, in the order given
 * @param probability at [i][k] the probability that specimen i has the higher critical current than k
 * @param pairs each pair once, with the interval of the ratio of its currents
 */
public record Comparison(List<Row> rows, double[][] probability, List<Pair> pairs) {

	/**
	 * One specimen.
	 *
	 * @param sample its name
	 * @param ccdMaCm2 critical current, mA/cm2
	 * @param p05 5 % end, mA/cm2
	 * @param p95 95 % end, mA/cm2
	 * @param array the four lengths
	 * @param verdict pass, warn or stop
	 */
	public record Row(String sample, double ccdMaCm2, double p05, double p95, PoreArray array, String verdict) {}

	/**
	 * One pair of specimens.
	 *
	 * @param first one
	 * @param second another
	 * @param probability that the first has the higher critical current
	 * @param ratio CCD of the first over that of the second
	 * @param low 5 % end of that ratio
	 * @param high 95 % end
	 */
	public record Pair(String first, String second, double probability, double ratio, double low,
		double high) {}

	/** The table of pairs. */
	public static final List<Column<Pair>> PAIRS = List.of(new Column<>("first", "one specimen", Pair::first), new Column<>(
		"second", "another", Pair::second), new Column<>("p_first_higher", "probability that the first has the higher CCD",
			Pair::probability), new Column<>("ratio", "CCD of the first over that of the second", Pair::ratio), new Column<>("ratio_p05", "5 % end of the ratio of the CCDs", Pair::low), new Column<>(
				"ratio_p95", "95 % end", Pair::high));

	/** The comparison's table. */
	public static final List<Column<Row>> COLUMNS = List.of(new Column<>("sample", "name of the specimen", Row::sample),
		new Column<>("ccd_ma_cm2", "critical current density", Row::ccdMaCm2), new Column<>("p05_ma_cm2", "5 % end",
			Row::p05), new Column<>("p95_ma_cm2", "95 % end", Row::p95), new Column<>("pore_radius_um", "pore radius",
				r -> r.array.radiusUm()), new Column<>("pore_separation_um", "pore separation", r -> r.array.separationUm()),
		new Column<>("crack_length_um", "crack length", r -> r.array.crackLengthUm()), new Column<>("crack_width_nm",
			"crack width", r -> r.array.crackWidthNm()), new Column<>("validity", "pass, warn or stop", Row::verdict));

	/**
	 * Compares.
	 *
	 * @param predictions by specimen, in the order wanted
	 * @return the table and the matrix
	 */
	public static Comparison of(final Map<String, Prediction> predictions) {
		final List<Row> rows = new ArrayList<>();
		final List<double[]> draws = new ArrayList<>();
		for (final Map.Entry<String, Prediction> e : predictions.entrySet()) {
			final Quantity ccd = e.getValue().get("ccd");
			rows.add(new Row(e.getKey(), ccd.value(), ccd.p05(), ccd.p95(), e.getValue().inputs().array(), e.getValue().get(
				"validity").text()));
			draws.add(e.getValue().uncertainty().ccdMaCm2());
		}
		final double[][] p = new double[rows.size()][rows.size()];
		for (int i = 0; i < p.length; i++)
			for (int k = 0; k < p.length; k++)
				p[i][k] = i == k ? 0.5 : PaperUncertainty.probabilityFirstExceeds(draws.get(i), draws.get(k));
		final List<Pair> pairs = new ArrayList<>();
		for (int i = 0; i < p.length; i++)
			for (int k = i + 1; k < p.length; k++) {
				final double[] q = ratio(draws.get(i), draws.get(k));
				pairs.add(new Pair(rows.get(i).sample(), rows.get(k).sample(), p[i][k], rows.get(i).ccdMaCm2() / rows.get(
					k).ccdMaCm2(), q[0], q[2]));
			}
		return new Comparison(List.copyOf(rows), p, List.copyOf(pairs));
	}

	/** Each draw of the first against a far-off draw of the second: equal numbers of draw share their random numbers. */
	private static double[] ratio(final double[] first, final double[] second) {
		final double[] r = new double[first.length];
		for (int i = 0; i < r.length; i++)
			r[i] = first[i] / second[(int) ((i + second.length / 2L) % second.length)];
		return Draws.interval(r);
	}
}
