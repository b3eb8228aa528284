// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

import org.dendritej.core.record.Crack;
import org.dendritej.core.record.Link;
import org.dendritej.core.record.Microstructure;
import org.dendritej.core.record.Pore;

/**
 * The graph of pores, cracks and electrode as channels between joints, read as Skeletonize Cracks writes it:
 * {@code face - crack} says that a crack opens at the electrode; {@code crack - pore} is the way to a pore from where the
 * crack starts, that is from the face if it opens there and from its tip if not; {@code pore - pore} and
 * {@code pore - face} are ways of their own. Where a {@code pore - face} names its crack it stands for the {@code crack - pore} of that
 * crack, which is then no second channel.
 * <p>
 * So a pore on an open crack has a channel from the face; a crack that does not open is a channel only between the pores
 * that it joins. Pores on one crack are given ways of their own through it: where they share a narrow trunk, outflow is
 * overestimated. Without a graph, each crack that opens is a channel of its whole length to each pore that it touches.
 */
final class CrackGraph {

	/** One channel between two joints. */
	record Channel(int a, int b, double lengthUm, double widthNm, Crack crack) {}

	private final Map<String, Integer> ids = new TreeMap<>();
	private final Map<Integer, Crack> cracks = new HashMap<>();
	private Map<Integer, List<Crack>> byPore;
	final List<Channel> channels = new ArrayList<>();
	private int joints;

	private CrackGraph() {}

	static CrackGraph of(final Microstructure m) {
		if (m.cracks() == null) throw new IllegalArgumentException("Sample " + m.sample() +
			" has no crack table; run Skeletonize Cracks first.");
		final CrackGraph g = new CrackGraph();
		g.node("face");
		// a pore that opens at the electrode holds no pressure: what drains into it has reached the electrode
		if (m.pores() != null) for (final Pore p : m.pores().rows())
			if (p.opensAtFace()) g.ids.put("pore:" + p.label(), g.face());
		for (final Crack c : m.cracks().rows())
			g.cracks.put(c.label(), c);
		if (m.graph() != null && !m.graph().rows().isEmpty()) g.fromLinks(m.graph().rows());
		else g.fromCracks(m.cracks().rows());
		return g;
	}

	private void fromLinks(final List<Link> links) {
		final Set<String> open = new HashSet<>(), told = new HashSet<>();
		for (final Link l : links) {
			check(l.from());
			check(l.to());
			if (l.from().equals("face")) open.add(l.to());
			if (l.to().equals("face")) open.add(l.from());
			if (l.crack() > 0 && (l.from().equals("face") || l.to().equals("face"))) told.add((l.from().equals("face") ? l.to() : l.from()) + " " + l.crack());
		}
		for (final Link l : links) {
			final String pore = l.from().startsWith("pore:") ? l.from() : l.to();
			final String other = pore.equals(l.from()) ? l.to() : l.from();
			if (!pore.startsWith("pore:")) continue;
			final boolean crack = other.startsWith("crack:");
			if (crack && (!open.contains(other) || told.contains(pore + " " + number(other)))) continue;
			final Crack c = crack ? cracks.get(number(other)) : l.crack() > 0 ? cracks.get(l.crack()) : crack(pore, l.pathUm());
			final double length = l.pathUm() > 0 ? l.pathUm() : crack && c != null ? c.lengthUm() : Double.NaN;
			final double width = l.widthFlowNm() > 0 ? l.widthFlowNm() : c == null ? Double.NaN : c.widthFlowNm();
			if (!(length > 0) || !(width > 0)) throw new IllegalArgumentException("The graph's link from " + l.from() + " to " +
				l.to() + " has a path of " + l.pathUm() + " um and a flow width of " + l.widthFlowNm() +
				" nm; both must be positive; run Skeletonize Cracks again.");
			final int a = node(pore), b = node(crack ? "face" : other);
			if (a != b) channels.add(new Channel(a, b, length, width, c));
		}
	}

	/** The crack behind a way that does not name it: of those at the pore, the one whose length is nearest. */
	private Crack crack(final String pore, final double pathUm) {
		Crack best = null;
		for (final Crack c : touching(number(pore)))
			if (best == null || Math.abs(c.lengthUm() - pathUm) < Math.abs(best.lengthUm() - pathUm)) best = c;
		return best;
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
				if (node("pore:" + p) != face()) channels.add(new Channel(node("pore:" + p), face(), c.lengthUm(), width, c));
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

	private static void check(final String end) {
		if (!end.equals("face") && !end.startsWith("pore:") && !end.startsWith("crack:"))
			throw new IllegalArgumentException("The graph names \"" + end +
				"\"; use pore:NUMBER, crack:NUMBER or face; run Skeletonize Cracks again.");
		if (!end.equals("face")) number(end);
	}

	private int node(final String end) {
		if (!ids.containsKey(end)) ids.put(end, joints++);
		return ids.get(end);
	}

	/** Joint of the electrode. */
	int face() {
		return ids.get("face");
	}

	/** Joint of a pore; -1 if nothing joins it to anything. */
	int pore(final int label) {
		return ids.getOrDefault("pore:" + label, -1);
	}

	/** Number of joints. */
	int size() {
		return joints;
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
