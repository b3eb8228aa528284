// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

import org.dendritej.core.record.Link;

/** The graph of pores, cracks and the electrode face: who is joined to the face, and its text for graph programs. */
public final class CrackNetwork {

	/** The node of the electrode. */
	public static final String FACE = "face";

	private CrackNetwork() {}

	/**
	 * The node of a pore.
	 *
	 * @param label its label
	 * @return {@code pore:ID}
	 */
	public static String pore(final int label) {
		return "pore:" + label;
	}

	/**
	 * The node of a crack.
	 *
	 * @param label its label
	 * @return {@code crack:ID}
	 */
	public static String crack(final int label) {
		return "crack:" + label;
	}

	/**
	 * Pores that no chain of cracks and pores joins to the face.
	 *
	 * @param links the graph
	 * @param pores labels of all pores
	 * @param openPores labels of pores that open at the face themselves
	 * @return labels in rising order
	 */
	static List<Integer> occluded(final List<Link> links, final TreeSet<Integer> pores, final TreeSet<Integer> openPores) {
		final Map<String, List<String>> beside = new HashMap<>();
		for (final Link l : links) {
			beside.computeIfAbsent(l.from(), k -> new ArrayList<>()).add(l.to());
			beside.computeIfAbsent(l.to(), k -> new ArrayList<>()).add(l.from());
		}
		final List<String> open = new ArrayList<>(List.of(FACE));
		openPores.forEach(p -> open.add(pore(p)));
		final TreeSet<String> reached = new TreeSet<>(open);
		while (!open.isEmpty())
			for (final String next : beside.getOrDefault(open.remove(open.size() - 1), List.of()))
				if (reached.add(next)) open.add(next);
		return pores.stream().filter(p -> !reached.contains(pore(p))).toList();
	}

	/**
	 * What is known of every pore and crack of the graph.
	 *
	 * @param links the graph
	 * @param occluded labels of pores that nothing joins to the face
	 * @param open labels of pores that open at the face themselves
	 * @return the face, then pores, then cracks, by label
	 */
	public static List<GraphNode> nodes(final List<Link> links, final List<Integer> occluded, final List<Integer> open) {
		final TreeSet<Integer> pores = new TreeSet<>(occluded), cracks = new TreeSet<>();
		pores.addAll(open);
		final Map<String, Integer> ways = new HashMap<>();
		final Set<String> atFace = new HashSet<>();
		for (final Link l : links) {
			final List<String> ends = List.of(l.from(), l.to());
			for (final String end : ends)
				if (!end.equals(FACE)) (end.startsWith("pore:") ? pores : cracks).add(Integer.parseInt(end.substring(end.indexOf(':') + 1)));
			if (l.from().equals(FACE)) atFace.add(l.to());
			if (!l.isWay()) continue;
			ends.forEach(end -> ways.merge(end, 1, Integer::sum));
			ways.merge(crack(l.crack()), 1, Integer::sum);
		}
		final Map<String, Double> far = distances(links, open);
		final Set<Integer> shut = Set.copyOf(occluded), wide = Set.copyOf(open);
		final List<GraphNode> nodes = new ArrayList<>(List.of(new GraphNode(FACE, "face", false, true, 0, ways.getOrDefault(FACE, 0))));
		for (final int p : pores)
			nodes.add(new GraphNode(pore(p), "pore", shut.contains(p), wide.contains(p), far.getOrDefault(pore(p), Double.NaN), ways.getOrDefault(pore(
				p), 0)));
		for (final int c : cracks)
			nodes.add(new GraphNode(crack(c), "crack", !far.containsKey(crack(c)), atFace.contains(crack(c)), far.getOrDefault(crack(c), Double.NaN), ways
				.getOrDefault(crack(c), 0)));
		return nodes;
	}

