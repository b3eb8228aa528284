// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.distance;

import java.util.Random;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;

/** Plates of known thickness at any angle, as masks: a voxel is inside when its centre is. */
final class Plates {

	private Plates() {}

	/** A plate through the middle of a cube of n voxels along x; lengths in units of the x and y edges. */
	static Phase random(final Random random, final int n, final double width, final double dz) {
		final Vec3 normal = new Vec3(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()).unit();
		return plate(normal, random.nextDouble() - 0.5, n, width, dz);
	}

	static Phase plate(final Vec3 normal, final double offset, final int n, final double width, final double dz) {
		final int nz = (int) Math.ceil(n / dz);
		final VoxelGrid g = VoxelGrid.of(n, n, nz, 1, 1, dz);
		final byte[][] planes = new byte[nz][n * n];
		final Vec3 middle = g.centreUm((n - 1) / 2.0, (n - 1) / 2.0, (nz - 1) / 2.0);
		for (int z = 0; z < nz; z++)
			for (int i = 0; i < n * n; i++)
				if (Math.abs(g.centreUm(i % n, i / n, z).minus(middle).dot(normal) - offset) < width / 2) planes[z][i] = 1;
		return new Phase(ByteVolume.of(g, planes), 1);
	}

	/** Mean thickness of the plate, away from where the image cuts it. */
	static double meanInside(final Phase plate, final int margin) {
		final VoxelGrid g = plate.grid();
		final float[][] t = LocalThickness.diameterUm(plate, false, 1, Progress.NONE);
		final int mz = (int) Math.ceil(margin / g.dzUm());
		double sum = 0;
		long n = 0;
		for (int z = mz; z < g.nz() - mz; z++)
			for (int y = margin; y < g.ny() - margin; y++)
				for (int x = margin; x < g.nx() - margin; x++) {
					final float v = t[z][x + g.nx() * y];
					if (v == 0) continue;
					sum += v;
					n++;
				}
		return sum / n;
	}
}
