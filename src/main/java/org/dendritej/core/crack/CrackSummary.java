// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.dendritej.core.geom.ElectrodeFace;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.Labels;
import org.dendritej.core.record.Branch;
import org.dendritej.core.record.Crack;
import org.dendritej.core.record.Flag;
import org.dendritej.core.record.Quantity;

/** Numbers of all cracks together, and remarks on when not to trust them. */
final class CrackSummary {

	/** Fewer cracks than this say little about the longest ones of an electrode. */
	private static final int FEW_CRACKS = 10;

	private final VoxelGrid grid;
	private final CrackOptions options;
	private final List<Crack> cracks;
	private final List<Branch> branches;
	private final int pores;
	private final int occluded;
	private final int pruned;
	private final Labels labels;

	CrackSummary(final VoxelGrid grid, final CrackOptions options, final List<Crack> cracks, final List<Branch> branches,
		final int pores, final int occluded, final int pruned, final Labels labels)
	{
		this.grid = grid;
		this.options = options;
		this.cracks = cracks;
		this.branches = branches;
		this.pores = pores;
		this.occluded = occluded;
		this.pruned = pruned;
		this.labels = labels;
	}

	List<Quantity> quantities() {
		final List<Quantity> q = new ArrayList<>();
		final double volume = cracks.stream().mapToDouble(Crack::volumeUm3).sum();
		final String rule = String.format(Locale.ROOT, "length over mean width at least %.3g", options.aspect());
		q.add(Quantity.of("objects", cracks.size(), "", "connected objects of the crack class"));
		q.add(Quantity.of("cracks", cracks.stream().filter(Crack::isCrack).count(), "", rule));
		q.add(Quantity.of("branches", branches.size(), "", "parts between the junctions of the curve skeleton"));
		q.add(Quantity.of("branches_pruned", pruned, "", String.format(Locale.ROOT, "spurs of the curve skeleton shorter than %.3g local widths",
			options.prune())));
		q.add(Quantity.of("crack_volume", volume, "um3", "voxels counted"));
		q.add(Quantity.of("crack_fraction", volume / grid.volumeUm3(), "", "of the whole image"));
		q.add(Quantity.of("longest_crack", cracks.stream().filter(Crack::isCrack).mapToDouble(Crack::lengthUm).max().orElse(
			Double.NaN), "um", "geodesic, " + rule));
		q.add(Quantity.of("opening_at_face", options.face() == ElectrodeFace.NONE ? Double.NaN : cracks.stream().filter(
			Crack::opensAtFace).count(), "", "objects that touch the electrode face"));
		if (pores > 0) q.add(Quantity.of("occluded_pores", occluded, "", "of " + pores + " pores, no path to the face"));
		return q;
	}

	List<Flag> flags() {
		final List<Flag> flags = new ArrayList<>();
		final long thin = cracks.stream().filter(c -> !c.widthResolved()).count();
		if (thin > 0) flags.add(Flag.warn("width_unresolved", thin + " of " + cracks.size()
			+ " objects are narrower than the image resolves; do not rely on their widths: measure them from grey values or image finer."));
		final long real = cracks.stream().filter(Crack::isCrack).count();
		if (real < FEW_CRACKS) flags.add(Flag.warn("few_cracks", "Only " + real + " cracks meet the rule of " + options.aspect()
			+ ":1; fewer than " + FEW_CRACKS + " say little about the longest cracks of an electrode."));
		if (options.face() == ElectrodeFace.NONE) flags.add(Flag.note("no_face",
			"face=none: depths are unknown and lengths run from tip to tip."));
		final long every = cracks.stream().filter(c -> touchesEverySide(c.label())).count();
		if (every > 0) flags.add(Flag.warn("touches_every_side", every
			+ " object(s) touch all six sides of the volume; their lengths are cut off by the image."));
		final long cut = cracks.stream().filter(c -> labels.sums().touchesBorder(c.label())).count();
		if (cut > 0) flags.add(Flag.note("cut_by_border", cut + " of " + cracks.size()
			+ " objects touch the border of the image and may be longer than measured."));
		if (labels.dropped() > 0) flags.add(Flag.note("small_objects", labels.dropped() + " objects (" + labels.droppedVoxels()
			+ " voxels) smaller than " + options.minVoxels() + " voxels were left out."));
		return flags;
	}

	private boolean touchesEverySide(final int label) {
		for (final ElectrodeFace side : ElectrodeFace.values())
			if (side != ElectrodeFace.NONE && !labels.sums().touches(label, side)) return false;
		return true;
	}
}
