// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.geom.VoxelGrid;
import org.dendritej.core.label.Labels;
import org.dendritej.core.skeleton.CentreLine;
import org.dendritej.core.skeleton.Geodesics;
import org.dendritej.core.skeleton.Region;
import org.dendritej.core.skeleton.VoxelGraph;

/**
 * Ways along the medial surfaces of the cracks: from the face or between tips, and to a voxel at the cracks' boundary. Different
 * cracks may be searched at the same time.
 */
final class CrackWays {

	/** Tips nearer than this part of the farthest are not tried: voxel steps are at most 12 % too long. */
	private static final double TRIED_TIPS = 0.85;
	private static final int MOST_TIPS = 8;
	/** A tip must be farther than the one before it by this part of a voxel: the longest of many equal ways would be too long. */
	private static final double CLEARLY = 0.75;

	/**
	 * A way that was measured.
	 *
	 * @param line its centre line
	 * @param halfWidthUm half the breadth across it at its narrowest, median along it, um
	 */
	record Way(CentreLine line, double halfWidthUm) {}

	final Region region;
	final VoxelGraph graph;
	private final VoxelGrid grid;
	private final float[][] squared;
	private final int[] label;
	private final int[] nodes;
	private final int[] first;
	private final Geodesics search;
	/** For each crack whether its last search went out from one tip, not from a face or a pore. */
	private final boolean[] fromTip;

	/**
	 * Ways inside the cores of the cracks.
	 *
	 * @param region the cracks
	 * @param core thickened medial surfaces; objects without any (parts that only touch at corners) get all their voxels
	 * @param squared squared distances, um2
	 * @param labels the cracks
	 */
	CrackWays(final Region region, final byte[][] core, final float[][] squared, final Labels labels) {
		this.region = region;
		this.squared = squared;
		grid = region.grid();
		fillMissing(core, labels);
		graph = VoxelGraph.of(grid, core);
		label = labelsOf(graph, labels);
		first = new int[labels.count() + 2];
		for (final int l : label)
			first[l + 1]++;
		for (int i = 1; i < first.length; i++)
			first[i] += first[i - 1];
		nodes = new int[label.length];
		final int[] at = first.clone();
		for (int i = 0; i < label.length; i++)
			nodes[at[label[i]]++] = i;
		search = new Geodesics(graph);
		fromTip = new boolean[labels.count() + 1];
	}

	private static void fillMissing(final byte[][] core, final Labels labels) {
		final boolean[] present = new boolean[labels.count() + 1];
		final int[] plane = new int[labels.grid().planeSize()];
		int missing = labels.count();
		for (int pass = 0; pass < 2 && missing > 0; pass++)
			for (int z = 0; z < core.length; z++) {
				labels.plane(z, plane);
				for (int p = 0; p < plane.length; p++) {
					if (pass == 0 && core[z][p] != 0 && !present[plane[p]]) {
						present[plane[p]] = true;
						if (plane[p] > 0) missing--;
					}
					if (pass == 1 && plane[p] > 0 && !present[plane[p]]) core[z][p] = (byte) 255;
				}
			}
	}

	int labelOf(final int node) {
		return label[node];
	}

	private static int[] labelsOf(final VoxelGraph graph, final Labels labels) {
		final int[] label = new int[graph.size()];
		final int[] plane = new int[graph.grid().planeSize()];
		int slice = -1;
		for (int i = 0; i < label.length; i++) {
			final int z = graph.slice(i);
			if (z != slice) labels.plane(slice = z, plane);
			label[i] = plane[graph.pixel(i)];
		}
		return label;
	}

	int[] nodesOf(final int crack) {
		return Arrays.copyOfRange(nodes, first[crack], first[crack + 1]);
	}

	double halfWidthUm(final int node) {
		return Math.sqrt(squared[graph.slice(node)][graph.pixel(node)]);
	}

	double distanceUm(final int node) {
		return search.distanceUm(node);
	}

