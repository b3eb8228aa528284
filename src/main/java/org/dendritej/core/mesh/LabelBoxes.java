// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.mesh;

import java.util.Map;
import java.util.TreeMap;

import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;

/** Cuts a label volume into the boxes of its labels, so that each can be meshed without walking through all of it. */
public final class LabelBoxes {

	private final IntVolume labels;
	/** Label to its smallest x, y, z and largest x, y, z. */
	private final Map<Integer, int[]> boxes = new TreeMap<>();

	/**
	 * Finds the boxes; one pass.
	 *
	 * @param labels labels, 0 = none
	 * @param progress may cancel
	 */
	public LabelBoxes(final IntVolume labels, final Progress progress) {
		this.labels = labels;
		final int nx = labels.grid().nx();
		for (int z = 0; z < labels.grid().nz(); z++) {
			progress.check();
			final int[] p = labels.plane(z);
			for (int i = 0; i < p.length; i++)
				if (p[i] > 0) grow(boxes.computeIfAbsent(p[i], l -> new int[] { Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, -1, -1, -1 }), i % nx,
					i / nx, z);
		}
	}

	private static void grow(final int[] box, final int... at) {
		for (int a = 0; a < 3; a++) {
			box[a] = Math.min(box[a], at[a]);
			box[3 + a] = Math.max(box[3 + a], at[a]);
		}
	}

	/**
	 * Labels that occur.
	 *
	 * @return in ascending order
	 */
	public Iterable<Integer> labels() {
		return boxes.keySet();
	}

	/**
	 * How many labels occur.
	 *
	 * @return number
	 */
	public int count() {
		return boxes.size();
	}

	/**
	 * The box of one label as a volume of its own, at its place.
	 *
	 * @param label a label that occurs
	 * @return a view; slices are copied
	 */
	public IntVolume box(final int label) {
		final VoxelGrid g = labels.grid();
		final int[] b = boxes.get(label).clone();
		// One voxel more on each side that the image has, so that only what the image cuts ends at the box's border.
		for (int a = 0; a < 3; a++) {
			b[a] = Math.max(0, b[a] - 1);
			b[3 + a] = Math.min(g.size(a) - 1, b[3 + a] + 1);
		}
		final VoxelGrid own = new VoxelGrid(b[3] - b[0] + 1, b[4] - b[1] + 1, b[5] - b[2] + 1, g.dxUm(), g.dyUm(), g.dzUm(), new Vec3(g.originUm().x()
			+ b[0] * g.dxUm(), g.originUm().y() + b[1] * g.dyUm(), g.originUm().z() + b[2] * g.dzUm()));
		return IntVolume.of(own, z -> {
			final int[] whole = labels.plane(b[2] + z), out = new int[own.planeSize()];
			for (int y = 0; y < own.ny(); y++)
				System.arraycopy(whole, b[0] + g.nx() * (b[1] + y), out, own.nx() * y, own.nx());
			return out;
		});
	}
}
