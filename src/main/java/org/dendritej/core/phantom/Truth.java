// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.phantom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.phantom.SpecimenBuilder.PlacedCrack;
import org.dendritej.core.phantom.SpecimenBuilder.PlacedPore;
import org.dendritej.core.record.LargeRule;
import org.dendritej.core.record.Quantity;

/** Works out the true numbers of a specimen from its bodies: closed forms where there are any, else fine integration. */
final class Truth {

	private final VoxelGrid grid;
	private final ElectrodeFace face;
	private final List<PlacedPore> placed;
	private final List<CrackTruth> cracks;
	private final List<PoreTruth> pores;

	Truth(final VoxelGrid grid, final ElectrodeFace face, final List<PlacedPore> placed,
		final List<PlacedCrack> placedCracks)
	{
		this.grid = grid;
		this.face = face;
		this.placed = placed;
		this.cracks = flagged(placedCracks.stream().map(this::crack).toList());
		this.pores = poreRows();
	}

	List<PoreTruth> pores() {
		return pores;
	}

	List<CrackTruth> cracks() {
		return cracks;
	}

	private List<PoreTruth> poreRows() {
		final int n = placed.size();
		final double[] volume = new double[n], radius = new double[n];
		double largest = 0;
		for (int i = 0; i < n; i++) {
			volume[i] = volumeInside(placed.get(i).solid());
			radius[i] = Math.cbrt(3 * volume[i] / (4 * Math.PI));
			largest = Math.max(largest, radius[i]);
		}
		final List<PoreTruth> rows = new ArrayList<>();
		for (int i = 0; i < n; i++) {
			final PlacedPore p = placed.get(i);
			final List<Integer> ends = cracks.stream().filter(c -> c.poreIds().contains(p.id())).map(CrackTruth::id).toList();
			final boolean joined = cracks.stream().anyMatch(c -> c.opensAtFace() && c.poreIds().contains(p.id()));
			rows.add(new PoreTruth(p.id(), p.shape(), p.centre(), radius[i], p.inscribedUm(), volume[i], face.depthUm(grid, p
				.centre()), top(p.solid()), nearest(i, radius, largest, LargeRule.THIRD),
				LargeRule.THIRD.isLarge(radius[i], largest), LargeRule.TWOTHIRDS.isLarge(radius[i], largest), joined, ends));
		}
		return rows;
	}

	/** Distance to the nearest other large pore. */
	private double nearest(final int i, final double[] radius, final double largest, final LargeRule rule) {
		double best = Double.NaN;
		for (int k = 0; k < radius.length; k++) {
			if (k == i || !rule.isLarge(radius[k], largest)) continue;
			final double d = placed.get(i).centre().distance(placed.get(k).centre());
			if (!(d >= best)) best = d;
		}
		return best;
	}

	private double top(final Solid s) {
		if (face == ElectrodeFace.NONE) return Double.NaN;
		return face.depthUm(grid, face.isLow() ? s.low() : s.high());
	}

	private boolean insideImage(final Solid s) {
		final Vec3 o = grid.originUm(), a = s.low(), b = s.high();
		return a.x() >= o.x() && a.y() >= o.y() && a.z() >= o.z() && b.x() <= o.x() + grid.extentUm(0) && b.y() <= o.y()
			+ grid.extentUm(1) && b.z() <= o.z() + grid.extentUm(2);
	}

	private double volumeInside(final Solid s) {
		final double closed = insideImage(s) ? s.volumeUm3() : Double.NaN;
		return Double.isNaN(closed) ? VolumeIntegral.ofGrid(s, grid) : closed;
	}

