// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import java.util.Arrays;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.run.Progress;

/** Pores that somebody else has labelled, such as the 3D ImageJ Suite: numbered anew without gaps, small ones left out. */
final class GivenPores {

	final Phase phase;
	final IntVolume volume;
	final int count;
	long dropped, droppedVoxels;

	/**
	 * Reads the labels; one pass, and 4 bytes per label.
	 *
	 * @param labels labels, 0 = none
	 * @param classes class image that says which voxels lie outside the sample, or null
	 * @param outside that class
	 * @param minVoxels smaller pores are left out
	 * @param progress may cancel
	 */
	GivenPores(final IntVolume labels, final ByteVolume classes, final int outside, final long minVoxels, final Progress progress) {
		final int[] renamed = rename(sizes(labels, progress), minVoxels);
		count = Arrays.stream(renamed).max().orElse(0);
		volume = IntVolume.of(labels.grid(), z -> {
			final int[] given = labels.plane(z), own = new int[given.length];
			for (int i = 0; i < own.length; i++)
				own[i] = given[i] > 0 ? renamed[given[i]] : 0;
			return own;
		});
		phase = new Phase(voids(labels, classes, outside), 1);
	}

	private static long[] sizes(final IntVolume labels, final Progress progress) {
		long[] n = new long[256];
		for (int z = 0; z < labels.grid().nz(); z++) {
			progress.check();
			for (final int l : labels.plane(z)) {
				if (l <= 0) continue;
				if (l >= n.length) n = Arrays.copyOf(n, Math.max(l + 1, (int) Math.min(Integer.MAX_VALUE - 8, 2L * n.length)));
				n[l]++;
			}
		}
		return n;
	}

	private int[] rename(final long[] sizes, final long minVoxels) {
		final int[] renamed = new int[sizes.length];
		int next = 0;
		for (int l = 1; l < sizes.length; l++)
			if (sizes[l] >= minVoxels) renamed[l] = ++next;
			else if (sizes[l] > 0) {
				dropped++;
				droppedVoxels += sizes[l];
			}
		return renamed;
	}

	/** All labelled voxels as class 1, also the small ones; what lies outside the sample keeps its class. */
	private static ByteVolume voids(final IntVolume labels, final ByteVolume classes, final int outside) {
		return ByteVolume.of(labels.grid(), z -> {
			final int[] given = labels.plane(z);
			final byte[] c = classes == null ? null : classes.plane(z), p = new byte[given.length];
			for (int i = 0; i < p.length; i++)
				p[i] = (byte) (given[i] > 0 ? 1 : c != null && c[i] == (byte) outside ? outside : 0);
			return p;
		});
	}
}
