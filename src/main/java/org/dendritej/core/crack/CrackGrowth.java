// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.Components;
import org.dendritej.core.record.Crack;
import org.dendritej.core.run.Progress;

/**
 * Compares the cracks of two registered volumes of one specimen, before and after plating.
 * <p>
 * A crack of the later volume continues those of the earlier one with which it shares a voxel; without any it is new. It
 * has grown if its length exceeds the longest of them by more than two standard deviations of the difference. Where one
 * earlier crack is seen in several pieces, all but the longest are detached. Registration is taken as given: an error of
 * more than the width of a crack makes it look new. Lengths are compared as the masks show them; that of a new crack is from
 * grey values where there are any. Definitions of this project.
 */
public final class CrackGrowth {

	private static final double CERTAIN = 2;

	private final CrackResult before, after;
	private final double charge;
	/** Voxels that crack a (after) shares with crack b (before). */
	private final TreeMap<Integer, TreeMap<Integer, Long>> shared = new TreeMap<>();
	/** Pieces in which an earlier crack is seen now. */
	private final TreeMap<Integer, List<Integer>> pieces = new TreeMap<>();

	private CrackGrowth(final CrackResult before, final CrackResult after, final double charge) {
		this.before = before;
		this.after = after;
		this.charge = charge;
	}

	/**
	 * Compares.
	 *
	 * @param before cracks of the earlier volume
	 * @param after cracks of the later volume, on the same voxels
	 * @param chargeMahCm2 charge plated in between, mAh/cm2; NaN = not known
	 * @param progress asked whether to stop
	 * @return one row for each crack of the later volume, then those that are no longer seen
	 * @throws IllegalArgumentException if the volumes differ in size the charge is not positive, or no crack overlaps one of the other volume
	 */
	public static List<CrackChange> compare(final CrackResult before, final CrackResult after, final double chargeMahCm2,
		final Progress progress)
	{
		final VoxelGrid b = before.grid(), a = after.grid();
		if (a.nx() != b.nx() || a.ny() != b.ny() || a.nz() != b.nz()) throw new IllegalArgumentException("The earlier volume is " + b.nx()
			+ " x " + b.ny() + " x " + b.nz() + " voxels and the later one " + a.nx() + " x " + a.ny() + " x " + a.nz()
			+ "; register them onto the same voxels first.");
		checkCharge(chargeMahCm2);
		final CrackGrowth g = new CrackGrowth(before, after, chargeMahCm2);
		g.count(progress);
		if (g.shared.isEmpty() && !before.cracks().isEmpty()) throw new IllegalArgumentException("None of the " + before.cracks().size()
			+ " cracks before shares a voxel with one of the " + after.cracks().size()
			+ " after; the volumes are not registered, or not of one specimen: align them (e.g. with Fiji's Register Virtual Stack Slices or Correct 3D Drift) and give the aligned one as before=.");
		return g.rows();
	}

	/**
	 * Compares with an earlier image; one without any crack makes all cracks new.
	 *
	 * @param earlier the class of the cracks before, on the same voxels
	 * @param after cracks of the later volume
	 * @param options what the later volume was measured with
	 * @param chargeMahCm2 charge plated in between, mAh/cm2; NaN = not known
	 * @param threads threads; 0 or less = all
	 * @param progress asked whether to stop
	 * @return as {@link #compare}
	 * @throws IllegalArgumentException as {@link #compare}
	 */
	public static List<CrackChange> since(final Phase earlier, final CrackResult after, final CrackOptions options,
		final double chargeMahCm2, final int threads, final Progress progress)
	{
		if (Components.label(earlier, options.connectivity(), options.minVoxels(), threads, progress.part(0, 0.1)).count() > 0) return compare(
			CrackAnalysis.analyse(earlier, null, null, options, threads, progress.part(0.1, 0.9)), after, chargeMahCm2, progress.part(0.9, 1));
		checkCharge(chargeMahCm2);
		return after.cracks().stream().map(c -> new CrackChange(c.label(), List.of(), "new", Double.NaN, c.lengthUm(), c.lengthUm(), c
			.lengthSdUm(), c.lengthUm() / chargeMahCm2, c.volumeUm3(), 0)).toList();
	}