	private CrackTruth crack(final PlacedCrack c) {
		Solid rest = c.shape().solid();
		for (final int p : c.pores())
			rest = new Combined.Difference(rest, placed.get(p - 1).solid());
		final CrackShape shape = c.shape();
		final CrackLine line = new CrackLine(grid, face, c.pores().stream().map(p -> placed.get(p - 1).solid()).toList());
		final double length = line.length(shape.paths().get(0));
		final double total = shape.paths().stream().mapToDouble(line::length).sum();
		final double[] width = line.opening(shape);
		final double depth = shape.paths().stream().mapToDouble(line::depth).max().orElse(Double.NaN);
		final boolean open = face != ElectrodeFace.NONE && shape.paths().stream().anyMatch(line::crossesFace);
		return new CrackTruth(c.id(), shape.name(), volumeInside(rest), length, total, 1000 * width[0], 1000 * width[1],
			shape.breadthUm(), length / width[0], depth, open, c.pores(), false, false);
	}

	/** Sets the two readings of "the longest cracks". */
	private static List<CrackTruth> flagged(final List<CrackTruth> rows) {
		final List<CrackTruth> byLength = rows.stream().sorted(Comparator.comparingDouble(CrackTruth::lengthUm).reversed())
			.toList();
		final int third = (rows.size() + 2) / 3;
		return rows.stream().map(c -> new CrackTruth(c.id(), c.shape(), c.volumeUm3(), c.lengthUm(), c.totalLengthUm(), c
			.widthMeanNm(), c.widthMinNm(), c.breadthUm(), c.aspect(), c.depthReachUm(), c.opensAtFace(), c.poreIds(), c
				.lengthUm() >= 2.0 / 3 * byLength.get(0).lengthUm(), byLength.indexOf(c) < third)).toList();
	}

	List<Quantity> summary() {
		final String source = "built";
		final double poreVolume = pores.stream().mapToDouble(PoreTruth::volumeUm3).sum();
		final double crackVolume = cracks.stream().mapToDouble(CrackTruth::volumeUm3).sum();
		final double porosity = (poreVolume + crackVolume) / grid.volumeUm3();
		final double largest = max(pores, PoreTruth::radiusEqUm);
		return List.of(
			Quantity.of("pores", pores.size(), "", source),
			Quantity.of("pores_large_third", pores.stream().filter(PoreTruth::largeThird).count(), "", source),
			Quantity.of("pores_large_twothirds", pores.stream().filter(PoreTruth::largeTwothirds).count(), "", source),
			Quantity.of("cracks", cracks.size(), "", source),
			Quantity.of("pore_volume", poreVolume, "um3", source),
			Quantity.of("crack_volume", crackVolume, "um3", source),
			Quantity.of("porosity", porosity, "", source),
			Quantity.of("relative_density", 1 - porosity, "", source),
			Quantity.of("pore_radius", largest, "um", source),
			Quantity.of("pore_separation", separation(largest, LargeRule.THIRD), "um", source),
			Quantity.of("pore_separation_twothirds", separation(largest, LargeRule.TWOTHIRDS), "um", source),
			Quantity.of("crack_length", max(cracks, CrackTruth::lengthUm), "um", source),
			Quantity.of("crack_width", mean(CrackTruth::longTwothirds), "nm", source),
			Quantity.of("crack_width_longest_third", mean(CrackTruth::longestThird), "nm", source));
	}

	private static <R> double max(final List<R> rows, final ToDoubleFunction<R> f) {
		return rows.stream().mapToDouble(f).max().orElse(Double.NaN);
	}

	private double mean(final Predicate<CrackTruth> which) {
		return cracks.stream().filter(which).mapToDouble(CrackTruth::widthMeanNm).average().orElse(Double.NaN);
	}

	private double separation(final double largest, final LargeRule rule) {
		final double[] radius = pores.stream().mapToDouble(PoreTruth::radiusEqUm).toArray();
		double sum = 0;
		int n = 0;
		for (int i = 0; i < radius.length; i++) {
			if (!rule.isLarge(radius[i], largest)) continue;
			sum += nearest(i, radius, largest, rule);
			n++;
		}
		return n > 1 ? sum / n : Double.NaN;
	}
}
