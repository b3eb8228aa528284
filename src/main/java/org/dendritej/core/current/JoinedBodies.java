// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.current;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.dendritej.core.geom.ByteVolume;
import org.dendritej.core.geom.IntVolume;
import org.dendritej.core.geom.Phase;
import org.dendritej.core.label.Components;
import org.dendritej.core.label.Connectivity;
import org.dendritej.core.label.Labels;
import org.dendritej.core.record.Link;
import org.dendritej.core.run.Progress;

/** Which pores and cracks lead to the electrode. */
final class JoinedBodies {

	private JoinedBodies() {}

	static boolean[] all(final ClassImage image) {
		final boolean[] filled = new boolean[image.electrode() + 1];
		java.util.Arrays.fill(filled, true);
		return filled;
	}

	/** By the graph of the document: what a chain of links joins to {@code face}. */
	static boolean[] byGraph(final ClassImage image, final List<Link> links, final Iterable<Integer> open) {
		final Map<String, List<String>> at = new HashMap<>();
		for (final Link l : links) {
			at.computeIfAbsent(l.from(), k -> new ArrayList<>()).add(l.to());
			at.computeIfAbsent(l.to(), k -> new ArrayList<>()).add(l.from());
		}
		final Set<String> reached = new HashSet<>(Set.of("face"));
		for (final int p : open)
			reached.add("pore:" + p);
		final Deque<String> next = new ArrayDeque<>(reached);
		while (!next.isEmpty())
			for (final String n : at.getOrDefault(next.poll(), List.of()))
				if (reached.add(n)) next.add(n);
		final boolean[] filled = new boolean[image.electrode() + 1];
		filled[image.electrode()] = true;
		for (int b = 1; b < image.electrode(); b++)
			filled[b] = reached.contains(image.isCrack(b) ? "crack:" + (b - image.poreCount) : "pore:" + b);
		return filled;
	}

	/** By the voxels: pores, cracks and lithium that hang together (26 neighbours) up to the electrode. */
	static boolean[] byVoxels(final ClassImage image, final int threads, final Progress progress) {
		final Labels hollow = Components.label(new Phase(hollows(image), 1), Connectivity.TWENTYSIX, threads, progress);
		final boolean[] filled = new boolean[image.electrode() + 1];
		filled[image.electrode()] = true;
		final IntVolume bodies = image.bodies(), groups = hollow.volume();
		for (int k = 0; k < image.grid.nz(); k++) {
			progress.check();
			final int[] b = bodies.plane(k), g = groups.plane(k);
			for (int p = 0; p < b.length; p++)
				if (b[p] > 0 && g[p] > 0 && !filled[b[p]]) filled[b[p]] = hollow.sums().touches(g[p], image.face);
		}
		return filled;
	}

	private static ByteVolume hollows(final ClassImage image) {
		return ByteVolume.of(image.grid, k -> {
			final byte[] c = image.classes.plane(k), out = new byte[c.length];
			final int[] b = image.bodies().plane(k);
			for (int p = 0; p < out.length; p++)
				if (c[p] == ClassImage.PORE || c[p] == ClassImage.CRACK || c[p] == ClassImage.LITHIUM || b[p] == image.electrode()) out[p] = 1;
			return out;
		});
	}
}
