// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/** A computed stack that is kept as 16-bit steps between the least and largest value of each slice, so that it is worked out once. */
final class Kept {

	/** Voxels up to which a stack is kept: 0.9 GB. */
	private static final long MOST = 450_000_000L;

	private Kept() {}

	/** The stack, kept if it is small enough; else the stack itself. */
	static FloatVolume of(final FloatVolume v, final int threads, final Progress progress) {
		final VoxelGrid g = v.grid();
		if (g.voxels() > MOST) return v;
		final short[][] steps = new short[g.nz()][];
		final float[] least = new float[g.nz()], step = new float[g.nz()];
		Slabs.forEach(g.nz(), threads, progress, "Cleaning slices", z -> {
			final float[] p = v.plane(z);
			float lo = Float.POSITIVE_INFINITY, hi = Float.NEGATIVE_INFINITY;
			for (final float f : p) {
				lo = Math.min(lo, f);
				hi = Math.max(hi, f);
			}
			least[z] = lo;
			step[z] = (hi - lo) / 65535;
			final float inverse = hi > lo ? 65535 / (hi - lo) : 0;
			final short[] s = new short[p.length];
			for (int i = 0; i < s.length; i++)
				s[i] = (short) Math.round((p[i] - lo) * inverse);
			steps[z] = s;
		});
		return FloatVolume.of(g, z -> {
			final short[] s = steps[z];
			final float[] p = new float[s.length];
			for (int i = 0; i < p.length; i++)
				p[i] = least[z] + step[z] * (s[i] & 0xffff);
			return p;
		});
	}
}
