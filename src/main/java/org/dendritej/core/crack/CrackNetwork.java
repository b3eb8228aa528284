// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
	 * The graph in GraphML (graphml.graphdrawing.org), for Gephi, yEd, igraph or NetworkX: undirected, nodes with their kind,
	 * edges with path length and flow width. Unknown numbers are left out.
	 *
	 * @param links the graph
	 * @param pores labels of pores to list even if nothing joins them; may be empty
	 * @return the text of the file
	 */
	public static String graphMl(final List<Link> links, final List<Integer> pores) {
		final StringBuilder s = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
			+ "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
			+ "\t<key id=\"kind\" for=\"node\" attr.name=\"kind\" attr.type=\"string\"/>\n"
			+ "\t<key id=\"path_um\" for=\"edge\" attr.name=\"path_um\" attr.type=\"double\"/>\n"
			+ "\t<key id=\"width_flow_nm\" for=\"edge\" attr.name=\"width_flow_nm\" attr.type=\"double\"/>\n"
			+ "\t<graph id=\"cracks\" edgedefault=\"undirected\">\n");
		final List<String> nodes = new ArrayList<>();
		final TreeSet<String> known = new TreeSet<>();
		for (final Link l : links) {
			if (known.add(l.from())) nodes.add(l.from());
			if (known.add(l.to())) nodes.add(l.to());
		}
		for (final int p : pores)
			if (known.add(pore(p))) nodes.add(pore(p));
		for (final String n : nodes)
			s.append("\t\t<node id=\"").append(escape(n)).append("\"><data key=\"kind\">").append(escape(n.split(":", 2)[0])).append(
				"</data></node>\n");
		for (int i = 0; i < links.size(); i++) {
			final Link l = links.get(i);
			s.append("\t\t<edge id=\"e").append(i).append("\" source=\"").append(escape(l.from())).append("\" target=\"").append(
				escape(l.to())).append("\">").append(data("path_um", l.pathUm())).append(data("width_flow_nm", l.widthFlowNm()))
				.append("</edge>\n");
		}
		return s.append("\t</graph>\n</graphml>\n").toString();
	}

	private static String data(final String key, final double value) {
		return Double.isFinite(value) ? String.format(Locale.ROOT, "<data key=\"%s\">%.9g</data>", key, value) : "";
	}

	private static String escape(final String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
	}
}
