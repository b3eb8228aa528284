// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import org.dendritej.core.geom.Phase;
import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.run.Progress;

/**
 * Takes spurs off a curve skeleton: branches with a free end that are shorter than the shape is wide where they leave.
 * <p>
 * In each round the shortest such spur of each junction goes and what is left is thinned again, until none is left; so the
 * longest arm always stays, and pruning twice is pruning once. A skeleton without junctions is never pruned.
 *
 * @param skeleton what is left: {@code [nz][nx ny]}, 255 on it
 * @param graph its graph
 * @param spurs number of spurs removed
 * @param spurLengthUm their total length, um
 */
public record Pruning(byte[][] skeleton, SkeletonGraph graph, int spurs, double spurLengthUm) {

	/**
	 * Prunes a curve skeleton.
	 *
	 * @param grid size and edges
	 * @param skeleton {@code [nz][nx ny]}, 255 on it; not changed
	 * @param squaredUm2 squared distance to the background of the shape, um2
	 * @param widths shortest spur kept, in local widths (twice the distance at the junction); 0 keeps all
	 * @param progress asked whether to stop
	 * @return what is left
	 */
	public static Pruning of(final VoxelGrid grid, final byte[][] skeleton, final float[][] squaredUm2, final double widths,
		final Progress progress)
	{
		byte[][] left = new byte[skeleton.length][];
		for (int z = 0; z < left.length; z++)
			left[z] = skeleton[z].clone();
		int spurs = 0;
		double length = 0;
		while (true) {
			progress.check();
			final SkeletonGraph graph = SkeletonGraph.of(VoxelGraph.of(grid, left));
			final int[] shortest = shortestSpurs(graph, squaredUm2, widths);
			int removed = 0;
			for (int v = 0; v < shortest.length; v++) {
				if (shortest[v] < 0) continue;
				final SkeletonGraph.Edge e = graph.edges().get(shortest[v]);
				for (final int node : e.voxels())
					if (graph.vertexOf()[node] != v) left[graph.voxels().slice(node)][graph.voxels().pixel(node)] = 0;
				removed++;
				length += e.lengthUm();
			}
			if (removed == 0) return new Pruning(left, graph, spurs, length);
			spurs += removed;
			left = Thinning.thin(new Phase(ByteVolume.of(grid, left), 255), squaredUm2, Thinning.Mode.CURVE, progress.part(0, 1));
		}
	}

	/** For each junction its shortest spur below the limit, as an index of an edge; -1 if it has none. */
	private static int[] shortestSpurs(final SkeletonGraph graph, final float[][] squared, final double widths) {
		final int[] shortest = new int[graph.vertices()];
		java.util.Arrays.fill(shortest, -1);
		for (int i = 0; i < graph.edges().size(); i++) {
			final SkeletonGraph.Edge e = graph.edges().get(i);
			if (e.from() < 0 || graph.isJunction(e.from()) == graph.isJunction(e.to())) continue;
			final int root = graph.isJunction(e.from()) ? e.from() : e.to();
			final int at = graph.isJunction(e.from()) ? e.voxels()[0] : e.voxels()[e.voxels().length - 1];
			final double half = Math.sqrt(squared[graph.voxels().slice(at)][graph.voxels().pixel(at)]);
			final boolean spur = e.lengthUm() < widths * 2 * half;
			if (spur && (shortest[root] < 0 || e.lengthUm() < graph.edges().get(shortest[root]).lengthUm())) shortest[root] = i;
		}
		return shortest;
	}
}
