// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Ways along the branches of a skeleton graph: between chosen vertices, and the longest of all shortest ways.
 * <p>
 * The longest is exact. In a tree two searches suffice. In general the bounds of Takes and Kosters (Algorithms 2013, 6,
 * 100, doi:10.3390/a6010100) are kept for each vertex: a search from v gives every w the bounds max(d, e(v) - d) and
 * e(v) + d of its eccentricity, and only vertices that may still beat the best are searched. Usually a few dozen searches of
 * O(m log m); the all-pairs matrix of peers needs n of them and n^2 memory.
 */
public final class GraphPaths {

	/**
	 * A way.
	 *
	 * @param lengthUm its length, um; infinite if the vertices are not joined
	 * @param edges branches in order, as indices of {@link SkeletonGraph#edges()}
	 * @param from its first vertex
	 * @param to its last vertex
	 */
	public record Path(double lengthUm, List<Integer> edges, int from, int to) {}

	private final SkeletonGraph graph;
	private final int[][] beside;
	private final double[] distance;
	private final int[] by;
	private int searches;

	/**
	 * Ways on a graph.
	 *
	 * @param graph the skeleton
	 */
	public GraphPaths(final SkeletonGraph graph) {
		this.graph = graph;
		final int n = graph.vertices();
		final int[] count = new int[n];
		for (final SkeletonGraph.Edge e : graph.edges())
			if (e.from() >= 0) {
				count[e.from()]++;
				count[e.to()]++;
			}
		beside = new int[n][];
		for (int v = 0; v < n; v++)
			beside[v] = new int[count[v]];
		for (int i = graph.edges().size() - 1; i >= 0; i--) {
			final SkeletonGraph.Edge e = graph.edges().get(i);
			if (e.from() < 0) continue;
			beside[e.from()][--count[e.from()]] = i;
			beside[e.to()][--count[e.to()]] = i;
		}
		distance = new double[n];
		by = new int[n];
	}

	/**
	 * The shortest way between two vertices.
	 *
	 * @param from first vertex
	 * @param to last vertex
	 * @return the way; infinite and empty if there is none
	 */
	public Path shortest(final int from, final int to) {
		search(from);
		return pathTo(from, to);
	}

	/**
	 * The longest of all shortest ways between vertices.
	 *
	 * @return the way; of length 0 if the graph has no branch with vertices
	 */
	public Path longest() {
		searches = 0;
		final int n = graph.vertices();
		final double[] low = new double[n];
		final double[] high = new double[n];
		Arrays.fill(high, Double.POSITIVE_INFINITY);
		double best = -1;
		int from = -1;
		int to = -1;
		for (int v = 0, turn = 0; v >= 0; turn++) {
			search(v);
			double far = 0;
			int end = v;
			for (int w = 0; w < n; w++)
				if (distance[w] < Double.POSITIVE_INFINITY && distance[w] > far) far = distance[end = w];
			if (far > best) {
				best = far;
				from = v;
				to = end;
			}
			for (int w = 0; w < n; w++)
				if (distance[w] < Double.POSITIVE_INFINITY) {
					low[w] = Math.max(low[w], Math.max(distance[w], far - distance[w]));
					high[w] = Math.min(high[w], far + distance[w]);
				}
			high[v] = far;
			v = candidate(low, high, best, turn);
		}
		if (from < 0) return new Path(0, List.of(), -1, -1);
		search(from);
		return pathTo(from, to);
	}

	/** The next vertex to search from, by turns that with the highest upper and the lowest lower bound; -1 if none can win. */
	private static int candidate(final double[] low, final double[] high, final double best, final int turn) {
		int next = -1;
		final double beat = best * (1 + 1e-12);
		for (int w = 0; w < low.length; w++) {
			if (!(high[w] > beat)) continue;
			if (next < 0 || (turn % 2 == 0 ? high[w] > high[next] || high[w] == high[next] && low[w] > low[next] : low[w] < low[next]))
				next = w;
		}
		return next;
	}

	/**
	 * How many searches the last {@link #longest()} needed.
	 *
	 * @return count
	 */
	public int searches() {
		return searches;
	}

	private void search(final int from) {
		searches++;
		Arrays.fill(distance, Double.POSITIVE_INFINITY);
		Arrays.fill(by, -1);
		final PriorityQueue<double[]> open = new PriorityQueue<>((a, b) -> a[0] != b[0] ? Double.compare(a[0], b[0]) : Double
			.compare(a[1], b[1]));
		distance[from] = 0;
		open.add(new double[] { 0, from });
		while (!open.isEmpty()) {
			final double[] top = open.poll();
			final int v = (int) top[1];
			if (top[0] > distance[v]) continue;
			for (final int i : beside[v]) {
				final SkeletonGraph.Edge e = graph.edges().get(i);
				final int w = e.from() == v ? e.to() : e.from();
				final double d = top[0] + e.lengthUm();
				if (!(d < distance[w])) continue;
				distance[w] = d;
				by[w] = i;
				open.add(new double[] { d, w });
			}
		}
	}

	private Path pathTo(final int from, final int to) {
		final List<Integer> way = new ArrayList<>();
		for (int v = to; by[v] >= 0;) {
			way.add(by[v]);
			final SkeletonGraph.Edge e = graph.edges().get(by[v]);
			v = e.from() == v ? e.to() : e.from();
		}
		Collections.reverse(way);
		return new Path(distance[to], way, from, to);
	}
}
