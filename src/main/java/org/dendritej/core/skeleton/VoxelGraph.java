// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import java.util.Arrays;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;

/**
 * The voxels of a skeleton as a sparse graph: nodes in raster order, edges to the 26 neighbours with their length in um.
 * <p>
 * Memory: 12 bytes per node and 4 per directed edge; the image itself is not kept. At most 2^31 - 8 voxels and edges.
 */
public final class VoxelGraph {

	private final VoxelGrid grid;
	private final int[] pixel;
	private final int[] firstOfSlice;
	private final int[] start;
	private final int[] to;

	private VoxelGraph(final VoxelGrid grid, final int[] pixel, final int[] firstOfSlice, final int[] start, final int[] to) {
		this.grid = grid;
		this.pixel = pixel;
		this.firstOfSlice = firstOfSlice;
		this.start = start;
		this.to = to;
	}

	/**
	 * Reads the voxels that are not 0.
	 *
	 * @param grid size and edges
	 * @param planes {@code [nz][nx ny]}, as {@link Thinning#thin} returns them
	 * @return the graph
	 */
	public static VoxelGraph of(final VoxelGrid grid, final byte[][] planes) {
		final int[] first = new int[grid.nz() + 1];
		for (int z = 0; z < grid.nz(); z++) {
			int n = 0;
			for (int p = Sparse.next(planes[z], 0); p < planes[z].length; p = Sparse.next(planes[z], p + 1))
				n++;
			first[z + 1] = Math.addExact(first[z], n);
		}
		final int[] pixel = new int[first[grid.nz()]];
		for (int z = 0, n = 0; z < grid.nz(); z++)
			for (int p = Sparse.next(planes[z], 0); p < planes[z].length; p = Sparse.next(planes[z], p + 1))
				pixel[n++] = p;
		return connect(grid, pixel, first);
	}

	private static VoxelGraph connect(final VoxelGrid grid, final int[] pixel, final int[] first) {
		final int[] start = new int[pixel.length + 1];
		int[] to = new int[Math.max(16, 4 * pixel.length)];
		int m = 0;
		for (int z = 0; z < grid.nz(); z++)
			for (int i = first[z]; i < first[z + 1]; i++) {
				if (to.length < m + 26) to = Arrays.copyOf(to, Math.max(m + 26, (int) Math.min(Integer.MAX_VALUE - 8L, 2L * to.length)));
				for (int dz = -1; dz <= 1; dz++)
					m = neighbours(grid, pixel, first, i, z + dz, to, m);
				start[i + 1] = m;
			}
		return new VoxelGraph(grid, pixel, first, start, Arrays.copyOf(to, m));
	}

	/** Appends the neighbours of node i that lie in a slice. */
	private static int neighbours(final VoxelGrid grid, final int[] pixel, final int[] first, final int i, final int z,
		final int[] to, final int from)
	{
		if (z < 0 || z >= grid.nz()) return from;
		final int nx = grid.nx();
		final int x = pixel[i] % nx;
		final int y = pixel[i] / nx;
		int m = from;
		for (int dy = -1; dy <= 1; dy++) {
			if (y + dy < 0 || y + dy >= grid.ny()) continue;
			final int low = Math.max(0, x - 1) + nx * (y + dy);
			final int high = Math.min(nx - 1, x + 1) + nx * (y + dy);
			int k = Arrays.binarySearch(pixel, first[z], first[z + 1], low);
			if (k < 0) k = -k - 1;
			for (; k < first[z + 1] && pixel[k] <= high; k++)
				if (k != i) to[m++] = k;
		}
		return m;
	}

	/**
	 * Size and edges of the image.
	 *
	 * @return the grid
	 */
	public VoxelGrid grid() {
		return grid;
	}

	/**
	 * Number of voxels.
	 *
	 * @return nodes
	 */
	public int size() {
		return pixel.length;
	}

	/**
	 * Where a node lies in its slice.
	 *
	 * @param node its number
	 * @return x + nx y
	 */
	public int pixel(final int node) {
		return pixel[node];
	}

	/**
	 * The slice of a node.
	 *
	 * @param node its number
	 * @return z
	 */
	public int slice(final int node) {
		int low = 0;
		int high = grid.nz() - 1;
		while (low < high) {
			final int mid = low + high >>> 1;
			if (firstOfSlice[mid + 1] <= node) low = mid + 1;
			else high = mid;
		}
		return low;
	}

	/** Whether two nodes lie in one slice; for neighbours this costs less than asking for both slices. */
	boolean sameSlice(final int a, final int b) {
		final int z = slice(a);
		return firstOfSlice[z] <= b && b < firstOfSlice[z + 1];
	}

	/**
	 * The node at a voxel.
	 *
	 * @param z slice
	 * @param p x + nx y
	 * @return its number, or -1 if the voxel is not in the skeleton
	 */
	public int find(final int z, final int p) {
		final int k = Arrays.binarySearch(pixel, firstOfSlice[z], firstOfSlice[z + 1], p);
		return k < 0 ? -1 : k;
	}

	/**
	 * Centre of a node.
	 *
	 * @param node its number
	 * @return um
	 */
	public Vec3 centreUm(final int node) {
		return grid.centreUm(pixel[node] % grid.nx(), pixel[node] / grid.nx(), slice(node));
	}

	/**
	 * Number of neighbours.
	 *
	 * @param node its number
	 * @return 0 to 26
	 */
	public int degree(final int node) {
		return start[node + 1] - start[node];
	}

	/**
	 * One neighbour.
	 *
	 * @param node the node's number
	 * @param k 0 to degree - 1
	 * @return the neighbour's number
	 */
	public int neighbour(final int node, final int k) {
		return to[start[node] + k];
	}

	/**
	 * Connected parts, numbered by their first node.
	 *
	 * @param keep which nodes take part; null = all
	 * @return the part of each node, from 0; -1 for nodes that take no part
	 */
	public int[] parts(final boolean[] keep) {
		final int[] part = new int[size()];
		Arrays.fill(part, -1);
		final int[] open = new int[size()];
		int count = 0;
		for (int i = 0; i < part.length; i++) {
			if (part[i] >= 0 || keep != null && !keep[i]) continue;
			int n = 0;
			open[n++] = i;
			part[i] = count;
			while (n > 0) {
				final int v = open[--n];
				for (int e = start[v]; e < start[v + 1]; e++) {
					final int w = to[e];
					if (part[w] >= 0 || keep != null && !keep[w]) continue;
					part[w] = count;
					open[n++] = w;
				}
			}
			count++;
		}
		return part;
	}
}
