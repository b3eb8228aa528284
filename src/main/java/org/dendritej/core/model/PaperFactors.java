// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.dendritej.core.record.Crack;
import org.dendritej.core.record.Pore;

/**
 * The uncertain inputs of paper mode: measurement errors and finite sampling (bootstrap of pores and of cracks with the
 * estimator applied anew) for what was measured, the preset's or material's range for what was looked up.
 */
final class PaperFactors {

	private PaperFactors() {}

	/** The factors that vary; typed numbers do not. */
	static List<Factor> of(final PaperInputs in, final InitiationOptions o, final SegmentationError seg) {
		final List<Factor> all = new ArrayList<>();
		if (!o.typed.containsKey(Variable.PORE_RADIUS)) all.add(radius(in).withCommon(seg.radius()));
		if (!o.typed.containsKey(Variable.PORE_SEPARATION)) all.add(separation(in));
		if (!o.typed.containsKey(Variable.CRACK_LENGTH)) all.add(length(in).withCommon(seg.length()));
		if (!o.typed.containsKey(Variable.CRACK_WIDTH)) all.add(width(in).withCommon(seg.width()));
		for (final Input x : in.all()) {
			final double sd = o.typed.containsKey(x.variable()) ? o.typedSd.getOrDefault(x.variable(), 0.0) : 0;
			if (sd > 0) all.add(Factor.logNormal(x.variable(), x.value(), new Input(x.variable(), x.value(), sd, "").sdOfLog(),
				"typed standard deviation of " + sd + " " + x.variable().unit()));
		}
		all.addAll(conditions(o, o.strengthMPa(in.radius().value())));
		return all;
	}

	/**
	 * Strength and creep prefactor were fitted together: with the preset's strength only the strength varies; with another
	 * strength the prefactor does too.
	 */
	static List<Factor> conditions(final InitiationOptions o, final double strengthMPa) {
		final List<Factor> all = new ArrayList<>();
		if (o.strengthSdOfLog() > 0) all.add(Factor.logNormal(Variable.STRENGTH, strengthMPa, o.strengthSdOfLog(), o
			.fittedStrength() ? "range of the preset's strength" : "range of the material's toughness"));
		if (!o.fittedStrength() && !o.typed.containsKey(Variable.CREEP_PREFACTOR)) all.add(Factor.range(
			Variable.CREEP_PREFACTOR, o.preset.prefactor()));
		if (o.kinetics != Kinetics.NONE) {
			if (!o.typed.containsKey(Variable.SIGMA)) all.add(Factor.range(Variable.SIGMA, o.electrolyte.property(
				MaterialKey.IONIC_CONDUCTIVITY)));
			if (!o.typed.containsKey(Variable.RINT) && o.electrolyte.has(MaterialKey.INTERFACE_RESISTANCE)) all.add(Factor
				.range(Variable.RINT, o.electrolyte.property(MaterialKey.INTERFACE_RESISTANCE)));
		}
		return all;
	}

	/** Largest of a resample of the large pores, each with its own error. */
	private static Factor radius(final PaperInputs in) {
		final double[] value = in.pores().large().stream().mapToDouble(Pore::radiusEqUm).toArray();
		final double[] sd = in.pores().large().stream().mapToDouble(p -> p.radiusEqSdUm() / p.radiusEqUm()).toArray();
		return new Factor(Variable.PORE_RADIUS, in.radius().value(), r -> largest(value, sd, r),
			"resampled large pores with their radius errors");
	}

	private static double largest(final double[] value, final double[] relativeSd, final SplittableRandom r) {
		double max = 0;
		for (int i = 0; i < value.length; i++) {
			final int k = r.nextInt(value.length);
			final double sd = relativeSd[k] > 0 ? relativeSd[k] : 0;
			// not even an error of nine standard deviations would make this one the largest
			if (value[k] * (1 + 9 * sd + 81 * sd * sd) < max && sd < 0.1) continue;
			max = Math.max(max, value[k] * Math.exp(sd * r.nextGaussian()));
		}
		return max;
	}

	/** Mean of a resample of the nearest distances. */
	private static Factor separation(final PaperInputs in) {
		final double[] d = in.pores().nearestUm();
		return new Factor(Variable.PORE_SEPARATION, in.separation().value(), r -> {
			double sum = 0;
			for (int i = 0; i < d.length; i++)
				sum += d[r.nextInt(d.length)];
			return sum / d.length;
		}, "resampled nearest-neighbour distances");
	}

	/** Longest of a resample of the long cracks, each with its own error. */
	private static Factor length(final PaperInputs in) {
		final double[] value = in.cracks().chosen().stream().mapToDouble(Crack::lengthUm).toArray();
		final double[] sd = in.cracks().chosen().stream().mapToDouble(c -> c.lengthSdUm() / c.lengthUm()).toArray();
		return new Factor(Variable.CRACK_LENGTH, in.length().value(), r -> largest(value, sd, r),
			"resampled long cracks with their length errors");
	}

	/** Mean of a resample; the measurement error is common to all widths (one contrast, one voxel size). */
	private static Factor width(final PaperInputs in) {
		final List<Crack> cracks = in.cracks().chosen();
		return new Factor(Variable.CRACK_WIDTH, in.width().value(), r -> resampledWidth(cracks, r),
			"resampled long cracks with a common width error");
	}

	private static double resampledWidth(final List<Crack> cracks, final SplittableRandom r) {
		double sum = 0, variance = 0;
		for (int i = 0; i < cracks.size(); i++) {
			final Crack c = cracks.get(r.nextInt(cracks.size()));
			sum += c.widthMeanNm();
			variance += Double.isNaN(c.widthSdNm()) ? 0 : c.widthSdNm() * c.widthSdNm();
		}
		final double mean = sum / cracks.size();
		final double relative = Math.sqrt(variance / cracks.size()) / mean;
		return mean * Math.exp(Math.sqrt(Math.log1p(relative * relative)) * r.nextGaussian());
	}
}
