// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Solves the linear resistor network that a Newton step needs, by eliminating the node with fewest neighbours first.
 * Crack graphs are nearly trees, so that almost no new connections arise.
 */
final class SparseElimination {

	private record Eliminated(int node, int[] neighbours, double[] weights, double diagonal) {}

	private final List<Map<Integer, Double>> rows = new ArrayList<>();
	private final double[] diagonal;
	private final boolean[] pinned;

	SparseElimination(final int nodes) {
		for (int i = 0; i < nodes; i++)
			rows.add(new HashMap<>());
		diagonal = new double[nodes];
		pinned = new boolean[nodes];
	}

	/** Holds a node at 0; must come before the connections. */
	void pin(final int node) {
		pinned[node] = true;
	}

	/** Adds a conductance between two nodes. */
	void join(final int a, final int b, final double conductance) {
		if (!pinned[a]) diagonal[a] += conductance;
		if (!pinned[b]) diagonal[b] += conductance;
		if (!pinned[a] && !pinned[b]) {
			rows.get(a).merge(b, conductance, Double::sum);
			rows.get(b).merge(a, conductance, Double::sum);
		}
	}

	/** Solves; destroys the matrix. Ties go to the lower node number, so that the result does not depend on hashing. */
	double[] solve(final double[] rhs) {
		final int n = diagonal.length;
		final double[] b = rhs.clone();
		final TreeSet<long[]> queue = new TreeSet<>((u, v) -> u[0] != v[0] ? Long.compare(u[0], v[0]) : Long.compare(u[1],
			v[1]));
		final long[][] keys = new long[n][];
		for (int i = 0; i < n; i++)
			if (!pinned[i]) queue.add(keys[i] = new long[] { rows.get(i).size(), i });
		final List<Eliminated> order = new ArrayList<>();
		while (!queue.isEmpty()) {
			final int k = (int) queue.pollFirst()[1];
			final int[] neighbours = rows.get(k).keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
			final double[] w = new double[neighbours.length];
			for (int i = 0; i < w.length; i++)
				w[i] = rows.get(k).get(neighbours[i]);
			order.add(new Eliminated(k, neighbours, w, diagonal[k]));
			for (int i = 0; i < w.length; i++) {
				final int u = neighbours[i];
				queue.remove(keys[u]);
				rows.get(u).remove(k);
				b[u] += w[i] * b[k] / diagonal[k];
				diagonal[u] -= w[i] * w[i] / diagonal[k];
				for (int j = 0; j < w.length; j++)
					if (j != i) rows.get(u).merge(neighbours[j], w[i] * w[j] / diagonal[k], Double::sum);
			}
			for (final int u : neighbours)
				queue.add(keys[u] = new long[] { rows.get(u).size(), u });
		}
		final double[] x = new double[n];
		for (int o = order.size() - 1; o >= 0; o--) {
			final Eliminated e = order.get(o);
			double sum = b[e.node];
			for (int i = 0; i < e.weights.length; i++)
				sum += e.weights[i] * x[e.neighbours[i]];
			x[e.node] = sum / e.diagonal;
		}
		return x;
	}
}
