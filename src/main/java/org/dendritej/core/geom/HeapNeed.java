// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.geom;

import java.util.Locale;
import java.util.function.ToLongFunction;

/** Refuses work on an image that the heap cannot hold, before it begins: with the figure, and the binning that would fit. */
public final class HeapNeed {

	/** Share of the heap that arrays may take: the rest is for images and for the collector's own needs. */
	private static final double USABLE = 0.95;
	private static final int LARGEST_BIN = 64;

	private HeapNeed() {}

	/**
	 * Refuses what does not fit into the memory that the heap can still give.
	 *
	 * @param what the work, as the sentence begins: "The field"
	 * @param grid the image
	 * @param bytes memory that the work needs for a grid
	 * @throws IllegalArgumentException with the figures
	 */
	public static void check(final String what, final VoxelGrid grid, final ToLongFunction<VoxelGrid> bytes) {
		check(what, grid, bytes, Long.MAX_VALUE, availableFor(bytes.applyAsLong(grid)));
	}

	/**
	 * Refuses what does not fit.
	 *
	 * @param what the work, as the sentence begins
	 * @param grid the image
	 * @param bytes memory that the work needs for a grid
	 * @param mostVoxels largest number of voxels that the work can count
	 * @param heapBytes memory that can be had
	 * @throws IllegalArgumentException with the figures
	 */
	public static void check(final String what, final VoxelGrid grid, final ToLongFunction<VoxelGrid> bytes, final long mostVoxels,
		final long heapBytes)
	{
		final long need = bytes.applyAsLong(grid), most = (long) (USABLE * heapBytes);
		if (need <= most && grid.voxels() <= mostVoxels) return;
		int bin = 2;
		while (bin < LARGEST_BIN && (bytes.applyAsLong(binned(grid, bin)) > most || binned(grid, bin).voxels() > mostVoxels))
			bin++;
		final VoxelGrid b = binned(grid, bin);
		throw new IllegalArgumentException(String.format(Locale.ROOT,
			"%s of %d x %d x %d voxels needs %.2f GB where the heap has %.2f GB to spare; bin the image by %d in each direction (%d x %d x %d voxels, %.2f GB), crop it, or give ImageJ more memory.",
			what, grid.nx(), grid.ny(), grid.nz(), need / 1e9, most / 1e9, bin, b.nx(), b.ny(), b.nz(), bytes.applyAsLong(b) / 1e9));
	}

	/**
	 * Memory that the heap can still give; if that looks too little, what has fallen out of use is collected first.
	 *
	 * @param need bytes that are wanted
	 * @return bytes
	 */
	public static long availableFor(final long need) {
		if (USABLE * free() < need) System.gc();
		return free();
	}

	private static long free() {
		final Runtime r = Runtime.getRuntime();
		return r.maxMemory() - (r.totalMemory() - r.freeMemory());
	}

	private static VoxelGrid binned(final VoxelGrid g, final int bin) {
		return VoxelGrid.of((g.nx() + bin - 1) / bin, (g.ny() + bin - 1) / bin, (g.nz() + bin - 1) / bin, g.dxUm() * bin,
			g.dyUm() * bin, g.dzUm() * bin);
	}
}
