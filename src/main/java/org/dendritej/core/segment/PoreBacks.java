// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.segment;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.run.Progress;

/**
 * Keeps voids void where their back wall shines through: in a milled slice the beam sees into an open pore, and the wall
 * behind the slice makes its last slices grey (Prill et al., J. Microsc. 250 (2013) 77).
 * <p>
 * Rule (derived): followed in the direction of milling, a void ends where the solid's full grey begins and not where a
 * threshold between the two is crossed. A voxel at or above the threshold stays void if the voxel before it was void, its
 * grey is below {@code solid - leave}, and none of its four neighbours in the slice has the solid's grey: partly filled
 * pixels at a side wall are not meant. A pixel between such a grey void and the solid is void if it is nearer to the grey void.
 * Cost: one pass; the result replaces the given phase's planes.
 */
public final class PoreBacks {

	private PoreBacks() {}

	/**
	 * Voids with their grey ends.
	 *
	 * @param grey the volume
	 * @param voids voids by threshold
	 * @param levels greys of solid and voids
	 * @param share of the contrast, 0.5 to 1: from this grey on a voxel is solid; 0.8 is usual
	 * @param towardsHigherZ whether later slices were milled later
	 * @param progress told how far the work is
	 * @return a new phase, 1 byte per voxel
	 */
	public static Phase filled(final FloatVolume grey, final Phase voids, final HalfContrast levels, final double share,
		final boolean towardsHigherZ, final Progress progress)
	{
		if (!(share > 0.5 && share < 1)) throw new IllegalArgumentException("poreback=" + share
			+ " is not a share of the contrast between void and solid; give more than 0.5 and less than 1 (0.8 is usual), or 0 for none.");
		final int nx = grey.grid().nx(), ny = grey.grid().ny(), nz = grey.grid().nz();
		final double full = levels.voids() + share * (levels.solid() - levels.voids());
		final byte[][] out = new byte[nz][];
		final byte code = voids.code();
		for (int k = 0; k < nz; k++) {
			progress.check();
			progress.report(k / (double) nz, "Following voids to their back walls");
			final int z = towardsHigherZ ? k : nz - 1 - k;
			final byte[] by = voids.volume().plane(z), now = new byte[by.length];
			for (int i = 0; i < by.length; i++)
				now[i] = (byte) (by[i] == code ? 1 : 0);
			out[z] = now;
			if (k == 0) continue;
			extend(grey.plane(z), out[towardsHigherZ ? z - 1 : z + 1], now, nx, ny, full, levels.solid());
		}
		return new Phase(ByteVolume.of(grey.grid(), out), 1);
	}

	private static void extend(final float[] g, final byte[] before, final byte[] now, final int nx, final int ny, final double full,
		final double solid)
	{
		final boolean[] grown = new boolean[now.length];
		for (int y = 0; y < ny; y++)
			for (int x = 0; x < nx; x++) {
				final int i = y * nx + x;
				if (now[i] == 1 || before[i] == 0 || g[i] >= full) continue;
				if (x > 0 && g[i - 1] >= full || x + 1 < nx && g[i + 1] >= full || y > 0 && g[i - nx] >= full || y + 1 < ny && g[i + nx] >= full) continue;
				grown[i] = true;
			}
		final byte[] rim = new byte[now.length];
		for (int y = 0; y < ny; y++)
			for (int x = 0; x < nx; x++) {
				final int i = y * nx + x;
				if (now[i] == 1 || grown[i] || before[i] == 0) continue;
				double sum = 0;
				int n = 0;
				for (int k = 0; k < 9; k++) {
					final int u = x + k % 3 - 1, v = y + k / 3 - 1;
					if (u < 0 || v < 0 || u >= nx || v >= ny || !grown[v * nx + u]) continue;
					sum += g[v * nx + u];
					n++;
				}
				if (n > 0 && g[i] < 0.5 * (solid + sum / n)) rim[i] = 1;
			}
		for (int i = 0; i < now.length; i++)
			if (grown[i] || rim[i] == 1) now[i] = 1;
	}
}
