// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.ij;

import java.util.List;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/** Counts the values of a class image, and names them in words for a refusal. */
final class ClassHistogram {

	private static final int SLAB = 8;

	private ClassHistogram() {}

	/** One pass over the slices, by all processors; the sums do not depend on how the slices fall to them. */
	static long[] of(final ByteVolume volume) {
		final List<Slabs.Slab> slabs = Slabs.cut(volume.grid().nz(), SLAB);
		final long[][] part = new long[slabs.size()][];
		Slabs.forEach(part.length, 0, Progress.NONE, null, s -> {
			// Four tables: the same value again and again would wait for its own count to be written.
			final int[][] n = new int[4][256];
			final long[] sum = new long[256];
			for (int z = slabs.get(s).z0(); z < slabs.get(s).z1(); z++) {
				final byte[] p = volume.plane(z);
				int i = 0;
				for (; i + 3 < p.length; i += 4) {
					n[0][p[i] & 0xff]++;
					n[1][p[i + 1] & 0xff]++;
					n[2][p[i + 2] & 0xff]++;
					n[3][p[i + 3] & 0xff]++;
				}
				for (; i < p.length; i++)
					n[0][p[i] & 0xff]++;
				for (final int[] table : n)
					for (int v = 0; v < 256; v++) {
						sum[v] += table[v];
						table[v] = 0;
					}
			}
			part[s] = sum;
		});
		final long[] h = new long[256];
		for (final long[] p : part)
			for (int v = 0; v < 256; v++)
				h[v] += p[v];
		return h;
	}

	static String contents(final long[] histogram, final int distinct) {
		if (distinct > 8) return distinct + " different values";
		final StringBuilder s = new StringBuilder(distinct == 1 ? "only the value" : "the values");
		for (int v = 0; v < 256; v++)
			if (histogram[v] > 0) s.append(' ').append(v);
		return s.toString();
	}
}