	/** Evenly picked points of the medial surfaces, um. */
	List<Vec3> someMiddles(final int most) {
		final int n = Math.min(most, graph.size());
		final List<Vec3> points = new ArrayList<>();
		for (int i = 0; i < n; i++)
			points.add(graph.centreUm((int) ((long) i * graph.size() / n)));
		return points;
	}

	/** Widest crack to expect: thrice the distance to the background that a tenth of all places exceed, um. */
	double widestUm() {
		final double[] half = new double[graph.size()];
		for (int i = 0; i < half.length; i++)
			half[i] = finite(halfWidthUm(i));
		Arrays.sort(half);
		return 3 * half[(int) (0.9 * (half.length - 1))];
	}

	/** Searches a crack from given nodes. */
	void searchFrom(final int crack, final int[] sources, final double[] offsetUm) {
		fromTip[crack] = false;
		search.forget(nodesOf(crack));
		search.search(sources, offsetUm, crack, label);
	}

	/** Goes on with the last search of a crack from further nodes. */
	void searchAlsoFrom(final int crack, final int[] sources) {
		search.search(sources, null, crack, label);
	}

	/** The node from which the search reached a node. */
	int startOf(final int node) {
		return search.path(node)[0];
	}

	/** Searches a crack from the tip farthest from its first node, and returns that tip. */
	int searchFromTip(final int crack) {
		final int[] own = nodesOf(crack);
		searchFrom(crack, new int[] { own[0] }, null);
		final int tip = farthest(own);
		searchFrom(crack, new int[] { tip }, null);
		fromTip[crack] = true;
		return tip;
	}

	private int farthest(final int[] own) {
		int far = own[0];
		for (final int v : own)
			if (search.distanceUm(v) < Double.POSITIVE_INFINITY && search.distanceUm(v) > search.distanceUm(far)) far = v;
		return far;
	}

	/** The longest of the ways from the sources of the last search to the farthest tips. */
	Way longest(final int crack, final Vec3 axis) {
		final int[] own = nodesOf(crack);
		final double most = search.distanceUm(farthest(own));
		final List<Integer> tips = new ArrayList<>();
		for (final int v : own)
			if (search.distanceUm(v) >= TRIED_TIPS * most && search.distanceUm(v) <= most && isTip(v)) tips.add(v);
		tips.sort((a, b) -> search.distanceUm(a) != search.distanceUm(b) ? Double.compare(search.distanceUm(b), search.distanceUm(
			a)) : Integer.compare(a, b));
		Way best = null;
		for (final int tip : tips.subList(0, Math.min(MOST_TIPS, tips.size()))) {
			final Way way = to(tip, null, axis);
			if (best == null || way.line().lengthUm() > best.line().lengthUm() + CLEARLY * grid.finestEdgeUm()) best = way;
		}
		return best;
	}

	private boolean isTip(final int v) {
		for (int k = 0; k < graph.degree(v); k++)
			if (label[graph.neighbour(v, k)] == label[v] && search.distanceUm(graph.neighbour(v, k)) > search.distanceUm(v)) return false;
		return true;
	}

	/** The way to a node and on to a point at the boundary (null = to where the line leaves the crack). */
	Way to(final int node, final Vec3 end, final Vec3 axis) {
		return measure(search.path(node), null, end, axis, true, end == null, end == null && fromTip[label[node]]);
	}

	/** The way from a point beside the node that the search reached a node from to a point beside that node. */
	Way between(final Vec3 start, final int node, final Vec3 end, final Vec3 axis) {
		return measure(search.path(node), start, end, axis, false, false, false);
	}

	/**
	 * Measures a way along nodes.
	 *
	 * @param path node numbers
	 * @param end a further point, or null
	 * @param axis direction to measure in where the way is a single point
	 * @param openStart whether to go on to the boundary at its start
	 * @param openEnd the same at its end
	 * @param farthest whether to look for the farthest tips of a sheet
	 */
	Way measure(final int[] path, final Vec3 end, final Vec3 axis, final boolean openStart, final boolean openEnd,
		final boolean farthest)
	{
		return measure(path, null, end, axis, openStart, openEnd, farthest);
	}

