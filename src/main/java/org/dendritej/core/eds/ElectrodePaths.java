// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;

import org.dendritej.core.record.Link;

/**
 * Shortest paths from objects to the electrode in the pore-crack-face graph (Dijkstra), through all nodes or only
 * through those that can bear magnesium.
 */
public final class ElectrodePaths {

	private final Map<String, List<Link>> edges = new HashMap<>();

	/**
	 * Prepares a graph; a link whose length is NaN counts as 0 um (its ends touch).
	 *
	 * @param graph nodes and links
	 */
	public ElectrodePaths(final ObjectGraph graph) {
		for (final Link l : graph.links()) {
			edges.computeIfAbsent(l.from(), k -> new ArrayList<>()).add(l);
			edges.computeIfAbsent(l.to(), k -> new ArrayList<>()).add(l);
		}
	}

	/**
	 * Whether the graph knows a node.
	 *
	 * @param node its name
	 * @return true if a link begins or ends there
	 */
	public boolean knows(final String node) {
		return edges.containsKey(node);
	}

	/**
	 * A path from an object to the electrode.
	 *
	 * @param nodes from the object to {@code face}; empty if there is none
	 * @param lengthUm length, um; NaN if there is none
	 * @param neck the narrowest link with a known width; null if none has one
	 */
	public record Route(List<String> nodes, double lengthUm, Link neck) {

		/**
		 * Whether there is a path.
		 *
		 * @return true if the electrode is reached
		 */
		public boolean exists() {
			return !nodes.isEmpty();
		}

		/**
		 * The path in words.
		 *
		 * @return such as {@code pore:3 > crack:2 > face}, or empty
		 */
		public String text() {
			return String.join(" > ", nodes);
		}
	}

	/**
	 * Shortest path to the electrode.
	 *
	 * @param start node of the object
	 * @param passable which nodes between object and electrode may be used
	 * @return the path; equal lengths are decided by the names of the nodes
	 */
	public Route shortest(final String start, final Predicate<String> passable) {
		final Map<String, Double> best = new HashMap<>();
		final Map<String, Link> via = new HashMap<>();
		final Set<String> done = new HashSet<>();
		final PriorityQueue<Map.Entry<String, Double>> queue = new PriorityQueue<>((a, b) -> {
			final int c = Double.compare(a.getValue(), b.getValue());
			return c != 0 ? c : a.getKey().compareTo(b.getKey());
		});
		best.put(start, 0.0);
		queue.add(Map.entry(start, 0.0));
		while (!queue.isEmpty()) {
			final String node = queue.poll().getKey();
			if (!done.add(node)) continue;
			if (node.equals(ObjectGraph.FACE)) return route(start, via, best.get(node));
			for (final Link l : edges.getOrDefault(node, List.of())) {
				final String next = l.from().equals(node) ? l.to() : l.from();
				if (!next.equals(ObjectGraph.FACE) && !passable.test(next)) continue;
				final double length = best.get(node) + (Double.isNaN(l.pathUm()) ? 0 : l.pathUm());
				if (length >= best.getOrDefault(next, Double.POSITIVE_INFINITY)) continue;
				best.put(next, length);
				via.put(next, l);
				queue.add(Map.entry(next, length));
			}
		}
		return new Route(List.of(), Double.NaN, null);
	}

	private static Route route(final String start, final Map<String, Link> via, final double length) {
		final List<String> nodes = new ArrayList<>();
		Link neck = null;
		String node = ObjectGraph.FACE;
		nodes.add(node);
		while (!node.equals(start)) {
			final Link l = via.get(node);
			if (l.widthFlowNm() > 0 && (neck == null || l.widthFlowNm() < neck.widthFlowNm())) neck = l;
			node = l.from().equals(node) ? l.to() : l.from();
			nodes.add(0, node);
		}
		return new Route(List.copyOf(nodes), length, neck);
	}
}
