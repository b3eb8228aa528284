// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.spall;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.dendritej.core.record.Quantity;
import org.dendritej.core.record.Spallation;

/** The numbers of a whole sample: density with its Poisson interval, sizes, stages, lithium, connections, onset, filament. */
public final class SpallationSummary {

	/** Both ends of an interval leave out 5 %. */
	private static final double CONFIDENCE = 0.9;
	/** Ends of the size classes, um. */
	private static final double[] SIZES = { 0, 5, 10, 20, 40, 60, 100, 200, Double.POSITIVE_INFINITY };

	private final List<Quantity> rows = new ArrayList<>();
	private final List<Spallation> all;
	private final double areaUm2;

	/**
	 * Counts and sizes.
	 *
	 * @param spallations measured spallations
	 * @param areaUm2 area looked at, um2
	 */
	public SpallationSummary(final List<Spallation> spallations, final double areaUm2) {
		all = List.copyOf(spallations);
		this.areaUm2 = areaUm2;
		final Population.Density d = Population.density(all, areaUm2, CONFIDENCE);
		add("spallations", all.size(), "", "found or given, " + d.cut() + " of them cut by the border");
		add("spallations_cut", d.cut(), "", "weight 0 in the density");
		add("spallation_area", d.areaMm2(), "mm2", "area that was looked at");
		add("spallations_weighted", d.perMm2().mean() * d.areaMm2(), "",
			"whole ones, weighted up for the large ones that the border hides (Miles and Lantuejoul)");
		rows.add(density("spallation_density", d, "weighted count over area; exact Poisson interval, both tails 5 %"));
		sizes();
		for (int stage = 1; stage <= 3; stage++) {
			final int s = stage;
			add("stage_" + s, all.stream().filter(x -> x.stage() == s).count(), "", "spallations of this stage");
		}
		sum("lithium_volume", all.stream().mapToDouble(Spallation::lithiumVolumeUm3).toArray());
		sum("plated_volume", all.stream().mapToDouble(Spallation::platedVolumeUm3).toArray());
		if (all.stream().anyMatch(x -> !x.ebicVerdict().isEmpty())) for (final String v : List.of("connected", "not connected",
			"undecided")) add("ebic_" + v.replace(' ', '_'), all.stream().filter(x -> x.ebicVerdict().equals(v)).count(), "",
				"spallations with this EBIC verdict");
	}

	private void add(final String name, final double value, final String unit, final String source) {
		rows.add(Quantity.of(name, value, unit, source));
	}

	private static Quantity density(final String name, final Population.Density d, final String source) {
		final PoissonInterval p = d.perMm2();
		return Quantity.of(name, p.mean(), p.low(), Double.NaN, p.high(), "1/mm2", source);
	}

	private void sizes() {
		final Population.Sizes s = Population.sizes(all);
		if (s.count() > 0) {
			rows.add(Quantity.of("diameter", s.meanUm(), s.p05Um(), s.medianUm(), s.p95Um(), "um",
				"weighted mean and quantiles of the diameters"));
			add("diameter_sd", s.sdUm(), "um", "weighted standard deviation");
			add("diameter_max", s.largestUm(), "um", "largest");
		}
		for (final Population.Bin b : Population.bySize(all, areaUm2, SIZES, CONFIDENCE))
			if (b.density().whole() > 0) rows.add(density(String.format(Locale.ROOT, Double.isInfinite(b.to())
				? "density_above_%.0f_um" : "density_%.0f_to_%.0f_um", b.from(), b.to()), b.density(), b.density().whole()
					+ " whole spallations of this diameter"));
	}

	private void sum(final String name, final double[] v) {
		double sum = 0;
		int n = 0;
		for (final double x : v)
			if (!Double.isNaN(x)) {
				sum += x;
				n++;
			}
		if (n > 0) add(name, sum, "um3", "sum over " + n + " spallations");
	}

	/**
	 * Extrapolates to the whole electrode.
	 *
	 * @param mm2 its area, mm2
	 * @return this
	 * @throws IllegalArgumentException if it is smaller than the area that was looked at
	 */
	public SpallationSummary onElectrode(final double mm2) {
		if (!(mm2 >= areaUm2 * 1e-6 * 0.999)) throw new IllegalArgumentException("electrode=" + mm2 + " mm2 is smaller than the "
			+ areaUm2 * 1e-6 + " mm2 that the image shows; give the area of the whole electrode in mm2.");
		final PoissonInterval p = Population.density(all, areaUm2, CONFIDENCE).perMm2();
		rows.add(Quantity.of("spallations_on_electrode", p.mean() * mm2, p.low() * mm2, Double.NaN, p.high() * mm2, "",
			"density times " + mm2 + " mm2, if the image is like the rest of it"));
		return this;
	}

	/**
	 * Density in bands along the electrode's edge.
	 *
	 * @param electrode its outline, um
	 * @param widthUm width of the image, um
	 * @param heightUm height of the image, um
	 * @return this
	 */
	public SpallationSummary alongEdge(final Outline electrode, final double widthUm, final double heightUm) {
		final double deep = Math.max(widthUm, heightUm);
		final double[] edges = { 0, deep / 8, deep / 4, deep / 2, deep };
		for (final Population.Bin b : Population.byEdgeDistance(all, electrode, widthUm, heightUm, edges, CONFIDENCE))
			rows.add(density(String.format(Locale.ROOT, "density_edge_%.0f_to_%.0f_um", b.from(), b.to()), b.density(),
				"distance to the electrode's edge; " + b.density().areaMm2() + " mm2"));
		return this;
	}

	/**
	 * Adds the filament that an I-V curve implies.
	 *
	 * @param f resistance and diameter
	 * @return this
	 */
	public SpallationSummary with(final Filament f) {
		rows.add(Quantity.of("short_resistance", f.ohm(), f.ohmLow(), Double.NaN, f.ohmHigh(), "ohm",
			"slope of the I-V points, both tails 5 %"));
		rows.add(Quantity.of("filament_diameter", f.diameterNm(), f.diameterLowNm(), Double.NaN, f.diameterHighNm(), "nm", f
			.meaning()));
		return this;
	}

	/**
	 * Adds the onset of a short.
	 *
	 * @param o the onset
	 * @param name row name, such as short_onset
	 * @return this
	 */
	public SpallationSummary with(final ShortOnset o, final String name) {
		if (!o.found()) {
			rows.add(Quantity.text(name, "none", o.reason()));
			return this;
		}
		rows.add(Quantity.of(name, o.onsetS() / 3600, o.lastGoodS() / 3600, Double.NaN, o.establishedS() / 3600, "h", o.reason()));
		if (!Double.isNaN(o.capacityMah())) rows.add(Quantity.of(name + "_charge", o.capacityMah(), "mAh", "charge passed at the onset"));
		if (!Double.isNaN(o.capacityMahCm2())) rows.add(Quantity.of(name + "_capacity", o.capacityMahCm2(), "mAh/cm2",
			"charge passed at the onset over the electrode's area"));
		return this;
	}

	/**
	 * The rows.
	 *
	 * @return in order
	 */
	public List<Quantity> rows() {
		return List.copyOf(rows);
	}
}
