// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.skeleton;

import java.util.Arrays;

/**
 * Shortest ways along the voxels of a skeleton: Dijkstra's algorithm from one or many nodes.
 * <p>
 * O(n log n) in time, 20 bytes per node. Lengths are sums of voxel steps in um, up to 12 % too long in slanting
 * directions: use them to choose a way and {@link CentreLine} to measure it.
 */
public final class Geodesics {

	private final VoxelGraph graph;
	private final double[] distance;
	private final int[] parent;
	private final int[] place;

	/**
	 * Room for searches on a graph; several at a time on parts without common nodes.
	 *
	 * @param graph the skeleton's voxels
	 */
	public Geodesics(final VoxelGraph graph) {
		this.graph = graph;
		distance = new double[graph.size()];
		parent = new int[graph.size()];
		place = new int[graph.size()];
		Arrays.fill(distance, Double.POSITIVE_INFINITY);
		Arrays.fill(parent, -1);
		Arrays.fill(place, -1);
	}

	/**
	 * Searches from a set of nodes. What earlier searches found on other parts stays.
	 *
	 * @param sources nodes to start from
	 * @param offsetUm length already gone at each, um; null = 0
	 * @param part nodes that may be used: those with this number in {@code parts}
	 * @param parts a number for each node, or null for all nodes
	 */
	public void search(final int[] sources, final double[] offsetUm, final int part, final int[] parts) {
		final Heap heap = new Heap();
		for (int i = 0; i < sources.length; i++)
			heap.reach(sources[i], offsetUm == null ? 0 : offsetUm[i], -1);
		while (heap.size > 0) {
			final int v = heap.poll();
			final double d = distance[v];
			for (int k = 0; k < graph.degree(v); k++) {
				final int w = graph.neighbour(v, k);
				if (parts == null || parts[w] == part) heap.reach(w, d + stepUm(v, w), v);
			}
		}
	}

	/**
	 * Forgets the distances of some nodes, so that they can be searched anew.
	 *
	 * @param nodes node numbers
	 */
	public void forget(final int[] nodes) {
		for (final int v : nodes) {
			distance[v] = Double.POSITIVE_INFINITY;
			parent[v] = -1;
		}
	}

	/**
	 * Length of the shortest way to a node.
	 *
	 * @param node its number
	 * @return um; infinite if not reached
	 */
	public double distanceUm(final int node) {
		return distance[node];
	}

	/**
	 * The shortest way.
	 *
	 * @param node where it ends
	 * @return node numbers from a source to the node
	 */
	public int[] path(final int node) {
		int n = 0;
		for (int v = node; v >= 0; v = parent[v])
			n++;
		final int[] path = new int[n];
		for (int v = node; v >= 0; v = parent[v])
			path[--n] = v;
		return path;
	}

	/**
	 * Hands numbers of sources on to all nodes that were reached from them.
	 *
	 * @param ofSource a number for each source of the searches; other entries are not read
	 * @return for each node the number of the source that it was reached from; -1 where none was
	 */
	public int[] inherit(final int[] ofSource) {
		final int[] of = new int[distance.length];
		final boolean[] known = new boolean[of.length];
		int[] way = new int[64];
		for (int i = 0; i < of.length; i++) {
			int n = 0;
			int v = i;
			for (; !known[v] && parent[v] >= 0; v = parent[v]) {
				if (n == way.length) way = Arrays.copyOf(way, 2 * n);
				way[n++] = v;
			}
			if (!known[v]) {
				of[v] = distance[v] < Double.POSITIVE_INFINITY ? ofSource[v] : -1;
				known[v] = true;
			}
			while (n > 0) {
				of[way[--n]] = of[v];
				known[way[n]] = true;
			}
		}
		return of;
	}

	private double stepUm(final int a, final int b) {
		final int nx = graph.grid().nx();
		final int pa = graph.pixel(a);
		final int pb = graph.pixel(b);
		final double x = (pa % nx - pb % nx) * graph.grid().dxUm();
		final double y = (pa / nx - pb / nx) * graph.grid().dyUm();
		final double z = graph.sameSlice(a, b) ? 0 : graph.grid().dzUm();
		return Math.sqrt(x * x + y * y + z * z);
	}

	/** The nodes that a search has reached and not left, nearest first. */
	private final class Heap {

		int[] heap = new int[64];
		int size;

		void reach(final int node, final double d, final int from) {
			if (!(d < distance[node])) return;
			distance[node] = d;
			parent[node] = from;
			if (place[node] < 0) {
				if (size == heap.length) heap = Arrays.copyOf(heap, 2 * size);
				place[node] = size;
				heap[size++] = node;
			}
			up(place[node]);
		}

		int poll() {
			final int top = heap[0];
			place[top] = -1;
			final int last = heap[--size];
			if (size > 0) {
				heap[0] = last;
				place[last] = 0;
				down();
			}
			return top;
		}

		/** Nearer first; equal distances by node number, so that the way found is always the same. */
		private boolean before(final int a, final int b) {
			return distance[a] < distance[b] || distance[a] == distance[b] && a < b;
		}

		private void up(final int from) {
			int i = from;
			final int v = heap[i];
			while (i > 0 && before(v, heap[i - 1 >> 1])) {
				heap[i] = heap[i - 1 >> 1];
				place[heap[i]] = i;
				i = i - 1 >> 1;
			}
			heap[i] = v;
			place[v] = i;
		}

		private void down() {
			int i = 0;
			final int v = heap[0];
			while (2 * i + 1 < size) {
				int c = 2 * i + 1;
				if (c + 1 < size && before(heap[c + 1], heap[c])) c++;
				if (!before(heap[c], v)) break;
				heap[i] = heap[c];
				place[heap[i]] = i;
				i = c;
			}
			heap[i] = v;
			place[v] = i;
		}
	}
}
