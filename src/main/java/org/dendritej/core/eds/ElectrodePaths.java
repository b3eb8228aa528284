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

	/** All shortest paths that end at the electrode. */
	public static final class Tree {

		private final Map<String, Double> lengths = new HashMap<>();
		private final Map<String, Link> towards = new HashMap<>();

		private Tree() {}

		/**
		 * Shortest path from a node to the electrode.
		 *
		 * @param start node of the object
		 * @return the path; its nodes are empty if there is none
		 */
		public Route route(final String start) {
			if (!lengths.containsKey(start)) return new Route(List.of(), Double.NaN, null);
			final List<String> nodes = new ArrayList<>();
			Link neck = null;
			String node = start;
			nodes.add(node);
			while (!node.equals(ObjectGraph.FACE)) {
				final Link l = towards.get(node);
				if (l.widthFlowNm() > 0 && (neck == null || l.widthFlowNm() < neck.widthFlowNm())) neck = l;
				if (!through(l).isEmpty()) nodes.add(through(l));
				node = other(l, node);
				nodes.add(node);
			}
			return new Route(List.copyOf(nodes), lengths.get(start), neck);
		}
	}

	/**
	 * Finds the shortest paths of all nodes at once; cost O(links log links).
	 *
	 * @param passable which nodes may lie between an object and the electrode; the object itself need not be passable
	 * @return the paths; equal lengths are decided by the names of the nodes
	 */
	public Tree tree(final Predicate<String> passable) {
		final Tree tree = new Tree();
		final Set<String> done = new HashSet<>();
		final PriorityQueue<Map.Entry<String, Double>> queue = new PriorityQueue<>((a, b) -> {
			final int c = Double.compare(a.getValue(), b.getValue());
			return c != 0 ? c : a.getKey().compareTo(b.getKey());
		});
		tree.lengths.put(ObjectGraph.FACE, 0.0);
		queue.add(Map.entry(ObjectGraph.FACE, 0.0));
		while (!queue.isEmpty()) {
			final String node = queue.poll().getKey();
			if (!done.add(node) || !node.equals(ObjectGraph.FACE) && !passable.test(node)) continue;
			for (final Link l : edges.getOrDefault(node, List.of())) {
				if (!through(l).isEmpty() && !passable.test(through(l))) continue;
				final String next = other(l, node);
				final double length = tree.lengths.get(node) + (Double.isNaN(l.pathUm()) ? 0 : l.pathUm());
				if (length >= tree.lengths.getOrDefault(next, Double.POSITIVE_INFINITY)) continue;
				tree.lengths.put(next, length);
				tree.towards.put(next, l);
				queue.add(Map.entry(next, length));
			}
		}
		return tree;
	}

	/** The crack that lies between the ends of a way; empty if it is not known or is an end itself. */
	private static String through(final Link l) {
		return l.crack() > 0 && l.isWay() ? "crack:" + l.crack() : "";
	}

	private static String other(final Link l, final String node) {
		return l.from().equals(node) ? l.to() : l.from();
	}
}