	/** Shortest routes from the face along ways; a crack is as far as the nearest pore that it reaches, or 0 where it opens. */
	private static Map<String, Double> distances(final List<Link> links, final List<Integer> open) {
		final Map<String, Double> far = new HashMap<>(Map.of(FACE, 0.0));
		open.forEach(p -> far.put(pore(p), 0.0));
		final Map<String, List<Link>> at = new HashMap<>();
		for (final Link l : links)
			if (l.isWay()) for (final String end : List.of(l.from(), l.to()))
				at.computeIfAbsent(end, k -> new ArrayList<>()).add(l);
		final PriorityQueue<Map.Entry<String, Double>> queue = new PriorityQueue<>(Map.Entry.comparingByValue());
		far.forEach((node, d) -> queue.add(Map.entry(node, d)));
		while (!queue.isEmpty()) {
			final Map.Entry<String, Double> e = queue.poll();
			if (e.getValue() > far.get(e.getKey())) continue;
			for (final Link l : at.getOrDefault(e.getKey(), List.of())) {
				final String next = l.from().equals(e.getKey()) ? l.to() : l.from();
				final double d = e.getValue() + l.pathUm();
				if (d < far.getOrDefault(next, Double.POSITIVE_INFINITY)) {
					far.put(next, d);
					queue.add(Map.entry(next, d));
				}
			}
		}
		for (final Link l : links)
			if (l.to().startsWith("crack:") && l.from().equals(FACE)) far.put(l.to(), 0.0);
			else if (l.from().startsWith("crack:") && far.containsKey(l.to())) far.merge(l.from(), far.get(l.to()), Math::min);
		return far;
	}

	/**
	 * The graph in GraphML (graphml.graphdrawing.org), for Gephi, yEd, igraph or NetworkX: undirected, with parallel edges.
	 * Edges have path length, flow width, crack and {@code way} (whether lengths add up, see {@link Link}); a pore that opens at the face
	 * has a way of no length there. Unknown numbers are left out.
	 *
	 * @param links the graph
	 * @param occluded labels of pores that nothing joins to the face; listed also if nothing joins them to anything
	 * @param open labels of pores that open at the face themselves
	 * @return the text of the file
	 */
	public static String graphMl(final List<Link> links, final List<Integer> occluded, final List<Integer> open) {
		final StringBuilder s = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			+ "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n" + key("node", "kind", "string") + key("node", "occluded", "boolean") + key(
				"node", "opens_at_face", "boolean") + key("node", "path_to_face_um", "double") + key("edge", "path_um", "double") + key("edge",
					"width_flow_nm", "double") + key("edge", "crack", "int") + key("edge", "way", "boolean")
			+ "\t<graph id=\"cracks\" edgedefault=\"undirected\">\n");
		for (final GraphNode n : nodes(links, occluded, open))
			s.append("\t\t<node id=\"").append(n.node()).append("\">").append(data("kind", n.kind())).append(data("occluded", n.occluded())).append(data(
				"opens_at_face", n.opensAtFace())).append(data("path_to_face_um", n.pathToFaceUm())).append("</node>\n");
		final List<Link> all = new ArrayList<>(links);
		open.forEach(p -> all.add(new Link(FACE, pore(p), 0, Double.NaN)));
		for (int i = 0; i < all.size(); i++) {
			final Link l = all.get(i);
			s.append("\t\t<edge id=\"e").append(i).append("\" source=\"").append(l.from()).append("\" target=\"").append(l.to()).append("\">").append(
				data("path_um", l.pathUm())).append(data("width_flow_nm", l.widthFlowNm())).append(l.crack() > 0 ? data("crack", l.crack()) : "").append(
					data("way", l.isWay())).append("</edge>\n");
		}
		return s.append("\t</graph>\n</graphml>\n").toString();
	}

	private static String key(final String of, final String name, final String type) {
		return String.format("\t<key id=\"%s\" for=\"%s\" attr.name=\"%s\" attr.type=\"%s\"/>%n", name, of, name, type).replace("\r", "");
	}

	private static String data(final String key, final Object value) {
		if (!(value instanceof Double)) return "<data key=\"" + key + "\">" + value + "</data>";
		return Double.isFinite((Double) value) ? String.format(Locale.ROOT, "<data key=\"%s\">%.9g</data>", key, value) : "";
	}
}
