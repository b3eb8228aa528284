// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.crack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

import org.dendritej.core.geom.Vec3;
import org.dendritej.core.record.Link;

/** The ways through cracks to pores and between them, measured one crack after the other along the last search through it. */
final class PoreLinks {

	final List<Link> links = new ArrayList<>();
	private final CrackWays ways;
	private final Contacts contacts;
	private final Openings openings;
	private final CrackOptions options;

	PoreLinks(final CrackWays ways, final Contacts contacts, final Openings openings, final CrackOptions options) {
		this.ways = ways;
		this.contacts = contacts;
		this.openings = openings;
		this.options = options;
	}

	/** Middle of the voxel of a contact, um. */
	Vec3 centreOf(final int contact) {
		final int p = contacts.pixel[contact];
		return ways.graph.grid().centreUm(p % ways.graph.grid().nx(), p / ways.graph.grid().nx(), contacts.slice[contact]);
	}

	/** The contact that is nearest along the crack from where the last search started. */
	private int nearest(final int l, final List<Integer> at) {
		int best = at.get(0);
		double least = Double.POSITIVE_INFINITY;
		for (final int i : at) {
			final double d = reachUm(l, i);
			if (d < least) {
				least = d;
				best = i;
			}
		}
		return best;
	}

	/** From where the last search started along the crack to a contact. */
	private double reachUm(final int l, final int contact) {
		final int node = ways.nodeOf(l, contacts.slice[contact], contacts.pixel[contact]);
		return ways.distanceUm(node) + ways.graph.centreUm(node).distance(centreOf(contact));
	}

	/** How far a pore lies along a crack; if the crack opens at the face, that is also the way from there to the pore. */
	void link(final int l, final int pore, final List<Integer> at, final Vec3 axis) {
		final CrackWays.Way way = wayTo(l, nearest(l, at), axis);
		final double length = way.line().lengthUm(), width = 1000 * openings.along(way.line().points(), way.halfWidthUm(), !contacts.opens[l],
			true).flowUm(options);
		links.add(new Link(CrackNetwork.crack(l), CrackNetwork.pore(pore), length, width, l));
		if (contacts.opens[l]) links.add(new Link(CrackNetwork.FACE, CrackNetwork.pore(pore), length, width, l));
	}

	private CrackWays.Way wayTo(final int l, final int contact, final Vec3 axis) {
		return ways.to(ways.nodeOf(l, contacts.slice[contact], contacts.pixel[contact]), centreOf(contact), axis);
	}

	/**
	 * A crack that does not open at the face joins its pores: beginning with the first, each is linked to the one of those already linked that
	 * is nearest along the crack. So pores in a row are linked in their order.
	 */
	void linkPores(final int l, final TreeSet<Integer> pores, final TreeMap<Integer, List<Integer>> touched, final Vec3 axis) {
		final Map<Integer, Integer> poreAt = new TreeMap<>();
		final TreeSet<Integer> left = new TreeSet<>(pores);
		for (int next = pores.first(); ; ) {
			left.remove(next);
			final int[] sources = touched.get(next).stream().mapToInt(i -> ways.nodeOf(l, contacts.slice[i], contacts.pixel[i])).distinct().sorted()
				.toArray();
			if (poreAt.isEmpty()) ways.searchFrom(l, sources, null);
			else ways.searchAlsoFrom(l, sources);
			for (final int node : sources)
				poreAt.putIfAbsent(node, next);
			if (left.isEmpty()) return;
			int to = -1;
			for (final int pore : left) {
				final int contact = nearest(l, touched.get(pore));
				if (to < 0 || reachUm(l, contact) < reachUm(l, to)) to = contact;
			}
			next = contacts.pore[to];
			final int node = ways.nodeOf(l, contacts.slice[to], contacts.pixel[to]), from = poreAt.get(ways.startOf(node));
			final CrackWays.Way way = ways.between(beside(l, ways.startOf(node), touched.get(from)), node, centreOf(to), axis);
			links.add(new Link(CrackNetwork.pore(Math.min(from, next)), CrackNetwork.pore(Math.max(from, next)), way.line().lengthUm(), 1000 * openings
				.along(way.line().points(), way.halfWidthUm(), false, false).flowUm(options), l));
		}
	}

	/** The contact that is nearest to a node, of those that belong to it. */
	private Vec3 beside(final int l, final int node, final List<Integer> at) {
		Vec3 best = null;
		final Vec3 c = ways.graph.centreUm(node);
		for (final int i : at)
			if (ways.nodeOf(l, contacts.slice[i], contacts.pixel[i]) == node && (best == null || centreOf(i).distance(c) < best.distance(c))) best = centreOf(i);
		return best;
	}
}
