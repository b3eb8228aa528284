// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.dendritej.core.record.Link;
import org.junit.jupiter.api.Test;

/** Shortest paths to the electrode against all-pairs paths and against graphs without the blocked nodes. */
class ElectrodePathsTest {

	@Test
	void shortestPathsEqualAllPaths() {
		final Random random = new Random(31);
		for (int trial = 0; trial < 300; trial++) {
			final int n = 2 + random.nextInt(5);
			final double[][] d = new double[n][n];
			for (final double[] row : d)
				Arrays.fill(row, Double.POSITIVE_INFINITY);
			final List<Link> links = new java.util.ArrayList<>();
			for (int k = random.nextInt(2 * n); k > 0; k--) {
				final int a = random.nextInt(n);
				final int b = random.nextInt(n);
				final double w = random.nextInt(20);
				links.add(new Link(name(a), name(b), w, 100));
				d[a][b] = d[b][a] = Math.min(d[a][b], w);
			}
			for (int k = 0; k < n; k++)
				for (int i = 0; i < n; i++)
					for (int j = 0; j < n; j++)
						d[i][j] = Math.min(d[i][j], d[i][k] + d[k][j]);
			final ElectrodePaths paths = new ElectrodePaths(ObjectGraph.ofPores(links));
			for (int i = 1; i < n; i++) {
				final ElectrodePaths.Route route = paths.tree(x -> true).route(name(i));
				if (Double.isInfinite(d[i][0])) assertFalse(route.exists());
				else assertEquals(d[i][0], route.lengthUm(), 1e-12);
			}
		}
	}

	/** The way from the face to a pore and the reach of the pore within the crack are one length, not two. */
	@Test
	void aCrackOnTheWayIsGoneThroughOnceAndMayBeBlocked() {
		final List<Link> links = List.of(new Link("face", "crack:1", 2.5, 150, 1), new Link("crack:1", "pore:1", 2.4, 140, 1), new Link("face", "pore:1", 2.4, 140,
			1), new Link("crack:2", "pore:1", 1.2, 90, 2), new Link("crack:2", "pore:2", 1.1, 90, 2), new Link("pore:1", "pore:2", 1, 90, 2));
		final ElectrodePaths paths = new ElectrodePaths(ObjectGraph.ofPores(links));
		final ElectrodePaths.Route route = paths.tree(x -> true).route("pore:2");
		assertEquals(3.4, route.lengthUm(), 1e-12);
		assertEquals("pore:2 > crack:2 > pore:1 > crack:1 > face", route.text());
		assertEquals(90, route.neck().widthFlowNm());
		for (final String blocked : List.of("crack:1", "crack:2", "pore:1"))
			assertFalse(paths.tree(x -> !x.equals(blocked)).route("pore:2").exists(), blocked);
		assertTrue(paths.tree(x -> !x.equals("crack:2")).route("pore:1").exists());
	}

	@Test
	void blockedNodesEqualRemovedNodes() {
		final Random random = new Random(32);
		for (int trial = 0; trial < 300; trial++) {
			final int n = 3 + random.nextInt(6);
			final java.util.Set<String> blocked = new java.util.HashSet<>();
			for (int i = 1; i < n; i++)
				if (random.nextInt(3) == 0) blocked.add(name(i));
			final List<Link> links = new java.util.ArrayList<>();
			for (int k = random.nextInt(3 * n); k > 0; k--)
				links.add(new Link(name(random.nextInt(n)), name(random.nextInt(n)), random.nextInt(20), 100));
			final ElectrodePaths.Tree tree = new ElectrodePaths(ObjectGraph.ofPores(links)).tree(x -> !blocked.contains(x));
			for (int i = 1; i < n; i++) {
				final String start = name(i);
				final List<Link> kept = links.stream().filter(l -> List.of(l.from(), l.to()).stream().allMatch(x -> x.equals(start)
					|| !blocked.contains(x))).toList();
				final ElectrodePaths.Route expected = new ElectrodePaths(ObjectGraph.ofPores(kept)).tree(x -> true).route(start);
				assertEquals(expected.lengthUm(), tree.route(start).lengthUm(), 1e-12);
			}
		}
	}

	private static String name(final int i) {
		return i == 0 ? "face" : "pore:" + i;
	}
}
