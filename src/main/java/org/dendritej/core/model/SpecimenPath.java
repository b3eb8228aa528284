// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.dendritej.core.record.Column;

/**
 * The straight way from one microstructure to another (Fig. 5 e) and what each variable contributes to the change.
 *
 * @param t 0 at the first, 1 at the second
 * @param arrays microstructure at each t
 * @param ccdMaCm2 critical current at each t, mA/cm2
 * @param alone factor by which the CCD changes if only this variable is taken from the second
 * @param share factor of this variable averaged over all orders of exchange (Shapley): their product is the whole change
 */
public record SpecimenPath(double[] t, List<PoreArray> arrays, double[] ccdMaCm2, Map<Variable, Double> alone,
	Map<Variable, Double> share)
{

	/**
	 * One point of the path.
	 *
	 * @param t 0 at the first, 1 at the second
	 * @param array microstructure there
	 * @param ccdMaCm2 critical current, mA/cm2
	 */
	public record Point(double t, PoreArray array, double ccdMaCm2) {}

	/**
	 * What one variable contributes.
	 *
	 * @param variable which
	 * @param first its value at the first microstructure
	 * @param second its value at the second
	 * @param alone factor of the CCD if only this variable is taken from the second
	 * @param share factor averaged over all orders of exchange
	 */
	public record Part(Variable variable, double first, double second, double alone, double share) {}

	/** The path's table. */
	public static final List<Column<Point>> COLUMNS = List.of(new Column<>("t", "0 at the first, 1 at the second",
		Point::t), new Column<>("pore_radius_um", "pore radius", p -> p.array.radiusUm()), new Column<>("pore_separation_um",
			"pore separation", p -> p.array.separationUm()), new Column<>("crack_length_um", "crack length", p -> p.array
				.crackLengthUm()), new Column<>("crack_width_nm", "crack width", p -> p.array.crackWidthNm()), new Column<>(
					"ccd_ma_cm2", "critical current density", Point::ccdMaCm2));

	/** The table of the parts. */
	public static final List<Column<Part>> PARTS = List.of(new Column<>("variable", "what changes", p -> p.variable.key()),
		new Column<>("unit", "its unit", p -> p.variable.unit()), new Column<>("first", "value at the first", Part::first),
		new Column<>("second", "value at the second", Part::second), new Column<>("factor_alone",
			"factor of the CCD if only this changes", Part::alone), new Column<>("factor_share",
				"factor averaged over all orders; their product is the whole change", Part::share));

	private static final List<Variable> VARIABLES = List.of(Variable.PORE_RADIUS, Variable.PORE_SEPARATION,
		Variable.CRACK_LENGTH, Variable.CRACK_WIDTH);

	/**
	 * Computes.
	 *
	 * @param model the conditions
	 * @param first one microstructure
	 * @param second the other
	 * @param steps values of t, 2 to 10,000
	 * @return the path
	 * @throws IllegalArgumentException if a mixture of the two is outside what the closed form allows
	 */
	public static SpecimenPath of(final CriticalCurrent model, final PoreArray first, final PoreArray second,
		final int steps)
	{
		Allowed.count("the number of steps", steps, 2, 10_000);
		final double[] t = new double[steps], ccd = new double[steps];
		final PoreArray[] arrays = new PoreArray[steps];
		for (int i = 0; i < steps; i++) {
			t[i] = i / (steps - 1.0);
			PoreArray a = first;
			for (final Variable v : VARIABLES)
				a = a.with(v, first.get(v) + t[i] * (second.get(v) - first.get(v)));
			arrays[i] = a;
			ccd[i] = model.ccdMaCm2(a);
		}
		final double[] mixed = new double[16];
		for (int set = 0; set < 16; set++) {
			PoreArray a = first;
			for (int k = 0; k < 4; k++)
				if ((set >> k & 1) == 1) a = a.with(VARIABLES.get(k), second.get(VARIABLES.get(k)));
			mixed[set] = Math.log(model.ccdMaCm2(a));
		}
		final Map<Variable, Double> alone = new EnumMap<>(Variable.class), share = new EnumMap<>(Variable.class);
		// of the orders of four, those with k others before: 3! / (k! (3-k)!) sets of weight k! (3-k)! / 4!
		final double[] weight = { 6 / 24.0, 2 / 24.0, 2 / 24.0, 6 / 24.0 };
		for (int k = 0; k < 4; k++) {
			double sum = 0;
			for (int set = 0; set < 16; set++)
				if ((set >> k & 1) == 0) sum += weight[Integer.bitCount(set)] * (mixed[set | 1 << k] - mixed[set]);
			alone.put(VARIABLES.get(k), Math.exp(mixed[1 << k] - mixed[0]));
			share.put(VARIABLES.get(k), Math.exp(sum));
		}
		return new SpecimenPath(t, List.of(arrays), ccd, alone, share);
	}

	/**
	 * The rows of the path's table.
	 *
	 * @return one for each t
	 */
	public List<Point> points() {
		final List<Point> p = new ArrayList<>();
		for (int i = 0; i < t.length; i++)
			p.add(new Point(t[i], arrays.get(i), ccdMaCm2[i]));
		return p;
	}

	/**
	 * The decomposition by variable.
	 *
	 * @return radius, separation, length, width
	 */
	public List<Part> parts() {
		final PoreArray first = arrays.get(0), second = arrays.get(arrays.size() - 1);
		return VARIABLES.stream().map(v -> new Part(v, first.get(v), second.get(v), alone.get(v), share.get(v))).toList();
	}
}
