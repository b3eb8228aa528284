// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.LabelSums;
import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Pore;

/** Says in which way the numbers of a population are doubtful. */
final class PoreFlags {

	/** Pores below which a population says little. */
	private static final int FEW = 20;
	/** Voxels across below which a pore's shape is not resolved. */
	private static final int ACROSS = 5;
	/** Share of the pore volume above which open or through-going porosity is said. */
	private static final double SHARE = 0.05;

	private PoreFlags() {}

	/** Share of the pore volume in pores that reach two opposite sides of the image. */
	static double throughShare(final List<Pore> pores, final LabelSums sums) {
		double through = 0, all = 0;
		for (final Pore p : pores) {
			all += p.voxels();
			if (through(p.label(), sums)) through += p.voxels();
		}
		return through / all;
	}

	private static boolean through(final int l, final LabelSums s) {
		return s.touches(l, ElectrodeFace.X_MINUS) && s.touches(l, ElectrodeFace.X_PLUS) || s.touches(l,
			ElectrodeFace.Y_MINUS) && s.touches(l, ElectrodeFace.Y_PLUS) || s.touches(l, ElectrodeFace.Z_MINUS) && s.touches(
				l, ElectrodeFace.Z_PLUS);
	}

	static List<Flag> of(final List<Pore> pores, final LabelSums sums, final VoxelGrid grid, final SampleRegion region,
		final PoreOptions o, final long dropped)
	{
		final List<Flag> flags = new ArrayList<>();
		if (pores.isEmpty()) {
			flags.add(Flag.stop("no_pores", dropped > 0 ? "All " + dropped + " pores are smaller than minvoxels="
				+ o.minVoxels() + "; give a smaller minvoxels." : "The image holds no voxel of the pore class."));
			return flags;
		}
		final double through = throughShare(pores, sums);
		double open = 0, all = 0;
		int cut = 0, small = 0;
		for (final Pore p : pores) {
			all += p.volumeUm3();
			if (p.opensAtFace()) open += p.volumeUm3();
			if (p.touchesBorder()) cut++;
			if (across(p, grid) < ACROSS) small++;
		}
		if (Math.min(grid.nx(), Math.min(grid.ny(), grid.nz())) > 1 && through > SHARE) flags.add(Flag.warn("percolating",
			percent(through) + " of the pore volume belongs to pores that reach two opposite sides of the image (limit "
				+ percent(SHARE) + "): the pores are not isolated and a pore's size has no meaning there."));
		if (open / all > SHARE) flags.add(Flag.warn("surface_connected", percent(open / all)
			+ " of the pore volume opens at the electrode face (limit " + percent(SHARE)
			+ "): such pores cannot build up pressure."));
		if (small > 0) flags.add((2 * small > pores.size() ? Flag.warn("unresolved", small(small, pores.size())) : Flag.note(
			"unresolved", small(small, pores.size()))));
		if (pores.size() < FEW) flags.add(Flag.warn("few_pores", "Only " + pores.size() + " pores were found (limit " + FEW
			+ "): means and intervals are not reliable; image a larger volume."));
		if (cut == pores.size()) flags.add(Flag.warn("all_cut", "The image's border cuts all " + cut
			+ " pores: sizes are lower limits and no border correction is possible; image a larger volume."));
		if (region.outsideSeen()) flags.add(Flag.note("outside", percent(1 - region.voxels() / (double) grid.voxels())
			+ " of the image lies outside the sample and was left out of the sample volume; sampling weights treat the "
			+ "sample as a box" + (region.surfaceSeen() ? " of its mean thickness." : " as large as the image.")));
		return flags;
	}

	private static String small(final int small, final int all) {
		return small + " of " + all + " pores are less than " + ACROSS
			+ " voxels across; their shape and surface are not resolved.";
	}

	/** Equivalent diameter in units of the coarsest edge. */
	private static double across(final Pore p, final VoxelGrid g) {
		return 2 * p.radiusEqUm() / Math.max(g.dxUm(), Math.max(g.dyUm(), g.dzUm()));
	}

	private static String percent(final double share) {
		return String.format(Locale.ROOT, "%.3g %%", 100 * share);
	}
}
