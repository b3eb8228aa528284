// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.pore;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

import org.dendritej.core.distance.EuclideanDistance;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.LabelSums;
import org.dendritej.core.label.Labels;
import org.dendritej.core.run.Progress;
import org.dendritej.core.run.Slabs;

/**
 * Cuts touching pores apart at their necks: a watershed of the exact distance transform.
 * <p>
 * Voxels are flooded from the largest distance down, equal ones in raster order, and each joins the basin that lies steepest above
 * it. Where two basins meet, the one with the
 * lower peak joins the other if its peak stands less than h above the neck (h-maxima); h is the coarsest voxel edge, but
 * at least a tenth of the peak, so that large rough pores are not broken up. Distances are in um, for any voxel edges.
 * The image's border is no boundary. No voxel is lost but those of parts smaller than asked for. The result does not
 * depend on threads. Memory: 8 bytes per voxel of the image, 8 per voxel of a component's box and 8 per voxel of it.
 */
final class PoreSplit {

	/** The parts, numbered by first voxel in raster order. */
	final IntVolume volume;
	/** Number of parts. */
	final int count;
	/** Parts left out as too small. */
	final long dropped;
	/** Their voxels. */
	final long droppedVoxels;

	private final Labels labels;
	private final VoxelGrid g;
	private final float[][] square;
	private final int[][] planes;
	private final double h;
	private final AtomicInteger used = new AtomicInteger();

	PoreSplit(final Labels labels, final long minVoxels, final int threads, final Progress progress) {
		this.labels = labels;
		g = labels.grid();
		h = Math.max(g.dxUm(), Math.max(g.dyUm(), g.dzUm()));
		square = EuclideanDistance.squared(labels.phase(), false, threads, progress.part(0, 0.3));
		planes = new int[g.nz()][g.planeSize()];
		final int n = labels.count(), workers = Slabs.threads(threads), chunk = Math.max(1, (n + 8 * workers - 1) / (8
			* workers));
		int high = 1;
		for (int l = 1; l <= n; l++)
			high = Math.max(high, labels.sums().max(l, 2) - labels.sums().min(l, 2));
		final int slices = high;
		Slabs.forEach((n + chunk - 1) / chunk, threads, progress.part(0.3, 1), "Splitting pores", c -> {
			final LabelWindow window = new LabelWindow(labels, slices);
			for (int l = 1 + c * chunk; l <= Math.min(n, (c + 1) * chunk); l++) {
				progress.check();
				component(l, window, progress);
			}
		});
		final long[] lost = renumber(minVoxels);
		count = (int) lost[0];
		dropped = lost[1] + labels.dropped();
		droppedVoxels = lost[2] + labels.droppedVoxels();
		volume = IntVolume.of(g, planes);
	}

	/** Floods one component and writes its parts under numbers that no other part has. */
	private void component(final int l, final LabelWindow window, final Progress progress) {
		final LabelSums s = labels.sums();
		final int[] min = new int[3], n = new int[3];
		long box = 1;
		for (int a = 0; a < 3; a++) {
			min[a] = s.min(l, a);
			n[a] = s.max(l, a) - min[a];
			box *= n[a];
		}
		if (box > Integer.MAX_VALUE - 8) throw new IllegalArgumentException("A pore whose box holds " + box
			+ " voxels is too large to be split; use split=false.");
		final long[] order = order(l, min, n, window);
		progress.check();
		Arrays.sort(order);
		progress.check();
		final Basins basins = new Basins((int) box, n, labels.connectivity().neighbours(), new double[] { g
			.dxUm(), g.dyUm(), g.dzUm() }, h);
		for (final long key : order)
			basins.flood((int) key, Math.sqrt(Float.intBitsToFloat((int) ~(key >>> 32))));
		final int[] number = basins.numbers();
		final int first = used.getAndAdd(basins.kept());
		for (final long key : order) {
			final int p = (int) key, x = p % n[0], y = p / n[0] % n[1], z = p / n[0] / n[1];
			planes[z + min[2]][x + min[0] + g.nx() * (y + min[1])] = first + number[basins.of(p)];
		}
	}

	/** Sort keys of the component's voxels: farthest from the boundary first, then raster order; low half = place in the box. */
	private long[] order(final int l, final int[] min, final int[] n, final LabelWindow window) {
		final long[] keys = new long[(int) labels.sums().voxels(l)];
		int k = 0;
		for (int z = 0; z < n[2]; z++) {
			final int[] plane = window.plane(z + min[2]);
			final float[] d = square[z + min[2]];
			for (int y = 0; y < n[1]; y++)
				for (int x = 0; x < n[0]; x++) {
					final int i = x + min[0] + g.nx() * (y + min[1]);
					if (plane[i] == l) keys[k++] = (long) ~Float.floatToIntBits(d[i]) << 32 | x + n[0] * (y + n[1] * z);
				}
		}
		return keys;
	}

	/** Final numbers in raster order. Returns parts kept, parts dropped, voxels dropped. */
	private long[] renumber(final long minVoxels) {
		final long[] size = new long[used.get() + 1];
		for (final int[] p : planes)
			for (final int v : p)
				size[v]++;
		final int[] map = new int[size.length];
		long kept = 0, lost = 0, lostVoxels = 0;
		for (final int[] p : planes)
			for (int i = 0; i < p.length; i++) {
				final int v = p[i];
				if (v == 0) continue;
				if (map[v] == 0) {
					if (size[v] >= minVoxels) map[v] = (int) ++kept;
					else {
						map[v] = -1;
						lost++;
						lostVoxels += size[v];
					}
				}
				p[i] = Math.max(0, map[v]);
			}
		return new long[] { kept, lost, lostVoxels };
	}
}
