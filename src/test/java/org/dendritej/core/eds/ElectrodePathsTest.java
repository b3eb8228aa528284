// SPDX-License-Identifier: BSD-2-Clause
package org.dendritej.core.eds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
