// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;

import org.dendritej.core.record.Crack;
import org.dendritej.core.record.Link;
import org.dendritej.core.record.Microstructure;

/**
 * The graph of pores, cracks and electrode as channels between joints.
 * <p>
 * Every {@link Link} with a positive length is one channel of that length and flow width; a link of length 0 (or not
 * measured) is a mere contact and joins its two ends into one. A link without a width takes that of the crack it names.
 * Without a graph, each crack that opens at the face is a channel from the face to each pore it touches.
 */
final class CrackGraph {

	/** One channel between two joints. */
	record Channel(int a, int b, double lengthUm, double widthNm, Crack crack) {}

	private final Map<String, Integer> ids = new TreeMap<>();
	private final List<Integer> parent = new ArrayList<>();
	private final Map<Integer, Crack> cracks = new HashMap<>();
	private Map<Integer, List<Crack>> byPore;
	final List<Channel> channels = new ArrayList<>();

	private CrackGraph() {}

	static CrackGraph of(final Microstructure m) {
		if (m.cracks() == null) throw new IllegalArgumentException("Sample " + m.sample() +
			" has no crack table; run Skeletonize Cracks first.");
		final CrackGraph g = new CrackGraph();
		g.node("face");
		for (final Crack c : m.cracks().rows())
			g.cracks.put(c.label(), c);
		if (m.graph() != null && !m.graph().rows().isEmpty()) g.fromLinks(m.graph().rows());
		else g.fromCracks(m.cracks().rows());
		return g;
	}

	private void fromLinks(final List<Link> links) {
		for (final Link l : links)
			if (!(l.pathUm() > 0)) join(node(l.from()), node(l.to()));
		for (final Link l : links) {
			if (!(l.pathUm() > 0)) continue;
			final Crack c = crack(l);
			final double width = l.widthFlowNm() > 0 ? l.widthFlowNm() : c == null ? Double.NaN : c.widthFlowNm();
			if (!(width > 0)) throw new IllegalArgumentException("The graph's link from " + l.from() + " to " + l.to() +
				" has no flow width; run Skeletonize Cracks again with the grey stack.");
			add(node(l.from()), node(l.to()), l.pathUm(), width, c);
		}
	}

	/** The crack that a link runs through, if it names one or only one joins its pore. */
	private Crack crack(final Link l) {
		for (final String end : new String[] { l.from(), l.to() })
			if (end.startsWith("crack:")) return cracks.get(number(end));
		Crack only = null;
		for (final String end : new String[] { l.from(), l.to() })
			if (end.startsWith("pore:")) for (final Crack c : touching(number(end))) {
				if (only == null || Math.abs(c.lengthUm() - l.pathUm()) < Math.abs(only.lengthUm() - l.pathUm())) only = c;
			}
		return only;
	}

	private List<Crack> touching(final int pore) {
		if (byPore == null) {
			byPore = new HashMap<>();
			for (final Crack c : cracks.values())
				for (final int p : c.poreLabels())
					byPore.computeIfAbsent(p, k -> new ArrayList<>()).add(c);
			for (final List<Crack> l : byPore.values())
				l.sort(Comparator.comparingInt(Crack::label));
		}
		return byPore.getOrDefault(pore, List.of());
	}

	private void fromCracks(final List<Crack> rows) {
		for (final Crack c : rows) {
			if (!c.opensAtFace() || !(c.lengthUm() > 0)) continue;
			final double width = c.widthFlowNm() > 0 ? c.widthFlowNm() : c.widthMeanNm();
			if (!(width > 0)) continue;
			for (final int p : c.poreLabels())
				add(node("face"), node("pore:" + p), c.lengthUm(), width, c);
		}
	}

	private static int number(final String end) {
		try {
			return Integer.parseInt(end.substring(end.indexOf(':') + 1).trim());
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException("The graph names \"" + end +
				"\"; use pore:NUMBER, crack:NUMBER or face; run Skeletonize Cracks again.", e);
		}
	}

	private int node(final String end) {
		if (!end.equals("face") && !end.startsWith("pore:") && !end.startsWith("crack:"))
			throw new IllegalArgumentException("The graph names \"" + end +
				"\"; use pore:NUMBER, crack:NUMBER or face; run Skeletonize Cracks again.");
		if (!end.equals("face")) number(end);
		return ids.computeIfAbsent(end, e -> {
			parent.add(parent.size());
			return parent.size() - 1;
		});
	}

	private int root(final int n) {
		int r = n;
		while (parent.get(r) != r) {
			parent.set(r, parent.get(parent.get(r)));
			r = parent.get(r);
		}
		return r;
	}

	private void join(final int a, final int b) {
		parent.set(Math.max(root(a), root(b)), Math.min(root(a), root(b)));
	}

	private void add(final int a, final int b, final double length, final double width, final Crack crack) {
		if (root(a) != root(b)) channels.add(new Channel(root(a), root(b), length, width, crack));
	}

	/** Joint of the electrode. */
	int face() {
		return root(ids.get("face"));
	}

	/** Joint of a pore; -1 if no link names it. */
	int pore(final int label) {
		final Integer id = ids.get("pore:" + label);
		return id == null ? -1 : root(id);
	}

	/** Number of joints, some of them merged into others. */
	int size() {
		return parent.size();
	}

	/** Shortest way from each joint to the electrode, um; infinite without one. Also the first channel of that way. */
	double[] distances(final Channel[] first) {
		final Map<Integer, List<Channel>> at = new HashMap<>();
		for (final Channel c : channels) {
			at.computeIfAbsent(c.a, k -> new ArrayList<>()).add(c);
			at.computeIfAbsent(c.b, k -> new ArrayList<>()).add(c);
		}
		final double[] d = new double[size()];
		java.util.Arrays.fill(d, Double.POSITIVE_INFINITY);
		d[face()] = 0;
		final PriorityQueue<double[]> queue = new PriorityQueue<>(Comparator.<double[]> comparingDouble(q -> q[0])
			.thenComparingDouble(q -> q[1]));
		queue.add(new double[] { 0, face() });
		while (!queue.isEmpty()) {
			final double[] q = queue.poll();
			final int n = (int) q[1];
			if (q[0] > d[n]) continue;
			for (final Channel c : at.getOrDefault(n, List.of())) {
				final int other = c.a == n ? c.b : c.a;
				if (d[n] + c.lengthUm < d[other]) {
					d[other] = d[n] + c.lengthUm;
					first[other] = c;
					queue.add(new double[] { d[other], other });
				}
			}
		}
		return d;
	}

	/** Groups of channels that hang together without passing through the electrode; the group number of each joint. */
	int[] groups() {
		final int[] g = new int[size()];
		for (int i = 0; i < g.length; i++)
			g[i] = i;
		for (final Channel c : channels)
			if (c.a != face() && c.b != face()) {
				final int a = find(g, c.a), b = find(g, c.b);
				g[Math.max(a, b)] = Math.min(a, b);
			}
		for (int i = 0; i < g.length; i++)
			g[i] = find(g, i);
		return g;
	}

	private static int find(final int[] g, final int i) {
		int r = i;
		while (g[r] != r) {
			g[r] = g[g[r]];
			r = g[r];
		}
		return r;
	}
}
