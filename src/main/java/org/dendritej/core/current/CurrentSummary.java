// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.current;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.dendritej.core.field.CollectedCurrents;
import org.dendritej.core.field.FieldSolution;
import org.dendritej.core.field.LabelCurrent;
import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Quantity;

/** Numbers and remarks of the whole distribution. */
final class CurrentSummary {

	/** Spread of potential or flux on the far side above which the counter electrode is called too near. */
	private static final double NEAR = 0.02;
	/** Voxels per radius below which a pore's collecting area is off by more than about 2 %. */
	private static final double COARSE = 4;

	private final List<BodyCurrent> pores;
	private final List<Quantity> rows = new ArrayList<>();
	private final FieldSolution solution;
	private final double rMax;
	private int small;
	private double smallShare, largeShare;
	private int large;
	private final int known;
	private final Filling filling;

	CurrentSummary(final List<BodyCurrent> all, final List<BodyCurrent> cracks, final CollectedCurrents currents,
		final LabelCurrent cap, final FieldSolution solution, final CurrentOptions o)
	{
		this.solution = solution;
		filling = o.filling();
		known = all.size();
		pores = all.stream().filter(BodyCurrent::filled).toList();
		rMax = pores.stream().mapToDouble(BodyCurrent::radiusUm).max().orElse(Double.NaN);
		final double poreShare = pores.stream().mapToDouble(BodyCurrent::currentShare).sum();
		final double crackShare = cracks.stream().filter(BodyCurrent::filled).mapToDouble(BodyCurrent::currentShare).sum();
		final double electrode = currents.electrodeShare() + (cap == null ? 0 : cap.share());
		row("current_density", o.currentMaCm2(), "mA/cm2", "typed; scales images and currents only");
		row("kinetic_length", o.kineticLengthUm(), "um", "sigma r_int");
		row("electrode_share", electrode, "1", "share of the flat or imaged electrode");
		row("pores_share", poreShare, "1", "share of all lithium-filled pores");
		row("cracks_share", crackShare, "1", "share of all lithium-filled cracks");
		row("other_lithium_share", 1 + currents.imbalance() - electrode - poreShare - crackShare, "1",
			"share of lithium without a label (class 3, and objects too small for the table)");
		row("pores_filled", pores.size(), "1", "of " + all.size() + " pores; metal=" + o.filling().name().toLowerCase(Locale.ROOT));
		row("cracks_filled", cracks.stream().filter(BodyCurrent::filled).count(), "1", "of " + cracks.size() + " cracks");
		split(poreShare);
		pores.stream().filter(p -> p.radiusUm() == rMax).findFirst().ifPresent(p -> row("largest_pore_collecting_area", p.collectingAreaUm2(),
			"um2", "pore " + p.label()));
		row("median_over_sphere", median(pores.stream().mapToDouble(BodyCurrent::overSphere).filter(v -> v > 0).sorted().toArray()), "1",
			"median over the pores of collecting area over that of the equal sphere in an array (eq. 10)");
		row("imbalance", currents.imbalance(), "1", "collected less supplied current, over the supplied");
		row("iterations", solution.iterations(), "1", "multigrid-preconditioned conjugate gradients");
		row("relative_residual", solution.residual(), "1", "reached; asked: " + o.tolerance());
		row("voxels", solution.grid().voxels(), "1", "of the solved volume, with the electrolyte added by distance=");
		row("electrolyte_without_path", solution.isolatedVoxels(), "1", "voxels no current can reach");
		row("floating_lithium_islands", solution.floatingIslands(), "1", "lithium in the image (class 3) that does not touch the electrode");
	}

	private void split(final double poreShare) {
		for (final BodyCurrent p : pores) {
			final boolean isSmall = p.radiusUm() < rMax / 3;
			if (isSmall) small++;
			else large++;
			if (isSmall) smallShare += p.currentShare();
			else largeShare += p.currentShare();
		}
		row("small_pores", small, "1", "filled pores with r < r_max/3");
		row("small_pores_share", pores.isEmpty() ? Double.NaN : smallShare / poreShare, "1",
			"their share of the pores' current, all of them together; grows with their number");
		row("small_over_large", small == 0 ? Double.NaN : smallShare / small / (largeShare / large), "1",
			"mean current of a small pore over that of a large one (r >= r_max/3)");
		row("one_small_of_both", small == 0 ? Double.NaN : pair(), "1",
			"mean small pore's part of what it and a mean large one take; Melvin et al. 2025: below 0.1 for one beside one");
	}

	/** What one small and one large pore take between them, as the paper's pair. */
	private double pair() {
		final double one = smallShare / small;
		return one / (one + largeShare / large);
	}

	private static double median(final double[] sorted) {
		final int n = sorted.length;
		return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
	}

	private void row(final String name, final double value, final String unit, final String source) {
		rows.add(Quantity.of(name, value, unit, source));
	}

	List<Quantity> rows() {
		return rows;
	}

	List<Flag> flags(final double spread, final String joinedBy, final double edgeUm) {
		final List<Flag> flags = new ArrayList<>();
		if (spread > NEAR) flags.add(Flag.warn("counter_near", String.format(Locale.ROOT,
			"The counter electrode feels the pores (its potential or flux varies by %.2g of its mean, above %.2g); give distance= of about the distance between large pores.",
			spread, NEAR)));
		if (!joinedBy.isEmpty()) flags.add(Flag.note("joined_by", "Pores and cracks were taken as filled where " + joinedBy
			+ " lead to the electrode."));
		if (pores.isEmpty() && known > 0) flags.add(Flag.warn("no_filled_pore", "None of the " + known
			+ " pores is filled with lithium, because no crack joins one to the electrode; metal=all fills every one."));
		if (small > 0) flags.add(Flag.note("small_pores", String.format(Locale.ROOT,
			"All %d filled pores below a third of the largest radius together take %.3g of the pores' current, the other %d the rest; one small pore takes %.3g of what it and a large one take. The figure of Melvin et al. 2025, below 0.1, is for one small pore beside one large one, both filled: compare one_small_of_both, not the share of all%s.",
			small, smallShare / (smallShare + largeShare), large, pair(), filling == Filling.ALL
				? "; with metal=all every pore is filled, and many small ones, nearer to the counter electrode, screen the large ones" : "")));
		final long coarse = pores.stream().filter(p -> p.radiusUm() < COARSE * edgeUm).count();
		if (coarse > 0) flags.add(Flag.note("coarse_pores", coarse + " of " + pores.size() + " filled pores have radii below " + (int) COARSE
			+ " voxels; their collecting areas may be off by more than 2 % (up to 4 % at two voxels)."));
		for (final String said : solution.remarks())
			flags.add(Flag.note("left_out", said));
		flags.add(Flag.note("largest_density", String.format(Locale.ROOT,
			"The largest values of the current-density image sit at tips and edges, hold for voxels of %.4g um only and grow when voxels shrink; compare the tip table's means instead.",
			edgeUm)));
		return flags;
	}
}
