// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.prepare;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.VoxelGrid;

/** A stack as means over squares of pixels: motions of large slices are measured on it, at a fraction of the cost. */
final class Binned {

	/** Pixels of a slice up to which nothing is binned. */
	private static final long MOST_PIXELS = 600_000;

	private Binned() {}

	/** Edge of the squares at which a slice has no more than 0.6 million. */
	static int edge(final VoxelGrid g) {
		int b = 1;
		while ((long) (g.nx() / b) * (g.ny() / b) > MOST_PIXELS)
			b++;
		return b;
	}

	/** The stack itself for an edge of 1; else a view that works slices out when asked. */
	static FloatVolume of(final FloatVolume v, final int edge) {
		if (edge == 1) return v;
		final VoxelGrid g = v.grid(), small = new VoxelGrid(g.nx() / edge, g.ny() / edge, g.nz(), g.dxUm() * edge, g.dyUm() * edge, g.dzUm(), g.originUm());
		return FloatVolume.of(small, z -> Binned.plane(v.plane(z), g.nx(), small.nx(), small.ny(), edge));
	}

	/** Means over squares; what is left over at the right and below is not used. */
	static float[] plane(final float[] p, final int nx, final int w, final int h, final int edge) {
		final float[] out = new float[w * h];
		final float share = 1f / (edge * edge);
		for (int y = 0; y < h; y++)
			for (int v = 0; v < edge; v++) {
				final int row = (y * edge + v) * nx;
				for (int x = 0; x < w; x++) {
					float s = 0;
					for (int u = 0; u < edge; u++)
						s += p[row + x * edge + u];
					out[y * w + x] += share * s;
				}
			}
		return out;
	}
}
