// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.label;

import java.util.ArrayDeque;
import java.util.Random;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.VoxelGrid;

/** The slow way to label: flood fill from each voxel in raster order. The oracle of the labelling tests. */
final class FloodFill {

	/** Label of each voxel, [z][x + nx y]. */
	final int[][] label;
	/** Number of components. */
	int count;

	FloodFill(final ByteVolume v, final int value, final int neighbours) {
		final VoxelGrid g = v.grid();
		label = new int[g.nz()][g.planeSize()];
		final ArrayDeque<int[]> queue = new ArrayDeque<>();
		for (int z = 0; z < g.nz(); z++)
			for (int y = 0; y < g.ny(); y++)
				for (int x = 0; x < g.nx(); x++) {
					if (!open(v, value, x, y, z)) continue;
					label[z][x + g.nx() * y] = ++count;
					queue.add(new int[] { x, y, z });
					while (!queue.isEmpty())
						spread(v, value, neighbours, queue);
				}
	}

	private boolean open(final ByteVolume v, final int value, final int x, final int y, final int z) {
		final VoxelGrid g = v.grid();
		return x >= 0 && y >= 0 && z >= 0 && x < g.nx() && y < g.ny() && z < g.nz() && (v.plane(z)[x + g.nx() * y]
			& 255) == value && label[z][x + g.nx() * y] == 0;
	}

	private void spread(final ByteVolume v, final int value, final int neighbours, final ArrayDeque<int[]> queue) {
		final int[] p = queue.poll();
		for (int dz = -1; dz <= 1; dz++)
			for (int dy = -1; dy <= 1; dy++)
				for (int dx = -1; dx <= 1; dx++) {
					final int steps = Math.abs(dx) + Math.abs(dy) + Math.abs(dz);
					if (steps == 0 || steps > (neighbours == 6 ? 1 : neighbours == 18 ? 2 : 3)) continue;
					final int x = p[0] + dx, y = p[1] + dy, z = p[2] + dz;
					if (!open(v, value, x, y, z)) continue;
					label[z][x + v.grid().nx() * y] = count;
					queue.add(new int[] { x, y, z });
				}
	}

	/** A random volume of bytes 0 to 3 with sides of 1 to 9, at times one longer than a machine word. */
	static ByteVolume random(final Random r) {
		final int nx = r.nextInt(4) == 0 ? 60 + r.nextInt(80) : 1 + r.nextInt(9);
		final VoxelGrid g = VoxelGrid.of(nx, 1 + r.nextInt(8), 1 + r.nextInt(9), 0.1 + r.nextDouble(), 0.1 + r
			.nextDouble(), 0.1 + r.nextDouble());
		final byte[][] planes = new byte[g.nz()][g.planeSize()];
		final double density = r.nextDouble();
		final int value = r.nextBoolean() ? 1 : 255;
		for (final byte[] p : planes)
			for (int i = 0; i < p.length; i++)
				p[i] = (byte) (r.nextDouble() < density ? value : r.nextInt(8) == 0 ? 2 : 0);
		return ByteVolume.of(g, planes);
	}
}
