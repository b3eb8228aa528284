// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import java.util.List;
import java.util.Map;

import org.dendritej.core.record.Link;

/**
 * The pore-crack-face graph and the names under which the map's objects stand in it.
 *
 * @param links edges between {@code pore:ID}, {@code crack:ID} and {@code face}
 * @param kind what an object of the label image is when it is not named: {@code pore} or {@code crack}
 * @param names label to node, where the kind alone does not give it
 */
public record ObjectGraph(List<Link> links, String kind, Map<Integer, String> names) {

	/** Name of the electrode in the graph. */
	public static final String FACE = "face";

	/** Keeps copies and checks the links. */
	public ObjectGraph {
		links = List.copyOf(links);
		names = Map.copyOf(names);
		for (final Link l : links)
			if (l.from() == null || l.to() == null || l.pathUm() < 0) throw new IllegalArgumentException("The graph has a link from "
				+ l.from() + " to " + l.to() + " of " + l.pathUm()
				+ " um; both ends need a name and the path must not be negative.");
	}

	/**
	 * A graph in which label ID is {@code pore:ID}.
	 *
	 * @param links the edges
	 * @return the graph
	 */
	public static ObjectGraph ofPores(final List<Link> links) {
		return new ObjectGraph(links, "pore", Map.of());
	}

	/**
	 * The node of an object.
	 *
	 * @param label its label
	 * @return such as {@code pore:7}
	 */
	public String node(final int label) {
		return names.getOrDefault(label, kind + ":" + label);
	}
}
