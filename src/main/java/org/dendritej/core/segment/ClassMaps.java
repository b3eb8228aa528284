// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.segment;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * A probability for every class at every voxel, from what is known: the chance of void from grey and noise, and the class that
 * three label sets (least, middle and most void) give the voxel or, if none holds it, its nearest voxels.
 * <p>
 * p(pore) and p(crack) share the chance of void by the votes of the sets; without a vote, by those of the 26 neighbours in the set of most
 * void, else it is a pore. The solid has the rest. Other classes (lithium, outside) are certain where the middle set has them. The
 * maps sum to one. They cover noise and the interval of thresholds, not blur.
 */
public final class ClassMaps {

	private ClassMaps() {}

	/**
	 * The maps.
	 *
	 * @param chance chance of void, 0 to 1
	 * @param least classes of the lowest threshold
	 * @param mid classes of the middle threshold
	 * @param most classes of the highest threshold
	 * @param classes number of maps: class codes 0 to classes - 1
	 * @param threads threads; 0 or less means all
	 * @param progress told how far the work is
	 * @return one volume for each class, new planes
	 */
	public static FloatVolume[] of(final FloatVolume chance, final ByteVolume least, final ByteVolume mid, final ByteVolume most, final int classes,
		final int threads, final Progress progress)
	{
		final VoxelGrid g = chance.grid();
		final float[][][] out = new float[classes][g.nz()][];
		Slabs.forEach(g.nz(), threads, progress, "Finding probabilities", z -> {
			final float[] c = chance.plane(z);
			final byte[][] sets = { least.plane(z), mid.plane(z), most.plane(z) };
			for (final float[][] map : out)
				map[z] = new float[c.length];
			for (int i = 0; i < c.length; i++) {
				final int certain = sets[1][i];
				if (certain != 0 && certain != ShapeClasses.PORE && certain != ShapeClasses.CRACK) {
					out[Math.min(classes - 1, certain)][z][i] = 1;
					continue;
				}
				int pore = 0, crack = 0;
				for (final byte[] s : sets) {
					if (s[i] == ShapeClasses.PORE) pore++;
					if (s[i] == ShapeClasses.CRACK) crack++;
				}
				if (pore + crack == 0 && c[i] > 1e-6f) {
					final int[] near = near(most, g, z, i);
					pore = near[0];
					crack = near[1];
				}
				final float share = pore + crack == 0 ? 0 : crack / (float) (pore + crack);
				out[0][z][i] = 1 - c[i];
				out[1][z][i] = c[i] * (1 - share);
				out[2][z][i] = c[i] * share;
			}
		});
		final FloatVolume[] maps = new FloatVolume[classes];
		for (int k = 0; k < classes; k++)
			maps[k] = FloatVolume.of(g, out[k]);
		return maps;
	}

	private static int[] near(final ByteVolume v, final VoxelGrid g, final int z, final int i) {
		final int nx = g.nx(), x = i % nx, y = i / nx;
		final int[] n = new int[2];
		for (int k = Math.max(0, z - 1); k <= Math.min(g.nz() - 1, z + 1); k++) {
			final byte[] p = v.plane(k);
			for (int b = Math.max(0, y - 1); b <= Math.min(g.ny() - 1, y + 1); b++)
				for (int a = Math.max(0, x - 1); a <= Math.min(nx - 1, x + 1); a++) {
					if (p[b * nx + a] == ShapeClasses.PORE) n[0]++;
					if (p[b * nx + a] == ShapeClasses.CRACK) n[1]++;
				}
		}
		return n;
	}
}
