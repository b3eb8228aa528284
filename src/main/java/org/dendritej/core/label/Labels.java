// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.label;

import java.util.Arrays;
import java.util.function.IntPredicate;

import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;

/**
 * The labelled components of a phase. No label volume is kept: a slice's labels are written when asked for, from 4 bytes
 * per run and the slice of the phase, which is read again.
 * <p>
 * Immutable; may be read by several threads at once.
 */
public final class Labels implements RunSource {

	private final Phase phase;
	private final Connectivity connectivity;
	private final int height;
	private final int[][] runLabels;
	private final int[][] planeFirst;
	private final LabelSums sums;
	private final long dropped;
	private final long droppedVoxels;

	Labels(final Phase phase, final Connectivity connectivity, final int height, final int[][] runLabels,
		final int[][] planeFirst, final LabelSums sums, final long dropped, final long droppedVoxels)
	{
		this.phase = phase;
		this.connectivity = connectivity;
		this.height = height;
		this.runLabels = runLabels;
		this.planeFirst = planeFirst;
		this.sums = sums;
		this.dropped = dropped;
		this.droppedVoxels = droppedVoxels;
	}

	@Override
	public VoxelGrid grid() {
		return phase.grid();
	}

	@Override
	public int count() {
		return sums.count();
	}

	/**
	 * The neighbourhood that was used.
	 *
	 * @return connectivity
	 */
	public Connectivity connectivity() {
		return connectivity;
	}

	/**
	 * What was labelled.
	 *
	 * @return the phase, with all its voxels
	 */
	public Phase phase() {
		return phase;
	}

	/**
	 * Voxels, boxes and moments.
	 *
	 * @return sums of each label
	 */
	public LabelSums sums() {
		return sums;
	}

	/**
	 * Components left out as too small or by a filter.
	 *
	 * @return count
	 */
	public long dropped() {
		return dropped;
	}

	/**
	 * Their voxels.
	 *
	 * @return voxels of the phase that carry no label
	 */
	public long droppedVoxels() {
		return droppedVoxels;
	}

	@Override
	public void read(final int z, final Runs into) {
		into.clear(grid().ny());
		into.append(phase, z);
		final int[] label = into.needLabels(into.size());
		final int[] from = runLabels[z / height];
		final int at = planeFirst[z / height][z % height];
		if (into.size() != planeFirst[z / height][z % height + 1] - at) throw changed(z);
		System.arraycopy(from, at, label, 0, into.size());
	}

	/**
	 * Writes the labels of a slice.
	 *
	 * @param z slice index, from 0
	 * @param out nx ny values; 0 = background
	 */
	public void plane(final int z, final int[] out) {
		writeRows(z, out.length, (row, nx) -> Arrays.fill(out, row, row + nx, 0), (a, b, l) -> Arrays.fill(out, a, b, l));
	}

	/**
	 * Writes the labels of a slice as unsigned 16-bit values.
	 *
	 * @param z slice index, from 0
	 * @param out nx ny values; 0 = background
	 * @throws IllegalArgumentException if there are more than 65535 labels
	 */
	public void plane(final int z, final short[] out) {
		if (count() > 65535) throw new IllegalArgumentException(count()
			+ " labels do not fit a 16-bit image, which ends at 65535; use a 32-bit image.");
		writeRows(z, out.length, (row, nx) -> Arrays.fill(out, row, row + nx, (short) 0), (a, b, l) -> Arrays.fill(out, a,
			b, (short) l));
	}

	/**
	 * Writes the labels of a slice as float values; labels above 16777216 lose their last digits there.
	 *
	 * @param z slice index, from 0
	 * @param out nx ny values; 0 = background
	 */
	public void plane(final int z, final float[] out) {
		writeRows(z, out.length, (row, nx) -> Arrays.fill(out, row, row + nx, 0f), (a, b, l) -> Arrays.fill(out, a, b, l));
	}

	private interface Clear {

		void row(int from, int nx);
	}

	private interface Paint {

		void run(int from, int to, int label);
	}

	/** Row by row, so that clearing and painting meet in the cache. */
	private void writeRows(final int z, final int length, final Clear clear, final Paint paint) {
		final int nx = grid().nx(), ny = grid().ny();
		if (length < nx * ny) throw new IllegalArgumentException("A slice of " + nx + " x " + ny
			+ " labels does not fit into " + length + " values.");
		final int[] label = runLabels[z / height], run = new int[nx + 2];
		final byte[] plane = phase.volume().plane(z);
		int at = planeFirst[z / height][z % height];
		final int end = planeFirst[z / height][z % height + 1];
		for (int y = 0; y < ny; y++) {
			final int row = y * nx;
			clear.row(row, nx);
			final int n = RowScan.scan(plane, row, nx, phase.code(), run, 0);
			if (at + (n >> 1) > end) throw changed(z);
			for (int i = 0; i < n; i += 2) {
				final int l = label[at++];
				if (l > 0) paint.run(row + run[i], row + run[i + 1], l);
			}
		}
	}

	private static IllegalStateException changed(final int z) {
		return new IllegalStateException("Slice " + z + " of the phase image changed after it was labelled; label it again.");
	}

	/**
	 * The labels as a volume. Each slice is written anew when it is asked for.
	 *
	 * @return view
	 */
	public IntVolume volume() {
		return IntVolume.of(phase.grid(), z -> {
			final int[] out = new int[phase.grid().planeSize()];
			plane(z, out);
			return out;
		});
	}

	/**
	 * Keeps some components and numbers them without gaps, in the same order.
	 *
	 * @param keep told a label, says whether it stays
	 * @return new labels
	 */
	public Labels filter(final IntPredicate keep) {
		final int[] map = new int[count() + 1];
		int kept = 0;
		long lost = 0;
		for (int l = 1; l <= count(); l++) {
			if (keep.test(l)) map[l] = ++kept;
			else lost += sums.voxels(l);
		}
		final int[][] mapped = new int[runLabels.length][];
		for (int p = 0; p < mapped.length; p++) {
			final int[] from = runLabels[p], to = mapped[p] = new int[from.length];
			for (int i = 0; i < to.length; i++)
				to[i] = map[from[i]];
		}
		return new Labels(phase, connectivity, height, mapped, planeFirst, sums.renumber(map, kept), dropped + count()
			- kept, droppedVoxels + lost);
	}
}
