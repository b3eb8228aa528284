// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.record.Branch;
import org.dendritej.core.run.Progress;
import org.dendritej.core.skeleton.Geodesics;
import org.dendritej.core.skeleton.Pruning;
import org.dendritej.core.skeleton.SkeletonGraph;
import org.dendritej.core.skeleton.VoxelGraph;

/**
 * The branches of all cracks: the curve skeleton, pruned by local width, says how many there are and where they part; each
 * takes the part of the medial surface that is nearer to it than to any other (along the crack), and is measured from one
 * end of that part to the other. So a sheet has the length of the sheet, not of the line that is left of it.
 */
final class CrackBranches {

	final List<Branch> branches = new ArrayList<>();
	private final CrackWays ways;
	private final int[] owner;
	private int[][] nodesOf;
	private final Geodesics search;

	CrackBranches(final CrackWays ways, final Pruning curves, final CrackOptions options, final Openings openings,
		final Vec3[] axis, final Progress progress)
	{
		this.ways = ways;
		search = new Geodesics(ways.graph);
		owner = owners(curves.graph(), progress);
		final int[] number = new int[axis.length];
		for (int b = 0; b < nodesOf.length; b++) {
			progress.check();
			progress.report(b / (double) nodesOf.length, "Measuring branches");
			if (nodesOf[b].length == 0) continue;
			final int crack = ways.labelOf(nodesOf[b][0]);
			if (crack > 0) branches.add(measure(b, crack, ++number[crack], options, openings, axis[crack]));
		}
		branches.sort((x, y) -> x.crack() != y.crack() ? Integer.compare(x.crack(), y.crack()) : Integer.compare(x.branch(), y
			.branch()));
	}

	/** Gives each node of the medial surface to the nearest branch or isolated point of the curves. */
	private int[] owners(final SkeletonGraph curves, final Progress progress) {
		final int n = ways.graph.size();
		final int[] seedOwner = new int[n];
		Arrays.fill(seedOwner, -1);
		int count = 0;
		for (final SkeletonGraph.Edge e : curves.edges()) {
			for (final int v : e.voxels())
				if (curves.vertexOf()[v] < 0 || !curves.isJunction(curves.vertexOf()[v])) seed(seedOwner, curves.voxels(), v, count);
			count++;
		}
		for (int v = 0; v < curves.vertices(); v++)
			if (curves.voxels().degree(curves.voxelOf(v)) == 0) seed(seedOwner, curves.voxels(), curves.voxelOf(v), count++);
		progress.check();
		int seeds = 0;
		for (final int o : seedOwner)
			if (o >= 0) seeds++;
		final int[] sources = new int[seeds];
		for (int i = 0, k = 0; i < n; i++)
			if (seedOwner[i] >= 0) sources[k++] = i;
		search.search(sources, null, 0, null);
		final int[] of = search.inherit(seedOwner);
		nodesOf = new int[count][0];
		final int[] size = new int[count];
		for (final int o : of)
			if (o >= 0) size[o]++;
		for (int b = 0; b < count; b++)
			nodesOf[b] = new int[size[b]];
		Arrays.fill(size, 0);
		for (int i = 0; i < n; i++)
			if (of[i] >= 0) nodesOf[of[i]][size[of[i]]++] = i;
		return of;
	}

	private void seed(final int[] seedOwner, final VoxelGraph curves, final int voxel, final int branch) {
		final int node = ways.nodeOf(-1, curves.slice(voxel), curves.pixel(voxel));
		if (node >= 0 && seedOwner[node] < 0) seedOwner[node] = branch;
	}

	private Branch measure(final int b, final int crack, final int number, final CrackOptions options, final Openings openings,
		final Vec3 axis)
	{
		search.forget(nodesOf[b]);
		final int first = farthest(b, nodesOf[b][0]);
		search.forget(nodesOf[b]);
		final int last = farthest(b, first);
		final boolean openStart = isFree(first, b);
		final boolean openEnd = isFree(last, b);
		final CrackWays.Way way = ways.measure(search.path(last), null, axis, openStart, openEnd);
		final List<Vec3> points = way.line().points();
		final WidthProfile w = openings.along(points, way.halfWidthUm(), openStart, openEnd);
		final double length = way.line().lengthUm();
		final double aspect = length / w.meanUm();
		return new Branch(crack, number, w.sheet(), length, 1000 * w.meanUm(), 1000 * w.minUm(), points.get(0),
			points.get(points.size() - 1), aspect, aspect >= options.aspect());
	}

	private int farthest(final int b, final int from) {
		search.search(new int[] { from }, null, b, owner);
		int far = from;
		for (final int v : nodesOf[b])
			if (search.distanceUm(v) < Double.POSITIVE_INFINITY && search.distanceUm(v) > search.distanceUm(far)) far = v;
		return far;
	}

	/** Whether an end of a branch borders on no other branch. */
	private boolean isFree(final int node, final int b) {
		for (int k = 0; k < ways.graph.degree(node); k++)
			if (owner[ways.graph.neighbour(node, k)] != b) return false;
		return true;
	}
}
