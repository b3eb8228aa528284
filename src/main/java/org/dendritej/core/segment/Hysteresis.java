// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.segment;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.label.Components;
import org.dendritej.core.label.Connectivity;
import org.dendritej.core.label.Labels;
import org.dendritej.core.run.Progress;

/**
 * Two thresholds (Canny 1986, doi 10.1109/TPAMI.1986.4767851): voxels below the upper one are void if they hang together, by
 * 26 neighbours, with one below the lower. Faint ends of cracks stay, lonely noise goes.
 */
public final class Hysteresis {

	private Hysteresis() {}

	/**
	 * Voids of a stack.
	 *
	 * @param grey the volume
	 * @param sure grey below which a voxel is void for certain
	 * @param allowed grey below which it may be void; above {@code sure}
	 * @param threads threads; 0 or less means all
	 * @param progress told how far the work is
	 * @return the phase, 1 byte per voxel
	 * @throws IllegalArgumentException if the two are not in order, or no voxel is void for certain
	 */
	public static Phase below(final FloatVolume grey, final double sure, final double allowed, final int threads, final Progress progress) {
		if (!(sure < allowed)) throw new IllegalArgumentException("low=" + sure + " is not below high=" + allowed
			+ "; voxels darker than low are void for certain, those up to high if connected to them.");
		final Phase weak = Thresholded.below(grey, allowed, threads, progress.part(0, 0.3));
		final Labels labels = Components.label(weak, Connectivity.TWENTYSIX, threads, progress.part(0.3, 0.7));
		final boolean[] seeded = new boolean[labels.count() + 1];
		final int[] line = new int[grey.grid().planeSize()];
		boolean any = false;
		for (int z = 0; z < grey.grid().nz(); z++) {
			progress.check();
			final float[] g = grey.plane(z);
			labels.plane(z, line);
			for (int i = 0; i < line.length; i++)
				if (line[i] > 0 && g[i] < sure) {
					seeded[line[i]] = true;
					any = true;
				}
		}
		if (!any) throw new IllegalArgumentException("low=" + sure + " makes no voxel a void for certain; choose a level between the greys of the voids and the solid.");
		final byte[][] out = new byte[grey.grid().nz()][];
		for (int z = 0; z < out.length; z++) {
			progress.check();
			labels.plane(z, line);
			out[z] = new byte[line.length];
			for (int i = 0; i < line.length; i++)
				if (seeded[line[i]] && line[i] > 0) out[z][i] = 1;
		}
		return new Phase(ByteVolume.of(grey.grid(), out), 1);
	}
}
