// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.record.Branch;
import org.dendritej.core.run.Progress;
import org.dendritej.core.skeleton.Geodesics;
import org.dendritej.core.skeleton.Pruning;
import org.dendritej.core.skeleton.SheetPatches;
import org.dendritej.core.skeleton.SkeletonGraph;
import org.dendritej.core.skeleton.VoxelGraph;

/**
 * The branches of all cracks: sheets and lines.
 * <p>
 * A sheet is a patch of the medial surface between the lines where three or more sheets meet ({@link SheetPatches}). The rest
 * is parted by the curve skeleton, pruned by local width: each of its branches takes the part of the medial surface that is
 * nearer to it than to any other (along the crack). Every branch is measured from one end of its part to the other, so a sheet
 * has the length of the sheet, not of the line that would be left of it.
 */
final class CrackBranches {

	final List<Branch> branches = new ArrayList<>();
	private final CrackWays ways;
	private final int[] owner;
	private int[][] nodesOf;
	private final Geodesics search;

	CrackBranches(final CrackWays ways, final Pruning curves, final SheetPatches sheets, final CrackOptions options,
		final Openings openings, final Vec3[] axis, final Progress progress)
	{
		this.ways = ways;
		search = new Geodesics(ways.graph);
		owner = owners(curves.graph(), sheets, progress);
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

	/** Gives each node of the medial surface to its sheet, or to the nearest branch or isolated point of the curves. */
	private int[] owners(final SkeletonGraph curves, final SheetPatches sheets, final Progress progress) {
		final int n = ways.graph.size();
		final int[] seedOwner = new int[n];
		Arrays.fill(seedOwner, -1);
		final int patches = sheets.voxels().size();
		for (int v = 0; v < patches; v++)
			if (sheets.sheetOf(v) >= 0) seed(seedOwner, sheets.voxels(), v, sheets.sheetOf(v));
		final boolean[] sheet = new boolean[n];
		for (int i = 0; i < n; i++)
			sheet[i] = seedOwner[i] >= 0;
		int count = patches;
		for (final SkeletonGraph.Edge e : curves.edges()) {
			count += seedOutside(e, curves, sheet, seedOwner, count);
		}
		for (int v = 0; v < curves.vertices(); v++)
			if (curves.voxels().degree(curves.voxelOf(v)) == 0) seed(seedOwner, curves.voxels(), curves.voxelOf(v), count++);
		progress.check();
		final int[] sources = java.util.stream.IntStream.range(0, n).filter(i -> seedOwner[i] >= 0).toArray();
		search.search(sources, null, 0, null);
		return grouped(search.inherit(seedOwner), count);
	}

	/**
	 * Seeds what of a branch of the curves runs outside all sheets for longer than twice the width there; the rest leads to the
	 * corners of sheets or along their junctions. Returns how many numbers it used.
	 */
	private int seedOutside(final SkeletonGraph.Edge e, final SkeletonGraph curves, final boolean[] sheet, final int[] seedOwner,
		final int number)
	{
		final int[] v = e.voxels();
		int used = 0;
		for (int from = 0; from < v.length; from++) {
			if (inSheet(curves, v[from], sheet)) continue;
			int to = from + 1;
			while (to < v.length && !inSheet(curves, v[to], sheet))
				to++;
			final boolean whole = from == 0 && to == v.length;
			if (whole || curves.voxels().centreUm(v[from]).distance(curves.voxels().centreUm(v[to - 1])) > 4 * halfWidthUm(curves, v[(from + to) / 2]))
				used = seedRun(v, from, to, curves, seedOwner, number, used);
			from = to;
		}
		return used;
	}

	private int seedRun(final int[] v, final int from, final int to, final SkeletonGraph curves, final int[] seedOwner, final int number,
		final int used)
	{
		for (int i = from; i < to; i++)
			if (curves.vertexOf()[v[i]] < 0 || !curves.isJunction(curves.vertexOf()[v[i]])) seed(seedOwner, curves.voxels(), v[i], number
				+ used);
		return used + 1;
	}

	private double halfWidthUm(final SkeletonGraph curves, final int voxel) {
		final int node = ways.nodeOf(-1, curves.voxels().slice(voxel), curves.voxels().pixel(voxel));
		return node < 0 ? 0 : ways.halfWidthUm(node);
	}

	private boolean inSheet(final SkeletonGraph curves, final int voxel, final boolean[] sheet) {
		final int node = ways.nodeOf(-1, curves.voxels().slice(voxel), curves.voxels().pixel(voxel));
		if (node < 0) return false;
		if (sheet[node]) return true;
		for (int k = 0; k < ways.graph.degree(node); k++)
			if (sheet[ways.graph.neighbour(node, k)]) return true;
		return false;
	}

	/** Lists the nodes of each branch, numbered by their first node; nodes of none belong to -1. */
	private int[] grouped(final int[] of, final int count) {
		final int[] number = new int[count], size = new int[count];
		Arrays.fill(number, -1);
		int branches = 0;
		for (int i = 0; i < of.length; i++) {
			if (of[i] < 0) continue;
			if (number[of[i]] < 0) number[of[i]] = branches++;
			of[i] = number[of[i]];
			size[of[i]]++;
		}
		nodesOf = new int[branches][];
		for (int b = 0; b < branches; b++)
			nodesOf[b] = new int[size[b]];
		Arrays.fill(size, 0);
		for (int i = 0; i < of.length; i++)
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
		final CrackWays.Way way = ways.measure(search.path(last), null, axis, openStart, openEnd, true);
		final MeasuredLine line = openings.line(way.line().points(), way.halfWidthUm(), openStart, openEnd, true);
		final List<Vec3> points = line.points();
		final WidthProfile w = line.whole();
		final double length = line.lengthUm();
		final double aspect = length / w.meanUm();
		return new Branch(crack, number, w.sheet(), length, 1000 * w.meanUm(), 1000 * line.measured().minUm(), points.get(0),
			points.get(points.size() - 1), aspect, aspect >= options.aspect());
	}

	private int farthest(final int b, final int from) {
		search.search(new int[] { from }, null, b, owner);
		int far = from;
		for (final int v : nodesOf[b])
			if (search.distanceUm(v) < Double.POSITIVE_INFINITY && search.distanceUm(v) > search.distanceUm(far)) far = v;
		return far;
	}

	/** Whether no other branch is near an end of a branch: within its width and two voxels. */
	private boolean isFree(final int node, final int b) {
		final VoxelGrid g = ways.graph.grid();
		final double far = 2 * ways.halfWidthUm(node) + 2 * Math.max(g.dxUm(), Math.max(g.dyUm(), g.dzUm()));
		final Vec3 c = ways.graph.centreUm(node);
		final TreeSet<Integer> known = new TreeSet<>(List.of(node));
		final ArrayDeque<Integer> open = new ArrayDeque<>(known);
		while (!open.isEmpty()) {
			final int v = open.poll();
			if (owner[v] != b) return false;
			for (int k = 0; k < ways.graph.degree(v); k++) {
				final int w = ways.graph.neighbour(v, k);
				if (ways.graph.centreUm(w).distance(c) <= far && known.add(w)) open.add(w);
			}
		}
		return true;
	}
}
