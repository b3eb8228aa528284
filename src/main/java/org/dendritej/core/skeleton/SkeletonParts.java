// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import org.dendritej.core.geom.VoxelGrid;

/**
 * Cuts a medial surface at its junctions into patches: sheets and lines.
 * <p>
 * A voxel is a junction if its background neighbours form three or more 6-components that touch its faces (sheets meet)
 * or its neighbours three or more 26-components (lines meet); the voxels beside it are given to the junction too, so
 * that no leak of a digital sheet joins two patches (Malandain, Bertrand and Ayache, Int. J. Comput. Vis. 1993, 10, 183;
 * recalled). A patch is a sheet if at least a fifth of its voxels separate two sides.
 */
public final class SkeletonParts {

	private static final double SHEET_SHARE = 0.2;

	private final int[] part;
	private final boolean[] junction;
	private final boolean[] core;
	private final boolean[] sheet;

	private SkeletonParts(final int[] part, final boolean[] junction, final boolean[] core, final boolean[] sheet) {
		this.core = core;
		this.part = part;
		this.junction = junction;
		this.sheet = sheet;
	}

	/**
	 * Cuts a medial surface.
	 *
	 * @param graph its voxels
	 * @return the parts
	 */
	public static SkeletonParts of(final VoxelGraph graph) {
		final int n = graph.size();
		final boolean[] core = new boolean[n];
		final boolean[] two = new boolean[n];
		for (int i = 0; i < n; i++) {
			final int around = neighbourhood(graph, i);
			final int sides = SimplePoint.backgroundParts(around);
			core[i] = sides >= 3 || SimplePoint.foregroundParts(around) >= 3;
			two[i] = sides == 2;
		}
		final boolean[] junction = core.clone();
		for (int i = 0; i < n; i++)
			for (int k = 0; core[i] && k < graph.degree(i); k++)
				junction[graph.neighbour(i, k)] = true;
		final boolean[] rest = new boolean[n];
		for (int i = 0; i < n; i++)
			rest[i] = !junction[i];
		final int[] part = graph.parts(rest);
		int count = 0;
		for (final int p : part)
			count = Math.max(count, p + 1);
		final int[] voxels = new int[count];
		final int[] separating = new int[count];
		for (int i = 0; i < n; i++)
			if (part[i] >= 0) {
				voxels[part[i]]++;
				if (two[i]) separating[part[i]]++;
			}
		final boolean[] sheet = new boolean[count];
		for (int p = 0; p < count; p++)
			sheet[p] = separating[p] >= SHEET_SHARE * voxels[p];
		return new SkeletonParts(part, junction, core, sheet);
	}

	private static int neighbourhood(final VoxelGraph graph, final int node) {
		final VoxelGrid g = graph.grid();
		final int z = graph.slice(node);
		final int p = graph.pixel(node);
		int bits = 0;
		for (int k = 0; k < graph.degree(node); k++) {
			final int w = graph.neighbour(node, k);
			final int q = graph.pixel(w);
			bits |= 1 << q % g.nx() - p % g.nx() + 1 + 3 * (q / g.nx() - p / g.nx() + 1) + 9 * (graph.slice(w) - z + 1);
		}
		return bits;
	}

	/**
	 * Number of patches.
	 *
	 * @return count
	 */
	public int size() {
		return sheet.length;
	}

	/**
	 * The patch of each node; -1 at junctions. To be read only.
	 *
	 * @return patch numbers, from 0, in order of their first voxel
	 */
	public int[] partOf() {
		return part;
	}

	/**
	 * Whether a node belongs to a junction.
	 *
	 * @param node its number
	 * @return true if it does
	 */
	public boolean isJunction(final int node) {
		return junction[node];
	}

	/**
	 * Whether a node is a junction by itself, not only beside one.
	 *
	 * @param node its number
	 * @return true if it is
	 */
	public boolean isJunctionCore(final int node) {
		return core[node];
	}

	/**
	 * Whether a patch is a sheet.
	 *
	 * @param p its number
	 * @return false for a line
	 */
	public boolean isSheet(final int p) {
		return sheet[p];
	}
}