	private Way measure(final int[] path, final Vec3 start, final Vec3 end, final Vec3 axis, final boolean openStart, final boolean openEnd,
		final boolean farthest)
	{
		final List<Vec3> points = new ArrayList<>(path.length + 2);
		if (start != null) points.add(start);
		for (final int node : path)
			points.add(graph.centreUm(node));
		if (end != null) points.add(end);
		final double[] half = new double[points.size()];
		for (int i = 0; i < half.length; i++)
			half[i] = finite(halfWidthUm(path[Math.max(0, Math.min(path.length - 1, start == null ? i : i - 1))]));
		if (points.size() == 1 || points.get(0).distance(points.get(points.size() - 1)) == 0 && path.length < 3) {
			final Vec3 step = axis.times(grid.finestEdgeUm() / 4);
			final Vec3 p = points.get(0);
			return way(CentreLine.through(region, List.of(p.minus(step), p.plus(step)), new double[] { 2 * grid.extentUm(0),
				2 * grid.extentUm(0) }, true, true), half[0]);
		}
		final double[] sorted = half.clone();
		Arrays.sort(sorted);
		return way(CentreLine.through(region, points, half, openStart, openEnd, farthest), sorted[sorted.length / 2]);
	}

	/** The distance to the background on voxel centres stands in where the line runs outside. */
	private Way way(final CentreLine line, final double half) {
		return new Way(line, line.halfWidthUm() > 0 ? Math.min(line.halfWidthUm(), 2 * half) : half);
	}

	private double finite(final double half) {
		return half < 1e15 ? half : Math.min(grid.extentUm(0), Math.min(grid.extentUm(1), grid.extentUm(2))) / 2;
	}

	/** The node that a voxel belongs to: uphill on the distance map, else the crack's nearest one; -1 for no crack (-1). */
	int nodeOf(final int crack, final int slice, final int pixel) {
		int x = pixel % grid.nx();
		int y = pixel / grid.nx();
		int z = slice;
		while (true) {
			final int node = graph.find(z, x + grid.nx() * y);
			if (node >= 0) return crack < 0 || label[node] == crack ? node : nearest(crack, grid.centreUm(x, y, z));
			final int b = uphill(x, y, z);
			if (b < 0) return nearest(crack, grid.centreUm(x, y, z));
			x += b % 3 - 1;
			y += b / 3 % 3 - 1;
			z += b / 9 - 1;
		}
	}

	/** The neighbour to which the distance rises most steeply, as a number from 0 to 26; -1 at a summit. */
	private int uphill(final int x, final int y, final int z) {
		final double d = Math.sqrt(squared[z][x + grid.nx() * y]);
		int best = -1;
		double steepest = 1e-9;
		for (int b = 0; b < 27; b++) {
			final int i = b % 3 - 1;
			final int j = b / 3 % 3 - 1;
			final int k = b / 9 - 1;
			if (b == 13 || !region.hasVoxel(x + i, y + j, z + k)) continue;
			final double step = Math.sqrt(i * i * grid.dxUm() * grid.dxUm() + j * j * grid.dyUm() * grid.dyUm() + k * k * grid
				.dzUm() * grid.dzUm());
			final double slope = (Math.sqrt(squared[z + k][x + i + grid.nx() * (y + j)]) - d) / step;
			if (slope > steepest) {
				steepest = slope;
				best = b;
			}
		}
		return best;
	}

	private int nearest(final int crack, final Vec3 p) {
		int best = -1;
		if (crack < 0) return -1;
		double least = Double.POSITIVE_INFINITY;
		for (int i = first[crack]; i < first[crack + 1]; i++) {
			final double d = graph.centreUm(nodes[i]).distance(p);
			if (d < least) {
				least = d;
				best = nodes[i];
			}
		}
		return best;
	}
}
