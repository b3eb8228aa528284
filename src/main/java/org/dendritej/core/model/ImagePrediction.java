// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Pore;
import org.dendritej.core.record.Quantity;
import org.dendritej.core.record.Section;
import org.dendritej.core.run.Progress;

/**
 * The prediction pore by pore: connected pores weakest first, occluded pores in the leakage branch, the weakest link with
 * its interval, and its extrapolation to the electrode's area.
 *
 * @param rows named quantities
 * @param flags every reason for doubt
 * @param connected connected pores
 * @param occluded occluded pores, lowest critical current first
 * @param uncertainty draws; null if no pore is connected
 * @param tail weakest-link fit; null unless an electrode area was given and enough pores are connected
 */
public record ImagePrediction(List<Quantity> rows, List<Flag> flags, ConnectedPores connected,
	List<OccludedRow> occluded, ImageUncertainty uncertainty, WeakestLink tail)
{

	/**
	 * Predicts pore by pore.
	 *
	 * @param sample pores and cracks with graph; current section and magnesium verdicts are used if present
	 * @param options materials, preset, choices, draws, electrode area
	 * @param magnesiumIdsArePores whether the ids of the magnesium table are pore labels of the same image
	 * @param progress asked for cancelling
	 * @return the prediction
	 */
	public static ImagePrediction predict(final Microstructure sample, final InitiationOptions options,
		final boolean magnesiumIdsArePores, final Progress progress)
	{
		if (sample.pores() == null) throw new IllegalArgumentException("Sample " + sample.sample() +
			" has no pore table; run Label Pores first.");
		final CriticalCurrent model = new CriticalCurrent(options.conditions(LargestPores.of(sample.pores().rows(),
			options.largeRule).largest().radiusEqUm()));
		final double separation = separation(sample, options);
		final Set<Integer> isolated = magnesiumIdsArePores ? OccludedPores.isolatedByMagnesium(sample) : Set.of();
		final ConnectedPores connected = ConnectedPores.of(without(sample, isolated), model, separation, options::strengthMPa);
		final List<Flag> flags = new ArrayList<>(ValidityGate.check(options));
		ValidityGate.passOn(sample.pores(), flags);
		if (sample.cracks() != null) ValidityGate.passOn(sample.cracks(), flags);
		final List<Quantity> rows = new ArrayList<>();
		rows.add(Quantity.of("pores_connected", connected.pores().size(), "1", "joined to the electrode by cracks"));
		rows.add(Quantity.of("pores_occluded", connected.occluded().size() + isolated.size(), "1", isolated.isEmpty()
			? "no way to the electrode in the image" : "no way to the electrode in the image, or isolated by magnesium (" + isolated
				.size() + ")"));
		rows.add(Quantity.of("pores_open", connected.open().size(), "1", "open at the electrode: cannot hold pressure"));
		ImageUncertainty u = null;
		WeakestLink tail = null;
		if (!connected.pores().isEmpty()) {
			u = new ImageUncertainty(connected, model, options, blocks(sample, connected), separation, SegmentationError.of(
				sample), progress);
			weakest(rows, flags, connected, model, u);
			tail = extrapolate(rows, flags, sample, connected, options);
		}
		else flags.add(Flag.stop("no_connected_pore",
			"No pore is joined to the electrode by a crack; only the leakage branch applies."));
		final double current = connected.pores().isEmpty() ? 1 : connected.weakest().fractureMaCm2();
		final boolean depths = sample.pores().face() != ElectrodeFace.NONE;
		final List<OccludedRow> occluded = depths ? OccludedPores.of(sample, connected.occluded(), magnesiumIdsArePores,
			options.electrolyte, model.conditions(), current) : List.of();
		if (!occluded.isEmpty()) rows.add(Quantity.of("ccd_leakage", occluded.get(0).criticalMaCm2(), "mA/cm2",
			"eq. 17: lowest current at which leakage cracks an occluded pore, label " + occluded.get(0).pore()));
		if (magnesiumIdsArePores) for (final int label : OccludedPores.joinedByMagnesium(sample, connected.occluded()))
			flags.add(Flag.note("joined_by_magnesium", "Pore " + label +
				" holds magnesium, so that a joint exists which the image does not show; it is left out of the leakage branch."));
		return new ImagePrediction(List.copyOf(rows), List.copyOf(flags), connected, occluded, u, tail);
	}

	/** An isolated pore drains through no crack, so it takes no part in the flow; it stays in the leakage branch. */
	private static Microstructure without(final Microstructure sample, final Set<Integer> isolated) {
		if (isolated.isEmpty()) return sample;
		final Section<Pore> s = sample.pores();
		return sample.withPores(new Section<>(s.grid(), s.face(), s.rows().stream().filter(p -> !isolated.contains(p.label())).toList(),
			s.summary(), s.flags(), s.provenance()));
	}

	private static double separation(final Microstructure sample, final InitiationOptions o) {
		if (o.typed.containsKey(Variable.PORE_SEPARATION)) return Allowed.positive("poreseparation", o.typed.get(
			Variable.PORE_SEPARATION), "um");
		return LargestPores.of(sample.pores().rows(), o.largeRule).separation().value();
	}

	private static void weakest(final List<Quantity> rows, final List<Flag> flags, final ConnectedPores connected,
		final CriticalCurrent model, final ImageUncertainty u)
	{
		final PoreFracture w = connected.weakest();
		final double[] q = u.interval();
		rows.add(Quantity.of("ccd_weakest_pore", w.fractureMaCm2(), q[0], q[1], q[2], "mA/cm2", String.format(Locale.ROOT,
			"pore %d: R %.3g um, path %.3g um, width %.4g nm; area: %s; weakest in %.0f %% of the draws", w.pore(), w
				.radiusUm(), w.pathUm(), w.widthNm(), w.areaSource(), 100 * u.weakestShare().getOrDefault(w.pore(), 0.0))));
		for (final Map.Entry<ImageUncertainty.Source, Double> e : u.shares().entrySet())
			rows.add(Quantity.of("variance_share_image_" + e.getKey().name().toLowerCase(Locale.ROOT), e.getValue(), "1",
				"first-order Sobol index of ln(weakest current)"));
		if (!w.widthResolved()) flags.add(Flag.warn("width_not_resolved", "The image does not resolve the crack width of the " +
			"weakest pore, label " + w.pore() + "; an error of one voxel changes its current about tenfold."));
		final double beta = w.collectingAreaUm2() / (w.depthUm() + model.conditions().kineticLengthUm());
		flags.addAll(ValidityGate.check(model, w.wallRatePerS(), model.pressureCapMPa(w.fractureMaCm2(), new CollectingArea(w
			.collectingAreaUm2(), beta, w.areaSource()))));
	}

	private static WeakestLink extrapolate(final List<Quantity> rows, final List<Flag> flags,
		final Microstructure sample, final ConnectedPores connected, final InitiationOptions o)
	{
		if (Double.isNaN(o.electrodeAreaMm2)) return null;
		if (sample.pores().grid() == null || sample.pores().face() == ElectrodeFace.NONE) throw new IllegalArgumentException(
			"electrodearea=" + o.electrodeAreaMm2 + " needs the imaged electrode area; run Label Pores with face= set to the " +
				"electrode's side.");
		final double imaged = sample.pores().face().areaUm2(sample.pores().grid()) * 1e-6;
		if (connected.pores().size() <= WeakestLink.FEWEST) {
			flags.add(Flag.warn("tail_too_short", "Only " + connected.pores().size() +
				" pores are connected; the weakest link of the electrode needs more than " + WeakestLink.FEWEST + "."));
			return null;
		}
		final WeakestLink tail = WeakestLink.fit(connected.fractureMaCm2(), imaged, o.seed);
		final double[] q = tail.medianInterval(o.electrodeAreaMm2);
		rows.add(Quantity.of("ccd_electrode", tail.currentMaCm2(o.electrodeAreaMm2, 0.5), q[0], q[1], q[2], "mA/cm2", String
			.format(Locale.ROOT, "model extrapolation: weakest link from %.3g to %.3g mm2, tail of %d pores, k = %.3g", imaged,
				o.electrodeAreaMm2, tail.tail(), tail.shape())));
		flags.add(tail.caution(o.electrodeAreaMm2));
		return tail;
	}

	/**
	 * Blocks for the bootstrap: squares of the electrode that hold about ten pores each.
	 *
	 * @param sample the document
	 * @param connected its connected pores
	 * @return block of each connected pore
	 */
	static int[] blocks(final Microstructure sample, final ConnectedPores connected) {
		final Map<Integer, Vec3> at = new HashMap<>();
		for (final Pore p : sample.pores().rows())
			at.put(p.label(), p.centroidUm());
		final int axis = sample.pores().face().axis();
		final int n = connected.pores().size(), side = Math.max(1, (int) Math.sqrt(n / 10.0));
		final double[] u = new double[n], v = new double[n];
		for (int i = 0; i < n; i++) {
			final Vec3 c = at.get(connected.pores().get(i).pore());
			u[i] = axis == 0 ? c.y() : c.x();
			v[i] = axis == 2 ? c.y() : c.z();
		}
		final int[] block = new int[n];
		// fewer than 40 pores: too few blocks to resample, so each pore stands alone
		final int[] bu = cells(u, side), bv = cells(v, side);
		for (int i = 0; i < n; i++)
			block[i] = side < 2 ? i : bu[i] * side + bv[i];
		return block;
	}

	private static int[] cells(final double[] x, final int side) {
		double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
		for (final double d : x) {
			low = Math.min(low, d);
			high = Math.max(high, d);
		}
		final int[] cells = new int[x.length];
		for (int i = 0; i < x.length; i++)
			cells[i] = high > low ? Math.min(side - 1, (int) ((x[i] - low) / (high - low) * side)) : 0;
		return cells;
	}
}