	private static void checkCharge(final double charge) {
		if (!Double.isNaN(charge) && !(charge > 0)) throw new IllegalArgumentException("capacity=" + charge
			+ " mAh/cm2 is no charge between the volumes; give a positive one, or 0 if it is not known.");
	}

	private void count(final Progress progress) {
		final int[] a = new int[after.grid().planeSize()], b = new int[a.length];
		for (int z = 0; z < after.grid().nz(); z++) {
			progress.check();
			after.labels().plane(z, a);
			before.labels().plane(z, b);
			for (int i = 0; i < a.length; i++)
				if (a[i] > 0 && b[i] > 0) shared.computeIfAbsent(a[i], k -> new TreeMap<>()).merge(b[i], 1L, Long::sum);
		}
		shared.forEach((l, of) -> of.keySet().forEach(e -> pieces.computeIfAbsent(e, k -> new ArrayList<>()).add(l)));
	}

	/** Length now, from the mask as before. */
	private MaskLength now(final int label) {
		final Crack c = after.cracks().get(label - 1);
		return after.byMask().isEmpty() ? new MaskLength(c.lengthUm(), c.lengthSdUm()) : after.byMask().get(label - 1);
	}

	private List<CrackChange> rows() {
		final List<CrackChange> rows = new ArrayList<>();
		for (final Crack c : after.cracks())
			rows.add(row(c, shared.getOrDefault(c.label(), new TreeMap<>())));
		for (final Crack c : before.cracks())
			if (!pieces.containsKey(c.label())) rows.add(new CrackChange(0, List.of(c.label()), "closed", c.lengthUm(), Double.NaN, Double.NaN,
				Double.NaN, Double.NaN, 0, c.volumeUm3()));
		return rows;
	}

	private CrackChange row(final Crack c, final Map<Integer, Long> of) {
		final double voxel = after.grid().voxelVolumeUm3();
		final long kept = of.values().stream().mapToLong(Long::longValue).sum();
		final double gained = (c.voxels() - kept) * voxel;
		if (of.isEmpty()) return new CrackChange(c.label(), List.of(), "new", Double.NaN, c.lengthUm(), c.lengthUm(), c.lengthSdUm(), c.lengthUm()
			/ charge, gained, 0);
		Crack longest = null;
		double lost = 0;
		for (final int e : of.keySet()) {
			final Crack b = before.cracks().get(e - 1);
			lost += b.volumeUm3() - sharedBy(e) * voxel;
			if (longest == null || b.lengthUm() > longest.lengthUm()) longest = b;
		}
		final List<Integer> names = List.copyOf(of.keySet());
		final MaskLength now = now(c.label());
		if (isDetached(c, names)) return new CrackChange(c.label(), names, "detached", longest.lengthUm(), now.lengthUm(), Double.NaN, Double.NaN,
			Double.NaN, gained, 0);
		final double growth = now.lengthUm() - longest.lengthUm(), sd = Math.hypot(now.sdUm(), longest.lengthSdUm());
		final String state = growth > CERTAIN * sd ? "grown" : growth < -CERTAIN * sd ? "shorter" : "unchanged";
		return new CrackChange(c.label(), names, state, longest.lengthUm(), now.lengthUm(), growth, sd, growth / charge, gained, lost);
	}

	private long sharedBy(final int earlier) {
		return pieces.get(earlier).stream().mapToLong(l -> shared.get(l).get(earlier)).sum();
	}

	/** Whether every earlier crack that it continues is also continued by a longer piece. */
	private boolean isDetached(final Crack c, final List<Integer> earlier) {
		final double own = now(c.label()).lengthUm();
		return earlier.stream().allMatch(e -> pieces.get(e).stream().anyMatch(o -> o != c.label() && (now(o).lengthUm() > own || now(o)
			.lengthUm() == own && o < c.label())));
	}
}
