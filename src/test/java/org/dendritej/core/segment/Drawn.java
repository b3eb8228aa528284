// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.segment;

import java.util.Random;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.VoxelGrid;

/** Volumes of the tests, drawn voxel by voxel. */
final class Drawn {

	private Drawn() {}

	/** Says whether a point (um) is void. */
	interface Body {

		boolean at(double x, double y, double z);
	}

	static ByteVolume mask(final VoxelGrid g, final Body body) {
		final byte[][] p = new byte[g.nz()][g.planeSize()];
		for (int z = 0; z < g.nz(); z++)
			for (int i = 0; i < p[z].length; i++) {
				final var c = g.centreUm(i % g.nx(), i / g.nx(), z);
				if (body.at(c.x(), c.y(), c.z())) p[z][i] = 1;
			}
		return ByteVolume.of(g, p);
	}

	static Phase phase(final VoxelGrid g, final Body body) {
		return new Phase(mask(g, body), 1);
	}

	/** Grey of a mask: two levels and Gaussian noise, rounded as a camera does if asked. */
	static FloatVolume grey(final ByteVolume mask, final double solid, final double voids, final double noise, final boolean round, final long seed) {
		final Random r = new Random(seed);
		final float[][] p = new float[mask.grid().nz()][mask.grid().planeSize()];
		for (int z = 0; z < p.length; z++)
			for (int i = 0; i < p[z].length; i++) {
				final double v = (mask.plane(z)[i] == 0 ? solid : voids) + noise * r.nextGaussian();
				p[z][i] = (float) (round ? Math.rint(v) : v);
			}
		return FloatVolume.of(mask.grid(), p);
	}

	/** Dice overlap of a class in two class images. */
	static double dice(final ByteVolume a, final ByteVolume b, final int value) {
		long both = 0, sum = 0;
		for (int z = 0; z < a.grid().nz(); z++)
			for (int i = 0; i < a.grid().planeSize(); i++) {
				final boolean p = a.plane(z)[i] == value, q = b.plane(z)[i] == value;
				if (p && q) both++;
				sum += (p ? 1 : 0) + (q ? 1 : 0);
			}
		return 2.0 * both / sum;
	}
}
