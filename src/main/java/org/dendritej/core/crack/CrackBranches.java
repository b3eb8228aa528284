// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dendritej.core.geom.FloatVolume;
import org.dendritej.core.geom.Vec3;
import org.dendritej.core.label.Labels;
import org.dendritej.core.record.Branch;
import org.dendritej.core.run.Progress;
import org.dendritej.core.skeleton.Geodesics;
import org.dendritej.core.skeleton.Region;
import org.dendritej.core.skeleton.SkeletonParts;
import org.dendritej.core.skeleton.VoxelGraph;

/**
 * The branches of all cracks: patches of the medial surface between its junctions, side branches shorter than a local
 * width removed again and again until none is left.
 */
final class CrackBranches {

	private static final int MOST_ROUNDS = 20;

	final List<Branch> branches = new ArrayList<>();
	int pruned;
	private final Labels labels;
	private final Region region;
	private final float[][] squared;
	private CrackWays ways;
	private SkeletonParts parts;
	private int[][] nodesOfPart;
	private int[] label;

	CrackBranches(final Region region, final byte[][] surface, final float[][] squared, final Labels labels,
		final CrackOptions options, final FloatVolume map, final Vec3[] axis, final Progress progress)
	{
		this.labels = labels;
		this.region = region;
		this.squared = squared;
		final byte[][] kept = new byte[surface.length][];
		for (int z = 0; z < kept.length; z++)
			kept[z] = surface[z].clone();
		cut(kept);
		for (int round = 0; round < MOST_ROUNDS && prune(kept, options.prune()); round++) {
			progress.check();
			cut(kept);
		}
		measure(options, map, axis, progress);
	}

	private void cut(final byte[][] kept) {
		ways = new CrackWays(region, kept, squared, labels);
		parts = SkeletonParts.of(ways.graph);
		label = CrackWays.labelsOf(ways.graph, labels);
		final int[] count = new int[parts.size()];
		final int[] of = parts.partOf();
		for (final int p : of)
			if (p >= 0) count[p]++;
		nodesOfPart = new int[parts.size()][];
		for (int p = 0; p < count.length; p++)
			nodesOfPart[p] = new int[count[p]];
		Arrays.fill(count, 0);
		for (int i = 0; i < of.length; i++)
			if (of[i] >= 0) nodesOfPart[of[i]][count[of[i]]++] = i;
	}

	/** Removes side branches that are shorter than their junction is wide; true if there were any. */
	private boolean prune(final byte[][] kept, final double widths) {
		final VoxelGraph graph = ways.graph;
		final boolean[] junction = new boolean[graph.size()];
		for (int i = 0; i < junction.length; i++)
			junction[i] = parts.isJunction(i);
		final int[] cluster = graph.parts(junction);
		final Geodesics search = new Geodesics(graph);
		boolean any = false;
		for (int p = 0; p < nodesOfPart.length; p++) {
			final int root = onlyCluster(p, cluster);
			if (root < 0) continue;
			search.forget(new int[] { root });
			search.search(new int[] { root }, null, p, parts.partOf());
			double reach = 0;
			for (final int v : nodesOfPart[p])
				if (search.distanceUm(v) < Double.POSITIVE_INFINITY) reach = Math.max(reach, search.distanceUm(v));
			if (reach >= widths * 2 * ways.halfWidthUm(root)) continue;
			for (final int v : nodesOfPart[p])
				kept[graph.slice(v)][graph.pixel(v)] = 0;
			pruned++;
			any = true;
		}
		return any;
	}

	/** The junction voxel beside a part that touches one junction only; -1 if it touches none or several. */
	private int onlyCluster(final int p, final int[] cluster) {
		int root = -1;
		for (final int v : nodesOfPart[p])
			for (int k = 0; k < ways.graph.degree(v); k++) {
				final int w = ways.graph.neighbour(v, k);
				if (cluster[w] < 0) continue;
				if (root >= 0 && cluster[root] != cluster[w]) return -1;
				if (root < 0) root = w;
			}
		return root;
	}

	private void measure(final CrackOptions options, final FloatVolume map, final Vec3[] axis, final Progress progress) {
		final Geodesics search = new Geodesics(ways.graph);
		final int[] number = new int[labels.count() + 1];
		final List<Branch> all = new ArrayList<>();
		for (int p = 0; p < nodesOfPart.length; p++) {
			progress.check();
			final int[] own = nodesOfPart[p];
			final int crack = label[own[0]];
			final int a = farthest(search, p, own[0]);
			search.forget(own);
			final int b = farthest(search, p, a);
			final int[] path = search.path(b);
			final int[] full = withJunctions(path);
			final boolean openStart = full[0] == path[0];
			final boolean openEnd = full[full.length - 1] == path[path.length - 1];
			final CrackWays.Way way = ways.measure(full, null, axis[crack], openStart, openEnd);
			final WidthProfile w = WidthProfile.along(region, way.line().points(), way.halfWidthUm(), openStart, openEnd, map);
			final double length = way.line().lengthUm();
			final double aspect = length / w.meanUm();
			final List<Vec3> points = way.line().points();
			all.add(new Branch(crack, ++number[crack], parts.isSheet(p), length, 1000 * w.meanUm(), 1000 * w.minUm(), points.get(0),
				points.get(points.size() - 1), aspect, aspect >= options.aspect()));
		}
		all.stream().sorted((x, y) -> x.crack() != y.crack() ? Integer.compare(x.crack(), y.crack()) : Integer.compare(x.branch(), y
			.branch())).forEach(branches::add);
	}

	private int farthest(final Geodesics search, final int p, final int from) {
		search.search(new int[] { from }, null, p, parts.partOf());
		int far = from;
		for (final int v : nodesOfPart[p])
			if (search.distanceUm(v) > search.distanceUm(far)) far = v;
		return far;
	}

	/** Takes a path on to the middle of the junctions at its ends. */
	private int[] withJunctions(final int[] path) {
		final int[] start = junctionBeside(path[0]);
		final int[] end = path.length == 1 ? new int[0] : junctionBeside(path[path.length - 1]);
		final int[] full = new int[start.length + path.length + end.length];
		for (int i = 0; i < start.length; i++)
			full[i] = start[start.length - 1 - i];
		System.arraycopy(path, 0, full, start.length, path.length);
		System.arraycopy(end, 0, full, start.length + path.length, end.length);
		return full;
	}

	private int[] junctionBeside(final int node) {
		for (int k = 0; k < ways.graph.degree(node); k++) {
			final int w = ways.graph.neighbour(node, k);
			if (!parts.isJunction(w)) continue;
			for (int j = 0; j < ways.graph.degree(w); j++)
				if (parts.isJunctionCore(ways.graph.neighbour(w, j))) return new int[] { w, ways.graph.neighbour(w, j) };
			return new int[] { w };
		}
		return new int[0];
	}
}
